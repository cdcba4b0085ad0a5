"""The disposisi of an incoming letter: the free form, filled in from the letter."""

from __future__ import annotations

from typing import Any

from flask import flash, url_for
from werkzeug.wrappers import Response

from kinerja.domain.disposisi import NAMA_SIFAT, Sifat
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.models.basis_data import db
from kinerja.models.surat import SuratMasuk
from kinerja.operations import surat_masuk_lihat as lihat
from kinerja.operations.surat_masuk import disposisikan_surat
from kinerja.web.akses import pelaku, perlu
from kinerja.web.disposisi.baru import calon
from kinerja.web.disposisi.formulir import FormIsi, pilihan_sifat
from kinerja.web.jam import sekarang
from kinerja.web.respond import pindah, respond
from kinerja.web.surat_masuk.rute import bp, halaman

__all__ = ["bp"]


def _cari(surat_id: int) -> SuratMasuk:
    """The letter; only for the post that decides about it."""
    surat = lihat.ambil(db.session(), surat_id, pelaku())
    if lihat.pemutus(surat, pelaku()) is None:
        raise TidakBerwenang("Surat ini didisposisikan oleh jabatan yang dituju.")
    return surat


def _form(surat: SuratMasuk, **argumen: Any) -> FormIsi:
    form = FormIsi(**argumen)
    form.penerima.calon = calon(surat.untuk_id)
    if surat.sifat is Sifat.RAHASIA:
        form.sifat.choices = pilihan_sifat(*(s for s in Sifat if s is not Sifat.RAHASIA))
    return form


def _halaman(surat: SuratMasuk, form: FormIsi, status: int = 200) -> Response:
    return respond(
        "surat_masuk/disposisi.html",
        "surat_masuk/_disposisi.html",
        status=status,
        surat=surat,
        form=form,
        nama_sifat=NAMA_SIFAT,
    )


@bp.get("/<nomor:surat_id>/disposisi")
@perlu(Wewenang.BUAT_DISPOSISI)
def disposisi(surat_id: int) -> Response:
    """The slip with hal and sifat of the letter."""
    surat = _cari(surat_id)
    if surat.dibatalkan_pada is not None:
        return halaman(surat_id)  # which says that it was struck out
    return _halaman(surat, _form(surat, formdata=None, data={"sifat": surat.sifat.value, "hal": surat.hal}))


@bp.post("/<nomor:surat_id>/disposisi")
@perlu(Wewenang.BUAT_DISPOSISI)
def disposisikan(surat_id: int) -> Response:
    """Send it; on to the page of the disposisi."""
    surat = _cari(surat_id)
    form = _form(surat)
    if not form.validate():
        return _halaman(surat, form, 422)
    try:
        jadi = disposisikan_surat(db.session(), surat_id, pelaku(), sekarang(), **form.isi())
        db.session.commit()
    except MasukanSalah as salah:
        db.session.rollback()
        form.salahkan(salah)
        return _halaman(_cari(surat_id), form, 422)
    except SudahDikerjakan as salah:
        db.session.rollback()
        return halaman(surat_id, 409, salah=salah.pesan)
    flash(f"Disposisi nomor agenda {jadi.nomor_agenda} terkirim.", "sukses")
    return pindah(url_for("disposisi.tampil", disposisi_id=jadi.id))
