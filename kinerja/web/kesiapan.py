"""What is still missing before the office can run the SOP."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.wrappers import Response

from kinerja.models.basis_data import db
from kinerja.operations import kesiapan as verba
from kinerja.web.akses import perlu
from kinerja.web.jam import hari_ini, waktu_nyata
from kinerja.web.respond import respond

bp = Blueprint("kesiapan", __name__)


@bp.get("/menyiapkan")
@perlu(*verba.PENYIAP)
def daftar() -> Response:
    """The computed list, done lines ticked, open ones with their page and who can do it."""
    butir = verba.periksa(db.session(), hari_ini(), waktu_nyata())
    return respond(
        "kesiapan/daftar.html",
        butir=butir,
        selesai=sum(b.ada for b in butir),
        peringatan=verba.peringatan(db.session(), hari_ini()),
    )
