"""A drawing as plain shapes, in points; the same shapes become SVG (screen, PDF) or PNG (Word).

No text that people typed ever enters a drawing: only figures and words of this program.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any, Literal

from kinerja.documents.huruf import BERKAS, folder_huruf
from kinerja.documents.huruf_gambar import HURUF_GAMBAR

TINTA = "#1f2a37"
Jangkar = Literal["start", "middle", "end"]
_TITIK_PER_INCI = 72
_PNG_PER_INCI = 200


@dataclass(frozen=True)
class Kotak:
    """A rectangle; ``garis`` is the colour of its edge, empty for none."""

    x: float
    y: float
    lebar: float
    tinggi: float
    isi: str
    garis: str = ""


@dataclass(frozen=True)
class Garis:
    """A straight line; ``putus`` draws it in dashes."""

    x1: float
    y1: float
    x2: float
    y2: float
    warna: str = TINTA
    tebal: float = 0.8
    putus: bool = False


@dataclass(frozen=True)
class Teks:
    """One line of letters standing on ``y``."""

    x: float
    y: float
    isi: str
    ukuran: float = 8
    jangkar: Jangkar = "start"
    tebal: bool = False


@dataclass(frozen=True)
class Lukisan:
    """Shapes on a white ground, later ones on top."""

    lebar: float
    tinggi: float
    bentuk: tuple[Kotak | Garis | Teks, ...]


def svg(lukisan: Lukisan, judul: str = "", uraian: str = "") -> str:
    """SVG with attributes only; with ``judul`` and ``uraian`` for the screen, where it is read aloud."""
    bicara = f"<title>{escape(judul)}</title><desc>{escape(uraian)}</desc>" if judul else ""
    peran = ' class="gambar-data" role="img"' if judul else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_a(lukisan.lebar)}" height="{_a(lukisan.tinggi)}" '
        f'viewBox="0 0 {_a(lukisan.lebar)} {_a(lukisan.tinggi)}"{peran}>{bicara}'
        + "".join(_elemen(satu) for satu in lukisan.bentuk)
        + "</svg>"
    )


def _elemen(b: Kotak | Garis | Teks) -> str:
    if isinstance(b, Kotak):
        tepi = f' stroke="{b.garis}" stroke-width="0.8"' if b.garis else ""
        tempat = f'x="{_a(b.x)}" y="{_a(b.y)}" width="{_a(b.lebar)}" height="{_a(b.tinggi)}"'
        return f'<rect {tempat} fill="{b.isi}"{tepi}/>'
    if isinstance(b, Garis):
        putus = ' stroke-dasharray="3 2"' if b.putus else ""
        tempat = f'x1="{_a(b.x1)}" y1="{_a(b.y1)}" x2="{_a(b.x2)}" y2="{_a(b.y2)}"'
        return f'<line {tempat} stroke="{b.warna}" stroke-width="{_a(b.tebal)}"{putus}/>'
    tebal = ' font-weight="bold"' if b.tebal else ""
    return (
        f'<text x="{_a(b.x)}" y="{_a(b.y)}" font-family="{HURUF_GAMBAR}" font-size="{_a(b.ukuran)}"{tebal} '
        f'text-anchor="{b.jangkar}" fill="{TINTA}">{escape(b.isi)}</text>'
    )


def _a(nilai: float) -> str:
    return f"{nilai:.2f}".rstrip("0").rstrip(".")


def png(lukisan: Lukisan) -> bytes:
    """The same as PNG, 200 dots an inch."""
    from PIL import Image, ImageDraw

    k = _PNG_PER_INCI / _TITIK_PER_INCI
    gambar = Image.new("RGB", (round(lukisan.lebar * k), round(lukisan.tinggi * k)), "#ffffff")
    pena = ImageDraw.Draw(gambar)
    for b in lukisan.bentuk:
        if isinstance(b, Kotak):
            sudut = (b.x * k, b.y * k, (b.x + b.lebar) * k, (b.y + b.tinggi) * k)
            pena.rectangle(sudut, fill=b.isi, outline=b.garis or None, width=2 if b.garis else 0)
        elif isinstance(b, Garis):
            for x1, y1, x2, y2 in _potongan(b):
                pena.line((x1 * k, y1 * k, x2 * k, y2 * k), fill=b.warna, width=max(1, round(b.tebal * k)))
        else:
            jangkar = {"start": "ls", "middle": "ms", "end": "rs"}[b.jangkar]
            huruf = _huruf(round(b.ukuran * k), b.tebal)
            pena.text((b.x * k, b.y * k), b.isi, fill=TINTA, font=huruf, anchor=jangkar)
    keluar = io.BytesIO()
    gambar.save(keluar, "PNG", optimize=True)
    return keluar.getvalue()


def _potongan(g: Garis) -> list[tuple[float, float, float, float]]:
    if not g.putus:
        return [(g.x1, g.y1, g.x2, g.y2)]
    panjang = ((g.x2 - g.x1) ** 2 + (g.y2 - g.y1) ** 2) ** 0.5
    hasil = []
    for ke in range(int(panjang // 5) + 1):
        awal, akhir = 5 * ke / panjang, min(1.0, (5 * ke + 3) / panjang)
        dx, dy = g.x2 - g.x1, g.y2 - g.y1
        hasil.append((g.x1 + dx * awal, g.y1 + dy * awal, g.x1 + dx * akhir, g.y1 + dy * akhir))
    return hasil


@lru_cache(maxsize=16)
def _huruf(ukuran: int, tebal: bool) -> Any:
    from PIL import ImageFont

    return ImageFont.truetype(str(folder_huruf() / BERKAS[tebal, False]), ukuran)
