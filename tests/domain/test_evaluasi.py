"""Evaluasi SOP: medians, shares, what stands out; and what has no figure."""

from __future__ import annotations

from decimal import Decimal
from statistics import median as median_baku

from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.evaluasi import (
    JAUH,
    FaktaTugas,
    NilaiLangkah,
    Nisbah,
    Pengerjaan,
    Sorotan,
    median,
    nilai_langkah,
)

menit = st.integers(0, 100_000)


def kerja(tugas_id: int, lama: int, menunggu: int | None = 0) -> Pengerjaan:
    return Pengerjaan(tugas_id, f"Triwulan {tugas_id}", menunggu, lama)


def fakta(
    tugas_id: int,
    *lama: int,
    tepat: bool | None = True,
    terlambat: bool = False,
    kembali: int = 0,
) -> FaktaTugas:
    pengerjaan = tuple(kerja(tugas_id, n) for n in lama)
    return FaktaTugas(tugas_id, f"Triwulan {tugas_id}", pengerjaan, tepat, terlambat, kembali)


@st.composite
def tugas_apa_saja(draw: st.DrawFn) -> FaktaTugas:
    lama = draw(st.lists(menit, max_size=4))
    tepat = draw(st.sampled_from((True, False, None))) if lama else None
    return fakta(draw(st.integers(1, 9)), *lama, tepat=tepat, kembali=draw(st.integers(0, 3)))


@given(st.lists(menit, min_size=1))
def test_the_median_is_the_one_in_the_middle_or_the_mean_of_two(nilai: list[int]) -> None:
    hasil = median(nilai)
    assert hasil is not None
    assert hasil == Decimal(str(median_baku(nilai)))
    assert min(nilai) <= hasil <= max(nilai)
    assert sum(n < hasil for n in nilai) <= len(nilai) / 2 >= sum(n > hasil for n in nilai)
    assert median(reversed(nilai)) == hasil


def test_of_nothing_there_is_no_median_and_no_share() -> None:
    assert median([]) is None
    assert Nisbah(0, 0).persen is None
    kosong = nilai_langkah(30, [FaktaTugas(1, "Triwulan I", (), None, False, 0)])
    assert (kosong.kali, kosong.median, kosong.terburuk, kosong.menunggu) == (0, None, None, None)
    assert (kosong.tepat.persen, kosong.sekali_jadi.persen) == (None, None)
    assert kosong.sorotan is Sorotan.BELUM
    assert kosong.kelipatan is None


def test_an_even_number_has_its_half_minute() -> None:
    assert median([10, 25]) == Decimal("17.5")


@given(st.lists(tugas_apa_saja(), max_size=8), st.none() | st.integers(1, 500))
def test_the_figures_hold_together(tugas: list[FaktaTugas], norma: int | None) -> None:
    n = nilai_langkah(norma, tugas)
    semua = [p.menit for t in tugas for p in t.pengerjaan]
    assert n.kali == len(semua)
    assert (n.terburuk.menit if n.terburuk else None) == max(semua, default=None)
    for nisbah in (n.tepat, n.sekali_jadi):
        assert 0 <= nisbah.bagian <= nisbah.dari <= len(tugas)
        assert nisbah.persen is None or 0 <= nisbah.persen <= 100
    assert n.kembali == sum(t.kembali for t in tugas)
    assert (n.sorotan is Sorotan.NORMA_JAUH) == bool(
        norma and semua and n.median and n.median >= JAUH * norma
    )


def test_a_step_done_again_counts_each_time_and_is_no_first_pass() -> None:
    n = nilai_langkah(30, [fakta(1, 20, 40, kembali=1), fakta(2, 60), fakta(3, 10, tepat=False)])
    assert (n.kali, n.median, n.kembali) == (4, Decimal(30), 1)
    assert n.terburuk is not None and n.terburuk.periode == "Triwulan 2"
    assert (n.sekali_jadi, n.tepat) == (Nisbah(2, 3), Nisbah(2, 3))
    assert n.sorotan is Sorotan.SESUAI


def test_what_was_sent_back_and_waits_is_neither_on_time_nor_late() -> None:
    n = nilai_langkah(30, [fakta(1, 20, tepat=None, kembali=1), fakta(2, tepat=None, terlambat=True)])
    assert n.tepat == Nisbah(0, 0)
    assert n.sekali_jadi == Nisbah(0, 1)
    assert n.terlambat == 1


def _sorot(norma: int | None, lama: int) -> NilaiLangkah:
    return nilai_langkah(norma, [fakta(1, lama)])


def test_a_norm_far_below_what_people_need_stands_out() -> None:
    """Step 3 of the sheet: two minutes."""
    assert _sorot(2, 180).sorotan is Sorotan.NORMA_JAUH
    assert _sorot(2, 180).kelipatan == 90
    assert _sorot(2, 2 * JAUH).sorotan is Sorotan.NORMA_JAUH
    assert _sorot(2, 2 * JAUH - 1).sorotan is Sorotan.MELEBIHI
    assert _sorot(30, 30).sorotan is Sorotan.SESUAI
    assert _sorot(None, 30).sorotan is Sorotan.TANPA_NORMA


def test_waiting_nobody_measured_is_left_out_of_its_median() -> None:
    tugas = FaktaTugas(1, "Triwulan I", (kerja(1, 5, None), kerja(1, 5, 40)), True, False, 0)
    assert nilai_langkah(None, [tugas]).menunggu == 40
