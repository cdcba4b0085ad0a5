"""An office made by ``kinerja init``, with files in its archive."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kinerja.archive.gudang import simpan
from tests.cli.test_perintah import jalankan


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An office with three files in its archive."""
    folder = tmp_path / "kantor"
    assert jalankan("init", "--data", str(folder)).exit_code == 0
    with sqlite3.connect(folder / "kinerja.db") as koneksi:
        for isi in (b"%PDF-satu", b"%PDF-dua", b"%PDF-tiga"):
            sumber = folder / "unggahan"
            sumber.write_bytes(isi)
            with sumber.open("rb") as aliran:
                hasil = simpan(folder, aliran, 1000)
            koneksi.execute(
                "INSERT INTO berkas (sha256, ukuran, jenis, nama, diterima_pada) "
                "VALUES (?, ?, 'application/pdf', ?, '2026-10-08')",
                (hasil.sha256, hasil.ukuran, f"{isi[5:].decode()}.pdf"),
            )
    sumber.unlink()
    return folder
