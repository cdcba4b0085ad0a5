"""Numbers as Indonesian officials type and read them: ``1.234,56`` and ``Rp1.250.000.000``.

A dot groups thousands, a comma starts the decimals. What could be read in two ways is asked back and
never guessed. Inside, every number is a ``Decimal``; sums and quotients are worked out in ``KONTEKS`` and
rounded once, half up, where they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import (
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)

from kinerja.domain.kesalahan import MasukanSalah

MAKS_DIGIT_BULAT = 15
MAKS_DESIMAL = 4
MAKS_DESIMAL_RUPIAH = 2
MAKS_PANJANG = 40
PENGATURAN = -1
_DIGIT: ContextVar[int] = ContextVar("digit", default=2)

#: Used with ``localcontext`` for every calculation, so that the caller's own context changes nothing.
KONTEKS = Context(
    prec=50,
    rounding=ROUND_HALF_EVEN,
    traps=[InvalidOperation, DivisionByZero, Overflow],
    Emin=-999999,
    Emax=999999,
)
_LUAS = Context(prec=120, rounding=ROUND_HALF_UP, traps=[InvalidOperation], Emin=-999999, Emax=999999)
_SISA = Decimal("1E-20")

_POLA = re.compile(r"([0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,([0-9]+))?")
_RUPIAH = re.compile(r"rp\.?[ \u00a0]*", re.IGNORECASE)
_TITIK_DESIMAL = re.compile(r"[0-9]+\.[0-9]+")
_GAYA_INGGRIS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(,[0-9]{3}){2,}")
_CARA = "Tulis titik untuk ribuan dan koma untuk desimal, misalnya 1.234,56."


def baca_angka(teks: str, medan: str | None = None) -> Decimal:
    """Read one number, not below zero, at most 15 digits before the comma and 4 after it.

    A leading ``Rp`` is taken. Raises ``MasukanSalah`` with a sentence that says how to type it.
    """
    isi = teks.strip()
    if not isi:
        raise MasukanSalah("Isian ini masih kosong. Tulis angkanya.", medan)
    if len(isi) > MAKS_PANJANG:
        raise MasukanSalah(f"Isian ini terlalu panjang untuk sebuah angka. {_CARA}", medan)
    badan = _tanpa_rp(isi)
    cocok = _POLA.fullmatch(badan)
    if cocok is None:
        raise MasukanSalah(_sebab_tertolak(isi, badan), medan)
    bulat = cocok[1].replace(".", "").lstrip("0") or "0"
    pecahan = cocok[2] or ""
    if len(bulat) > MAKS_DIGIT_BULAT:
        raise MasukanSalah(f"Angka ini terlalu besar: paling banyak {MAKS_DIGIT_BULAT} digit.", medan)
    if len(pecahan) > MAKS_DESIMAL:
        raise MasukanSalah(f"Paling banyak {MAKS_DESIMAL} angka di belakang koma.", medan)
    return Decimal(f"{bulat}.{pecahan}" if pecahan else bulat)


def baca_rupiah(teks: str, medan: str | None = None) -> Decimal:
    """Read an amount of money in rupiah; more than two decimals (``1,250``) is asked back."""
    isi = teks.strip()
    nilai = baca_angka(isi.removesuffix(",-") if len(isi) <= MAKS_PANJANG else isi, medan)
    desimal = nilai.as_tuple().exponent
    if isinstance(desimal, int) and -desimal > MAKS_DESIMAL_RUPIAH:
        pesan = (
            f"“{isi}” belum jelas sebagai rupiah: paling banyak {MAKS_DESIMAL_RUPIAH} angka di belakang koma."
        )
        raise MasukanSalah(f"{pesan} Untuk ribuan pakai titik, misalnya Rp1.250.000.", medan)
    return nilai


def _tanpa_rp(isi: str) -> str:
    awalan = _RUPIAH.match(isi)
    return isi[awalan.end() :].removesuffix(",-") if awalan else isi


def _sebab_tertolak(isi: str, badan: str) -> str:
    """The sentence for a text that is no Indonesian number; it proposes, it does not choose."""
    if badan.endswith("%"):
        return "Tulis angkanya saja, tanpa tanda %."
    if badan.startswith(("-", "−", "–")):
        return "Angka tidak boleh kurang dari nol."
    if _GAYA_INGGRIS.fullmatch(badan):
        return f"“{isi}” memakai koma untuk ribuan. {_CARA}"
    if _TITIK_DESIMAL.fullmatch(badan):
        koma = badan.replace(".", ",")
        bulat = badan.replace(".", "").lstrip("0") or "0"
        return (
            f"“{isi}” belum jelas. Bila yang dimaksud desimal, tulis {koma} dengan koma; "
            f"bila yang dimaksud bilangan bulat, tulis {bulat}."
        )
    return f"“{isi}” bukan angka yang dapat dibaca. {_CARA}"


def rapikan(nilai: Decimal) -> Decimal:
    """Take off the residue of long divisions (beyond 20 decimals) before a decision or a rounding.

    Three thirds may add up to 99.99…9 with fifty digits; the figure meant is 100.
    """
    return nilai.quantize(_SISA, context=_LUAS)


def bulatkan(nilai: Decimal, desimal: int) -> Decimal:
    """Round half up (away from zero) for showing."""
    return rapikan(nilai).quantize(Decimal(1).scaleb(-desimal, context=_LUAS), context=_LUAS)


def kanonik(nilai: Decimal) -> str:
    """The one way a number is stored: plain digits, a dot, no trailing zeros, no exponent, no minus zero."""
    teks = format(nilai, "f")
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return "0" if teks in {"-0", ""} else teks


def tulis_angka(nilai: Decimal, desimal: int | None = 2) -> str:
    """Write ``1.234,56``; ``desimal=None`` writes only the decimals there are, four at most."""
    tepat = bulatkan(nilai, MAKS_DESIMAL if desimal is None else desimal)
    teks = kanonik(tepat) if desimal is None else format(tepat, "f")
    tanda = "-" if teks.startswith("-") and tepat != 0 else ""
    bulat, _, pecahan = teks.lstrip("-").partition(".")
    kelompok = f"{int(bulat):,}".replace(",", ".")
    return f"{tanda}{kelompok},{pecahan}" if pecahan else f"{tanda}{kelompok}"


def tulis_rupiah(nilai: Decimal) -> str:
    """Write ``Rp1.250.000.000``; cents are shown only where there are any."""
    tepat = bulatkan(nilai, MAKS_DESIMAL_RUPIAH)
    teks = tulis_angka(tepat, 0 if tepat == tepat.to_integral_value() else MAKS_DESIMAL_RUPIAH)
    return f"-Rp{teks[1:]}" if teks.startswith("-") else f"Rp{teks}"


@contextmanager
def digit_persen(jumlah: int) -> Iterator[None]:
    """Percentages written inside carry this many digits behind the comma (2 outside of it)."""
    tanda = _DIGIT.set(jumlah)
    try:
        yield
    finally:
        _DIGIT.reset(tanda)


def _digit(desimal: int | None) -> int | None:
    return _DIGIT.get() if desimal == PENGATURAN else desimal


def tulis_persen(nilai: Decimal, desimal: int | None = PENGATURAN) -> str:
    """Write a percentage: ``87,50%``, with the digits of ``digit_persen``."""
    return f"{tulis_angka(nilai, _digit(desimal))}%"


def tulis_poin_persen(nilai: Decimal, desimal: int | None = PENGATURAN) -> str:
    """Write the difference of two percentages, with its sign: ``+2,50 poin persen``."""
    teks = tulis_angka(nilai, _digit(desimal))
    tanda = "" if teks.startswith("-") or not teks.strip("0,") else "+"
    return f"{tanda}{teks} poin persen"
