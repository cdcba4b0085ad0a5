"""Due dates in working days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.mutu_baku import hari_kerja, tambah_hari_kerja, tenggat
from kinerja.domain.periode import JenisPeriode, Periode

SABTU = date(2026, 10, 10)
LIBUR = frozenset({date(2026, 10, 12)})


def test_weekends_and_holidays_are_not_worked() -> None:
    assert not hari_kerja(SABTU, ())
    assert not hari_kerja(date(2026, 10, 12), LIBUR)
    assert hari_kerja(date(2026, 10, 13), LIBUR)


def test_counting_jumps_over_them() -> None:
    assert tambah_hari_kerja(date(2026, 10, 9), 1, LIBUR) == date(2026, 10, 13)
    assert tambah_hari_kerja(SABTU, 0, LIBUR) == SABTU


@given(
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    st.integers(1, 40),
    st.sets(st.dates(date(2020, 1, 1), date(2030, 6, 1)), max_size=20),
)
def test_the_result_is_a_working_day_and_exactly_so_many_lie_between(
    mulai: date, n: int, libur: set[date]
) -> None:
    akhir = tambah_hari_kerja(mulai, n, libur)
    hari = [mulai + timedelta(days=i) for i in range(1, (akhir - mulai).days + 1)]
    assert hari_kerja(akhir, libur)
    assert sum(hari_kerja(h, libur) for h in hari) == n


@pytest.mark.parametrize(("tahun", "hari"), [(2026, date(2027, 2, 28)), (2027, date(2028, 2, 29))])
def test_the_yearly_report_is_due_on_the_last_day_of_february(tahun: int, hari: date) -> None:
    assert tenggat(Periode(tahun, JenisPeriode.TAHUNAN, 1), "9", ()) == hari


def test_the_offices_own_setting_comes_first() -> None:
    tw = Periode(2026, JenisPeriode.TRIWULAN, 3)
    assert tenggat(tw, "1", ()) == date(2026, 10, 2)
    assert tenggat(tw, "1", (), {"triwulan": {"1": 5}}) == date(2026, 10, 7)
    assert tenggat(tw, "2", (), {"triwulan": {"1": 5}}) == date(2026, 10, 8)
    assert tenggat(tw, "99", (), {"semester": {}}) == date(2026, 10, 7)
    assert tenggat(Periode(2026, JenisPeriode.TAHUNAN, 1), "9", (), {"tahunan": {"9": 1}}) == date(2027, 1, 1)
