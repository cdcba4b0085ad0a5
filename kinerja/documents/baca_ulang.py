"""In the child: read a finished PDF again and compare it with the HTML it was made from.

xhtml2pdf loses text without an error (a cell that is shrunk, a word that runs off the page). A report is
evidence, so each printed character is counted, and looked at: is it on the page, large enough, in an
embedded typeface?
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from kinerja.documents.teks_tampak import teks_tampak

HURUF_TERKECIL = 6.99
"""Points: 7, with room for noise. What is below was shrunk by the layout."""
_TEPI = 2.0
"""Points a glyph's box may stand over the page edge: side bearings of slanted letters."""
_DIAM = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
"""The matrix of a drawing that stands where the page puts it."""
_TAK_DIHITUNG = str.maketrans("", "", "-\u2010\u2011\u00ad\ufffe\u0002")
"""Hyphens: a PDF reader joins words at line ends and reports them in its own way."""


@dataclass
class BacaUlang:
    """The number of pages, the words on each, and, in English for the log, what is wrong."""

    halaman: int
    keluhan: list[str] = field(default_factory=list)
    teks: list[str] = field(default_factory=list)


def baca_ulang(pdf: bytes, html: str, penanda: list[str]) -> BacaUlang:
    """Count pages and characters of ``pdf``; complaints where it is not what the HTML asked for."""
    dokumen = pypdfium2.PdfDocument(pdf)
    hasil = BacaUlang(len(dokumen))
    ada: Counter[str] = Counter()
    teks = []
    for nomor in range(len(dokumen)):
        isi = _baca_halaman(dokumen, nomor, hasil)
        ada.update(isi)
        teks.append(isi)
    if kurang := Counter(_padat(teks_tampak(html))) - ada:
        hasil.keluhan.append(f"{kurang.total()} characters missing: {dict(kurang.most_common(10))}")
    semua = "".join(teks)
    hasil.keluhan.extend(f"marker missing: {p!r}" for p in penanda if _padat(p) not in semua)
    if not hasil.halaman or not semua:
        hasil.keluhan.append("empty document")
    return hasil


def _padat(teks: str) -> str:
    return "".join(teks.split()).translate(_TAK_DIHITUNG)


def _baca_halaman(dokumen: Any, nomor: int, hasil: BacaUlang) -> str:
    halaman = dokumen[nomor]
    halaman_teks = halaman.get_textpage()
    potongan = list(halaman.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=8))
    if not all(_wajar(p, halaman.get_size()) for p in potongan):
        hasil.keluhan.extend(_periksa_halaman(halaman, halaman_teks, nomor))
    hasil.keluhan.extend(_huruf_tak_tertanam(potongan, nomor))
    tulisan = halaman_teks.get_text_range()
    hasil.teks.append(tulisan)
    return _padat(tulisan)


def _wajar(potongan: Any, ukuran: tuple[float, float]) -> bool:
    """Is a run of letters large enough and on the page; when in doubt (inside a moved drawing) no."""
    if potongan.level and potongan.container.get_matrix().get() != _DIAM:
        return False
    tegak = potongan.get_matrix()
    if _ukuran_potongan(potongan) * math.hypot(tegak.c, tegak.d) < HURUF_TERKECIL:
        return False
    kiri, bawah, kanan, atas = potongan.get_bounds()
    lebar, tinggi = ukuran
    return bool(min(kiri, bawah) >= 0 and kanan <= lebar and atas <= tinggi)


def _ukuran_potongan(potongan: Any) -> float:
    ukuran = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(potongan, ukuran)
    return ukuran.value


def _periksa_halaman(halaman: Any, halaman_teks: Any, nomor: int) -> list[str]:
    """Look at each letter of a page by itself: complaints in English."""
    lebar, tinggi = halaman.get_size()
    keluhan = []
    for i in range(pdfium.FPDFText_CountChars(halaman_teks)):
        kode = pdfium.FPDFText_GetUnicode(halaman_teks, i)
        if kode <= 0x20 or kode == 0xA0 or pdfium.FPDFText_IsGenerated(halaman_teks, i) == 1:
            continue
        if satu := _periksa_huruf(halaman_teks, i, lebar, tinggi):
            keluhan.append(f"page {nomor + 1}: {chr(kode)!r} {satu}")
    return keluhan


def _periksa_huruf(halaman_teks: Any, i: int, lebar: float, tinggi: float) -> str:
    ukuran = _ukuran(halaman_teks, i)
    if ukuran < HURUF_TERKECIL:
        return f"at {ukuran:.2f} pt"
    kiri, kanan, bawah, atas = (ctypes.c_double() for _ in range(4))
    if not pdfium.FPDFText_GetCharBox(halaman_teks, i, kiri, kanan, bawah, atas):
        return ""
    di_luar = (
        kiri.value < -_TEPI
        or bawah.value < -_TEPI
        or kanan.value > lebar + _TEPI
        or atas.value > tinggi + _TEPI
    )
    return f"off the page at {kiri.value:.0f},{bawah.value:.0f}" if di_luar else ""


def _ukuran(halaman_teks: Any, i: int) -> float:
    """The size a letter has on paper, in points: its font size times the scale it is drawn at."""
    matriks = pdfium.FS_MATRIX()
    nominal = float(pdfium.FPDFText_GetFontSize(halaman_teks, i))
    if not pdfium.FPDFText_GetMatrix(halaman_teks, i, matriks):
        return nominal
    return nominal * math.hypot(matriks.c, matriks.d)


def _huruf_tak_tertanam(potongan: list[Any], nomor: int) -> list[str]:
    nama = set()
    for benda in potongan:
        huruf = pdfium.FPDFTextObj_GetFont(benda)
        if pdfium.FPDFFont_GetIsEmbedded(huruf) != 1:
            nama.add(benda.get_font().get_base_name() if hasattr(benda, "get_font") else "?")
    return [f"page {nomor + 1}: font {n} is not embedded" for n in sorted(nama)]
