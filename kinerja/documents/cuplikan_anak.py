"""In the child: a photograph drawn anew, and the first words of a workbook or a document."""

from __future__ import annotations

import io
import warnings
import zipfile
from itertools import islice
from typing import Any

from kinerja.documents.anak import Tolak
from kinerja.documents.delapan_bit import delapan_bit

MAKS_PIKSEL = 25_000_000
LEMBAR, BARIS, KOLOM, ALINEA, HURUF = 3, 40, 12, 80, 400
_MAKS_XML = 20 * 1024 * 1024
_MAKS_TERURAI = 50 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def foto(permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """PNG at most ``lebar`` wide, upright as the camera was held; place, time and camera are left out."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MAKS_PIKSEL
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(muatan[0]), formats=(permintaan["format"],)) as asal:
            if asal.width * asal.height > MAKS_PIKSEL:
                raise Tolak(alasan="rusak", rincian=f"{asal.width} x {asal.height}")
            sisi = (permintaan["lebar"], 4 * permintaan["lebar"])
            asal.draft("RGB", (2 * sisi[0], 2 * sisi[0]))
            tegak = delapan_bit(ImageOps.exif_transpose(asal)).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombWarning) as galat:
        raise Tolak(alasan="rusak", rincian=repr(galat)[:500]) from galat
    tegak.thumbnail(sisi)
    bersih = Image.new("RGB", tegak.size, "#ffffff")
    bersih.paste(tegak, mask=tegak.getchannel("A"))
    keluar = io.BytesIO()
    bersih.save(keluar, "PNG")
    return {"halaman": 1}, [keluar.getvalue()]


def intip(permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """The first rows of the first sheets (``petak``), or the first paragraphs (``alinea``)."""
    from lxml.etree import LxmlError

    try:
        _pastikan_wajar(muatan[0])
        return (_buku if permintaan["jenis"] == "xlsx" else _naskah)(muatan[0]), []
    except (LxmlError, zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, EOFError) as galat:
        raise Tolak(alasan="rusak", rincian=repr(galat)[:500]) from galat


def _pastikan_wajar(isi: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(isi)) as zip_:
        if sum(satu.file_size for satu in zip_.infolist()) > _MAKS_TERURAI:
            raise ValueError("too large once unpacked")


def _buku(isi: bytes) -> dict[str, Any]:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # styles and extensions openpyxl does not know
        buku = load_workbook(io.BytesIO(isi), read_only=True, data_only=True, keep_links=False)
        hasil = [_lembar(lembar) for lembar in buku.worksheets[:LEMBAR]]
    return {"petak": hasil, "terpotong": len(buku.worksheets) > LEMBAR}


def _lembar(lembar: Any) -> dict[str, Any]:
    baris = []
    for satu in lembar.iter_rows(max_row=BARIS + 1, max_col=KOLOM + 1, values_only=True):
        baris.append(["" if nilai is None else str(nilai)[:HURUF] for nilai in satu])
    terpotong = len(baris) > BARIS or any(len(b) > KOLOM and b[KOLOM] for b in baris)
    baris = [b[:KOLOM] for b in baris[:BARIS]]
    while baris and not any(baris[-1]):
        baris.pop()
    lebar = max((ke + 1 for b in baris for ke, nilai in enumerate(b) if nilai), default=0)
    return {"judul": str(lembar.title)[:HURUF], "baris": [b[:lebar] for b in baris], "terpotong": terpotong}


def _naskah(isi: bytes) -> dict[str, Any]:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(isi)) as zip_, zip_.open("word/document.xml") as bagian:
        xml = bagian.read(_MAKS_XML + 1)
    if len(xml) > _MAKS_XML or b"<!DOCTYPE" in xml[:4096]:
        raise ValueError("not a plain document")
    akar = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    teks = ("".join(t.text or "" for t in p.iter(_W + "t")).strip()[: 5 * HURUF] for p in akar.iter(_W + "p"))
    alinea = list(islice((t for t in teks if t), ALINEA + 1))
    return {"alinea": alinea[:ALINEA], "terpotong": len(alinea) > ALINEA}
