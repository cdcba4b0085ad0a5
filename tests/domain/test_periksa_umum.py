"""The words of the public verify page."""

from __future__ import annotations

import pytest

from kinerja.domain.periksa_umum import Putusan, kata_ttd, tunda_kata
from kinerja.domain.tanda_tangan import Verdict


@pytest.mark.parametrize("putusan", Putusan)
def test_every_answer_has_words_and_a_colour(putusan: Putusan) -> None:
    kata = putusan.kata
    assert kata.judul and kata.uraian.endswith(".")
    assert kata.nada in ("baik", "info", "awas", "bahaya")
    assert (kata.nada == "baik") == (putusan is Putusan.SAMA_ARSIP)


def test_the_four_sentences_of_the_issue_are_said() -> None:
    judul = [p.kata.judul for p in Putusan]
    for kata in (
        "Sama persis dengan yang diarsipkan",
        "Sama persis dengan yang diterbitkan (belum bertanda tangan)",
        "Berubah",
        "Tidak dikenal",
    ):
        assert kata in judul


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_on_a_signature_has_a_sentence(verdict: Verdict) -> None:
    assert kata_ttd(verdict.value, ()).endswith(f"Saat diterima: {verdict.kalimat}")
    assert "oleh A, B. Saat" in kata_ttd(verdict.value, ("A", "B"))


def test_nothing_is_said_of_a_verdict_nobody_gave() -> None:
    assert kata_ttd("", ()) == kata_ttd("baik", ("A",)) == ""


@pytest.mark.parametrize(
    ("detik", "kata"), [(1, "1 detik"), (89, "89 detik"), (90, "2 menit"), (600, "10 menit")]
)
def test_waiting_is_said_in_seconds_or_minutes(detik: int, kata: str) -> None:
    assert tunda_kata(detik) == kata
