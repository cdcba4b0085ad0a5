"""Part-of-a-whole indikator: two numbers typed, the realisasi worked out, never added as percentages."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.angka import bulatkan, kanonik, rapikan
from kinerja.domain.aturan import Aturan
from kinerja.domain.capaian import JenisTarget, Tipe, sebut_gabung
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.laporan import susun_tahunan, susun_triwulan
from kinerja.domain.laporan_data import DataRealisasi
from kinerja.domain.laporan_hitung import ukur
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.masa import Masa
from kinerja.domain.nisbah import Nisbah, baca_dua, baca_nisbah, gabung_kumulatif, hitung
from kinerja.domain.rencana_aksi import selisih_target

NAGARI = Nisbah("jumlah nagari bertata kelola baik", "jumlah nagari")
BULAT = st.integers(0, 10**9).map(Decimal)
POSITIF = st.integers(1, 10**9).map(Decimal)


@pytest.fixture
def bagian(buat_indikator):
    """An indikator of two numbers; ``isi``: triwulan → (pembilang, penyebut)."""

    def buat(tipe=Tipe.KUMULATIF, isi=None, **lain):
        realisasi = {
            ke: DataRealisasi(hitung(NAGARI, *dua).nilai, pembilang=kanonik(dua[0]), penyebut=kanonik(dua[1]))
            for ke, dua in ((ke, tuple(map(Decimal, d))) for ke, d in (isi or {}).items())
        }
        bawaan = {"satuan": "%", "target_tahun": "90", "target_triwulan": ("80", "85", "88", "90")}
        return buat_indikator(tipe=tipe, nisbah=NAGARI, realisasi=realisasi, **(bawaan | lain))

    return buat


def test_the_realisasi_is_worked_out_from_the_two_numbers():
    hasil = hitung(NAGARI, Decimal(16), Decimal(23))
    assert hasil.nilai == "69.56521739130434782609"
    assert (hasil.pembilang, hasil.penyebut, hasil.alasan) == ("16", "23", None)
    assert hitung(Nisbah("a", "b", Decimal(1)), Decimal(5), Decimal(2)).nilai == "2.5"
    assert NAGARI.rumus == "jumlah nagari bertata kelola baik ÷ jumlah nagari × 100"


def test_a_penyebut_of_zero_gives_the_reason_and_no_figure():
    hasil = hitung(NAGARI, Decimal(0), Decimal(0))
    assert (hasil.nilai, hasil.alasan) == (None, "tidak dapat dihitung: jumlah nagari 0")


@given(BULAT, POSITIF)
def test_the_realisasi_equals_the_exact_fraction(pembilang, penyebut):
    tepat = Fraction(pembilang) * 100 / Fraction(penyebut)
    assert abs(Fraction(Decimal(hitung(NAGARI, pembilang, penyebut).nilai)) - tepat) <= Fraction(1, 10**20)


@given(BULAT, POSITIF, st.integers(1, 1000))
def test_scaling_both_numbers_changes_nothing(pembilang, penyebut, kali):
    assert (
        hitung(NAGARI, pembilang, penyebut).nilai == hitung(NAGARI, pembilang * kali, penyebut * kali).nilai
    )


@given(POSITIF, POSITIF)
def test_a_part_of_its_whole_lies_between_0_and_100(a, b):
    assert 0 <= Decimal(hitung(NAGARI, min(a, b), max(a, b)).nilai) <= 100
    assert hitung(NAGARI, a, a).nilai == "100"


@given(st.lists(st.tuples(BULAT, POSITIF), min_size=1, max_size=4))
def test_a_kumulatif_part_lies_between_its_least_and_greatest_triwulan(isi):
    satu = [Decimal(hitung(NAGARI, *dua).nilai) for dua in isi]
    hasil = gabung_kumulatif(NAGARI, [(kanonik(a), kanonik(b)) for a, b in isi])
    assert min(satu) <= Decimal(hasil.nilai) <= max(satu)


@given(st.lists(st.tuples(BULAT, POSITIF), min_size=4, max_size=4))
def test_the_year_of_a_kumulatif_part_is_that_of_its_two_semester(isi):
    teks = [(kanonik(a), kanonik(b)) for a, b in isi]
    dua = [gabung_kumulatif(NAGARI, teks[:2]), gabung_kumulatif(NAGARI, teks[2:])]
    semester = [(s.pembilang, s.penyebut) for s in dua]
    assert gabung_kumulatif(NAGARI, semester) == gabung_kumulatif(NAGARI, teks)


def test_percentages_are_pooled_never_added(bagian):
    indikator = bagian(isi={1: (10, 20), 2: (30, 40)})
    ukuran = ukur(indikator, Masa.SEM1, Aturan())
    assert kanonik(bulatkan(Decimal(ukuran.realisasi), 2)) == "66.67"  # 40 / 60, not 50 + 75
    assert (ukuran.pembilang, ukuran.penyebut, ukuran.target) == ("40", "60", "85")
    assert ukuran.capaian.nilai is not None


def test_last_position_and_mean_of_a_part(bagian):
    isi = {1: (10, 20), 2: (30, 40)}
    posisi = ukur(bagian(Tipe.POSISI_AKHIR, isi), Masa.TAHUN, Aturan())
    assert (posisi.realisasi, posisi.pembilang, posisi.penyebut) == ("75", "30", "40")
    rata = ukur(bagian(Tipe.RATA_RATA, isi), Masa.SEM1, Aturan())
    assert (rata.realisasi, rata.pembilang) == ("62.5", None)


def test_n_a_and_an_empty_whole_never_count(bagian):
    indikator = bagian(isi={1: (10, 20), 2: (0, 0)})
    indikator.realisasi[3] = DataRealisasi(None, na=True, alasan_na="alat rusak")
    assert ukur(indikator, Masa.TAHUN, Aturan()).realisasi == "50"
    satu = ukur(indikator, Masa.TW2, Aturan())
    assert (satu.realisasi, satu.alasan) == (None, "tidak dapat dihitung: jumlah nagari 0")
    assert satu.capaian.alasan == satu.alasan
    assert ukur(indikator, Masa.TW3, Aturan()).alasan == "n/a: alat rusak"
    assert ukur(indikator, Masa.TW4, Aturan()).alasan == "belum diisi"
    akhir = ukur(bagian(Tipe.POSISI_AKHIR, {1: (10, 20), 2: (0, 0)}), Masa.SEM1, Aturan())
    assert akhir.realisasi == "50"


def test_a_figure_of_before_the_card_had_two_numbers_cannot_be_pooled(bagian):
    indikator = bagian(isi={1: (10, 20)})
    indikator.realisasi[2] = DataRealisasi("75")
    ukuran = ukur(indikator, Masa.SEM1, Aturan())
    assert ukuran.realisasi is None
    assert ukuran.alasan.startswith("tidak dapat digabung")


def test_the_pair_and_the_formula_are_frozen_with_the_report(bagian, buat_data):
    isi = susun_tahunan(buat_data(bagian(isi={1: (10, 20), 2: (30, 40)})))
    baca = IsiLaporan.dari_json(isi.ke_json())
    assert baca == isi
    baris = baca.sasaran[0].indikator[0]
    assert baris.nisbah == NAGARI
    assert baris.rumus.startswith("Realisasi = jumlah nagari bertata kelola baik ÷ jumlah nagari × 100. ")
    assert baris.cara_gabung == "Kumulatif (jumlah pembilang ÷ jumlah penyebut)"


def test_a_report_without_the_new_fields_keeps_its_digest(buat_indikator, buat_data):
    teks = susun_triwulan(buat_data(buat_indikator()), 1).ke_json()
    assert not [nama for nama in ("nisbah", "pembilang", "desimal", 'sumber":[[') if nama in teks]


def test_the_targets_of_a_kumulatif_part_are_held_against_the_last_one(bagian):
    assert selisih_target(bagian()) is None
    assert "triwulan IV" in selisih_target(bagian(target_tahun="95"))


def test_the_combination_is_named():
    assert sebut_gabung(Tipe.RATA_RATA, NAGARI) == "Rata-rata"
    assert sebut_gabung(Tipe.KUMULATIF) == "Kumulatif (dijumlahkan)"


@pytest.mark.parametrize(
    ("isi", "medan"),
    [(("5", ""), "penyebut"), (("", "5"), "pembilang"), (("x", "5"), "pembilang"), (("5", "0"), "penyebut")],
)
def test_half_a_pair_is_asked_back(isi, medan):
    with pytest.raises(MasukanSalah) as salah:
        baca_dua(*isi)
    assert salah.value.medan == medan


def test_a_pair_is_read_the_indonesian_way():
    assert baca_dua("1.234", "2.468,50") == ("1234", "2468.5")
    assert baca_dua(" ", "") is None
    assert baca_dua("0", "0") == ("0", "0")


def test_a_card_names_both_or_none():
    assert baca_nisbah("", " ", "", JenisTarget.ANGKA) is None
    assert baca_nisbah("a  b", "c", "", JenisTarget.RENTANG) == Nisbah("a b", "c")
    assert baca_nisbah("a", "c", "1.000", JenisTarget.ANGKA).pengali == 1000
    for isi, jenis, medan in (
        (("a", "", ""), JenisTarget.ANGKA, "penyebut"),
        (("", "a", ""), JenisTarget.ANGKA, "pembilang"),
        (("a", "b", "0"), JenisTarget.ANGKA, "pengali"),
        (("", "", "10"), JenisTarget.ANGKA, "pengali"),
        (("a", "b", ""), JenisTarget.PREDIKAT, "pembilang"),
    ):
        with pytest.raises(MasukanSalah) as salah:
            baca_nisbah(*isi, jenis)
        assert salah.value.medan == medan


@given(BULAT, POSITIF)
def test_what_is_stored_is_kept_to_twenty_decimals(pembilang, penyebut):
    nilai = Decimal(hitung(NAGARI, pembilang, penyebut).nilai)
    assert rapikan(nilai) == nilai
