"""In the child: draw the pages of a scan in grey and look for QR codes on them.

Tried in turn until one of ours is found: the page as it is, the strips along its edges enlarged (the code
stands at the foot, whichever way round the page was laid on the scanner), and these with the contrast drawn
out.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

from kinerja.documents.anak import Tolak
from kinerja.documents.delapan_bit import delapan_bit
from kinerja.domain.kode_dokumen import baca_muatan

MAKS_PIKSEL = 25_000_000
MAKS_HALAMAN = 300
TITIK = 200
"""Dots per inch at which a page of a PDF is drawn."""
_SISI_MAKS = 4000
_TEPI = 0.25
"""Of the page: the code stands at the foot, wherever that came to lie."""


def baca_kode(permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """``teks``: for each page the texts of all QR codes read on it, each once."""
    if permintaan["format"] == "PDF":
        return {"teks": [_kode(halaman) for halaman in _halaman_pdf(muatan[0])]}, []
    return {"teks": [_kode(_foto(muatan[0], permintaan["format"]))]}, []


def _halaman_pdf(isi: bytes) -> Iterator[Any]:
    import pypdfium2

    try:
        dokumen = pypdfium2.PdfDocument(isi)
        if not 1 <= len(dokumen) <= MAKS_HALAMAN:
            raise Tolak(alasan="terlalu_banyak", rincian=str(len(dokumen)))
        for halaman in dokumen:
            lebar, tinggi = halaman.get_size()
            if not 1 <= lebar <= 15000 or not 1 <= tinggi <= 15000:
                raise Tolak(alasan="rusak", rincian=f"page of {lebar} x {tinggi} points")
            skala = min(TITIK / 72, _SISI_MAKS / max(lebar, tinggi))
            yield halaman.render(scale=skala, grayscale=True).to_pil().convert("L")
    except pypdfium2.PdfiumError as galat:
        raise Tolak(alasan="rusak", rincian=str(galat)) from galat


def _foto(isi: bytes, bentuk: str) -> Any:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MAKS_PIKSEL
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(isi), formats=(bentuk,)) as asal:
            if asal.width * asal.height > MAKS_PIKSEL:
                raise Tolak(alasan="rusak", rincian=f"{asal.width} x {asal.height}")
            return delapan_bit(ImageOps.exif_transpose(asal)).convert("L")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombWarning) as galat:
        raise Tolak(alasan="rusak", rincian=repr(galat)[:500]) from galat


def _kode(gambar: Any) -> list[str]:
    import zxingcpp

    hanya_qr = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    ditemukan: dict[str, None] = {}
    for bagian in _cara(gambar):
        for satu in zxingcpp.read_barcodes(bagian, formats=hanya_qr):
            ditemukan.setdefault(satu.text)
        if any(baca_muatan(teks) for teks in ditemukan):
            break
    return list(ditemukan)


def _cara(gambar: Any) -> Iterator[Any]:
    from PIL import Image, ImageFilter, ImageOps

    yield gambar
    tepi = [
        satu.resize((satu.width * 2, satu.height * 2), Image.Resampling.BICUBIC) for satu in _tepi(gambar)
    ]
    yield from tepi
    for besar in tepi:
        yield ImageOps.autocontrast(besar.filter(ImageFilter.GaussianBlur(1.2)), cutoff=2)


def _tepi(gambar: Any) -> Iterator[Any]:
    """The strips along the four edges, the lower one first."""
    lebar, tinggi = gambar.size
    w, h = max(1, int(lebar * _TEPI)), max(1, int(tinggi * _TEPI))
    for kotak in (
        (0, tinggi - h, lebar, tinggi),
        (0, 0, lebar, h),
        (0, 0, w, tinggi),
        (lebar - w, 0, lebar, tinggi),
    ):
        yield gambar.crop(kotak)
