"""The printed agenda book."""

from __future__ import annotations

import pytest

from kinerja.documents.agenda_surat import TEMPLAT, AgendaSurat, BarisAgenda
from kinerja.documents.cetak import cetak
from tests.documents.contoh import KANTOR

pytestmark = pytest.mark.lambat


def buku(*baris: BarisAgenda) -> AgendaSurat:
    return AgendaSurat(KANTOR, "Oktober 2026", baris, "dicetak Kasubag Umum")


def baris(ke: int) -> BarisAgenda:
    return BarisAgenda(
        f"{ke}/2026",
        "7 Oktober 2026",
        "Dinas Pendidikan Kabupaten Pesisir Selatan",
        f"005/{ke}/Disdik-PS/2026",
        "5 Oktober 2026",
        "Undangan rapat koordinasi wajib belajar dan pendataan anak putus sekolah",
        "Segera",
        "Camat: sudah didisposisikan",
    )


def test_every_letter_has_its_row_and_the_head_repeats(baca) -> None:
    data = buku(*(baris(ke) for ke in range(1, 41)))
    pdf = baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf)
    for ke in (1, 20, 40):
        assert f"{ke}/2026" in pdf.teks
    assert len(pdf.halaman) > 1
    assert pdf.padat.count("No.agenda") == len(pdf.halaman)
    assert min(pdf.ukuran) >= 7


def test_an_empty_month_says_so(baca) -> None:
    data = buku()
    assert "Tidak ada surat masuk" in baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf).teks
