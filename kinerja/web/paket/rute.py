"""Paket inspeksi: ask for the zip of a year, see how far it is, download it."""

from __future__ import annotations

import logging
from typing import Any

from flask import Blueprint, current_app, flash, send_file, url_for
from werkzeug.wrappers import Response
from wtforms import SelectField
from wtforms.fields.choices import SelectChoice

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db, lepas
from kinerja.models.pemeriksaan import PaketInspeksi
from kinerja.operations import paket as verba
from kinerja.operations.paket_isi import tahun_ada
from kinerja.web.akses import pelaku, perlu
from kinerja.web.formulir import Formulir
from kinerja.web.jam import sekarang
from kinerja.web.paket.kerja import EKSTENSI
from kinerja.web.paket.susun import jalur_paket
from kinerja.web.respond import pindah, respond

bp = Blueprint("paket", __name__, url_prefix="/paket")
_log = logging.getLogger("kinerja.paket")

# Camat and Kasubag Perencanaan file what is signed; Sekretaris and Kasubag Umum keep the office's papers.
PENYUSUN = (Wewenang.UNGGAH_TERTANDA, Wewenang.ATUR_KANTOR)


class FormPaket(Formulir):
    tahun = SelectField("Tahun")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.tahun.choices = [SelectChoice(str(t), str(t)) for t in tahun_ada(db.session())]


def _halaman(form: FormPaket, status: int = 200) -> Response:
    semua = verba.daftar_paket(db.session())
    data = current_app.config["DATA"]
    ada = {p.id for p in semua if p.keadaan == verba.SIAP and jalur_paket(data, p.tahun, p.id).is_file()}
    return respond(
        "paket/daftar.html",
        "paket/_paket.html",
        status=status,
        form=form,
        paket=semua,
        ada=ada,
        berjalan=next((p for p in semua if p.keadaan == verba.DIBUAT), None),
    )


@bp.get("/")
@perlu(*PENYUSUN)
def daftar() -> Response:
    """The form and the packs of late; while one is made the page looks again by itself."""
    return _halaman(FormPaket(formdata=None))


@bp.post("/")
@perlu(*PENYUSUN)
def buat() -> Response:
    """Ask for the pack of a year; the server's maker does it in its own thread."""
    form = FormPaket()
    if form.validate():
        with form.menerima():
            verba.minta(db.session(), int(form.tahun.data), pelaku(), sekarang())
            db.session.commit()
            pembuat = current_app.extensions.get(EKSTENSI)
            if pembuat is not None:
                pembuat.bangunkan()
            flash(f"Paket inspeksi {form.tahun.data} sedang dibuat.", "sukses")
            return pindah(url_for("paket.daftar"))
    return _halaman(form, form.status)


@bp.get("/<nomor:paket_id>/paket-inspeksi.zip")
@perlu(*PENYUSUN)
def unduh(paket_id: int) -> Response:
    """The zip as a download; no act, but the log says who took it."""
    paket = db.session.get(PaketInspeksi, paket_id)
    if paket is None or paket.keadaan != verba.SIAP:
        raise TidakDitemukan("Paket itu tidak ada.")
    jalur = jalur_paket(current_app.config["DATA"], paket.tahun, paket.id)
    lepas(db.session())
    if not jalur.is_file():
        raise TidakDitemukan("Paket itu sudah diganti dengan yang lebih baru, atau dibuat di tempat lain.")
    _log.info("paket inspeksi %s diunduh pegawai %s", paket.id, pelaku().pegawai_id)
    nama = f"paket-inspeksi-{paket.tahun}.zip"
    return send_file(jalur, mimetype="application/zip", as_attachment=True, download_name=nama)
