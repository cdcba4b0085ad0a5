"""One figure that differs between a frozen report and the present data, and how the two are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from kinerja.domain.angka import kanonik, tulis_persen
from kinerja.domain.capaian import Capaian

TIDAK_ADA = "tidak ada"
_T = TypeVar("_T")
_K = TypeVar("_K", int, str)


@dataclass(frozen=True)
class Beda:
    """One figure that differs: ``apa`` it is about, which ``ukuran`` of it, in what span (``masa``).

    ``lama`` and ``baru`` are as printed, with as many decimals as it takes to tell them apart.
    """

    apa: str
    ukuran: str
    masa: str
    lama: str
    baru: str
    indikator_id: int | None = None

    @property
    def kalimat(self) -> str:
        """The whole difference in one line."""
        bagian = [self.apa, self.ukuran, self.masa]
        return f"{', '.join(b for b in bagian if b)}: {self.lama} menjadi {self.baru}"


def pasang(
    lama: Iterable[_T], baru: Iterable[_T], kunci: Callable[[_T], _K]
) -> Iterator[tuple[_T | None, _T | None, _T]]:
    """The same thing before, now, and whichever there is; in the present order, what is gone comes last."""
    dulu = {kunci(satu): satu for satu in lama}
    for satu in baru:
        yield dulu.pop(kunci(satu), None), satu, satu
    for satu in dulu.values():
        yield satu, None, satu


def berpasangan(lama: Iterable[_T], baru: Iterable[_T], kunci: Callable[[_T], _K]) -> Iterator[tuple[_T, _T]]:
    """Only what is there both before and now."""
    for dulu, kini, _ in pasang(lama, baru, kunci):
        if dulu is not None and kini is not None:
            yield dulu, kini


def beda_teks(
    apa: str, ukuran: str, masa: str, lama: str, baru: str, indikator_id: int | None = None
) -> Iterator[Beda]:
    if lama != baru:
        yield Beda(apa, ukuran, masa, lama or TIDAK_ADA, baru or TIDAK_ADA, indikator_id)


def adanya(apa: str, jenis: str, dulu_ada: bool, indikator_id: int | None = None) -> Beda:
    ada, tiada = "ada dalam laporan", "tidak ada"
    lama, baru = (ada, tiada) if dulu_ada else (tiada, "ada sekarang")
    return Beda(apa, jenis, "", lama, baru, indikator_id)


def beda_capaian(
    apa: str, ukuran: str, masa: str, lama: Capaian, baru: Capaian, indikator_id: int | None = None
) -> Iterator[Beda]:
    alasan = lama.alasan or TIDAK_ADA, baru.alasan or TIDAK_ADA
    yield from beda_persen(apa, ukuran, masa, lama.nilai, baru.nilai, *alasan, indikator_id)


def beda_persen(
    apa: str,
    ukuran: str,
    masa: str,
    lama: Decimal | None,
    baru: Decimal | None,
    alasan_lama: str,
    alasan_baru: str,
    indikator_id: int | None,
) -> Iterator[Beda]:
    """Two percentages: rounded to two decimals where that tells them apart, else as exact as they are."""
    if lama is None and baru is None:
        yield from beda_teks(apa, ukuran, masa, alasan_lama, alasan_baru, indikator_id)
    elif lama is None or baru is None or lama != baru:
        tertulis = [
            alasan if nilai is None else tulis_persen(nilai)
            for nilai, alasan in ((lama, alasan_lama), (baru, alasan_baru))
        ]
        if lama is not None and baru is not None and tertulis[0] == tertulis[1]:
            tertulis = [f"{kanonik(nilai).replace('.', ',')}%" for nilai in (lama, baru)]
        yield Beda(apa, ukuran, masa, tertulis[0], tertulis[1], indikator_id)
