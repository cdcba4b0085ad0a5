"""A letter: what it lacks, what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja.domain.disposisi import Sifat
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.surat import PANJANG_BARIS, PANJANG_ISI, IsianSurat, baris, kekurangan, periksa_surat
from tests.data_uji_sekali import ISIAN


def test_a_letter_is_kept_unfinished_and_says_what_it_lacks() -> None:
    awal = periksa_surat(IsianSurat(hal=" Undangan "))
    assert awal.hal == "Undangan"
    assert kekurangan(awal) == ("kode klasifikasi", "tujuan", "isi surat")
    assert kekurangan(ISIAN) == ()


@pytest.mark.parametrize("kelas", ["000", "000.8.6.3", "400.10.2.1"])
def test_a_class_is_digits_and_dots(kelas: str) -> None:
    assert periksa_surat(replace(ISIAN, klasifikasi=f" {kelas} ")).klasifikasi == kelas


@pytest.mark.parametrize(
    ("medan", "isi"),
    [
        ("klasifikasi", "00.8"),
        ("klasifikasi", "000.8/1"),
        ("klasifikasi", "000.٨"),
        ("hal", " "),
        ("hal", "a" * (PANJANG_BARIS + 1)),
        ("isi", "a" * (PANJANG_ISI + 1)),
        ("sifat", Sifat.RAHASIA),
    ],
)
def test_what_is_wrong_is_said_at_its_field(medan: str, isi: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        periksa_surat(replace(ISIAN, **{medan: isi}))
    assert salah.value.medan == medan


def test_a_list_is_typed_one_a_line() -> None:
    assert baris(" Bupati \n\n  Inspektur\n") == ("Bupati", "Inspektur")
