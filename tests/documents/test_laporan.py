from __future__ import annotations

import io
import re

import pypdf
import pypdfium2
import pytest

from kinerja.documents.cetak import cetak
from kinerja.documents.laporan.naskah import TEMPLAT, Laporan
from kinerja.domain.laporan import susun_triwulan
from tests.documents import contoh_laporan as contoh

JAHAT = "<b>tebal</b> {{ 7*191 }} <td colspan=9999> & 'kutip' \"ganda\""


def cetak_laporan(laporan: Laporan) -> bytes:
    return cetak(TEMPLAT, laporan, penanda=laporan.penanda).pdf


@pytest.fixture(scope="module")
def triwulan() -> bytes:
    return cetak_laporan(contoh.triwulan())


@pytest.fixture(scope="module")
def semester() -> bytes:
    return cetak_laporan(contoh.semester())


@pytest.fixture(scope="module")
def tahunan() -> bytes:
    return cetak_laporan(contoh.tahunan())


@pytest.mark.parametrize("jenis", ["triwulan", "semester", "tahunan"])
def test_every_letter_is_embedded_and_large_enough(jenis, baca, request) -> None:
    pdf = baca(request.getfixturevalue(jenis))
    assert min(pdf.ukuran) >= 7
    assert all(pdf.huruf.values())
    assert {m["/MediaBox"][2] > m["/MediaBox"][3] for m in pdf.pembaca.pages} == {True, False}


def test_triwulan_figures_equal_the_hand_worked_table(triwulan, baca) -> None:
    teks = baca(triwulan).teks
    assert "LAPORAN KINERJA TRIWULAN III TAHUN 2025 KECAMATAN KOTO XI TARUSAN" in teks
    # 1.1: target year 85, target 85, realisasi 86,5, capaian 101,76; up to triwulan III 99,41 (by hand)
    assert re.search(r"85 85 86,5 101,76% 99,41% Sangat Tinggi", teks)
    assert "Meningkatnya kualitas pelayanan publik 117,55% 99,71% Sangat Tinggi 2 dari 3" in teks
    assert "-40,00%" in teks
    assert "n/a: tidak ada laporan masuk" in teks
    assert "belum ditargetkan" in teks


def test_triwulan_names_the_pk_version_and_the_method_of_every_indikator(triwulan, baca) -> None:
    teks = baca(triwulan).teks
    assert "Perjanjian Kinerja Perubahan ke-1 Tahun 2025." in teks
    for nomor, metode in (("1.1", "rata-rata"), ("2.1", "kumulatif (dijumlahkan)"), ("3.1", "posisi akhir")):
        assert f"Indikator {nomor}: {metode}. Capaian (%) =" in teks
    assert (
        "Predikat menurut Skala Nilai Peringkat Kinerja (Permendagri Nomor 86 Tahun 2017): Sangat Tinggi mulai 91"
        in teks
    )


def test_triwulan_prints_what_units_wrote_and_the_findings_with_their_explanation(triwulan, baca) -> None:
    teks = baca(triwulan).teks
    assert "Faktor pendukung: Dukungan wali nagari" in teks
    assert "Tindak lanjut: Pendampingan langsung" in teks
    assert "Penjelasan (Kasubag Perencanaan): Satu dokumen selesai pada awal triwulan berikutnya." in teks
    assert "Penjelasan: belum dijelaskan" in teks
    assert "Jangkar catatan saat laporan dibekukan: 412 · 9f3ab1" in teks
    assert "NIP. 19690241990032002" in teks


def test_semester_has_both_triwulan_beside_each_other_and_combined(semester, baca) -> None:
    teks = baca(semester).teks
    assert "LAPORAN KINERJA SEMESTER II TAHUN 2025" in teks
    assert "85 85 86,5 101,76% 85 88 103,53% 85 87,25 102,65% Sangat Tinggi" in teks
    assert "Lampiran 1. Catatan pembagian tugas" in teks
    assert "Lampiran 2. Hasil koreksi" in teks
    assert "Sudah diperbaiki." in teks
    assert "Faktor pendukung (triwulan IV):" in teks


def test_tahunan_has_a_cover_a_contents_page_and_four_bab(tahunan, baca) -> None:
    pdf = baca(tahunan)
    assert "LAPORAN KINERJA" in pdf.halaman[0]
    isi = pdf.halaman[2]
    assert "DAFTAR ISI" in isi
    for bab in (
        "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA",
        "BAB III AKUNTABILITAS KINERJA",
        "BAB IV PENUTUP",
    ):
        nomor = int(re.search(rf"{bab}\s*\.*\s*(\d+)", isi)[1])
        assert bab in pdf.halaman[nomor - 1]
    daftar = [b.title for b in pdf.pembaca.outline if not isinstance(b, list)]
    assert daftar == [
        "KATA PENGANTAR",
        "BAB I PENDAHULUAN",
        "BAB II PERENCANAAN KINERJA",
        "BAB III AKUNTABILITAS KINERJA",
        "BAB IV PENUTUP",
        "LAMPIRAN",
    ]


def test_tahunan_has_the_seven_analyses_of_every_sasaran(tahunan, baca) -> None:
    teks = baca(tahunan).teks
    for kepala in (
        "1. Target dan realisasi tahun ini",
        "2. Dibandingkan tahun lalu",
        "3. Sampai tahun ini dibandingkan target jangka menengah",
        "4. Dibandingkan standar nasional",
        "5. Penyebab keberhasilan atau kegagalan",
        "6. Efisiensi penggunaan sumber daya",
        "7. Program dan kegiatan",
    ):
        assert teks.count(kepala) == 3  # three sasaran
    assert "93,48% 87,50% +5,98 poin persen efisien" in teks
    assert "Indeks Kepuasan Masyarakat indeks 85 85,375 100,44% Sangat Tinggi" in teks
    assert "1.1 Indeks Kepuasan Masyarakat indeks 90 85,375 94,86%" in teks  # renstra: 85,375 / 90
    assert "Laporan ini memakai Perjanjian Kinerja Perubahan ke-1 Tahun 2025." in teks


def test_no_heading_stands_alone_at_the_foot_of_a_page(tahunan) -> None:
    """The lowest text of each page is not a heading of the report."""
    kepala = re.compile(r"([1-7A-C]\. |Sasaran [0-9]|BAB |Lampiran |Indikator [0-9]\.[0-9] [A-Z])")
    for halaman in pypdf.PdfReader(io.BytesIO(tahunan)).pages:
        letak: list[tuple[float, str]] = []

        def catat(teks: str, cm: list[float], tm: list[float], *_: object, letak=letak) -> None:
            if teks.strip():
                letak.append((round(cm[5] + tm[5]), teks.strip()))

        halaman.extract_text(visitor_text=catat)
        badan = [(y, t) for y, t in letak if y > 75]  # above the footer
        terbawah = " ".join(t for y, t in badan if y == min(badan)[0])
        assert not kepala.match(terbawah), terbawah


def test_without_narrative_the_report_says_what_is_missing(baca) -> None:
    teks = baca(cetak_laporan(contoh.triwulan(narasi={}, temuan=(), status="DRAFT", kode=""))).teks
    assert "Belum ada uraian." in teks
    assert teks.count("DRAFT") > 1
    assert "Lampiran 3" not in teks


def test_text_of_people_is_printed_as_typed_in_every_section(baca) -> None:
    isi = susun_triwulan(contoh.fakta(), 3)
    narasi = {b.kunci: f"{JAHAT}\n{'kata ' * 1500}" for b in contoh.bagian_narasi(isi)}
    pdf = baca(cetak_laporan(contoh.triwulan(narasi=narasi)))
    assert pdf.padat.count("".join(JAHAT.split())) == len(narasi)
    assert min(pdf.ukuran) >= 7


def test_semester_has_contents_that_lead_to_the_right_pages_and_bookmarks(semester, baca) -> None:
    pdf = baca(semester)
    halaman = [p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(semester)]
    assert "DAFTAR ISI" in halaman[0]
    for judul in ("C. Capaian kinerja per sasaran", "D. Penjelasan capaian", "Lampiran 2. Hasil koreksi"):
        nomor = int(re.search(rf"{re.escape(judul)}\s*\.*\s*(\d+)", halaman[0])[1])
        assert judul in halaman[nomor - 1]
        assert nomor > 1
    assert "A. Dasar" in [b.title for b in pdf.pembaca.outline if not isinstance(b, list)]


def test_two_prints_of_one_report_have_the_same_bytes(tahunan) -> None:
    assert cetak_laporan(contoh.tahunan()) == tahunan


def test_the_foot_names_the_document_and_its_data_and_the_properties_the_office(tahunan, baca) -> None:
    laporan = contoh.tahunan()
    pdf = baca(tahunan)
    for halaman in pdf.halaman:
        assert "Kode dokumen 2025-0007" in halaman
        assert f"Data: {laporan.data}" in halaman
    assert len(laporan.data.replace(" ", "")) == 16
    assert laporan.digest.startswith(laporan.data.replace(" ", ""))
    sifat = pdf.pembaca.metadata
    assert (sifat.author, sifat.subject) == ("Kecamatan Koto XI Tarusan", "LAPORAN KINERJA TAHUN 2025")
