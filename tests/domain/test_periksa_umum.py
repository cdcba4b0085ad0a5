"""The words of the public verify page."""

from __future__ import annotations

import pytest

from kinerja.domain.periksa_umum import TTD_SAAT_DITERIMA, Putusan, tunda_kata


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


def test_every_verdict_on_a_signature_has_a_sentence() -> None:
    assert set(TTD_SAAT_DITERIMA) == {"sah", "berubah", "tidak dipercaya", "rusak", "tanpa tanda tangan"}


@pytest.mark.parametrize(
    ("detik", "kata"), [(1, "1 detik"), (89, "89 detik"), (90, "2 menit"), (600, "10 menit")]
)
def test_waiting_is_said_in_seconds_or_minutes(detik: int, kata: str) -> None:
    assert tunda_kata(detik) == kata
