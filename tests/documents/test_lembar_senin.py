"""Lembar Senin stays one sheet whatever the week was like, and says how much it left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja.documents.blok import Gambar
from kinerja.documents.cetak import cetak
from kinerja.documents.grafik import Titik, batang
from kinerja.documents.lembar_senin import SASARAN, TEMPLAT, LembarSenin, ringkas, tabel
from tests.documents.contoh import KANTOR

PANJANG = "Kasi Ketenteraman dan Ketertiban Umum (Nama Yang Panjang Sekali, S.Sos., M.Si.)"


def lembar(baris: int, dua_baris: bool = False) -> LembarSenin:
    isi = [(f"{ke} {PANJANG}", PANJANG, "12 November 2026") for ke in range(baris)]
    titik = [Titik(f"Sasaran {ke}", Decimal(90), "90,00%") for ke in range(SASARAN)]
    return LembarSenin(
        kantor=KANTOR,
        hari="Senin, 12 Oktober 2026",
        pukul="07.30",
        angka=tuple((str(baris), "menunggu tanda tangan atau persetujuan") for _ in range(4)),
        tabel=tuple(
            tabel(
                judul,
                (("Apa", 46, 48), ("Siapa", 34, 38), ("Sejak", 20, 20)),
                isi,
                "Kosong.",
                banyak,
                dua_baris,
            )
            for judul, banyak in (("Untuk ditandatangani", 4), ("Terlambat", 5), ("Menunggu siapa", 9))
        ),
        tahun="2026",
        perjalanan=tuple(
            (
                f"Triwulan {ke}",
                Decimal(100 * ke) / 7,
                "3 dari 3 langkah, sampai pada: Pengesahan laporan Semester II",
            )
            for ke in range(7)
        ),
        gambar=Gambar("Capaian per sasaran, Triwulan III 2026", batang(titik), ""),
        gambar_lebih=3,
        dibuat_oleh=PANJANG,
    )


@pytest.mark.lambat
def test_the_busiest_week_is_one_page_and_counts_what_it_leaves_out(baca) -> None:
    data = lembar(40)
    pdf = baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf)
    assert len(pdf.halaman) == 1
    for lebih in (36, 35, 31):
        assert f"dan {lebih} lagi; selengkapnya pada halaman Ringkasan kantor." in pdf.teks
    assert "dan 3 sasaran lagi" in pdf.teks
    assert min(pdf.ukuran) >= 7


@pytest.mark.lambat
def test_four_rows_of_two_lines_are_one_page_too(baca) -> None:
    data = lembar(4, dua_baris=True)
    pdf = baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf)
    assert len(pdf.halaman) == 1
    assert "".join(PANJANG.split()) in pdf.padat


@pytest.mark.lambat
def test_a_quiet_week_says_so(baca) -> None:
    data = lembar(0)
    pdf = baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf)
    assert pdf.teks.count("Kosong.") == 3
    assert pdf.teks.count("lagi; selengkapnya") == 1  # of the sasaran


def test_a_cut_text_shows_that_it_was_cut() -> None:
    assert ringkas("pendek  saja", 20) == "pendek saja"
    assert ringkas("a" * 30, 20) == "a" * 19 + "…"
