"""In the child: are the pages of two PDFs the same drawings, annotations left out?"""

from __future__ import annotations

from typing import Any

from kinerja.documents.anak import Tolak
from kinerja.documents.pratinjau_anak import HALAMAN_MAKS

TITIK = 72
"""Dots per inch of the comparison: a changed digit of 7 points changes many of them."""


def halaman_sama(_permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """``sama``: as many pages, each of the same size, and dot for dot alike."""
    import pypdfium2

    try:
        terbit, kembali = (pypdfium2.PdfDocument(isi) for isi in muatan)
        jumlah = len(terbit)
        if jumlah != len(kembali) or jumlah > HALAMAN_MAKS:
            return {"sama": False}, []
        return {"sama": all(_gambar(terbit[n]) == _gambar(kembali[n]) for n in range(jumlah))}, []
    except pypdfium2.PdfiumError as galat:
        raise Tolak(alasan="rusak", rincian=str(galat)) from galat


def _gambar(halaman: Any) -> tuple[tuple[float, float], bytes]:
    ukuran = halaman.get_size()
    if max(ukuran) > 15000:
        raise Tolak(alasan="rusak", rincian=str(ukuran))
    peta = halaman.render(scale=TITIK / 72, grayscale=True, draw_annots=False, may_draw_forms=False)
    return ukuran, bytes(peta.buffer)
