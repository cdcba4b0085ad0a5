"""A figure in words with its numbers filled in, for every way of combining and every formula."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja.domain.asal_angka import hitungan
from kinerja.domain.aturan import Aturan
from kinerja.domain.capaian import JenisTarget, Metode, Tipe
from kinerja.domain.laporan_data import DataIndikator, DataRealisasi
from kinerja.domain.laporan_hitung import baris_indikator
from kinerja.domain.laporan_isi import Ukuran
from kinerja.domain.masa import MASA_TAHUNAN, Masa

SKALA = ("D", "C", "CC", "B")


def hitung(realisasi, masa=Masa.SEM1, aturan=None, **ubah):
    """The sentences of one made-up indikator."""
    dasar = DataIndikator(
        1,
        "1.1",
        "Contoh",
        "nilai",
        Metode.POSITIF,
        Tipe.POSISI_AKHIR,
        JenisTarget.ANGKA,
        "Seksi",
        "85",
        ("80", "85", "85", "85"),
    )
    isian = {ke: DataRealisasi(teks) for ke, teks in enumerate(realisasi, start=1) if teks}
    kartu = baris_indikator(
        replace(dasar, realisasi=isian, **ubah), MASA_TAHUNAN, Masa.TAHUN, aturan or Aturan()
    )
    ukuran = kartu.pada(masa)
    nilai = [isian[ke].nilai if ke in isian else None for ke in masa.triwulan]
    return hitungan(kartu, ukuran, nilai)


def test_a_last_position_is_named_with_its_triwulan():
    hasil = hitung(["70", "80"])
    assert hasil.realisasi == "70; 80 → posisi akhir (triwulan II) = 80."
    assert hasil.capaian == "Capaian = 80 ÷ 85 × 100 = 94,12%."


def test_a_sum_a_mean_and_a_single_triwulan_are_written_out():
    assert hitung(["7", "8"], tipe=Tipe.KUMULATIF).realisasi == "7 + 8 = 15."
    assert hitung(["7", "8,5".replace(",", ".")], tipe=Tipe.RATA_RATA).realisasi == "(7 + 8,5) ÷ 2 = 7,75."
    assert hitung(["7", "8"], masa=Masa.TW1).realisasi == "Realisasi Triwulan I = 7."


def test_what_is_missing_is_said_with_its_reason():
    hasil = hitung([])
    assert hasil.realisasi == "Tidak ada angka realisasi: belum diisi."
    assert hasil.capaian == "Tidak ada angka capaian: belum diisi."


@pytest.mark.parametrize(
    ("metode", "rumus"),
    [
        (Metode.NEGATIF_A, "Capaian = (2 × 85 − 80) ÷ 85 × 100 = 105,88%."),
        (Metode.NEGATIF_B, "Capaian = 85 ÷ 80 × 100 = 106,25%."),
    ],
)
def test_the_negative_formulas_are_filled_in(metode, rumus):
    assert hitung(["70", "80"], metode=metode).capaian == rumus


def test_a_stated_figure_for_a_realisasi_of_0_is_said():
    hasil = hitung(["0", "0"], metode=Metode.NEGATIF_B, aturan=Aturan(pin_negatif_b=Decimal(120)))
    assert hasil.capaian == (
        "Realisasi 0 tidak dapat menjadi pembagi; capaian = 120,00% (ditetapkan kantor untuk realisasi 0)."
    )


def test_a_range_says_inside_or_which_bound():
    rentang = {
        "jenis_target": JenisTarget.RENTANG,
        "target_triwulan": ("60..70",) * 4,
        "target_tahun": "60..70",
    }
    assert hitung(["50", "65"], **rentang).capaian.startswith("65 di dalam rentang target 60")
    bawah, atas = hitung(["1", "30"], **rentang).capaian, hitung(["1", "140"], **rentang).capaian
    assert "dipakai batas bawah 60. Capaian = 30 ÷ 60 × 100 = 50,00%." in bawah
    assert "dipakai batas atas 70. Capaian = 140 ÷ 70 × 100 = 200,00%." in atas


def test_a_predicate_is_first_turned_into_its_place():
    predikat = {
        "jenis_target": JenisTarget.PREDIKAT,
        "skala": SKALA,
        "target_triwulan": ("B",) * 4,
        "target_tahun": "B",
    }
    hasil = hitung(["C", "CC"], **predikat)
    assert hasil.realisasi == "C; CC → posisi akhir (triwulan II) = CC."
    assert hasil.capaian == "Urutan predikat: B = 4, CC = 3. Capaian = 3 ÷ 4 × 100 = 75,00%."


def test_a_cap_is_said_with_the_figure_before_it():
    hasil = hitung(["70", "170"], aturan=Aturan(batas=Decimal(100)))
    assert hasil.capaian == ("Capaian = 170 ÷ 85 × 100 = 100,00% (dibatasi 100, sebelum dibatasi 200,00).")


def test_triwulan_that_no_longer_give_the_figure_are_admitted():
    kartu = baris_indikator(
        DataIndikator(
            1,
            "1",
            "x",
            "nilai",
            Metode.POSITIF,
            Tipe.KUMULATIF,
            JenisTarget.ANGKA,
            "S",
            "9",
            ("1",) * 4,
            realisasi={1: DataRealisasi("2"), 2: DataRealisasi("3")},
        ),
        MASA_TAHUNAN,
        Masa.TAHUN,
        Aturan(),
    )
    hasil = hitungan(kartu, kartu.pada(Masa.SEM1), ["2", "4"])
    assert hasil.realisasi == "2 + 4 = 5. Isian triwulan di bawah sudah tidak sama dengan angka laporan ini."


def test_a_capaian_without_its_numbers_is_only_repeated():
    kartu = baris_indikator(
        DataIndikator(
            1, "1", "x", "n", Metode.POSITIF, Tipe.KUMULATIF, JenisTarget.ANGKA, "S", None, (None,) * 4
        ),
        MASA_TAHUNAN,
        Masa.TAHUN,
        Aturan(),
    )
    from kinerja.domain.capaian import Capaian

    ukuran = Ukuran(Masa.TAHUN, None, None, None, Capaian(Decimal(50)))
    hasil = hitungan(kartu, ukuran, [])
    assert hasil.capaian == "Capaian = 50,00%."
    assert hasil.realisasi == "Tidak ada angka realisasi: belum diisi."
