"""The public verify page: a typed code or an uploaded PDF against what was issued and archived.

No login, nothing of an upload is kept, and nothing is told but the sentences of domain.periksa_umum with the
document itself. The answer's address carries the code (and the upload's sha256) under our seal: who has it
has asked before, so that neither the answer nor its pictures can be walked through.
"""

from __future__ import annotations

import hashlib
import logging
from typing import Any, BinaryIO, cast

from flask import Blueprint, current_app, redirect, request, url_for
from flask_wtf.file import FileField
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from kinerja.documents.kode_tertulis import kode_tertulis
from kinerja.documents.pratinjau import PratinjauGagal
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.kode_dokumen import rapikan_kode
from kinerja.domain.nomor import NAMA_JENIS
from kinerja.domain.periksa_umum import Putusan, kata_ttd, tunda_kata
from kinerja.models.basis_data import db, menulis
from kinerja.models.berkas import Berkas
from kinerja.operations.arsip import CARA
from kinerja.operations.periksa_umum import Cara, Temuan, catat_tanya, temukan, tunda_detik
from kinerja.web.akses import publik
from kinerja.web.berkas import KOTAK_PASIR
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import waktu_nyata
from kinerja.web.periksa_gambar import KOLAM_UMUM, giliran, kode_bergambar
from kinerja.web.periksa_gambar import gambar as gambar_halaman
from kinerja.web.respond import respond

bp = Blueprint("periksa", __name__, url_prefix="/periksa")
_log = logging.getLogger("kinerja.periksa")
UMUR_DETIK = 3600
_POTONG = 1024 * 1024


class FormKode(Formulir):
    kode = StringField("Kode dokumen", [InputRequired(WAJIB), Length(max=100)])


class FormBerkas(Formulir):
    berkas = FileField("Berkas PDF")


def _meterai() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="kinerja.periksa")


def _halaman(status: int = 200, **lain: Any) -> Response:
    isi = {"form_kode": FormKode(formdata=None), "form_berkas": FormBerkas(formdata=None)}
    return respond("periksa/tampil.html", status=status, **{**isi, "temuan": None, "salah": "", **lain})


@bp.get("/")
@publik
def tampil() -> Response:
    """The two ways to ask."""
    return _halaman()


def _ditahan(cara: Cara) -> Response | None:
    """Count this question, or refuse it for now (429). Nothing slow comes inside this transaction."""
    kini, alamat = waktu_nyata(), request.remote_addr or ""
    tunda = tunda_detik(db.session(), cara, alamat, kini)
    if not tunda:
        catat_tanya(db.session(), cara, alamat, kini)
        db.session.commit()
        menulis.set(False)  # what follows only reads
        return None
    db.session.rollback()
    _log.warning("periksa %s ditahan untuk %s", cara, alamat)
    pesan = f"Terlalu banyak pemeriksaan dalam waktu singkat. Coba lagi {tunda_kata(tunda)} lagi."
    jawab = _halaman(429, salah=pesan)
    jawab.headers["Retry-After"] = str(tunda)
    return jawab


def _jawab(temuan: Temuan, sha256: str, **lain: Any) -> Response:
    if temuan.dokumen is None:
        return _halaman(temuan=temuan, **lain)
    sampai = int(waktu_nyata().timestamp()) + UMUR_DETIK
    tanda = _meterai().dumps([temuan.dokumen.kode, sha256, sampai])
    return redirect(url_for("periksa.hasil", tanda=tanda), 303)


@bp.post("/kode")
@publik
def kode() -> Response:
    """A typed code; spaces, small letters and a missing dash are forgiven."""
    form = FormKode()
    rapi = rapikan_kode(form.kode.data or "") if form.validate() else None
    if rapi is None:
        if not form.kode.errors:
            form.kode.errors = ["Kode terdiri atas delapan huruf dan angka, misalnya 7K2M-9QXB."]
        return _halaman(422, form_kode=form)
    return _ditahan(Cara.KODE) or _jawab(temukan(db.session(), kode=(rapi,)), "", form_kode=form)


@bp.post("/berkas")
@publik
def berkas() -> Response:
    """An uploaded PDF: its sha256, else the code it bears. It is gone when this answer is."""
    form = FormBerkas()
    form.validate()
    kiriman = form.berkas.data
    if not isinstance(kiriman, FileStorage) or not kiriman.filename:
        form.berkas.errors = ["Pilih berkasnya dahulu."]
        return _halaman(422, form_berkas=form)
    aliran = cast(BinaryIO, kiriman.stream)
    if aliran.read(5) != b"%PDF-":
        form.berkas.errors = ["Berkas ini bukan PDF. Untuk kertas atau foto, ketik kode dokumennya."]
        return _halaman(422, form_berkas=form)
    ditahan = _ditahan(Cara.BERKAS)
    if ditahan is not None:
        return ditahan
    sha256 = _sidik(aliran)
    temuan = temukan(db.session(), sha256)
    if temuan.putusan is Putusan.ASING:
        db.session.rollback()
        aliran.seek(0)
        try:
            temuan = temukan(db.session(), sha256, _kode_pada(aliran.read()))
        except PratinjauGagal as gagal:
            return _halaman(503, salah=gagal.pesan)
    return _jawab(temuan, sha256)


def _sidik(aliran: BinaryIO) -> str:
    aliran.seek(0)
    sari = hashlib.sha256()
    while potong := aliran.read(_POTONG):
        sari.update(potong)
    return sari.hexdigest()


def _kode_pada(pdf: bytes) -> tuple[str, ...]:
    """The document codes the file bears, in words or as our QR.

    Errors: PratinjauGagal when too many ask at once, or when looking for them takes too long.
    """
    with giliran():
        tertulis = kode_tertulis(pdf, kolam=KOLAM_UMUM)
        return tertulis or kode_bergambar(pdf)


def _baca(tanda: str) -> Temuan:
    """What the seal stands for, looked up anew. Raises TidakDitemukan."""
    try:
        kode_dokumen, sha256, sampai = _meterai().loads(tanda)
    except (BadSignature, ValueError, TypeError):
        sampai = 0
    if sampai < waktu_nyata().timestamp():
        raise TidakDitemukan(
            "Hasil pemeriksaan ini tidak ada atau sudah lewat waktunya. Periksa sekali lagi."
        )
    temuan = temukan(db.session(), sha256, (kode_dokumen,))
    if temuan.dokumen is None:
        raise TidakDitemukan("Hasil pemeriksaan ini tidak ada lagi. Periksa sekali lagi.")
    return temuan


def _lembar(temuan: Temuan) -> tuple[Berkas | None, int]:
    """The file whose pages are shown, and how many: signed if there is one; nothing of a cancelled one."""
    if temuan.batal or temuan.dokumen is None:
        return None, 0
    if temuan.arsip is not None:
        return temuan.arsip.berkas, temuan.arsip.halaman
    return temuan.dokumen.berkas, temuan.dokumen.halaman


@bp.get("/hasil/<tanda>")
@publik
def hasil(tanda: str) -> Response:
    """The answer about a document, with one of its pages."""
    temuan = _baca(tanda)
    jumlah = _lembar(temuan)[1]
    diminta = request.args.get("halaman", "1")
    ke = int(diminta) if diminta.isascii() and diminta.isdigit() and len(diminta) < 5 else 1
    jawab = _halaman(
        temuan=temuan,
        tanda=tanda,
        jumlah=jumlah,
        ke=min(max(1, ke), max(1, jumlah)),
        nama_jenis=NAMA_JENIS,
        cara=CARA,
        ttd=kata_ttd(temuan.ttd, temuan.penanda) or "Ditandatangani secara elektronik.",
    )
    jawab.headers["Cache-Control"] = "no-store"
    return jawab


@bp.get("/gambar/<tanda>/<nomor:halaman>")
@publik
def gambar(tanda: str, halaman: int) -> Response:
    """One page as a picture we drew; the file itself is never given."""
    lembar, jumlah = _lembar(_baca(tanda))
    if lembar is None or not 1 <= halaman <= jumlah:
        raise TidakDitemukan("Halaman itu tidak ada.")
    db.session.rollback()
    try:
        png = gambar_halaman(current_app.config["DATA"], lembar.sha256, halaman)
    except PratinjauGagal as gagal:
        return Response(gagal.pesan, 503, {"Retry-After": "5"}, mimetype="text/plain")
    jawab = Response(png, mimetype="image/png")
    jawab.headers["Content-Security-Policy"] = KOTAK_PASIR
    jawab.headers["Cache-Control"] = "no-store"
    return jawab
