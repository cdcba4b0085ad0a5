"""Tables for Word: fixed widths, a head that repeats on every page, rows that stay whole."""

from __future__ import annotations

from typing import Any

from kinerja.documents.blok import Baris, Grafik, Kepala, Kolom, Tabel
from kinerja.documents.docx_unsur import paragraf_sel, unsur
from kinerja.documents.paragraf import paragraf

_RATA = {"kiri": "left", "tengah": "center", "kanan": "right"}
_UTUH = 600  # a row with a longer cell may break over pages


def tabel(b: Tabel, lebar: int) -> Any:
    """The ``w:tbl`` of a table on a page whose text is ``lebar`` twips wide; its title stands before it."""
    jumlah = sum(k.lebar for k in b.kolom)
    kolom = [round(lebar * k.lebar / jumlah) for k in b.kolom]
    hasil = kerangka_tabel(kolom, bergaris=True)
    gaya = "SelRapat" if b.rapat else "Sel"
    for urut, baris in enumerate(b.kepala):
        hasil.append(_kepala(b.kolom, baris, kolom, gaya, kedua=urut > 0))
    for baris_isi in b.baris:
        hasil.append(_baris(baris_isi, b.kolom, kolom, gaya))
    if not b.baris:
        hasil.append(_baris(Baris(("Tidak ada data.", *[""] * (len(kolom) - 1))), b.kolom, kolom, gaya))
    return hasil


def tabel_grafik(b: Grafik, lebar: int, gambar: list[Any]) -> Any:
    """Label, bar and figure of each row; ``gambar`` are the runs that hold the pictures."""
    kolom = [round(lebar * bagian / 100) for bagian in (46, 34, 20)]
    hasil = kerangka_tabel(kolom, bergaris=False)
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


def kerangka_tabel(kolom: list[int], *, bergaris: bool) -> Any:
    """An empty table of these column widths (twips)."""
    hasil, sifat, petak = unsur("tbl"), unsur("tblPr"), unsur("tblGrid")
    sifat.append(unsur("tblStyle", val="TableGrid" if bergaris else "TableNormal"))
    sifat.append(unsur("tblW", w=sum(kolom), type="dxa"))
    sifat.append(unsur("tblLayout", type="fixed"))
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
            sel.append(paragraf_sel("", gaya, "center"))
            ke += 1
        else:
            satu = next(sisa)
            turun = "restart" if satu.menurun > 1 else None
            sel = _sel(sum(lebar[ke : ke + satu.melebar]), melebar=satu.melebar, lanjut=turun)
            sel.append(paragraf_sel(satu.judul, gaya, "center", tebal=True))
            ke += satu.melebar
        sel[0].append(unsur("shd", val="clear", color="auto", fill="E7E7E7"))
        sel[0].append(unsur("vAlign", val="center"))
        hasil.append(sel)
    return hasil


def _baris(baris: Baris, kolom: tuple[Kolom, ...], lebar: list[int], gaya: str) -> Any:
    hasil = _baris_kosong(utuh=all(len(teks) <= _UTUH for teks in baris.sel))
    for teks, k, w in zip(baris.sel, kolom, lebar, strict=True):
        sel = _sel(w)
        for alinea in paragraf(teks) or [""]:
            sel.append(paragraf_sel(alinea, gaya, _RATA[k.rata], tebal=baris.jumlah))
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
