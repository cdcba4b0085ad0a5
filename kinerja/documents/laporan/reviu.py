"""The annex with the office's self-check, as a table per group of items."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from kinerja.documents.blok import Baris, Blok, Keterangan, Kolom, Tabel

DASAR_REVIU = (
    "Daftar ini mengikuti butir reviu pada Lampiran III Peraturan Menteri Pendayagunaan Aparatur Negara dan "
    "Reformasi Birokrasi Nomor 53 Tahun 2014, diisi sendiri oleh kecamatan."
)


@dataclass(frozen=True)
class ReviuCetak:
    """An answered item as printed."""

    kelompok: str
    nomor: int
    pernyataan: str
    jawaban: str
    catatan: str


def reviu_mandiri(daftar: Iterable[ReviuCetak]) -> list[Blok]:
    """The tables; nothing when nobody answered."""
    kolom = (
        Kolom("No", 6, "tengah"),
        Kolom("Yang diperiksa", 46),
        Kolom("Jawaban", 13, "tengah"),
        Kolom("Catatan", 35),
    )
    hasil: list[Blok] = []
    for kelompok, anggota in groupby(daftar, key=lambda r: r.kelompok):
        baris = (Baris((str(r.nomor), r.pernyataan, r.jawaban, r.catatan or "–")) for r in anggota)
        hasil.append(Tabel(kolom, tuple(baris), judul=kelompok))
    return [*hasil, Keterangan((DASAR_REVIU,))] if hasil else []
