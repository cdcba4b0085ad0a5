"""Pieces of WordprocessingML that python-docx has no words for: fields, shading, cell and row marks."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from kinerja.documents.docx.paket import tertulis


def unsur(nama: str, **atribut: object) -> Any:
    """An element ``w:…`` with attributes ``w:…``."""
    hasil = OxmlElement(f"w:{nama}")
    for kunci, nilai in atribut.items():
        hasil.set(qn(f"w:{kunci}"), str(nilai))
    return hasil


def larik(teks: str, *, tebal: bool = False, miring: bool = False) -> Any:
    """A run of plain text; whatever stands in it stays text. Line ends become breaks."""
    hasil = unsur("r")
    if tebal or miring:
        sifat = unsur("rPr")
        sifat.extend([unsur(n) for n, ada in (("b", tebal), ("i", miring)) if ada])
        hasil.append(sifat)
    for urut, baris in enumerate(tertulis(teks).splitlines() or [""]):
        if urut:
            hasil.append(unsur("br"))
        isi = unsur("t")
        isi.set(qn("xml:space"), "preserve")
        isi.text = baris
        hasil.append(isi)
    return hasil


def paragraf_sel(teks: str, gaya: str, rata: str, *, tebal: bool = False, ikat: bool = False) -> Any:
    """A paragraph of a table cell; ``ikat``: its row stays on the page of the next one."""
    hasil, sifat = unsur("p"), unsur("pPr")
    sifat.append(unsur("pStyle", val=gaya))
    if ikat:
        sifat.append(unsur("keepNext"))
    if rata != "left":
        sifat.append(unsur("jc", val=rata))
    hasil.append(sifat)
    hasil.append(larik(teks, tebal=tebal))
    return hasil


def bidang(perintah: str, tampil: str = "1", *, perlu_dihitung: bool = False) -> list[Any]:
    """A field (PAGE, NUMPAGES, TOC …) with what it shows until Word works it out."""
    awal = unsur("fldChar", fldCharType="begin")
    if perlu_dihitung:
        awal.set(qn("w:dirty"), "true")
    isi = unsur("instrText")
    isi.set(qn("xml:space"), "preserve")
    isi.text = f" {perintah} "
    hasil = [_dalam_larik(awal), _dalam_larik(isi), _dalam_larik(unsur("fldChar", fldCharType="separate"))]
    if tampil:
        hasil.append(larik(tampil))
    return [*hasil, _dalam_larik(unsur("fldChar", fldCharType="end"))]


def _dalam_larik(isi: Any) -> Any:
    hasil = unsur("r")
    hasil.append(isi)
    return hasil
