"""The spans of a year that a figure can be about: a triwulan, "sampai dengan" one, a semester, the year."""

from __future__ import annotations

from enum import StrEnum

ROMAWI = ("I", "II", "III", "IV")


class Masa(StrEnum):
    """One column of a report; the value is the key used in templates and in the frozen report."""

    TW1 = "tw1"
    TW2 = "tw2"
    TW3 = "tw3"
    TW4 = "tw4"
    SD1 = "sd1"
    SD2 = "sd2"
    SD3 = "sd3"
    SD4 = "sd4"
    SEM1 = "sem1"
    SEM2 = "sem2"
    TAHUN = "tahun"

    @property
    def triwulan(self) -> tuple[int, ...]:
        """The triwulan (1–4) that the span covers, in order."""
        if self is Masa.TAHUN:
            return (1, 2, 3, 4)
        ke = int(self.value[-1])
        if self.value.startswith("tw"):
            return (ke,)
        if self.value.startswith("sd"):
            return tuple(range(1, ke + 1))
        return (2 * ke - 1, 2 * ke)

    @property
    def label(self) -> str:
        """The column head."""
        if self is Masa.TAHUN:
            return "Tahun"
        romawi = ROMAWI[int(self.value[-1]) - 1]
        if self.value.startswith("tw"):
            return f"Triwulan {romawi}"
        return f"s.d. Triwulan {romawi}" if self.value.startswith("sd") else f"Semester {romawi}"


def masa_triwulan(triwulan: int) -> tuple[Masa, Masa]:
    """The columns of a triwulan report: the triwulan itself, and up to and including it."""
    return Masa(f"tw{triwulan}"), Masa(f"sd{triwulan}")


def masa_semester(semester: int) -> tuple[Masa, Masa, Masa]:
    """The columns of a semester report: its two triwulan side by side, then the semester."""
    sem = Masa(f"sem{semester}")
    awal, akhir = sem.triwulan
    return Masa(f"tw{awal}"), Masa(f"tw{akhir}"), sem


MASA_TAHUNAN = (Masa.TW1, Masa.TW2, Masa.TW3, Masa.TW4, Masa.SEM1, Masa.SEM2, Masa.TAHUN)
