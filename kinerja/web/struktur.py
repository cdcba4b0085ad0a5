"""The structure page: posts as a tree with their holders today, and a page per post with its history."""

from __future__ import annotations

from flask import Blueprint
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import AWALAN_PENUGASAN, Wewenang
from kinerja.models.basis_data import db
from kinerja.operations import pejabat as verba
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import hari_ini
from kinerja.web.respond import respond

bp = Blueprint("struktur", __name__, url_prefix="/struktur")


@bp.get("/")
@perlu(Wewenang.BACA, Wewenang.ATUR_ORANG)
def daftar() -> Response:
    """Who holds what today; a vacant post says so."""
    return respond(
        "struktur/daftar.html",
        susunan=verba.susunan_pejabat(db.session(), hari_ini()),
        awalan=AWALAN_PENUGASAN,
        boleh_ubah=pelaku().boleh(Wewenang.ATUR_ORANG),
    )


@bp.get("/<nomor:jabatan_id>")
@perlu(Wewenang.BACA, Wewenang.ATUR_ORANG)
def jabatan(jabatan_id: int) -> Response:
    """One post: its place, its holders over time with the SK, its delegations."""
    sesi = db.session()
    return respond(
        "struktur/jabatan.html",
        jabatan=verba.ambil_dengan_atasan(sesi, jabatan_id),
        riwayat=verba.riwayat_pejabat(sesi, jabatan_id),
        delegasi=verba.delegasi_jabatan(sesi, jabatan_id),
        awalan=AWALAN_PENUGASAN,
        boleh_ubah=pelaku().boleh(Wewenang.ATUR_ORANG),
    )
