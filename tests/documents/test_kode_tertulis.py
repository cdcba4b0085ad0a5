"""The code that a PDF says in words."""

from __future__ import annotations

import pytest

from kinerja.documents.cetak import cetak_html
from kinerja.documents.kode_tertulis import kode_tertulis
from kinerja.documents.pekerja import Kolam
from kinerja.documents.pratinjau import PratinjauGagal
from kinerja.documents.templat import jadikan_html
from tests.data_uji_arsip import pdf_uji
from tests.documents.contoh import lembar_coba


def _pdf(kode: str, judul: str) -> bytes:
    return cetak_html(jadikan_html("pdf/coba.html", lembar_coba(kode=kode, judul=judul))).pdf


def test_the_labelled_codes_are_read_each_once() -> None:
    isi = _pdf("Nomor 2026-2027 · Kode dokumen 7K2M-9QXB", "Menurut kode dokumen: ABCD-EFGH")
    assert set(kode_tertulis(isi)) == {"7K2M-9QXB", "ABCD-EFGH"}


@pytest.mark.parametrize("isi", [b"", b"%PDF-1.4 rusak", pdf_uji(3)])
def test_a_file_without_a_code_or_a_broken_one_has_none(isi: bytes) -> None:
    assert kode_tertulis(isi) == ()


def test_with_no_child_free_it_says_so() -> None:
    kolam = Kolam(maks=1, tunggu_detik=0)
    kolam._tempat.acquire()
    with pytest.raises(PratinjauGagal, match="Coba lagi"):
        kode_tertulis(pdf_uji(), kolam=kolam)
