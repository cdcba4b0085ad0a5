"""The predicate of a capaian: a table of lower bounds, from the office's settings.

The bands printed in regulations leave gaps (75,01–75,99); a lower bound on the unrounded figure leaves none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kinerja.domain.angka import baca_angka, rapikan
from kinerja.domain.kesalahan import MasukanSalah


@dataclass(frozen=True)
class Tingkat:
    """One row: figures from ``bawah`` (percent, included) on carry ``label``; ``None`` takes all the rest."""

    bawah: Decimal | None
    label: str


@dataclass(frozen=True)
class SkalaPredikat:
    """A table of predicates with its source; rows from the highest bound down, the last without one."""

    nama: str
    sumber: str
    tingkat: tuple[Tingkat, ...]

    def __post_init__(self) -> None:
        batas = [satu.bawah for satu in self.tingkat[:-1] if satu.bawah is not None]
        utuh = len(self.tingkat) >= 2 and len(batas) == len(self.tingkat) - 1
        if not utuh or self.tingkat[-1].bawah is not None:
            raise MasukanSalah("Setiap predikat perlu batas bawah, kecuali yang terendah.")
        if any(atas <= bawah for atas, bawah in pairwise(batas)):
            raise MasukanSalah("Batas bawah predikat harus menurun dari baris pertama ke baris terakhir.")
        label = {satu.label.strip().casefold() for satu in self.tingkat}
        if len(label) < len(self.tingkat) or "" in label:
            raise MasukanSalah("Setiap predikat perlu nama yang berbeda.")

    def untuk(self, nilai: Decimal | None) -> str | None:
        """The predicate of an unrounded capaian; ``None`` where there is no capaian."""
        if nilai is None:
            return None
        tepat = rapikan(nilai)
        terpilih = (satu.label for satu in self.tingkat if satu.bawah is None or tepat >= satu.bawah)
        return next(terpilih)


PERMENDAGRI_86_2017 = SkalaPredikat(
    "Skala Nilai Peringkat Kinerja",
    "Permendagri Nomor 86 Tahun 2017",
    (
        Tingkat(Decimal(91), "Sangat Tinggi"),
        Tingkat(Decimal(76), "Tinggi"),
        Tingkat(Decimal(66), "Sedang"),
        Tingkat(Decimal(51), "Rendah"),
        Tingkat(None, "Sangat Rendah"),
    ),
)


def baca_skala_predikat(nama: str, sumber: str, baris: Sequence[tuple[str, str]]) -> SkalaPredikat:
    """Build a scale from typed rows ``(batas bawah, label)``; an empty bound is the lowest row."""
    tingkat = tuple(
        Tingkat(baca_angka(batas) if batas.strip() else None, " ".join(label.split()))
        for batas, label in baris
    )
    return SkalaPredikat(nama.strip(), sumber.strip(), tingkat)
