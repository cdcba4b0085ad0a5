"""Targets and realisasi: from what an official types to the stored text, to the printed one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.target import (
    SKALA_AKIP,
    SKALA_CONTOH,
    JenisTarget,
    Rentang,
    baca_realisasi,
    baca_skala,
    baca_target,
    satuan_persen,
    teks_target,
    tulis_realisasi,
    tulis_skala,
    tulis_target,
    urai_realisasi,
    urai_target,
)

ANGKA, RENTANG, PREDIKAT = JenisTarget


@pytest.mark.parametrize(
    ("teks", "jenis", "simpan", "cetak"),
    [
        ("85,50", ANGKA, "85.5", "85,5"),
        ("1.250", ANGKA, "1250", "1.250"),
        ("0", ANGKA, "0", "0"),
        ("", ANGKA, None, "–"),
        (None, ANGKA, None, "–"),
        ("60-70", RENTANG, "60..70", "60–70"),
        ("60 – 70", RENTANG, "60..70", "60–70"),
        ("60..70", RENTANG, "60..70", "60–70"),
        ("60 s.d. 70", RENTANG, "60..70", "60–70"),
        ("60 s/d 70", RENTANG, "60..70", "60–70"),
        ("60 sd 70", RENTANG, "60..70", "60–70"),
        ("60 sampai 70,5", RENTANG, "60..70.5", "60–70,5"),
        ("60 Sampai Dengan 70", RENTANG, "60..70", "60–70"),
        ("1.000 hingga 2.000", RENTANG, "1000..2000", "1.000–2.000"),
        ("0", RENTANG, "0", "0"),
        (" bb ", PREDIKAT, "BB", "BB"),
        ("0", PREDIKAT, "0", "0"),
    ],
)
def test_a_typed_target_is_stored_and_printed(teks, jenis, simpan, cetak):
    assert baca_target(teks, jenis, SKALA_AKIP) == simpan
    assert tulis_target(simpan, jenis) == cetak


@pytest.mark.parametrize(
    ("teks", "jenis", "kata"),
    [
        ("12.34", ANGKA, "belum jelas"),
        ("60-70", ANGKA, "bukan angka"),
        ("60", RENTANG, "batas bawah dan batas atas"),
        ("60-", RENTANG, "batas bawah dan batas atas"),
        ("50-60-70", RENTANG, "batas bawah dan batas atas"),
        ("6" * 200, RENTANG, "batas bawah dan batas atas"),
        ("70-60", RENTANG, "lebih kecil"),
        ("60-60", RENTANG, "lebih kecil"),
        ("6.0-70", RENTANG, "belum jelas"),
        ("BBB", PREDIKAT, "Pilih salah satu predikat pada skala indikator ini: D, C, CC, B, BB, A, AA"),
    ],
)
def test_an_unclear_target_is_asked_back(teks, jenis, kata):
    with pytest.raises(MasukanSalah, match=kata) as salah:
        baca_target(teks, jenis, SKALA_AKIP, "target_tahun")
    assert salah.value.medan == "target_tahun"


def test_a_predicate_without_a_scale_says_that_there_is_none():
    with pytest.raises(MasukanSalah, match="belum ada"):
        baca_target("BB", PREDIKAT)


def test_a_typed_realisasi_is_stored_and_printed():
    assert baca_realisasi("1.234,56", ANGKA) == "1234.56"
    assert baca_realisasi("65", RENTANG) == "65"
    assert baca_realisasi("aa", PREDIKAT, SKALA_AKIP) == "AA"
    assert baca_realisasi(" ", ANGKA) is None
    assert baca_realisasi(None, ANGKA) is None
    assert baca_realisasi("0", ANGKA) == "0"
    assert tulis_realisasi("1234.56", ANGKA) == "1.234,56"
    assert tulis_realisasi("1234.56", ANGKA, 1) == "1.234,6"
    assert tulis_realisasi("", ANGKA) == "–"
    assert tulis_realisasi("AA", PREDIKAT) == "AA"


@pytest.mark.parametrize("teks", ["n/a", "N/A", "-", "tidak ada"])
def test_n_a_is_chosen_with_a_reason_not_typed_as_a_number(teks):
    with pytest.raises(MasukanSalah, match="pilih “n/a” dan tulis alasannya"):
        baca_realisasi(teks, ANGKA)


def test_a_predicate_counts_by_its_place_on_the_scale():
    assert [urai_realisasi(label, PREDIKAT, SKALA_AKIP) for label in SKALA_AKIP] == [1, 2, 3, 4, 5, 6, 7]
    assert urai_target("BB", PREDIKAT, SKALA_AKIP) == 5
    assert urai_realisasi("", PREDIKAT, SKALA_AKIP) is None


def test_an_empty_or_zero_target_is_no_target():
    assert all(urai_target(teks, jenis) is None for teks in (None, "", "0") for jenis in JenisTarget)
    assert urai_target("60..70", RENTANG) == Rentang(Decimal(60), Decimal(70))
    assert teks_target(Rentang(Decimal("60.0"), Decimal(70))) == "60..70"
    assert teks_target(Decimal("85.50")) == "85.5"


def test_a_scale_is_typed_from_the_lowest_up():
    assert baca_skala("D < C < CC<B") == ("D", "C", "CC", "B")
    assert baca_skala("Tidak  Baik\nBaik\n\n") == ("Tidak Baik", "Baik")
    assert tulis_skala(("D", "C")) == "D < C"
    assert all(baca_skala(tulis_skala(skala)) == skala for _, skala in SKALA_CONTOH)


@pytest.mark.parametrize(
    ("teks", "kata"),
    [
        ("BB", "dari yang terendah"),
        ("", "dari yang terendah"),
        ("B<b", "dua kali"),
        ("0<1", "0 tidak dapat"),
        ("A<" + "x" * 61, "paling panjang 60"),
        ("<".join(str(ke) for ke in range(1, 40)), "Paling banyak 30"),
    ],
)
def test_a_scale_without_a_clear_order_is_asked_back(teks, kata):
    with pytest.raises(MasukanSalah, match=kata):
        baca_skala(teks)


def test_percent_is_known_by_its_usual_names():
    assert all(satuan_persen(satuan) for satuan in ("%", " Persen ", "persentase", "Prosentase"))
    assert not satuan_persen("dokumen")


def test_the_choices_have_indonesian_labels():
    assert [jenis.label for jenis in JenisTarget] == ["Angka", "Rentang angka", "Predikat"]


@given(st.text(max_size=120), st.sampled_from(JenisTarget))
def test_any_text_is_read_or_asked_back(teks, jenis):
    for baca in (baca_target, baca_realisasi):
        try:
            simpan = baca(teks, jenis, SKALA_AKIP)
        except MasukanSalah:
            continue
        assert (simpan is None) == (not teks.strip())
        if simpan is not None:
            assert baca(tulis_target(simpan, jenis), jenis, SKALA_AKIP) == simpan
