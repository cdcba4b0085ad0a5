"""Previews of received files: drawn anew in a child, bounded, and refused in a sentence."""

from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pytest
from PIL import Image

from kinerja.documents.cuplikan import cuplik
from kinerja.documents.cuplikan_anak import ALINEA, BARIS, KOLOM
from kinerja.documents.pratinjau import PratinjauGagal
from tests.data_uji_berkas import pdf, png

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def gambar(isi: bytes | None) -> Image.Image:
    assert isi is not None
    return Image.open(io.BytesIO(isi))


def buku(isi: list[list[object]], lembar: int = 1) -> bytes:
    b = openpyxl.Workbook()
    for ke in range(lembar):
        satu = b.active if ke == 0 else b.create_sheet()
        satu.title = f"Data {ke + 1}"
        for baris in isi:
            satu.append(baris)
    keluar = io.BytesIO()
    b.save(keluar)
    return keluar.getvalue()


def test_a_page_of_a_pdf_is_a_picture_and_a_page_it_has_not_is_said() -> None:
    hasil = cuplik(pdf(3), "application/pdf", halaman=2, lebar=200)
    assert hasil.jumlah == 3
    assert gambar(hasil.png).width == 200
    with pytest.raises(PratinjauGagal, match="hanya 3 halaman"):
        cuplik(pdf(3), "application/pdf", halaman=4)


def test_a_photograph_stands_upright_and_tells_no_place() -> None:
    foto = Image.new("RGB", (400, 300), "#336699")
    exif = Image.Exif()
    exif[0x0112] = 6  # held upright
    exif[0x010F] = "Kamera Rahasia"
    keluar = io.BytesIO()
    foto.save(keluar, "JPEG", exif=exif)
    hasil = cuplik(keluar.getvalue(), "image/jpeg", lebar=150)
    satu = gambar(hasil.png)
    assert satu.size == (150, 200)
    assert not satu.getexif()
    assert b"Kamera" not in (hasil.png or b"")


def test_a_see_through_picture_stands_on_white() -> None:
    keluar = io.BytesIO()
    Image.new("RGBA", (200, 100), (0, 0, 0, 0)).save(keluar, "PNG")
    assert gambar(cuplik(keluar.getvalue(), "image/png").png).getpixel((5, 5)) == (255, 255, 255)


def test_a_workbook_shows_its_first_rows_and_says_that_there_is_more() -> None:
    isi: list[list[object]] = [["Bulan", "Jumlah"], ["Januari", 12.5], [None, None], ["=1+1", "<b>"]]
    hasil = cuplik(buku(isi), XLSX)
    (satu,) = hasil.petak
    assert satu.judul == "Data 1"
    assert satu.baris == (("Bulan", "Jumlah"), ("Januari", "12.5"), ("", ""), ("", "<b>"))
    assert not satu.terpotong
    besar = cuplik(buku([[n] * (KOLOM + 5) for n in range(BARIS + 20)], lembar=5), XLSX)
    assert [(len(p.baris), len(p.baris[0]), p.terpotong) for p in besar.petak] == [(BARIS, KOLOM, True)] * 3
    assert besar.terpotong


def test_a_far_cell_does_not_hold_it_up() -> None:
    b = openpyxl.Workbook()
    b.active["XFD1048576"] = "jauh"
    b.active["A1"] = "dekat"
    keluar = io.BytesIO()
    b.save(keluar)
    assert cuplik(keluar.getvalue(), XLSX).petak[0].baris == (("dekat",),)


def test_a_document_shows_its_first_paragraphs() -> None:
    d = docx.Document()
    for ke in range(ALINEA + 5):
        d.add_paragraph(f"Alinea {ke + 1}")
    keluar = io.BytesIO()
    d.save(keluar)
    hasil = cuplik(keluar.getvalue(), DOCX)
    assert hasil.alinea[0] == "Alinea 1"
    assert (len(hasil.alinea), hasil.terpotong) == (ALINEA, True)


def _entitas() -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as zip_:
        zip_.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')
    return keluar.getvalue()


def _bom() -> bytes:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("word/document.xml", b" " * 60_000_000)
    return keluar.getvalue()


@pytest.mark.parametrize(
    ("isi", "jenis"),
    [
        (b"bukan gambar", "image/png"),
        (png()[:60], "image/png"),
        (png(), "image/jpeg"),
        (b"PK\x03\x04 rusak", XLSX),
        (_entitas(), DOCX),
        (_bom(), DOCX),
        (b"teks", "text/plain"),
    ],
)
def test_what_cannot_be_shown_is_to_be_downloaded(isi: bytes, jenis: str) -> None:
    with pytest.raises(PratinjauGagal, match="Unduh"):
        cuplik(isi, jenis)
