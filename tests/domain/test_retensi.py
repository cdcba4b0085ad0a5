"""How long a document is kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.retensi import (
    HABIS,
    NAMA_NASIB,
    NAMA_RETENSI,
    SESUDAHNYA,
    KeadaanRetensi,
    Nasib,
    retensi,
)

TAHUN = st.integers(2000, 2100)
LAMA = st.integers(0, 100)


@pytest.mark.parametrize(
    ("hari", "keadaan"),
    [
        (date(2026, 3, 1), KeadaanRetensi.AKTIF),
        (date(2028, 12, 31), KeadaanRetensi.AKTIF),
        (date(2029, 1, 1), KeadaanRetensi.INAKTIF),
        (date(2031, 12, 31), KeadaanRetensi.INAKTIF),
        (date(2032, 1, 1), KeadaanRetensi.JATUH_TEMPO),
    ],
)
def test_the_years_count_from_the_end_of_the_documents_year(hari: date, keadaan: KeadaanRetensi) -> None:
    lkj = retensi(2026, 2, 3, Nasib.MUSNAH)
    assert (lkj.aktif_sampai, lkj.inaktif_sampai) == (date(2028, 12, 31), date(2031, 12, 31))
    assert lkj.jatuh_tempo == date(2032, 1, 1)
    assert lkj.keadaan(hari) is keadaan


@pytest.mark.parametrize("nasib", list(Nasib))
def test_what_comes_after_follows_the_schedule(nasib: Nasib) -> None:
    satu = retensi(2026, 0, 0, nasib)
    assert satu.keadaan(date(2026, 12, 31)) is KeadaanRetensi.AKTIF
    assert satu.keadaan(date(2027, 1, 1)) is SESUDAHNYA[nasib]


@given(TAHUN, LAMA, LAMA, st.sampled_from(Nasib), st.dates(date(2000, 1, 1), date(2400, 1, 1)))
def test_a_state_never_goes_back(tahun: int, aktif: int, inaktif: int, nasib: Nasib, hari: date) -> None:
    satu = retensi(tahun, aktif, inaktif, nasib)
    urut = [KeadaanRetensi.AKTIF, KeadaanRetensi.INAKTIF, SESUDAHNYA[nasib]]
    kini, besok = satu.keadaan(hari), satu.keadaan(hari + timedelta(days=1))
    assert urut.index(kini) <= urut.index(besok)
    assert (kini in HABIS) == (hari >= satu.jatuh_tempo)
    assert satu.aktif_sampai <= satu.inaktif_sampai < satu.jatuh_tempo


@given(TAHUN, LAMA, LAMA)
def test_nothing_is_due_in_its_own_year(tahun: int, aktif: int, inaktif: int) -> None:
    assert retensi(tahun, aktif, inaktif, Nasib.MUSNAH).keadaan(date(tahun, 12, 31)) is KeadaanRetensi.AKTIF


@pytest.mark.parametrize(("aktif", "inaktif"), [(-1, 0), (0, -1), (101, 0), (0, 101)])
def test_years_out_of_range_are_refused(aktif: int, inaktif: int) -> None:
    with pytest.raises(ValueError, match="out of range"):
        retensi(2026, aktif, inaktif, Nasib.MUSNAH)


def test_every_choice_has_its_words() -> None:
    assert set(NAMA_NASIB) == set(SESUDAHNYA) == set(Nasib)
    assert set(NAMA_RETENSI) == set(KeadaanRetensi)
