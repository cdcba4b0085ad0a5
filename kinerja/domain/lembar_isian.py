"""A workbook people fill in outside kinerja: its sheets, rows and cells, before anybody writes an xlsx.

A cell is a number (``Decimal``), a text, or nothing. Context columns are only read; input columns come
back changed and are compared in ``lembar_banding``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.domain.angka import kanonik

Nilai = str | Decimal | None

BARIS_JUDUL = 4  # the row of the column heads; data begin in the next one
MAKS_KOLOM = 26
MAKS_BARIS = 2000


class JenisKolom(StrEnum):
    """What stands in a column."""

    TEKS = "teks"
    ANGKA = "angka"
    RUPIAH = "rupiah"
    PERSEN = "persen"
    POIN = "poin"  # a difference of percentages
    TANGGAL = "tanggal"


class JenisBuku(StrEnum):
    """The three workbooks that come back."""

    PERJANJIAN_KINERJA = "perjanjian_kinerja"
    RENCANA_AKSI = "rencana_aksi"
    REALISASI = "realisasi"


@dataclass(frozen=True)
class Kolom:
    """A column; ``medan`` names the field it fills, empty for context. ``petunjuk`` shows beside the cell.

    ``bila_ada``: the column is hidden where it is empty and closed in every row.
    """

    judul: str
    jenis: JenisKolom = JenisKolom.TEKS
    medan: str = ""
    lebar: int = 14
    petunjuk: str = ""
    bila_ada: bool = False


@dataclass(frozen=True)
class Baris:
    """A row. ``kunci`` names what it is about ("indikator:12"), ``nama`` says so in words.

    ``terkunci``: input columns that stay closed here; ``pilihan``: medan → the words to choose from.
    """

    kunci: str
    nama: str
    sel: tuple[Nilai, ...]
    terkunci: frozenset[str] = frozenset()
    pilihan: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Lembar:
    """A sheet. ``baru``: what a row that names nothing ("", or a key that begins like this) stands for."""

    nama: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    baru: Baris | None = None

    def baris_baru(self, kunci: str) -> bool:
        """Does a row with this key ask for a new line?"""
        return self.baru is not None and (not kunci or kunci.startswith(f"{self.baru.kunci}:"))


@dataclass(frozen=True)
class BukuIsian:
    """A workbook to be filled. ``periode_id`` and ``unit_id`` are 0 where it is about none."""

    jenis: JenisBuku
    tahun: int
    periode_id: int
    unit_id: int
    judul: str
    keterangan: str
    lembar: tuple[Lembar, ...]

    def tanda(self, lembar: Lembar) -> str:
        """The mark in the hidden first column by which a sheet is known again."""
        bagian = ("kinerja", self.jenis, self.tahun, self.periode_id, self.unit_id, lembar.nama)
        return "|".join(map(str, bagian))

    def sidik(self) -> str:
        """Digest of all that is on the sheets: another one means the data have changed."""
        isi = [self.tanda(Lembar("", (), ()))]
        for lembar, baris in self._baris():
            sel = [ketikan(satu) for satu in baris.sel]
            isi.append(json.dumps([lembar.nama, baris.kunci, sel, sorted(baris.terkunci)]))
        return hashlib.sha256("\n".join(isi).encode()).hexdigest()

    def _baris(self) -> Iterator[tuple[Lembar, Baris]]:
        return ((lembar, baris) for lembar in self.lembar for baris in lembar.baris)


def ketikan(nilai: Nilai) -> str:
    """A cell as a person would type it: a decimal comma, no grouping."""
    if isinstance(nilai, Decimal):
        return kanonik(nilai).replace(".", ",")
    return nilai or ""


def huruf_kolom(ke: int) -> str:
    """The letters of a column counted from 1: A, B, … Z, AA."""
    hasil = ""
    while ke > 0:
        ke, sisa = divmod(ke - 1, 26)
        hasil = chr(65 + sisa) + hasil
    return hasil
