"""The SOP sheet as printed, its PDF, and the same matrix for a running period."""

from __future__ import annotations

from io import BytesIO

from flask import send_file
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from kinerja.documents.lembar_sop import cetak_lembar_sop
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.sop_tinjau import ditegaskan, tinjauan
from kinerja.models.basis_data import db, lepas
from kinerja.models.lembar_sop import LembarSop, lembar_terbaru
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas, tugas_periode
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.rancangan_sop import rancangan_terbuka
from kinerja.sop import PENGUMPULAN_DATA_KINERJA
from kinerja.web import sop_banding, sop_rancangan, sop_rancangan_bagian
from kinerja.web.akses import masuk, pelaku, perlu
from kinerja.web.respond import respond
from kinerja.web.sop_alamat import bp
from kinerja.web.sop_bagan import bagan_lembar, bagan_periode, bukti_periode, keadaan_tugas

__all__ = ["bp"]

BAGIAN = (sop_banding, sop_rancangan, sop_rancangan_bagian)  # views on the same bp
PERIODE_TERBANYAK = 7


def _terbaru(kode: str = PENGUMPULAN_DATA_KINERJA) -> LembarSop:
    hasil: LembarSop = db.session.execute(lembar_terbaru(kode)).scalar_one()
    return hasil


def cari_lembar(lembar_id: int) -> LembarSop:
    lembar = db.session.get(LembarSop, lembar_id)
    if lembar is None:
        raise TidakDitemukan("Lembar SOP itu tidak ada.")
    return lembar


@bp.get("/sop")
@masuk
def tampil() -> Response:
    """The newest revision, with what the office has yet to confirm."""
    return _halaman(_terbaru())


@bp.get("/sop/lembar/<nomor:lembar_id>")
@masuk
def lembar(lembar_id: int) -> Response:
    """One revision, also one that was replaced."""
    return _halaman(cari_lembar(lembar_id))


def _halaman(lembar: LembarSop) -> Response:
    sop = sop_dari(lembar)
    periode = db.session.execute(
        select(Periode)
        .where(Periode.lembar_sop_id == lembar.id, Periode.ditutup_pada.is_(None))
        .order_by(Periode.tahun.desc(), Periode.id)
        .limit(PERIODE_TERBANYAK)
    ).scalars()
    return respond(
        "sop/tampil.html",
        lembar=lembar,
        terbaru=_terbaru(lembar.kode),
        sop=sop,
        bagan=bagan_lembar(sop),
        tinjauan=tinjauan(sop),
        ditegaskan=ditegaskan(sop),
        rancangan=db.session.execute(rancangan_terbuka(lembar.kode)).scalar_one_or_none(),
        boleh_ubah=pelaku().boleh(Wewenang.ATUR_KANTOR),
        periode=list(periode),
    )


@bp.get("/sop.pdf")
@masuk
def unduh() -> Response:
    """The newest revision on paper."""
    return _cetak(_terbaru())


@bp.get("/sop/lembar/<nomor:lembar_id>.pdf")
@masuk
def unduh_lembar(lembar_id: int) -> Response:
    """One revision on paper."""
    return _cetak(cari_lembar(lembar_id))


def _cetak(lembar: LembarSop) -> Response:
    sop, nama, dimuat_pada = (
        sop_dari(lembar),
        f"SOP {lembar.nama} revisi {lembar.revisi}.pdf",
        lembar.dimuat_pada,
    )
    revisi = lembar.revisi
    lepas(db.session())
    hasil = cetak_lembar_sop(sop, bertanggal=dimuat_pada, revisi=revisi)
    return send_file(BytesIO(hasil.pdf), mimetype="application/pdf", as_attachment=True, download_name=nama)


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
