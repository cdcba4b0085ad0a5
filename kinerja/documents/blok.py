"""The building blocks of a report: headings, paragraphs, tables, bars. One macro prints each (``blok.html``).

Every value is display text already; a block holds no rule and no figure to be worked out.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import ClassVar, Literal

from kinerja.documents.kantor import Penandatangan
from kinerja.documents.lukisan import Lukisan, svg

Rata = Literal["kiri", "tengah", "kanan"]
Arah = Literal["tegak", "tidur"]


@dataclass(frozen=True)
class Judul:
    """A heading; levels 1 to 4. Levels 1 to 3 stand in the table of contents."""

    teks: str
    tingkat: int = 2
    bentuk: ClassVar[str] = "judul"


@dataclass(frozen=True)
class Alinea:
    """Text that people typed; ``kosong`` is said where they typed nothing."""

    teks: str
    kosong: str = ""
    bentuk: ClassVar[str] = "alinea"


@dataclass(frozen=True)
class Uraian:
    """A labelled text that people typed (Faktor pendukung, Hambatan …)."""

    label: str
    teks: str
    bentuk: ClassVar[str] = "uraian"


@dataclass(frozen=True)
class Keterangan:
    """Small print under a table, a line each."""

    baris: tuple[str, ...]
    bentuk: ClassVar[str] = "keterangan"


@dataclass(frozen=True)
class Daftar:
    """A numbered list."""

    butir: tuple[str, ...]
    bentuk: ClassVar[str] = "daftar"


@dataclass(frozen=True)
class Kolom:
    """A column: ``lebar`` in percent of the page; columns of one ``grup`` stand under a common head."""

    judul: str
    lebar: float
    rata: Rata = "kiri"
    grup: str = ""


@dataclass(frozen=True)
class Kepala:
    """One cell of a table head."""

    judul: str
    lebar: float
    melebar: int = 1
    menurun: int = 1


@dataclass(frozen=True)
class Baris:
    """One row, a text per column; ``jumlah`` prints it bold."""

    sel: tuple[str, ...]
    jumlah: bool = False
    sambung: int = 0
    """So many of its first cells go on from the row above: no line between them."""


@dataclass(frozen=True)
class Tabel:
    """A table whose head (with ``judul`` above it) repeats on every page."""

    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    judul: str = ""
    rapat: bool = False
    """Small print for many columns (7,5 points)."""
    bentuk: ClassVar[str] = "tabel"

    @property
    def kepala(self) -> tuple[tuple[Kepala, ...], ...]:
        """The rows of the head: one, or two where columns are grouped."""
        if not any(k.grup for k in self.kolom):
            return (tuple(Kepala(k.judul, k.lebar) for k in self.kolom),)
        atas: list[Kepala] = []
        for grup, anggota in groupby(self.kolom, key=lambda k: k.grup):
            kolom = list(anggota)
            if grup:
                atas.append(Kepala(grup, sum(k.lebar for k in kolom), melebar=len(kolom)))
            else:
                atas.extend(Kepala(k.judul, k.lebar, menurun=2) for k in kolom)
        return tuple(atas), tuple(Kepala(k.judul, k.lebar) for k in self.kolom if k.grup)


@dataclass(frozen=True)
class Batang:
    """One bar; ``teks`` is the figure printed beside it, or why there is none."""

    label: str
    persen: Decimal | None
    teks: str


@dataclass(frozen=True)
class Grafik:
    """Capaian as bars, 100 marked, each with its number."""

    judul: str
    batang: tuple[Batang, ...]
    bentuk: ClassVar[str] = "grafik"


@dataclass(frozen=True)
class Gambar:
    """A drawing made from figures (``grafik``); ``uraian`` says them in words."""

    judul: str
    lukisan: Lukisan
    uraian: str
    bentuk: ClassVar[str] = "gambar"

    @property
    def layar(self) -> str:
        """SVG for a page on the screen."""
        return svg(self.lukisan, self.judul, self.uraian)


@dataclass(frozen=True)
class HalamanBaru:
    """A new page, upright or lying."""

    arah: Arah = "tegak"
    bentuk: ClassVar[str] = "halaman"


@dataclass(frozen=True)
class TandaTangan:
    """The signature block."""

    oleh: Penandatangan
    bentuk: ClassVar[str] = "tanda_tangan"


Blok = Judul | Alinea | Uraian | Keterangan | Daftar | Tabel | Grafik | Gambar | HalamanBaru | TandaTangan
