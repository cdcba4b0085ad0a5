"""Sheets and reports against the digests and audit rows they had when they were ratified and frozen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.keutuhan import JenisTemuan, Temuan
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.rujukan import sidik_data
from kinerja.models.basis_data import json_kanonik, lepas
from kinerja.models.catatan import Catatan
from kinerja.models.laporan import Laporan
from kinerja.models.lembar_sop import LembarSop
from kinerja.operations.laporan.verba import narasi_laporan, sidik_narasi
from kinerja.upkeep.bertahap import satu_satu

SEKALI = 20  # a report is a large row


def beku(sesi: Session) -> Iterator[Temuan]:
    """What has changed since, one finding each."""
    for kata in (*_lembar(sesi), *_laporan(sesi)):
        yield Temuan(JenisTemuan.BEKU, kata)


def _lembar(sesi: Session) -> Iterator[str]:
    for _, lembar in satu_satu(sesi, select(LembarSop.id, LembarSop), LembarSop.id, SEKALI):
        if hashlib.sha256(json_kanonik(lembar.isi).encode()).hexdigest() != lembar.digest:
            yield f"lembar SOP {lembar.nama} revisi {lembar.revisi} berubah"
        elif lembar.digest not in _digest_tercatat(sesi, lembar):
            yield f"lembar SOP {lembar.nama} revisi {lembar.revisi} bukan yang tercatat saat disahkan"


def _digest_tercatat(sesi: Session, lembar: LembarSop) -> set[str]:
    """The digests that the audit rows of this revision name: of its loading or its ratification."""
    baris = sesi.execute(select(Catatan.sesudah).where(Catatan.objek == f"lembar_sop:{lembar.id}")).scalars()
    isi = [json.loads(satu) for satu in baris]
    lepas(sesi)
    return {str(satu["digest"]) for satu in isi if isinstance(satu, dict) and "digest" in satu}


def _laporan(sesi: Session) -> Iterator[str]:
    pilih = select(Laporan.id, Laporan).where(Laporan.dibekukan_pada.is_not(None))
    for _, laporan in satu_satu(sesi, pilih, Laporan.id, SEKALI):
        if IsiLaporan.dari_data(laporan.isi).digest() != laporan.digest:
            yield f"data beku laporan {laporan.id} berubah"
        yield from _catatan_beku(sesi, laporan)


def _catatan_beku(sesi: Session, laporan: Laporan) -> Iterator[str]:
    """Figures, texts, trail and findings of a frozen report against the audit row of its freeze."""
    baris = sesi.execute(
        select(Catatan.sesudah).where(Catatan.tindakan == "bekukan", Catatan.objek == f"laporan:{laporan.id}")
    ).scalar_one_or_none()
    lepas(sesi)
    if baris is None:
        yield f"laporan {laporan.id} beku tanpa catatan pembekuan"
        return
    tercatat = json.loads(baris)
    kini = {
        "digest": ("angka", laporan.digest),
        "narasi": ("uraian", sidik_narasi(narasi_laporan(laporan))),
        "rujukan": ("sumber angka", sidik_data(laporan.rujukan)),
        "temuan": ("temuan", sidik_data(laporan.temuan)),
    }
    for medan, (kata, sidik) in kini.items():
        if medan in tercatat and tercatat[medan] != sidik:  # a report frozen earlier has fewer digests
            yield f"{kata} beku laporan {laporan.id} tidak sama dengan catatan pembekuannya"
