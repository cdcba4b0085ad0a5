"""The SOP sheet as printed, its PDF, and the same matrix for a running period."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from flask import Blueprint, send_file
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from kinerja.documents.bagan_sop import Bagan, bagan
from kinerja.documents.bagan_svg import Keadaan
from kinerja.documents.lembar_sop import cetak_lembar_sop, lembar_sop
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.periode import tanggal_panjang
from kinerja.domain.sop import Sop
from kinerja.models.basis_data import db, lepas
from kinerja.models.lembar_sop import LembarSop, lembar_terbaru
from kinerja.models.pegawai import penugasan_berlaku
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas, tugas_periode
from kinerja.operations.lembar_sop import sop_dari
from kinerja.sop import PENGUMPULAN_DATA_KINERJA
from kinerja.web.akses import masuk, perlu
from kinerja.web.bola import pemegang
from kinerja.web.jam import hari_ini, sekarang, zona
from kinerja.web.kata_waktu import lama
from kinerja.web.respond import respond

bp = Blueprint("sop", __name__)


def _lembar() -> LembarSop:
    hasil: LembarSop = db.session.execute(lembar_terbaru(PENGUMPULAN_DATA_KINERJA)).scalar_one()
    return hasil


@bp.get("/sop")
@masuk
def tampil() -> Response:
    """The sheet with its identity block, matrix, mutu baku and what the office has yet to confirm."""
    lembar = _lembar()
    sop = sop_dari(lembar)
    cetakan = lembar_sop(sop)
    periode = db.session.execute(
        select(Periode)
        .where(Periode.lembar_sop_id == lembar.id, Periode.ditutup_pada.is_(None))
        .order_by(Periode.tahun.desc(), Periode.id)
        .limit(7)
    ).scalars()
    return respond(
        "sop/tampil.html",
        lembar=lembar,
        sop=sop,
        cetakan=cetakan,
        bagan=_bagan_lembar(sop),
        periode=list(periode),
    )


@bp.get("/sop.pdf")
@masuk
def unduh() -> Response:
    """The sheet on paper."""
    lembar = _lembar()
    sop, nama, dimuat_pada = (
        sop_dari(lembar),
        f"SOP {lembar.nama} revisi {lembar.revisi}.pdf",
        lembar.dimuat_pada,
    )
    lepas(db.session())
    hasil = cetak_lembar_sop(sop, bertanggal=dimuat_pada)
    return send_file(BytesIO(hasil.pdf), mimetype="application/pdf", as_attachment=True, download_name=nama)


@bp.get("/sop/<nomor:periode_id>")
@perlu(Wewenang.BACA)
def periode(periode_id: int) -> Response:
    """The matrix of the revision this period runs on, with where each of its steps stands."""
    baris = db.session.execute(
        select(Periode).options(joinedload(Periode.lembar_sop)).where(Periode.id == periode_id)
    ).scalar_one_or_none()
    if baris is None:
        raise TidakDitemukan("Periode itu tidak ada.")
    sop = sop_dari(baris.lembar_sop)
    tugas = db.session.execute(tugas_periode(periode_id)).unique().scalars().all()
    return respond(
        "sop/periode.html",
        periode=baris,
        sop=sop,
        tugas=tugas,
        bagan=_bagan_periode(sop, list(tugas)),
        di_sini=[t for t in tugas if _keadaan(t) is Keadaan.BERJALAN],
    )


def _bagan_lembar(sop: Sop) -> Bagan:
    """The chart of the sheet itself; a supposed pelaksana says so in its row."""
    hasil = bagan(sop)
    isi = tuple(
        replace(b, kata_keadaan="Pelaksana perlu dikonfirmasi kantor") if b.perlu_dikonfirmasi else b
        for b in hasil.baris
    )
    return replace(hasil, baris=isi)


def _keadaan(tugas: Tugas) -> Keadaan:
    if tugas.penyelesaian is not None:
        return Keadaan.SELESAI
    if tugas.dibuka_pada is not None and tugas.dibuka_pada <= sekarang():
        return Keadaan.BERJALAN
    return Keadaan.MENUNGGU


def _bagan_periode(sop: Sop, tugas: list[Tugas]) -> Bagan:
    """The chart with state, and beside it in words who did a step when, or with whom it is."""
    per_langkah = {t.langkah: t for t in tugas if t.langkah is not None}
    hasil = bagan(sop, {nomor: _keadaan(t) for nomor, t in per_langkah.items()})
    penugasan = list(db.session.execute(penugasan_berlaku(hari_ini())).scalars())

    def kata(t: Tugas) -> str:
        if t.penyelesaian is not None:
            p = t.penyelesaian
            menit = p.koreksi_menit if p.koreksi_menit is not None else p.pengerjaan_menit
            pukul = p.pada.astimezone(zona())
            return (
                f"Selesai oleh {p.oleh_nama} ({p.jabatan_nama}), {tanggal_panjang(pukul.date())} "
                f"pukul {pukul:%H.%M}; pengerjaan {lama(menit)}"
            )
        if _keadaan(t) is Keadaan.BERJALAN:
            return f"Anda di sini: pada {pemegang(t, penugasan)}; tenggat {tanggal_panjang(t.tenggat)}"
        return f"Menunggu; tenggat {tanggal_panjang(t.tenggat)}"

    isi = tuple(
        replace(b, kata_keadaan=kata(per_langkah[b.langkah.nomor])) if b.langkah.nomor in per_langkah else b
        for b in hasil.baris
    )
    return replace(hasil, baris=isi)
