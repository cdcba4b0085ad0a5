"""When a post had no holder: the days that no spell of holding it covers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

_SEHARI = timedelta(days=1)


class Masa(NamedTuple):
    """First and last day, both inclusive; None: until further notice."""

    mulai: date
    selesai: date | None


def masa_kosong(masa: Iterable[Masa]) -> list[Masa]:
    """The gaps between the spells, and from the last one's end on; a spell cancelled before it began
    (its end before its start) counts for nothing."""
    kosong: list[Masa] = []
    sampai: date | None = None
    for m in sorted((m for m in masa if m.selesai is None or m.selesai >= m.mulai), key=lambda m: m.mulai):
        if sampai is not None and m.mulai > sampai + _SEHARI:
            kosong.append(Masa(sampai + _SEHARI, m.mulai - _SEHARI))
        if m.selesai is None:
            return kosong
        sampai = m.selesai if sampai is None else max(sampai, m.selesai)
    return [*kosong, Masa(sampai + _SEHARI, None)] if sampai is not None else kosong
