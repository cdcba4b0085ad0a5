"""One row of the flow chart as SVG: attributes only, so it passes the CSP; words of people are escaped.

On the screen a row stretches with its text: positions are percentages and the symbols keep their size. On
paper the height of the row is known and all is in points.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from kinerja.documents.bagan_jalur import Jalur, Sisi
from kinerja.documents.huruf_gambar import HURUF_GAMBAR
from kinerja.domain.sop import Jenis

GARIS = "#1f2a37"
GARIS_KOLOM = "#9aa4b2"
ISI = "#ffffff"
ISI_SELESAI = "#d9ead9"
ISI_BERJALAN = "#fff1c2"


class Keadaan(StrEnum):
    """How far a langkah is in the periode that is looked at."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    MENUNGGU = "menunggu"


@dataclass(frozen=True)
class Ukuran:
    """Sizes of a symbol and its letters, in the unit of the drawing."""

    lebar: float
    tinggi: float
    huruf: float
    tebal: float = 1.0
    panah: float = 5.0


TERKECIL = 7  # points: what a PDF may hold
TENGAH = 0.5
LETAK_ATAS = 28
"""Pixels from the upper edge of a row to the middle of a symbol that has words under it."""
SELA_KATA = 5.0
"""Points between a symbol and the words under it, on paper."""
BARIS_KATA = 8.6
LAYAR = Ukuran(lebar=54, tinggi=32, huruf=11, tebal=1.4, panah=6)


def svg_layar(jalur: Jalur, kolom: int, keadaan: Keadaan | None = None, *, atas: bool = False) -> str:
    """Return the row for the screen; it fills whatever box the page gives it.

    With ``atas`` the symbol stands at the head of the row, so that words find room under it.
    """

    def y(nilai: float) -> str:
        return str(LETAK_ATAS) if atas and nilai == TENGAH else _persen(nilai)

    isi = [
        f'<line x1="{_persen(r.x1 / kolom)}" y1="{y(r.y1)}" x2="{_persen(r.x2 / kolom)}"'
        f' y2="{y(r.y2)}" stroke="{GARIS}" stroke-width="{LAYAR.tebal}"/>'
        for r in jalur.ruas
    ]
    tengah = (jalur.kolom + 0.5) / kolom
    return (
        '<svg class="bagan-gambar" width="100%" height="100%" aria-hidden="true" focusable="false">'
        + "".join(_garis_kolom_layar(kolom))
        + "".join(isi)
        + f'<svg x="{_persen(tengah)}" y="{y(TENGAH)}" overflow="visible">'
        + "".join(_simbol(jalur, LAYAR, keadaan, ""))
        + "</svg></svg>"
    )


def svg_cetak(
    jalur: Jalur,
    kolom: int,
    lebar: float,
    tinggi: float,
    ukuran: Ukuran,
    keadaan: Keadaan | None = None,
    kata: tuple[str, ...] = (),
) -> str:
    """Return the row for paper, ``lebar`` × ``tinggi`` points, with the lines ``kata`` under its symbol."""
    satu = lebar / kolom
    letak = ukuran.tinggi / 2 + ukuran.panah + SELA_KATA if kata else tinggi / 2

    def sumbu(nilai: float) -> str:
        return _angka(letak if nilai == TENGAH else nilai * tinggi)

    garis = "".join(
        f'<line x1="{_angka(r.x1 * satu)}" y1="{sumbu(r.y1)}" x2="{_angka(r.x2 * satu)}"'
        f' y2="{sumbu(r.y2)}" stroke="{GARIS}" stroke-width="{ukuran.tebal}"/>'
        for r in jalur.ruas
    )
    x, y = (jalur.kolom + 0.5) * satu, letak
    return _bungkus(
        lebar,
        tinggi,
        _garis_kolom_cetak(kolom, satu, tinggi)
        + garis
        + f'<g transform="translate({_angka(x)},{_angka(y)})">'
        + "".join(_simbol(jalur, ukuran, keadaan, f' font-family="{HURUF_GAMBAR}"'))
        + "".join(_kata_cetak(kata, satu, ukuran.tinggi / 2 + SELA_KATA))
        + "</g>",
    )


def tinggi_kata(banyak: int, ukuran: Ukuran) -> float:
    """Return the height in points that a row on paper needs for its symbol with ``banyak`` lines under it."""
    return ukuran.tinggi + ukuran.panah + 3 * SELA_KATA + banyak * BARIS_KATA if banyak else 0.0


def _kata_cetak(kata: tuple[str, ...], lebar: float, y: float) -> Iterator[str]:
    """Write lines under the symbol, on white where an arrow passes; the first one is bold."""
    if kata:
        tinggi = len(kata) * BARIS_KATA + 2
        yield (
            f'<rect x="{_angka(-lebar * 0.4)}" y="{_angka(y - 1)}" width="{_angka(lebar * 0.8)}"'
            f' height="{_angka(tinggi)}" fill="{ISI}"/>'
        )
    for ke, satu in enumerate(kata):
        tebal = "" if ke else ' font-weight="bold"'
        yield (
            f'<text x="0" y="{_angka(y + (ke + 0.8) * BARIS_KATA)}" font-size="{TERKECIL}"'
            f' text-anchor="middle" fill="{GARIS}" font-family="{HURUF_GAMBAR}"{tebal}>{escape(satu)}</text>'
        )


def svg_sambungan(
    lewat: tuple[tuple[float, bool], ...],
    tanda: tuple[str, ...],
    *,
    atas: bool,
    kolom: int,
    lebar: float,
    tinggi: float,
) -> str:
    """Return the strip of off-page pentagons at the foot of a page, or with ``atas`` at the head of the next.

    Each carries its mark of ``tanda``, the same on both pages.
    """
    satu, lari = lebar / kolom, tinggi / 2
    isi = [_garis_kolom_cetak(kolom, satu, tinggi)]
    for (x, _turun), kata in zip(lewat, tanda, strict=True):
        tepi = (lari, tinggi) if atas else (0, lari)
        isi.append(
            f'<line x1="{_angka(x * satu)}" y1="{_angka(tepi[0])}" x2="{_angka(x * satu)}"'
            f' y2="{_angka(tepi[1])}" stroke="{GARIS}" stroke-width="1"/>'
            f'<g transform="translate({_angka(min(max(x * satu, 6), lebar - 6))},{_angka(lari)})">'
            f'<polygon points="-5,-7 5,-7 5,2 0,8 -5,2" fill="{ISI}" stroke="{GARIS}" stroke-width="1"/>'
            f'<text x="0" y="1" font-size="7" text-anchor="middle" fill="{GARIS}"'
            f' font-family="{HURUF_GAMBAR}">{kata}</text></g>'
        )
    return _bungkus(lebar, tinggi, "".join(isi))


def data_uri(svg: str) -> str:
    """Return the drawing as an address for ``<img src>``."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _bungkus(lebar: float, tinggi: float, isi: str) -> str:
    w, h = _angka(lebar), _angka(tinggi)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">{isi}</svg>'
    )


def _garis_kolom_layar(kolom: int) -> Iterator[str]:
    for k in range(1, kolom):
        x = _persen(k / kolom)
        yield f'<line x1="{x}" y1="0" x2="{x}" y2="100%" stroke="{GARIS_KOLOM}" stroke-width="1"/>'


def _garis_kolom_cetak(kolom: int, satu: float, tinggi: float) -> str:
    return "".join(
        f'<line x1="{_angka(k * satu)}" y1="0" x2="{_angka(k * satu)}" y2="{_angka(tinggi)}"'
        f' stroke="{GARIS}" stroke-width="0.5"/>'
        for k in range(1, kolom)
    )


def _simbol(jalur: Jalur, u: Ukuran, keadaan: Keadaan | None, keluarga: str) -> Iterator[str]:
    """Draw the symbol around the origin, the arrow heads that touch it and the words at its exits."""
    jenis = jalur.langkah.jenis
    w, h = u.lebar / 2, u.tinggi / 2
    isi = {Keadaan.SELESAI: ISI_SELESAI, Keadaan.BERJALAN: ISI_BERJALAN}.get(keadaan, ISI) if keadaan else ISI
    tebal = u.tebal * (2.4 if keadaan is Keadaan.BERJALAN else 1)
    cat = f'fill="{isi}" stroke="{GARIS}" stroke-width="{_angka(tebal)}"'
    if jenis is Jenis.KEPUTUSAN:
        titik = f"0,{_angka(-h)} {_angka(w)},0 0,{_angka(h)} {_angka(-w)},0"
        yield f'<polygon points="{titik}" {cat}/>'
    else:
        bulat = f' rx="{_angka(h)}" ry="{_angka(h)}"' if jenis in (Jenis.MULAI, Jenis.SELESAI) else ""
        yield (
            f'<rect x="{_angka(-w)}" y="{_angka(-h)}" width="{_angka(u.lebar)}" height="{_angka(u.tinggi)}"'
            f"{bulat} {cat}/>"
        )
    yield from _isi_simbol(jenis, u, keadaan, keluarga)
    for sisi in jalur.masuk:
        yield _kepala_panah(sisi, w, h, u)
    for sisi, kata in jalur.label:
        yield from _kata_keluar(sisi, kata, u, keluarga)


def _isi_simbol(jenis: Jenis, u: Ukuran, keadaan: Keadaan | None, keluarga: str) -> Iterator[str]:
    """Write Mulai or Selesai into a capsule; a tick tells what is done, a dot what is being done."""
    kata = {Jenis.MULAI: "Mulai", Jenis.SELESAI: "Selesai"}.get(jenis, "")
    tanda = keadaan in (Keadaan.SELESAI, Keadaan.BERJALAN)
    if kata:
        turun = u.huruf * 0.35 - (u.tinggi * 0.16 if tanda else 0)
        yield (
            f'<text x="0" y="{_angka(turun)}" font-size="{_angka(u.huruf)}" text-anchor="middle"'
            f' fill="{GARIS}"{keluarga}>{kata}</text>'
        )
    y = u.tinggi * 0.24 if kata else 0
    if keadaan is Keadaan.SELESAI:
        yield (
            f'<polyline points="-5,{_angka(y)} -1.5,{_angka(y + 3.5)} 5,{_angka(y - 4)}" fill="none"'
            f' stroke="{GARIS}" stroke-width="2"/>'
        )
    elif keadaan is Keadaan.BERJALAN:
        yield f'<circle cx="0" cy="{_angka(y)}" r="4" fill="{GARIS}"/>'


def _kepala_panah(sisi: Sisi, w: float, h: float, u: Ukuran) -> str:
    p, s = u.panah, u.panah * 0.55
    titik = {
        "atas": (0, -h, -s, -h - p, s, -h - p),
        "bawah": (0, h, -s, h + p, s, h + p),
        "kiri": (-w, 0, -w - p, -s, -w - p, s),
        "kanan": (w, 0, w + p, -s, w + p, s),
    }[sisi]
    pasang = " ".join(f"{_angka(titik[i])},{_angka(titik[i + 1])}" for i in (0, 2, 4))
    return f'<polygon points="{pasang}" fill="{GARIS}"/>'


def _kata_keluar(sisi: Sisi, kata: str, u: Ukuran, keluarga: str) -> Iterator[str]:
    """Write Ya or Tidak beside the line that leaves there, on white where it stands on a column line."""
    w, h, besar = u.lebar / 2, u.tinggi / 2, max(u.huruf * 0.9, TERKECIL)
    panjang = besar * 0.52 * len(kata)
    if sisi == "bawah":
        x, y = 3.0, h + besar * 0.75
    else:
        x, y = (w * 0.72 if sisi == "kanan" else -w * 0.72 - panjang), -h * 0.45
    yield (
        f'<rect x="{_angka(x - 0.5)}" y="{_angka(y - besar * 0.8)}" width="{_angka(panjang + 1)}"'
        f' height="{_angka(besar)}" fill="{ISI}"/>'
        f'<text x="{_angka(x)}" y="{_angka(y)}" font-size="{_angka(besar)}" fill="{GARIS}"{keluarga}>'
        f"{kata}</text>"
    )


def _angka(nilai: float) -> str:
    return f"{nilai:.2f}".rstrip("0").rstrip(".")


def _persen(bagian: float) -> str:
    return _angka(bagian * 100) + "%"
