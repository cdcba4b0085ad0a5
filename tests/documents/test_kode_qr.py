"""The QR that is drawn is the QR that is read."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kinerja.documents.baca_kode import baca_kode
from kinerja.documents.cetak import cetak_html
from kinerja.documents.kode_qr import KodeQr
from kinerja.documents.templat import jadikan_html
from kinerja.domain.kode_dokumen import MuatanKode
from tests.documents.contoh import lembar_coba


def lembar(kode: str, *halaman: int) -> bytes:
    keluar = io.BytesIO()
    kanvas = Canvas(keluar, pagesize=A4, invariant=1)
    qr = KodeQr(kode)
    for nomor in halaman:
        qr.gambar(kanvas, 71, 20, nomor)
        kanvas.showPage()
    kanvas.save()
    return keluar.getvalue()


def test_each_page_bears_its_own_number_also_beyond_ninety_nine() -> None:
    halaman = (1, 9, 10, 99, 100, 9999)
    dibaca = baca_kode(lembar("7K2M-9QXB", *halaman), "application/pdf")
    assert [satu.muatan for satu in dibaca] == [MuatanKode("7K2M-9QXB", n) for n in halaman]


def test_the_same_code_is_drawn_with_the_same_bytes() -> None:
    assert lembar("7K2M-9QXB", 1, 2) == lembar("7K2M-9QXB", 1, 2)


def test_what_is_no_code_is_not_drawn() -> None:
    with pytest.raises(ValueError, match="no document code"):
        lembar("KODE", 1)


def test_a_long_foot_beside_the_qr_keeps_every_sign(baca) -> None:
    kaki = " · ".join(["Bagian kaki yang agak panjang sekali"] * 5)
    html = jadikan_html("pdf/coba.html", lembar_coba(kode=kaki)).replace('kode=""', 'kode="7K2M-9QXB"')
    hasil = cetak_html(html)
    teks = baca(hasil.pdf).teks
    assert teks.count("·") == 4 * hasil.halaman
    assert "Kode dokumen 7K2M-9QXB" in teks
