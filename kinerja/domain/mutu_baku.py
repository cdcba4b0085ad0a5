"""Due dates in working days. How long a step took is in ``waktu_langkah``."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from kinerja.domain.periode import JenisPeriode, Periode

SABTU = 5

# Working days after the period's end, per daur and langkah. Examples, not a rule: each office sets its own.
TENGGAT_CONTOH: dict[str, dict[str, int]] = {
    "triwulan": {"1": 2, "2": 6, "3": 7, "4": 9, "5": 12, "pengesahan": 14},
    "semester": {"6": 16, "7": 19, "8": 22, "pengesahan": 24},
    "tahunan": {"9": 0, "pengesahan": 0},
}
TENGGAT_LAIN = 5  # for a step that neither the office nor the examples name


def hari_kerja(hari: date, libur: Collection[date]) -> bool:
    return hari.weekday() < SABTU and hari not in libur


def tambah_hari_kerja(mulai: date, jumlah: int, libur: Collection[date]) -> date:
    """The ``jumlah``-th working day after ``mulai``; ``jumlah`` 0 gives ``mulai`` itself."""
    hari = mulai
    for _ in range(jumlah):
        hari += timedelta(days=1)
        while not hari_kerja(hari, libur):
            hari += timedelta(days=1)
    return hari


def tenggat(
    periode: Periode, kunci: str, libur: Collection[date], pengaturan: dict[str, dict[str, int]] | None = None
) -> date:
    """Due date of the step ``kunci`` (its number, or "pengesahan").

    The yearly report is due on the last day of February (PermenPANRB 53/2014: two months after the
    year ends); a setting above 0 means working days after the year's end instead.
    """
    per_daur = (pengaturan or TENGGAT_CONTOH).get(periode.jenis, {})
    jumlah = per_daur.get(kunci, TENGGAT_CONTOH.get(periode.jenis, {}).get(kunci, TENGGAT_LAIN))
    if periode.jenis is JenisPeriode.TAHUNAN and jumlah == 0:
        return date(periode.tahun + 1, 3, 1) - timedelta(days=1)
    return tambah_hari_kerja(periode.akhir, jumlah, libur)
