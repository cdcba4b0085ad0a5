"""Capaian by each formula, and everything that has none."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinerja.domain.angka import kanonik, rapikan, tulis_angka
from kinerja.domain.capaian import (
    Capaian,
    JenisTarget,
    Metode,
    Tipe,
    hitung_capaian,
    kalimat_rumus,
    periksa_kartu,
    persentase,
    rata_capaian,
)
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.target import SKALA_AKIP, SKALA_OPINI

POSITIF, NEGATIF_A, NEGATIF_B = Metode
RENTANG, PREDIKAT = JenisTarget.RENTANG, JenisTarget.PREDIKAT
ANGKA_POSITIF = st.decimals(Decimal("0.0001"), 10**12, places=4, allow_nan=False)
ANGKA = st.decimals(0, 10**12, places=4, allow_nan=False)


@pytest.mark.parametrize(
    ("metode", "target", "realisasi", "capaian"),
    [
        (POSITIF, "80", "60", "75,00"),
        (POSITIF, "80", "120", "150,00"),
        (POSITIF, "3", "2", "66,67"),
        (POSITIF, "80", "0", "0,00"),
        (NEGATIF_A, "10", "8", "120,00"),
        (NEGATIF_A, "10", "0", "200,00"),
        (NEGATIF_A, "10", "25", "-50,00"),
        (NEGATIF_B, "10", "8", "125,00"),
        (NEGATIF_B, "10", "25", "40,00"),
    ],
)
def test_a_number_by_its_formula(metode, target, realisasi, capaian):
    hasil = hitung_capaian(metode, target, realisasi)
    assert tulis_angka(hasil.nilai) == capaian
    assert (hasil.ada, hasil.alasan, hasil.catatan) == (True, None, None)


@pytest.mark.parametrize(
    ("metode", "realisasi", "capaian"),
    [
        (POSITIF, "30", "50,00"),
        (POSITIF, "60", "100,00"),
        (POSITIF, "65", "100,00"),
        (POSITIF, "70", "100,00"),
        (POSITIF, "84", "120,00"),
        (NEGATIF_A, "30", "150,00"),
        (NEGATIF_A, "84", "80,00"),
        (NEGATIF_B, "30", "200,00"),
        (NEGATIF_B, "140", "50,00"),
    ],
)
def test_a_range_takes_its_nearer_bound(metode, realisasi, capaian):
    assert tulis_angka(hitung_capaian(metode, "60..70", realisasi, jenis=RENTANG).nilai) == capaian


def test_a_predicate_counts_by_its_place():
    assert hitung_capaian(POSITIF, "BB", "B", jenis=PREDIKAT, skala=SKALA_AKIP).nilai == 80
    assert hitung_capaian(POSITIF, "WTP", "WDP", jenis=PREDIKAT, skala=SKALA_OPINI).nilai == 75


@pytest.mark.parametrize("target", [None, "", "0"])
@pytest.mark.parametrize("realisasi", [None, "0", "5"])
def test_without_a_target_there_is_no_capaian(target, realisasi):
    hasil = hitung_capaian(POSITIF, target, realisasi)
    assert (hasil.nilai, hasil.alasan) == (None, "belum ditargetkan")


def test_not_filled_n_a_and_zero_are_three_things():
    assert hitung_capaian(POSITIF, "5", None).alasan == "belum diisi"
    assert hitung_capaian(POSITIF, "5", None, alasan_kosong="n/a: alat rusak").alasan == "n/a: alat rusak"
    assert hitung_capaian(POSITIF, "5", "0").nilai == 0


def test_method_b_with_realisasi_zero_is_undefined_or_the_offices_pin():
    assert (
        hitung_capaian(NEGATIF_B, "5", "0").alasan
        == "tidak terdefinisi: realisasi 0 tidak dapat menjadi pembagi"
    )
    assert hitung_capaian(NEGATIF_B, "60..70", "0", jenis=RENTANG).nilai is None
    pin = hitung_capaian(NEGATIF_B, "5", "0", pin_negatif_b=Decimal(120), batas=Decimal(100))
    assert (pin.nilai, pin.catatan) == (120, "ditetapkan kantor untuk realisasi 0")
    assert hitung_capaian(NEGATIF_B, "0..2", "0", jenis=RENTANG).nilai == 100


def test_a_cap_is_kept_visible():
    hasil = hitung_capaian(POSITIF, "3", "4", batas=Decimal(120))
    assert (hasil.nilai, hasil.catatan) == (Decimal(120), "dibatasi 120, sebelum dibatasi 133,33")
    assert tulis_angka(hasil.sebelum_batas) == "133,33"
    utuh = hitung_capaian(POSITIF, "5", "6", batas=Decimal(120))
    assert (utuh.nilai, utuh.sebelum_batas, utuh.catatan) == (120, None, None)


def test_a_capaian_has_a_figure_or_a_reason_never_both():
    for salah in ({"nilai": None}, {"nilai": Decimal(1), "alasan": "x"}):
        with pytest.raises(ValueError):
            Capaian(**salah)


def test_percentage_of_money():
    assert persentase(Decimal(50), Decimal(200)).nilai == 25
    assert persentase(Decimal(50), Decimal(0)).alasan == "pagu 0"
    assert persentase(None, Decimal(200)).alasan == "belum diisi"
    assert persentase(Decimal(0), Decimal(200)).nilai == 0


def test_the_mean_counts_only_what_has_a_figure():
    isi = [Capaian(Decimal(80)), Capaian(None, "belum diisi"), Capaian(Decimal(0)), Capaian(None, "n/a")]
    assert rata_capaian(isi).nilai == 40
    assert rata_capaian([Capaian(None, "n/a")]).alasan == "belum ada capaian indikator yang dapat dihitung"
    assert rata_capaian([]).nilai is None


def test_the_formula_is_told_in_words():
    assert kalimat_rumus(POSITIF, JenisTarget.ANGKA) == "Capaian (%) = realisasi ÷ target × 100."
    assert "(2 × target − realisasi) ÷ target × 100" in kalimat_rumus(NEGATIF_A, JenisTarget.ANGKA)
    assert "batas atas" in kalimat_rumus(NEGATIF_B, RENTANG)
    assert "D < C < CC" in kalimat_rumus(POSITIF, PREDIKAT, SKALA_AKIP)
    assert [tipe.label for tipe in Tipe] == ["Kumulatif (dijumlahkan)", "Posisi akhir", "Rata-rata"]
    assert next(metode.label for metode in Metode) == "Makin tinggi makin baik"


def test_a_predicate_card_needs_its_scale_and_the_last_position():
    periksa_kartu(Tipe.KUMULATIF, JenisTarget.ANGKA, ())
    periksa_kartu(Tipe.POSISI_AKHIR, PREDIKAT, SKALA_AKIP)
    with pytest.raises(MasukanSalah, match="posisi akhir"):
        periksa_kartu(Tipe.RATA_RATA, PREDIKAT, SKALA_AKIP)
    with pytest.raises(MasukanSalah, match="urutan predikat"):
        periksa_kartu(Tipe.POSISI_AKHIR, PREDIKAT, ("A",))


@given(st.sampled_from(Metode), ANGKA_POSITIF, ANGKA)
def test_the_figure_equals_exact_fractions(metode, target, realisasi):
    assume(metode is not NEGATIF_B or realisasi)
    t, r = Fraction(target), Fraction(realisasi)
    tepat = {
        POSITIF: lambda: r / t * 100,
        NEGATIF_A: lambda: (2 * t - r) / t * 100,
        NEGATIF_B: lambda: t / r * 100,
    }[metode]()
    nilai = hitung_capaian(metode, kanonik(target), kanonik(realisasi)).nilai
    assert abs(Fraction(nilai) - tepat) <= abs(tepat) / 10**45


@given(st.sampled_from(Metode), ANGKA_POSITIF)
def test_realisasi_equal_to_target_is_exactly_100(metode, target):
    assert hitung_capaian(metode, kanonik(target), kanonik(target)).nilai == 100


@given(ANGKA_POSITIF, ANGKA_POSITIF, ANGKA_POSITIF, st.sampled_from(Metode))
def test_more_is_better_for_positive_and_worse_for_negative(target, satu, dua, metode):
    kecil, besar = sorted((satu, dua))
    assume(kecil < besar)
    rendah = hitung_capaian(metode, kanonik(target), kanonik(kecil)).nilai
    tinggi = hitung_capaian(metode, kanonik(target), kanonik(besar)).nilai
    assert rendah < tinggi if metode is POSITIF else rendah > tinggi


@given(ANGKA_POSITIF, ANGKA_POSITIF, ANGKA_POSITIF, st.sampled_from(Metode))
def test_inside_a_range_is_100_and_outside_never_on_the_wrong_side(satu, dua, realisasi, metode):
    bawah, atas = sorted((satu, dua))
    assume(bawah < atas)
    nilai = hitung_capaian(
        metode, f"{kanonik(bawah)}..{kanonik(atas)}", kanonik(realisasi), jenis=RENTANG
    ).nilai
    if bawah <= realisasi <= atas:
        assert nilai == 100
    else:
        assert (nilai > 100) == ((realisasi > atas) == (metode is POSITIF))


@given(ANGKA_POSITIF, ANGKA, st.decimals(50, 200, places=0))
def test_a_cap_only_ever_lowers_to_itself(target, realisasi, batas):
    bebas = hitung_capaian(POSITIF, kanonik(target), kanonik(realisasi))
    terbatas = hitung_capaian(POSITIF, kanonik(target), kanonik(realisasi), batas=batas)
    assert terbatas.nilai == min(bebas.nilai, batas)
    assert (terbatas.sebelum_batas is None) == (bebas.nilai <= batas)


@given(st.lists(st.integers(0, 300), min_size=1, max_size=9), st.integers(1, 9))
def test_a_mean_of_parts_decides_as_if_it_were_exact(pembilang, penyebut):
    capaian = [hitung_capaian(POSITIF, str(penyebut), str(satu)) for satu in pembilang]
    tepat = Fraction(100 * sum(pembilang), penyebut * len(pembilang))
    nilai = rata_capaian(capaian).nilai
    assert (rapikan(nilai) >= 91) == (tepat >= 91)


@given(ANGKA_POSITIF, ANGKA)
def test_the_callers_decimal_context_changes_nothing(target, realisasi):
    with localcontext() as konteks:
        konteks.prec = 3
        sempit = hitung_capaian(NEGATIF_A, kanonik(target), kanonik(realisasi))
    assert sempit == hitung_capaian(NEGATIF_A, kanonik(target), kanonik(realisasi))
