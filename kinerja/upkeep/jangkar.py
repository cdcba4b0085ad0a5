"""Anchors: rows of the audit chain that were seen once, and that a later chain must still hold.

Whoever can write the database can compute the whole chain anew; a row noted outside of it shows that. Each
earlier check left such a note in the database too, which tells of mistakes, not of a clever hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.keutuhan import JenisTemuan, Temuan
from kinerja.models.basis_data import lepas
from kinerja.models.catatan import Catatan
from kinerja.models.pemeriksaan import PaketInspeksi, PeriksaArsip
from kinerja.upkeep.bertahap import satu_satu

_BARIS = re.compile(r"(?<![0-9a-f])([1-9][0-9]{0,17})\s+([0-9a-f]{64})(?![0-9a-f])")


@dataclass(frozen=True)
class Jangkar:
    """Number and hash of a row of the chain."""

    seq: int
    hash: str


class JangkarSalah(ValueError):
    """A file that holds no anchor."""


def baca_jangkar(teks: str) -> tuple[Jangkar, ...]:
    """The anchors of a note, one a line: "Kepala rantai: 812 9f3c…" as printed, or just number and hash.

    Other lines are passed over. Raises JangkarSalah when there is none.
    """
    semua = tuple(Jangkar(int(seq), sidik) for seq, sidik in _BARIS.findall(teks.lower()))
    if not semua:
        raise JangkarSalah(
            "Tidak ada jangkar di berkas itu. Isinya baris “Kepala rantai” dari pemeriksaan dahulu."
        )
    return semua


def periksa_jangkar(sesi: Session, jangkar: Sequence[Jangkar]) -> Iterator[Temuan]:
    """The given anchors and those of earlier checks and packs that the chain no longer holds."""
    for satu in jangkar:
        kini = sesi.execute(select(Catatan.hash).where(Catatan.seq == satu.seq)).scalar_one_or_none()
        lepas(sesi)
        if kini != satu.hash:
            yield Temuan(
                JenisTemuan.JANGKAR,
                f"rantai catatan tidak lagi memuat catatan nomor {satu.seq} dengan sidik {satu.hash}",
            )
    for model, kata in ((PeriksaArsip, "pemeriksaan arsip"), (PaketInspeksi, "paket inspeksi")):
        pilih = (
            select(model.id, model.kepala_seq)
            .outerjoin(Catatan, Catatan.seq == model.kepala_seq)
            .where(model.kepala_seq > 0, Catatan.hash.is_distinct_from(model.kepala_hash))
        )
        for nomor, seq in satu_satu(sesi, pilih, model.id):
            yield Temuan(
                JenisTemuan.JANGKAR,
                f"rantai catatan tidak lagi memuat catatan nomor {seq} seperti saat {kata} {nomor}",
            )
