"""The office's settings of the arithmetic as the domain reckons with them, and as they are stored."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kinerja.domain.aturan import Aturan
from kinerja.domain.predikat import PERMENDAGRI_86_2017, SkalaPredikat, Tingkat
from kinerja.models.kantor import Kantor


def aturan_kantor(office: Kantor) -> Aturan:
    """All settings that change a figure; frozen with every report made from now on."""
    sumber = office.sumber_aturan or {}
    return Aturan(
        batas=office.batas_capaian,
        pin_negatif_b=office.pin_negatif_b,
        predikat=skala_kantor(office),
        serapan_rendah=office.serapan_rendah,
        desimal=office.desimal,
        sumber=tuple((kunci, sumber[kunci]) for kunci in sorted(sumber) if sumber[kunci]),
    )


def skala_kantor(office: Kantor) -> SkalaPredikat:
    """The office's own table of predicates, or that of Permendagri 86/2017."""
    isi = office.skala_predikat
    if not isi:
        return PERMENDAGRI_86_2017
    tingkat = tuple(
        Tingkat(None if bawah is None else Decimal(bawah), label) for bawah, label in isi["jenjang"]
    )
    return SkalaPredikat(isi["nama"], isi["sumber"], tingkat)


def simpan_skala(skala: SkalaPredikat) -> dict[str, Any] | None:
    """The stored form; None for the table everybody starts with."""
    if skala == PERMENDAGRI_86_2017:
        return None
    jenjang = [[None if t.bawah is None else format(t.bawah, "f"), t.label] for t in skala.tingkat]
    return {"nama": skala.nama, "sumber": skala.sumber, "jenjang": jenjang}
