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
from kinerja.models.kekal import TOLAK_GANTI, TOLAK_HAPUS
from kinerja.models.teks_dokumen import BUAT_INDEKS, INDEKS, PELATUK_INDEKS

# FTS5 keeps its index in tables of its own beside the virtual one; they are its business, not the models'.
BAYANGAN = {f"{INDEKS}_{akhir}" for akhir in ("data", "idx", "docsize", "config")}


def test_migrations_and_models_agree(tmp_path: Path) -> None:
    app = create_app(tmp_path)
    with app.app_context():
        menulis.set(True)
        upgrade()
        menulis.set(False)
        with db.engine.connect() as koneksi:
            beda = compare_metadata(
                MigrationContext.configure(
                    koneksi, opts={"compare_type": True, "include_name": _milik_model}
                ),
                db.metadata,
            )
            indeks = dict(
                koneksi.execute(
                    text(f"SELECT name, sql FROM sqlite_master WHERE type='table' AND name LIKE '{INDEKS}%'")
                ).all()
            )
            pelatuk = set(
                koneksi.execute(text("SELECT sql FROM sqlite_master WHERE type='trigger'")).scalars()
            )
    assert beda == []
    assert pelatuk == {*TOLAK_UBAH, *PELATUK_INDEKS, *TOLAK_HAPUS.values(), *TOLAK_GANTI.values()}
    assert set(indeks) == {INDEKS, *BAYANGAN}
    assert indeks[INDEKS] == BUAT_INDEKS


def _milik_model(nama: str | None, jenis: str, _induk: object) -> bool:
    return not (jenis == "table" and nama in {INDEKS, *BAYANGAN})
