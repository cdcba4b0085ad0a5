"""The days on which a post had no holder."""

from __future__ import annotations

from datetime import date

from kinerja.domain.kekosongan import Masa, masa_kosong


def test_no_gap_where_one_follows_the_other_the_next_day() -> None:
    assert masa_kosong([Masa(date(2026, 2, 1), None), Masa(date(2020, 1, 1), date(2026, 1, 31))]) == []


def test_a_gap_between_two_and_one_that_still_lasts() -> None:
    masa = [Masa(date(2020, 1, 1), date(2020, 6, 30)), Masa(date(2020, 8, 1), date(2020, 12, 31))]
    assert masa_kosong(masa) == [
        Masa(date(2020, 7, 1), date(2020, 7, 31)),
        Masa(date(2021, 1, 1), None),
    ]


def test_overlaps_count_once_and_an_open_end_fills_everything_after() -> None:
    masa = [
        Masa(date(2020, 1, 1), date(2020, 12, 31)),
        Masa(date(2020, 3, 1), date(2020, 4, 1)),
        Masa(date(2020, 12, 1), None),
        Masa(date(2022, 1, 1), date(2022, 2, 1)),
    ]
    assert masa_kosong(masa) == []


def test_a_cancelled_spell_counts_for_nothing_and_without_spells_there_is_no_gap() -> None:
    assert masa_kosong([Masa(date(2020, 1, 2), date(2020, 1, 1))]) == []
    assert masa_kosong([]) == []
