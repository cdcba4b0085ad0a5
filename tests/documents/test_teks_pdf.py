"""The text layer of a PDF."""

from __future__ import annotations

import pytest

from kinerja.documents.cetak import cetak_html
from kinerja.documents.pekerja import Kolam
from kinerja.documents.pratinjau import PratinjauGagal
from kinerja.documents.teks_pdf import teks_pdf
from kinerja.documents.templat import jadikan_html
from kinerja.domain.cari import bersih
from tests.data_uji_arsip import pdf_uji
from tests.documents.contoh import lembar_coba


def test_a_printed_document_gives_the_words_it_was_printed_with() -> None:
    hasil = cetak_html(jadikan_html("pdf/coba.html", lembar_coba(judul="Nagari Barung-Barung Balantai")))
    assert "Nagari Barung-Barung Balantai" in bersih(hasil.teks)
    assert bersih(teks_pdf(hasil.pdf)) == bersih(hasil.teks)


@pytest.mark.parametrize("isi", [b"", b"%PDF-1.4 rusak", pdf_uji(3)])
def test_a_scan_or_a_broken_file_has_no_words(isi: bytes) -> None:
    assert teks_pdf(isi).strip() == ""


def test_with_no_child_free_it_says_so() -> None:
    kolam = Kolam(maks=1, tunggu_detik=0)
    kolam._tempat.acquire()
    with pytest.raises(PratinjauGagal, match="Coba lagi"):
        teks_pdf(pdf_uji(), kolam=kolam)
