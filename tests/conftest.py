"""Shared fixtures: one application per run, its in-memory database copied anew for each test."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja import create_app
from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.pegawai import Pegawai
from kinerja.models.sesi import Sesi
from kinerja.operations import orang
from kinerja.operations.masuk import hash_token
from tests.kantor_uji import bangun

# A day in October 2026: triwulan III has ended, so its first step is open.
HARI_UJI = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)


# Passwords are hashed cheaply here, some hundred times; what the product uses has a test of its own.
METODE_SANDI = orang.METODE_SANDI
orang.METODE_SANDI = "scrypt:1024:8:1"
orang._HASH_SEMU = orang.hash_sandi("tanpa akun")

# What takes long all together and is left out of `make test-cepat`: really printing (a child process each), and
# the walks over every route, role, form and statement.
LAMBAT = (
    "tests/cli/test_verify_pdf.py",
    "tests/documents/",
    "tests/operations/test_impor",
    "tests/operations/test_serentak",
    "tests/operations/test_utuh",
    "tests/web/test_csrf.py",
    "tests/web/test_hak_rute.py",
    "tests/web/test_halaman.py",
    "tests/web/test_kantor_baru.py",
    "tests/web/test_keamanan.py",
    "tests/web/test_objek_orang_lain.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for butir in items:
        if any(folder in butir.path.as_posix() for folder in LAMBAT):
            butir.add_marker(pytest.mark.lambat)


def buat_aplikasi(folder: Path, **ubah: object) -> Flask:
    """An application on an in-memory database, without CSRF (which has tests of its own)."""
    return create_app(
        folder, {"TESTING": True, "WTF_CSRF_ENABLED": False, "SQLALCHEMY_DATABASE_URI": "sqlite://", **ubah}
    )


def _koneksi(app: Flask) -> sqlite3.Connection:
    mentah = db.engine.raw_connection()
    hasil = mentah.driver_connection
    mentah.close()
    assert isinstance(hasil, sqlite3.Connection)
    return hasil


@pytest.fixture(scope="session")
def _aplikasi(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    return buat_aplikasi(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="session")
def _cetakan(_aplikasi: Flask) -> sqlite3.Connection:
    """The filled database every test starts from."""
    with _aplikasi.app_context():
        db.create_all()
        bangun(db.session())
        db.session.commit()
        cetakan = sqlite3.connect(":memory:", check_same_thread=False)
        _koneksi(_aplikasi).backup(cetakan)
    return cetakan


@pytest.fixture
def aplikasi(
    _aplikasi: Flask, _cetakan: sqlite3.Connection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Flask]:
    """The application with a fresh copy of the office, an empty data folder and the office day HARI_UJI."""
    monkeypatch.setitem(_aplikasi.config, "DATA", tmp_path)
    monkeypatch.setattr("kinerja.web.jam.waktu_nyata", lambda: HARI_UJI)
    monkeypatch.setattr("kinerja.web.pengguna.waktu_nyata", lambda: HARI_UJI)
    with _aplikasi.app_context():
        _cetakan.backup(_koneksi(_aplikasi))
        db.session.remove()
    yield _aplikasi
    menulis.set(False)


@pytest.fixture
def sesi(aplikasi: Flask) -> Iterator[Session]:
    """A database session for tests of operations."""
    with aplikasi.app_context():
        yield db.session()
        db.session.rollback()


@pytest.fixture
def masuk(aplikasi: Flask) -> Callable[[str], FlaskClient]:
    """``masuk("camat")`` → a client logged in as that person."""

    def buka(nama_pengguna: str) -> FlaskClient:
        klien = aplikasi.test_client()
        token = f"token-uji-{nama_pengguna}"
        with aplikasi.app_context():
            ada = db.session.execute(select(Sesi).where(Sesi.token_hash == hash_token(token))).first()
            if ada is None:
                orang = db.session.execute(
                    select(Pegawai).where(Pegawai.nama_pengguna == nama_pengguna)
                ).scalar_one()
                db.session.add(
                    Sesi(
                        token_hash=hash_token(token),
                        pegawai_id=orang.id,
                        dibuat_pada=HARI_UJI,
                        terlihat_pada=HARI_UJI,
                    )
                )
                db.session.commit()
        with klien.session_transaction() as kue:
            kue["_user_id"] = token
        return klien

    return buka


@pytest.fixture
def umum(aplikasi: Flask) -> FlaskClient:
    """A client nobody has logged in with."""
    return aplikasi.test_client()
