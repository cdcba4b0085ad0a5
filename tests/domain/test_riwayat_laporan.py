"""Earlier years beside this one: from frozen reports, else from the card; older frozen reports stay readable."""

from __future__ import annotations

import pytest

from kinerja.domain.capaian import JenisTarget
from kinerja.domain.laporan import susun_tahunan, susun_triwulan
from kinerja.domain.laporan_banding import DARI_KARTU_LALU, TANPA_CAPAIAN
from kinerja.domain.laporan_data import DataRealisasi, DataTahun
from kinerja.domain.laporan_hitung import DARI_KARTU, TAK_SEBANDING
from kinerja.domain.laporan_isi import IsiLaporan


@pytest.fixture
def tahunan(buat_indikator, buat_data):
    """The yearly report of one indikator with target 4 and one realisasi in triwulan IV."""

    def buat(realisasi, tahun=2025, lalu=None, lama=(), **lain):
        data = buat_data(buat_indikator(realisasi={4: DataRealisasi(realisasi)}, **lain), tahun=tahun)
        return susun_tahunan(data, lalu, lama)

    return buat


def _riwayat(isi):
    return [(r.tahun, r.realisasi, r.capaian.nilai, r.sumber) for r in isi.sasaran[0].indikator[0].riwayat]


def test_years_before_the_system_come_from_the_card_with_the_formula_of_today(tahunan):
    kartu = (DataTahun(2023, "4", "3"), DataTahun(2022, "4", "2"))
    assert _riwayat(tahunan("4", riwayat=kartu)) == [(2022, "2", 50, DARI_KARTU), (2023, "3", 75, DARI_KARTU)]


def test_a_frozen_report_takes_the_place_of_the_card(tahunan):
    kartu = (DataTahun(2023, "4", "1"), DataTahun(2024, "4", "1"))
    isi = tahunan("4", lalu=tahunan("3", 2024), lama=(tahunan("2", 2023),), riwayat=kartu)
    assert _riwayat(isi) == [(2023, "2", 50, "Laporan Kinerja 2023"), (2024, "3", 75, "Laporan Kinerja 2024")]
    assert isi.sasaran[0].indikator[0].banding.selisih_capaian == 25


def test_last_year_from_the_card_is_compared_with_and_says_where_it_comes_from(tahunan):
    (banding,) = (i.banding for i in tahunan("4", riwayat=(DataTahun(2024, "4", "3"),)).sasaran[0].indikator)
    assert (banding.realisasi_lalu, banding.selisih_realisasi, banding.selisih_capaian) == ("3", 1, 25)
    assert banding.catatan == DARI_KARTU_LALU
    (kosong,) = (i.banding for i in tahunan("4", riwayat=(DataTahun(2024, "4", None),)).sasaran[0].indikator)
    assert (kosong.selisih_capaian, kosong.catatan) == (None, f"{DARI_KARTU_LALU}; {TANPA_CAPAIAN}")


def test_only_the_last_five_years_are_shown(tahunan):
    isi = tahunan("4", riwayat=tuple(DataTahun(2010 + n, "4", "4") for n in range(9)))
    assert [r[0] for r in _riwayat(isi)] == [2014, 2015, 2016, 2017, 2018]


def test_a_year_typed_for_another_kind_of_target_says_so(tahunan):
    isi = tahunan("4", riwayat=(DataTahun(2023, "BB", "B"),), jenis_target=JenisTarget.ANGKA)
    (satu,) = isi.sasaran[0].indikator[0].riwayat
    assert (satu.target, satu.capaian.alasan) == (None, TAK_SEBANDING)


def test_only_yearly_reports_of_earlier_years_are_looked_back_on(tahunan, kantor):
    with pytest.raises(ValueError, match="earlier"):
        susun_tahunan(kantor, None, (susun_triwulan(kantor, 1),))
    with pytest.raises(ValueError, match="earlier"):
        tahunan("4", lama=(tahunan("4"),))


def test_what_came_later_is_not_written_while_it_is_empty_so_old_reports_keep_their_digest(tahunan):
    lama, baru = tahunan("4"), tahunan("4", riwayat=(DataTahun(2023, "4", "3"),), kegiatan=("Rapat",))
    data = lama.ke_data()
    indikator = data["sasaran"][0]["indikator"][0]
    assert not {"riwayat", "kegiatan"} & set(indikator)
    assert IsiLaporan.dari_data(data).digest() == lama.digest()
    assert IsiLaporan.dari_data(baru.ke_data()) == baru
    assert baru.sasaran[0].indikator[0].kegiatan == ("Rapat",)


def test_a_national_standard_names_its_rule(tahunan):
    isi = tahunan("4", standar_nasional="5", standar_sumber="Permen 1/2020")
    standar = isi.sasaran[0].indikator[0].standar
    assert (standar.capaian.nilai, standar.sumber) == (80, "Permen 1/2020")
