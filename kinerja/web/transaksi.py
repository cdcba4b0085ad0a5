"""A request that may write takes SQLite's write lock from its first statement (see models.basis_data)."""

from __future__ import annotations

from flask import Flask, request

from kinerja.models.basis_data import db, menulis

AMAN = frozenset({"GET", "HEAD", "OPTIONS"})


def pasang(app: Flask) -> None:
    @app.before_request
    def _pilih() -> None:
        menulis.set(request.method not in AMAN)

    @app.teardown_request
    def _selesai(_galat: BaseException | None) -> None:
        db.session.rollback()
        menulis.set(False)
