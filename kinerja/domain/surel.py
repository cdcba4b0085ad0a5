"""E-mail: the address of the office's mail server, and addresses of people."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import parse_qs, unquote, urlsplit

from kinerja.domain.kesalahan import MasukanSalah

PANJANG_SUREL = 200
_SUREL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*")
_JEDA_MENIT = (2, 5, 15, 60, 180, 360, 720)  # after the 1st, 2nd … attempt that failed
MAKS_PERCOBAAN = len(_JEDA_MENIT) + 1


@dataclass(frozen=True)
class PeladenSurel:
    """Where mail is handed over. ``langsung_tls``: encrypted from the start (smtps)."""

    host: str
    port: int
    langsung_tls: bool
    dari: str
    pengguna: str = ""
    sandi: str = field(default="", repr=False)


def baca_smtp(url: str) -> PeladenSurel:
    """``smtp://user:password@host:port?from=name@office`` or ``smtps://…``; ValueError says what is wrong."""
    bagian = urlsplit(url)
    if bagian.scheme not in ("smtp", "smtps") or not bagian.hostname:
        raise ValueError("alamatnya smtp://… atau smtps://… dengan nama server")
    pengguna, sandi = unquote(bagian.username or ""), unquote(bagian.password or "")
    dari = (parse_qs(bagian.query).get("from") or [pengguna])[0]
    if not _SUREL.fullmatch(dari):
        raise ValueError("tulis pengirimnya: ?from=nama@kantor")
    langsung = bagian.scheme == "smtps"
    return PeladenSurel(
        bagian.hostname, bagian.port or (465 if langsung else 25), langsung, dari, pengguna, sandi
    )


def surel_rapi(teks: str) -> str:
    """An address as stored; empty: none."""
    rapi = teks.strip()
    if rapi and (len(rapi) > PANJANG_SUREL or not _SUREL.fullmatch(rapi)):
        raise MasukanSalah("Tulis satu alamat surel, misalnya nama@kantor.go.id.", "surel")
    return rapi


def jeda(percobaan: int) -> timedelta:
    """How long to wait after the ``percobaan``-th attempt."""
    return timedelta(minutes=_JEDA_MENIT[min(percobaan, len(_JEDA_MENIT)) - 1])
