"""The login: Flask-Login on top of server-side sessions. The cookie holds a random token and nothing else."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, current_app, flash, g, jsonify, redirect, request, session, url_for
from flask_login import LoginManager, UserMixin
from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Pelaku
from kinerja.models.basis_data import db, menulis
from kinerja.models.pegawai import Pegawai
from kinerja.models.sesi import Sesi
from kinerja.operations.masuk import hash_token
from kinerja.operations.orang import pelaku_dari
from kinerja.web.jam import hari_ini, waktu_nyata

PERBARUI_DETIK = 60  # write "last seen" at most this often


class Pengguna(UserMixin):  # type: ignore[misc]
    """A logged-in person: the row, the session and the posts held today."""

    def __init__(self, pegawai: Pegawai, sesi: Sesi, pelaku: Pelaku, token: str) -> None:
        self.pegawai = pegawai
        self.sesi = sesi
        self.pelaku = pelaku
        self._token = token

    def get_id(self) -> str:
        return self._token


def pasang(app: Flask) -> None:
    login = LoginManager()
    login.session_protection = None  # it hashes X-Forwarded-For, which anyone can send
    login.init_app(app)
    login.user_loader(_muat)
    login.unauthorized_handler(masuk_dahulu)


_SESI = select(Sesi).options(joinedload(Sesi.pegawai)).where(Sesi.token_hash == bindparam("token"))


def _muat(token: str) -> Pengguna | None:
    sesi = db.session.execute(_SESI, {"token": hash_token(token)}).scalar_one_or_none()
    kini = waktu_nyata()
    if sesi is None or not _berlaku(sesi, kini) or not sesi.pegawai.aktif:
        session.pop("_user_id", None)
        return None
    _perbarui(sesi, kini)
    return Pengguna(
        sesi.pegawai, sesi, pelaku_dari(db.session(), sesi.pegawai, hari_ini(), str(sesi.id)), token
    )


def _berlaku(sesi: Sesi, kini: datetime) -> bool:
    if sesi.dicabut_pada is not None:
        return False
    diam = kini - sesi.terlihat_pada
    umur = kini - sesi.dibuat_pada
    aturan = current_app.config
    return bool(diam <= aturan["SESI_DIAM"] and umur <= aturan["SESI_PALING_LAMA"])


def _perbarui(sesi: Sesi, kini: datetime) -> None:
    """Move "last seen" forward, in a short write of its own before the view begins."""
    if (kini - sesi.terlihat_pada).total_seconds() < PERBARUI_DETIK:
        return
    tulis = menulis.get()
    db.session.rollback()
    menulis.set(True)
    sesi.terlihat_pada = kini
    db.session.add(sesi)
    db.session.commit()
    menulis.set(tulis)


def masuk_dahulu() -> Response:
    """To the login page and back; for htmx a 401 that makes the browser go there."""
    tujuan = url_for("masuk.masuk")
    langsung = request.method == "GET" and not request.headers.get("HX-Request")
    session["tujuan"] = request.full_path.rstrip("?") if langsung else halaman_asal()
    if langsung:
        return redirect(tujuan, 303)
    g.sesi_habis = True
    flash(
        "Sesi Anda sudah berakhir. Silakan masuk kembali; isian terakhir perlu dikirim ulang.", "peringatan"
    )
    if request.headers.get("HX-Request"):
        jawab = jsonify(pesan="Silakan masuk kembali.")
        jawab.status_code = 401
        jawab.headers["HX-Redirect"] = tujuan
        return jawab
    return redirect(tujuan, 303)


def halaman_asal() -> str:
    """Path of the page a form was sent from, only ever on this site; else the inbox."""
    asal = urlsplit(request.headers.get("HX-Current-URL") or request.referrer or "")
    di_sini = asal.netloc == request.host and asal.path.startswith("/") and not asal.path.startswith("//")
    return f"{asal.path}?{asal.query}".rstrip("?") if di_sini else url_for("kotak.beranda")


def tujuan_setelah_masuk() -> str:
    """Where the person was heading, only ever a path of this site."""
    tujuan: Any = session.pop("tujuan", None)
    if isinstance(tujuan, str) and tujuan.startswith("/") and not tujuan.startswith(("//", "/\\")):
        return tujuan
    return url_for("kotak.beranda")
