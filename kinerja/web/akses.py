"""Who may open a route. Every view says so by a mark; a view without one is refused to everybody."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, request
from flask_login import current_user

from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import TidakBerwenang
from kinerja.web.pengguna import masuk_dahulu

F = TypeVar("F", bound=Callable[..., Any])
_TANDA = "_akses_kinerja"
_log = logging.getLogger("kinerja.akses")

PUBLIK = "publik"
MASUK = "masuk"


def publik(view: F) -> F:
    """Open to anyone on the LAN without a login."""
    setattr(view, _TANDA, PUBLIK)
    return view


def masuk(view: F) -> F:
    """Any logged-in person; the view itself finds objects through what that person may see."""
    setattr(view, _TANDA, MASUK)
    return view


def perlu(*wewenang: Wewenang) -> Callable[[F], F]:
    """A logged-in person with one of these; others learn in a sentence whose page it is."""

    def tandai(view: F) -> F:
        setattr(view, _TANDA, frozenset(wewenang))
        return view

    return tandai


def tanda(view: Any) -> Any:
    """The mark of a view function, or None."""
    return getattr(view, _TANDA, None)


def pelaku() -> Pelaku:
    """The logged-in person as the domain knows them."""
    hasil: Pelaku = current_user.pelaku
    return hasil


def pasang(app: Flask) -> None:
    tandai_berkas_statis(app)

    @app.before_request
    def _jaga() -> Any:
        if request.endpoint is None:
            return None
        syarat = tanda(app.view_functions[request.endpoint])
        if syarat == PUBLIK:
            return None
        if not current_user.is_authenticated:
            return masuk_dahulu()
        if syarat == MASUK or (syarat and any(pelaku().boleh(w) for w in syarat)):
            return None
        _log.warning("ditolak: %s %s oleh pegawai %s", request.method, request.endpoint, pelaku().pegawai_id)
        raise TidakBerwenang("Halaman ini untuk jabatan lain. Bila Anda memerlukannya, hubungi Sekretaris.")


def tandai_berkas_statis(app: Flask) -> None:
    """Static files carry nothing of the office."""
    for nama, view in app.view_functions.items():
        if nama == "static" or nama.endswith(".static"):
            app.view_functions[nama] = publik(_bungkus(view))


def _bungkus(view: Callable[..., Any]) -> Callable[..., Any]:
    def statis(**kw: Any) -> Any:
        return view(**kw)

    return statis
