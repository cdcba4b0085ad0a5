"""The indicator cards of a PK: what PermenPANRB 53/2014 wants fixed before an indicator is measured."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.documents.kantor import Kantor

TEMPLAT = "kartu_indikator.html"


@dataclass(frozen=True)
class TahunKartu:
    """One earlier year as printed."""

    tahun: int
    target: str
    realisasi: str


@dataclass(frozen=True)
class Kartu:
    """One card: its heading, its rows (name, text) and the tables below, all display text."""

    nomor: str
    uraian: str
    sasaran: str
    isi: tuple[tuple[str, str], ...]
    target: tuple[str, str, str, str, str]
    """Triwulan I to IV, then the year."""
    riwayat: tuple[TahunKartu, ...] = ()


@dataclass(frozen=True)
class KartuIndikator:
    """Cards of one version of the PK; ``aturan`` are the office's rules in words."""

    kantor: Kantor
    tahun: int
    versi_pk: str
    kartu: tuple[Kartu, ...]
    aturan: tuple[str, ...]
    status: str = ""

    @property
    def nama(self) -> str:
        """The title, in capitals."""
        return f"KARTU INDIKATOR KINERJA TAHUN {self.tahun}"

    @property
    def penanda(self) -> tuple[str, ...]:
        """Texts that must be found in the finished PDF."""
        return (self.nama, *(f"Indikator {satu.nomor}" for satu in self.kartu))
