"""Alembic environment: the application's own engine and metadata."""

from __future__ import annotations

from alembic import context
from flask import current_app

from kinerja.models import db


def jalankan() -> None:
    """Run the migrations online, on the app's engine, in one transaction."""
    mesin = current_app.extensions["migrate"].db.engine
    with mesin.connect() as koneksi:
        context.configure(
            connection=koneksi,
            target_metadata=db.metadata,
            render_as_batch=True,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()


jalankan()
