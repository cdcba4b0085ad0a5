"""Settings: defaults, then ``config.py`` in the data folder, then ``KINERJA_…`` environment variables."""

from __future__ import annotations

import os
import secrets
import stat
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask

from kinerja.domain.surel import baca_smtp

MB = 1024 * 1024
PANJANG_KUNCI = 32


class KonfigurasiSalah(Exception):
    """The data folder or a setting is not fit to start with; the message says what to do."""


def bawaan(data: Path) -> dict[str, Any]:
    """The defaults for a data folder."""
    return {
        "DATA": data,
        "SQLALCHEMY_DATABASE_URI": f"sqlite:///{(data / 'kinerja.db').as_posix()}",
        "SESSION_COOKIE_NAME": "kinerja",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_TIME_LIMIT": None,  # bound to the session: a long form never goes stale
        "MAX_CONTENT_LENGTH": 25 * MB,
        "MAX_FORM_MEMORY_SIZE": 2 * MB,
        "MAX_FORM_PARTS": 2000,
        "BOOTSTRAP_SERVE_LOCAL": True,
        "HTTPS": False,
        "PROXY": 0,  # how many proxies stand before us; 0: X-Forwarded-* are ignored
        "SMTP_URL": "",  # empty: no e-mail; else smtp://user:password@host:port?from=name@office
        "ALAMAT": "",  # how people reach this office, for the link in a mail; empty: as served
        "SESI_DIAM": timedelta(minutes=30),
        "SESI_PALING_LAMA": timedelta(hours=12),
    }


def siapkan(app: Flask, data: Path | None, ubah: dict[str, Any] | None) -> None:
    """Fill ``app.config``; makes the data folder and the secret key where they are missing."""
    folder = (data or Path(os.environ.get("KINERJA_DATA", "instance"))).resolve()
    app.config.update(bawaan(folder))
    app.config.from_pyfile(str(folder / "config.py"), silent=True)
    app.config.from_prefixed_env("KINERJA")
    app.config.update(ubah or {})
    app.config["DATA"] = folder
    folder.mkdir(parents=True, exist_ok=True)
    if not app.config.get("SECRET_KEY"):
        app.config["SECRET_KEY"] = kunci_rahasia(folder / "kunci")
    if len(str(app.config["SECRET_KEY"])) < PANJANG_KUNCI:
        raise KonfigurasiSalah("SECRET_KEY terlalu pendek: paling sedikit 32 tanda.")
    if app.config["SMTP_URL"]:
        try:
            baca_smtp(app.config["SMTP_URL"])
        except ValueError as salah:
            raise KonfigurasiSalah(f"KINERJA_SMTP_URL tidak dapat dibaca: {salah}.") from None
    app.config["SESSION_COOKIE_SECURE"] = bool(app.config["HTTPS"])


def kunci_rahasia(berkas: Path) -> str:
    """The secret key of this install, made once (0600); refused when others on the machine can read it."""
    try:
        pegangan = os.open(berkas, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        if os.name == "posix" and stat.S_IMODE(berkas.stat().st_mode) & 0o077:
            raise KonfigurasiSalah(
                f"{berkas} dapat dibaca orang lain; jalankan: chmod 600 {berkas}"
            ) from None
        kunci = berkas.read_text(encoding="ascii").strip()
        if len(kunci) < PANJANG_KUNCI:
            raise KonfigurasiSalah(f"{berkas} rusak: kunci terlalu pendek.") from None
        return kunci
    kunci = secrets.token_hex(PANJANG_KUNCI)
    with os.fdopen(pegangan, "w", encoding="ascii") as tulis:
        tulis.write(kunci)
    return kunci
