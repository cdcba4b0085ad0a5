"""Downloading a received file, and putting one beside a step."""

from __future__ import annotations

import logging

from flask import Blueprint, Response, current_app, flash, send_file, url_for
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage

from kinerja.archive import gudang
from kinerja.archive.gudang import BerkasHilang
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.models.basis_data import db, lepas
from kinerja.operations import berkas as verba
from kinerja.operations.tugas import pastikan_dapat_dikerjakan
from kinerja.web.akses import masuk, pelaku
from kinerja.web.formulir import Formulir
from kinerja.web.galat import halaman_galat
from kinerja.web.jam import sekarang
from kinerja.web.respond import pindah, respond
from kinerja.web.tugas import cari, konteks
from kinerja.web.unggahan import unggahan

bp = Blueprint("berkas", __name__)
_log = logging.getLogger("kinerja.berkas")

KOTAK_PASIR = "sandbox; default-src 'none'; frame-ancestors 'none'"


class FormBerkas(Formulir):
    berkas = FileField("Tambah berkas")


@bp.get("/berkas/<nomor:berkas_id>")
@masuk
def unduh(berkas_id: int) -> Response:
    """The bytes as received, only ever as a download."""
    berkas = verba.berkas_boleh(db.session(), berkas_id, pelaku())
    lepas(db.session())
    try:
        aliran = gudang.buka(current_app.config["DATA"], berkas.sha256)
    except BerkasHilang:
        _log.error("berkas %s hilang dari gudang: %s", berkas_id, berkas.sha256)
        return halaman_galat(
            500,
            "Berkas tidak terbaca",
            "Berkas ini tercatat tetapi tidak ada di penyimpanan. Minta admin menjalankan pemeriksaan arsip.",
        )
    jawab = send_file(
        aliran, mimetype=berkas.jenis, as_attachment=True, download_name=berkas.nama, etag=berkas.sha256
    )
    jawab.content_length = berkas.ukuran
    jawab.headers["Content-Security-Policy"] = KOTAK_PASIR
    return jawab


@bp.post("/tugas/<nomor:tugas_id>/berkas")
@masuk
def lampirkan(tugas_id: int) -> Response:
    """Put a file beside an open step of one's own."""
    tugas = cari(tugas_id)
    form = FormBerkas()
    with form.menerima():
        pastikan_dapat_dikerjakan(db.session(), tugas, pelaku(), sekarang())
        if not form.validate() or not isinstance(form.berkas.data, FileStorage):
            raise MasukanSalah("Pilih berkasnya dahulu.", "berkas")
        kiriman = unggahan(form.berkas.data)
        berkas = verba.catat_berkas(
            db.session(), kiriman.tersimpan, kiriman.nama, kiriman.jenis, pelaku(), sekarang()
        )
        verba.lampirkan(db.session(), tugas_id, berkas, pelaku(), sekarang())
        db.session.commit()
        flash(f"Berkas “{berkas.nama}” tersimpan.", "sukses")
        return pindah(url_for("tugas.tampil", tugas_id=tugas_id))
    return respond(
        "tugas/tampil.html",
        "tugas/_tugas.html",
        status=form.status,
        **konteks(cari(tugas_id)),
        form_berkas=form,
    )
