"""Whatever is typed becomes a search that FTS5 understands; found words come back in pieces."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.cari import AKHIR, AWAL, Potong, bersih, kata_cari, pecah, sekitar, tandai, ungkapan


@pytest.fixture(scope="module")
def fts() -> sqlite3.Connection:
    koneksi = sqlite3.connect(":memory:")
    koneksi.execute(
        "CREATE VIRTUAL TABLE t USING fts5(a, tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    koneksi.execute("INSERT INTO t VALUES ('Laporan 000.7.2.8/12/CMT/2026 kode ABCD-EFGH, Résumé nagari')")
    return koneksi


def jumlah(fts: sqlite3.Connection, ketikan: str) -> int:
    kata = ungkapan(kata_cari(ketikan))
    return int(fts.execute("SELECT count(*) FROM t WHERE t MATCH ?", (kata,)).fetchone()[0]) if kata else -1


@given(st.text(max_size=120))
def test_nothing_that_can_be_typed_is_an_error(fts: sqlite3.Connection, ketikan: str) -> None:
    assert jumlah(fts, ketikan) in (-1, 0, 1)


@pytest.mark.parametrize(
    "ketikan",
    [
        *("laporan", "LAPORAN", "lapo", "resume", "Résumé", "000.7.2.8/12/CMT/2026", "7.2.8/12", "ABCD-EFGH"),
        *("abcd-ef", "efgh", "nagari laporan", 'laporan "', "laporan *", "laporan -", '"laporan nag', "nag*"),
    ],
)
def test_words_numbers_and_codes_are_found_as_typed_or_in_part(fts: sqlite3.Connection, ketikan: str) -> None:
    assert jumlah(fts, ketikan) == 1


@pytest.mark.parametrize(
    "ketikan", ["NEAR", "laporan NOT nagari", "laporan OR x", "a:laporan", "000.7.2.8/13"]
)
def test_the_language_of_the_index_is_only_words(fts: sqlite3.Connection, ketikan: str) -> None:
    assert jumlah(fts, ketikan) == 0


@pytest.mark.parametrize("ketikan", ["", "   ", "*", '"', "- ^ ( )", "\x00", "\ue000"])
def test_without_a_letter_or_digit_there_is_nothing_to_search(ketikan: str) -> None:
    assert kata_cari(ketikan) == ()
    assert ungkapan(()) == ""


def test_quotes_stay_inside_the_word() -> None:
    assert ungkapan(('ka"ta', "dua")) == '"ka""ta" "dua"*'


def test_text_for_the_index_is_joined_and_plain() -> None:
    assert bersih("Bab I.......7") == "Bab I … 7"
    assert bersih("kiner\ufffe\r\nja  kantor\x00\r\nNagari\ue000 satu") == "kinerja kantor Nagari satu"


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Co"]), min_size=1), st.booleans())))
def test_pieces_hold_the_whole_text(potong: list[tuple[str, bool]]) -> None:
    bertanda = "".join(f"{AWAL}{t}{AKHIR}" if kena else t for t, kena in potong)
    assert "".join(p.teks for p in pecah(bertanda)) == "".join(t for t, _ in potong)


def test_a_snippet_in_pieces() -> None:
    assert pecah(f"awal {AWAL}kata{AKHIR} sisa") == (
        Potong("awal ", False),
        Potong("kata", True),
        Potong(" sisa", False),
    )
    assert pecah(f"{AWAL}terpotong") == (Potong("terpotong", False),)
    assert pecah("") == ()


def test_words_are_marked_without_an_index_too() -> None:
    assert tandai("000.1/BCD", ("bcd",)) == (Potong("000.1/", False), Potong("BCD", True))
    assert tandai("", ("a",)) == ()
    assert tandai("tetap", ()) == (Potong("tetap", False),)
    tengah = sekitar("x" * 300 + " nagari " + "y" * 300, ("nagari",))
    assert [p.kena for p in tengah] == [False, True, False]
    assert tengah[0].teks.startswith("… ") and tengah[-1].teks.endswith(" …")
    assert sekitar("tidak ada", ("nagari",)) == ()
