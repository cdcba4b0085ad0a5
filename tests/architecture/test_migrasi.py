"""The migrations build exactly the tables of the models."""

from __future__ import annotations

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask_migrate import upgrade
from sqlalchemy import text

from kinerja import create_app
from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.catatan import TOLAK_UBAH


def test_migrations_and_models_agree(tmp_path: Path) -> None:
    app = create_app(tmp_path)
    with app.app_context():
        menulis.set(True)
        upgrade()
        menulis.set(False)
        with db.engine.connect() as koneksi:
            beda = compare_metadata(
                MigrationContext.configure(koneksi, opts={"compare_type": True}), db.metadata
            )
            pelatuk = set(
                koneksi.execute(text("SELECT sql FROM sqlite_master WHERE type='trigger'")).scalars()
            )
    assert beda == []
    assert pelatuk == set(TOLAK_UBAH)
