"""Time in words: how long, how far from the due date, where a step stands. One wording on every page."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from kinerja.domain.periode import tanggal_panjang
from kinerja.models.tugas import Tugas
from kinerja.web.jam import hari_ini, sekarang, zona

JAM_MENIT = 60
HARI_MENIT = 24 * JAM_MENIT
DEKAT_HARI = 2  # from here on a due date is shown as near
_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


class Kata(NamedTuple):
    """A short phrase with its tone (netral, info, baik, awas, bahaya) and icon, for the ``lencana`` macro."""

    kata: str
    nada: str
    ikon: str


def lama(menit: int | None) -> str:
    """Minutes as "45 menit", "2 jam 5 menit", "3 hari 4 jam"; None: "–"."""
    if menit is None:
        return "–"
    if menit < 1:
        return "kurang dari 1 menit"
    hari, sisa = divmod(menit, HARI_MENIT)
    jam, sisa_menit = divmod(sisa, JAM_MENIT)
    bagian = [(hari, "hari"), (jam, "jam"), (sisa_menit if not hari else 0, "menit")]
    return " ".join(f"{jumlah} {satuan}" for jumlah, satuan in bagian if jumlah)


def menit_sejak(awal: datetime, akhir: datetime | None = None) -> int:
    """Whole minutes from ``awal`` to ``akhir`` (default: now)."""
    return max(0, int(((akhir or sekarang()) - awal).total_seconds() // 60))


def menunggu(sejak: datetime) -> str:
    """ "menunggu 3 hari", or since when today."""
    setempat = sejak.astimezone(zona())
    hari = (hari_ini() - setempat.date()).days
    return f"menunggu {hari} hari" if hari > 0 else f"masuk hari ini pukul {setempat:%H.%M}"


def hari_tanggal(hari: date) -> str:
    """ "Kamis, 8 Oktober 2026"."""
    return f"{_HARI[hari.weekday()]}, {tanggal_panjang(hari)}"


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
