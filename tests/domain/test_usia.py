"""Working days since a step opened."""

from datetime import date

import pytest

from kinerja.domain.usia import kata_umur, umur_hari_kerja


@pytest.mark.parametrize(
    ("awal", "hari", "jumlah"),
    [
        (date(2026, 10, 8), date(2026, 10, 8), 0),
        (date(2026, 10, 8), date(2026, 10, 9), 1),
        (date(2026, 10, 9), date(2026, 10, 11), 0),  # Friday to Sunday
        (date(2026, 10, 9), date(2026, 10, 14), 2),  # the 13th is off
        (date(2026, 10, 8), date(2026, 10, 1), 0),
    ],
)
def test_weekends_and_holidays_do_not_age_a_step(awal, hari, jumlah):
    assert umur_hari_kerja(awal, hari, {date(2026, 10, 13)}) == jumlah


def test_age_in_words():
    assert [kata_umur(n) for n in (0, 1, 3)] == ["belum satu hari kerja", "1 hari kerja", "3 hari kerja"]
