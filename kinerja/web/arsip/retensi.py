"""The list "Jatuh tempo retensi" on screen, as Excel, on paper. It names what is due and deletes nothing."""

from __future__ import annotations

from io import BytesIO

from flask import request, send_file, url_for
from werkzeug.wrappers import Response

from kinerja.documents.cetak import cetak
from kinerja.documents.daftar_retensi import TEMPLAT, BarisRetensi, DaftarRetensi
from kinerja.documents.kantor_dari import kop_dari
from kinerja.documents.tanggal import tulis_saat, tulis_tanggal
from kinerja.documents.xlsx.baku import MEDIA
from kinerja.documents.xlsx.tabel import BukuTabel, Tabel, tulis_tabel
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.lembar_isian import JenisKolom, Kolom
from kinerja.domain.retensi import NAMA_NASIB, Nasib
from kinerja.models.basis_data import db, lepas
from kinerja.models.dokumen import Dokumen
from kinerja.models.kantor import kantor
from kinerja.operations.arsip_daftar import SEHALAMAN
from kinerja.operations.retensi import Simpan, jatuh_tempo
from kinerja.web.akses import pelaku, perlu
from kinerja.web.arsip.daftar import angka_alamat
from kinerja.web.arsip.rute import bp
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.respond import respond

JUDUL = "Jatuh tempo retensi"
TIDAK_DIHAPUS = "kinerja tidak pernah menghapus dokumen; daftar ini hanya menyebut yang jatuh tempo."


def _nasib() -> str:
    nasib = request.args.get("nasib", "")
    return nasib if nasib in set(Nasib) else ""


def rak(dokumen: Dokumen) -> str:
    """Where the paper of the signed document in force stands; "" without one."""
    berlaku = [a for a in dokumen.arsip if a.diganti_oleh_id is None]
    return berlaku[-1].lokasi_rak if berlaku else ""


@bp.get("/jatuh-tempo", endpoint="jatuh_tempo")
@perlu(Wewenang.BACA)
def daftar_jatuh_tempo() -> Response:
    """What is due today, the longest due first."""
    nasib, hari = _nasib(), hari_ini()
    nomor = max(1, angka_alamat("halaman", 1))
    baris, jumlah = jatuh_tempo(db.session(), hari, nasib, dari=(nomor - 1) * SEHALAMAN)
    terakhir = max(1, -(-jumlah // SEHALAMAN))
    if nomor > terakhir:  # the list has become shorter
        nomor = terakhir
        baris, jumlah = jatuh_tempo(db.session(), hari, nasib, dari=(nomor - 1) * SEHALAMAN)
    return respond(
        "arsip/jatuh_tempo.html",
        baris=[(d, s, rak(d)) for d, s in baris],
        jumlah=jumlah,
        halaman_kini=nomor,
        terakhir=terakhir,
        nasib=nasib,
        nama_nasib=NAMA_NASIB,
        url_halaman=lambda n: url_for("arsip.jatuh_tempo", nasib=nasib or None, halaman=n),
    )


@bp.get("/jatuh-tempo.xlsx")
@perlu(Wewenang.BACA)
def jatuh_tempo_xlsx() -> Response:
    """The whole list as a sheet."""
    hari, saat, office = hari_ini(), sekarang(), kantor(db.session())
    baris, _ = jatuh_tempo(db.session(), hari, _nasib(), batas=None)
    tabel = tabel_retensi(baris)
    nama = f"Kecamatan {office.kecamatan}"
    lepas(db.session())
    isi = tulis_tabel(BukuTabel(JUDUL, nama, saat, [tabel], (f"Per {tulis_tanggal(hari)}. {TIDAK_DIHAPUS}",)))
    return send_file(
        BytesIO(isi), mimetype=MEDIA, as_attachment=True, download_name=f"{JUDUL}.xlsx", max_age=0
    )


@bp.get("/jatuh-tempo.pdf")
@perlu(Wewenang.BACA)
def jatuh_tempo_pdf() -> Response:
    """The whole list on paper, for the archive committee."""
    hari, saat, office = hari_ini(), sekarang(), kantor(db.session())
    baris, _ = jatuh_tempo(db.session(), hari, _nasib(), batas=None)
    data = DaftarRetensi(
        kantor=kop_dari(office),
        per=tulis_tanggal(hari),
        baris=tuple(_cetak(d, s) for d, s in baris),
        dicetak=f"dicetak {pelaku().nama}, {tulis_saat(saat, office.zona)}",
    )
    lepas(db.session())
    hasil = cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=saat)
    jawab = Response(hasil.pdf, mimetype="application/pdf")
    jawab.headers.set(
        "Content-Disposition", "attachment", filename=f"jatuh-tempo-retensi-{hari:%Y-%m-%d}.pdf"
    )
    return jawab


def _cetak(dokumen: Dokumen, simpan: Simpan) -> BarisRetensi:
    kelas, masa = simpan.kelas, simpan.masa
    if kelas is None or masa is None:  # only what has a class is ever due
        raise LookupError(dokumen.klasifikasi)
    return BarisRetensi(
        dokumen.nomor,
        dokumen.judul,
        tulis_tanggal(dokumen.tanggal),
        f"{kelas.kode} {kelas.nama}",
        f"{kelas.aktif + kelas.inaktif} tahun ({kelas.aktif} aktif, {kelas.inaktif} inaktif)",
        tulis_tanggal(masa.jatuh_tempo),
        NAMA_NASIB[masa.nasib],
        kelas.sumber,
        rak(dokumen) or "–",
    )


def tabel_retensi(baris: list[tuple[Dokumen, Simpan]]) -> Tabel:
    """The list as a sheet, with the class and where its years come from."""
    kolom = (
        Kolom("Nomor", lebar=30),
        Kolom("Judul", lebar=56),
        Kolom("Tanggal", JenisKolom.TANGGAL),
        Kolom("Klasifikasi", lebar=40),
        Kolom("Aktif (tahun)", JenisKolom.ANGKA, lebar=12),
        Kolom("Inaktif (tahun)", JenisKolom.ANGKA, lebar=12),
        Kolom("Jatuh tempo", JenisKolom.TANGGAL),
        Kolom("Nasib akhir", lebar=18),
        Kolom("Sumber", lebar=60),
        Kolom("Tempat lembar asli", lebar=30),
    )
    isi = [
        (
            *(d.nomor, d.judul, d.tanggal, f"{s.kelas.kode} {s.kelas.nama}", s.kelas.aktif, s.kelas.inaktif),
            *(s.masa.jatuh_tempo, NAMA_NASIB[s.masa.nasib], s.kelas.sumber, rak(d) or None),
        )
        for d, s in baris
        if s.kelas is not None and s.masa is not None
    ]
    return Tabel(JUDUL, f"{JUDUL}. {TIDAK_DIHAPUS}", kolom, isi)
