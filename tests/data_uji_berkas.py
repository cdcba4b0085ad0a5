"""Small real files of every accepted kind, for tests that upload something."""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache

from PIL import Image


@lru_cache
def pdf(halaman: int = 1, isi: str = "Bukti uji") -> bytes:
    """A PDF with text on each page."""
    from reportlab.pdfgen.canvas import Canvas

    hasil = io.BytesIO()
    kanvas = Canvas(hasil, invariant=1)
    for ke in range(halaman):
        kanvas.drawString(72, 720, f"{isi} halaman {ke + 1}")
        kanvas.showPage()
    kanvas.save()
    return hasil.getvalue()


@lru_cache
def png(lebar: int = 40, tinggi: int = 30) -> bytes:
    return _gambar("PNG", lebar, tinggi)


@lru_cache
def jpeg(lebar: int = 400, tinggi: int = 300) -> bytes:
    return _gambar("JPEG", lebar, tinggi)


def _gambar(jenis: str, lebar: int, tinggi: int) -> bytes:
    hasil = io.BytesIO()
    Image.radial_gradient("L").resize((lebar, tinggi)).convert("RGB").save(hasil, jenis)
    return hasil.getvalue()


_KANTOR = "application/vnd.openxmlformats-officedocument."


def xlsx(makro: bool = False) -> bytes:
    """As much of a workbook as a first look needs."""
    return _zip("xl/workbook.xml", _KANTOR + "spreadsheetml.sheet.main+xml", makro)


def docx() -> bytes:
    return _zip("word/document.xml", _KANTOR + "wordprocessingml.document.main+xml", False)


def _zip(pokok: str, tipe: str, makro: bool) -> bytes:
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr(
            "[Content_Types].xml", f'<Types><Override PartName="/{pokok}" ContentType="{tipe}"/></Types>'
        )
        zip_.writestr(pokok, "<isi/>")
        if makro:
            zip_.writestr("xl/vbaProject.bin", b"makro")
    return hasil.getvalue()
