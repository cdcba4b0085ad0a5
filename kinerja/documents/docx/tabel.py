"""Tables for Word: fixed widths, a head that repeats on every page, rows that stay whole."""

from __future__ import annotations

from typing import Any

from kinerja.documents.blok import Baris, Grafik, Kepala, Kolom, Tabel
from kinerja.documents.docx.unsur import paragraf_sel, unsur
from kinerja.documents.paragraf import paragraf

_RATA = {"kiri": "left", "tengah": "center", "kanan": "right"}
_UTUH = 600  # a row with a longer cell may break over pages
_SEDIKIT = 8  # a table of so many rows is not broken at all, as in print
_SISI = {False: 80, True: 50}  # twips at both sides of a cell's text; True: small print


def tabel(b: Tabel, lebar: int) -> Any:
    """The ``w:tbl`` of a table on a page whose text is ``lebar`` twips wide; its title stands before it."""
    jumlah = sum(k.lebar for k in b.kolom)
    kolom = [round(lebar * k.lebar / jumlah) for k in b.kolom]
    hasil = kerangka_tabel(kolom, bergaris=True, sisi=_SISI[b.rapat])
    gaya = "SelRapat" if b.rapat else "Sel"
    for urut, baris in enumerate(b.kepala):
        hasil.append(_kepala(b.kolom, baris, kolom, gaya, kedua=urut > 0))
    isi = b.baris or (Baris(("Tidak ada data.", *[""] * (len(kolom) - 1))),)
    utuh = len(isi) <= _SEDIKIT and all(len(teks) <= _UTUH for satu in isi for teks in satu.sel)
    for urut, satu in enumerate(isi, start=1):
        turun = isi[urut].sambung if urut < len(isi) else 0
        ikat = utuh or turun > 0 or urut == len(isi)
        hasil.append(_baris(satu, b.kolom, kolom, gaya, turun=turun, ikat=ikat))
    return hasil


def tabel_grafik(b: Grafik, lebar: int, gambar: list[Any]) -> Any:
    """Label, bar and figure of each row; ``gambar`` are the runs that hold the pictures."""
    kolom = [round(lebar * bagian / 100) for bagian in (46, 34, 20)]
    hasil = kerangka_tabel(kolom, bergaris=False, sisi=_SISI[False])
    for satu, larik_gambar in zip(b.batang, gambar, strict=True):
        baris = _baris_kosong(utuh=True)
        tengah = unsur("p")
        sifat = unsur("pPr")
        sifat.append(unsur("pStyle", val="Sel"))
        tengah.append(sifat)
        tengah.append(larik_gambar)
        isi = (paragraf_sel(satu.label, "Sel", "left"), tengah, paragraf_sel(satu.teks, "Sel", "left"))
        for paragraf_satu, lebar_sel in zip(isi, kolom, strict=True):
            sel = _sel(lebar_sel)
            sel.append(paragraf_satu)
            baris.append(sel)
        hasil.append(baris)
    return hasil


def kerangka_tabel(kolom: list[int], *, bergaris: bool, sisi: int) -> Any:
    """An empty table of these column widths, with ``sisi`` beside the text of its cells (twips)."""
    hasil, sifat, petak = unsur("tbl"), unsur("tblPr"), unsur("tblGrid")
    sifat.append(unsur("tblStyle", val="TableGrid" if bergaris else "TableNormal"))
    sifat.append(unsur("tblW", w=sum(kolom), type="dxa"))
    sifat.append(unsur("tblLayout", type="fixed"))
    tepi = unsur("tblCellMar")
    tepi.extend([unsur(n, w=sisi, type="dxa") for n in ("left", "right")])
    sifat.append(tepi)
    petak.extend([unsur("gridCol", w=w) for w in kolom])
    hasil.extend([sifat, petak])
    return hasil


def _kepala(
    kolom: tuple[Kolom, ...], baris: tuple[Kepala, ...], lebar: list[int], gaya: str, kedua: bool
) -> Any:
    """A row of the head; under a common head the second row fills the ones that reach down with nothing."""
    hasil = _baris_kosong(utuh=True, kepala=True)
    sisa = iter(baris)
    ke = 0
    while ke < len(kolom):
        if kedua and not kolom[ke].grup:
            sel = _sel(lebar[ke], lanjut="")
            sel.append(paragraf_sel("", gaya, "center", ikat=True))
            ke += 1
        else:
            satu = next(sisa)
            turun = "restart" if satu.menurun > 1 else None
            sel = _sel(sum(lebar[ke : ke + satu.melebar]), melebar=satu.melebar, lanjut=turun)
            sel.append(paragraf_sel(satu.judul, gaya, "center", tebal=True, ikat=True))
            ke += satu.melebar
        sel[0].append(unsur("shd", val="clear", color="auto", fill="E7E7E7"))
        sel[0].append(unsur("vAlign", val="center"))
        hasil.append(sel)
    return hasil


def _baris(
    baris: Baris, kolom: tuple[Kolom, ...], lebar: list[int], gaya: str, *, turun: int, ikat: bool
) -> Any:
    """A row; ``turun``: so many of its first cells go on in the next one, with no line between."""
    hasil = _baris_kosong(utuh=all(len(teks) <= _UTUH for teks in baris.sel))
    for ke, (teks, k, w) in enumerate(zip(baris.sel, kolom, lebar, strict=True)):
        sel = _sel(w)
        tanpa = [unsur(n, val="nil") for n, s in (("top", baris.sambung), ("bottom", turun)) if ke < s]
        if tanpa:
            garis = unsur("tcBorders")
            garis.extend(tanpa)
            sel[0].append(garis)
        for alinea in paragraf(teks) or [""]:
            sel.append(paragraf_sel(alinea, gaya, _RATA[k.rata], tebal=baris.jumlah, ikat=ikat))
        hasil.append(sel)
    return hasil


def _baris_kosong(*, utuh: bool, kepala: bool = False) -> Any:
    hasil, sifat = unsur("tr"), unsur("trPr")
    if utuh:
        sifat.append(unsur("cantSplit"))
    if kepala:
        sifat.append(unsur("tblHeader"))
    hasil.append(sifat)
    return hasil


def _sel(lebar: int, melebar: int = 1, lanjut: str | None = None) -> Any:
    """A cell; ``lanjut`` "restart" begins one that reaches down, "" continues it."""
    hasil, sifat = unsur("tc"), unsur("tcPr")
    sifat.append(unsur("tcW", w=lebar, type="dxa"))
    if melebar > 1:
        sifat.append(unsur("gridSpan", val=melebar))
    if lanjut is not None:
        sifat.append(unsur("vMerge", **({"val": lanjut} if lanjut else {})))
    hasil.append(sifat)
    return hasil
