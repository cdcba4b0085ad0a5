"""The checks: what they find, what they leave alone, and that their keys stay the same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.aturan import Aturan
from kinerja.domain.capaian import JenisTarget, Metode, Tipe
from kinerja.domain.laporan_data import DataProgram, DataRealisasi
from kinerja.domain.pemeriksaan import TingkatTemuan, periksa
from kinerja.domain.target import SKALA_AKIP


def _isi(nilai, bukti=1):
    return DataRealisasi(nilai, jumlah_bukti=bukti)


def _kunci(data, triwulan=4):
    return [satu.kunci for satu in periksa(data, triwulan)]


def test_a_sound_year_has_no_findings(buat_indikator, buat_data):
    satu = buat_indikator(realisasi={ke: _isi(str(ke)) for ke in (1, 2, 3, 4)})
    program = DataProgram(
        1, "1", "P", 1, Decimal(100), realisasi_anggaran=dict.fromkeys((1, 2, 3, 4), Decimal(25))
    )
    for triwulan in (1, 2, 3, 4):
        assert periksa(buat_data(satu, program=(program,)), triwulan) == ()


def test_the_hand_worked_office_has_the_findings_one_expects(kantor):
    assert _kunci(kantor, 4) == [
        "pagu_nol:prog102",
        "anggaran_lebih:prog201:tw4",
        "posisi_turun:ind31:tw4",
        "serapan_rendah:sas3:tw4",
    ]
    temuan = periksa(kantor, 4)[2]
    assert temuan.pesan == (
        "Indikator 3.1 “Persentase kehadiran pada Musrenbang” triwulan IV: "
        "nilainya turun dari 77 pada triwulan III menjadi 63."
    )
    assert (temuan.indikator_id, temuan.triwulan) == (31, 4)
    assert temuan.tempat == "Realisasi triwulan IV, indikator 3.1"


@pytest.mark.parametrize(
    ("lain", "kata"),
    [
        (
            {"target_triwulan": ("1", "2", "3", "5")},
            "target triwulan IV (5) tidak sama dengan target tahun (4)",
        ),
        ({"target_triwulan": ("1", "2", "3", "")}, "target triwulan IV (belum ditargetkan) tidak sama"),
        ({"target_tahun": ""}, "tidak sama dengan target tahun (belum ditargetkan)"),
        ({"tipe": Tipe.KUMULATIF}, "jumlah target triwulan I–IV (10) tidak sama dengan target tahun (4)"),
        (
            {
                "jenis_target": JenisTarget.RENTANG,
                "target_tahun": "60..70",
                "target_triwulan": ("0", "0", "0", "60..75"),
            },
            "target triwulan IV (60–75) tidak sama dengan target tahun (60–70)",
        ),
        (
            {
                "jenis_target": JenisTarget.PREDIKAT,
                "skala": SKALA_AKIP,
                "target_tahun": "BB",
                "target_triwulan": ("", "", "", "B"),
            },
            "target triwulan IV (B) tidak sama dengan target tahun (BB)",
        ),
    ],
)
def test_triwulan_targets_that_miss_the_yearly_target_are_found(lain, kata, buat_indikator, buat_data):
    (temuan,) = periksa(buat_data(buat_indikator(**lain)), 1)
    assert temuan.kunci == "target_tahun:ind7"
    assert kata in temuan.pesan
    assert temuan.perlu_penjelasan
    assert temuan.triwulan is None


@pytest.mark.parametrize(
    "lain",
    [
        {"target_triwulan": ("0", "0", "0", "4.0")},
        {"tipe": Tipe.KUMULATIF, "target_tahun": "10"},
        {"tipe": Tipe.KUMULATIF, "target_tahun": "3", "target_triwulan": ("0", "", "3", "0")},
        {"tipe": Tipe.RATA_RATA, "target_tahun": "9"},
        {"target_tahun": None, "target_triwulan": ("", "", "", "0")},
    ],
)
def test_targets_that_agree_are_left_alone(lain, buat_indikator, buat_data):
    assert _kunci(buat_data(buat_indikator(**lain))) == []


def test_a_kumulatif_percentage_is_found_and_not_summed(buat_indikator, buat_data):
    satu = buat_indikator(satuan="%", tipe=Tipe.KUMULATIF, target_tahun="100", target_triwulan=("25",) * 4)
    assert _kunci(buat_data(satu)) == ["persen_kumulatif:ind7"]


def test_a_percentage_outside_0_to_100_is_found(buat_indikator, buat_data):
    satu = buat_indikator(
        satuan="%",
        target_tahun="100",
        target_triwulan=("100",) * 4,
        realisasi={1: _isi("120.5"), 2: _isi("100")},
    )
    (temuan,) = [satu for satu in periksa(buat_data(satu), 1) if satu.kunci.startswith("persen")]
    assert temuan.kunci == "persen_luar:ind7:tw1"
    assert "realisasi 120,5 persen berada di luar 0 sampai 100" in temuan.pesan
    turun = replace(satu, metode=Metode.NEGATIF_A)
    assert _kunci(buat_data(turun), 2) == []


@pytest.mark.parametrize(
    ("jenis", "target", "ditemukan"),
    [
        (JenisTarget.ANGKA, "101", True),
        (JenisTarget.ANGKA, "100", False),
        (JenisTarget.RENTANG, "90..110", True),
        (JenisTarget.RENTANG, "90..100", False),
        (JenisTarget.PREDIKAT, "AA", False),
    ],
)
def test_a_percentage_target_above_100_is_found(jenis, target, ditemukan, buat_indikator, buat_data):
    satu = buat_indikator(
        satuan="%",
        jenis_target=jenis,
        skala=SKALA_AKIP,
        target_tahun=target,
        target_triwulan=(target,) * 4,
        realisasi={1: _isi("AA" if jenis is JenisTarget.PREDIKAT else "95")},
    )
    assert _kunci(buat_data(satu), 1) == (["target_persen:ind7"] if ditemukan else [])


def test_a_realisasi_without_bukti_is_found_and_n_a_or_empty_is_not(buat_indikator, buat_data):
    satu = buat_indikator(
        realisasi={
            1: _isi("1", bukti=0),
            2: DataRealisasi(None, na=True, alasan_na="x"),
            3: DataRealisasi(None),
        }
    )
    assert [_kunci(buat_data(satu), ke) for ke in (1, 2, 3, 4)] == [["tanpa_bukti:ind7:tw1"], [], [], []]


def test_a_position_that_falls_is_held_against_the_last_filled_one(buat_indikator, buat_data):
    realisasi = {1: _isi("3"), 2: DataRealisasi(None, na=True), 3: DataRealisasi(None), 4: _isi("2")}
    satu = buat_indikator(realisasi=realisasi)
    (temuan,) = periksa(buat_data(satu), 4)
    assert temuan.kunci == "posisi_turun:ind7:tw4"
    assert "turun dari 3 pada triwulan I menjadi 2" in temuan.pesan
    for lain in (
        {"metode": Metode.NEGATIF_B},
        {"tipe": Tipe.RATA_RATA},
        {"realisasi": {**realisasi, 4: _isi("3")}},
    ):
        assert _kunci(buat_data(replace(satu, **lain)), 4) == []


def test_a_predicate_that_falls_is_found(buat_indikator, buat_data):
    satu = buat_indikator(
        jenis_target=JenisTarget.PREDIKAT,
        skala=SKALA_AKIP,
        target_tahun="BB",
        target_triwulan=("", "", "", "BB"),
        realisasi={1: _isi("BB"), 2: _isi("CC")},
    )
    assert _kunci(buat_data(satu), 2) == ["posisi_turun:ind7:tw2"]


def test_money_above_the_pagu_is_found_from_the_triwulan_it_happens(buat_data):
    program = DataProgram(5, "1", "P", 1, Decimal(100), realisasi_anggaran={1: Decimal(60), 2: Decimal(41)})
    data = buat_data(program=(program,))
    assert [_kunci(data, ke) for ke in (1, 2)] == [[], ["anggaran_lebih:prog5:tw2"]]
    (temuan,) = periksa(data, 2)
    assert "Rp101 melebihi pagu Rp100" in temuan.pesan
    assert temuan.program_id == 5


def test_a_pagu_of_zero_is_a_note_and_money_on_it_a_warning(buat_data):
    program = DataProgram(5, "1", "P", 1, Decimal(0), realisasi_anggaran={1: Decimal(1)})
    catatan, peringatan = periksa(buat_data(program=(program,)), 1)
    assert (catatan.kunci, catatan.tingkat, catatan.perlu_penjelasan) == (
        "pagu_nol:prog5",
        TingkatTemuan.CATATAN,
        False,
    )
    assert peringatan.kunci == "anggaran_lebih:prog5:tw1"


@pytest.mark.parametrize(
    ("terpakai", "triwulan", "ditemukan"),
    [("12.49", 1, True), ("12.5", 1, False), ("49.99", 4, True), ("50", 4, False)],
)
def test_a_full_capaian_on_very_low_budget_use_is_found(
    terpakai, triwulan, ditemukan, buat_indikator, buat_data
):
    program = DataProgram(1, "1", "P", 1, Decimal(100), realisasi_anggaran={1: Decimal(terpakai)})
    satu = buat_indikator(realisasi={ke: _isi(str(ke)) for ke in (1, 2, 3, 4)})
    data = buat_data(satu, program=(program,))
    assert _kunci(data, triwulan) == ([f"serapan_rendah:sas1:tw{triwulan}"] if ditemukan else [])
    assert _kunci(replace(data, aturan=Aturan(serapan_rendah=Decimal(0))), triwulan) == []


def test_low_budget_use_with_a_low_capaian_is_no_wonder(buat_indikator, buat_data):
    program = DataProgram(1, "1", "P", 1, Decimal(100), realisasi_anggaran={1: Decimal(1)})
    satu = buat_indikator(target_triwulan=("2", "2", "3", "4"), realisasi={1: _isi("1")})
    assert _kunci(buat_data(satu, program=(program,)), 1) == []


ISIAN = st.builds(
    DataRealisasi,
    st.none() | st.integers(0, 200).map(str),
    na=st.booleans(),
    jumlah_bukti=st.integers(0, 2),
)


@given(
    realisasi=st.dictionaries(st.integers(1, 4), ISIAN),
    metode=st.sampled_from(Metode),
    tipe=st.sampled_from(Tipe),
    satuan=st.sampled_from(["%", "dokumen"]),
    target=st.tuples(*[st.sampled_from(["", "0", "5", "120"])] * 4),
    triwulan=st.integers(1, 4),
)
def test_any_facts_can_be_checked_and_no_key_comes_twice(
    realisasi, metode, tipe, satuan, target, triwulan, buat_indikator, buat_data
):
    satu = buat_indikator(
        realisasi=realisasi, metode=metode, tipe=tipe, satuan=satuan, target_triwulan=target
    )
    temuan = periksa(buat_data(satu), triwulan)
    assert len({satu.kunci for satu in temuan}) == len(temuan)
    assert all(satu.pesan.endswith(".") and satu.tempat for satu in temuan)
    assert temuan == periksa(buat_data(satu), triwulan)
