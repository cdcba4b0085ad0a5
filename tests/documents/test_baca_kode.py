"""Codes read from pages."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kinerja.documents.baca_kode import KodeHalaman, baca_kode
from kinerja.documents.pekerja import Kolam
from kinerja.documents.pratinjau import PratinjauGagal
from kinerja.domain.kode_dokumen import MuatanKode, tulis_muatan


def lembar(*halaman: tuple[str, ...]) -> bytes:
    """A PDF whose pages bear QR codes with these texts, 16 mm wide, side by side."""
    keluar = io.BytesIO()
    kanvas = Canvas(keluar, pagesize=A4)
    for semua in halaman:
        for n, teks in enumerate(semua):
            gambar = Drawing()
            gambar.add(QrCodeWidget(teks, barLevel="M", barWidth=45, barHeight=45))
            renderPDF.draw(gambar, kanvas, 520 - 90 * n, 20)
        kanvas.showPage()
    kanvas.save()
    return keluar.getvalue()


def test_each_page_tells_its_code_and_its_number() -> None:
    isi = lembar(
        (tulis_muatan("7K2M-9QXB", 1),),
        (),
        (tulis_muatan("7K2M-9QXB", 3), "https://bsre.contoh/dokumen"),
        (tulis_muatan("7K2M-9QXB", 4), tulis_muatan("ABCD-EFGH", 1)),
    )
    assert baca_kode(isi, "application/pdf") == (
        KodeHalaman(1, MuatanKode("7K2M-9QXB", 1), 0),
        KodeHalaman(2, None, 0),
        KodeHalaman(3, MuatanKode("7K2M-9QXB", 3), 1),
        KodeHalaman(4, None, 2),
    )


def test_a_photograph_without_a_code_is_one_page_that_tells_nothing() -> None:
    foto = io.BytesIO()
    Image.new("L", (600, 800), 200).save(foto, "JPEG")
    assert baca_kode(foto.getvalue(), "image/jpeg") == (KodeHalaman(1, None, 0),)


@pytest.mark.parametrize(
    ("isi", "jenis"), [(b"%PDF-1.4 rusak", "application/pdf"), (b"\xff\xd8\xff", "image/jpeg")]
)
def test_what_cannot_be_drawn_says_so(isi: bytes, jenis: str) -> None:
    with pytest.raises(PratinjauGagal, match="tidak dapat dibaca"):
        baca_kode(isi, jenis)


def test_other_kinds_are_not_tried() -> None:
    with pytest.raises(PratinjauGagal):
        baca_kode(b"PK", "application/zip")


def test_with_no_child_free_it_says_so() -> None:
    kolam = Kolam(maks=1, tunggu_detik=0)
    kolam._tempat.acquire()
    with pytest.raises(PratinjauGagal, match="Coba lagi"):
        baca_kode(lembar(("A",)), "application/pdf", kolam=kolam)


def test_more_pages_than_are_read_are_said_as_such() -> None:
    with pytest.raises(PratinjauGagal, match="paling banyak 300"):
        baca_kode(lembar(*[()] * 301), "application/pdf")
