"""The same report written by hand for ReportLab: what an engineer would write for this one document."""

from __future__ import annotations

import functools
import io
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, black
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Frame,
    HRFlowable,
    Image,
    LongTable,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.flowables import Flowable

from kinerja.bench.isi_pdf import JUDUL, KOLOM, IsiUji
from kinerja.documents.huruf import BERKAS, folder_huruf

_RATA = {"kiri": 0, "tengah": 1, "kanan": 2}
_KAKI = "LAPORAN KINERJA TRIWULAN III TAHUN 2025 · Nomor 000.8.6.3/7/2025 · Kode dokumen 2025-0007"


class _Bernomor(Canvas):  # type: ignore[misc]
    """The usual way to "Halaman x dari y": keep every page and write its foot at the end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._halaman: list[dict[str, Any]] = []

    def showPage(self) -> None:
        """Keep the page."""
        self._halaman.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        """Write all pages, each with its foot."""
        for satu in self._halaman:
            self.__dict__.update(satu)
            lebar, _ = self._pagesize
            tepi = (2.5 if lebar < A4[1] - 1 else 2) * cm
            self.setStrokeColor(HexColor("#777777"))
            self.line(tepi, 2 * cm, lebar - tepi, 2 * cm)
            self.setFillColor(HexColor("#333333"))
            self.setFont("Tangan", 7.5)
            self.drawString(tepi, 2 * cm - 10, _KAKI)
            self.drawRightString(
                lebar - tepi, 2 * cm - 10, f"Halaman {self._pageNumber} dari {len(self._halaman)}"
            )
            super().showPage()
        super().save()


class _Batang(Flowable):  # type: ignore[misc]
    def __init__(self, nilai: float) -> None:
        super().__init__()
        self.nilai = nilai
        self.width, self.height = 5.2 * cm, 9

    def draw(self) -> None:
        c = self.canv
        c.setFillColor(HexColor("#eeeeee"))
        c.rect(0, 1, self.width, 7, stroke=0, fill=1)
        c.setFillColor(HexColor("#44546a"))
        c.rect(0, 1, self.width * min(self.nilai, 120) / 120, 7, stroke=0, fill=1)
        c.setFillColor(black)
        c.rect(self.width * 100 / 120, 0, 0.7, 9, stroke=0, fill=1)


@functools.cache
def _huruf() -> None:
    for nama, kunci in (("Tangan", (False, False)), ("TanganTebal", (True, False))):
        pdfmetrics.registerFont(TTFont(nama, str(folder_huruf() / BERKAS[kunci])))


def _gaya(ukuran: float, spasi: float, **lain: Any) -> ParagraphStyle:
    return ParagraphStyle("g", **{"fontName": "Tangan", "fontSize": ukuran, "leading": spasi} | lain)


def cetak_tangan(isi: IsiUji) -> bytes:
    """Draw the report."""
    _huruf()
    keluar = io.BytesIO()
    doc = BaseDocTemplate(
        keluar, pagesize=A4, title=" ".join(JUDUL), author=isi.kantor.kecamatan, invariant=1
    )
    lebar_tidur = landscape(A4)[0] - 4 * cm
    nol = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    doc.addPageTemplates(
        [
            PageTemplate("tegak", [Frame(2.5 * cm, 2.4 * cm, 16.0 * cm, 25.6 * cm, **nol)], pagesize=A4),
            PageTemplate(
                "tidur", [Frame(2 * cm, 2.3 * cm, lebar_tidur, 17 * cm, **nol)], pagesize=landscape(A4)
            ),
        ]
    )
    doc.build(
        [*_awal(isi), *_tabel(isi, lebar_tidur), *_tanda_tangan(isi, lebar_tidur)], canvasmaker=_Bernomor
    )
    return keluar.getvalue()


def _awal(isi: IsiUji) -> list[Flowable]:
    k = isi.kantor
    kop = [
        Paragraph(escape(k.pemerintah_kabupaten.upper()), _gaya(13, 16, alignment=1)),
        Paragraph(escape(k.kecamatan.upper()), _gaya(16, 20, alignment=1, fontName="TanganTebal")),
        *(Paragraph(escape(b), _gaya(9, 11, alignment=1)) for b in k.baris_alamat),
    ]
    logo = Image(io.BytesIO(k.logo or b""), width=50, height=62)
    judul = _gaya(13, 17, alignment=1, fontName="TanganTebal", spaceAfter=4)
    isi_teks = _gaya(11, 14.85, alignment=4, spaceAfter=5)
    label, tebal = _gaya(9, 11), _gaya(9, 11, fontName="TanganTebal")
    grafik = [
        [Paragraph(escape(nama), label), _Batang(float(nilai)), Paragraph(f"{nilai},00%", label)]
        for nama, nilai in isi.batang
    ]
    return [
        Table([[logo, kop]], colWidths=[2.3 * cm, 13.7 * cm], style=[("VALIGN", (0, 0), (-1, -1), "MIDDLE")]),
        HRFlowable(width="100%", thickness=2.2, color=black, spaceAfter=10),
        *(Paragraph(escape(b), judul) for b in (*JUDUL, k.kecamatan.upper())),
        *(Paragraph(escape(a), isi_teks) for a in isi.alinea),
        Paragraph("Capaian per sasaran", tebal),
        Table(grafik, colWidths=[7.4 * cm, 5.4 * cm, 3.2 * cm]),
        NextPageTemplate("tidur"),
        PageBreak(),
    ]


def _tabel(isi: IsiUji, lebar: float) -> list[Flowable]:
    gaya = [_gaya(7.5, 8.85, alignment=_RATA[k.rata]) for k in KOLOM]
    kepala = _gaya(7.5, 8.85, alignment=1, fontName="TanganTebal")
    data = [
        [Paragraph(escape(k.judul), kepala) for k in KOLOM],
        *([Paragraph(escape(teks), g) for teks, g in zip(baris, gaya, strict=True)] for baris in isi.baris),
    ]
    return [
        Paragraph("Capaian kinerja per indikator", _gaya(12, 16, fontName="TanganTebal", spaceAfter=6)),
        LongTable(
            data,
            colWidths=[lebar * k.lebar / 100 for k in KOLOM],
            repeatRows=1,
            style=[
                ("GRID", (0, 0), (-1, -1), 0.5, black),
                ("BACKGROUND", (0, 0), (-1, 0), HexColor("#e7e7e7")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 2.5),
                ("RIGHTPADDING", (0, 0), (-1, -1), 2.5),
                ("TOPPADDING", (0, 0), (-1, -1), 1.8),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.8),
            ],
        ),
    ]


def _tanda_tangan(isi: IsiUji, lebar: float) -> list[Flowable]:
    p = isi.penandatangan
    gaya = _gaya(11, 14, alignment=1)
    nama = _gaya(11, 14, alignment=1, fontName="TanganTebal")
    sel = [
        Paragraph(escape(p.tempat_tanggal), gaya),
        *(Paragraph(escape(b), gaya) for b in p.baris_jabatan),
        Spacer(1, 46),
        Paragraph(f"<u>{escape(p.nama)}</u>", nama),
        Paragraph(escape(p.pangkat), gaya),
        Paragraph(f"NIP. {p.nip_tercetak}", gaya),
    ]
    return [CondPageBreak(5 * cm), Spacer(1, 16), Table([["", sel]], colWidths=[lebar / 2, lebar / 2])]
