"""Errors as pages in plain Indonesian; never a traceback."""

from __future__ import annotations

import errno
import logging
import secrets
import sqlite3
from http import HTTPStatus

from flask import Flask, Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException, SecurityError

from kinerja.documents.cetak import GagalCetak
from kinerja.domain import kesalahan
from kinerja.models.basis_data import db
from kinerja.web.pengguna import halaman_asal
from kinerja.web.respond import minta_potongan

_log = logging.getLogger("kinerja.galat")

STATUS: dict[type[kesalahan.Kesalahan], int] = {
    kesalahan.SudahDikerjakan: 409,
    kesalahan.TidakBerwenang: 403,
    kesalahan.TidakDitemukan: 404,
}

PESAN: dict[int, tuple[str, str]] = {
    400: ("Permintaan tidak dapat dibaca", "Muat ulang halaman lalu coba sekali lagi."),
    403: ("Bukan untuk jabatan Anda", "Halaman ini untuk jabatan lain."),
    404: ("Tidak ditemukan", "Alamat itu tidak ada, atau bukan untuk Anda."),
    405: ("Cara membuka keliru", "Bukalah lewat tombol pada halamannya."),
    409: ("Sudah dikerjakan", "Orang lain sudah lebih dahulu."),
    413: (
        "Berkas terlalu besar",
        "Sekali kirim paling besar 25 MB, untuk dokumen tertanda 100 MB. Kirim lebih sedikit berkas "
        "sekaligus, atau pindai ulang dengan resolusi 150–200 dpi.",
    ),
    429: ("Terlalu sering", "Tunggu sebentar lalu coba lagi."),
    503: (
        "Sedang sibuk",
        "Basis data sedang dipakai. Coba lagi beberapa detik lagi; isian Anda belum tersimpan.",
    ),
    507: (
        "Penyimpanan penuh",
        "Cakram penuh atau hanya dapat dibaca. Hubungi admin; tidak ada yang tersimpan sebagian.",
    ),
}


# Passwords and codes are not shown back when a stale page returns what was typed.
TIDAK_DIPERLIHATKAN = frozenset({"csrf_token", "sandi", "lama", "ulang", "kode", "draf_lembar", "draf_kunci"})


def status_untuk(salah: kesalahan.Kesalahan) -> int:
    """HTTP status of a Kesalahan; 422 for whatever the person can mend in the form."""
    return next((s for jenis, s in STATUS.items() if isinstance(salah, jenis)), 422)


def halaman_galat(status: int, judul: str, pesan: str, nomor: str = "") -> Response:
    templat = "galat/_pesan.html" if minta_potongan() else "galat/galat.html"
    jawab = make_response(
        render_template(templat, status=status, judul=judul, pesan=pesan, nomor=nomor), status
    )
    jawab.vary.add("HX-Request")
    return jawab


def nama_asing(_salah: SecurityError) -> Response:
    """A server name outside TRUSTED_HOSTS: plain words, for no address can be made under that name."""
    pesan = "Alamat ini bukan alamat kinerja. Tanyakan alamat yang benar kepada admin.\n"
    return Response(pesan, 400, mimetype="text/plain")


def pasang(app: Flask) -> None:
    app.register_error_handler(SecurityError, nama_asing)

    @app.errorhandler(kesalahan.Kesalahan)
    def _kesalahan(salah: kesalahan.Kesalahan) -> Response:
        db.session.rollback()
        status = status_untuk(salah)
        belum = "Belum dapat dicetak" if isinstance(salah, GagalCetak) else "Belum dapat disimpan"
        judul = PESAN.get(status, (belum, ""))[0]
        return halaman_galat(status, judul, salah.pesan)

    @app.errorhandler(CSRFError)
    def _csrf(_salah: CSRFError) -> Response:
        db.session.rollback()
        isian = [
            (k, v) for k, v in request.form.items() if v and k.rpartition("-")[2] not in TIDAK_DIPERLIHATKAN
        ]
        templat = "galat/_basi.html" if minta_potongan() else "galat/basi.html"
        jawab = make_response(render_template(templat, isian=isian, kembali=halaman_asal()), 400)
        jawab.vary.add("HX-Request")
        return jawab

    @app.errorhandler(HTTPException)
    def _http(salah: HTTPException) -> Response:
        db.session.rollback()
        status = salah.code or 500
        if status < HTTPStatus.BAD_REQUEST:
            return make_response(salah.get_response())
        judul, pesan = PESAN.get(status, ("Tidak dapat dilayani", "Coba sekali lagi."))
        return halaman_galat(status, judul, pesan)

    @app.errorhandler(OperationalError)
    def _basis_data(salah: OperationalError) -> Response:
        db.session.rollback()
        _log.error("basis data: %s", salah.orig)
        teks = str(salah.orig).lower()
        if isinstance(salah.orig, sqlite3.OperationalError) and ("full" in teks or "readonly" in teks):
            return halaman_galat(507, *PESAN[507])
        return halaman_galat(503, *PESAN[503])

    @app.errorhandler(OSError)
    def _cakram(salah: OSError) -> Response:
        """A file that cannot be written because the disk is full or read-only; any other is unforeseen."""
        if salah.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
            return _lain(salah)
        db.session.rollback()
        _log.error("cakram: %s", salah)
        return halaman_galat(507, *PESAN[507])

    @app.errorhandler(Exception)
    def _lain(salah: Exception) -> Response:
        db.session.rollback()
        nomor = secrets.token_hex(4)
        _log.exception("galat %s pada %s %s", nomor, request.method, request.path, exc_info=salah)
        return halaman_galat(
            500,
            "Ada yang tidak beres",
            "Sebutkan nomor ini kepada admin. Tidak ada yang tersimpan sebagian.",
            nomor,
        )
