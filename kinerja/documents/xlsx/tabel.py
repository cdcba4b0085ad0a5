"""Tables of figures as a workbook: numbers as numbers, unrounded; words as words; nothing that can run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from kinerja.documents.xlsx.baku import (
    ABU,
    FORMAT,
    KEPALA,
    TEPI,
    buku_kosong,
    halaman,
    isi_angka,
    isi_teks,
    sel_pada,
    sifat,
    simpan,
)
from kinerja.domain.aturan import DESIMAL
from kinerja.domain.lembar_isian import JenisKolom, Kolom, huruf_kolom

Isi = str | Decimal | int | date | None
PEMBULATAN = (
    "Angka dalam berkas ini tidak dibulatkan; yang tampak hanya tampilannya. "
    "Laporan tercetak membulatkan setengah ke atas."
)
_TERLARANG = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Tabel:
    """One sheet. ``jumlah``: numbers of the columns (from 0) that are added up in a last row.

    ``catatan`` stand below; sums leave words ("n/a") out. ``desimal``: digits shown of a percentage.
    """

    nama: str
    judul: str
    kolom: Sequence[Kolom]
    baris: Sequence[Sequence[Isi]]
    jumlah: frozenset[int] = frozenset()
    catatan: tuple[str, ...] = ()
    desimal: int = DESIMAL


@dataclass(frozen=True)
class BukuTabel:
    """``pada`` is the moment of the data, not of the download: the same data give the same bytes."""

    judul: str
    kantor: str
    pada: datetime
    tabel: Sequence[Tabel]
    keterangan: tuple[str, ...] = field(default=())


def tulis_tabel(buku: BukuTabel) -> bytes:
    """The workbook, a sheet per table."""
    wb = buku_kosong()
    nama: set[str] = set()
    for tabel in buku.tabel:
        _tabel(wb.create_sheet(_nama_lembar(tabel.nama, nama)), buku, tabel)
    sifat(wb, buku.judul, buku.kantor, buku.pada)
    return simpan(wb, buku.pada)


def _nama_lembar(nama: str, dipakai: set[str]) -> str:
    """A sheet's name as Excel takes it: no special signs, 31 letters, each once."""
    dasar = _TERLARANG.sub(" ", nama).strip(" '")[:31] or "Tabel"
    hasil, ke = dasar, 2
    while hasil.casefold() in dipakai:
        hasil, ke = f"{dasar[:27]} ({ke})", ke + 1
    dipakai.add(hasil.casefold())
    return hasil


def _tabel(ws: Worksheet, buku: BukuTabel, tabel: Tabel) -> None:
    isi_teks(ws["A1"], buku.kantor)
    isi_teks(ws["A2"], tabel.judul)
    ws["A2"].font = Font(bold=True, size=13)
    nomor = 3
    for kalimat in buku.keterangan:
        isi_teks(sel_pada(ws, nomor, 1), kalimat)
        nomor += 1
    kepala = nomor + 1
    for ke, kolom in enumerate(tabel.kolom, 1):
        sel = sel_pada(ws, kepala, ke)
        isi_teks(sel, kolom.judul)
        sel.font, sel.fill, sel.border = Font(bold=True, color="FFFFFFFF"), KEPALA, TEPI
        sel.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        ws.column_dimensions[huruf_kolom(ke)].width = kolom.lebar
    nomor = kepala
    for nomor, baris in enumerate(tabel.baris, kepala + 1):
        for ke, (kolom, nilai) in enumerate(zip(tabel.kolom, baris, strict=True), 1):
            _sel(sel_pada(ws, nomor, ke), kolom.jenis, nilai, tabel.desimal)
    if tabel.jumlah and tabel.baris:
        nomor += 1
        _jumlah(ws, nomor, tabel)
    for ke, kalimat in enumerate(tabel.catatan, nomor + 2):
        isi_teks(sel_pada(ws, ke, 1), kalimat)
        sel_pada(ws, ke, 1).font = Font(italic=True)
    halaman(ws, kepala, f"A{kepala + 1}")


def _sel(sel: Cell, jenis: JenisKolom, nilai: Isi, desimal: int = DESIMAL) -> None:
    angka = isinstance(nilai, Decimal | int | date)
    if isinstance(nilai, Decimal | int):
        isi_angka(sel, Decimal(nilai), jenis, desimal)
    elif isinstance(nilai, date):
        sel.value, sel.number_format = nilai, FORMAT[JenisKolom.TANGGAL]
    elif nilai:
        isi_teks(sel, nilai)
    sel.alignment = Alignment(
        wrap_text=True,
        vertical="top",
        horizontal="right" if angka or jenis is not JenisKolom.TEKS else "left",
    )
    sel.border = TEPI


def _jumlah(ws: Worksheet, nomor: int, tabel: Tabel) -> None:
    for ke, kolom in enumerate(tabel.kolom):
        sel = sel_pada(ws, nomor, ke + 1)
        if ke in tabel.jumlah:
            angka = [Decimal(n) for n in (b[ke] for b in tabel.baris) if isinstance(n, Decimal | int)]
            _sel(sel, kolom.jenis, sum(angka, Decimal(0)) if angka else None)
        else:
            _sel(sel, JenisKolom.TEKS, "Jumlah" if ke == 0 else None)
        sel.font, sel.fill = Font(bold=True), ABU
