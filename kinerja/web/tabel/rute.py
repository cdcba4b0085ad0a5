"""Every table of figures as an Excel download, for whoever may read the page it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from flask import Blueprint, request, send_file
from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.documents.xlsx.baku import MEDIA
from kinerja.documents.xlsx.laporan import tabel_laporan
from kinerja.documents.xlsx.pk import tabel_pk, tabel_rencana_aksi
from kinerja.documents.xlsx.tabel import BukuTabel, Tabel, tulis_tabel
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.basis_data import db, lepas
from kinerja.models.catatan import Catatan
from kinerja.models.periode import Periode
from kinerja.operations.arsip_daftar import daftar_dokumen
from kinerja.operations.disposisi import daftar as disposisi_daftar
from kinerja.operations.dokumen.buku_nomor import buku_setahun, tahun_bernomor
from kinerja.operations.evaluasi import evaluasi
from kinerja.operations.laporan.data import hitung_isi
from kinerja.operations.laporan.verba import isi_laporan, laporan_kini, laporan_versi
from kinerja.operations.perjanjian_kinerja.verba import ambil_pk, semua_versi
from kinerja.operations.realisasi.cari import triwulan
from kinerja.operations.realisasi.isian import isian_semua
from kinerja.operations.rencana_aksi import pk_rencana_aksi
from kinerja.operations.surat_masuk_lihat import agenda_bulan
from kinerja.web.akses import pelaku, perlu
from kinerja.web.arsip.buku_nomor import tabel_buku, tahun_diminta
from kinerja.web.jam import kantor_kini, sekarang
from kinerja.web.kata_waktu import sehari
from kinerja.web.laporan.rute import cari_periode, versi_diminta
from kinerja.web.surat_masuk.agenda import bulan_diminta, tabel_agenda
from kinerja.web.tabel.daftar import tabel_arsip, tabel_catatan, tabel_disposisi
from kinerja.web.tabel.evaluasi import tabel_evaluasi
from kinerja.web.tabel.realisasi import tabel_monev, tabel_rekap

bp = Blueprint("tabel", __name__, url_prefix="/tabel")


def _kirim(judul: str, tabel: Sequence[Tabel], pada: datetime, *keterangan: str) -> Response:
    office = kantor_kini()
    nama = f"Kecamatan {office.kecamatan}" if office else "kinerja"
    lepas(db.session())
    isi = tulis_tabel(BukuTabel(judul, nama, pada, tabel, keterangan))
    return send_file(
        BytesIO(isi), mimetype=MEDIA, as_attachment=True, download_name=f"{judul}.xlsx", max_age=0
    )


@bp.get("/laporan/<nomor:periode_id>")
@perlu(Wewenang.BACA)
def laporan(periode_id: int) -> Response:
    """The newest report of a period, or that of ``?versi=``, from the figures stored with it."""
    periode = cari_periode(periode_id)
    versi, kata = versi_diminta()
    sesi = db.session()
    satu = laporan_kini(sesi, periode.id) if versi is None else laporan_versi(sesi, periode.id, versi)
    if satu is None:
        raise TidakDitemukan("Laporan periode ini belum ada.")
    isi = isi_laporan(satu)
    keadaan = "revisi dibatalkan" if satu.dibatalkan else "final" if satu.dibekukan_pada else "draf"
    keterangan = f"{isi.versi_pk}. Laporan versi {satu.nomor_versi}, {keadaan}."
    pada = satu.dibekukan_pada or satu.diolah_pada
    return _kirim(f"Laporan {periode.nama}{kata}", tabel_laporan(isi), pada, keterangan)


@bp.get("/laporan-progres/<nomor:periode_id>")
@perlu(Wewenang.BACA)
def rekap(periode_id: int) -> Response:
    """What the units entered for a triwulan, as it stands now."""
    periode = triwulan(db.session(), periode_id)
    semua = isian_semua(db.session(), periode)
    return _kirim(f"Laporan progres {periode.nama}", tabel_rekap(periode, semua), sekarang())


@bp.get("/perjanjian-kinerja/<nomor:tahun>")
@perlu(Wewenang.BACA)
def perjanjian_kinerja(tahun: int) -> Response:
    """A version of the PK; ``?versi=``, else the newest."""
    semua = [pk.versi for pk in semua_versi(db.session(), tahun)]
    if not semua:
        raise TidakDitemukan(f"Perjanjian Kinerja {tahun} belum dibuat.")
    teks = request.args.get("versi", "")
    versi = int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 6 else semua[-1]
    pk = ambil_pk(db.session(), tahun, versi)
    keterangan = "Disetujui." if pk.disetujui_pada else "Belum disetujui."
    return _kirim(
        pk.nama, [*tabel_pk(pk), tabel_rencana_aksi(pk)], pk.disetujui_pada or sekarang(), keterangan
    )


@bp.get("/rencana-aksi/<nomor:tahun>")
@perlu(Wewenang.BACA)
def rencana_aksi(tahun: int) -> Response:
    """The rencana aksi of a year, and the monev form of each triwulan that has begun."""
    sesi = db.session()
    pk = pk_rencana_aksi(sesi, tahun)
    if pk is None:
        raise TidakDitemukan(f"Rencana aksi {tahun} belum ada.")
    tabel = [tabel_rencana_aksi(pk)]
    pilih = select(Periode).where(Periode.tahun == tahun, Periode.jenis == JenisPeriode.TRIWULAN)
    for periode in sesi.execute(pilih.order_by(Periode.ke)).scalars():
        semua = isian_semua(sesi, periode)
        if semua:
            tabel.append(tabel_monev(periode, semua, hitung_isi(sesi, periode)))
    return _kirim(f"Rencana aksi dan monev {tahun}", tabel, sekarang(), pk.nama)


@bp.get("/evaluasi/<nomor:tahun>")
@perlu(Wewenang.BACA)
def evaluasi_sop(tahun: int) -> Response:
    """The evaluasi SOP of a year."""
    semua = evaluasi(db.session(), tahun, sekarang())
    if not semua:
        raise TidakDitemukan(f"Tahun {tahun} belum dibuka.")
    return _kirim(f"Evaluasi SOP {tahun}", tabel_evaluasi(semua, sehari()), sekarang())


@bp.get("/arsip")
@perlu(Wewenang.BACA)
def daftar_arsip() -> Response:
    """The whole archive."""
    semua = db.session.execute(daftar_dokumen()).unique().scalars().all()
    return _kirim("Arsip", [tabel_arsip(semua)], sekarang())


@bp.get("/buku-nomor")
@perlu(Wewenang.BACA)
def buku_nomor() -> Response:
    """Every number of a year (``?tahun=``), gaps as rows."""
    tahun = tahun_diminta(tahun_bernomor(db.session()))
    tabel = tabel_buku(tahun, buku_setahun(db.session(), tahun))
    return _kirim(f"Buku nomor {tahun}", [tabel], sekarang())


@bp.get("/catatan")
@perlu(Wewenang.BACA_CATATAN)
def daftar_catatan() -> Response:
    """The whole audit chain."""
    semua = db.session.execute(select(Catatan).order_by(Catatan.seq)).scalars()
    return _kirim("Catatan", [tabel_catatan(semua)], sekarang())


@bp.get("/surat-masuk")
@perlu(Wewenang.BACA)
def agenda_surat() -> Response:
    """The agenda book of a month (``?bulan=2026-10``) as the person may see it."""
    awal = bulan_diminta()
    semua = agenda_bulan(db.session(), pelaku(), awal.year, awal.month)
    return _kirim(f"Agenda surat masuk {awal:%Y-%m}", [tabel_agenda(semua, awal)], sekarang())


@bp.get("/disposisi")
@perlu(Wewenang.TERIMA_DISPOSISI)
def daftar_disposisi() -> Response:
    """Every disposisi the person may see."""
    hasil = []
    sebelum: int | None = None
    while satu := disposisi_daftar.semua(db.session(), pelaku(), sebelum):
        halaman = satu[: disposisi_daftar.PER_HALAMAN]
        hasil += halaman
        sebelum = halaman[-1].id
    return _kirim("Disposisi", [tabel_disposisi(hasil)], sekarang())
