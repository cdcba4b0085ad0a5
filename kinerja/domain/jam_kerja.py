"""Working time: how long an office worked between two moments.

A ``Jadwal`` holds the hours of each weekday, the days off and the zone. Everything is reckoned in exact
``timedelta`` and cut to whole minutes once, by who shows or stores it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.mutu_baku import hari_kerja

NAMA_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
HARI_KERJA = 5  # Monday to Friday; due dates know no other working days either
JAM = 60
SEHARI = 24 * JAM
NOL = timedelta(0)

Rentang = tuple[int, int]
"""From and to, in minutes after midnight."""
JamKerja = tuple[tuple[Rentang, ...], ...]
"""The spans of each weekday from Monday on, in order, a break between each two."""

_BIASA: tuple[Rentang, ...] = ((7 * JAM + 30, 12 * JAM), (13 * JAM, 16 * JAM))
_JUMAT: tuple[Rentang, ...] = ((7 * JAM + 30, 11 * JAM + 30), (13 * JAM, 16 * JAM + 30))
# 37 hours 30 minutes a week from 07.30, with breaks of an hour, on Friday of an hour and a half (Perpres
# 21/2023, pasal 4 and 5). An example of dividing them: each office sets its own.
JAM_CONTOH: JamKerja = (_BIASA, _BIASA, _BIASA, _BIASA, _JUMAT)


@dataclass(frozen=True)
class Jadwal:
    """When the office works. ``zona`` in hours ahead of UTC; ``libur`` must cover the years asked about."""

    jam: JamKerja
    libur: Collection[date]
    zona: int

    def rentang(self, hari: date) -> tuple[Rentang, ...]:
        """The working spans of one day; none on a weekend or a day off."""
        if not hari_kerja(hari, self.libur) or hari.weekday() >= len(self.jam):
            return ()
        return self.jam[hari.weekday()]

    @property
    def sehari(self) -> int:
        """Minutes of the office's longest day: what "satu hari kerja" means in words."""
        return menit_sehari(self.jam)


def menit_sehari(jam: JamKerja) -> int:
    """The minutes of the longest day of the week, breaks left out."""
    return max((sum(b - a for a, b in hari) for hari in jam), default=0)


def menit_sepekan(jam: JamKerja) -> int:
    """The minutes of the whole week."""
    return sum(b - a for hari in jam for a, b in hari)


def waktu_kerja(awal: datetime, akhir: datetime, jadwal: Jadwal) -> timedelta:
    """The working time between two moments; zero where ``akhir`` is not after ``awal``."""
    zona = timezone(timedelta(hours=jadwal.zona))
    dari, sampai = awal.astimezone(zona), akhir.astimezone(zona)
    jumlah, hari = NOL, dari.date()
    while hari <= sampai.date():
        tengah_malam = datetime(hari.year, hari.month, hari.day, tzinfo=zona)
        for mulai, selesai in jadwal.rentang(hari):
            kiri = max(dari, tengah_malam + timedelta(minutes=mulai))
            kanan = min(sampai, tengah_malam + timedelta(minutes=selesai))
            jumlah += max(NOL, kanan - kiri)
        hari += timedelta(days=1)
    return jumlah


def waktu_pengerjaan(awal: datetime, akhir: datetime, jadwal: Jadwal) -> timedelta:
    """The working time of a piece of work; work done wholly outside office hours counts by the clock.

    Such work (an evening, a break, a weekend) lies in one stretch without office hours. It counts every
    minute, but at most one working day: a stretch over a weekend is not all work.
    """
    dalam_jam = waktu_kerja(awal, akhir, jadwal)
    if dalam_jam > NOL:
        return dalam_jam
    return max(NOL, min(akhir - awal, timedelta(minutes=jadwal.sehari or SEHARI)))


def menit(lama: timedelta) -> int:
    """Whole minutes, never negative."""
    return max(0, int(lama.total_seconds() // 60))


def kata_lama(jumlah: int, sehari: int) -> str:
    """Minutes of working time: "45 menit", "2 jam 5 menit", "3 hari kerja 4 jam".

    ``sehari`` are the minutes of a working day; from one day on, minutes are left out (cut, not rounded).
    """
    if jumlah < 1:
        return "kurang dari 1 menit"
    hari, sisa = divmod(jumlah, sehari) if sehari else (0, jumlah)
    jam, sisa_menit = divmod(sisa, JAM)
    bagian = [(hari, "hari kerja"), (jam, "jam"), (0 if hari else sisa_menit, "menit")]
    return " ".join(f"{n} {satuan}" for n, satuan in bagian if n)


def kata_pukul(menit_hari: int) -> str:
    """450 as "07.30"."""
    return f"{menit_hari // JAM:02d}.{menit_hari % JAM:02d}"


def baca_pukul(teks: str, medan: str = "") -> int | None:
    """ "07.30", "7:30" or "7" as minutes after midnight; None for nothing; MasukanSalah on ``medan``."""
    rapi = teks.strip()
    if not rapi:
        return None
    jam, _, sisa = rapi.replace(":", ".").partition(".")
    sah = all(bagian.isascii() and bagian.isdigit() and len(bagian) <= 2 for bagian in (jam, sisa or "00"))
    if not sah or (sisa and len(sisa) != 2) or int(jam) > 23 or int(sisa or 0) > 59:
        raise MasukanSalah("Tulis jam seperti 07.30.", medan)
    return int(jam) * JAM + int(sisa or 0)


def susun_hari(pukul: Sequence[int | None]) -> tuple[Rentang, ...]:
    """One day from (in, break from, break to, out); all empty is a day off.

    MasukanSalah carries the place of the wrong one, "0" to "3", as its field.
    """
    masuk, rehat, kembali, pulang = pukul
    if all(p is None for p in pukul):
        return ()
    if masuk is None or pulang is None:
        raise MasukanSalah("Isi jam masuk dan jam pulang.", "0" if masuk is None else "3")
    if pulang <= masuk:
        raise MasukanSalah("Jam pulang harus sesudah jam masuk.", "3")
    if rehat is None and kembali is None:
        return ((masuk, pulang),)
    if rehat is None or kembali is None:
        kosong = "1" if rehat is None else "2"
        raise MasukanSalah("Isi awal dan akhir istirahat, atau kosongkan keduanya.", kosong)
    if not masuk < rehat < pulang:
        raise MasukanSalah("Istirahat dimulai di antara jam masuk dan jam pulang.", "1")
    if not rehat < kembali < pulang:
        raise MasukanSalah("Istirahat berakhir sesudah dimulai dan sebelum jam pulang.", "2")
    return ((masuk, rehat), (kembali, pulang))


def urai_hari(rentang: Sequence[Rentang]) -> tuple[str, str, str, str]:
    """One day as the four texts of the form."""
    if not rentang:
        return "", "", "", ""
    masuk, pulang = kata_pukul(rentang[0][0]), kata_pukul(rentang[-1][1])
    if len(rentang) == 1:
        return masuk, "", "", pulang
    return masuk, kata_pukul(rentang[0][1]), kata_pukul(rentang[1][0]), pulang


def kalimat_jam(jam: JamKerja) -> Iterator[str]:
    """ "Senin 07.30–12.00 dan 13.00–16.00", a sentence a day; a day off says so."""
    for nama, hari in zip(NAMA_HARI, jam, strict=False):
        isi = " dan ".join(f"{kata_pukul(a)}–{kata_pukul(b)}" for a, b in hari)
        yield f"{nama} {isi or 'tidak bekerja'}"


def ke_json(jam: JamKerja) -> dict[str, list[list[str]]]:
    """As stored: weekday "0" (Monday) → [["07:30", "12:00"], …]."""
    return {
        str(ke): [[kata_pukul(n).replace(".", ":") for n in satu] for satu in hari]
        for ke, hari in enumerate(jam)
    }


def dari_json(isi: Mapping[str, Any] | None) -> JamKerja:
    """What ``ke_json`` stored; None: the example."""
    if isi is None:
        return JAM_CONTOH
    return tuple(
        tuple((baca_pukul(a) or 0, baca_pukul(b) or 0) for a, b in isi.get(str(ke), ()))
        for ke in range(HARI_KERJA)
    )
