"""Working time between two moments: what adds up, what never happens, what an evening's work counts."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.jam_kerja import (
    HARI_KERJA,
    JAM_CONTOH,
    Jadwal,
    baca_pukul,
    dari_json,
    kalimat_jam,
    kata_lama,
    kata_pukul,
    ke_json,
    menit,
    menit_sehari,
    menit_sepekan,
    susun_hari,
    urai_hari,
    waktu_kerja,
    waktu_pengerjaan,
)
from kinerja.domain.kesalahan import MasukanSalah

WIB = timezone(timedelta(hours=7))
SENIN_LIBUR = date(2026, 10, 12)
JADWAL = Jadwal(JAM_CONTOH, frozenset({SENIN_LIBUR}), 7)
saat = st.datetimes(datetime(2026, 9, 28), datetime(2026, 10, 20), timezones=st.just(WIB))  # noqa: DTZ001


def pada(hari: int, jam: int, menit_ke: int = 0) -> datetime:
    return datetime(2026, 10, hari, jam, menit_ke, tzinfo=WIB)


def kerja(awal: datetime, akhir: datetime) -> int:
    return menit(waktu_kerja(awal, akhir, JADWAL))


def buat(awal: datetime, akhir: datetime) -> int:
    return menit(waktu_pengerjaan(awal, akhir, JADWAL))


@st.composite
def jadwal_apa_saja(draw: st.DrawFn) -> Jadwal:
    hari = []
    for _ in range(HARI_KERJA):
        batas = sorted(draw(st.sets(st.integers(0, 1440), min_size=4, max_size=4)))
        hari.append(((batas[0], batas[1]), (batas[2], batas[3])) if draw(st.booleans()) else ())
    libur = draw(st.sets(st.dates(date(2026, 9, 28), date(2026, 10, 20)), max_size=6))
    return Jadwal(tuple(hari), libur, draw(st.sampled_from((7, 8, 9))))


@given(jadwal_apa_saja(), st.lists(saat, min_size=3, max_size=3))
def test_the_parts_add_up_to_the_whole(jadwal: Jadwal, tiga: list[datetime]) -> None:
    a, b, c = sorted(tiga)
    assert waktu_kerja(a, b, jadwal) + waktu_kerja(b, c, jadwal) == waktu_kerja(a, c, jadwal)


@given(jadwal_apa_saja(), saat, saat)
def test_never_negative_and_never_more_than_the_clock(jadwal: Jadwal, a: datetime, b: datetime) -> None:
    for hitung in (waktu_kerja, waktu_pengerjaan):
        assert timedelta(0) <= hitung(a, b, jadwal) <= max(timedelta(0), b - a)
    assert waktu_kerja(a, b, jadwal) <= waktu_pengerjaan(a, b, jadwal)


@given(jadwal_apa_saja(), saat, saat)
def test_work_that_took_time_never_counts_nothing(jadwal: Jadwal, a: datetime, b: datetime) -> None:
    assert (waktu_pengerjaan(a, b, jadwal) > timedelta(0)) == (b > a)


@given(saat, saat)
def test_the_zone_of_the_moment_does_not_matter(a: datetime, b: datetime) -> None:
    assert waktu_kerja(a.astimezone(UTC), b.astimezone(UTC), JADWAL) == waktu_kerja(a, b, JADWAL)


def test_breaks_nights_weekends_and_holidays_do_not_count() -> None:
    assert kerja(pada(8, 8), pada(8, 9, 30)) == 90
    assert kerja(pada(8, 11, 30), pada(8, 13, 15)) == 45  # Thursday, break 12.00–13.00
    assert kerja(pada(9, 11), pada(9, 13, 30)) == 60  # Friday, break 11.30–13.00
    assert kerja(pada(8, 15), pada(9, 8)) == 90
    assert kerja(pada(9, 16), pada(13, 8)) == 60  # over the weekend and the Monday off
    assert kerja(pada(10, 8), pada(12, 16)) == 0


def test_the_example_is_the_week_of_the_rule() -> None:
    """Perpres 21/2023: 37 hours 30 minutes, breaks left out."""
    assert menit_sepekan(JAM_CONTOH) == 37 * 60 + 30
    assert {sum(b - a for a, b in hari) for hari in JAM_CONTOH} == {menit_sehari(JAM_CONTOH)} == {450}


def test_an_evenings_work_counts_by_the_clock() -> None:
    assert buat(pada(8, 19), pada(8, 21, 5)) == 125
    assert buat(pada(8, 23, 30), pada(9, 0, 20)) == 50  # over midnight
    assert buat(pada(8, 12, 5), pada(8, 12, 45)) == 40  # in the break
    assert buat(pada(10, 9), pada(10, 11)) == 120  # on a Saturday


def test_a_weekend_between_look_and_completion_counts_one_working_day_at_most() -> None:
    assert buat(pada(9, 18), pada(12, 20)) == 450


def test_work_that_touches_office_hours_counts_only_these() -> None:
    assert buat(pada(8, 19), pada(9, 8)) == 30


def test_an_office_without_hours_counts_by_the_clock() -> None:
    kosong = Jadwal(((), (), (), (), ()), frozenset(), 7)
    assert menit(waktu_pengerjaan(pada(8, 8), pada(8, 9), kosong)) == 60


@pytest.mark.parametrize(
    ("jumlah", "kata"),
    [
        (0, "kurang dari 1 menit"),
        (45, "45 menit"),
        (60, "1 jam"),
        (125, "2 jam 5 menit"),
        (450, "1 hari kerja"),
        (3 * 450 + 61, "3 hari kerja 1 jam"),
    ],
)
def test_minutes_in_words(jumlah: int, kata: str) -> None:
    assert kata_lama(jumlah, 450) == kata


def test_without_a_working_day_there_are_only_hours() -> None:
    assert kata_lama(25 * 60, 0) == "25 jam"


@given(st.integers(0, 1439))
def test_a_time_of_day_is_read_as_it_is_written(n: int) -> None:
    assert baca_pukul(kata_pukul(n)) == baca_pukul(kata_pukul(n).replace(".", ":")) == n


@pytest.mark.parametrize("teks", ["24.00", "7.5", "08.60", "pagi", "7..30", "-7.00", "٠٧.٣٠", "7.300", "."])
def test_what_is_no_time_of_day_is_asked_back(teks: str) -> None:
    with pytest.raises(MasukanSalah, match=r"07\.30") as salah:
        baca_pukul(teks, "masuk_0")
    assert salah.value.medan == "masuk_0"


def test_a_short_time_and_nothing_are_understood() -> None:
    assert (baca_pukul(" 7 "), baca_pukul("7.30"), baca_pukul("  ")) == (420, 450, None)


@pytest.mark.parametrize(
    ("pukul", "medan"),
    [
        ((None, None, None, 960), "0"),
        ((450, None, None, None), "3"),
        ((450, None, None, 450), "3"),
        ((450, 720, None, 960), "2"),
        ((450, None, 780, 960), "1"),
        ((450, 440, 780, 960), "1"),
        ((450, 720, 720, 960), "2"),
        ((450, 720, 960, 960), "2"),
    ],
)
def test_hours_that_cannot_be_are_refused_at_their_place(pukul: tuple[int | None, ...], medan: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        susun_hari(pukul)
    assert salah.value.medan == medan


def test_a_day_comes_back_as_it_was_put_down() -> None:
    for hari in (*JAM_CONTOH, (), ((480, 840),)):
        assert susun_hari([baca_pukul(teks) for teks in urai_hari(hari)]) == hari


@given(jadwal_apa_saja())
def test_what_is_stored_is_read_back(jadwal: Jadwal) -> None:
    jam = tuple(tuple((min(a, 1438), min(b, 1439)) for a, b in hari) for hari in jadwal.jam)
    assert dari_json(ke_json(jam)) == jam


def test_the_hours_in_sentences() -> None:
    assert dari_json(None) == JAM_CONTOH
    kalimat = list(kalimat_jam((JAM_CONTOH[0], (), *JAM_CONTOH[2:])))
    assert kalimat[:2] == ["Senin 07.30–12.00 dan 13.00–16.00", "Selasa tidak bekerja"]
