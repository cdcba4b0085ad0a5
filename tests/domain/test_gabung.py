"""Combining triwulan into a semester and a year."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.angka import rapikan
from kinerja.domain.capaian import JenisTarget, Tipe
from kinerja.domain.gabung import gabung, gabung_realisasi, gabung_target

KUMULATIF, POSISI, RATA = Tipe
ANGKA, RENTANG, PREDIKAT = JenisTarget
NILAI = st.none() | st.decimals(0, 10**9, places=4, allow_nan=False)
EMPAT = st.tuples(NILAI, NILAI, NILAI, NILAI)


def _d(*angka):
    return [None if satu is None else Decimal(satu) for satu in angka]


def test_each_type_combines_in_its_own_way():
    assert gabung(_d(1, 2, 3, 4), KUMULATIF) == 10
    assert gabung(_d(1, 2, 3, None), POSISI) == 3
    assert gabung(_d(1, None, 3, None), RATA) == 2
    assert gabung(_d(None, None), KUMULATIF) is None


def test_zero_counts_and_empty_does_not():
    assert gabung(_d(4, 0), RATA) == 2
    assert gabung(_d(4, None), RATA) == 4
    assert gabung(_d(4, 0), POSISI) == 0


def test_a_mean_of_semester_means_would_differ_so_the_triwulan_are_taken():
    semester = [gabung(_d(80, 90), RATA), gabung(_d(100, None), RATA)]
    assert gabung(semester, RATA) == Decimal("92.5")
    assert gabung(_d(80, 90, 100, None), RATA) == 90


@given(EMPAT, st.sampled_from([KUMULATIF, POSISI]))
def test_the_year_from_two_semester_is_the_year_from_four_triwulan(nilai, tipe):
    semester = [gabung(nilai[:2], tipe), gabung(nilai[2:], tipe)]
    assert gabung(semester, tipe) == gabung(nilai, tipe)


@given(EMPAT)
def test_the_mean_of_two_equally_filled_semester_is_the_mean_of_four_triwulan(nilai):
    penuh = [Decimal(1) if satu is None else satu for satu in nilai]
    semester = [gabung(penuh[:2], RATA), gabung(penuh[2:], RATA)]
    assert rapikan(gabung(semester, RATA)) == rapikan(gabung(penuh, RATA))


@given(EMPAT, st.sampled_from(Tipe))
def test_what_is_not_filled_never_counts(nilai, tipe):
    assert gabung(nilai, tipe) == gabung([satu for satu in nilai if satu is not None], tipe)


@given(EMPAT)
def test_the_mean_lies_between_the_least_and_the_greatest(nilai):
    terisi = [satu for satu in nilai if satu is not None]
    hasil = gabung(nilai, RATA)
    assert hasil is None if not terisi else min(terisi) <= rapikan(hasil) <= max(terisi)


@pytest.mark.parametrize(
    ("nilai", "tipe", "jenis", "hasil"),
    [
        (["1.5", None, "2.5", ""], KUMULATIF, ANGKA, "4"),
        (["80", "85.5"], RATA, ANGKA, "82.75"),
        (["80", "85.5", None], POSISI, ANGKA, "85.5"),
        (["CC", "B", None, ""], POSISI, PREDIKAT, "B"),
        (["CC", "B"], KUMULATIF, PREDIKAT, "B"),
        ([None, ""], RATA, ANGKA, None),
        ([None, ""], POSISI, ANGKA, None),
    ],
)
def test_stored_realisasi_combine(nilai, tipe, jenis, hasil):
    assert gabung_realisasi(nilai, tipe, jenis) == hasil


@pytest.mark.parametrize(
    ("nilai", "tipe", "jenis", "hasil"),
    [
        (["3", "3", "0", ""], KUMULATIF, ANGKA, "6"),
        (["0", "50", "0"], POSISI, ANGKA, "50"),
        (["80", "0", "90"], RATA, ANGKA, "85"),
        (["0", "0"], POSISI, ANGKA, "0"),
        (["", None], KUMULATIF, ANGKA, None),
        (["10..20", "20..40"], KUMULATIF, RENTANG, "30..60"),
        (["10..20", "20..40"], RATA, RENTANG, "15..30"),
        (["10..20", "0"], POSISI, RENTANG, "10..20"),
        (["B", "BB", "0"], RATA, PREDIKAT, "BB"),
    ],
)
def test_stored_targets_combine_and_zero_is_not_measured_yet(nilai, tipe, jenis, hasil):
    assert gabung_target(nilai, tipe, jenis) == hasil
