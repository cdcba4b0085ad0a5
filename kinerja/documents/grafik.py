"""Charts of percentages, drawn once for screen, PDF and Word: bars, pairs of bars, columns over time.

Every figure is printed beside its shape. What has no figure is a gap with words, never a zero. Full and
outlined, plain and striped tell apart what colours alone would not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.documents.lukisan import Garis, Kotak, Lukisan, Teks

LEBAR = 450.0
"""Points: the width of the text of an upright page."""
TANPA_ANGKA = "tidak ada angka"
SKALA = Decimal(120)
"""Percent at the end of a scale; what goes beyond it fills the scale, its number says how far."""
SERATUS = Decimal(100)
_GELAP, _TERANG, _SUMBU = "#2f4f7f", "#d5deeb", "#6b7686"
_KIRI, _KANAN = 64.0, 364.0
Bentuk = Kotak | Garis | Teks


@dataclass(frozen=True)
class Titik:
    """One figure: ``label`` and ``teks`` are words of this program, ``nilai`` in percent."""

    label: str
    nilai: Decimal | None
    teks: str


@dataclass(frozen=True)
class Deret:
    """Figures of one thing, side by side or in the order of time."""

    judul: str
    titik: tuple[Titik, ...]


def uraian(deret: Sequence[Deret]) -> str:
    """The same figures in words."""
    return ". ".join(
        (f"{d.judul}: " if d.judul else "") + "; ".join(f"{t.label} {t.teks}" for t in d.titik) for d in deret
    )


def batang(titik: Sequence[Titik]) -> Lukisan:
    """A lying bar for each figure; reached targets are full, the others only outlined."""
    tinggi = 18 + 16 * len(titik) + 16
    bentuk: list[Bentuk] = []
    for ke, satu in enumerate(titik):
        y = 18 + 16 * ke
        bentuk.append(Teks(_KIRI - 6, y + 10, satu.label, jangkar="end"))
        bentuk.extend(_batang(satu, y + 2, 10, bergaris=False))
    bentuk.extend(_sumbu(14, tinggi - 16))
    bentuk.extend(_tanda(tinggi - 4, ("penuh", "100% atau lebih"), ("kosong", "di bawah 100%")))
    return Lukisan(LEBAR, tinggi, tuple(bentuk))


def pasangan(deret: Sequence[Deret], nama: tuple[str, str]) -> Lukisan:
    """Two bars for each thing: the first full, the second striped; ``nama`` says what they are."""
    tinggi = 18 + 30 * len(deret) + 16
    bentuk: list[Bentuk] = []
    for ke, satu in enumerate(deret):
        y = 18 + 30 * ke
        bentuk.append(Teks(_KIRI - 6, y + 16, satu.judul, jangkar="end"))
        bentuk.extend(_batang(satu.titik[0], y + 2, 10, bergaris=False, polos=True))
        bentuk.extend(_batang(satu.titik[1], y + 14, 10, bergaris=True))
    bentuk.extend(_sumbu(14, tinggi - 16))
    bentuk.extend(_tanda(tinggi - 4, ("penuh", nama[0]), ("garis", nama[1])))
    return Lukisan(LEBAR, tinggi, tuple(bentuk))


def kolom(deret: Sequence[Deret]) -> Lukisan:
    """A small panel for each thing, a column for each time; the tops are joined where they follow on."""
    lebar, tinggi = LEBAR / 2, 108.0
    bentuk: list[Bentuk] = []
    for ke, satu in enumerate(deret):
        bentuk.extend(_panel(satu, (ke % 2) * lebar, (ke // 2) * tinggi, lebar - 14))
    return Lukisan(LEBAR, tinggi * -(-len(deret) // 2), tuple(bentuk))


def _panel(deret: Deret, x: float, y: float, lebar: float) -> Iterator[Bentuk]:
    dasar, ruang = y + 90, 60.0
    yield Teks(x, y + 10, deret.judul, tebal=True)
    seratus = dasar - ruang * _bagian(SERATUS)
    yield Garis(x, seratus, x + lebar, seratus, _SUMBU, 0.6, putus=True)
    yield Garis(x, dasar, x + lebar, dasar, _SUMBU)
    petak = lebar / max(1, len(deret.titik))
    tulisan: list[Bentuk] = []
    lalu: tuple[float, float] | None = None
    for ke, satu in enumerate(deret.titik):
        tengah = x + petak * (ke + 0.5)
        tulisan.append(Teks(tengah, dasar + 10, satu.label, 7.5, "middle"))
        if satu.nilai is None:
            tulisan.append(Teks(tengah, dasar - 12, "tidak ada", 7.5, "middle"))
            tulisan.append(Teks(tengah, dasar - 3, "angka", 7.5, "middle"))
            lalu = None
            continue
        puncak = dasar - ruang * _bagian(satu.nilai)
        isi = _GELAP if satu.nilai >= SERATUS else _TERANG
        yield Kotak(tengah - 9, puncak, 18, dasar - puncak, isi, _GELAP)
        lebar_angka = 4.4 * len(satu.teks)
        tulisan.append(Kotak(tengah - lebar_angka / 2, puncak - 11, lebar_angka, 9, "#ffffff"))
        tulisan.append(Teks(tengah, puncak - 4, satu.teks, 7.5, "middle"))
        if lalu is not None:
            yield Garis(*lalu, tengah, puncak, "#8a5a00", 1)
        lalu = (tengah, puncak)
    yield from tulisan


def _batang(t: Titik, y: float, tinggi: float, *, bergaris: bool, polos: bool = False) -> Iterator[Bentuk]:
    if t.nilai is None:
        yield Teks(_KIRI + 4, y + tinggi - 2, t.teks)
        return
    panjang = (_KANAN - _KIRI) * _bagian(t.nilai)
    penuh = not bergaris and (polos or t.nilai >= SERATUS)
    yield Kotak(_KIRI, y, panjang, tinggi, _GELAP if penuh else "#ffffff" if bergaris else _TERANG, _GELAP)
    if bergaris:
        yield from _setrip(_KIRI, y, panjang, tinggi)
    yield Teks(_KANAN + 6, y + tinggi - 2, t.teks)


def _setrip(x: float, y: float, lebar: float, tinggi: float) -> Iterator[Bentuk]:
    for ke in range(1, int(lebar // 4) + 1):
        yield Garis(x + 4 * ke, y, x + 4 * ke, y + tinggi, _GELAP, 0.7)


def _sumbu(atas: float, bawah: float) -> Iterator[Bentuk]:
    for persen in (0, 50, 100):
        x = _KIRI + (_KANAN - _KIRI) * _bagian(Decimal(persen))
        yield Garis(x, atas, x, bawah, _SUMBU, 1 if persen else 0.8, putus=persen != 0)
        yield Teks(x, atas - 4, f"{persen}%", 7.5, "middle")


def _tanda(y: float, *isi: tuple[str, str]) -> Iterator[Bentuk]:
    """What the fillings mean."""
    x = _KIRI
    for macam, kata in isi:
        latar = {"penuh": _GELAP, "kosong": _TERANG, "garis": "#ffffff"}[macam]
        yield Kotak(x, y - 7, 14, 8, latar, _GELAP)
        if macam == "garis":
            yield from _setrip(x, y - 7, 14, 8)
        yield Teks(x + 19, y, kata, 7.5)
        x += 40 + 4.2 * len(kata)


def _bagian(nilai: Decimal) -> float:
    return float(max(Decimal(0), min(nilai, SKALA)) / SKALA)
