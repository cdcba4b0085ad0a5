"""Settings: defaults, ``config.py`` in the data folder, environment, the secret key; the office's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from flask import Flask

from kinerja import create_app
from kinerja.config import KonfigurasiSalah
from kinerja.models import db
from kinerja.models.basis_data import wal_aman
from kinerja.models.kantor import kantor
from kinerja.web import jam
from tests.conftest import HARI_UJI


def test_config_py_in_the_data_folder_changes_a_setting_and_the_environment_has_the_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.py").write_text("HTTPS = True\nMAX_FORM_PARTS = 30\n")
    monkeypatch.setenv("KINERJA_MAX_FORM_PARTS", "45")
    app = create_app(tmp_path)
    assert app.config["SESSION_COOKIE_SECURE"] is True
    assert app.config["MAX_FORM_PARTS"] == 45
    assert "max-age=" in app.test_client().get("/masuk").headers["Strict-Transport-Security"]


def test_the_data_folder_can_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KINERJA_DATA", str(tmp_path / "kantor"))
    assert create_app().config["DATA"] == tmp_path / "kantor"
    assert (tmp_path / "kantor" / "kunci").is_file()


def test_the_secret_key_is_made_once_and_long(tmp_path: Path) -> None:
    satu, dua = create_app(tmp_path), create_app(tmp_path)
    assert satu.config["SECRET_KEY"] == dua.config["SECRET_KEY"]
    assert len(satu.config["SECRET_KEY"]) == 64


@pytest.mark.parametrize("isi", ["pendek", ""])
def test_a_short_key_is_refused(tmp_path: Path, isi: str) -> None:
    kunci = tmp_path / "kunci"
    kunci.write_text(isi)
    kunci.chmod(0o600)
    with pytest.raises(KonfigurasiSalah, match="terlalu pendek"):
        create_app(tmp_path)
    with pytest.raises(KonfigurasiSalah, match="paling sedikit 32"):
        create_app(tmp_path / "lain", {"SECRET_KEY": "x" * 31})


def test_the_office_date_of_an_example_stands_still_while_the_time_of_day_runs(aplikasi: Flask) -> None:
    with aplikasi.test_request_context():
        assert jam.sekarang() == HARI_UJI
    with aplikasi.test_request_context():
        kantor(db.session()).tanggal_contoh = date(2025, 3, 31)
        db.session.flush()
        assert jam.sekarang() == datetime(2025, 3, 31, 2, 0, tzinfo=UTC)
        assert jam.hari_ini() == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("versi", "aman"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((4, 0, 0), True),
    ],
)
def test_wal_is_used_only_where_sqlite_is_free_of_its_bug(versi: tuple[int, ...], aman: bool) -> None:
    assert wal_aman(versi) is aman
