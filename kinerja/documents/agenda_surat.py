"""The agenda book of incoming letters of a month, as a printed table."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.documents.kantor import Kantor

TEMPLAT = "agenda_surat.html"


@dataclass(frozen=True)
class BarisAgenda:
    """One entry; dates are written out. ``keterangan``: to whom it was put forward and what came of it."""

    nomor: str
    diterima: str
    surat_dari: str
    nomor_surat: str
    tanggal_surat: str
    hal: str
    sifat: str
    keterangan: str


@dataclass(frozen=True)
class AgendaSurat:
    """All display text. ``bulan`` as in "Oktober 2026"."""

    kantor: Kantor
    bulan: str
    baris: tuple[BarisAgenda, ...]
    dicetak: str

    @property
    def penanda(self) -> tuple[str, ...]:
        """Texts that must be found in the finished PDF."""
        return ("BUKU AGENDA SURAT MASUK", self.bulan)
