"""Which days and hours the office works: national holidays and its own, its office hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache
from types import MappingProxyType

import holidays

from kinerja.domain.jam_kerja import Jadwal, dari_json
from kinerja.domain.mutu_baku import hari_kerja
from kinerja.models.kantor import Kantor

TANPA_NAMA = "Libur setempat"


@dataclass(frozen=True)
class HariLibur:
    """A day off; ``setempat``: the office's own entry, which may be taken back."""

    hari: date
    nama: str
    setempat: bool


@dataclass(frozen=True)
class Bulan:
    """A month of the office: its working days and its days off, weekends aside."""

    ke: int
    hari_kerja: int
    libur: tuple[HariLibur, ...]


@lru_cache(maxsize=16)
def _nasional(tahun: int) -> Mapping[date, str]:
    """National holidays of a year and the next by name (Indonesian)."""
    semua = holidays.country_holidays("ID", years=(tahun, tahun + 1), language="id")
    return MappingProxyType(dict(semua.items()))


def libur_setempat(kantor: Kantor) -> dict[date, str]:
    """The office's own days off. Stored as [date, name]; a bare date is of a time without names."""
    hasil = {}
    for satu in kantor.libur_lokal or ():
        hari, nama = (satu, TANPA_NAMA) if isinstance(satu, str) else satu
        hasil[date.fromisoformat(hari)] = nama
    return hasil


def libur(kantor: Kantor, tahun: int) -> frozenset[date]:
    """The holidays of ``tahun`` and the next (a year's reports fall due in the next)."""
    return frozenset(_nasional(tahun)) | frozenset(libur_setempat(kantor))


def jadwal(kantor: Kantor, awal: datetime, akhir: datetime) -> Jadwal:
    """Hours and days off for reckoning between two moments (in either order)."""
    pertama, terakhir = sorted((awal.year, akhir.year))
    nasional = (_nasional(tahun) for tahun in range(pertama - 1, terakhir + 1))
    semua = frozenset(libur_setempat(kantor)).union(*nasional)
    return Jadwal(dari_json(kantor.jam_kerja), semua, kantor.zona)


def hari_setempat(kantor: Kantor, pada: datetime) -> date:
    """The day of a moment in the office's zone."""
    return pada.astimezone(timezone(timedelta(hours=kantor.zona))).date()


def daftar_libur(kantor: Kantor, tahun: int) -> list[HariLibur]:
    """All days off of a year, in order. A national one stays national where the office names it, too."""
    nasional = {h: n for h, n in _nasional(tahun).items() if h.year == tahun}
    setempat = {h: n for h, n in libur_setempat(kantor).items() if h.year == tahun and h not in nasional}
    semua = [HariLibur(h, n, False) for h, n in nasional.items()]
    semua += [HariLibur(h, n, True) for h, n in setempat.items()]
    return sorted(semua, key=lambda satu: satu.hari)


def kalender_setahun(kantor: Kantor, tahun: int) -> Iterator[Bulan]:
    """The twelve months."""
    semua = daftar_libur(kantor, tahun)
    tutup = {satu.hari for satu in semua}
    for ke in range(1, 13):
        hari = date(tahun, ke, 1)
        jumlah = 0
        while hari.month == ke:
            jumlah += hari_kerja(hari, tutup)
            hari += timedelta(days=1)
        yield Bulan(ke, jumlah, tuple(satu for satu in semua if satu.hari.month == ke))
