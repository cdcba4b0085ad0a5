"""Autosave: forms keep what is typed until it is sent (static/kinerja.js, the macro ``formulir``)."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, g, redirect, request, url_for
from flask.blueprints import BlueprintSetupState
from flask_login import current_user
from markupsafe import Markup
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.wrappers import Response

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.models.basis_data import db
from kinerja.operations import draf as verba
from kinerja.operations.draf import Ketikan
from kinerja.web.akses import masuk, pelaku
from kinerja.web.draf_isi import pulihkan, sidik
from kinerja.web.galat import TIDAK_DIPERLIHATKAN
from kinerja.web.jam import sekarang, zona
from kinerja.web.respond import DITOLAK, pindah, respond

bp = Blueprint("draf", __name__, url_prefix="/draf")
_log = logging.getLogger("kinerja.draf")
_SENDIRI = tuple(f"draf-{n}" for n in ("kunci", "dasar", "halaman", "lembar", "judul", "bagian"))
_NAMA_APLIKASI = " – kinerja"  # at the end of a page's title
_PANJANG_NAMA = 100  # of the name of a form among others with the same address


@dataclass(frozen=True)
class DrafFormulir:
    """A form on a page: its key, the fingerprint of its content, and the text that waits for it."""

    kunci: str
    dasar: str
    isi: Markup
    ketikan: Ketikan | None = None
    dipulihkan: bool = False
    sisa: tuple[tuple[str, str], ...] = ()

    @property
    def menunggu(self) -> bool:
        """Does older text wait to be taken or thrown away? Until then nothing is kept over it."""
        return self.ketikan is not None and not self.dipulihkan

    @property
    def berubah(self) -> bool:
        """Was what the form shows saved by somebody since the text was typed?"""
        return bool(self.ketikan and self.ketikan.dasar and self.dasar) and (
            self.ketikan is not None and self.ketikan.dasar != self.dasar
        )


@bp.record_once
def _daftarkan(keadaan: BlueprintSetupState) -> None:
    keadaan.app.jinja_env.globals["draf_formulir"] = draf_formulir


@bp.post("")
@masuk
def simpan() -> Response:
    """Keep a form as typed; the answer is the sentence that is shown beside it."""
    form = request.form
    isian = [
        (nama, nilai)
        for nama, nilai in form.items(multi=True)
        if nama not in _SENDIRI and nama.rpartition("-")[2] not in TIDAK_DIPERLIHATKAN
    ]
    try:
        disimpan = verba.simpan_draf(
            db.session(),
            form.get("draf-kunci", ""),
            isian,
            pelaku(),
            sekarang(),
            halaman=form.get("draf-halaman", ""),
            dasar=form.get("draf-dasar", "")[:64],
            lembar=form.get("draf-lembar", "")[:64],
            judul=form.get("draf-judul", "").removesuffix(_NAMA_APLIKASI),
            bagian=form.get("draf-bagian", ""),
        )
    except MasukanSalah as salah:
        db.session.rollback()
        return Response(salah.pesan, 422, mimetype="text/plain")
    db.session.commit()
    jam = f"{sekarang().astimezone(zona()):%H.%M}"
    return Response(f"Ketikan tersimpan sementara {jam}" if disimpan else "", mimetype="text/plain")


@bp.get("")
@masuk
def daftar() -> Response:
    """Everything the person typed and has not sent, newest first."""
    semua = verba.draf_saya(db.session(), pelaku()).values()
    return respond("draf/daftar.html", ketikan=sorted(semua, key=lambda k: k.disimpan_pada, reverse=True))


@bp.get("/<nomor:draf_id>")
@masuk
def pakai(draf_id: int) -> Response:
    """Back to the page of the form, with the typed text in it."""
    ketikan = verba.draf_satu(db.session(), draf_id, pelaku())
    halaman, _, cari = (ketikan.halaman or url_for("kotak.beranda")).partition("?")
    lain = [satu for satu in cari.split("&") if satu and not satu.startswith("draf=")]
    return redirect(f"{halaman}?{'&'.join([*lain, f'draf={draf_id}'])}#draf-{draf_id}", 303)


@bp.post("/<nomor:draf_id>/pembuangan")
@masuk
def buang(draf_id: int) -> Response:
    """Throw the typed text away; back to the list or to the page, wherever the button stood."""
    ketikan = verba.draf_satu(db.session(), draf_id, pelaku())
    verba.buang_draf(db.session(), draf_id, pelaku())
    db.session.commit()
    if request.form.get("dari") == "daftar":
        return pindah(url_for("draf.daftar"))
    return pindah(ketikan.halaman or url_for("kotak.beranda"))


def draf_formulir(url: str, nama: str, isi: Markup) -> DrafFormulir:
    """For the macro: the form as it is to be shown, ``isi`` being its rendered fields."""
    kunci = f"{url}#{nama}" if nama else url
    dasar = "" if g.get("ditolak") else sidik(isi)
    kosong = DrafFormulir(kunci, dasar, isi)
    if not current_user.is_authenticated or kunci in _terkirim():
        return kosong
    if "draf" not in g:
        g.draf = verba.draf_saya(db.session(), current_user.pelaku)
    ketikan: Ketikan | None = g.draf.get(kunci)
    if ketikan is None:
        return kosong
    if request.args.get("draf") != str(ketikan.id):
        return DrafFormulir(kunci, dasar, isi, ketikan)
    terisi, sisa = pulihkan(isi, ketikan.isian)
    return DrafFormulir(kunci, dasar, terisi, ketikan, True, tuple(sisa))


def _terkirim() -> set[str]:
    """The keys the form of this POST may have been kept under."""
    if request.method != "POST" or request.blueprint == bp.name:
        return set()
    nama = {
        nilai
        for medan, nilai in request.form.items(multi=True)
        if 0 < len(nilai) <= _PANJANG_NAMA and medan.rpartition("-")[2] not in TIDAK_DIPERLIHATKAN
    }
    return {request.path, *(f"{request.path}#{satu}" for satu in nama)}


@bp.after_app_request
def _buang_setelah_tersimpan(jawab: Any) -> Any:
    """A form that was accepted needs its draft no more; this never spoils the answer."""
    kunci = _terkirim() if jawab.status_code < DITOLAK else set()
    if not kunci or not current_user.is_authenticated:
        return jawab
    lembar, sesi = request.form.get("draf_lembar", "")[:64], db.session()
    terbuka = request.form.get("draf_kunci", "")
    try:
        sesi.rollback()
        oleh, pada = pelaku(), sekarang()
        verba.form_tersimpan(sesi, kunci, lembar, oleh, pada, terbuka if terbuka in kunci else "")
        sesi.commit()
    except SQLAlchemyError:
        sesi.rollback()
        _log.exception("draf tidak terhapus: %s", request.path)
    return jawab
