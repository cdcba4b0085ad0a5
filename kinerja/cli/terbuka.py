"""The application of a folder that is only read: a backup, a disc, an office of an earlier version."""

from __future__ import annotations

import secrets
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
from flask import Flask

from kinerja.cli.aplikasi import aplikasi, mutakhirkan, tutup


@contextmanager
def terbuka(data: Path | None, hanya_baca: bool) -> Iterator[tuple[Flask, bool]]:
    """The application of a folder, and whether something may be noted in it.

    A database of an earlier version (an old backup) is brought up to date in a copy, itself untouched.
    """
    # who only reads needs no key, and a copy on a disc may lack it
    app = aplikasi(data, {"SECRET_KEY": secrets.token_hex(32)} if hanya_baca else None)
    try:
        if not _lama(app):
            yield app, not hanya_baca
            return
    finally:
        tutup(app)
    click.echo("Basis data dari versi kinerja yang lebih lama: diperiksa lewat salinan.", err=True)
    with tempfile.TemporaryDirectory(prefix="kinerja-") as folder:
        salinan = Path(folder) / "kinerja.db"
        asal = f"{(app.config['DATA'] / 'kinerja.db').as_uri()}?mode=ro"
        with closing(sqlite3.connect(asal, uri=True)) as dari, closing(sqlite3.connect(salinan)) as ke:
            dari.backup(ke)
        alamat = f"sqlite:///{salinan.as_posix()}"
        baru = aplikasi(data, {"SECRET_KEY": app.config["SECRET_KEY"], "SQLALCHEMY_DATABASE_URI": alamat})
        mutakhirkan(baru)
        try:
            yield baru, False
        finally:
            tutup(baru)


def _lama(app: Flask) -> bool:
    """Does this SQLite database wait for a migration? One made by a newer kinerja is refused."""
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    from kinerja.models import db

    with app.app_context():
        if db.engine.dialect.name != "sqlite":
            return False
        with db.engine.connect() as koneksi:
            kini = MigrationContext.configure(koneksi).get_current_revision()
        naskah = ScriptDirectory.from_config(app.extensions["migrate"].migrate.get_config())
    if kini is None or kini == naskah.get_current_head():
        return False
    if kini not in {satu.revision for satu in naskah.walk_revisions()}:
        raise click.ClickException(
            f"Basis data ini dibuat oleh versi kinerja yang lebih baru atau lain ({kini})."
        )
    return True
