"""The typeface of words inside drawings (SVG) on paper: svglib keeps its own map of families."""

from __future__ import annotations

import functools

from kinerja.documents.huruf import BERKAS, folder_huruf

HURUF_GAMBAR = "KinerjaGambar"
"""The ``font-family`` a drawing names; anything else would become Helvetica, which is not embedded."""


@functools.cache
def daftarkan_huruf_gambar() -> None:
    """Make ``HURUF_GAMBAR`` known to svglib, regular and bold; once a process."""
    from svglib.fonts import register_font

    register_font(HURUF_GAMBAR, str(folder_huruf() / BERKAS[False, False]))
    register_font(HURUF_GAMBAR, str(folder_huruf() / BERKAS[True, False]), weight="bold")
