"""How many lines a text takes in a column on paper, by the widths of the typeface itself."""

from __future__ import annotations

import functools
from typing import Any

from kinerja.documents.huruf import BERKAS, folder_huruf


@functools.cache
def _huruf(tebal: bool) -> Any:
    from reportlab.pdfbase.ttfonts import TTFont

    return TTFont(f"KinerjaUkur{int(tebal)}", str(folder_huruf() / BERKAS[tebal, False]))


def lebar_teks(teks: str, ukuran: float, *, tebal: bool = False) -> float:
    """Return the width of ``teks`` in points at a font size of ``ukuran`` points."""
    return float(_huruf(tebal).stringWidth(teks, ukuran))


def jumlah_baris(teks: str, lebar: float, ukuran: float, *, tebal: bool = False) -> int:
    """Return the lines ``teks`` takes in ``lebar`` points; a word too long for a line is broken anywhere."""
    if not teks.strip():
        return 0
    spasi = lebar_teks(" ", ukuran, tebal=tebal)
    baris, terisi = 1, 0.0
    for kata in teks.split():
        panjang = lebar_teks(kata, ukuran, tebal=tebal)
        perlu = terisi + spasi + panjang if terisi else panjang
        if perlu <= lebar:
            terisi = perlu
            continue
        if terisi:
            baris += 1
        if panjang <= lebar:
            terisi = panjang
            continue
        utuh = max(lebar - ukuran, ukuran)  # a line of a broken word ends at a whole letter
        tambahan = int(panjang // utuh)
        baris += tambahan
        terisi = panjang - tambahan * utuh
    return baris


def pecah_baris(teks: str, lebar: float, ukuran: float, *, tebal: bool = False) -> list[str]:
    """Return the lines of ``teks`` in ``lebar`` points; a word too long for a line is broken anywhere."""
    hasil: list[str] = []
    for kata in teks.split():
        sisa = kata
        if hasil and lebar_teks(f"{hasil[-1]} {kata}", ukuran, tebal=tebal) <= lebar:
            hasil[-1] += f" {kata}"
            continue
        while lebar_teks(sisa, ukuran, tebal=tebal) > lebar and len(sisa) > 1:
            muat = next(
                n
                for n in range(len(sisa) - 1, 0, -1)
                if n == 1 or lebar_teks(sisa[:n], ukuran, tebal=tebal) <= lebar
            )
            hasil.append(sisa[:muat])
            sisa = sisa[muat:]
        hasil.append(sisa)
    return hasil
