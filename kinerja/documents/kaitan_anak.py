"""In the child: are the pages of two PDFs the same drawings, annotations left out?"""

from __future__ import annotations

from typing import Any

from kinerja.documents.anak import Tolak
from kinerja.documents.pratinjau_anak import HALAMAN_MAKS

TITIK = 72
"""Dots per inch of the comparison: a changed digit of 7 points changes many of them."""


def halaman_sama(_permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """``sama``: as many pages, each of the same size, and dot for dot alike."""
    return {"sama": semua_sama(*muatan)}, []


def semua_sama(lama: bytes, baru: bytes, *, catatan: bool = False) -> bool:
    """``catatan``: with what stands upon the pages. Raises Tolak for what cannot be drawn."""
    import pypdfium2

    try:
        kiri, kanan = pypdfium2.PdfDocument(lama), pypdfium2.PdfDocument(baru)
        jumlah = len(kiri)
        if jumlah != len(kanan) or jumlah > HALAMAN_MAKS:
            return False
        return all(_gambar(kiri[n], catatan) == _gambar(kanan[n], catatan) for n in range(jumlah))
    except pypdfium2.PdfiumError as galat:
        raise Tolak(alasan="rusak", rincian=str(galat)) from galat


def _gambar(halaman: Any, catatan: bool) -> tuple[tuple[float, float], bytes]:
    ukuran = halaman.get_size()
    if max(ukuran) > 15000:
        raise Tolak(alasan="rusak", rincian=str(ukuran))
    peta = halaman.render(scale=TITIK / 72, grayscale=True, draw_annots=catatan, may_draw_forms=False)
    return ukuran, bytes(peta.buffer)
