"""The revisions of a sheet in a row, and any two of them beside each other."""

from __future__ import annotations

from flask import request
from sqlalchemy import func, select
from werkzeug.wrappers import Response

from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.sop_beda import beda_sop, kolom_berubah
from kinerja.models.basis_data import db
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.periode import Periode
from kinerja.operations.lembar_sop import sop_dari
from kinerja.sop import PENGUMPULAN_DATA_KINERJA
from kinerja.web.akses import masuk
from kinerja.web.respond import respond
from kinerja.web.sop.alamat import bp
from kinerja.web.sop.bagan import bagan_lembar


def semua_revisi(kode: str) -> list[LembarSop]:
    """The revisions of a sheet, newest first; TidakDitemukan for a sheet that is not there."""
    pilih = select(LembarSop).where(LembarSop.kode == kode).order_by(LembarSop.revisi.desc())
    hasil = list(db.session.execute(pilih).scalars())
    if not hasil:
        raise TidakDitemukan("Lembar SOP itu tidak ada.")
    return hasil


def _kode() -> str:
    return request.args.get("kode", PENGUMPULAN_DATA_KINERJA)


@bp.get("/sop/revisi")
@masuk
def revisi() -> Response:
    """Every revision with who ratified it, when and why, its sheet and PDF."""
    semua = semua_revisi(_kode())
    dipakai = dict(
        db.session.execute(
            select(Periode.lembar_sop_id, func.count())
            .where(Periode.lembar_sop_id.in_([satu.id for satu in semua]))
            .group_by(Periode.lembar_sop_id)
        ).all()
    )
    return respond(
        "sop/revisi.html",
        semua=semua,
        kode=semua[0].kode,
        identitas={satu.id: sop_dari(satu).identitas for satu in semua},
        dipakai=dipakai,
    )


@bp.get("/sop/banding")
@masuk
def banding() -> Response:
    """Two revisions: the cells that differ, then both matrices with those cells marked."""
    semua = semua_revisi(_kode())
    per_revisi = {satu.revisi: satu for satu in semua}
    ke = _pilih(per_revisi, "ke", semua[0])
    dari = _pilih(per_revisi, "dari", semua[1] if len(semua) > 1 else semua[0])
    lama, baru = sop_dari(dari), sop_dari(ke)
    beda = beda_sop(lama, baru)
    berubah = kolom_berubah(beda)
    return respond(
        "sop/banding.html",
        semua=semua,
        kode=semua[0].kode,
        dari=dari,
        ke=ke,
        beda=beda,
        bagan_lama=bagan_lembar(lama, berubah),
        bagan_baru=bagan_lembar(baru, berubah),
    )


def _pilih(per_revisi: dict[int, LembarSop], nama: str, bawaan: LembarSop) -> LembarSop:
    teks = request.args.get(nama, "")
    if not teks:
        return bawaan
    nomor = int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else 0
    if nomor not in per_revisi:
        raise TidakDitemukan("Revisi itu tidak ada.")
    return per_revisi[nomor]
