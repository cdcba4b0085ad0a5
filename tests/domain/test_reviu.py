"""The 23 items of the self-check: what data decide, and what they leave to a person."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from kinerja.domain.laporan import susun_tahunan, susun_triwulan
from kinerja.domain.narasi import bagian_narasi
from kinerja.domain.reviu import BUTIR, FORMAT, MEKANISME, SUBSTANSI, FaktaReviu, Jawaban, usulan


@pytest.fixture
def fakta(kantor):
    """The hand-worked year, all required sections written, everything in order."""
    isi = susun_tahunan(kantor)
    narasi = {b.kunci: "Uraian." for b in bagian_narasi(isi) if b.wajib}
    return FaktaReviu(isi, narasi, ("Perjanjian Kinerja",), "Kasubag", (8, 8), (2, 2), (0, 0), (4, 4))


def _jawaban(fakta, *kunci):
    hasil = usulan(fakta)
    return [(hasil[k].jawaban, hasil[k].dari) for k in kunci]


def test_there_are_six_seven_and_ten_items_in_our_own_words():
    assert Counter(b.kelompok for b in BUTIR) == {FORMAT: 6, MEKANISME: 7, SUBSTANSI: 10}
    assert len({b.kunci for b in BUTIR}) == len({b.pernyataan for b in BUTIR}) == 23
    assert all(b.pernyataan.endswith(".") for b in BUTIR)


def test_every_proposal_says_from_what_it_follows(fakta):
    for usul in usulan(fakta).values():
        assert usul.dari.endswith(".")


def test_data_decide_what_can_be_counted(fakta):
    jumlah = len(fakta.indikator)
    assert _jawaban(fakta, "f1", "f5", "m3", "m4", "m6") == [
        (Jawaban.YA, "Bagian gambaran umum yang sudah ditulis: 3 dari 3."),
        (Jawaban.YA, "Bagian upaya perbaikan yang sudah ditulis: 1 dari 1."),
        (Jawaban.YA, "Laporan progres unit yang sudah dikirim: 8 dari 8."),
        (Jawaban.YA, "Unit pemilik indikator yang ada pejabatnya: 2 dari 2."),
        (Jawaban.YA, "Jabatan yang menjawab pada sosialisasi draf: 4 dari 4."),
    ]
    ((jawab, dari),) = _jawaban(fakta, "f2")
    tampil = sum(i.target_tahun not in (None, "", "0") for i in fakta.indikator)
    assert dari == f"Indikator yang targetnya ditampilkan: {tampil} dari {jumlah}."
    assert jawab is (Jawaban.YA if tampil == jumlah else Jawaban.TIDAK)


def test_what_is_missing_answers_no_with_its_count(fakta):
    kurang = replace(fakta, narasi={}, lampiran=(), unit_kirim=(7, 8), temuan_terjawab=(1, 3))
    assert _jawaban(kurang, "f1", "f4", "m3", "m5") == [
        (Jawaban.TIDAK, "Bagian gambaran umum yang sudah ditulis: 0 dari 3."),
        (Jawaban.TIDAK, "Laporan ini tidak mempunyai lampiran."),
        (Jawaban.TIDAK, "Laporan progres unit yang sudah dikirim: 7 dari 8."),
        (Jawaban.TIDAK, "Temuan pemeriksaan data yang sudah dijelaskan: 1 dari 3."),
    ]


def test_what_cannot_be_counted_stays_open(fakta):
    assert _jawaban(replace(fakta, tanggapan=(0, 0), penyusun=""), "m6", "m1") == [
        (Jawaban.TERBUKA, "Jabatan yang menjawab pada sosialisasi draf: tidak ada yang dapat dihitung."),
        (Jawaban.TERBUKA, "Lembar SOP tidak menyebut siapa yang menyusun laporan ini."),
    ]
    terbuka = [k for k, u in usulan(fakta).items() if u.jawaban is Jawaban.TERBUKA]
    assert {"s5", "s6", "s8", "s9"} <= set(terbuka)


def test_a_sasaran_without_indikator_measures_nothing(fakta):
    tanpa = replace(fakta.isi.sasaran[0], indikator=())
    kurang = replace(fakta, isi=replace(fakta.isi, sasaran=(tanpa, *fakta.isi.sasaran[1:])))
    jumlah = len(fakta.isi.sasaran)
    assert _jawaban(kurang, "s8") == [
        (Jawaban.TIDAK, f"Sasaran yang mempunyai indikator: {jumlah - 1} dari {jumlah}.")
    ]


def test_a_triwulan_report_is_asked_for_its_own_sections(kantor, fakta):
    isi = susun_triwulan(kantor, 1)
    triwulan = replace(fakta, isi=isi, narasi={"ringkasan": "Baik.", "tindak_lanjut": "Rapat."})
    assert [j for j, _ in _jawaban(triwulan, "f1", "f5", "s7")] == [
        Jawaban.YA,
        Jawaban.YA,
        Jawaban.TERBUKA,
    ]


def test_renstra_needs_no_explanation_where_every_card_names_it(fakta):
    ada = fakta.indikator[0].renstra
    assert _jawaban(fakta, "s3")[0][1].startswith("Penjelasan tentang Renstra")
    assert ada is None
