"""Menunggu and pengerjaan of a step, in working time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kinerja.domain.jam_kerja import JAM_CONTOH, Jadwal
from kinerja.domain.waktu_langkah import WaktuLangkah, ukur

PAGI = datetime(2026, 10, 1, 1, 0, tzinfo=UTC)  # a Thursday, 08.00
JADWAL = Jadwal(JAM_CONTOH, frozenset(), 7)


def test_waiting_and_working_are_measured_apart() -> None:
    akhir = PAGI + timedelta(minutes=100, seconds=59)
    assert ukur(PAGI, PAGI + timedelta(minutes=90), akhir, JADWAL) == WaktuLangkah(90, 10)


def test_a_step_never_looked_at_counts_from_its_opening() -> None:
    assert ukur(PAGI, None, PAGI + timedelta(minutes=7), JADWAL) == WaktuLangkah(None, 7)


def test_a_clock_set_back_gives_no_negative_time() -> None:
    lalu = PAGI - timedelta(hours=1)
    assert ukur(PAGI, lalu, lalu - timedelta(hours=1), JADWAL) == WaktuLangkah(0, 0)


def test_waiting_over_a_weekend_counts_the_working_hours_only() -> None:
    """Opened on Friday at 16.00, looked at on Monday at 08.00."""
    jumat = datetime(2026, 10, 2, 9, 0, tzinfo=UTC)
    senin = datetime(2026, 10, 5, 1, 0, tzinfo=UTC)
    assert ukur(jumat, senin, senin + timedelta(minutes=20), JADWAL) == WaktuLangkah(60, 20)


def test_waiting_in_the_night_is_no_waiting_but_work_in_the_night_is_work() -> None:
    malam = datetime(2026, 10, 1, 13, 0, tzinfo=UTC)
    dilihat = malam + timedelta(minutes=30)
    assert ukur(malam, dilihat, dilihat + timedelta(minutes=45), JADWAL) == WaktuLangkah(0, 45)
