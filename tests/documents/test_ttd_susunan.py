"""Attacks that need no key, and honest files that look like one."""

from __future__ import annotations

import pypdfium2
import pytest

from kinerja.domain.tanda_tangan import Verdict
from tests.documents.test_periksa_ttd import putusan
from tests.korpus_ttd import baik, polos
from tests.penanda_uji import SAAT, crl, kunci, penanda, pencap, tanda_tangani
from tests.serangan_ttd import JUJUR, SERANGAN, lubang_dipindah


@pytest.mark.parametrize("nama", SERANGAN)
def test_no_attack_is_taken_for_a_good_file(nama: str) -> None:
    buat, verdict = SERANGAN[nama]
    hasil = putusan(buat())
    assert (hasil.verdict, bool(hasil.alasan)) == (verdict, verdict is not Verdict.TANPA)


@pytest.mark.parametrize("nama", JUJUR)
def test_honest_files_of_every_kind_are_sah(nama: str) -> None:
    hasil = putusan(JUJUR[nama]())
    assert (hasil.verdict, hasil.alasan) == (Verdict.SAH, ())


def test_the_moved_gap_truly_shows_other_words() -> None:
    kata = [
        pypdfium2.PdfDocument(isi)[0].get_textpage().get_text_range() for isi in (baik(), lubang_dipindah())
    ]
    assert kata == ["Realisasi asli 87,50 halaman 1", "PALSU 99,99"]


def test_a_time_stamp_of_a_revoked_service_proves_nothing() -> None:
    pdf = tanda_tangani(polos(), cap=pencap())
    assert putusan(pdf, crl(1)).verdict is Verdict.SAH
    hasil = putusan(pdf, crl(4000))
    assert hasil.verdict is Verdict.TIDAK_DIPERCAYA
    assert "cap waktu sudah dicabut" in hasil.kalimat()
    assert hasil.tanda_tangan[0].cap_waktu == ""


def test_a_signer_revoked_after_the_time_stamp_was_good_and_it_says_so() -> None:
    pdf = tanda_tangani(polos(), cap=pencap())
    hasil = putusan(pdf, crl(2001))
    assert hasil.verdict is Verdict.SAH
    assert hasil.tanda_tangan[0].pencabutan == "dicabut sejak 28-09-2026, setelah cap waktu tanda tangan ini"
    lebih_awal = putusan(pdf, crl(2001, sejak=SAAT.replace(year=2026, month=8, day=1)))
    assert lebih_awal.verdict is Verdict.TIDAK_DIPERCAYA


def test_a_name_chosen_to_deceive_stays_on_its_line() -> None:
    nama = "Camat\nsah\x1b[2J\u202etamaC"
    (satu,) = putusan(tanda_tangani(polos(), oleh=penanda(nama, kunci(1)))).tanda_tangan
    assert satu.nama == "Camat sah [2J tamaC"
