"""The periods of a year: 4 triwulan, 2 semester, 1 tahunan, and how they hang together."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_ROMAWI = ("I", "II", "III", "IV")


class JenisPeriode(StrEnum):
    """A daur of the sheet; ``SEKALI`` is for sheets that run on demand."""

    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUNAN = "tahunan"
    SEKALI = "sekali"


JUMLAH: dict[JenisPeriode, int] = {
    JenisPeriode.TRIWULAN: 4,
    JenisPeriode.SEMESTER: 2,
    JenisPeriode.TAHUNAN: 1,
}


@dataclass(frozen=True, order=True)
class Periode:
    """One period of a year; ``ke`` counts from 1 within its kind."""

    tahun: int
    jenis: JenisPeriode
    ke: int

    def __post_init__(self) -> None:
        if self.jenis is not JenisPeriode.SEKALI and not 1 <= self.ke <= JUMLAH[self.jenis]:
            raise ValueError(f"{self.jenis} {self.ke}")

    @property
    def nama(self) -> str:
        """ "Triwulan III 2026", "Semester I 2026", "Tahun 2026"."""
        if self.jenis is JenisPeriode.TAHUNAN:
            return f"Tahun {self.tahun}"
        if self.jenis is JenisPeriode.SEKALI:
            return f"Nomor {self.ke} Tahun {self.tahun}"
        return f"{self.jenis.capitalize()} {_ROMAWI[self.ke - 1]} {self.tahun}"

    @property
    def mulai(self) -> date:
        return date(self.tahun, 1 + (self._urut - 1) * self._bulan, 1)

    @property
    def akhir(self) -> date:
        """The last day of the period; a run on demand belongs to its year as a whole."""
        bulan = self._urut * self._bulan
        return date(self.tahun, bulan, calendar.monthrange(self.tahun, bulan)[1])

    @property
    def _bulan(self) -> int:
        return 12 // JUMLAH.get(self.jenis, 1)

    @property
    def _urut(self) -> int:
        return 1 if self.jenis is JenisPeriode.SEKALI else self.ke

    @property
    def triwulan(self) -> tuple[int, ...]:
        """The triwulan (1–4) this period covers, in order."""
        if self.jenis is JenisPeriode.TRIWULAN:
            return (self.ke,)
        if self.jenis is JenisPeriode.SEMESTER:
            return (2 * self.ke - 1, 2 * self.ke)
        return (1, 2, 3, 4)


def setahun(tahun: int) -> tuple[Periode, ...]:
    """The seven periods of a year."""
    return tuple(Periode(tahun, jenis, ke) for jenis, jumlah in JUMLAH.items() for ke in range(1, jumlah + 1))


def bagian(periode: Periode, jenis: JenisPeriode) -> tuple[Periode, ...]:
    """The periods of kind ``jenis`` that lie inside ``periode`` (a step's *menunggu*)."""
    return tuple(
        p for p in setahun(periode.tahun) if p.jenis is jenis and set(p.triwulan) <= set(periode.triwulan)
    )


def tanggal_panjang(hari: date) -> str:
    """ "8 Januari 2025"."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
