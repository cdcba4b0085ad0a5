"""A free disposisi: the form and sending it down the structure."""

from __future__ import annotations

from typing import Any

from flask import flash, url_for
from werkzeug.wrappers import Response

from kinerja.domain.disposisi import Sifat, bawahan
from kinerja.domain.jabatan import WEWENANG_PERAN, Wewenang
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.models.basis_data import db
from kinerja.operations.disposisi.verba import atasan_dari, buat_disposisi, jabatan_aktif
from kinerja.web.akses import pelaku, perlu
from kinerja.web.disposisi.alamat import bp
from kinerja.web.disposisi.formulir import FormDisposisi
from kinerja.web.disposisi.penerima import Calon, pejabat_kini
from kinerja.web.jam import sekarang
from kinerja.web.respond import pindah, respond


def calon(jabatan_id: int | None = None) -> list[Calon]:
    """Everybody below one of the person's posts that gives disposisi, or below this one of them."""
    if not pelaku().boleh(Wewenang.BUAT_DISPOSISI):
        return []
    semua = jabatan_aktif(db.session())
    atasan = atasan_dari(semua)
    bawah: set[int] = set()
    for j in pelaku().jabatan:
        if Wewenang.BUAT_DISPOSISI in WEWENANG_PERAN[j.peran] and jabatan_id in (None, j.id):
            bawah |= bawahan(j.id, atasan)
    pejabat = pejabat_kini()
    return [
        Calon(j.id, j.nama, pejabat.get(j.id, ""))
        for j in semua.values()
        if j.id in bawah and Wewenang.TERIMA_DISPOSISI in WEWENANG_PERAN[j.peran]
    ]


def _form(**argumen: Any) -> FormDisposisi:
    form = FormDisposisi(**argumen)
    form.penerima.calon = calon()
    return form


def _halaman(form: FormDisposisi, status: int = 200) -> Response:
    return respond("disposisi/baru.html", "disposisi/_baru.html", status=status, form=form)


@bp.get("/baru")
@perlu(Wewenang.BUAT_DISPOSISI)
def baru() -> Response:
    """The empty slip."""
    return _halaman(_form(formdata=None, data={"sifat": Sifat.BIASA.value}))


@bp.post("/baru")
@perlu(Wewenang.BUAT_DISPOSISI)
def buat() -> Response:
    """Send it; on to its page."""
    form = _form()
    if not form.validate():
        return _halaman(form, 422)
    try:
        disposisi = buat_disposisi(db.session(), pelaku(), sekarang(), **form.isi())
        db.session.commit()
    except MasukanSalah as salah:
        db.session.rollback()
        form.salahkan(salah)
        return _halaman(form, 422)
    flash(f"Disposisi nomor agenda {disposisi.nomor_agenda} terkirim.", "sukses")
    return pindah(url_for("disposisi.tampil", disposisi_id=disposisi.id))
