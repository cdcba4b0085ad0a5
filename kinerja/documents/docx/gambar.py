"""The bar of a capaian as a small PNG, for Word: drawn from a number only, the same bytes each time."""

from __future__ import annotations

import io
from decimal import Decimal

from PIL import Image, ImageDraw

SKALA_BATANG = Decimal(120)
_LEBAR, _TINGGI = 480, 36
_ISI, _ALAS, _GARIS = "#44546a", "#eeeeee", "#000000"


def batang_png(persen: Decimal | None) -> bytes:
    """A bar from 0 to 120 percent with a mark at 100; without a number only the empty frame."""
    gambar = Image.new("RGB", (_LEBAR, _TINGGI), "#ffffff")
    pena = ImageDraw.Draw(gambar)
    pena.rectangle((0, 4, _LEBAR - 1, _TINGGI - 5), fill=_ALAS)
    if persen is not None and persen > 0:
        ujung = int(min(persen, SKALA_BATANG) * (_LEBAR - 1) / SKALA_BATANG)
        pena.rectangle((0, 4, ujung, _TINGGI - 5), fill=_ISI)
        if persen > SKALA_BATANG:
            tengah = _TINGGI // 2
            pena.polygon([(_LEBAR - 20, 4), (_LEBAR, tengah), (_LEBAR - 20, _TINGGI - 5)], fill="#ffffff")
    seratus = int(100 * (_LEBAR - 1) / SKALA_BATANG)
    pena.rectangle((seratus - 1, 0, seratus + 1, _TINGGI - 1), fill=_GARIS)
    hasil = io.BytesIO()
    gambar.save(hasil, "PNG", optimize=False, compress_level=9)
    return hasil.getvalue()
