"""The arrows of the flow chart: through which rows and columns each one goes, at right angles, downwards.

x is in columns (column k has its middle at k + 0.5), y in rows: 0 the upper edge, 0.5 the middle, 1 the
lower edge. So a row may be of any height, on the screen and on paper.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kinerja.domain.sop import Jenis, Langkah, Sop

Sisi = Literal["atas", "bawah", "kiri", "kanan"]

_LORONG = (0.42, 0.46, 0.38)
"""How far beside the middle of a column an arrow runs past other rows: outside every symbol."""
_BELOK = 0.93
"""Where an arrow from the foot of a keputusan turns sideways: below the symbol, above the row's edge."""


@dataclass(frozen=True)
class Ruas:
    """A straight piece of an arrow inside one row."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Jalur:
    """One row of the chart: its symbol's column, the pieces passing, where arrows enter, Ya and Tidak."""

    langkah: Langkah
    kolom: int
    ruas: tuple[Ruas, ...]
    masuk: tuple[Sisi, ...]
    label: tuple[tuple[Sisi, str], ...]
    lewat_bawah: tuple[tuple[float, bool], ...]
    """x of each arrow crossing the lower edge, and whether it runs down."""


@dataclass
class _Baris:
    langkah: Langkah
    kolom: int
    ruas: list[Ruas] = field(default_factory=list)
    masuk: dict[Sisi, None] = field(default_factory=dict)
    label: dict[Sisi, str] = field(default_factory=dict)
    lewat: dict[tuple[float, bool], None] = field(default_factory=dict)
    sisi_keluar: set[Sisi] = field(default_factory=set)

    @property
    def tengah(self) -> float:
        return self.kolom + 0.5

    def gambar(self, x1: float, y1: float, x2: float, y2: float) -> None:
        if (x1, y1) != (x2, y2):
            self.ruas.append(Ruas(x1, y1, x2, y2))


def jalur(sop: Sop) -> tuple[Jalur, ...]:
    """Return the rows of the sheet's chart, in the order of the langkah."""
    kolom = {satu.kode: nomor for nomor, satu in enumerate(sop.pelaksana_semua)}
    baris = [_Baris(satu, kolom[satu.pelaksana]) for satu in sop.langkah_semua]
    letak = {satu.nomor: tempat for tempat, satu in enumerate(sop.langkah_semua)}
    panah = [
        (letak[satu.nomor], letak[tujuan], label)
        for satu in sop.langkah_semua
        for tujuan, label in _cabang(satu)
    ]
    for dari, ke, label in panah:
        if ke == dari + 1:
            _ke_baris_berikut(baris[dari], baris[ke], label)
    lorong: list[tuple[float, int, int]] = []
    for dari, ke, label in panah:
        if ke != dari + 1:
            _lewat_lorong(baris, dari, ke, label, lorong)
    return tuple(
        Jalur(b.langkah, b.kolom, tuple(b.ruas), tuple(b.masuk), tuple(b.label.items()), tuple(b.lewat))
        for b in baris
    )


def _cabang(langkah: Langkah) -> list[tuple[int, str]]:
    if langkah.jenis is Jenis.KEPUTUSAN:
        return [(nomor, label) for nomor, label in ((langkah.ya, "Ya"), (langkah.tidak, "Tidak")) if nomor]
    return [(nomor, "") for nomor in langkah.tujuan]


def _ke_baris_berikut(asal: _Baris, tujuan: _Baris, label: str) -> None:
    """Draw an arrow into the head of the symbol in the next row.

    A box in another column is left at its side, a keputusan always at its foot, as its sides are for Tidak.
    """
    a, b = asal.tengah, tujuan.tengah
    if a == b or label:
        asal.gambar(a, 0.5, a, _BELOK if a != b else 1)
        asal.gambar(a, _BELOK, b, _BELOK)
        if a != b:
            asal.gambar(b, _BELOK, b, 1)
        keluar: Sisi = "bawah"
    else:
        asal.gambar(a, 0.5, b, 0.5)
        asal.gambar(b, 0.5, b, 1)
        keluar = "kanan" if b > a else "kiri"
    tujuan.gambar(b, 0, b, 0.5)
    _catat(asal, tujuan, keluar, "atas", label)
    asal.lewat[(b, True)] = None


def _catat(asal: _Baris, tujuan: _Baris, keluar: Sisi, masuk: Sisi, label: str) -> None:
    asal.sisi_keluar.add(keluar)
    tujuan.masuk[masuk] = None
    if label:
        asal.label[keluar] = label


def _lewat_lorong(
    baris: list[_Baris], dari: int, ke: int, label: str, lorong: list[tuple[float, int, int]]
) -> None:
    """Draw an arrow over several rows, or back: out at a side, along beside the column, in at the side."""
    asal, tujuan = baris[dari], baris[ke]
    masuk = _sisi_masuk(asal, tujuan)
    arah = 1 if masuk == "kanan" else -1
    atas, bawah = min(dari, ke), max(dari, ke)
    x = next(
        (
            calon
            for calon in (tujuan.tengah + arah * jarak for jarak in _LORONG)
            if not any(calon == lain and atas <= akhir and awal <= bawah for lain, awal, akhir in lorong)
        ),
        tujuan.tengah + arah * _LORONG[0],
    )
    lorong.append((x, atas, bawah))
    turun = ke > dari
    keluar: Sisi = "kanan" if x > asal.tengah else "kiri"
    y = 0.5
    if keluar in asal.sisi_keluar:
        keluar, y = "bawah", _BELOK
    asal.gambar(asal.tengah, 0.5, asal.tengah, y)
    asal.gambar(asal.tengah, y, x, y)
    asal.gambar(x, y, x, 1 if turun else 0)
    for antara in baris[atas + 1 : bawah]:
        antara.gambar(x, 0, x, 1)
    tujuan.gambar(x, 0 if turun else 1, x, 0.5)
    tujuan.gambar(x, 0.5, tujuan.tengah, 0.5)
    for satu in baris[atas:bawah]:
        satu.lewat[(x, turun)] = None
    _catat(asal, tujuan, keluar, masuk, label)


def _sisi_masuk(asal: _Baris, tujuan: _Baris) -> Sisi:
    """Pick the side of ``tujuan`` that its own arrows leave free, else the one nearer to ``asal``."""
    if asal.kolom == tujuan.kolom:
        dekat: Sisi = "kiri" if "kanan" in asal.sisi_keluar else "kanan"
    else:
        dekat = "kanan" if asal.kolom > tujuan.kolom else "kiri"
    jauh: Sisi = "kiri" if dekat == "kanan" else "kanan"
    return jauh if dekat in tujuan.sisi_keluar and jauh not in tujuan.sisi_keluar else dekat
