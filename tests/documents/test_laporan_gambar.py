"""The charts of a report stand on its figures, on screen, on paper and in Word."""

from __future__ import annotations

import pytest

from kinerja.documents.blok import Gambar
from kinerja.documents.laporan.gambar import gambar_indikator, gambar_laporan, gambar_tahun
from kinerja.domain.laporan import susun_semester, susun_tahunan, susun_triwulan
from tests.documents.contoh_laporan import fakta, semester, tahunan, triwulan


def test_the_year_shows_sasaran_their_course_earlier_years_and_money() -> None:
    from dataclasses import replace

    isi = susun_tahunan(fakta(), susun_tahunan(replace(fakta(), tahun=2024)))
    judul = [g.judul for g in gambar_laporan(isi)]
    assert judul[0] == "Capaian per sasaran, Tahun"
    assert "Perkembangan capaian sasaran antartriwulan" in judul
    assert "Perkembangan capaian indikator antartahun" in judul
    assert judul[-1] == "Capaian kinerja dan serapan anggaran, Tahun"
    antartahun = next(g for g in gambar_laporan(isi) if "antartahun" in g.judul)
    assert antartahun.uraian.startswith("Indikator 1.1: 2024 100,44%; 2025 100,44%")


def test_the_figures_are_those_of_the_report() -> None:
    gambar = gambar_laporan(susun_triwulan(fakta(), 3))
    assert gambar[0].uraian == "Sasaran 1 117,55%; Sasaran 2 -40,00%; Sasaran 3 92,50%"
    assert gambar[-1].uraian.endswith("capaian kinerja 92,50%; serapan anggaran tidak ada angka")
    assert not [g for g in gambar if "Perkembangan" in g.judul]  # one triwulan is no course
    assert "antartriwulan" in gambar_laporan(susun_semester(fakta(), 2))[1].judul


def test_every_indikator_has_its_bar() -> None:
    (satu,) = gambar_indikator(susun_triwulan(fakta(), 3))
    assert satu.uraian.startswith("1.1 101,76%; 1.2 133,33%; 1.3 tidak ada angka")


def test_a_year_without_figures_has_no_charts() -> None:
    from dataclasses import replace

    kosong = replace(fakta(), sasaran=())
    assert gambar_laporan(susun_triwulan(kosong, 1)) == []
    assert gambar_indikator(susun_triwulan(kosong, 1)) == []


@pytest.mark.parametrize("buat", [triwulan, semester, tahunan])
def test_each_printed_report_has_its_charts(buat) -> None:  # type: ignore[no-untyped-def]
    blok = [b for b in buat().blok if isinstance(b, Gambar)]
    assert len(blok) >= 2
    assert all(b.lukisan.tinggi <= 600 for b in blok)


def test_a_year_in_progress_shows_its_triwulan_and_gaps() -> None:
    (satu,) = gambar_tahun(2025, {1: susun_triwulan(fakta(), 1), 3: susun_triwulan(fakta(), 3)})
    assert satu.judul == "Capaian tahun 2025 per triwulan"
    assert "TW II tidak ada angka; TW III 117,55%; TW IV tidak ada angka" in satu.uraian
    assert gambar_tahun(2025, {}) == []
