"""Sixteen bits of grey stay a picture on every way a photograph takes."""

from __future__ import annotations

import io

import pypdfium2
from PIL import Image

from kinerja.documents.baca_kode import baca_kode
from kinerja.documents.cuplikan import cuplik
from kinerja.documents.delapan_bit import delapan_bit
from kinerja.documents.gabung_foto import gabung_foto
from kinerja.domain.kode_dokumen import MuatanKode
from tests.documents.test_gabung_foto import bita, dilihat
from tests.documents.test_kode_qr import lembar as kode_lembar


def enam_belas(gambar: Image.Image) -> Image.Image:
    """The same picture with 16 bits of grey."""
    nilai = b"".join((v * 257).to_bytes(2, "little") for v in gambar.convert("L").tobytes())
    return Image.frombytes("I;16", gambar.size, nilai)


def test_sixteen_bits_become_eight_and_others_stay() -> None:
    asal = Image.linear_gradient("L")
    assert delapan_bit(enam_belas(asal)).tobytes() == asal.tobytes()
    assert delapan_bit(asal) is asal


def test_a_sixteen_bit_photograph_is_joined_shown_and_read() -> None:
    lembar = pypdfium2.PdfDocument(kode_lembar("7K2M-9QXB", 3))[0].render(scale=2).to_pil()
    foto = bita(enam_belas(lembar), "PNG")
    assert [k.muatan for k in baca_kode(foto, "image/png")] == [MuatanKode("7K2M-9QXB", 3)]
    tampak = cuplik(foto, "image/png").png
    assert tampak is not None
    for gambar in (dilihat(gabung_foto([(foto, "image/png")])), Image.open(io.BytesIO(tampak))):
        gelap, terang = gambar.convert("L").getextrema()
        assert (gelap, terang) == (0, 255)
