"""Runs on demand, purely: due dates, and what is done again when the course goes back."""

from __future__ import annotations

from datetime import date

import pytest

from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.domain.sekali import (
    HARI_TANPA_NORMA,
    MENIT_HARI_KERJA,
    hari_tenggat,
    sesudahnya,
    tenggat_langkah,
)
from kinerja.sop import CONTOH, SURAT_KELUAR, muat, teks_sop


@pytest.mark.parametrize(
    ("waktu", "hari"),
    [(None, HARI_TANPA_NORMA), (1, 1), (MENIT_HARI_KERJA, 1), (MENIT_HARI_KERJA + 1, 2), (100_000, 223)],
)
def test_a_step_has_its_norm_in_working_days_and_at_least_one(waktu: int | None, hari: int) -> None:
    assert hari_tenggat(waktu) == hari


def test_the_due_date_leaves_out_weekends_and_holidays() -> None:
    jumat = date(2026, 10, 9)
    assert tenggat_langkah(jumat, 15, ()) == date(2026, 10, 12)
    assert tenggat_langkah(jumat, 15, {date(2026, 10, 12)}) == date(2026, 10, 13)


def test_what_follows_a_step_is_everything_an_arrow_reaches() -> None:
    surat = muat(teks_sop(SURAT_KELUAR))
    assert sesudahnya(surat, 1) == {1, 2, 3, 4, 5, 6}
    assert sesudahnya(surat, 4) == {4, 5, 6}
    assert sesudahnya(muat(teks_sop(CONTOH)), 3) == {3}


@pytest.mark.parametrize("ke", [1, 12, 13, 400])
def test_a_run_lies_within_its_year_whatever_its_number(ke: int) -> None:
    periode = Periode(2026, JenisPeriode.SEKALI, ke)
    assert (periode.mulai, periode.akhir) == (date(2026, 1, 1), date(2026, 12, 31))
    assert periode.nama == f"Nomor {ke} Tahun 2026"
