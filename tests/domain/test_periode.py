"""The seven periods of a year."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.periode import JUMLAH, JenisPeriode, Periode, bagian, setahun, tanggal_panjang

TW, SEM, TH = JenisPeriode.TRIWULAN, JenisPeriode.SEMESTER, JenisPeriode.TAHUNAN
tahun = st.integers(2015, 2100)


@given(tahun)
def test_a_year_has_four_two_and_one(satu: int) -> None:
    assert [p.jenis for p in setahun(satu)] == [TW] * 4 + [SEM] * 2 + [TH]


@given(tahun)
def test_the_periods_of_a_kind_cover_the_year_without_gap(satu: int) -> None:
    for jenis in JUMLAH:
        semua = [p for p in setahun(satu) if p.jenis is jenis]
        assert semua[0].mulai == date(satu, 1, 1)
        assert semua[-1].akhir == date(satu, 12, 31)
        for kiri, kanan in itertools.pairwise(semua):
            assert (kanan.mulai - kiri.akhir).days == 1


@given(tahun)
def test_two_triwulan_make_a_semester_and_two_semester_the_year(satu: int) -> None:
    assert bagian(Periode(satu, SEM, 2), TW) == (Periode(satu, TW, 3), Periode(satu, TW, 4))
    assert bagian(Periode(satu, TH, 1), SEM) == (Periode(satu, SEM, 1), Periode(satu, SEM, 2))
    assert len(bagian(Periode(satu, TH, 1), TW)) == 4
    assert bagian(Periode(satu, TW, 1), SEM) == ()


@pytest.mark.parametrize(
    ("periode", "nama", "triwulan"),
    [
        (Periode(2026, TW, 4), "Triwulan IV 2026", (4,)),
        (Periode(2026, SEM, 1), "Semester I 2026", (1, 2)),
        (Periode(2026, TH, 1), "Tahun 2026", (1, 2, 3, 4)),
        (Periode(2026, JenisPeriode.SEKALI, 12), "Nomor 12 Tahun 2026", (1, 2, 3, 4)),
    ],
)
def test_names_and_the_triwulan_inside(periode: Periode, nama: str, triwulan: tuple[int, ...]) -> None:
    assert (periode.nama, periode.triwulan) == (nama, triwulan)


@pytest.mark.parametrize(("jenis", "ke"), [(TW, 0), (TW, 5), (SEM, 3), (TH, 2)])
def test_a_period_that_does_not_exist(jenis: JenisPeriode, ke: int) -> None:
    with pytest.raises(ValueError):
        Periode(2026, jenis, ke)


def test_a_date_in_words() -> None:
    assert tanggal_panjang(date(2025, 1, 8)) == "8 Januari 2025"
