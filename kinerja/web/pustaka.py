"""Third-party scripts served from the packages that ship them, and addresses of static files that change with
their bytes (so that a browser never mixes an old stylesheet with a new page)."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from flask import Blueprint, current_app, send_file, url_for
from werkzeug.wrappers import Response

from kinerja.web.akses import publik

bp = Blueprint("pustaka", __name__, url_prefix="/pustaka")
_HTMX = Path(str(files("js_lib_htmx"))) / "static" / "htmx" / "htmx.min.js"


@bp.get("/htmx.min.js")
@publik
def htmx() -> Response:
    """htmx 2 as its package ships it."""
    return send_file(_HTMX, mimetype="text/javascript")


def berkas_statis(nama: str) -> str:
    """URL of ``htmx`` or of a file under static/, with a mark of its content."""
    if nama == "htmx":
        return url_for("pustaka.htmx", v=version("django-js-lib-htmx"))
    berkas = Path(current_app.static_folder or "") / nama
    return url_for("static", filename=nama, v=_cap(berkas, berkas.stat().st_mtime_ns))


@lru_cache(maxsize=32)
def _cap(berkas: Path, _berubah: int) -> str:
    return hashlib.sha256(berkas.read_bytes()).hexdigest()[:10]
