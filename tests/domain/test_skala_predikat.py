"""The predicate of a capaian, by lower bounds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.predikat import PERMENDAGRI_86_2017, SkalaPredikat, Tingkat, baca_skala_predikat

URUTAN = ["Sangat Rendah", "Rendah", "Sedang", "Tinggi", "Sangat Tinggi"]


@pytest.mark.parametrize(
    ("nilai", "label"),
    [
        ("250", "Sangat Tinggi"),
        ("91", "Sangat Tinggi"),
        ("90.9999", "Tinggi"),
        ("90.004" + "9" * 40, "Tinggi"),
        ("90." + "9" * 48, "Sangat Tinggi"),
        ("76", "Tinggi"),
        ("75.5", "Sedang"),
        ("66", "Sedang"),
        ("65.99", "Rendah"),
        ("51", "Rendah"),
        ("50.99", "Sangat Rendah"),
        ("0", "Sangat Rendah"),
        ("-40", "Sangat Rendah"),
    ],
)
def test_the_lower_bound_decides_on_the_unrounded_figure(nilai, label):
    assert PERMENDAGRI_86_2017.untuk(Decimal(nilai)) == label


def test_without_a_capaian_there_is_no_predicate():
    assert PERMENDAGRI_86_2017.untuk(None) is None


@given(st.decimals(-500, 500, allow_nan=False), st.decimals(-500, 500, allow_nan=False))
def test_there_is_no_gap_and_no_fall(satu, dua):
    rendah, tinggi = sorted((satu, dua))
    assert URUTAN.index(PERMENDAGRI_86_2017.untuk(rendah)) <= URUTAN.index(PERMENDAGRI_86_2017.untuk(tinggi))


def test_another_scale_is_typed_as_rows():
    skala = baca_skala_predikat(
        " Kategori ", "Perbup", [("100", "Melampaui  target"), ("75,5", "Baik"), ("", "Kurang")]
    )
    assert (skala.nama, skala.sumber, skala.tingkat[0].label) == ("Kategori", "Perbup", "Melampaui target")
    assert [skala.untuk(Decimal(nilai)) for nilai in ("100", "75.5", "75.49")] == [
        "Melampaui target",
        "Baik",
        "Kurang",
    ]


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        ([], "perlu batas bawah"),
        ([("", "Satu")], "perlu batas bawah"),
        ([("", "Baik"), ("", "Kurang")], "perlu batas bawah"),
        ([("50", "Baik"), ("10", "Kurang")], "perlu batas bawah"),
        ([("50", "Baik"), ("50", "Cukup"), ("", "Kurang")], "menurun"),
        ([("50", "Baik"), ("", "baik ")], "nama yang berbeda"),
        ([("50", "Baik"), ("", " ")], "nama yang berbeda"),
    ],
)
def test_a_table_that_leaves_a_gap_is_refused(baris, kata):
    with pytest.raises(MasukanSalah, match=kata):
        baca_skala_predikat("x", "y", baris)


def test_a_scale_made_in_code_obeys_the_same_rules():
    with pytest.raises(MasukanSalah):
        SkalaPredikat("x", "y", (Tingkat(None, "a"),))
