"""Bars of time: what each step took (full) beside the norm of the sheet (striped), on one straight scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.documents.grafik import LEBAR
from kinerja.documents.lukisan import Garis, Kotak, Lukisan, Teks

_GELAP, _SUMBU, _TANDA = "#2f4f7f", "#6b7686", "#8a5a00"
_KIRI, _KANAN = 76.0, 300.0
_BARIS, _ATAS, _BAWAH = 28.0, 8.0, 18.0
TERPENDEK = 1.5
"""Points: a time too short for the scale still shows."""
Bentuk = Kotak | Garis | Teks


@dataclass(frozen=True)
class BatangWaktu:
    """One step. Times in minutes; ``sorot``: its norm is doubtful, which its words say, too."""

    label: str
    median: Decimal | None
    teks_median: str
    norma: int | None
    teks_norma: str
    sorot: bool = False


def uraian_waktu(batang: Sequence[BatangWaktu]) -> str:
    """The same figures in words."""
    return ". ".join(f"{b.label}: median {b.teks_median}; {b.teks_norma}" for b in batang)


def batang_waktu(batang: Sequence[BatangWaktu]) -> Lukisan:
    """Two bars a step; the longest of all fills the scale, each carries its own figure."""
    ujung = max((n for b in batang for n in (b.median, b.norma) if n), default=Decimal(1))
    bentuk: list[Bentuk] = []
    for ke, satu in enumerate(batang):
        y = _ATAS + _BARIS * ke
        label = f"{satu.label} (!)" if satu.sorot else satu.label
        bentuk.append(Teks(_KIRI - 6, y + 17, label, jangkar="end", tebal=satu.sorot))
        bentuk.extend(_satu(satu.median, ujung, y + 2, satu.teks_median, satu.sorot, bergaris=False))
        bentuk.extend(_satu(satu.norma, ujung, y + 14, satu.teks_norma, satu.sorot, bergaris=True))
    bawah = _ATAS + _BARIS * len(batang)
    bentuk.append(Garis(_KIRI, _ATAS - 2, _KIRI, bawah - 4, _SUMBU))
    bentuk.extend(_tanda(bawah + 10))
    return Lukisan(LEBAR, bawah + _BAWAH, tuple(bentuk))


def _satu(
    nilai: Decimal | int | None, ujung: Decimal | int, y: float, teks: str, sorot: bool, *, bergaris: bool
) -> Iterator[Bentuk]:
    panjang = 0.0
    if nilai is not None:
        panjang = max(TERPENDEK, (_KANAN - _KIRI) * float(nilai) / float(ujung))
        yield Kotak(_KIRI, y, panjang, 10, "#ffffff" if bergaris else _GELAP, _TANDA if sorot else _GELAP)
        if bergaris:
            yield from _setrip(_KIRI, y, panjang)
    yield Teks(_KIRI + panjang + 5, y + 8.5, teks, 7.5, tebal=sorot)


def _setrip(x: float, y: float, panjang: float) -> Iterator[Bentuk]:
    for ke in range(1, int(panjang // 4) + 1):
        yield Garis(x + 4 * ke, y, x + 4 * ke, y + 10, _GELAP, 0.7)


def _tanda(y: float) -> Iterator[Bentuk]:
    """What the fillings mean."""
    yield Kotak(_KIRI, y - 7, 14, 8, _GELAP, _GELAP)
    yield Teks(_KIRI + 19, y, "median pengerjaan", 7.5)
    yield Kotak(_KIRI + 110, y - 7, 14, 8, "#ffffff", _GELAP)
    yield from (Garis(_KIRI + 110 + x, y - 7, _KIRI + 110 + x, y + 1, _GELAP, 0.7) for x in (4.0, 8.0, 12.0))
    yield Teks(_KIRI + 129, y, "norma menurut lembar SOP", 7.5)
