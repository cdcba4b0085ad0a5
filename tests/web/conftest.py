"""The filled office (tests/kantor_penuh.py), built once and copied anew for each test."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kinerja.models import db
from tests.isian_formulir import SEMUA, Formulir, Isian, Kiriman, kiriman
from tests.kantor_penuh import Nomor, bangun_penuh

Masuk = Callable[[str], FlaskClient]
# endpoint → a right filling, the form it comes from, the database after that look; read once for all tests
_TERBACA: dict[str, tuple[Kiriman, Formulir | None, bytes]] = {}


def _koneksi() -> sqlite3.Connection:
    mentah = db.engine.raw_connection()
    hasil = mentah.driver_connection
    mentah.close()
    assert isinstance(hasil, sqlite3.Connection)
    return hasil


@dataclass(frozen=True)
class KantorPenuh:
    """``nomor``: the ids of its things by name."""

    app: Flask
    nomor: Nomor
    _cetakan: sqlite3.Connection
    _terakhir: dict[int, bytes] = field(default_factory=dict)  # rows changed so far → the database then

    def pulihkan(self, isi: bytes | None = None) -> None:
        """Back to the office as it was built, or as it was when ``isi()`` gave these bytes."""
        self._terakhir.clear()
        with self.app.app_context(), closing(sqlite3.connect(":memory:")) as lama:
            db.session.remove()
            if isi is not None:
                lama.deserialize(isi)
            (self._cetakan if isi is None else lama).backup(_koneksi())

    def alamat(self, pola: str) -> str:
        """``/tugas/{tw3_2}`` → ``/tugas/14``."""
        return pola.format(**self.nomor)

    def isi(self) -> bytes:
        """The whole database as bytes: equal when nothing was written (SQLite's own counters left aside)."""
        with self.app.app_context():
            koneksi = _koneksi()
        if koneksi.total_changes not in self._terakhir:
            isi = bytearray(koneksi.serialize())
            for awal, akhir in ((24, 28), (40, 44), (92, 100)):
                isi[awal:akhir] = bytes(akhir - awal)
            self._terakhir.clear()
            self._terakhir[koneksi.total_changes] = bytes(isi)
        return self._terakhir[koneksi.total_changes]

    def memuat(self, teks: str) -> bool:
        """Does any cell of any table hold this text exactly, or as a string inside JSON?"""
        di_json = json.dumps(teks, ensure_ascii=False)
        with self.app.app_context():
            koneksi = _koneksi()
            for (nama,) in koneksi.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                for baris in koneksi.execute(f'SELECT * FROM "{nama}"'):
                    if any(isinstance(s, str) and (s == teks or di_json in s) for s in baris):
                        return True
        return False


@pytest.fixture(scope="session")
def _penuh(_aplikasi: Flask, _cetakan: sqlite3.Connection, tmp_path_factory: Any) -> Any:
    """The filled database, its files, its ids."""
    data: Path = tmp_path_factory.mktemp("penuh")
    with _aplikasi.app_context():
        _cetakan.backup(_koneksi())
        db.session.remove()
        nomor = bangun_penuh(db.session(), data)
        db.session.commit()
        cetakan = sqlite3.connect(":memory:", check_same_thread=False)
        _koneksi().backup(cetakan)
        cetakan.execute("VACUUM")  # no free pages: what lies in them is not restored when an act is undone
        db.session.remove()
    return cetakan, data, nomor


@pytest.fixture
def penuh(_penuh: Any, aplikasi: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[KantorPenuh]:
    """The application with the filled office; everybody of the cast has an open session (``masuk``)."""
    cetakan, data, nomor = _penuh
    monkeypatch.setitem(aplikasi.config, "DATA", data)
    kantor = KantorPenuh(aplikasi, nomor, cetakan)
    kantor.pulihkan()
    yield kantor
    shutil.rmtree(data / "trust", ignore_errors=True)  # the folder lives as long as the worker


def terbaca(penuh: KantorPenuh, masuk: Masuk, satu: Isian) -> tuple[Kiriman, Formulir | None, bytes]:
    """A form of the filled office as its page gives it; the database may have to be restored afterwards."""
    if satu.titik not in _TERBACA:
        penuh.pulihkan()
        _TERBACA[satu.titik] = (*kiriman(satu, penuh.nomor, masuk(satu.siapa)), penuh.isi())
    return _TERBACA[satu.titik]


@pytest.fixture
def isian(penuh: KantorPenuh, masuk: Masuk) -> dict[str, Kiriman]:
    """Endpoint → a right filling of its form."""
    hasil = {satu.titik: terbaca(penuh, masuk, satu)[0] for satu in SEMUA}
    penuh.pulihkan()
    return hasil
