"""The SOP sheet as printed, its PDF, and the same matrix for a running period."""

from __future__ import annotations

from io import BytesIO

from flask import send_file
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from kinerja.documents.lembar_sop.naskah import cetak_lembar_sop
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db, lepas
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas, tugas_periode
from kinerja.operations.lembar_sop import sop_dari
from kinerja.web.akses import masuk, pelaku, perlu
from kinerja.web.respond import respond
from kinerja.web.sop import banding as sop_banding
from kinerja.web.sop import rancangan as sop_rancangan
from kinerja.web.sop import rancangan_bagian as sop_rancangan_bagian
from kinerja.web.sop import terbit as sop_terbit
from kinerja.web.sop.alamat import bp
from kinerja.web.sop.bagan import bagan_periode, bukti_periode, keadaan_tugas
from kinerja.web.sop.halaman import cari_lembar, halaman, terbaru

__all__ = ["bp"]

BAGIAN = (sop_banding, sop_rancangan, sop_rancangan_bagian, sop_terbit)  # views on the same bp


@bp.get("/sop")
@masuk
def tampil() -> Response:
    """The newest revision, with what the office has yet to confirm."""
    return halaman(terbaru())


@bp.get("/sop/lembar/<nomor:lembar_id>")
@masuk
def lembar(lembar_id: int) -> Response:
    """One revision, also one that was replaced."""
    return halaman(cari_lembar(lembar_id))


def _cari_periode(periode_id: int) -> tuple[Periode, list[Tugas]]:
    baris = db.session.execute(
        select(Periode).options(joinedload(Periode.lembar_sop)).where(Periode.id == periode_id)
    ).scalar_one_or_none()
    if baris is None:
        raise TidakDitemukan("Periode itu tidak ada.")
    return baris, list(db.session.execute(tugas_periode(periode_id)).unique().scalars())


@bp.get("/sop/<nomor:periode_id>")
@perlu(Wewenang.BACA)
def periode(periode_id: int) -> Response:
    """The matrix of the revision this period runs on, with where each of its steps stands."""
    baris, tugas = _cari_periode(periode_id)
    sop = sop_dari(baris.lembar_sop)
    return respond(
        "sop/periode.html",
        periode=baris,
        lembar=baris.lembar_sop,
        sop=sop,
        tugas=tugas,
        bagan=bagan_periode(sop, tugas),
        di_sini=[t for t in tugas if keadaan_tugas(t) == "berjalan"],
    )


@bp.get("/sop/<nomor:periode_id>.pdf")
@perlu(Wewenang.BACA)
def unduh_periode(periode_id: int) -> Response:
    """The same on paper, as evidence for an inspection: when printed, which revision, its digest."""
    baris, tugas = _cari_periode(periode_id)
    oleh = pelaku()
    jabatan = ", ".join(j.nama_lengkap for j in oleh.jabatan)
    bukti = bukti_periode(baris.nama, baris.lembar_sop, tugas, f"{oleh.nama} ({jabatan})")
    sop, nama = sop_dari(baris.lembar_sop), f"SOP {baris.lembar_sop.nama} {baris.nama}.pdf"
    lepas(db.session())
    hasil = cetak_lembar_sop(sop, dengan_catatan=False, revisi=bukti.revisi, bukti=bukti)
    return send_file(BytesIO(hasil.pdf), mimetype="application/pdf", as_attachment=True, download_name=nama)
