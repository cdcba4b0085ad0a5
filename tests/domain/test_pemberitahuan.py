"""Which event of a piece of work is told, and that none is told twice."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from kinerja.domain.pemberitahuan import Peristiwa, awal_dekat, peristiwa_terbaru

SENIN = date(2026, 10, 5)
TENGGAT = date(2026, 10, 12)  # a Monday: two working days before it is the Thursday


def pada(hari: int, jam: int = 9) -> datetime:
    return datetime(2026, 10, hari, jam, tzinfo=UTC) - timedelta(hours=7)


def apa(kini: datetime, sejak: datetime | None = None, ingat: datetime | None = None) -> str:
    return peristiwa_terbaru(sejak or pada(5), TENGGAT, False, ingat, kini, frozenset(), 7)[0].value


def test_due_soon_counts_working_days() -> None:
    assert awal_dekat(TENGGAT, frozenset()) == date(2026, 10, 8)
    assert awal_dekat(TENGGAT, {date(2026, 10, 9)}) == date(2026, 10, 7)


def test_the_work_passes_through_its_events_once_each() -> None:
    assert [apa(pada(h)) for h in (5, 7, 8, 12, 13, 30)] == [
        "baru",
        "baru",
        "dekat",
        "dekat",
        "lewat",
        "lewat",
    ]
    assert {peristiwa_terbaru(pada(5), TENGGAT, False, None, pada(h), (), 7) for h in range(13, 31)} == {
        (Peristiwa.LEWAT, pada(13, 0))
    }


def test_what_arrives_near_or_past_its_due_date_is_told_as_new_only() -> None:
    assert apa(pada(10), sejak=pada(9)) == "baru"
    assert apa(pada(20), sejak=pada(19)) == "baru"


def test_a_reminder_is_the_newest_event_until_the_due_date_passes() -> None:
    assert apa(pada(9), ingat=pada(9, 8)) == "ingat"
    assert apa(pada(14), ingat=pada(9, 8)) == "lewat"
    assert apa(pada(14), ingat=pada(14, 8)) == "ingat"


def test_what_was_sent_back_says_so() -> None:
    hasil = peristiwa_terbaru(pada(5), None, True, None, pada(6), (), 7)
    assert hasil == (Peristiwa.KEMBALI, pada(5))
