"""The office's settings that change a figure; frozen with each report so that an old one stays readable."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from kinerja.domain.angka import tulis_angka
from kinerja.domain.predikat import PERMENDAGRI_86_2017, SkalaPredikat

SUSULAN = "susulan"
SUMBER_KANTOR = "ketetapan kantor"
DESIMAL = 2


def susulan(bawaan: Any) -> Any:
    """A field that came after reports had been frozen: not written while it has its default.

    So an older report reads as before and keeps its digest.
    """
    return field(default=bawaan, metadata={SUSULAN: True})


@dataclass(frozen=True)
class Aturan:
    """Settings of the arithmetic; all figures in percent.

    ``batas``: cap on the capaian of an indikator, none by default. ``pin_negatif_b``: the stated capaian for
    method B with realisasi 0, none by default. ``serapan_rendah``: budget use over a whole year below which a
    full capaian is worth a word; a triwulan *n* takes *n* quarters of it. ``desimal``: digits behind
    the comma of a printed percentage. ``sumber``: setting and the rule it follows, as the office wrote it.
    """

    batas: Decimal | None = None
    pin_negatif_b: Decimal | None = None
    predikat: SkalaPredikat = PERMENDAGRI_86_2017
    serapan_rendah: Decimal = Decimal(50)
    desimal: int = susulan(DESIMAL)
    sumber: tuple[tuple[str, str], ...] = susulan(())

    def sumber_dari(self, kunci: str) -> str:
        """The rule a setting follows; an office that named none decided it itself."""
        return next((teks for nama, teks in self.sumber if nama == kunci and teks), SUMBER_KANTOR)


def kalimat_aturan(aturan: Aturan) -> tuple[str, ...]:
    """The settings behind a report's figures, a sentence each, with their source."""
    batas, pin = aturan.batas, aturan.pin_negatif_b
    kalimat = [
        "Capaian indikator tidak dibatasi."
        if batas is None
        else f"Capaian indikator dibatasi paling tinggi {tulis_angka(batas, None)}% "
        f"({aturan.sumber_dari('batas_capaian')})."
    ]
    if pin is not None:
        kalimat.append(
            f"Untuk cara B dengan realisasi 0, capaian ditetapkan {tulis_angka(pin, None)}% "
            f"({aturan.sumber_dari('pin_negatif_b')})"
            + (", juga bila melampaui batas itu." if batas is not None and pin > batas else ".")
        )
    sumber_desimal = dict(aturan.sumber).get("desimal")
    digit = f"{aturan.desimal} angka di belakang koma" if aturan.desimal else "bilangan bulat"
    kalimat.append(
        f"Persentase dihitung tanpa pembulatan dan baru dibulatkan saat ditulis, menjadi {digit}; "
        f"5 dibulatkan ke atas{f' ({sumber_desimal})' if sumber_desimal else ''}."
    )
    kalimat.append(kalimat_skala(aturan.predikat))
    return tuple(kalimat)


def kalimat_skala(skala: SkalaPredikat) -> str:
    """The whole predicate scale in one sentence, with its name and source."""
    tingkat = [
        f"{satu.label} mulai {tulis_angka(satu.bawah, None)}"
        if satu.bawah is not None
        else f"di bawahnya {satu.label}"
        for satu in skala.tingkat
    ]
    return f"Predikat menurut {skala.nama} ({skala.sumber}): {'; '.join(tingkat)}."
