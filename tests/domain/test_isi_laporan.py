"""The reports against the table worked out by hand, and the rules that table cannot show."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, localcontext

import pytest

from kinerja.domain.angka import tulis_angka, tulis_rupiah
from kinerja.domain.aturan import Aturan
from kinerja.domain.capaian import Tipe
from kinerja.domain.laporan import susun_semester, susun_tahunan, susun_triwulan
from kinerja.domain.laporan_data import DataProgram, DataRealisasi
from kinerja.domain.laporan_hitung import PERSEN_TIDAK_DIJUMLAHKAN
from kinerja.domain.laporan_isi import JenisLaporan
from kinerja.domain.masa import MASA_TAHUNAN, Masa, masa_semester, masa_triwulan
from kinerja.domain.target import tulis_realisasi


def _tulis(capaian):
    return "-" if capaian.nilai is None else tulis_angka(capaian.nilai)


def _laporan_dengan(kantor, kolom):
    """A report that has the column: yearly for most, a triwulan report for "sampai dengan"."""
    return susun_triwulan(kantor, int(kolom[-1])) if kolom.startswith("sd") else susun_tahunan(kantor)


def test_every_capaian_equals_the_hand_worked_table(kantor, tangan):
    for posisi, kolom in enumerate(tangan["kolom"]):
        isi = _laporan_dengan(kantor, kolom)
        for sasaran, tabel in zip(isi.sasaran, tangan["sasaran"], strict=True):
            satu = sasaran.capaian_pada(kolom)
            assert (tabel["nomor"], kolom, _tulis(satu.capaian)) == (
                tabel["nomor"],
                kolom,
                tabel["capaian"][posisi],
            )
            assert satu.terhitung == tabel["terhitung"][posisi]
            assert satu.jumlah == len(tabel["indikator"])
            for indikator, baris in zip(sasaran.indikator, tabel["indikator"], strict=True):
                didapat = _tulis(indikator.pada(kolom).capaian)
                assert (baris["nomor"], kolom, didapat) == (baris["nomor"], kolom, baris["capaian"][posisi])


def test_every_realisasi_of_semester_and_year_equals_the_hand_worked_table(kantor, tangan):
    isi = susun_tahunan(kantor)
    for sasaran, tabel in zip(isi.sasaran, tangan["sasaran"], strict=True):
        for indikator, baris in zip(sasaran.indikator, tabel["indikator"], strict=True):
            didapat = [
                tulis_realisasi(indikator.pada(masa).realisasi, indikator.jenis_target).replace("–", "-")
                for masa in (Masa.SEM1, Masa.SEM2, Masa.TAHUN)
            ]
            assert didapat == baris["gabungan"]


def test_every_serapan_equals_the_hand_worked_table(kantor, tangan):
    for posisi, kolom in enumerate(tangan["kolom"]):
        isi = _laporan_dengan(kantor, kolom)
        for sasaran, tabel in zip(isi.sasaran, tangan["sasaran"], strict=True):
            assert _tulis(sasaran.anggaran_pada(kolom).serapan) == tabel["serapan"][posisi]


def test_the_money_of_the_whole_office_equals_the_hand_worked_table(kantor, tangan):
    tahun = susun_tahunan(kantor).anggaran_pada(Masa.TAHUN)
    tabel = tangan["kantor"]
    assert tulis_rupiah(tahun.pagu) == tabel["pagu"]
    assert tahun.realisasi is not None
    assert tulis_rupiah(tahun.realisasi) == tabel["realisasi_tahun"]
    assert _tulis(tahun.serapan) == tabel["serapan_tahun"]
    assert tahun.belum_diisi == tabel["belum_diisi_tahun"]


def test_efficiency_and_predicates_equal_the_hand_worked_table(kantor, tangan):
    tahun, semester = susun_tahunan(kantor), susun_semester(kantor, 1)
    for nomor, tabel in enumerate(tangan["sasaran"]):
        efisiensi = tahun.sasaran[nomor].efisiensi
        assert efisiensi is not None
        assert efisiensi.simpulan == tabel["efisiensi"]
        assert tulis_angka(efisiensi.selisih) == tabel["selisih_efisiensi"]
        assert tahun.sasaran[nomor].predikat == tabel["predikat_tahun"]
        assert semester.sasaran[nomor].predikat == tabel["predikat_sem1"]
        assert semester.sasaran[nomor].efisiensi is None


def test_each_report_has_its_own_columns_and_main_span(kantor):
    triwulan, semester, tahunan = susun_triwulan(kantor, 3), susun_semester(kantor, 2), susun_tahunan(kantor)
    assert (triwulan.jenis, triwulan.ke, triwulan.masa) == (JenisLaporan.TRIWULAN, 3, (Masa.TW3, Masa.SD3))
    assert triwulan.masa_utama is Masa.TW3
    assert (semester.jenis, semester.masa) == (JenisLaporan.SEMESTER, (Masa.TW3, Masa.TW4, Masa.SEM2))
    assert semester.masa_utama is Masa.SEM2
    assert (tahunan.jenis, tahunan.masa, tahunan.masa_utama) == (
        JenisLaporan.TAHUNAN,
        MASA_TAHUNAN,
        Masa.TAHUN,
    )
    with pytest.raises(KeyError):
        triwulan.anggaran_pada(Masa.TAHUN)


def test_a_triwulan_column_is_the_same_in_all_three_reports(kantor):
    baris = [
        isi.sasaran[1].indikator[0].pada("tw2")
        for isi in (susun_triwulan(kantor, 2), susun_semester(kantor, 1), susun_tahunan(kantor))
    ]
    assert baris[0] == baris[1] == baris[2]


def test_every_missing_figure_says_why(kantor):
    isi = susun_tahunan(kantor)
    lapor = isi.sasaran[1].indikator[1]
    assert lapor.pada("tw3").capaian.alasan == "n/a: tidak ada laporan masuk"
    assert lapor.pada("tw3").alasan == "n/a: tidak ada laporan masuk"
    assert lapor.pada("tw4").capaian.alasan == "tidak terdefinisi: realisasi 0 tidak dapat menjadi pembagi"
    assert lapor.pada("tw4").realisasi == "0"
    assert lapor.pada("tw4").alasan is None
    assert isi.sasaran[0].indikator[2].pada("tw3").capaian.alasan == "belum ditargetkan"
    assert isi.sasaran[2].indikator[1].pada("tw4").capaian.alasan == "belum diisi"
    assert isi.sasaran[2].program[0].pada("tw3").serapan.alasan == "belum diisi"
    assert isi.sasaran[0].program[1].pada("tahun").serapan.alasan == "pagu 0"


def test_what_the_unit_wrote_travels_with_the_triwulan_of_the_report(kantor):
    uraian = susun_semester(kantor, 2).sasaran[1].indikator[1].uraian_triwulan
    assert [(satu.triwulan, satu.hambatan, satu.jumlah_bukti) for satu in uraian] == [
        (3, "", 0),
        (4, "hambatan 4", 1),
    ]


def test_a_span_of_only_n_a_names_each_reason_once(buat_indikator, buat_data):
    def na(alasan):
        return DataRealisasi(None, na=True, alasan_na=alasan)

    satu = buat_indikator(realisasi={1: na("alat rusak"), 2: na("alat rusak"), 3: na(" "), 4: na("")})
    isi = susun_tahunan(buat_data(satu)).sasaran[0].indikator[0]
    assert isi.pada("sem1").alasan == "n/a: alat rusak"
    assert isi.pada("sem2").alasan == "n/a"
    assert isi.pada("tahun").alasan == "n/a: alat rusak"


def test_n_a_and_not_filled_together_are_not_filled(buat_indikator, buat_data):
    satu = buat_indikator(realisasi={1: DataRealisasi(None, na=True), 2: DataRealisasi(None)})
    assert susun_semester(buat_data(satu), 1).sasaran[0].indikator[0].pada("sem1").alasan == "belum diisi"


def test_a_value_beside_n_a_does_not_count(buat_indikator, buat_data):
    satu = buat_indikator(realisasi={1: DataRealisasi("3", na=True, alasan_na="keliru")})
    ukuran = susun_triwulan(buat_data(satu), 1).sasaran[0].indikator[0].pada("tw1")
    assert (ukuran.realisasi, ukuran.capaian.alasan) == (None, "n/a: keliru")


def test_percentages_are_never_added(buat_indikator, buat_data):
    realisasi = {ke: DataRealisasi("25", jumlah_bukti=1) for ke in (1, 2, 3, 4)}
    satu = buat_indikator(
        satuan=" Persen ",
        tipe=Tipe.KUMULATIF,
        target_tahun="100",
        target_triwulan=("25",) * 4,
        realisasi=realisasi,
    )
    baris = susun_tahunan(buat_data(satu)).sasaran[0].indikator[0]
    assert baris.pada("tw1").capaian.nilai == 100
    assert baris.pada("sem1").capaian.alasan == PERSEN_TIDAK_DIJUMLAHKAN
    assert (baris.pada("sem1").target, baris.pada("sem1").realisasi) == (None, None)
    assert (baris.pada("tahun").target, baris.pada("tahun").realisasi) == ("100", None)
    assert baris.predikat is None


def test_the_cap_is_visible_and_reaches_the_sasaran(kantor):
    isi = susun_tahunan(replace(kantor, aturan=Aturan(batas=Decimal(100))))
    sasaran = isi.sasaran[1]
    assert sasaran.indikator[1].pada("tahun").capaian.nilai == 100
    assert sasaran.indikator[1].pada("tahun").capaian.catatan == "dibatasi 100, sebelum dibatasi 150,00"
    # (75 + 100 + 95,65) / 3 = 90,216667
    assert tulis_angka(sasaran.capaian_pada("tahun").capaian.nilai) == "90,22"
    assert sasaran.predikat == "Tinggi"


def test_the_stated_pin_stands_in_for_an_undefined_capaian(kantor):
    isi = susun_triwulan(replace(kantor, aturan=Aturan(pin_negatif_b=Decimal(100))), 4)
    capaian = isi.sasaran[1].indikator[1].pada("tw4").capaian
    assert (capaian.nilai, capaian.catatan) == (Decimal(100), "ditetapkan kantor untuk realisasi 0")


def test_efficiency_is_not_worked_out_without_money_or_capaian(buat_indikator, buat_data):
    program = DataProgram(1, "1", "Program", 1, Decimal(0))
    hasil = susun_tahunan(buat_data(buat_indikator(), program=(program,))).sasaran[0]
    assert hasil.efisiensi is not None
    assert (hasil.efisiensi.simpulan, hasil.efisiensi.selisih) == ("tidak dapat dihitung", None)
    assert hasil.capaian_pada("tahun").capaian.alasan == "belum ada capaian indikator yang dapat dihitung"


def test_capaian_equal_to_the_budget_use_is_efficient(buat_indikator, buat_data):
    # 1/3 of the target and 1/3 of the money, three times over: equal, whatever the last digit of a division says
    tiga = [
        buat_indikator(id=ke, target_tahun="3", realisasi={4: DataRealisasi(nilai)})
        for ke, nilai in enumerate(("1", "1", "1"))
    ]
    program = DataProgram(1, "1", "Program", 1, Decimal(3000), realisasi_anggaran={4: Decimal(1000)})
    hasil = susun_tahunan(buat_data(*tiga, program=(program,))).sasaran[0].efisiensi
    assert hasil is not None
    assert hasil.simpulan == "efisien"


def test_renstra_and_standard_are_held_against_the_years_realisasi(buat_indikator, buat_data):
    satu = buat_indikator(target_renstra="5", standar_nasional="8", realisasi={4: DataRealisasi("4")})
    baris = susun_tahunan(buat_data(satu)).sasaran[0].indikator[0]
    assert baris.renstra is not None and baris.standar is not None
    assert (baris.renstra.target, baris.renstra.capaian.nilai) == ("5", 80)
    assert baris.standar.capaian.nilai == 50
    kosong = susun_tahunan(buat_data(buat_indikator(target_renstra="5"))).sasaran[0].indikator[0]
    assert kosong.renstra is not None
    assert kosong.renstra.capaian.alasan == "belum diisi"
    assert susun_triwulan(buat_data(satu), 4).sasaran[0].indikator[0].renstra is None


def test_the_callers_decimal_context_changes_no_figure(kantor):
    with localcontext() as konteks:
        konteks.prec = 3
        sempit = susun_tahunan(kantor).digest()
    assert sempit == susun_tahunan(kantor).digest()


def test_the_columns_have_indonesian_heads():
    assert [masa.label for masa in (*masa_triwulan(2), *masa_semester(1), Masa.TAHUN)] == [
        "Triwulan II", "s.d. Triwulan II", "Triwulan I", "Triwulan II", "Semester I", "Tahun",
    ]  # fmt: skip
    assert Masa.SD3.triwulan == (1, 2, 3)
    assert Masa.SEM2.triwulan == (3, 4)
    assert Masa.TAHUN.triwulan == (1, 2, 3, 4)
