"""Names in the inspection pack."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.paket import PANJANG_NAMA, Bagian, jalur_berkas, potong


@pytest.mark.parametrize(
    ("kata", "nama"),
    [
        ("Laporan Kinerja Triwulan I 2026 (Revisi 1)", "laporan-kinerja-triwulan-i-2026-revisi-1"),
        ("000.7.2.8/1/CMT-TRS/2026", "000-7-2-8-1-cmt-trs-2026"),
        ("Bukti: café <b>.pdf", "bukti-cafe-b-pdf"),
        ("CON", "con-"),
        ("漢字", ""),
    ],
)
def test_a_name_is_small_letters_digits_and_dashes(kata: str, nama: str) -> None:
    assert potong(kata, 60) == nama


@given(st.text(max_size=300), st.text(max_size=12))
def test_every_path_is_short_and_taken_by_every_system(kata: str, akhiran: str) -> None:
    dipakai: set[str] = set()
    for _ in range(3):
        jalur = jalur_berkas(f"{Bagian.PERJANJIAN_KINERJA}/tw-iv", kata, akhiran, dipakai)
        assert len(jalur) <= PANJANG_NAMA
        assert jalur.isascii() and jalur == jalur.lower()
        for satu in jalur.split("/"):
            assert (
                satu
                and not satu.endswith((".", " "))
                and satu.partition(".")[0] not in ("con", "nul", "lpt1")
            )
        assert not set(jalur) & set('<>:"\\|?* ')
        dipakai.add(jalur)
    assert len(dipakai) == 3


def test_the_parts_have_headings_and_their_order_is_that_of_their_folders() -> None:
    assert [str(b) for b in Bagian] == sorted(str(b) for b in Bagian)
    assert all(b.judul and b.kosong.endswith(".") for b in Bagian)
