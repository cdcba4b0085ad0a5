"""Indonesian numbers: what is read, what is asked back, how figures are written."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain import angka
from kinerja.domain.angka import (
    baca_angka,
    baca_rupiah,
    bulatkan,
    kanonik,
    rapikan,
    tulis_angka,
    tulis_persen,
    tulis_poin_persen,
    tulis_rupiah,
)
from kinerja.domain.kesalahan import MasukanSalah

ANGKA_MASUK = st.decimals(0, Decimal("999999999999999.9999"), places=4, allow_nan=False)


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("1.234,56", "1234.56"),
        ("1.234", "1234"),
        ("1234,5", "1234.5"),
        ("1234", "1234"),
        ("Rp1.250.000.000", "1250000000"),
        ("rp. 1.250.000", "1250000"),
        ("Rp\u00a0500", "500"),
        ("Rp1.250.000,-", "1250000"),
        ("0", "0"),
        ("0,5", "0.5"),
        ("007", "7"),
        ("  85 \n", "85"),
        ("1,234", "1.234"),
        ("999.999.999.999.999,9999", "999999999999999.9999"),
    ],
)
def test_an_indonesian_number_is_read(teks, nilai):
    assert baca_angka(teks) == Decimal(nilai)


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("", "masih kosong"),
        ("   ", "masih kosong"),
        ("1,234.56", "koma untuk ribuan"),
        ("1,234,567", "koma untuk ribuan"),
        ("1.2", "tulis 1,2 dengan koma"),
        ("12.34", "tulis 12,34 dengan koma; bila yang dimaksud bilangan bulat, tulis 1234"),
        ("0.123", "tulis 0,123 dengan koma"),
        ("1234.567", "belum jelas"),
        ("1.23.456", "bukan angka"),
        ("1.234.56", "bukan angka"),
        ("1..234", "bukan angka"),
        ("1.234,", "bukan angka"),
        (",5", "bukan angka"),
        ("1,2,3", "bukan angka"),
        ("seratus", "bukan angka"),
        ("12 dokumen", "bukan angka"),
        ("1 234", "bukan angka"),
        ("NaN", "bukan angka"),
        ("Infinity", "bukan angka"),
        ("1e5", "bukan angka"),
        ("1_000", "bukan angka"),
        ("+5", "bukan angka"),
        ("٣٤", "bukan angka"),
        ("１２", "bukan angka"),
        ("²", "bukan angka"),
        ("Rp", "bukan angka"),
        ("<script>alert(1)</script>", "bukan angka"),
        ("85,5%", "tanpa tanda %"),
        ("-5", "kurang dari nol"),
        ("−5", "kurang dari nol"),
        ("1.234.567.890.123.456", "paling banyak 15 digit"),
        ("1,23456", "Paling banyak 4 angka"),
        ("9" * 20000, "terlalu panjang"),
    ],
)
def test_what_is_no_clear_number_is_asked_back_in_a_sentence(teks, kata):
    with pytest.raises(MasukanSalah) as salah:
        baca_angka(teks, "nilai")
    assert kata in salah.value.pesan
    assert salah.value.pesan.endswith(".")
    assert salah.value.medan == "nilai"
    assert len(salah.value.pesan) < 250


def test_a_dot_that_may_be_a_decimal_of_zero_proposes_both_readings():
    with pytest.raises(
        MasukanSalah, match="tulis 0,5 dengan koma; bila yang dimaksud bilangan bulat, tulis 5"
    ):
        baca_angka("0.5")


@pytest.mark.parametrize(
    ("teks", "nilai"), [("Rp1.250.000", "1250000"), ("1.250.000,-", "1250000"), ("1250,50", "1250.50")]
)
def test_rupiah_is_read(teks, nilai):
    assert baca_rupiah(teks) == Decimal(nilai)


@pytest.mark.parametrize("teks", ["1,250", "Rp1,250,000", "1.2", "9" * 50])
def test_unclear_rupiah_is_asked_back(teks):
    with pytest.raises(MasukanSalah):
        baca_rupiah(teks)


@given(ANGKA_MASUK)
def test_a_written_number_is_read_back_unchanged(nilai):
    assert baca_angka(tulis_angka(nilai, None)) == nilai
    assert baca_angka(tulis_angka(nilai, 4)) == nilai


@given(st.decimals(0, 10**15 - 1, places=2, allow_nan=False))
def test_a_written_rupiah_is_read_back_unchanged(nilai):
    assert baca_rupiah(tulis_rupiah(nilai)) == nilai


@given(st.text(max_size=60))
def test_any_text_is_read_or_asked_back_with_a_sentence(teks):
    try:
        nilai = baca_angka(teks)
    except MasukanSalah as salah:
        assert salah.pesan.endswith(".")
    else:
        assert nilai.is_finite() and nilai >= 0
        assert all(huruf in "0123456789.,-RrPp \u00a0" for huruf in teks.strip())


@given(st.text(alphabet="0123456789.,", min_size=1, max_size=24))
def test_digits_dots_and_commas_are_read_only_in_the_indonesian_way(teks):
    try:
        nilai = baca_angka(teks)
    except MasukanSalah:
        return
    bulat, _, pecahan = teks.partition(",")
    assert nilai == Decimal(f"{bulat.replace('.', '')}.{pecahan or '0'}")
    assert [len(bagian) for bagian in bulat.split(".")[1:]] == [3] * bulat.count(".")


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        ("1234.56", 2, "1.234,56"),
        ("1234.5", 2, "1.234,50"),
        ("1234567", 0, "1.234.567"),
        ("2.005", 2, "2,01"),
        ("-2.005", 2, "-2,01"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("-0.004", 2, "0,00"),
        ("-1234.5", None, "-1.234,5"),
        ("1E+3", None, "1.000"),
        ("33.33333333", None, "33,3333"),
        ("100.0000", None, "100"),
        ("0", None, "0"),
    ],
)
def test_numbers_are_written_half_up(nilai, desimal, teks):
    assert tulis_angka(Decimal(nilai), desimal) == teks


def test_money_percent_and_point_differences_are_written_the_indonesian_way():
    assert tulis_rupiah(Decimal("1250000000")) == "Rp1.250.000.000"
    assert tulis_rupiah(Decimal("1250.5")) == "Rp1.250,50"
    assert tulis_rupiah(Decimal("-1250")) == "-Rp1.250"
    assert tulis_rupiah(Decimal("999.999")) == "Rp1.000"
    assert tulis_persen(Decimal("87.5")) == "87,50%"
    assert tulis_poin_persen(Decimal("2.5")) == "+2,50 poin persen"
    assert tulis_poin_persen(Decimal("-2.5")) == "-2,50 poin persen"
    assert tulis_poin_persen(Decimal("-0.001")) == "0,00 poin persen"


def test_the_residue_of_a_division_decides_no_rounding():
    sisa = Decimal("90.004" + "9" * 44)
    assert rapikan(sisa) == Decimal("90.005")
    assert bulatkan(sisa, 2) == Decimal("90.01")


@given(st.decimals(-(10**20), 10**20, allow_nan=False, allow_infinity=False))
def test_the_stored_form_is_unique_and_lossless(nilai):
    teks = kanonik(nilai)
    assert Decimal(teks) == nilai
    assert "e" not in teks.lower()
    assert kanonik(Decimal(teks)) == teks
    assert teks != "-0"


@given(ANGKA_MASUK)
def test_writing_does_not_depend_on_the_callers_context(nilai):
    with localcontext() as konteks:
        konteks.prec = 2
        sempit = tulis_angka(nilai, 2)
    assert sempit == tulis_angka(nilai, 2)


def test_percentages_carry_the_digits_of_the_office() -> None:
    assert angka.tulis_persen(Decimal("87.455")) == "87,46%"
    with angka.digit_persen(0):
        assert angka.tulis_persen(Decimal("87.5")) == "88%"
        assert angka.tulis_poin_persen(Decimal("1.25")) == "+1 poin persen"
        assert angka.tulis_persen(Decimal("87.5"), 1) == "87,5%"
    assert angka.tulis_persen(Decimal("87.5")) == "87,50%"
