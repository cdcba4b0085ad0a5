"""The office's clock. The demo has a fixed office date with the running time of day."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from flask import g

from kinerja.models.basis_data import db
from kinerja.models.kantor import Kantor, kantor_atau_kosong


def waktu_nyata() -> datetime:
    """Real time, for sessions and lockouts."""
    return datetime.now(UTC)


def kantor_kini() -> Kantor | None:
    """The office row, read once per request."""
    if "kantor" not in g:
        g.kantor = kantor_atau_kosong(db.session())
    hasil: Kantor | None = g.kantor
    return hasil


def zona() -> timezone:
    office = kantor_kini()
    return timezone(timedelta(hours=office.zona if office else 7))


def sekarang() -> datetime:
    """The moment an official act carries; the same through one request."""
    if "sekarang" not in g:
        kini = waktu_nyata()
        office = kantor_kini()
        if office and office.tanggal_contoh:
            setempat = kini.astimezone(zona())
            kini = datetime.combine(office.tanggal_contoh, setempat.timetz()).astimezone(UTC)
        g.sekarang = kini
    hasil: datetime = g.sekarang
    return hasil


def hari_ini() -> date:
    """Today in the office's zone."""
    return sekarang().astimezone(zona()).date()
