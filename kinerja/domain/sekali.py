"""Sheets that run on demand (daur "sekali"): which of their steps are done again, and when each is due."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kinerja.domain.mutu_baku import tambah_hari_kerja
from kinerja.domain.sop import Sop

MENIT_HARI_KERJA = 450  # 37.5 working hours a week over five days (Perpres 21/2023)
HARI_TANPA_NORMA = 2  # working days for a step to which the sheet gives no time
PANJANG_JUDUL = 200


def hari_tenggat(waktu: int | None) -> int:
    """Working days a step of ``waktu`` norm minutes has once it opened: its norm, and at least one day."""
    if waktu is None:
        return HARI_TANPA_NORMA
    return max(1, -(-waktu // MENIT_HARI_KERJA))


def tenggat_langkah(dibuka: date, waktu: int | None, libur: Collection[date]) -> date:
    """The due date of a step that opens on ``dibuka``."""
    return tambah_hari_kerja(dibuka, hari_tenggat(waktu), libur)


def sesudahnya(sop: Sop, nomor: int) -> frozenset[int]:
    """The step ``nomor`` and all that can follow it: what is done again when the course goes back to it."""
    sampai: set[int] = set()
    antre = [nomor]
    while antre:
        satu = antre.pop()
        if satu not in sampai:
            sampai.add(satu)
            antre.extend(sop.langkah(satu).tujuan)
    return frozenset(sampai)
