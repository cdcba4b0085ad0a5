"""In the child: the text of a PDF's first and last pages, searched for document codes."""

from __future__ import annotations

import re
from typing import Any

from kinerja.documents.anak import Tolak
from kinerja.domain.nomor import ABJAD_KODE

_HALAMAN = 5
_HURUF = 20_000
_KODE = re.compile(rf"[Kk]ode\s+dokumen[:\s]+([{ABJAD_KODE}]{{4}})\s*-\s*([{ABJAD_KODE}]{{4}})")


def kode_tertulis(_permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """``kode``: every code after the words "Kode dokumen", each once."""
    import pypdfium2

    ditemukan: dict[str, None] = {}
    try:
        dokumen = pypdfium2.PdfDocument(muatan[0])
        jumlah = len(dokumen)
        for n in sorted({*range(min(_HALAMAN, jumlah)), max(0, jumlah - 1)}) if jumlah else ():
            teks = dokumen[n].get_textpage().get_text_range()[:_HURUF]
            ditemukan.update({f"{kiri}-{kanan}": None for kiri, kanan in _KODE.findall(teks)})
    except pypdfium2.PdfiumError as galat:
        raise Tolak(alasan="rusak", rincian=str(galat)) from galat
    return {"kode": list(ditemukan)[:10]}, []
