"""The agenda book of incoming letters: the list, writing one down, the page of one."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, request, url_for
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from kinerja.domain.disposisi import NAMA_SIFAT, Sifat
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.models.basis_data import db
from kinerja.models.berkas import Berkas
from kinerja.models.jabatan import Jabatan
from kinerja.models.surat import SuratMasuk
from kinerja.operations import surat_masuk as verba
from kinerja.operations import surat_masuk_lihat as lihat
from kinerja.operations.berkas import catat_berkas
from kinerja.web.akses import pelaku, perlu
from kinerja.web.disposisi.halaman import pohon
from kinerja.web.disposisi.penerima import pejabat_kini
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.kata_waktu import Kata
from kinerja.web.respond import pindah, respond
from kinerja.web.surat_masuk.formulir import (
    PETUNJUK_PINDAIAN,
    TERIMA_PINDAIAN,
    FormArsip,
    FormBatal,
    FormSuratMasuk,
    form_kosong,
)
from kinerja.web.unggahan import unggahan

bp = Blueprint("surat_masuk", __name__, url_prefix="/surat-masuk")

KEADAAN = {"": "Semua", "menunggu": "Menunggu", "selesai": "Sudah diputuskan", "batal": "Dibatalkan"}


def kata_surat(surat: SuratMasuk) -> Kata:
    """Where a letter stands."""
    if surat.dibatalkan_pada is not None:
        return Kata("Dibatalkan", "netral", "silang")
    if surat.selesai_pada is None:
        return Kata("Menunggu disposisi", "awas", "jam")
    if surat.selesai_catatan:
        return Kata("Cukup diketahui, diarsipkan", "baik", "arsip")
    return Kata("Sudah didisposisikan", "baik", "centang")


@bp.get("/")
@perlu(Wewenang.BACA)
def daftar() -> Response:
    """``?cari=`` in sender, number and hal; ``?keadaan=``; ``?sebelum=`` pages on by number."""
    cari, keadaan = request.args.get("cari", "")[:200], request.args.get("keadaan", "")
    teks = request.args.get("sebelum", "")
    sebelum = int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 18 else None
    semua = lihat.daftar(db.session(), pelaku(), cari, keadaan, sebelum)
    baris = semua[: lihat.PER_HALAMAN]
    return respond(
        "surat_masuk/daftar.html",
        "surat_masuk/_daftar.html",
        baris=baris,
        lagi=baris[-1].id if len(semua) > len(baris) else None,
        cari=cari,
        keadaan=keadaan if keadaan in KEADAAN else "",
        nama_keadaan=KEADAAN,
        nama_sifat=NAMA_SIFAT,
        kata_surat=kata_surat,
        bulan=f"{hari_ini():%Y-%m}",
        boleh_mencatat=lihat.pencatat(db.session(), pelaku()) is not None,
    )


def _form(**argumen: Any) -> FormSuratMasuk:
    form = FormSuratMasuk(**argumen)
    pejabat = pejabat_kini()
    form.untuk_id.choices = [
        (j.id, f"{j.nama}, {pejabat[j.id]}" if j.id in pejabat else j.nama)
        for j in lihat.calon_penerima(db.session())
    ]
    return form


def _halaman_baru(form: FormSuratMasuk, status: int = 200) -> Response:
    return respond(
        "surat_masuk/baru.html",
        "surat_masuk/_baru.html",
        status=status,
        form=form,
        petunjuk_berkas=PETUNJUK_PINDAIAN,
        terima_berkas=TERIMA_PINDAIAN,
    )


def _pastikan_pencatat() -> None:
    if lihat.pencatat(db.session(), pelaku()) is None:
        raise TidakBerwenang(verba.BUKAN_PENCATAT)


@bp.get("/baru")
@perlu(Wewenang.CATAT_SURAT)
def baru() -> Response:
    """The empty page of the book."""
    _pastikan_pencatat()
    calon = lihat.calon_penerima(db.session())
    awal = {
        "sifat": Sifat.BIASA.value,
        "diterima": hari_ini(),
        "untuk_id": calon[0].id if calon else None,
    }
    return _halaman_baru(_form(formdata=None, data=awal))


@bp.post("/baru")
@perlu(Wewenang.CATAT_SURAT)
def catat() -> Response:
    """Write it down; the scan is stored before anything is written."""
    _pastikan_pencatat()
    form = _form()
    if not form.validate():
        return _halaman_baru(form, 422)
    try:
        berkas = _pindaian(form)
        surat = verba.catat_surat(db.session(), form.isi(), pelaku(), sekarang(), berkas)
        db.session.commit()
    except MasukanSalah as salah:
        db.session.rollback()
        form.salahkan(salah)
        return _halaman_baru(form, 422)
    flash(f"Surat masuk tercatat dengan nomor agenda {surat.nomor_agenda}/{surat.tahun}.", "sukses")
    return pindah(url_for("surat_masuk.tampil", surat_id=surat.id))


def _pindaian(form: FormSuratMasuk) -> Berkas | None:
    if not isinstance(form.berkas.data, FileStorage) or not form.berkas.data.filename:
        return None
    kiriman = unggahan(form.berkas.data)
    if kiriman.jenis not in verba.BUKTI:
        raise MasukanSalah("Pindaian surat harus PDF, JPG, atau PNG.", "berkas")
    return catat_berkas(db.session(), kiriman.tersimpan, kiriman.nama, kiriman.jenis, pelaku(), sekarang())


def konteks(surat: SuratMasuk, **ubah: Any) -> dict[str, Any]:
    """Page and fragment alike; ``ubah``: a form as it was sent, ``salah``: an act that came too late."""
    sesi, saya = db.session(), pelaku()
    terbuka = surat.selesai_pada is None and surat.dibatalkan_pada is None
    memutus = lihat.pemutus(surat, saya) is not None and surat.dibatalkan_pada is None
    pejabat = pejabat_kini()
    return {
        "surat": surat,
        "untuk": sesi.get_one(Jabatan, surat.untuk_id),
        "pejabat_untuk": pejabat.get(surat.untuk_id, ""),
        "kata": kata_surat(surat),
        "nama_sifat": NAMA_SIFAT,
        "perjalanan": [
            (d, pohon(d, saya, bertindak=False)) for d in lihat.disposisi_surat(sesi, surat, saya)
        ],
        "memutus": memutus,
        "terbuka": terbuka,
        "boleh_batal": terbuka and lihat.pencatat(sesi, saya) is not None,
        "form_batal": form_kosong(FormBatal, "batal"),
        "form_arsip": form_kosong(FormArsip, "arsip"),
        "salah": "",
        **ubah,
    }


def halaman(surat_id: int, status: int = 200, **ubah: Any) -> Response:
    """The page of a letter."""
    surat = lihat.ambil(db.session(), surat_id, pelaku())
    isi = konteks(surat, **ubah)
    return respond("surat_masuk/tampil.html", "surat_masuk/_surat.html", status=status, **isi)


@bp.get("/<nomor:surat_id>")
@perlu(Wewenang.BACA)
def tampil(surat_id: int) -> Response:
    """The letter, its scan, and what came of it."""
    return halaman(surat_id)


@bp.post("/<nomor:surat_id>/pembatalan")
@perlu(Wewenang.CATAT_SURAT)
def batalkan(surat_id: int) -> Response:
    """Strike the entry out; the number stays."""
    lihat.ambil(db.session(), surat_id, pelaku())
    _pastikan_pencatat()
    form = FormBatal(prefix="batal")
    if not form.validate():
        return halaman(surat_id, 422, form_batal=form)
    try:
        surat = verba.batalkan_surat(db.session(), surat_id, form.alasan.data or "", pelaku(), sekarang())
        db.session.commit()
    except MasukanSalah as salah:
        db.session.rollback()
        form.salahkan(salah)
        return halaman(surat_id, 422, form_batal=form)
    except SudahDikerjakan as salah:
        db.session.rollback()
        return halaman(surat_id, 409, form_batal=form, salah=salah.pesan)
    flash(f"Catatan surat dibatalkan; nomor agenda {surat.nomor_agenda} tidak dipakai lagi.", "sukses")
    return pindah(url_for("surat_masuk.tampil", surat_id=surat_id))


@bp.post("/<nomor:surat_id>/pengarsipan")
@perlu(Wewenang.TERIMA_DISPOSISI)
def arsipkan(surat_id: int) -> Response:
    """Taken note of by the post it is for."""
    surat = lihat.ambil(db.session(), surat_id, pelaku())
    if lihat.pemutus(surat, pelaku()) is None:
        raise TidakBerwenang("Surat ini diputuskan oleh jabatan yang dituju.")
    form = FormArsip(prefix="arsip")
    if not form.validate():
        return halaman(surat_id, 422, form_arsip=form)
    try:
        verba.arsipkan_surat_masuk(db.session(), surat_id, form.catatan.data or "", pelaku(), sekarang())
        db.session.commit()
    except MasukanSalah as salah:
        db.session.rollback()
        form.salahkan(salah)
        return halaman(surat_id, 422, form_arsip=form)
    except SudahDikerjakan as salah:
        db.session.rollback()
        return halaman(surat_id, 409, form_arsip=form, salah=salah.pesan)
    flash("Dicatat: cukup diketahui, diarsipkan.", "sukses")
    return pindah(url_for("surat_masuk.tampil", surat_id=surat_id))
