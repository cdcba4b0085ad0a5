"""In the child: the text of each page of a PDF."""

from __future__ import annotations

from typing import Any

from kinerja.documents.anak import Tolak

_HURUF = 1_000_000


def teks_pdf(_permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """``teks``: a string a page, a million letters in all at most."""
    import pypdfium2

    teks: list[str] = []
    sisa = _HURUF
    try:
        dokumen = pypdfium2.PdfDocument(muatan[0])
        for nomor in range(len(dokumen)):
            satu = dokumen[nomor].get_textpage().get_text_range()[:sisa]
            teks.append(satu)
            sisa -= len(satu)
            if sisa <= 0:
                break
    except pypdfium2.PdfiumError as galat:
        raise Tolak(alasan="rusak", rincian=str(galat)) from galat
    return {"teks": teks}, []
