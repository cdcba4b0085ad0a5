"""The office's settings that change a figure; frozen with each report so that an old one stays readable."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kinerja.domain.predikat import PERMENDAGRI_86_2017, SkalaPredikat


@dataclass(frozen=True)
class Aturan:
    """Settings of the arithmetic; all figures in percent.

    ``batas``: cap on the capaian of an indikator, none by default. ``pin_negatif_b``: the stated capaian for
    method B with realisasi 0, none by default. ``serapan_rendah``: budget use over a whole year below which a
    full capaian is worth a word; a triwulan *n* takes *n* quarters of it.
    """

    batas: Decimal | None = None
    pin_negatif_b: Decimal | None = None
    predikat: SkalaPredikat = PERMENDAGRI_86_2017
    serapan_rendah: Decimal = Decimal(50)
