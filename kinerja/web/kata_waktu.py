"""Time in words: how long, how far from the due date, where a step stands. One wording on every page."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from kinerja.domain.jam_kerja import (
    JAM_CONTOH,
    NAMA_HARI,
    dari_json,
    kata_lama,
    menit,
    menit_sehari,
    waktu_pengerjaan,
)
from kinerja.domain.periode import tanggal_panjang
from kinerja.models.tugas import Tugas
from kinerja.operations.kalender import jadwal
from kinerja.web.jam import hari_ini, kantor_kini, sekarang, zona

DEKAT_HARI = 2  # from here on a due date is shown as near


class Kata(NamedTuple):
    """A short phrase with its tone (netral, info, baik, awas, bahaya) and icon, for the ``lencana`` macro."""

    kata: str
    nada: str
    ikon: str


def lama(jumlah: int | None) -> str:
    """Minutes of working time as "45 menit", "2 jam 5 menit", "3 hari kerja 4 jam"; None: "–"."""
    return "–" if jumlah is None else kata_lama(jumlah, sehari())


def sehari() -> int:
    """The minutes of the office's longest working day."""
    office = kantor_kini()
    return menit_sehari(dari_json(office.jam_kerja) if office else JAM_CONTOH)


def menit_sejak(awal: datetime, akhir: datetime | None = None) -> int:
    """Minutes of work from ``awal`` to ``akhir`` (default: now), reckoned as a completion would be."""
    office, ujung = kantor_kini(), akhir or sekarang()
    if office is None:
        return menit(ujung - awal)
    return menit(waktu_pengerjaan(awal, ujung, jadwal(office, awal, ujung)))


def menunggu(sejak: datetime) -> str:
    """ "menunggu 3 hari", or since when today."""
    setempat = sejak.astimezone(zona())
    hari = (hari_ini() - setempat.date()).days
    return f"menunggu {hari} hari" if hari > 0 else f"masuk hari ini pukul {setempat:%H.%M}"


def hari_tanggal(hari: date) -> str:
    """ "Kamis, 8 Oktober 2026"."""
    return f"{NAMA_HARI[hari.weekday()]}, {tanggal_panjang(hari)}"


def kata_tenggat(tenggat: date | None) -> Kata:
    """How far the due date is; lateness is said in words, not by colour alone."""
    if tenggat is None:
        return Kata("Tanpa tenggat", "netral", "kalender")
    sisa = (tenggat - hari_ini()).days
    if sisa < 0:
        return Kata(f"Terlambat {-sisa} hari", "bahaya", "awas")
    if sisa == 0:
        return Kata("Tenggat hari ini", "awas", "jam")
    if sisa <= DEKAT_HARI:
        return Kata("Tenggat besok" if sisa == 1 else f"Tinggal {sisa} hari", "awas", "jam")
    return Kata(f"{sisa} hari lagi", "netral", "kalender")


def kata_tugas(tugas: Tugas) -> Kata:
    """Where a step stands. ``tugas.penyelesaian`` must be loaded."""
    if tugas.penyelesaian is not None:
        lewat = (tugas.penyelesaian.pada.astimezone(zona()).date() - tugas.tenggat).days
        return Kata(f"Selesai, lewat {lewat} hari" if lewat > 0 else "Selesai", "baik", "centang")
    if tugas.dibuka_pada is None:
        return Kata("Menunggu giliran", "netral", "gembok")
    if tugas.dibuka_pada > sekarang():
        mulai = tugas.dibuka_pada.astimezone(zona()).date()
        return Kata(f"Dimulai {tanggal_panjang(mulai)}", "netral", "kalender")
    if tugas.tenggat < hari_ini():
        return Kata(f"Sedang berjalan, terlambat {(hari_ini() - tugas.tenggat).days} hari", "bahaya", "awas")
    return Kata("Sedang berjalan", "info", "panah")
