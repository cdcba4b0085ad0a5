"""Dates and times as documents print them: ``10 Oktober 2025``, ``pukul 10.15``."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from babel.dates import format_date

_SEBUTAN = {7: "WIB", 8: "WITA", 9: "WIT"}


def tulis_tanggal(hari: date | None) -> str:
    """``10 Oktober 2025``; empty without a date."""
    return format_date(hari, "d MMMM y", locale="id") if hari else ""


def tulis_hari(hari: date) -> str:
    """``Jumat, 10 Oktober 2025``."""
    return format_date(hari, "EEEE, d MMMM y", locale="id")


def tulis_saat(pada: datetime, zona: int = 7) -> str:
    """``10 Oktober 2025 pukul 10.15 WIB``; ``zona`` is the office's hours ahead of UTC."""
    setempat = pada.astimezone(timezone(timedelta(hours=zona)))
    return f"{tulis_tanggal(setempat.date())} pukul {setempat:%H.%M} {_SEBUTAN.get(zona, '')}".strip()
