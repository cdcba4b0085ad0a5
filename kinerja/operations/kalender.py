"""Which days the office does not work: national holidays and its own."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import holidays

from kinerja.models.kantor import Kantor


@lru_cache(maxsize=16)
def _nasional(tahun: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("ID", years=(tahun, tahun + 1)))


def libur(kantor: Kantor, tahun: int) -> frozenset[date]:
    """The holidays of ``tahun`` and the next (a year's reports fall due in the next)."""
    return _nasional(tahun) | {date.fromisoformat(hari) for hari in kantor.libur_lokal or ()}
