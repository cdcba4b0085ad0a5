"""What every workbook of ours has in common: safe text, fixed dates, the same bytes for the same data."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from decimal import Decimal
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.domain.aturan import DESIMAL
from kinerja.domain.lembar_isian import JenisKolom

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAKS_TEKS = 32_767  # what one cell can hold
_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)
_UBAH = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_SANDI_X = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_BERBAHAYA = ("=", "+", "-", "@", "\t", "\r", "\n")
_GARIS = Side(style="thin", color="FFB5BDC9")
TEPI = Border(left=_GARIS, right=_GARIS, top=_GARIS, bottom=_GARIS)
ABU = PatternFill("solid", fgColor="FFEEF1F5")
KEPALA = PatternFill("solid", fgColor="FF1F3A5F")
FORMAT: dict[JenisKolom, str] = {
    JenisKolom.TEKS: "@",
    JenisKolom.ANGKA: "#,##0.####",
    JenisKolom.RUPIAH: "#,##0",
    JenisKolom.PERSEN: '{}"%"',  # the sign is a letter here: 98 is 98 percent; {}: as many digits as asked
    JenisKolom.POIN: "{}",
    JenisKolom.TANGGAL: "dd/mm/yyyy",
}


def buku_kosong() -> Workbook:
    """A workbook without any sheet yet."""
    wb = Workbook()
    for nama in wb.sheetnames:
        del wb[nama]
    return wb


def sel_pada(ws: Worksheet, baris: int, kolom: int) -> Cell:
    """The cell of a row and column counted from 1; our sheets have no merged ones."""
    return cast(Cell, ws.cell(baris, kolom))


def halaman(ws: Worksheet, kepala: int, beku: str) -> None:
    """On paper: landscape A4 as wide as the table, its head on every page. On screen: the head stays."""
    ws.freeze_panes = beku
    ws.page_setup.orientation, ws.page_setup.paperSize = "landscape", 9
    ws.page_setup.fitToWidth, ws.page_setup.fitToHeight = 1, 0
    ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    ws.print_title_rows = f"{kepala}:{kepala}"


def isi_teks(sel: Cell, teks: str) -> None:
    """Put text in as text and nothing else: never a formula, an error value or a link.

    What a spreadsheet would take for a formula also carries the mark that Excel itself sets for a typed
    apostrophe (quotePrefix), so that editing the cell later does not run it.
    """
    bersih = ILLEGAL_CHARACTERS_RE.sub("", teks)[:MAKS_TEKS]
    sel.value = _SANDI_X.sub("_x005F_", bersih)
    sel.data_type = "s"
    if bersih.lstrip(" ").startswith(_BERBAHAYA):
        sel.quotePrefix = True


def isi_angka(sel: Cell, nilai: Decimal, jenis: JenisKolom, desimal: int = DESIMAL) -> None:
    """A number as a number; whole ones without a hanging decimal sign, percentages in ``desimal`` digits."""
    sel.value = nilai
    bulat = nilai == nilai.to_integral_value()
    if jenis is JenisKolom.RUPIAH:
        sel.number_format = "#,##0" if bulat else "#,##0.00"
    elif jenis in (JenisKolom.PERSEN, JenisKolom.POIN):
        sel.number_format = FORMAT[jenis].format(f"#,##0.{'0' * desimal}" if desimal else "#,##0")
    else:
        sel.number_format = "#,##0" if bulat else FORMAT[JenisKolom.ANGKA]


def sifat(buku: Workbook, judul: str, pembuat: str, pada: datetime) -> None:
    """The properties Excel shows of a file, in Indonesian."""
    p = buku.properties
    p.title, p.creator, p.lastModifiedBy = judul[:200], pembuat[:200], pembuat[:200]
    p.description = "Dibuat oleh kinerja."
    p.language = "id-ID"
    p.created = p.modified = pada.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def simpan(buku: Workbook, pada: datetime) -> bytes:
    """The bytes of the workbook: the moment is ``pada``, not the clock's."""
    mentah = io.BytesIO()
    buku.save(mentah)
    saat = pada.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    hasil = io.BytesIO()
    with zipfile.ZipFile(mentah) as dari, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as ke:
        for nama in sorted(dari.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            isi = dari.read(nama)
            if nama == "docProps/core.xml":
                isi = _UBAH.sub(rb"\g<1>" + saat + rb"\g<2>", isi)
            rincian = zipfile.ZipInfo(nama, _WAKTU_ZIP)
            rincian.compress_type = zipfile.ZIP_DEFLATED
            rincian.create_system = 0
            ke.writestr(rincian, isi)
    return hasil.getvalue()
