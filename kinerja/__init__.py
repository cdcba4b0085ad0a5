"""kinerja: the office's SOP sheet is the program. ``create_app`` wires everything, here and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from flask import Flask
from flask_bootstrap import Bootstrap5
from flask_migrate import Migrate

from kinerja import config

__version__ = "0.1.0"

_PAKET = Path(__file__).resolve().parent


def folder_sumber(nama: str) -> Path:
    """``templates`` or ``static``: beside the package in a checkout, inside it in a wheel."""
    dalam = _PAKET / nama
    return dalam if dalam.is_dir() else _PAKET.parent / nama


def create_app(data: Path | None = None, ubah: dict[str, Any] | None = None) -> Flask:
    """The application for one data folder (default ``./instance`` or ``KINERJA_DATA``).

    ``ubah`` overrides settings last; tests use it. Raises ``config.KonfigurasiSalah`` with a message for
    the one who installs.
    """
    app = Flask(
        "kinerja",
        template_folder=str(folder_sumber("templates")),
        static_folder=str(folder_sumber("static")),
    )
    config.siapkan(app, data, ubah)

    from kinerja.models import db
    from kinerja.web import pasang

    db.init_app(app)
    Migrate(app, db, directory=str(_PAKET / "migrations"), render_as_batch=True)
    Bootstrap5(app)
    pasang(app)
    return app
