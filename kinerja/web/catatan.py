"""The page of the audit chain: who, what, when, on what."""

from __future__ import annotations

from flask import Blueprint, request
from sqlalchemy import func, select
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.models.basis_data import db
from kinerja.models.catatan import Catatan
from kinerja.web.akses import perlu
from kinerja.web.respond import respond

bp = Blueprint("catatan", __name__, url_prefix="/catatan")
PER_HALAMAN = 50


@bp.get("/")
@perlu(Wewenang.BACA_CATATAN)
def daftar() -> Response:
    """Newest first; ``?cari=`` looks in person and sentence, ``?sebelum=`` pages on by number."""
    cari = request.args.get("cari", "").strip()[:100]
    pilih = select(Catatan).order_by(Catatan.seq.desc()).limit(PER_HALAMAN + 1)
    if cari:
        pola = "%" + cari.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        pilih = pilih.where(
            Catatan.uraian.ilike(pola, escape="\\") | Catatan.pelaku_nama.ilike(pola, escape="\\")
        )
    sebelum = request.args.get("sebelum", "")
    if sebelum.isascii() and sebelum.isdigit() and len(sebelum) < 18:
        pilih = pilih.where(Catatan.seq < int(sebelum))
    baris = list(db.session.execute(pilih).scalars())
    lagi = baris[PER_HALAMAN - 1].seq if len(baris) > PER_HALAMAN else None
    jumlah = db.session.execute(select(func.count()).select_from(Catatan)).scalar_one()
    return respond(
        "catatan/daftar.html",
        "catatan/_daftar.html",
        baris=baris[:PER_HALAMAN],
        lagi=lagi,
        cari=cari,
        jumlah=jumlah,
    )
