"""Notices: which event of a piece of work is the newest, and in which words a person is told of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum

from kinerja.domain.mutu_baku import tambah_hari_kerja

DEKAT_HARI_KERJA = 2
UMUR_KABAR = timedelta(days=30)  # what asks for nothing is told for so long
_LIBUR_TERPANJANG = 30  # days looked back for the first day of "due soon"


class Peristiwa(StrEnum):
    """Up to ``LEWAT`` about work that waits for the person; the others only tell of something."""

    BARU = "baru"
    KEMBALI = "kembali"
    INGAT = "ingat"
    DEKAT = "dekat"
    LEWAT = "lewat"
    JAWAB = "jawab"
    BATAL = "batal"
    KOREKSI = "koreksi"
    LANJUT = "lanjut"
    RUSAK = "rusak"


@dataclass(frozen=True)
class Kabar:
    """One notice. ``kunci`` names its event for this person; ``pada`` when it happened.

    ``kerja``: about a line of the inbox. ``surel``: what a mail may say of it, never quoting what is Rahasia.
    """

    kunci: str
    peristiwa: Peristiwa
    judul: str
    keterangan: str
    tempat: tuple[str, int]
    pada: datetime
    kerja: bool = True
    surel: str = ""


def awal_dekat(tenggat: date, libur: Collection[date]) -> date:
    """The first day on which a due date is at most two working days away."""
    hari = tenggat
    for _ in range(_LIBUR_TERPANJANG):
        lebih_awal = hari - timedelta(days=1)
        if tambah_hari_kerja(lebih_awal, DEKAT_HARI_KERJA, libur) < tenggat:
            break
        hari = lebih_awal
    return hari


def peristiwa_terbaru(
    sejak: datetime,
    tenggat: date | None,
    dikembalikan: bool,
    diingatkan_pada: datetime | None,
    pada: datetime,
    libur: Collection[date],
    zona: int,
) -> tuple[Peristiwa, datetime]:
    """The newest event of one piece of work at the moment ``pada``, and when it happened.

    What arrives when its due date is already near or past says so itself; it is not told of that again.
    """
    setempat = timezone(timedelta(hours=zona))

    def pagi(hari: date) -> datetime:
        return datetime.combine(hari, time(), setempat).astimezone(UTC)

    terjadi = [(sejak, Peristiwa.KEMBALI if dikembalikan else Peristiwa.BARU)]
    if tenggat is not None:
        terjadi += [(pagi(awal_dekat(tenggat, libur)), Peristiwa.DEKAT)]
        terjadi += [(pagi(tenggat + timedelta(days=1)), Peristiwa.LEWAT)]
    if diingatkan_pada is not None:
        terjadi.append((diingatkan_pada, Peristiwa.INGAT))
    saat, apa = max((satu for satu in terjadi if sejak <= satu[0] <= pada), default=terjadi[0])
    return apa, saat
