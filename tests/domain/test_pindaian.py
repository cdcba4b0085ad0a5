"""Pages that came back: one document, its missing pages, photographs put in order."""

from __future__ import annotations

import pytest

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.pindaian import (
    Lembar,
    Rombongan,
    belum_ada,
    kelompokkan,
    perhatikan,
    sandingkan,
    satu_kode,
    selisih,
)

A, B = "ABCD-EFGH", "JKMN-PQRS"
A1, A2, A3, B1 = Lembar(A, 1), Lembar(A, 2), Lembar(A, 3), Lembar(B, 1)


def test_one_readable_page_is_enough_to_know_the_document() -> None:
    assert satu_kode((None, A2, None)) == A
    assert satu_kode((None, None)) is None
    assert satu_kode(()) is None


def test_pages_of_two_documents_are_refused_with_their_places() -> None:
    with pytest.raises(MasukanSalah) as salah:
        satu_kode((A1, B1, A2))
    assert salah.value.pesan == (
        "Berkas ini memuat halaman dari 2 dokumen (kode ABCD-EFGH pada halaman 1 dan 3; "
        "kode JKMN-PQRS pada halaman 2). Pindai tiap dokumen menjadi berkas sendiri."
    )


@pytest.mark.parametrize(
    ("terbit", "bacaan", "kurang"),
    [
        (3, (A1, A2, A3), ()),
        (3, (A1, A3), (2,)),
        (3, (A1, None, A3), ()),  # the unread one may be page 2
        (3, (A1, None), (2, 3)),
        (2, (None, None), ()),
        (2, (A1, A1), (2,)),
    ],
)
def test_missing_pages_are_named_unless_an_unread_one_may_be_it(
    terbit: int, bacaan: tuple[Lembar | None, ...], kurang: tuple[int, ...]
) -> None:
    assert belum_ada(terbit, bacaan) == kurang


def test_a_complete_file_says_nothing() -> None:
    assert selisih(2, (A1, A2)) == () == perhatikan((A1, A2))


@pytest.mark.parametrize(
    ("terbit", "bacaan", "pesan"),
    [
        (2, (A1,), ("Dokumen terbit 2 halaman, yang kembali 1 halaman.", "Halaman 2 belum ada.")),
        (
            3,
            (A1, None),
            (
                "Dokumen terbit 3 halaman, yang kembali 2 halaman.",
                "Di antara halaman 2 dan 3 ada yang belum kembali: 1 lembar kodenya tidak terbaca.",
            ),
        ),
        (2, (None,), ("Dokumen terbit 2 halaman, yang kembali 1 halaman.",)),
        (2, (A1, A1), ("Halaman 2 belum ada.", "Halaman 1 ada lebih dari satu kali.")),
        (1, (A1, A2), ("Dokumen terbit 1 halaman, yang kembali 2 halaman.",
                       "Kode menyebut halaman 2, padahal dokumennya 1 halaman.")),
    ],
)  # fmt: skip
def test_every_difference_is_a_sentence(
    terbit: int, bacaan: tuple[Lembar | None, ...], pesan: tuple[str, ...]
) -> None:
    assert selisih(terbit, bacaan) == pesan


def test_a_long_list_of_missing_pages_is_cut() -> None:
    assert selisih(20, (A1,))[1] == "Halaman 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, … belum ada."


def test_unread_pages_and_another_order_deserve_a_look() -> None:
    assert perhatikan((A2, A1)) == ("Urutan halamannya 2 dan 1, tidak sama dengan yang terbit.",)
    assert perhatikan((A1, None)) == ("Kode tidak terbaca pada lembar ke-2. Periksa lembar itu.",)
    assert perhatikan((None,)) == (
        "Kode dokumen tidak terbaca pada satu halaman pun. Periksa apakah ini dokumennya.",
    )


def foto(*baca: Lembar | None) -> list[tuple[str, Lembar | None]]:
    return [(f"foto{ke}.jpg", satu) for ke, satu in enumerate(baca)]


def test_photographs_are_put_in_page_order_a_file_for_each_document() -> None:
    assert kelompokkan(foto(A2, B1, A1), {A: 2, B: 1}) == [Rombongan(A, (2, 0)), Rombongan(B, (1,))]


def test_an_unread_photograph_takes_the_missing_page_of_the_only_document() -> None:
    assert kelompokkan(foto(A3, None, A1), {A: 3}) == [Rombongan(A, (2, 1, 0))]


def test_unread_photographs_that_do_not_fit_stay_by_themselves() -> None:
    assert kelompokkan(foto(A1, None, None), {A: 2}) == [Rombongan(A, (0,)), Rombongan(None, (1, 2))]
    assert kelompokkan(foto(A1, B1, None), {A: 2, B: 2})[-1] == Rombongan(None, (2,))
    assert kelompokkan(foto(A1, None), {}) == [Rombongan(A, (0,)), Rombongan(None, (1,))]
    assert kelompokkan(foto(None, None), {}) == [Rombongan(None, (0, 1))]
    assert kelompokkan([], {}) == []


def test_two_photographs_of_one_page_are_refused_by_name_other_documents_go_on() -> None:
    satu = kelompokkan(foto(A1, None, A2, A1), {A: 3})
    assert [(r.kode, r.urut) for r in satu] == [(A, (0, 1, 2, 3))]  # what may be its page stays with it
    assert satu[0].salah.startswith("Foto “foto0.jpg” dan “foto3.jpg” sama-sama halaman 1. Kirim lagi semua")
    dua = kelompokkan(foto(A1, B1, A1, None), {A: 2, B: 1})
    assert [(r.kode, r.urut, bool(r.salah)) for r in dua] == [
        (A, (0, 2), True),
        (B, (1,), False),
        (None, (3,), False),
    ]


def test_only_so_many_photographs_make_one_file_not_one_sending() -> None:
    banyak = [Lembar(A, n) for n in range(1, 41)] + [Lembar(B, n) for n in range(1, 42)]
    satu, dua = kelompokkan(foto(*banyak), {A: 40, B: 41})
    assert (len(satu.urut), satu.salah) == (40, "")
    assert dua.salah == "41 foto untuk satu berkas, paling banyak 40. Pindai menjadi satu PDF."
    assert kelompokkan(foto(*[None] * 41), {})[0].salah.startswith("41 foto")


@pytest.mark.parametrize(
    ("terbit", "bacaan", "pasangan"),
    [
        (2, (A2, A1), [(1, 2), (2, 1)]),
        (3, (A1, None, A3), [(1, 1), (2, 2), (3, 3)]),
        (3, (A3, None), [(1, 2), (2, None), (3, 1)]),
        (1, (A1, A1, None), [(1, 1), (1, 2), (None, 3)]),
        (2, (None, None), [(1, 1), (2, 2)]),
        (1, (A2,), [(1, None), (None, 1)]),
    ],
)
def test_each_issued_page_stands_beside_the_one_that_came_back(
    terbit: int, bacaan: tuple[Lembar | None, ...], pasangan: list[tuple[int | None, int | None]]
) -> None:
    assert sandingkan(terbit, bacaan) == pasangan
