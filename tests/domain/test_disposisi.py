"""Disposisi: down the structure, the roles a step names, what a slip must say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.disposisi import (
    INSTRUKSI,
    bawahan,
    pemberi_bebas,
    peran_penerima,
    periksa_isi,
    periksa_penerima,
    periksa_teks,
)
from kinerja.domain.jabatan import KEPALA_UNIT, Peran
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.sop import Halaman

# camat 1 ← sekretaris 2 ← kasubag 3 ← staf 4; camat 1 ← kasi 5 ← staf 6
ATASAN = {1: None, 2: 1, 3: 2, 4: 3, 5: 1, 6: 5}


def test_bawahan_reach_down_every_level() -> None:
    assert bawahan(1, ATASAN) == {2, 3, 4, 5, 6}
    assert bawahan(2, ATASAN) == {3, 4}
    assert bawahan(6, ATASAN) == frozenset()


@given(st.dictionaries(st.integers(1, 12), st.none() | st.integers(1, 12)), st.integers(1, 12))
def test_nobody_is_below_themselves_even_in_a_broken_structure(
    atasan: dict[int, int | None], jabatan: int
) -> None:
    assert jabatan not in bawahan(jabatan, atasan)


def test_the_giver_is_the_post_that_stands_above_all_recipients() -> None:
    assert pemberi_bebas([2, 5], [6], ATASAN) == 5
    assert pemberi_bebas([2, 5], [3, 4], ATASAN) == 2
    assert pemberi_bebas([2, 5], [4, 6], ATASAN) is None
    assert pemberi_bebas([2], [1], ATASAN) is None
    assert pemberi_bebas([2], [2], ATASAN) is None


def test_a_step_names_the_roles_its_disposisi_goes_to() -> None:
    assert peran_penerima(Halaman.KUMPULKAN) == KEPALA_UNIT
    assert peran_penerima(Halaman.REKAP_SEMESTER) == KEPALA_UNIT
    assert peran_penerima(Halaman.SUSUN_SEMESTER) == {Peran.SEKRETARIS}
    for halaman in (None, Halaman.OLAH):
        assert Peran.ADMIN not in peran_penerima(halaman)


@pytest.mark.parametrize(
    ("hal", "instruksi", "baris", "catatan", "medan"),
    [
        ("", [], {}, "", "hal"),
        (" \n", [], {}, "", "hal"),
        ("x" * 501, [], {}, "", "hal"),
        ("x", ["lain"], {}, "", "instruksi"),
        ("x", [], {"nomor_surat": "x" * 501}, "", "nomor_surat"),
        ("x", [], {}, "x" * 20_001, "catatan"),
    ],
)
def test_a_slip_that_cannot_be_taken_names_the_field(
    hal: str, instruksi: list[str], baris: dict[str, str], catatan: str, medan: str
) -> None:
    with pytest.raises(MasukanSalah) as salah:
        periksa_isi(hal, instruksi, baris, catatan)
    assert salah.value.medan == medan


def test_a_full_slip_is_taken() -> None:
    periksa_isi("x" * 500, list(INSTRUKSI), {"nomor_surat": "y" * 500}, "z" * 20_000)
    periksa_teks("z" * 20_000, "pesan")
    periksa_penerima([1, 2])


@pytest.mark.parametrize("penerima", [[], [1, 1], [1, 2, 1]])
def test_recipients_are_at_least_one_and_nobody_twice(penerima: list[int]) -> None:
    with pytest.raises(MasukanSalah) as salah:
        periksa_penerima(penerima)
    assert salah.value.medan == "penerima"
