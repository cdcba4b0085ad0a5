"""An empty Word document of the house: A4, its styles, Indonesian, a foot with "Halaman x dari y"."""

from __future__ import annotations

from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from kinerja.documents.blok import Arah
from kinerja.documents.docx.unsur import bidang, larik, unsur

HURUF = "Arial"
_A4 = (Cm(21), Cm(29.7))
_TINGKAT = {1: (13, 12), 2: (12, 10), 3: (11, 8), 4: (10.5, 6)}


def dokumen_kosong() -> Document:
    """The document before anything stands in it."""
    hasil = docx.Document()
    _bahasa(hasil)
    gaya(hasil, "Normal", 11, sesudah=5)
    for tingkat, (ukuran, sebelum) in _TINGKAT.items():
        satu = gaya(hasil, f"Heading {tingkat}", ukuran, sesudah=4, tebal=True, miring=tingkat == 4)
        satu.paragraph_format.space_before = Pt(sebelum)
        satu.paragraph_format.keep_with_next = True
        satu.font.color.rgb = RGBColor(0, 0, 0)
    hasil.styles["Heading 1"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    sampul = gaya(hasil, "Title", 20, sesudah=6, tebal=True)
    sampul.paragraph_format.alignment, sampul.font.color.rgb = WD_ALIGN_PARAGRAPH.CENTER, RGBColor(0, 0, 0)
    gaya(hasil, "Sel", 9, sesudah=0)
    gaya(hasil, "Sel Rapat", 7.5, sesudah=0)
    gaya(hasil, "Keterangan", 8.5, sesudah=3)
    gaya(hasil, "Judul Tabel", 9.5, sesudah=3, tebal=True).paragraph_format.keep_with_next = True
    gaya(hasil, "Kaki", 7.5, sesudah=0).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for tingkat in (1, 2, 3):
        gaya(hasil, f"toc {tingkat}", 10.5, sesudah=2).paragraph_format.left_indent = Cm(0.6 * (tingkat - 1))
    atur_halaman(hasil.sections[0], "tegak")
    return hasil


def gaya(
    dokumen: Document, nama: str, ukuran: float, *, sesudah: float, tebal: bool = False, miring: bool = False
) -> ParagraphStyle:
    """A paragraph style of that name in the house's face; one that Word knows is set anew."""
    ada = nama in [s.name for s in dokumen.styles]
    hasil = dokumen.styles[nama] if ada else dokumen.styles.add_style(nama, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(hasil, ParagraphStyle):
        raise TypeError(nama)
    if not ada:
        hasil.base_style = dokumen.styles["Normal"]
    hasil.font.name, hasil.font.size = HURUF, Pt(ukuran)
    hasil.font.bold, hasil.font.italic = tebal, miring
    huruf = hasil.element.rPr.rFonts
    for kunci in [k for k in huruf.attrib if "heme" in k]:
        del huruf.attrib[kunci]
    for sisi in ("eastAsia", "cs"):
        huruf.set(qn(f"w:{sisi}"), HURUF)
    bentuk = hasil.paragraph_format
    bentuk.space_after, bentuk.space_before, bentuk.line_spacing = Pt(sesudah), Pt(0), 1.15
    batas = hasil.element.pPr.find(qn("w:pBdr"))
    if batas is not None:
        hasil.element.pPr.remove(batas)
    return hasil


def _bahasa(dokumen: Document) -> None:
    """Indonesian for the spelling checker, everywhere."""
    bawaan = dokumen.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for lama in bawaan.findall(qn("w:lang")):
        bawaan.remove(lama)
    bawaan.append(unsur("lang", val="id-ID", eastAsia="id-ID", bidi="ar-SA"))


def atur_halaman(bagian: Section, arah: Arah) -> None:
    """A4 upright or lying, with the margins of the printed report."""
    pendek, panjang = _A4
    tegak = arah == "tegak"
    bagian.orientation = WD_ORIENT.PORTRAIT if tegak else WD_ORIENT.LANDSCAPE
    bagian.page_width, bagian.page_height = (pendek, panjang) if tegak else (panjang, pendek)
    bagian.left_margin, bagian.right_margin = (Cm(2.5), Cm(2)) if tegak else (Cm(2), Cm(2))
    bagian.top_margin, bagian.bottom_margin = Cm(2), Cm(2)


def bagian_baru(dokumen: Document, arah: Arah) -> Section:
    """From here on pages of this direction."""
    hasil: Section = dokumen.add_section(WD_SECTION.NEW_PAGE)
    atur_halaman(hasil, arah)
    return hasil


def lebar_isi(bagian: Section) -> int:
    """The width of the text in twips."""
    lebar, kiri, kanan = bagian.page_width, bagian.left_margin, bagian.right_margin
    if lebar is None or kiri is None or kanan is None:
        raise ValueError("a section of ours has its measures")
    return int((lebar - kiri - kanan) / 635)


def kaki(dokumen: Document, teks: str) -> None:
    """The foot of every page: what it is, then "Halaman x dari y"."""
    alinea = dokumen.sections[0].footer.paragraphs[0]
    alinea.style = dokumen.styles["Kaki"]
    alinea._p.append(larik(f"{teks} · Halaman "))
    _tambah(alinea._p, bidang("PAGE"))
    alinea._p.append(larik(" dari "))
    _tambah(alinea._p, bidang("NUMPAGES"))


def _tambah(induk: Any, isi: list[Any]) -> None:
    for satu in isi:
        induk.append(satu)
