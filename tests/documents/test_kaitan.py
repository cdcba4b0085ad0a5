"""Returned files and the issued one: signed behind it, written anew, foreign, or with other pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kinerja.documents.cetak import cetak_html
from kinerja.documents.pekerja import Kolam
from kinerja.documents.pratinjau import PratinjauGagal
from kinerja.documents.tanda_tangan.kaitan import halaman_sama, kaitan
from kinerja.documents.templat import jadikan_html
from kinerja.domain.kaitan import Kaitan
from kinerja.domain.tanda_tangan import Verdict
from tests.documents.contoh import lembar_coba
from tests.documents.test_periksa_ttd import putusan
from tests.korpus_ttd import ganti_halaman, polos, tambah_catatan, tulis_ulang
from tests.penanda_uji import tanda_tangani
from tests.serangan_ttd import formulir, kedua

KODE = "7K2M-9QXB"


def terbitan(kode: str = KODE) -> bytes:
    """A printed page whose foot names a code."""
    lembar = lembar_coba(kode=kode, judul=f"Laporan uji · Kode dokumen {kode}")
    return cetak_html(jadikan_html("pdf/coba.html", lembar)).pdf


@pytest.fixture(scope="module")
def terbit() -> bytes:
    return terbitan()


def test_a_signature_behind_the_issued_bytes_leaves_its_pages_alone(terbit: bytes) -> None:
    kembali = tanda_tangani(terbit)
    assert kaitan(terbit, kembali, KODE) is Kaitan.DIAWALI
    assert halaman_sama(terbit, kembali)


def test_pages_put_in_place_of_the_issued_ones_are_seen_though_the_file_begins_alike() -> None:
    kembali = tanda_tangani(ganti_halaman(polos()))
    assert kaitan(polos(), kembali, KODE) is Kaitan.DIAWALI
    assert not halaman_sama(polos(), kembali)


@pytest.mark.parametrize(
    "buat",
    [
        lambda: tanda_tangani(tambah_catatan(polos())),
        lambda: tanda_tangani(formulir()),
        lambda: tanda_tangani(polos(), kotak=(30, 30, 560, 800)),
    ],
    ids=["catatan", "isian", "kotak menutup halaman"],
)
def test_what_was_laid_upon_the_pages_before_the_signature_is_for_a_person_to_see(
    buat: Callable[[], bytes],
) -> None:
    kembali = buat()
    assert putusan(kembali).verdict is Verdict.SAH
    assert kaitan(polos(), kembali, KODE) is Kaitan.DIAWALI
    assert not halaman_sama(polos(), kembali)


def test_two_blocks_of_signatures_are_what_is_expected() -> None:
    assert halaman_sama(polos(), kedua(tanda_tangani(polos())))


def test_a_file_that_was_written_anew_and_signed_is_told_by_its_code(terbit: bytes) -> None:
    kembali = tanda_tangani(tulis_ulang(terbit))
    assert not kembali.startswith(terbit)
    assert kaitan(terbit, kembali, KODE) is Kaitan.DITULIS_ULANG
    assert halaman_sama(terbit, kembali)


def test_other_documents_are_strangers(terbit: bytes) -> None:
    assert kaitan(terbit, tanda_tangani(terbitan("ABCD-EFGH")), KODE) is Kaitan.BUKAN
    assert kaitan(terbit, tanda_tangani(polos()), KODE) is Kaitan.BUKAN
    assert not halaman_sama(terbit, polos())


def test_what_cannot_be_drawn_is_not_the_same() -> None:
    assert not halaman_sama(polos(), b"%PDF-1.4 rusak")


def test_with_no_child_free_it_says_so() -> None:
    kolam = Kolam(maks=1, tunggu_detik=0)
    kolam._tempat.acquire()
    with pytest.raises(PratinjauGagal, match="Coba lagi"):
        halaman_sama(polos(), polos(), kolam=kolam)
