"""The application for a verb of the command line: data folder, database at its newest version."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from flask import Flask
from sqlalchemy.exc import DatabaseError

from kinerja import create_app
from kinerja.config import KonfigurasiSalah
from kinerja.models.basis_data import menulis

pilihan_data = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Folder data (bawaan: ./instance, atau KINERJA_DATA).",
)


def aplikasi(data: Path | None, ubah: dict[str, Any] | None = None) -> Flask:
    """``create_app`` with its complaints as one line for the console."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    os.umask(0o077)  # what the office writes is nobody else's on this machine
    try:
        return create_app(data, ubah)
    except (KonfigurasiSalah, PermissionError, FileExistsError, NotADirectoryError) as salah:
        raise click.ClickException(str(salah)) from None


def mutakhirkan(app: Flask) -> None:
    """Bring the database to the newest version; refuses one made by a newer kinerja."""
    from alembic import command
    from alembic.util import CommandError

    try:
        with app.app_context():
            menulis.set(True)
            command.upgrade(app.extensions["migrate"].migrate.get_config(), "head")
    except CommandError as salah:
        raise click.ClickException(
            f"Basis data ini dibuat oleh versi kinerja yang lebih baru atau lain ({salah})."
        ) from None
    except DatabaseError as salah:
        raise click.ClickException(f"Basis data tidak dapat dibuka: {salah.orig}") from None
    finally:
        menulis.set(False)
        tutup(app)


def pastikan_ada(data: Path | None) -> None:
    """Refuse a folder without a SQLite office before anything is created in it."""
    folder = data or Path(os.environ.get("KINERJA_DATA", "instance"))
    if "KINERJA_SQLALCHEMY_DATABASE_URI" not in os.environ and not (folder / "kinerja.db").is_file():
        raise click.ClickException(f"Tidak ada kantor di {folder}. Siapkan dahulu dengan: kinerja init")


def tutup(app: Flask) -> None:
    """Close the database connections of this process's application."""
    from kinerja.models import db

    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def dalam_transaksi(app: Flask, kerja: Callable[[Any, datetime], Any]) -> Any:
    """Run ``kerja(sesi, kini)`` in one writing transaction and commit it."""
    from kinerja.models import db

    with app.app_context():
        menulis.set(True)
        try:
            hasil = kerja(db.session(), datetime.now(UTC))
            db.session.commit()
        finally:
            db.session.rollback()
            menulis.set(False)
    tutup(app)
    return hasil
