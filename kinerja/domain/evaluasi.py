"""Evaluasi SOP: how the steps of a sheet went through a year, against the times the sheet itself gives.

One ``FaktaTugas`` is one step of one period; each of its completions counts as one *pengerjaan*. Figures
that cannot be worked out are None and carry their reason in words; nothing becomes a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

JAUH = 10
"""From so many times the norm on, the norm itself is doubtful (a choice of this house, no rule)."""
BELUM = "belum pernah dikerjakan"
BELUM_SELESAI = "belum ada yang selesai"
TANPA_NORMA = "tidak ada norma waktu pada lembar"
TANPA_LIHAT = "tidak tercatat kapan mulai dilihat"


@dataclass(frozen=True)
class Pengerjaan:
    """One completion, in minutes of working time; ``menunggu`` None where nobody looked first.

    ``menit`` is the official's own figure where there is one (``dikoreksi``). ``lama``: measured before
    there were office hours, by the clock on the wall.
    """

    tugas_id: int
    periode: str
    menunggu: int | None
    menit: int
    dikoreksi: bool = False
    lama: bool = False


@dataclass(frozen=True)
class FaktaTugas:
    """A step of a period: its completions, whether the one in force kept the due date, its returns.

    ``tepat`` None: not completed now. ``terlambat``: open, and its due date has passed.
    """

    tugas_id: int
    periode: str
    pengerjaan: tuple[Pengerjaan, ...]
    tepat: bool | None
    terlambat: bool
    kembali: int


@dataclass(frozen=True)
class Nisbah:
    """So many of so many."""

    bagian: int
    dari: int

    @property
    def persen(self) -> Decimal | None:
        """Unrounded; None of none."""
        return Decimal(self.bagian) * 100 / self.dari if self.dari else None


class Sorotan(StrEnum):
    """How the median stands to the norm."""

    TANPA_NORMA = "tanpa_norma"
    BELUM = "belum"
    SESUAI = "sesuai"
    MELEBIHI = "melebihi"
    NORMA_JAUH = "norma_jauh"


@dataclass(frozen=True)
class NilaiLangkah:
    """The figures of one step over the year. Times in minutes of working time."""

    kali: int
    median: Decimal | None
    terburuk: Pengerjaan | None
    menunggu: Decimal | None
    norma: int | None
    tepat: Nisbah
    terlambat: int
    kembali: int
    sekali_jadi: Nisbah
    dikoreksi: int
    lama: int

    @property
    def sorotan(self) -> Sorotan:
        if self.median is None:
            return Sorotan.BELUM
        if not self.norma:
            return Sorotan.TANPA_NORMA
        if self.median >= JAUH * self.norma:
            return Sorotan.NORMA_JAUH
        return Sorotan.MELEBIHI if self.median > self.norma else Sorotan.SESUAI

    @property
    def kelipatan(self) -> Decimal | None:
        """How many times the norm the median is."""
        return self.median / self.norma if self.median is not None and self.norma else None


def median(nilai: Iterable[int]) -> Decimal | None:
    """The middle one; of an even number the mean of the two in the middle; None of nothing."""
    urut = sorted(nilai)
    if not urut:
        return None
    tengah = len(urut) // 2
    if len(urut) % 2:
        return Decimal(urut[tengah])
    return Decimal(urut[tengah - 1] + urut[tengah]) / 2


def nilai_langkah(norma: int | None, tugas: Sequence[FaktaTugas]) -> NilaiLangkah:
    """The figures of a step from all its tugas of the year.

    On time: of those completed now. First pass: of those ever completed, the ones never sent back.
    """
    semua = [p for t in tugas for p in t.pengerjaan]
    pernah = [t for t in tugas if t.pengerjaan]
    selesai = [t for t in tugas if t.tepat is not None]
    return NilaiLangkah(
        kali=len(semua),
        median=median(p.menit for p in semua),
        terburuk=max(semua, key=lambda p: p.menit, default=None),
        menunggu=median(p.menunggu for p in semua if p.menunggu is not None),
        norma=norma,
        tepat=Nisbah(sum(bool(t.tepat) for t in selesai), len(selesai)),
        terlambat=sum(t.terlambat for t in tugas),
        kembali=sum(t.kembali for t in tugas),
        sekali_jadi=Nisbah(sum(t.kembali == 0 for t in pernah), len(pernah)),
        dikoreksi=sum(p.dikoreksi for p in semua),
        lama=sum(p.lama for p in semua),
    )
