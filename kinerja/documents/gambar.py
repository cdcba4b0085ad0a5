"""Small drawings inside documents, as SVG data URIs: a tick box, and the bar of a capaian.

The shapes are drawn here from numbers only; no text that people typed ever enters an SVG.
"""

from __future__ import annotations

import base64
from decimal import Decimal

from kinerja.documents.lukisan import Lukisan, svg

_KOTAK = '<rect x="1" y="1" width="14" height="14" fill="none" stroke="#000000" stroke-width="1.3"/>'
_CENTANG = (
    '<path d="M 3.2 8.6 L 6.6 12.2 L 13 3.8" fill="none" stroke="#000000" stroke-width="2.2" '
    'stroke-linecap="round"/>'
)
_LEBAR, _TINGGI = 200, 16
_SKALA = Decimal(120)
"""Percent at the right end of a bar; a capaian beyond it fills the bar and ends in a notch."""


def kotak_centang(tercentang: bool) -> str:
    """A box, ticked or empty."""
    return _uri(16, 16, _KOTAK + (_CENTANG if tercentang else ""))


def batang(persen: Decimal | None) -> str:
    """A bar from 0 to 120 percent with a mark at 100; without a number only the empty frame.

    Negative values draw nothing: the number printed beside the bar says them.
    """
    isi = f'<rect x="0" y="2" width="{_LEBAR}" height="12" fill="#eeeeee"/>'
    if persen is not None and persen > 0:
        lebar = float(min(persen, _SKALA) / _SKALA) * _LEBAR
        isi += f'<rect x="0" y="2" width="{lebar:.2f}" height="12" fill="#44546a"/>'
        if persen > _SKALA:
            isi += f'<path d="M {_LEBAR - 8} 2 L {_LEBAR} 8 L {_LEBAR - 8} 14 Z" fill="#ffffff"/>'
    seratus = float(100 / _SKALA) * _LEBAR
    isi += f'<rect x="{seratus:.2f}" y="0" width="1.4" height="16" fill="#000000"/>'
    return _uri(_LEBAR, _TINGGI, isi)


def uri_lukisan(lukisan: Lukisan) -> str:
    """A chart for xhtml2pdf; print it at its own size in points, so that its letters keep theirs."""
    return _jadi_uri(svg(lukisan))


def _uri(lebar: int, tinggi: int, isi: str) -> str:
    svg_utuh = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{lebar}" height="{tinggi}" '
        f'viewBox="0 0 {lebar} {tinggi}">{isi}</svg>'
    )
    return _jadi_uri(svg_utuh)


def _jadi_uri(svg_utuh: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg_utuh.encode("ascii")).decode("ascii")
