"""Labels for the folders of the paper originals."""

from __future__ import annotations

from kinerja.documents.cetak import cetak
from kinerja.documents.label_arsip import (
    PANJANG_JUDUL,
    PANJANG_KELAS,
    PANJANG_RAK,
    TEMPLAT,
    Label,
    pendek,
    susun_label,
)
from tests.documents.contoh import KANTOR


def label(ke: int, judul: str = "Laporan Kinerja Triwulan III 2026") -> Label:
    return Label(
        nomor=f"000.7.2.8/{ke}/CMT-TRS/2026",
        judul=pendek(judul, PANJANG_JUDUL),
        tahun="2026",
        kelas="000.7.2.8 Laporan berkala (triwulan dan semester)",
        simpan="Disimpan sampai 31 Desember 2028, lalu musnah",
        rak=pendek("Lemari 2, rak 3, map Laporan Kinerja 2026", PANJANG_RAK),
        kode=f"ABCD-{ke:04d}",
    )


def test_ten_labels_fill_a_sheet_and_the_eleventh_begins_another(baca) -> None:
    data = susun_label(KANTOR, tuple(label(ke) for ke in range(1, 12)))
    pdf = baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf)
    assert len(pdf.halaman) == 2
    for kata in ("000.7.2.8/11/CMT-TRS/2026", "Lemari 2", "31 Desember 2028", "Kode dokumen ABCD-0011"):
        assert kata in pdf.teks
    assert min(pdf.ukuran) >= 7


def test_the_longest_words_still_fit_ten_on_a_sheet(baca) -> None:
    panjang = "Laporan pertanggungjawaban pelaksanaan pembinaan nagari " * 5
    data = susun_label(
        KANTOR,
        tuple(
            Label(
                nomor="000.7.2.8.11/9999/CMT-TRS-PESSEL/2026",
                judul=pendek(panjang, PANJANG_JUDUL),
                tahun="2026",
                kelas=pendek("000.7.2.8 " + panjang, PANJANG_KELAS),
                simpan="Disimpan sampai 31 Desember 2028, lalu dinilai kembali",
                rak=pendek(panjang, PANJANG_RAK),
                kode=f"ABCD-{ke:04d}",
            )
            for ke in range(10)
        ),
    )
    assert len(baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf).halaman) == 1


def test_words_too_long_are_cut_with_an_ellipsis() -> None:
    assert pendek("satu  dua", 20) == "satu dua"
    assert pendek("abcdef ghij", 8) == "abcdef…"


def test_the_last_row_is_filled_up() -> None:
    lembar = susun_label(KANTOR, (label(1), label(2), label(3))).lembar
    assert [[s is not None for s in baris] for baris in lembar[0]] == [[True, True], [True, False]]
    assert susun_label(KANTOR, ()).lembar == ()
