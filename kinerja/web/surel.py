"""The outbox of e-mail, for the admin: what waits, what was given up and why."""

from __future__ import annotations

from flask import Blueprint, current_app, flash, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.models.basis_data import db
from kinerja.operations import surel as verba
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import waktu_nyata
from kinerja.web.respond import pindah, respond

bp = Blueprint("surel", __name__, url_prefix="/surel")


@bp.get("/")
@perlu(Wewenang.ATUR_ORANG)
def daftar() -> Response:
    belum, jumlah = verba.daftar_surel(db.session())
    return respond(
        "surel/daftar.html", belum=belum, jumlah=jumlah, aktif=bool(current_app.config["SMTP_URL"])
    )


@bp.post("/<nomor:surel_id>/kirim-lagi")
@perlu(Wewenang.ATUR_ORANG)
def kirim_lagi(surel_id: int) -> Response:
    """Try anew, from the first attempt on."""
    surel = verba.kirim_lagi(db.session(), surel_id, pelaku(), waktu_nyata())
    db.session.commit()
    flash(f"Surel untuk {surel.kepada} dikirim lagi dalam beberapa menit.", "sukses")
    return pindah(url_for("surel.daftar"))
