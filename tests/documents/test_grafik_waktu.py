"""Bars of time: lengths, words, and a norm too short for the scale."""

from __future__ import annotations

from decimal import Decimal

from kinerja.documents.grafik_waktu import TERPENDEK, BatangWaktu, batang_waktu, uraian_waktu
from kinerja.documents.lukisan import Kotak, Teks

TIGA = BatangWaktu("Langkah 3", Decimal(1800), "4 hari kerja", 2, "norma 2 menit", True)
SATU = BatangWaktu("Langkah 1", Decimal(900), "2 hari kerja", 15, "norma 15 menit")
KOSONG = BatangWaktu("Langkah 9", None, "belum pernah dikerjakan", None, "tidak ada norma")


def test_bars_are_as_long_as_their_time() -> None:
    lukisan = batang_waktu([SATU, TIGA, KOSONG])
    kotak = [b for b in lukisan.bentuk if isinstance(b, Kotak)]
    panjang = [k.lebar for k in kotak[:4]]
    assert panjang[2] == 2 * panjang[0]
    assert panjang[3] == TERPENDEK  # two minutes still show
    assert all(k.x + k.lebar <= lukisan.lebar for k in kotak)


def test_every_bar_has_its_words_and_a_doubt_is_written() -> None:
    teks = [b.isi for b in batang_waktu([SATU, TIGA, KOSONG]).bentuk if isinstance(b, Teks)]
    for kata in ("Langkah 3 (!)", "4 hari kerja", "norma 2 menit", "belum pernah dikerjakan"):
        assert kata in teks
    assert "Langkah 1" in teks
    assert uraian_waktu([SATU, KOSONG]) == (
        "Langkah 1: median 2 hari kerja; norma 15 menit. "
        "Langkah 9: median belum pernah dikerjakan; tidak ada norma"
    )
