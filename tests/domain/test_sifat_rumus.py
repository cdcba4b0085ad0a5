"""What must hold of each formula whatever the figures are."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.angka import bulatkan, kanonik, rapikan
from kinerja.domain.aturan import Aturan
from kinerja.domain.capaian import Capaian, JenisTarget, Metode, Tipe, hitung_capaian, rata_capaian
from kinerja.domain.gabung import gabung
from kinerja.domain.laporan_data import DataRealisasi
from kinerja.domain.laporan_hitung import ukur
from kinerja.domain.masa import Masa
from kinerja.domain.predikat import PERMENDAGRI_86_2017, SkalaPredikat, Tingkat
from kinerja.domain.target import Rentang, teks_target

POSITIF, NEGATIF_A, NEGATIF_B = Metode
T = st.decimals(Decimal("0.01"), 10**9, places=2, allow_nan=False)
R = st.decimals(0, 10**9, places=2, allow_nan=False)
BATAS = st.decimals(50, 1000, places=2, allow_nan=False)
EMPAT = st.lists(st.none() | R, min_size=4, max_size=4)


def nilai(metode, target, realisasi, **lain):
    hasil = hitung_capaian(metode, kanonik(target), kanonik(realisasi), **lain).nilai
    return None if hasil is None else rapikan(hasil)


@given(st.sampled_from(Metode), T)
def test_exactly_the_target_is_always_100(metode, target):
    assert nilai(metode, target, target) == 100


@given(T, R)
def test_positive_and_b_are_never_below_0_and_a_never_above_200(target, realisasi):
    assert nilai(POSITIF, target, realisasi) >= 0
    assert nilai(NEGATIF_A, target, realisasi) <= 200
    if realisasi:
        assert nilai(NEGATIF_B, target, realisasi) >= 0


@given(st.sampled_from(Metode), T, T, st.integers(1, 10_000))
def test_another_unit_of_measure_gives_the_same_capaian(metode, target, realisasi, kali):
    assert nilai(metode, target, realisasi) == nilai(metode, target * kali, realisasi * kali)


@given(T, T, T)
def test_more_is_better_for_positive_and_worse_for_negative(target, satu, dua):
    kecil, besar = sorted((satu, dua))
    assert nilai(POSITIF, target, kecil) <= nilai(POSITIF, target, besar)
    assert nilai(NEGATIF_A, target, kecil) >= nilai(NEGATIF_A, target, besar)
    assert nilai(NEGATIF_B, target, kecil) >= nilai(NEGATIF_B, target, besar)


@given(T, R)
def test_method_a_mirrors_the_positive_formula_at_100(target, realisasi):
    jumlah = nilai(POSITIF, target, realisasi) + nilai(NEGATIF_A, target, realisasi)
    assert abs(jumlah - 200) <= Decimal("1E-18")


@given(T, T)
def test_method_b_is_never_below_method_a(target, realisasi):
    """T/R ≥ 2 − R/T, with equality at the target: both agree on which side of 100 a figure lies."""
    a, b = nilai(NEGATIF_A, target, realisasi), nilai(NEGATIF_B, target, realisasi)
    assert b >= a - Decimal("1E-18")
    assert (a >= 100) == (b >= 100)


@given(st.sampled_from(Metode), st.tuples(T, T).filter(lambda dua: dua[0] != dua[1]), st.fractions(0, 1))
def test_inside_its_range_the_capaian_is_100_and_there_is_no_jump_at_the_bounds(metode, dua, letak):
    bawah, atas = sorted(dua)
    target = teks_target(Rentang(bawah, atas))
    dalam = bawah + bulatkan(Decimal(letak.numerator) / Decimal(letak.denominator) * (atas - bawah), 2)
    dalam = min(max(dalam, bawah), atas)

    def pada(realisasi):
        return hitung_capaian(metode, target, kanonik(realisasi), jenis=JenisTarget.RENTANG).nilai

    assert pada(bawah) == pada(atas) == pada(dalam) == 100
    for batas, tepi in ((bawah, bawah * (1 - Decimal("1E-9"))), (atas, atas * (1 + Decimal("1E-9")))):
        assert abs(pada(tepi) - 100) < Decimal("1E-6"), batas


@given(st.sampled_from(Metode), T, T, BATAS)
def test_a_cap_bounds_and_capping_twice_is_capping_once(metode, target, realisasi, batas):
    bebas, sekali = nilai(metode, target, realisasi), nilai(metode, target, realisasi, batas=batas)
    assert sekali == min(bebas, batas)
    assert min(sekali, batas) == sekali


@given(T, BATAS)
def test_the_offices_pin_stands_for_realisasi_0_of_method_b_only(target, pin):
    assert nilai(NEGATIF_B, target, Decimal(0), pin_negatif_b=pin) == rapikan(pin)
    assert nilai(POSITIF, target, Decimal(0), pin_negatif_b=pin) == 0
    assert nilai(NEGATIF_A, target, Decimal(0), pin_negatif_b=pin) == 200


@given(st.integers(1, 7), st.integers(1, 7))
def test_a_predicate_counts_by_its_place_whatever_its_labels(target, hasil):
    skala = tuple("ABCDEFG")
    capaian = hitung_capaian(
        POSITIF, skala[target - 1], skala[hasil - 1], jenis=JenisTarget.PREDIKAT, skala=skala
    )
    assert abs(Fraction(capaian.nilai) - Fraction(hasil * 100, target)) < Fraction(1, 10**40)


@given(st.decimals(-500, 500, places=6, allow_nan=False), st.decimals(-500, 500, places=6, allow_nan=False))
def test_a_higher_capaian_never_has_a_lower_predicate(satu, dua):
    urut = [satu_tingkat.label for satu_tingkat in PERMENDAGRI_86_2017.tingkat][::-1]
    kecil, besar = (urut.index(PERMENDAGRI_86_2017.untuk(n)) for n in sorted((satu, dua)))
    assert kecil <= besar


@given(st.lists(st.decimals(0, 200, places=2, allow_nan=False), min_size=1, max_size=6, unique=True))
def test_every_lower_bound_carries_its_own_label_and_just_below_it_the_next(batas):
    menurun = sorted(batas, reverse=True)
    tingkat = (*(Tingkat(b, f"T{ke}") for ke, b in enumerate(menurun)), Tingkat(None, f"T{len(menurun)}"))
    skala = SkalaPredikat("contoh", "contoh", tingkat)
    for ke, b in enumerate(menurun):
        assert skala.untuk(b) == f"T{ke}"
        assert skala.untuk(b - Decimal("0.001")) == f"T{ke + 1}"


@given(EMPAT)
def test_kumulatif_of_two_semester_is_the_year(isi):
    dua = [gabung(isi[:2], Tipe.KUMULATIF), gabung(isi[2:], Tipe.KUMULATIF)]
    assert gabung(dua, Tipe.KUMULATIF) == gabung(isi, Tipe.KUMULATIF)


@given(EMPAT)
def test_posisi_akhir_does_not_look_at_anything_before(isi):
    for ke in (3, 2, 1):
        if isi[ke] is not None:
            assert gabung(isi, Tipe.POSISI_AKHIR) == gabung([R0, *isi[1:]], Tipe.POSISI_AKHIR) == last(isi)
            return


R0 = Decimal(7)


def last(isi):
    return next(satu for satu in reversed(isi) if satu is not None)


@given(EMPAT)
def test_a_mean_times_its_count_is_the_sum_of_what_was_filled(isi):
    terisi = [satu for satu in isi if satu is not None]
    if terisi:
        assert rapikan(gabung(isi, Tipe.RATA_RATA) * len(terisi)) == rapikan(gabung(isi, Tipe.KUMULATIF))


@given(st.lists(st.none() | R, min_size=0, max_size=8))
def test_what_has_no_figure_never_moves_the_capaian_of_a_sasaran(isi):
    semua = [Capaian(n) if n is not None else Capaian(None, "n/a") for n in isi]
    ada = [satu for satu in semua if satu.nilai is not None]
    assert rata_capaian(semua) == rata_capaian(ada)
    if ada:
        assert min(n.nilai for n in ada) <= rapikan(rata_capaian(semua).nilai) <= max(n.nilai for n in ada)


@given(tipe=st.sampled_from(Tipe), isi=EMPAT, ke=st.integers(0, 3))
def test_a_triwulan_without_data_is_the_same_as_one_not_there(buat_indikator, tipe, isi, ke):
    def tahun(na):
        realisasi = {
            n: DataRealisasi(kanonik(satu))
            for n, satu in enumerate(isi, 1)
            if satu is not None and n != ke + 1
        }
        if na:
            realisasi[ke + 1] = DataRealisasi(None, na=True, alasan_na="alat rusak")
        return ukur(buat_indikator(tipe=tipe, realisasi=realisasi), Masa.TAHUN, Aturan())

    assert tahun(na=True).realisasi == tahun(na=False).realisasi
    assert tahun(na=True).capaian.nilai == tahun(na=False).capaian.nilai


@given(st.sampled_from(Metode), R)
def test_no_target_is_a_reason_never_a_zero(metode, realisasi):
    for target in (None, "", "0"):
        hasil = hitung_capaian(metode, target, kanonik(realisasi))
        assert (hasil.nilai, hasil.alasan) == (None, "belum ditargetkan")
