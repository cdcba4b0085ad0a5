"""The database itself: typed base class, column types, and how a transaction begins.

SQLite notes, measured in this stack: the library shipped with Python may have the WAL-reset bug, so the
journal is DELETE with synchronous EXTRA unless the version is a fixed one; a deferred transaction that reads
and then writes fails at once under contention, so whoever means to write begins IMMEDIATE.
"""

from __future__ import annotations

import enum
import json
import sqlite3
from contextvars import ContextVar
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Engine, Enum, MetaData, String, Text, event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import DeclarativeBase, Session, registry
from sqlalchemy.types import TypeDecorator

# True while the code that runs means to write: the next transaction takes the write lock from its start.
menulis: ContextVar[bool] = ContextVar("menulis", default=False)


def _nilai(pilihan: type[enum.Enum]) -> list[str]:
    return [str(satu.value) for satu in pilihan]


class Model(DeclarativeBase):
    """Base of every table; constraint names are fixed so that migrations can name them.

    Choices are stored as the plain words they stand for, so a row reads without the program.
    """

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    registry = registry(
        metadata=metadata,
        type_annotation_map={
            enum.Enum: Enum(enum.Enum, native_enum=False, length=40, values_callable=_nilai)
        },
    )


db = SQLAlchemy(model_class=Model, session_options={"expire_on_commit": False})


class Waktu(TypeDecorator[datetime]):
    """An instant: aware UTC in Python, naive UTC in the database."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


class Desimal(TypeDecorator[Decimal]):
    """An exact decimal, kept as text: SQLite would turn NUMERIC into a float."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Any) -> str | None:
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: Any) -> Decimal | None:
        return None if value is None else Decimal(value)


class Json(TypeDecorator[Any]):
    """A JSON value as canonical text (sorted keys, no float)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Any) -> str | None:
        return None if value is None else json_kanonik(value)

    def process_result_value(self, value: str | None, dialect: Any) -> Any:
        return None if value is None else json.loads(value, parse_float=Decimal)


def json_kanonik(nilai: Any) -> str:
    """Sorted keys, no spaces, real letters; Decimal and time as text."""
    return json.dumps(nilai, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)


def wal_aman(versi: tuple[int, ...]) -> bool:
    """Is this SQLite free of the WAL-reset bug (fixed in 3.51.3, 3.50.7 and 3.44.6)?"""
    return versi >= (3, 51, 3) or (3, 50, 7) <= versi < (3, 51, 0) or (3, 44, 6) <= versi < (3, 45, 0)


@event.listens_for(Engine, "connect")
def _siapkan_sqlite(koneksi: Any, _rekam: Any) -> None:
    if not isinstance(koneksi, sqlite3.Connection):
        return
    koneksi.isolation_level = None  # we say BEGIN ourselves, below
    if wal_aman(sqlite3.sqlite_version_info):
        koneksi.execute("PRAGMA journal_mode=WAL")
        koneksi.execute("PRAGMA synchronous=FULL")
    else:
        koneksi.execute("PRAGMA journal_mode=DELETE")
        koneksi.execute("PRAGMA synchronous=EXTRA")
    koneksi.execute("PRAGMA foreign_keys=ON")
    koneksi.execute("PRAGMA busy_timeout=10000")


@event.listens_for(Engine, "begin")
def _mulai_transaksi(koneksi: Connection) -> None:
    if koneksi.dialect.name == "sqlite":
        koneksi.exec_driver_sql("BEGIN IMMEDIATE" if menulis.get() else "BEGIN")


def lepas(sesi: Session) -> None:
    """End the running transaction so that slow work (a render, a hash) never holds the write lock.

    Nothing may have been written yet; loaded objects stay readable, the next statement begins anew.
    """
    if sesi.new or sesi.dirty or sesi.deleted:
        raise RuntimeError("lepas() setelah menulis")
    sesi.commit()
