"""A letter on paper: its parts, a concept marked as one, a long text whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kinerja.documents.cetak import cetak
from kinerja.documents.kantor import Kantor, Penandatangan
from kinerja.documents.surat_keluar import TEMPLAT, SuratKeluar

SURAT = SuratKeluar(
    kantor=Kantor("Pemerintah Kabupaten Contoh", "Kecamatan Contoh"),
    tempat_tanggal="Contoh, 8 Oktober 2026",
    nomor="000.1.5/7/CMT/2026",
    sifat="Biasa",
    lampiran="",
    hal="Undangan rapat koordinasi",
    kepada=("Bupati Contoh",),
    di="Painan",
    isi="Dengan hormat,\n\nKami mengundang Bapak.",
    penandatangan=Penandatangan("Camat Contoh", "Nama Camat, S.E.", nip="196902411990032002"),
    tembusan=("Inspektur", "Arsip"),
    kode="ABCD-EFGH",
)

pytestmark = pytest.mark.lambat


def cetak_surat(**ubah: object) -> bytes:
    data = replace(SURAT, **ubah)  # type: ignore[arg-type]
    return cetak(TEMPLAT, data, penanda=data.penanda).pdf


def test_a_letter_has_letterhead_number_addressee_signature_and_copies(baca) -> None:
    teks = baca(cetak_surat()).teks
    for kata in (
        "KECAMATAN CONTOH",
        "Contoh, 8 Oktober 2026",
        "000.1.5/7/CMT/2026",
        "Yth. Bupati Contoh",
        "di Painan",
        "Kami mengundang Bapak.",
        "CAMAT CONTOH,",
        "Nama Camat, S.E.",
        "Tembusan:",
        "2. Arsip",
        "Kode dokumen ABCD-EFGH",
    ):
        assert kata in teks, kata
    assert "KONSEP" not in teks


def test_a_concept_says_so_and_several_addressees_are_numbered(baca) -> None:
    teks = baca(
        cetak_surat(nomor="", status="KONSEP", kepada=("Wali Nagari A", "Wali Nagari B"), tembusan=())
    ).teks
    assert "KONSEP" in teks and "2. Wali Nagari B" in teks
    assert "Tembusan" not in teks


def test_twenty_thousand_characters_lose_nothing(baca) -> None:
    isi = "\n\n".join(f"Alinea {n} " + "kata " * 60 for n in range(60))
    hasil = baca(cetak_surat(isi=isi))
    assert all(f"Alinea{n}" in hasil.padat for n in range(60))
