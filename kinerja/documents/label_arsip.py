"""Labels for the folder or box of the paper originals: ten on a sheet of A4, each 9 by 5 centimetres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.documents.kantor import Kantor

TEMPLAT = "label_arsip.html"
SEBARIS = 2
SELEMBAR = 10
PANJANG_JUDUL = 80
PANJANG_RAK = 60
PANJANG_KELAS = 50


@dataclass(frozen=True)
class Label:
    """One label; all display text. ``simpan``: until when, or that it is permanent."""

    nomor: str
    judul: str
    tahun: str
    kelas: str
    simpan: str
    rak: str
    kode: str


@dataclass(frozen=True)
class LembarLabel:
    """The labels as they stand: sheets of rows of two; the last row is filled up with None."""

    kantor: Kantor
    lembar: tuple[tuple[tuple[Label | None, ...], ...], ...]

    @property
    def penanda(self) -> tuple[str, ...]:
        """Texts that must be found in the finished PDF."""
        return tuple(satu.kode for lembar in self.lembar for baris in lembar for satu in baris if satu)


def susun_label(kantor: Kantor, label: Sequence[Label]) -> LembarLabel:
    """The labels on as many sheets as they need."""
    awal = range(0, len(label), SELEMBAR)
    return LembarLabel(kantor, tuple(tuple(_baris(label[n : n + SELEMBAR])) for n in awal))


def _baris(label: Sequence[Label]) -> list[tuple[Label | None, ...]]:
    isi: list[Label | None] = [*label, *([None] * (-len(label) % SEBARIS))]
    return [tuple(isi[awal : awal + SEBARIS]) for awal in range(0, len(isi), SEBARIS)]


def pendek(teks: str, panjang: int) -> str:
    """The text, cut with an ellipsis where it would not fit the label."""
    rapi = " ".join(teks.split())
    return rapi if len(rapi) <= panjang else rapi[: panjang - 1].rstrip() + "…"
