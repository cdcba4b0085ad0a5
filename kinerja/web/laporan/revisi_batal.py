"""Cancelling a revision that was opened by mistake, from the report's page."""

from __future__ import annotations

from flask import Blueprint, flash, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakBerwenang, TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.operations.laporan.revisi_batal import batalkan_revisi, pembatal
from kinerja.operations.laporan.verba import laporan_versi
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import sekarang
from kinerja.web.laporan.rute import cari_periode, konteks_laporan
from kinerja.web.laporan.versi import FormAlasan
from kinerja.web.respond import pindah, respond

bp = Blueprint("laporan_revisi_batal", __name__, url_prefix="/laporan")


@bp.post("/<nomor:periode_id>/versi/<nomor:versi>/pembatalan")
@perlu(Wewenang.BACA)
def batalkan(periode_id: int, versi: int) -> Response:
    """Cancel this very revision; a second click finds it cancelled already and changes nothing."""
    periode = cari_periode(periode_id)
    laporan = laporan_versi(db.session(), periode_id, versi)
    if laporan is None or not laporan.revisi_alasan:
        raise TidakDitemukan("Revisi itu tidak ada.")
    if pembatal(db.session(), laporan, pelaku()) is None:
        raise TidakBerwenang("Revisi dibatalkan oleh yang membukanya atau oleh Sekretaris.")
    form = FormAlasan()
    if form.validate():
        with form.menerima():
            lama = batalkan_revisi(db.session(), periode, versi, form.alasan.data or "", pelaku(), sekarang())
            flash(
                f"Revisi versi {versi} dibatalkan. Yang berlaku tetap versi {lama.versi}; tulisan dalam "
                f"revisi itu masih dapat dibaca pada versi {versi}.",
                "sukses",
            )
            db.session.commit()
            return pindah(url_for("laporan.tampil", periode_id=periode_id))
    db.session.rollback()
    return respond(
        "laporan/tampil.html", status=form.status, **{**konteks_laporan(periode), "form_batal": form}
    )
