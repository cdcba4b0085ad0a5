"""How old an open step is, in working days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from kinerja.domain.mutu_baku import hari_kerja


def umur_hari_kerja(awal: date, hari: date, libur: Collection[date]) -> int:
    """Working days after ``awal`` up to and with ``hari``; 0 on the day itself and before it."""
    return sum(hari_kerja(awal + timedelta(days=n), libur) for n in range(1, max(0, (hari - awal).days) + 1))


def kata_umur(jumlah: int) -> str:
    return f"{jumlah} hari kerja" if jumlah else "belum satu hari kerja"
