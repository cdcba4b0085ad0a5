"""The lists of the identity block in pairs of columns, cut so that no row is taller than a page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from kinerja.documents.lipat import jumlah_baris
from kinerja.domain.sop import Identitas

_HURUF = 10.5
_LEBAR = 355.0
"""Points of a line of text: half the block less borders, padding and the number."""
_BARIS_TERBANYAK = 18
"""Lines of one row; a longer list goes on in a further row, on the next page if need be."""


@dataclass(frozen=True)
class Butir:
    """One item; ``nomor`` is "1. " or, where the list has a single item, ""."""

    nomor: str
    teks: str


@dataclass(frozen=True)
class BarisUraian:
    """A row of the block; the headings are "" where a list goes on."""

    judul_kiri: str
    kiri: tuple[Butir, ...]
    judul_kanan: str
    kanan: tuple[Butir, ...]


def uraian(identitas: Identitas) -> tuple[BarisUraian, ...]:
    """Return the rows under the head of the sheet, with the headings of PermenPANRB 35/2012."""
    pasangan = (
        ("Dasar Hukum", identitas.dasar_hukum, "Kualifikasi Pelaksana", identitas.kualifikasi),
        ("Keterkaitan", identitas.keterkaitan, "Peralatan/Perlengkapan", identitas.peralatan),
        ("Peringatan", identitas.peringatan, "Pencatatan dan pendataan", identitas.pencatatan),
    )
    hasil = []
    for judul_kiri, kiri, judul_kanan, kanan in pasangan:
        bagian = zip_longest(_potong(kiri), _potong(kanan), fillvalue=())
        for ke, (potong_kiri, potong_kanan) in enumerate(bagian):
            judul = ("", "") if ke else (judul_kiri, judul_kanan)
            hasil.append(BarisUraian(judul[0], potong_kiri, judul[1], potong_kanan))
    return tuple(hasil)


def _potong(isi: tuple[str, ...]) -> list[tuple[Butir, ...]]:
    """Cut a list into pieces of ``_BARIS_TERBANYAK`` printed lines; an empty list is one empty piece."""
    hasil: list[list[Butir]] = [[]]
    terisi = 0
    for nomor, teks in enumerate(isi, 1):
        baris = jumlah_baris(teks, _LEBAR, _HURUF)
        if hasil[-1] and terisi + baris > _BARIS_TERBANYAK:
            hasil.append([])
            terisi = 0
        hasil[-1].append(Butir(f"{nomor}. " if len(isi) > 1 else "", teks))
        terisi += baris
    return [tuple(satu) for satu in hasil]
