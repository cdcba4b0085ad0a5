"""A target and a realisasi as typed, as stored (canonical text) and as printed.

Stored forms: a number ``85.5``, a range ``60..70``, a predicate label ``BB``. Nothing typed is ``None``.
A target of ``0`` is kept as typed and means "not measured here" (belum ditargetkan).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.domain.angka import MAKS_DESIMAL, baca_angka, kanonik, tulis_angka
from kinerja.domain.kesalahan import MasukanSalah

#: Labels from the lowest to the highest; the value of a label is its place counted from 1.
Skala = tuple[str, ...]

SKALA_AKIP: Skala = ("D", "C", "CC", "B", "BB", "A", "AA")
SKALA_OPINI: Skala = ("TMP", "TW", "WDP", "WTP")
SKALA_AKREDITASI: Skala = ("Tidak Terakreditasi", "C", "B", "A")
SKALA_SKM: Skala = ("D", "C", "B", "A")
#: Offered when an indikator with a predicate target is made; the office may type another.
SKALA_CONTOH: tuple[tuple[str, Skala], ...] = (
    ("Nilai AKIP", SKALA_AKIP),
    ("Opini atas laporan keuangan", SKALA_OPINI),
    ("Akreditasi", SKALA_AKREDITASI),
    ("Mutu pelayanan (SKM)", SKALA_SKM),
)

KOSONG = "–"
DESIMAL_HASIL = 2
_PEMISAH_RENTANG = re.compile(
    r"\s*(?:\.\.|-|–|—|\bs[./]?\s?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b)\s*", re.IGNORECASE
)
_PEMISAH_SKALA = re.compile(r"[<;\n]")
_TIDAK_ADA = frozenset({"n/a", "na", "-", "–", "tidak ada"})


class JenisTarget(StrEnum):
    """What kind of value the target of an indikator is."""

    ANGKA = "angka"
    RENTANG = "rentang"
    PREDIKAT = "predikat"

    @property
    def label(self) -> str:
        """The word on the form."""
        return {"angka": "Angka", "rentang": "Rentang angka", "predikat": "Predikat"}[self.value]


@dataclass(frozen=True)
class Rentang:
    """A target from ``bawah`` to ``atas``, both included."""

    bawah: Decimal
    atas: Decimal


def baca_skala(teks: str, medan: str | None = None) -> Skala:
    """Read an ordered scale, lowest first: ``D < C < CC < B`` (or ``;``, or one label a line)."""
    skala = tuple(" ".join(bagian.split()) for bagian in _PEMISAH_SKALA.split(teks) if bagian.strip())
    if len(skala) < 2:
        raise MasukanSalah(
            "Tulis urutan predikat dari yang terendah, misalnya D < C < CC < B < BB < A < AA.", medan
        )
    if len({label.casefold() for label in skala}) < len(skala):
        raise MasukanSalah("Ada predikat yang tertulis dua kali.", medan)
    if "0" in skala:
        raise MasukanSalah("0 tidak dapat dipakai sebagai nama predikat.", medan)
    if any(len(label) > 60 for label in skala) or len(skala) > 30:
        raise MasukanSalah("Paling banyak 30 predikat, masing-masing paling panjang 60 huruf.", medan)
    return skala


def tulis_skala(skala: Skala) -> str:
    """Write the scale as it is read: ``D < C < CC``."""
    return " < ".join(skala)


def baca_target(
    teks: str | None, jenis: JenisTarget, skala: Sequence[str] = (), medan: str | None = None
) -> str | None:
    """Read a typed target to its stored form; empty is ``None``. Raises ``MasukanSalah``."""
    isi = (teks or "").strip()
    if not isi:
        return None
    if jenis is JenisTarget.ANGKA or isi == "0":
        return kanonik(baca_angka(isi, medan))
    if jenis is JenisTarget.PREDIKAT:
        return _label(isi, skala, medan)
    bagian = _PEMISAH_RENTANG.split(isi) if len(isi) <= 100 else []
    if len(bagian) != 2 or not all(bagian):
        raise MasukanSalah("Tulis batas bawah dan batas atasnya, misalnya 60-70.", medan)
    bawah, atas = baca_angka(bagian[0], medan), baca_angka(bagian[1], medan)
    if bawah >= atas:
        raise MasukanSalah("Batas bawah harus lebih kecil daripada batas atas, misalnya 60-70.", medan)
    return _teks_rentang(Rentang(bawah, atas))


def baca_realisasi(
    teks: str | None, jenis: JenisTarget, skala: Sequence[str] = (), medan: str | None = None
) -> str | None:
    """Read a typed realisasi to its stored form; empty is ``None`` (not yet filled, not zero)."""
    isi = (teks or "").strip()
    if not isi:
        return None
    if isi.casefold() in _TIDAK_ADA:
        raise MasukanSalah("Bila datanya memang tidak ada, pilih “n/a” dan tulis alasannya.", medan)
    if jenis is JenisTarget.PREDIKAT:
        return _label(isi, skala, medan)
    return kanonik(baca_angka(isi, medan))


def urai_target(teks: str | None, jenis: JenisTarget, skala: Sequence[str] = ()) -> Decimal | Rentang | None:
    """A stored target as a value; a predicate as its place on the scale; empty or 0 as ``None``."""
    if not teks or teks == "0":
        return None
    if jenis is JenisTarget.RENTANG:
        bawah, _, atas = teks.partition("..")
        return Rentang(Decimal(bawah), Decimal(atas))
    return urai_realisasi(teks, jenis, skala)


def urai_realisasi(teks: str | None, jenis: JenisTarget, skala: Sequence[str] = ()) -> Decimal | None:
    """A stored realisasi as a value; a predicate as its place on the scale, counted from 1."""
    if not teks:
        return None
    if jenis is JenisTarget.PREDIKAT:
        return Decimal(list(skala).index(_label(teks, skala, None)) + 1)
    return Decimal(teks)


def teks_target(nilai: Decimal | Rentang) -> str:
    """The stored form of a number or range that was worked out."""
    return _teks_rentang(nilai) if isinstance(nilai, Rentang) else kanonik(nilai)


def tulis_target(teks: str | None, jenis: JenisTarget, desimal: int | None = None) -> str:
    """A stored target as it is printed (``60–70``); a dash where there is none."""
    if teks and jenis is JenisTarget.RENTANG and ".." in teks:
        bawah, _, atas = teks.partition("..")
        return f"{tulis_angka(Decimal(bawah), desimal)}–{tulis_angka(Decimal(atas), desimal)}"
    return tulis_realisasi(teks, jenis, desimal)


def tulis_realisasi(teks: str | None, jenis: JenisTarget, desimal: int | None = None) -> str:
    """A stored realisasi as it is printed; a dash where there is none. The unit is not part of it.

    As typed (at most 4 decimals); a worked-out one with more (a quotient, a mean) is rounded to 2.
    """
    if not teks:
        return KOSONG
    if jenis is JenisTarget.PREDIKAT:
        return teks
    if desimal is None and len(teks.partition(".")[2]) > MAKS_DESIMAL:
        desimal = DESIMAL_HASIL
    return tulis_angka(Decimal(teks), desimal)


def satuan_persen(satuan: str) -> bool:
    """Whether the unit is a percentage, however the office writes it."""
    return satuan.strip().casefold() in {"%", "persen", "persentase", "prosentase"}


def _label(isi: str, skala: Sequence[str], medan: str | None) -> str:
    dicari = " ".join(isi.split()).casefold()
    for label in skala:
        if label.casefold() == dicari:
            return label
    pilihan = ", ".join(skala) or "belum ada"
    raise MasukanSalah(f"Pilih salah satu predikat pada skala indikator ini: {pilihan}.", medan)


def _teks_rentang(rentang: Rentang) -> str:
    return f"{kanonik(rentang.bawah)}..{kanonik(rentang.atas)}"
