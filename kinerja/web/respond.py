"""The one place that looks at htmx's headers: page or fragment, 200 or 303."""

from __future__ import annotations

from typing import Any

from flask import Response, g, make_response, redirect, render_template, request

from kinerja.domain.angka import digit_persen
from kinerja.domain.aturan import DESIMAL
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.web.jam import kantor_kini

DITOLAK = 400  # from here on a form comes back as it was typed, not as it is stored


def minta_potongan() -> bool:
    """Does htmx ask for a fragment? On history restore it wants the whole page."""
    return bool(request.headers.get("HX-Request")) and not request.headers.get("HX-History-Restore-Request")


def respond(halaman: str, potongan: str | None = None, status: int = 200, **konteks: Any) -> Response:
    """Render ``potongan`` for htmx, else the full ``halaman`` with the same context.

    Percentages carry the digits of the office; a page about a report (``isi``) those it was made with.
    """
    g.ditolak = status >= DITOLAK
    office = kantor_kini()
    bawaan, isi = office.desimal if office else DESIMAL, konteks.get("isi")
    with digit_persen(isi.aturan.desimal if isinstance(isi, IsiLaporan) else bawaan):
        if potongan and minta_potongan():
            badan = render_template(potongan, **konteks) + render_template("_oob.html")
        else:
            badan = render_template(halaman, **konteks)
    jawab = make_response(badan, status)
    jawab.vary.add("HX-Request")
    return jawab


def pindah(url: str) -> Response:
    """After a successful act: 303 for plain HTML, ``HX-Redirect`` for htmx."""
    if minta_potongan():
        jawab = make_response("", 204)
        jawab.headers["HX-Redirect"] = url
    else:
        jawab = make_response(redirect(url, 303))
    jawab.vary.add("HX-Request")
    return jawab


def tersimpan(url: str, potongan: str, **konteks: Any) -> Response:
    """After saving one part of a longer page: that part anew for htmx, 303 to the page for plain HTML."""
    return respond(potongan, potongan, **konteks) if minta_potongan() else pindah(url)
