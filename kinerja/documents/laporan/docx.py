"""A report as a Word file, from the same blocks as the PDF: offices that finish in Word lose no figure."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from kinerja.documents.blok import Blok, Judul
from kinerja.documents.docx.blok import Penulis
from kinerja.documents.docx.kerangka import dokumen_kosong, kaki
from kinerja.documents.docx.paket import jadikan_byte, sifat
from kinerja.documents.docx.unsur import bidang, larik, unsur
from kinerja.documents.kantor import Kantor
from kinerja.documents.laporan.naskah import Laporan

JENIS_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TANPA_WAKTU = datetime(2000, 1, 1, tzinfo=UTC)


def laporan_docx(laporan: Laporan, bertanggal: datetime | None = None) -> bytes:
    """The report as ``.docx`` bytes; the same data give the same bytes.

    ``bertanggal``: the moment of the data, for the properties. Raises GagalCetak where some text holds
    a sign that XML refuses.
    """
    dokumen = dokumen_kosong()
    sifat(
        dokumen,
        f"{laporan.nama} {laporan.kantor.kecamatan}",
        laporan.kantor.kecamatan,
        bertanggal or _TANPA_WAKTU,
    )
    keadaan = (laporan.nama, laporan.nomor and f"Nomor {laporan.nomor}", laporan.status)
    kode = laporan.kode and f"Kode dokumen {laporan.kode}"
    kaki(dokumen, " · ".join(b for b in (*keadaan, kode) if b))
    penulis = Penulis(dokumen)
    if laporan.bersampul:
        _sampul(penulis, laporan)
    else:
        _kepala(penulis, laporan)
    penulis.tulis(laporan.blok)
    return jadikan_byte(dokumen)


def _sampul(penulis: Penulis, laporan: Laporan) -> None:
    """Cover, kata pengantar, contents."""
    penulis.alinea("").paragraph_format.space_after = Pt(90)
    _logo(penulis, laporan.kantor, Cm(4))
    for baris in laporan.judul:
        penulis.alinea(baris, "Title")
    _tengah(penulis, laporan.nomor and f"Nomor {laporan.nomor}", 11)
    _status(penulis, laporan.status)
    penulis.alinea("").paragraph_format.space_after = Pt(150)
    _tengah(penulis, laporan.kantor.pemerintah_kabupaten.upper(), 14)
    _tengah(penulis, laporan.kantor.kecamatan.upper(), 14, tebal=True)
    penulis.halaman_baru("tegak")
    if laporan.pembuka:
        penulis.tulis(laporan.pembuka)
        penulis.halaman_baru("tegak")
    _tengah(penulis, "DAFTAR ISI", 13, tebal=True)
    daftar_isi(penulis.dokumen, (*laporan.pembuka, *laporan.blok))
    penulis.halaman_baru("tegak")


def daftar_isi(dokumen: Document, blok: Iterable[Blok]) -> None:
    """A table of contents that Word works out anew (page numbers, too); until then it lists the headings."""
    judul = [b for b in blok if isinstance(b, Judul) and b.tingkat <= 3]
    awal, isi, pemisah, akhir = bidang('TOC \\o "1-3" \\h \\z \\u', "", perlu_dihitung=True)
    for urut, satu in enumerate(judul or [Judul("–", 1)]):
        alinea = dokumen.add_paragraph(style=f"toc {satu.tingkat}")
        if not urut:
            for bagian in (awal, isi, pemisah):
                alinea._p.append(bagian)
        alinea._p.append(larik(satu.teks))
    alinea._p.append(akhir)


def _kepala(penulis: Penulis, laporan: Laporan) -> None:
    """Letterhead and title on the first page."""
    office = laporan.kantor
    _logo(penulis, office, Cm(2.2))
    _tengah(penulis, office.pemerintah_kabupaten.upper(), 13)
    _tengah(penulis, office.kecamatan.upper(), 15, tebal=True)
    for baris in office.baris_alamat:
        _tengah(penulis, baris, 9)
    _garis(penulis)
    _status(penulis, laporan.status)
    for baris in (*laporan.judul, office.kecamatan.upper()):
        _tengah(penulis, baris, 13, tebal=True)
    _tengah(penulis, laporan.nomor and f"Nomor: {laporan.nomor}", 11)
    if laporan.berdaftar_isi:
        _tengah(penulis, "DAFTAR ISI", 11, tebal=True)
        daftar_isi(penulis.dokumen, laporan.blok)


def _status(penulis: Penulis, status: str) -> None:
    _tengah(penulis, status, 12, tebal=True)


def _tengah(penulis: Penulis, teks: str, ukuran: float, *, tebal: bool = False) -> None:
    if not teks:
        return
    alinea = penulis.alinea(teks)
    alinea.alignment = WD_ALIGN_PARAGRAPH.CENTER
    alinea.paragraph_format.space_after = Pt(2)
    for alur in alinea.runs:
        alur.font.size, alur.font.bold = Pt(ukuran), tebal


def _logo(penulis: Penulis, office: Kantor, tinggi: Cm) -> None:
    if office.logo:
        alinea = penulis.dokumen.add_paragraph()
        alinea.alignment = WD_ALIGN_PARAGRAPH.CENTER
        alinea.add_run().add_picture(io.BytesIO(office.logo), height=tinggi)


def _garis(penulis: Penulis) -> None:
    """The rule below the letterhead."""
    alinea = penulis.alinea("", "Sel")
    batas = unsur("pBdr")
    batas.append(unsur("top", val="thickThinSmallGap", sz=18, space=1, color="000000"))
    sifat_alinea = alinea._p.get_or_add_pPr()
    sifat_alinea.find(qn("w:pStyle")).addnext(batas)
