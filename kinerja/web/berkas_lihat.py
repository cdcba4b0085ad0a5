"""Looking at a received file on screen: page by page as pictures, or the beginning of its text."""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict

from flask import Blueprint, Response, current_app, request
from werkzeug.wrappers import Response as Jawab

from kinerja.archive import gudang
from kinerja.archive.gudang import BerkasHilang
from kinerja.archive.jenis_berkas import JenisBerkas
from kinerja.documents.cuplikan import Cuplikan, cuplik
from kinerja.documents.pratinjau import LEBAR, PratinjauGagal
from kinerja.documents.pratinjau_anak import HALAMAN_MAKS
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db, lepas
from kinerja.models.berkas import Berkas
from kinerja.operations.berkas import berkas_boleh
from kinerja.web.akses import masuk, pelaku
from kinerja.web.berkas import KOTAK_PASIR
from kinerja.web.respond import respond

bp = Blueprint("berkas_lihat", __name__, url_prefix="/berkas")
_log = logging.getLogger("kinerja.berkas")

MUNGIL = 160  # pixels of a small picture
MAKS_MUNGIL = 60
_MAKS_SIMPANAN = 80
_simpanan: OrderedDict[tuple[str, int, int], Cuplikan] = OrderedDict()
_kunci = threading.Lock()


@bp.get("/<nomor:berkas_id>/lihat")
@masuk
def tampil(berkas_id: int) -> Jawab:
    """The viewer; ``?halaman=`` is the page of a PDF."""
    berkas = berkas_boleh(db.session(), berkas_id, pelaku())
    diminta = request.args.get("halaman", "1")
    halaman = int(diminta) if diminta.isascii() and diminta.isdigit() and len(diminta) < 5 else 1
    cuplikan, alasan = None, ""
    try:
        cuplikan = _ambil(berkas, max(1, halaman), LEBAR)
    except PratinjauGagal as gagal:
        alasan = gagal.pesan
    return respond(
        "berkas/lihat.html",
        berkas=berkas,
        label=JenisBerkas(berkas.jenis).label,
        ke=max(1, halaman),
        cuplikan=cuplikan,
        alasan=alasan,
        mungil=range(1, min(cuplikan.jumlah, MAKS_MUNGIL) + 1) if cuplikan and cuplikan.jumlah > 1 else (),
    )


@bp.get("/<nomor:berkas_id>/halaman/<nomor:halaman>")
@masuk
def gambar(berkas_id: int, halaman: int) -> Response:
    """One page as a picture that we drew; ``?mungil=1`` for a small one. Never the bytes as received."""
    berkas = berkas_boleh(db.session(), berkas_id, pelaku())
    png = None
    if 1 <= halaman <= HALAMAN_MAKS:
        png = _ambil(berkas, halaman, MUNGIL if request.args.get("mungil") else LEBAR).png
    if png is None:
        raise TidakDitemukan("Halaman itu tidak ada.")
    jawab = Response(png, mimetype="image/png")
    jawab.headers["Content-Security-Policy"] = KOTAK_PASIR
    jawab.headers["Content-Disposition"] = "inline"
    return jawab


def _ambil(berkas: Berkas, halaman: int, lebar: int) -> Cuplikan:
    """Drawn lately, or now with the database let go. Errors: PratinjauGagal."""
    kunci = (berkas.sha256, halaman, lebar)
    with _kunci:
        if kunci in _simpanan:
            _simpanan.move_to_end(kunci)
            return _simpanan[kunci]
    lepas(db.session())
    try:
        with gudang.buka(current_app.config["DATA"], berkas.sha256) as aliran:
            isi = aliran.read()
    except BerkasHilang as salah:
        _log.exception("berkas %s hilang dari gudang: %s", berkas.id, berkas.sha256)
        raise PratinjauGagal(
            "Berkas ini tidak ada di penyimpanan. Minta admin menjalankan pemeriksaan arsip."
        ) from salah
    hasil = cuplik(isi, berkas.jenis, halaman=halaman, lebar=lebar)
    with _kunci:
        _simpanan[kunci] = hasil
        while len(_simpanan) > _MAKS_SIMPANAN:
            _simpanan.popitem(last=False)
    return hasil
