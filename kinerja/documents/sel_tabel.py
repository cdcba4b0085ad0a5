"""In the child: one cell of a table: its sizes, its text as a paragraph, and how it is broken over pages."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paragraph import Paragraph
from reportlab.platypus.paraparser import ParaFrag
from reportlab.platypus.tables import CellStyle

RATA = {"kiri": TA_LEFT, "tengah": TA_CENTER, "kanan": TA_RIGHT}
HITAM = HexColor("#000000")
BULAT = 1e-3
"""Points of noise in sums of heights."""


@dataclass(frozen=True)
class Ukuran:
    """Sizes of a table in points."""

    huruf: float
    spasi: float
    judul: float
    sisi: float
    atas: float
    bawah: float


BIASA = Ukuran(9, 11, 9.5, 4, 2.4, 3.4)
RAPAT = Ukuran(7.5, 8.85, 9.5, 2.5, 1.8, 2.8)


class Sel(Paragraph):  # type: ignore[misc]
    """Plain text in a cell, wrapped once per width: layout and drawing ask for the same width again."""

    def wrap(self, lebar: float, tinggi: float) -> tuple[float, float]:
        """Wrap, or give the size of the last time at this width."""
        kini = self.__dict__.get("_ukuran")
        if kini is not None and kini[0] == lebar:
            return lebar, kini[1]
        hasil: tuple[float, float] = Paragraph.wrap(self, lebar, tinggi)
        self._ukuran = (lebar, hasil[1])
        return lebar, hasil[1]


def sel_teks(teks: str, gaya: ParagraphStyle) -> Sel:
    """A paragraph of plain text: no mark-up is parsed."""
    huruf = ParaFrag(fontName=gaya.fontName, fontSize=gaya.fontSize, textColor=HITAM, text=teks)
    huruf.rise, huruf.link, huruf.us_lines, huruf.bold, huruf.italic = 0, [], [], 0, 0
    return Sel(None, gaya, frags=[huruf])


def belah_sel(sel: list[Sel], lebar: float, ruang: float) -> tuple[list[Sel], list[Sel]]:
    """The paragraphs that fit in ``ruang`` points of height, the last one cut if it must be, and the rest."""
    atas: list[Sel] = []
    for n, satu in enumerate(sel):
        tinggi = satu.wrap(lebar, 0)[1]
        if tinggi <= ruang + BULAT:
            atas.append(satu)
            ruang -= tinggi
            continue
        belah = satu.split(lebar, ruang) if ruang > 0 else []
        if len(belah) == 2:
            return [*atas, belah[0]], [belah[1], *sel[n + 1 :]]
        return atas, list(sel[n:])
    return atas, []


def gaya_sel(u: Ukuran, letak: str) -> CellStyle:
    """ReportLab's style of a cell; ``letak`` is TOP or MIDDLE."""
    gaya = CellStyle("sel")
    gaya.leftPadding = gaya.rightPadding = u.sisi
    gaya.topPadding, gaya.bottomPadding, gaya.valign = u.atas, u.bawah, letak
    return gaya
