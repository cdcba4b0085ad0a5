"""Printed, scanned, read: one hundred codes come back, and never a wrong one."""

from __future__ import annotations

import random

import pytest

from kinerja.documents.baca_kode import baca_kode
from kinerja.documents.cetak import cetak
from kinerja.documents.laporan.naskah import TEMPLAT
from kinerja.domain.kode_dokumen import MuatanKode
from kinerja.domain.nomor import ABJAD_KODE
from tests.documents import contoh_laporan as contoh
from tests.documents.test_baca_kode import lembar as lembar_asing
from tests.documents.test_surat_keluar import cetak_surat
from tests.pindai_uji import jadi_pdf, pindai

pytestmark = pytest.mark.lambat


def test_ninety_five_of_a_hundred_scanned_pages_are_read_and_none_wrong() -> None:
    """Pages of yearly reports as they are printed, upright and landscape, each with a code and page of its own."""
    acak = random.Random(5)
    benar = semua = 0
    while semua < 100:
        huruf = "".join(acak.choices(ABJAD_KODE, k=8))
        kode = f"{huruf[:4]}-{huruf[4:]}"
        hasil = cetak(TEMPLAT, contoh.tahunan(status="", kode=kode))
        halaman = range(1, min(hasil.halaman, 100 - semua) + 1)
        gambar = [pindai(hasil.pdf, n, putar=acak.uniform(-5, 5), benih=semua + n) for n in halaman]
        dibaca = [satu.muatan for satu in baca_kode(jadi_pdf(gambar), "application/pdf")]
        harap = [MuatanKode(kode, n) for n in halaman]
        assert all(satu in (None, tepat) for satu, tepat in zip(dibaca, harap, strict=True))
        benar, semua = benar + sum(satu is not None for satu in dibaca), semua + len(dibaca)
    assert (semua, benar >= 95) == (100, True), benar


@pytest.mark.parametrize(
    "cara",
    [
        {"putar": 90},
        {"putar": 180},
        {"putar": 270},
        {"putar": 3, "bayang": True, "warna": True},
        {"miring": 0.05, "bayang": True, "warna": True, "dpi": 200},
    ],
)
def test_a_printed_letter_is_read_however_it_was_laid_or_photographed(cara) -> None:
    foto = pindai(cetak_surat(), benih=7, **cara)
    assert baca_kode(foto, "image/jpeg")[0].muatan == MuatanKode("ABCD-EFGH", 1)


def test_the_code_of_somebody_else_is_never_ours() -> None:
    teks = ("https://bsre.contoh/verifikasi/ABCD-EFGH", "KINERJA:ABCD-EFGH", "kinerja:abcd-efgh:1")
    gambar = [pindai(lembar_asing((satu,)), putar=2, benih=n) for n, satu in enumerate(teks)]
    semua = baca_kode(jadi_pdf(gambar), "application/pdf")
    assert [(satu.muatan, satu.asing) for satu in semua] == [(None, 1)] * 3
