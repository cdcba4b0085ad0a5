"""Verdicts on electronic signatures, as shown: rows, words and times ready for the template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from kinerja.domain.kaitan import Kaitan
from kinerja.domain.tanda_tangan import HasilTtd, TandaTangan, Verdict
from kinerja.models.dokumen import Arsip
from kinerja.models.pemeriksaan import PeriksaTtd
from kinerja.operations.periksa_ttd import verdict_berkas

_NADA = {Verdict.SAH: "baik", Verdict.TIDAK_DIPERCAYA: "awas"}


def nada(verdict: Verdict) -> str:
    """The colour of a verdict."""
    return _NADA.get(verdict, "bahaya")


@dataclass(frozen=True)
class TtdTampil:
    """One signature."""

    ttd: TandaTangan

    @property
    def nada(self) -> str:
        return nada(self.ttd.verdict)

    @property
    def waktu(self) -> datetime | None:
        return _saat(self.ttd.cap_waktu or self.ttd.waktu)

    @property
    def masa(self) -> tuple[datetime | None, datetime | None]:
        return _saat(self.ttd.berlaku_dari), _saat(self.ttd.berlaku_sampai)


@dataclass(frozen=True)
class VerdictTampil:
    """One row with what it holds."""

    baris: PeriksaTtd
    hasil: HasilTtd

    @property
    def nada(self) -> str:
        return nada(self.hasil.verdict)

    @property
    def ttd(self) -> list[TtdTampil]:
        return [TtdTampil(satu) for satu in self.hasil.tanda_tangan]


def verdict_tampil(sesi: Session, arsip: Arsip | None) -> dict[str, Any]:
    """What ``arsip/_verdict.html`` needs of an archived file; ``verdict`` is empty for paper."""
    semua = verdict_berkas(sesi, arsip.berkas_id) if arsip is not None else []
    kaitan = next((k for k in Kaitan if arsip is not None and arsip.kaitan == k), None)
    return {
        "verdict": [VerdictTampil(satu, HasilTtd.dari_data(satu.hasil)) for satu in semua],
        "kaitan": kaitan,
    }


def _saat(iso: str) -> datetime | None:
    return datetime.fromisoformat(iso) if iso else None
