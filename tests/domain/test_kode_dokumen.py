"""The code in a QR and the code as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.kode_dokumen import MAKS_HALAMAN, MuatanKode, baca_muatan, rapikan_kode, tulis_muatan
from kinerja.domain.nomor import ABJAD_KODE

kode = st.text(ABJAD_KODE, min_size=8, max_size=8).map(lambda t: f"{t[:4]}-{t[4:]}")


@given(kode, st.integers(1, MAKS_HALAMAN))
def test_what_is_written_is_read_back(satu: str, halaman: int) -> None:
    muatan = tulis_muatan(satu, halaman)
    assert baca_muatan(muatan) == MuatanKode(satu, halaman)
    assert set(muatan) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@given(kode)
def test_a_code_is_known_however_it_is_typed(satu: str) -> None:
    for ketikan in (satu, satu.lower(), satu.replace("-", ""), f"  {satu[:4]} – {satu[5:]} "):
        assert rapikan_kode(ketikan) == satu
    assert rapikan_kode(satu.replace("0", "O").replace("1", "l")) == satu


@pytest.mark.parametrize("teks", ["", "ABC", "ABCD-EFG", "ABCD-EFGHJ", "ABCD-EFGU", "ÅBCD-EFGH", "' OR 1=1"])
def test_what_is_no_code_is_none(teks: str) -> None:
    assert rapikan_kode(teks) is None


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "KINERJA:ABCD-EFGH",
        "KINERJA:ABCD-EFGH:0",
        "KINERJA:ABCD-EFGH:01",
        "KINERJA:ABCD-EFGH:10000",
        "KINERJA:abcd-efgh:1",
        "KINERJA:ABCD-EFGH:1\n",
        " KINERJA:ABCD-EFGH:1",
        "KINERJA:ABCD-EFGH:١",
        "https://contoh.id/KINERJA:ABCD-EFGH:1",
        "KINERJA:ABCD-EFGU:1",
    ],
)
def test_no_other_text_is_taken_for_ours(teks: str) -> None:
    assert baca_muatan(teks) is None


@pytest.mark.parametrize(("satu", "halaman"), [("ABCD-EFGU", 1), ("ABCD-EFGH", 0), ("ABCD-EFGH", 10000)])
def test_nothing_else_is_written(satu: str, halaman: int) -> None:
    with pytest.raises(ValueError, match="no document code"):
        tulis_muatan(satu, halaman)
