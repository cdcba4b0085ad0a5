"""The typeface of every document: PT Sans, embedded, from the locked package ``fontpkg-pt-sans``.

The family is called ``Kinerja`` in stylesheets and never like a font of the system or of ReportLab:
their names share one map for the whole process.
"""

from __future__ import annotations

import functools
import importlib.resources
import unicodedata
from pathlib import Path

KELUARGA = "Kinerja"
BERKAS = {
    (False, False): "PT_Sans-Web-Regular.ttf",
    (True, False): "PT_Sans-Web-Bold.ttf",
    (False, True): "PT_Sans-Web-Italic.ttf",
    (True, True): "PT_Sans-Web-BoldItalic.ttf",
}
_DISEBUT = 5
_TANPA_GAMBAR = frozenset("\n\r\t\u00ad")
"""Line ends and tabs are spaces in a document; a soft hyphen is only a wish to the line breaker."""


def folder_huruf() -> Path:
    """The folder of the four TTFs; the only one a document may read from."""
    return Path(str(importlib.resources.files("fontpkg_pt_sans") / "files")).resolve()


@functools.cache
def _tersedia() -> frozenset[int]:
    from reportlab.pdfbase.ttfonts import TTFontFile

    peta = [set(TTFontFile(str(folder_huruf() / nama)).charToGlyph) for nama in BERKAS.values()]
    return frozenset(set.intersection(*peta))


def karakter_tak_tercetak(teks: str) -> list[str]:
    """Characters of ``teks`` that the typeface cannot draw, each once, in order of appearance."""
    hasil: dict[str, None] = {}
    for huruf in unicodedata.normalize("NFC", teks):
        if huruf not in _TANPA_GAMBAR and ord(huruf) not in _tersedia():
            hasil[huruf] = None
    return list(hasil)


def sebut(huruf: str) -> str:
    """A character as a sentence can name it: itself if it shows, and its code."""
    kode = f"U+{ord(huruf):04X}"
    return f"“{huruf}” ({kode})" if huruf.isprintable() else kode


def peringatan_tak_tercetak(teks: str) -> str:
    """A sentence for the author of ``teks`` naming what paper cannot show; empty when all of it can be."""
    asing = [] if teks.isascii() and teks.isprintable() else karakter_tak_tercetak(teks)
    if not asing:
        return ""
    disebut = ", ".join(sebut(h) for h in asing[:_DISEBUT])
    lainnya = f" dan {len(asing) - _DISEBUT} lainnya" if len(asing) > _DISEBUT else ""
    return f"Tanda ini tidak dapat dicetak: {disebut}{lainnya}. Hapus atau ganti sebelum laporan dicetak."
