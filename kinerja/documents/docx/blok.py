"""The blocks of a report in Word: real styles, tables whose head repeats, pictures of the bars."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from kinerja.documents.blok import (
    Alinea,
    Arah,
    Blok,
    Daftar,
    Gambar,
    Grafik,
    HalamanBaru,
    Judul,
    Keterangan,
    Tabel,
    TandaTangan,
    Uraian,
)
from kinerja.documents.docx.gambar import batang_png
from kinerja.documents.docx.kerangka import bagian_baru, lebar_isi
from kinerja.documents.docx.tabel import tabel, tabel_grafik
from kinerja.documents.docx.unsur import larik
from kinerja.documents.kantor import Penandatangan
from kinerja.documents.lukisan import png
from kinerja.documents.paragraf import paragraf


class Penulis:
    """Writes blocks into a document, one after the other."""

    def __init__(self, dokumen: Document, arah: Arah = "tegak") -> None:
        self.dokumen = dokumen
        self.arah = arah
        self._awal = True  # nothing stands on this page yet
        self._pindah = False  # the next paragraph begins a page
        self._jumlah_gambar = 100  # ids of pictures; the logo has a small one

    def tulis(self, blok: Iterable[Blok]) -> None:
        """All of these blocks."""
        sebelum: Blok | None = None
        for satu in blok:
            if self._pindah and not isinstance(satu, Judul | HalamanBaru):
                self.alinea("", "Sel")
            if isinstance(satu, TandaTangan) or (
                isinstance(satu, Keterangan) and isinstance(sebelum, Tabel | Grafik)
            ):
                self._ikat_terakhir()
            self._satu(satu)
            if isinstance(satu, Keterangan) and isinstance(sebelum, Judul):
                self._ikat_terakhir()
            self._awal = isinstance(satu, HalamanBaru)
            sebelum = satu

    def alinea(self, teks: str, gaya: str = "Normal") -> Paragraph:
        """A paragraph of text as it stands."""
        hasil = self.dokumen.add_paragraph(style=gaya)
        hasil._p.append(larik(teks))
        self._awal = False
        if self._pindah:
            hasil.paragraph_format.page_break_before, self._pindah = True, False
        return hasil

    def _ikat_terakhir(self) -> None:
        """The last paragraph stays on the page of what comes now."""
        akhir = self.dokumen.element.body.sectPr.getprevious()
        if akhir is not None and akhir.tag == qn("w:p"):
            akhir.get_or_add_pPr().get_or_add_keepNext()

    def _satu(self, b: Blok) -> None:  # noqa: C901, PLR0912 (one branch a kind of block)
        if isinstance(b, Judul):
            self.alinea(b.teks, f"Heading {b.tingkat}")
        elif isinstance(b, Alinea):
            self._alinea(b)
        elif isinstance(b, Uraian):
            self._uraian(b)
        elif isinstance(b, Keterangan):
            for baris in b.baris:
                self.alinea(baris, "Keterangan")
        elif isinstance(b, Daftar):
            for nomor, butir in enumerate(b.butir, start=1):
                bentuk = self.alinea(f"{nomor}.\t{butir}").paragraph_format
                bentuk.left_indent, bentuk.first_line_indent = Cm(0.8), Cm(-0.8)
                bentuk.tab_stops.add_tab_stop(Cm(0.8))
        elif isinstance(b, Tabel):
            self._tabel(b)
        elif isinstance(b, Grafik):
            self._grafik(b)
        elif isinstance(b, Gambar):
            self.alinea(b.judul, "Judul Tabel")
            alinea = self.dokumen.add_paragraph()
            alinea._p.append(self._gambar(png(b.lukisan), b.uraian, lebar=Pt(b.lukisan.lebar)))
        elif isinstance(b, HalamanBaru):
            self.halaman_baru(b.arah)
        elif isinstance(b, TandaTangan):
            self._tanda_tangan(b.oleh)
        else:
            raise TypeError(type(b).__name__)

    def _alinea(self, b: Alinea) -> None:
        isi = paragraf(b.teks)
        for teks in isi:
            self.alinea(teks).alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        if not isi and b.kosong:
            self.dokumen.add_paragraph()._p.append(larik(b.kosong, miring=True))

    def _uraian(self, b: Uraian) -> None:
        for urut, teks in enumerate(paragraf(b.teks)):
            satu = self.dokumen.add_paragraph()
            if not urut:
                satu._p.append(larik(f"{b.label}: ", tebal=True))
            satu._p.append(larik(teks))

    def _tabel(self, b: Tabel) -> None:
        if b.judul:
            self.alinea(b.judul, "Judul Tabel")
        self._sisip(tabel(b, lebar_isi(self.dokumen.sections[-1])))

    def _grafik(self, b: Grafik) -> None:
        self.alinea(b.judul, "Judul Tabel")
        gambar = [self._gambar(batang_png(g.persen), f"{g.label}: {g.teks}") for g in b.batang]
        self._sisip(tabel_grafik(b, lebar_isi(self.dokumen.sections[-1]), gambar))

    def _gambar(self, isi: bytes, keterangan: str, lebar: int = Cm(5.2)) -> Any:
        """The run of an inline picture, its words for readers who do not see it."""
        sementara = self.dokumen.add_paragraph()
        alur = sementara.add_run()
        alur.add_picture(io.BytesIO(isi), width=lebar)
        self._jumlah_gambar += 1
        for sifat in alur._r.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
        ):
            sifat.set("id", str(self._jumlah_gambar))
            sifat.set("name", f"Gambar {self._jumlah_gambar}")
            sifat.set("descr", " ".join(keterangan.split()))
        sementara._p.getparent().remove(sementara._p)
        return alur._r

    def _sisip(self, isi: Any) -> None:
        """A table, with a small gap after it: two tables without one between them would become one."""
        celah = self.dokumen.add_paragraph(style="Sel")
        celah.paragraph_format.space_after = Pt(2)
        celah._p.addprevious(isi)

    def halaman_baru(self, arah: Arah) -> None:
        """A new page; where the direction changes a new section."""
        if arah != self.arah:
            bagian_baru(self.dokumen, arah)
            self.arah = arah
        elif not self._awal:
            self._pindah = True

    def _tanda_tangan(self, oleh: Penandatangan) -> None:
        """The wet-ink block on the right half, never torn from itself."""
        nip = f"NIP. {oleh.nip_tercetak}" if oleh.nip else ""
        atas = [b for b in (oleh.tempat_tanggal, *oleh.baris_jabatan) if b]
        bawah = [(oleh.nama, True), *((b, False) for b in (oleh.pangkat, nip) if b)]
        semua = [*((b, False) for b in atas), *[("", False)] * 3, *bawah]
        for urut, (teks, tebal) in enumerate(semua):
            satu = self.dokumen.add_paragraph()
            satu._p.append(larik(teks, tebal=tebal))
            bentuk = satu.paragraph_format
            bentuk.left_indent, bentuk.alignment = Cm(8), WD_ALIGN_PARAGRAPH.CENTER
            bentuk.space_after, bentuk.keep_together = Pt(0), True
            bentuk.space_before = Pt(14) if not urut else Pt(0)
            bentuk.keep_with_next = urut < len(semua) - 1
