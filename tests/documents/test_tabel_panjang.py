from __future__ import annotations

import io
import json

import pypdf
import pytest

from kinerja.documents.blok import Baris, Kolom, Tabel
from kinerja.documents.tabel_data import jadikan_data
from kinerja.documents.tabel_panjang import BIASA, RAPAT, TabelPanjang, buat

KOLOM = (
    Kolom("No", 6, "tengah"),
    Kolom("Uraian", 54),
    Kolom("Target", 20, "kanan", "Triwulan I"),
    Kolom("Realisasi", 20, "kanan", "Triwulan I"),
)


def tabel(jumlah: int, uraian: str = "Uraian pendek", **ubah: object) -> TabelPanjang:
    baris = tuple(Baris((str(n), uraian, "10", "12,5")) for n in range(1, jumlah + 1))
    return buat(jadikan_data(Tabel(KOLOM, baris, **ubah)), "Helvetica", "Helvetica-Bold")


def bagi(isi: TabelPanjang, tinggi: float, lebar: float = 460) -> list[TabelPanjang]:
    """The parts on pages of ``tinggi`` points."""
    hasil: list[TabelPanjang] = []
    while isi is not None:
        potong = isi.split(lebar, tinggi)
        assert potong, "nothing fits"
        hasil.append(potong[0])
        isi = potong[1] if len(potong) > 1 else None
    return hasil


def test_data_is_json_with_composed_text_and_no_soft_hyphens() -> None:
    isi = json.loads(jadikan_data(Tabel(KOLOM, (Baris(("1", "Jose\u0301 ke\u00adcil\n\n dua", "", "x")),))))
    assert isi["baris"][0]["sel"] == ["1", "José kecil\ndua", "", "x"]
    assert [[k["judul"] for k in b] for b in isi["kepala"]] == [
        ["No", "Uraian", "Triwulan I"],
        ["Target", "Realisasi"],
    ]


def test_rows_are_dealt_out_to_pages_in_order_and_none_is_lost() -> None:
    bagian = bagi(tabel(200), 400)
    nomor = [b.sel[0][0].frags[0].text for satu in bagian for b in satu.baris]
    assert nomor == [str(n) for n in range(1, 201)]
    assert len(bagian) > 5
    assert all(b.wrap(460, 400)[1] <= 400.01 for b in bagian)


def test_the_head_is_repeated_and_a_head_over_two_rows_spans_them() -> None:
    bagian = bagi(tabel(100, judul="Sasaran 1"), 300)
    for satu in bagian:
        assert [r.rentang for r in satu.kepala] == [
            ((0, 4, 1),),
            ((0, 1, 2), (1, 1, 2), (2, 2, 1)),
            (),
        ]


def test_a_row_taller_than_a_page_is_broken_not_shrunk() -> None:
    kata = "kata " * 4000
    bagian = bagi(tabel(1, kata), 400)
    assert len(bagian) > 3
    assert all(b.wrap(460, 400)[1] <= 400.01 for b in bagian)
    assert {s.style.fontSize for b in bagian for r in b.baris for s in r.sel[1]} == {BIASA.huruf}


def test_a_low_row_moves_to_the_next_page_whole() -> None:
    isi = tabel(1, "kata " * 60)
    _, tinggi = isi.wrap(460, 0)
    assert isi.split(460, tinggi - 5) == []
    assert isi.tinggi_awal(460) == pytest.approx(tinggi)


def test_small_print_is_7_and_a_half_points_and_an_empty_table_says_so() -> None:
    isi = tabel(0, rapat=True)
    isi.wrap(460, 0)
    assert isi.ukuran is RAPAT
    assert RAPAT.huruf == 7.5
    assert isi.baris[0].sel[0][0].frags[0].text == "Tidak ada data."
    assert isi.baris[0].rentang == ((0, 4, 1),)


def test_markup_in_a_cell_stays_text() -> None:
    isi = tabel(1, "<b>tebal</b> & <font size=99>x</font>")
    isi.wrap(460, 0)
    assert isi.baris[0].sel[1][0].frags[0].text == "<b>tebal</b> & <font size=99>x</font>"
    assert isi.baris[0].sel[1][0].frags[0].fontName == "Helvetica"


def test_a_sum_is_bold_and_columns_are_aligned_as_asked() -> None:
    data = jadikan_data(Tabel(KOLOM, (Baris(("", "Jumlah", "1", "2"), jumlah=True),)))
    isi = buat(data, "Helvetica", "Helvetica-Bold")
    isi.wrap(460, 0)
    sel = isi.baris[0].sel
    assert sel[1][0].style.fontName == "Helvetica-Bold"
    assert [s[0].style.alignment for s in sel[1:]] == [0, 2, 2]


def test_a_table_drawn_alone_is_a_page_of_reportlab() -> None:
    from reportlab.pdfgen.canvas import Canvas

    keluar = io.BytesIO()
    canv = Canvas(keluar, invariant=1)
    isi = tabel(3, judul="Sasaran 1. Contoh")
    isi.wrapOn(canv, 460, 700)
    isi.drawOn(canv, 50, 400)
    canv.save()
    teks = " ".join(pypdf.PdfReader(keluar).pages[0].extract_text().split())
    assert "Sasaran 1. Contoh" in teks
    assert "3 Uraian pendek 10 12,5" in teks


def test_a_row_that_goes_on_from_the_page_before_names_again_what_it_belongs_to() -> None:
    baris = tuple(Baris((str(n), "Indikator " + str(n), "10", "1"), sambung=0) for n in range(1, 4))
    lanjut = tuple(Baris(("", "", str(t), "1"), sambung=2) for t in range(60))
    isi = buat(jadikan_data(Tabel(KOLOM, (*baris, *lanjut))), "Helvetica", "Helvetica-Bold")
    bagian = bagi(isi, 300)
    assert len(bagian) > 2
    for satu in bagian[1:]:
        awal = satu.baris[0]
        assert [s[0].frags[0].text for s in awal.sel[:2]] == ["3", "Indikator 3"]
        assert awal.sambung == 0
        assert all(b.sambung == 2 and not b.sel[0] for b in satu.baris[1:])
    target = [b.sel[2][0].frags[0].text for satu in bagian for b in satu.baris]
    assert target == ["10"] * 3 + [str(t) for t in range(60)]
