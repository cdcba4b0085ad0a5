"""A request that may write takes SQLite's write lock from its first statement (see models.basis_data)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from flask import Flask, request
from sqlalchemy.orm import Session

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


def pembuka(app: Flask) -> Callable[[bool], AbstractContextManager[Session]]:
    """Sessions for what runs outside of requests (True: a writing one, committed at its end)."""

    @contextmanager
    def buka(tulis: bool) -> Iterator[Session]:
        with app.app_context():
            menulis.set(tulis)
            try:
                yield db.session()
                if tulis:
                    db.session.commit()
            finally:
                db.session.rollback()
                menulis.set(False)

    return buka
