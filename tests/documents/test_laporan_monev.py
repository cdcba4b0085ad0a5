"""The office's form: every monev column of domain.md §4 is in a triwulan and a semester report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja.documents.blok import Alinea, HalamanBaru, Judul, Keterangan, Tabel, Uraian
from kinerja.documents.laporan.naskah import Laporan, susun
from kinerja.documents.laporan.tabel_monev import TANPA_PROGRAM, TANPA_TANGGAPAN
from kinerja.domain.laporan import susun_semester, susun_triwulan
from tests.documents import contoh_laporan as contoh

BUAT = {"triwulan": contoh.triwulan, "semester": contoh.semester}


def _tabel(laporan: Laporan, judul: str) -> list[Tabel]:
    return [b for b in laporan.blok if isinstance(b, Tabel) and b.judul.startswith(judul)]


@pytest.mark.parametrize("jenis", BUAT)
def test_the_tables_hold_every_column_and_the_texts_stand_outside_them(jenis: str) -> None:
    laporan = BUAT[jenis]()
    kepala = {k.judul for b in laporan.blok if isinstance(b, Tabel) for baris in b.kepala for k in baris}
    assert {"Indikator Kinerja", "Satuan", "Target tahun", "Target", "Realisasi", "Capaian"} <= kepala
    assert {"Kegiatan", "Penanggung jawab", "Bukti", "Program", "Pagu (Rp)", "Serapan"} <= kepala
    label = {b.label.partition(" (")[0] for b in laporan.blok if isinstance(b, Uraian)}
    assert {"Faktor pendukung", "Hambatan", "Tindak lanjut", "Camat"} <= label
    sel = {s for b in laporan.blok if isinstance(b, Tabel) for baris in b.baris for s in baris.sel}
    assert not any("Pendampingan langsung" in s or contoh.NARASI[:40] in s for s in sel)


def test_a_triwulan_report_has_the_capaian_up_to_it() -> None:
    (kepala,) = {
        k.judul
        for b in _tabel(contoh.triwulan(), "Sasaran 1")
        for baris in b.kepala
        for k in baris
        if "s.d." in k.judul
    }
    assert kepala == "Capaian s.d. Triwulan III"


def test_who_does_what_with_how_much_bukti() -> None:
    data = contoh.fakta()
    pertama = replace(data.sasaran[0].indikator[0], kegiatan=("Survei", "Rapat"))
    sasaran = replace(data.sasaran[0], indikator=(pertama, *data.sasaran[0].indikator[1:]))
    isi = susun_triwulan(replace(data, sasaran=(sasaran, *data.sasaran[1:])), 3)
    laporan = susun(isi, contoh.pelengkap(isi))
    baris = _tabel(laporan, "Kegiatan, penanggung jawab")[0].baris
    assert baris[0].sel[2:] == ("Survei; Rapat", "Seksi Contoh", "2 berkas")
    assert baris[2].sel[2:] == ("–", "Seksi Contoh", "belum ada")


def test_the_money_of_a_sasaran_stands_with_it() -> None:
    isi = susun_semester(contoh.fakta(), 1)
    uang = _tabel(susun(isi, contoh.pelengkap(isi)), "Program dan anggaran")
    # Program 1 and 2 in semester I: 150 of 400 million = 37,5 %
    assert uang[0].baris[-1].sel == (
        "", "Jumlah", "400.000.000", "50.000.000", "100.000.000", "150.000.000", "37,50%",
    )  # fmt: skip


def test_all_these_tables_lie_on_their_side() -> None:
    arah = "tegak"
    for b in contoh.triwulan().blok:
        if isinstance(b, HalamanBaru):
            arah = b.arah
        if isinstance(b, Tabel) and b.judul.startswith(("Sasaran", "Kegiatan,", "Program dan")):
            assert arah == "tidur"


def test_without_words_of_superiors_or_programs_a_sentence_says_so() -> None:
    data = contoh.fakta()
    tanpa = replace(data, sasaran=(replace(data.sasaran[0], program=()), *data.sasaran[1:]))
    isi = susun_triwulan(tanpa, 1)
    blok = susun(isi, contoh.pelengkap(isi, tanggapan_atasan=())).blok
    kata = [baris for b in blok if isinstance(b, Keterangan) for baris in b.baris]
    assert TANPA_TANGGAPAN in kata
    assert TANPA_PROGRAM in kata
    judul = [b.teks for b in blok if isinstance(b, Judul)]
    assert any(j.endswith(". Tanggapan atasan") for j in judul)
    assert any(isinstance(b, Alinea) for b in blok)
