"""This year against last year's frozen report."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja.domain.capaian import JenisTarget, Metode, Tipe
from kinerja.domain.laporan import susun_tahunan, susun_triwulan
from kinerja.domain.laporan_data import DataRealisasi
from kinerja.domain.target import SKALA_AKIP


@pytest.fixture
def tahunan(buat_indikator, buat_data):
    """The yearly report of one indikator with one realisasi in triwulan IV."""

    def buat(realisasi, tahun=2025, lalu=None, **lain):
        isian = {4: DataRealisasi(realisasi)} if realisasi is not None else {}
        return susun_tahunan(buat_data(buat_indikator(realisasi=isian, **lain), tahun=tahun), lalu)

    return buat


def _banding(isi):
    return isi.sasaran[0].indikator[0].banding


def test_differences_are_points_of_percent_and_units_of_the_indikator(tahunan):
    lalu = tahunan("3", 2024, id=1)
    isi = tahunan("4", lalu=lalu, id=2)
    banding = _banding(isi)
    # 4/4 = 100 and 3/4 = 75: 25 poin persen; 4 − 3 = 1 rapat
    assert (banding.capaian_lalu.nilai, banding.selisih_capaian, banding.selisih_realisasi) == (75, 25, 1)
    assert (banding.realisasi_lalu, banding.catatan) == ("3", None)
    assert isi.sasaran[0].banding.selisih_capaian == 25
    assert isi.sasaran[0].banding.catatan is None


def test_the_first_year_has_nothing_to_compare_with(tahunan):
    isi = tahunan("4")
    assert _banding(isi) is None
    assert isi.sasaran[0].banding is None


def test_the_indikator_is_found_by_its_words_and_unit_or_by_its_known_id(tahunan):
    lalu = tahunan("3", 2024, id=1, uraian="Jumlah  RAPAT")
    assert _banding(tahunan("4", lalu=lalu)).realisasi_lalu == "3"
    assert _banding(tahunan("4", lalu=lalu, satuan="kali")) is None
    assert _banding(tahunan("4", lalu=lalu, uraian="Banyaknya rapat")) is None
    assert _banding(tahunan("4", lalu=lalu, uraian="Banyaknya rapat", sebelumnya_id=1)).realisasi_lalu == "3"
    assert _banding(tahunan("4", lalu=lalu, sebelumnya_id=99)) is None


def test_another_unit_gives_no_difference_of_realisasi(tahunan):
    lalu = tahunan("3", 2024, id=1, satuan="kali")
    banding = _banding(tahunan("4", lalu=lalu, sebelumnya_id=1))
    assert (banding.selisih_realisasi, banding.selisih_capaian) == (None, 25)


@pytest.mark.parametrize("lain", [{"metode": Metode.NEGATIF_A}, {"tipe": Tipe.RATA_RATA}])
def test_a_changed_way_of_counting_is_said(tahunan, lain):
    banding = _banding(tahunan("4", lalu=tahunan("3", 2024, **lain)))
    assert banding.catatan == "cara menghitung capaian tidak sama dengan tahun lalu"


def test_predicates_have_no_difference_of_realisasi(tahunan):
    predikat = {
        "jenis_target": JenisTarget.PREDIKAT,
        "skala": SKALA_AKIP,
        "target_tahun": "BB",
        "target_triwulan": ("", "", "", "BB"),
    }
    banding = _banding(tahunan("BB", lalu=tahunan("B", 2024, **predikat), **predikat))
    assert (banding.realisasi_lalu, banding.selisih_realisasi, banding.selisih_capaian) == ("B", None, 20)


@pytest.mark.parametrize(("lama", "kini"), [(None, "4"), ("3", None), (None, None)])
def test_a_missing_year_gives_no_difference_and_says_so(tahunan, lama, kini):
    isi = tahunan(kini, lalu=tahunan(lama, 2024))
    for banding in (_banding(isi), isi.sasaran[0].banding):
        assert banding.selisih_capaian is None
        assert banding.selisih_realisasi is None
        assert banding.catatan == "capaian tahun ini atau tahun lalu tidak ada"


def test_two_of_the_same_words_are_not_guessed_between(buat_indikator, buat_data):
    dua = [buat_indikator(id=ke, realisasi={4: DataRealisasi("3")}) for ke in (1, 2)]
    lalu = susun_tahunan(buat_data(*dua, tahun=2024))
    data = buat_data(buat_indikator(id=3, realisasi={4: DataRealisasi("4")}))
    assert _banding(susun_tahunan(data, lalu)) is None
    ganda = replace(lalu, sasaran=lalu.sasaran * 2)
    assert susun_tahunan(data, ganda).sasaran[0].banding is None


def test_only_the_yearly_report_of_the_year_before_can_be_last_year(kantor, tahunan):
    with pytest.raises(ValueError):
        susun_tahunan(kantor, replace(susun_tahunan(kantor), tahun=2023))
    with pytest.raises(ValueError):
        susun_tahunan(kantor, replace(susun_triwulan(kantor, 4), tahun=2024))


def test_a_percentage_rises_by_points(tahunan):
    persen = {"satuan": "%", "target_tahun": "100", "target_triwulan": ("", "", "", "100")}
    banding = _banding(tahunan("95.65", lalu=tahunan("90", 2024, **persen), **persen))
    assert banding.selisih_realisasi == Decimal("5.65")
    assert banding.selisih_capaian == Decimal("5.65")
