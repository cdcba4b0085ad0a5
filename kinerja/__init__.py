"""kinerja: the office's SOP sheet is the program. ``create_app`` wires everything, here and nowhere else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from flask import Flask

__version__ = "0.1.0"


def create_app(data: Path | None = None, ubah: dict[str, Any] | None = None) -> Flask:
    """The application for one data folder (default ``./instance`` or ``KINERJA_DATA``).

    ``ubah`` overrides settings last; tests use it. Raises ``config.KonfigurasiSalah`` with a message for
    the one who installs. The imports stand here because a process that only draws a PDF imports this
    package too and needs none of them.
    """
    from flask import Flask
    from flask_bootstrap import Bootstrap5
    from flask_migrate import Migrate

    from kinerja import config
    from kinerja.models import db
    from kinerja.sumber import PAKET, folder_sumber
    from kinerja.web import pasang

    app = Flask(
        "kinerja",
        template_folder=str(folder_sumber("templates")),
        static_folder=str(folder_sumber("static")),
    )
    config.siapkan(app, data, ubah)
    db.init_app(app)
    Migrate(app, db, directory=str(PAKET / "migrations"), render_as_batch=True)
    Bootstrap5(app)
    pasang(app)
    return app
