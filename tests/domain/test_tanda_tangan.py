"""Verdicts: the order of the words and every reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.tanda_tangan import HasilTtd, TandaTangan, Temuan, Verdict, nilai, simpulkan

BAIK = Temuan(
    utuh=True,
    benar=True,
    dipercaya=True,
    seluruhnya=True,
    bagian=True,
    pembaruan="tidak ada",
    aturan=True,
    terakhir=True,
    dicabut=False,
)


def test_a_signature_that_passes_everything_is_sah() -> None:
    assert nilai(BAIK) == (Verdict.SAH, ())
    assert nilai(replace(BAIK, seluruhnya=False, pembaruan="data pemeriksaan"))[0] is Verdict.SAH
    assert nilai(replace(BAIK, seluruhnya=False, pembaruan="isian", terakhir=False))[0] is Verdict.SAH


@pytest.mark.parametrize(
    ("ubah", "verdict", "kata"),
    [
        ({"utuh": False, "dipercaya": False}, Verdict.BERUBAH, "tidak sama lagi"),
        ({"benar": False}, Verdict.BERUBAH, "tidak sama lagi"),
        ({"pembaruan": "lain"}, Verdict.BERUBAH, "diubah setelah"),
        ({"bagian": False}, Verdict.BERUBAH, "tidak meliputi"),
        ({"aturan": False}, Verdict.BERUBAH, "diubah setelah"),
        ({"seluruhnya": False}, Verdict.BERUBAH, "ditambahkan"),
        ({"seluruhnya": False, "pembaruan": "isian"}, Verdict.BERUBAH, "ditambahkan"),
        ({"dicabut": True}, Verdict.TIDAK_DIPERCAYA, "dicabut"),
        ({"dipercaya": False}, Verdict.TIDAK_DIPERCAYA, "tidak dipercaya"),
        ({"dipercaya": False, "masalah": "Sebab itu."}, Verdict.TIDAK_DIPERCAYA, "Sebab itu."),
    ],
)
def test_each_flaw_has_its_word_and_its_reason(ubah: dict[str, bool], verdict: Verdict, kata: str) -> None:
    hasil, alasan = nilai(replace(BAIK, **ubah))  # type: ignore[arg-type]
    assert hasil is verdict
    assert kata in alasan[0]


VERDICT = st.sampled_from([Verdict.RUSAK, Verdict.BERUBAH, Verdict.TIDAK_DIPERCAYA, Verdict.SAH])


@given(st.lists(VERDICT, max_size=4))
def test_the_worst_signature_speaks_for_the_file(semua: list[Verdict]) -> None:
    hasil = simpulkan([TandaTangan("A", satu) for satu in semua])
    assert (hasil is Verdict.TANPA) == (not semua)
    assert (hasil is Verdict.SAH) == (bool(semua) and set(semua) == {Verdict.SAH})


def test_a_time_stamp_alone_is_nobodys_signature_and_a_bad_one_is_told_of() -> None:
    assert simpulkan([TandaTangan("Cap", Verdict.SAH, hanya_cap=True)]) is Verdict.TANPA
    assert simpulkan([TandaTangan("Cap", Verdict.BERUBAH, hanya_cap=True)]) is Verdict.BERUBAH
    assert (
        simpulkan([TandaTangan("A", Verdict.SAH), TandaTangan("Cap", Verdict.SAH, hanya_cap=True)])
        is Verdict.SAH
    )


def test_what_is_kept_is_read_back() -> None:
    satu = TandaTangan("Camat", Verdict.TIDAK_DIPERCAYA, ("Sebab.",), waktu="2026-10-08T02:00:00+00:00")
    cap = TandaTangan("Cap waktu", Verdict.SAH, hanya_cap=True)
    hasil = HasilTtd(
        Verdict.TIDAK_DIPERCAYA, ("Sebab.",), (satu, cap), ("Awas.",), ("ab",), 1, "2026-10-08", "0"
    )
    assert HasilTtd.dari_data(hasil.ke_data()) == hasil
    assert hasil.penanda() == ("Camat",)
    assert hasil.kalimat() == f"{Verdict.TIDAK_DIPERCAYA.kalimat} Sebab."


def test_the_five_words() -> None:
    assert [str(v) for v in Verdict] == ["sah", "berubah", "tidak dipercaya", "rusak", "tanpa tanda tangan"]
    assert all(v.kalimat.endswith(".") for v in Verdict)
