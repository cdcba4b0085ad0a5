"""The list "Jatuh tempo retensi" on paper: what the archive committee looks at. It destroys nothing."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.documents.kantor import Kantor

TEMPLAT = "daftar_retensi.html"


@dataclass(frozen=True)
class BarisRetensi:
    """One document; all display text. ``rak``: where the paper original stands."""

    nomor: str
    judul: str
    tanggal: str
    kelas: str
    masa: str
    jatuh_tempo: str
    nasib: str
    sumber: str
    rak: str


@dataclass(frozen=True)
class DaftarRetensi:
    """All display text. ``per`` is the day it holds for."""

    kantor: Kantor
    per: str
    baris: tuple[BarisRetensi, ...]
    dicetak: str

    @property
    def penanda(self) -> tuple[str, ...]:
        """Texts that must be found in the finished PDF."""
        return ("DAFTAR ARSIP JATUH TEMPO RETENSI", self.per)
