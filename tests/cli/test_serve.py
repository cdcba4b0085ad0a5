"""What the server does with the set-up code of a new office and with the headers of a proxy."""

from __future__ import annotations

import sqlite3
import urllib.request
from pathlib import Path

import pytest
from flask import Flask, request

from kinerja.cli.aplikasi import aplikasi, dalam_transaksi
from kinerja.cli.serve import _pastikan_terpasang, buka
from kinerja.operations.orang import SIAPKAN, pakai_kode
from tests.cli.test_perintah import KODE, jalankan
from tests.peladen import melayani


def test_the_code_that_init_printed_still_serves_after_the_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kode = KODE.search(jalankan("init", "--data", str(tmp_path)).output)
    assert kode is not None
    app = aplikasi(tmp_path)
    _pastikan_terpasang(app)
    assert "masih berlaku" in capsys.readouterr().out
    baris = dalam_transaksi(app, lambda sesi, kini: pakai_kode(sesi, kode[0], SIAPKAN, kini))
    assert baris.dipakai_pada is not None


def test_a_start_without_a_valid_code_prints_a_new_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    jalankan("init", "--data", str(tmp_path))
    with sqlite3.connect(tmp_path / "kinerja.db") as koneksi:
        koneksi.execute("UPDATE kode_sekali SET kedaluwarsa_pada = '2020-01-01 00:00:00'")
    _pastikan_terpasang(aplikasi(tmp_path))
    assert KODE.search(capsys.readouterr().out)


@pytest.mark.parametrize(("proxy", "terlihat"), [(0, "-"), (1, "10.1.2.3")])
def test_a_proxys_headers_reach_the_application_only_where_one_is_set(proxy: int, terlihat: str) -> None:
    app = Flask("coba")
    app.config.update(PROXY=proxy, MAX_CONTENT_LENGTH=1000)
    app.add_url_rule("/", view_func=lambda: request.headers.get("X-Forwarded-For", "-"))
    with melayani(buka(app, "127.0.0.1", 0)) as alamat:
        minta = urllib.request.Request(f"{alamat}/", headers={"X-Forwarded-For": "10.1.2.3"})
        with urllib.request.urlopen(minta, timeout=10) as jawab:
            assert jawab.read().decode() == terlihat
