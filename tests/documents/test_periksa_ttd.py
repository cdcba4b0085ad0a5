"""The verdict on signed files: the corpus, the lists of revoked certificates, and a child that gives up."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from kinerja.documents.pekerja import Kolam
from kinerja.documents.pratinjau import PratinjauGagal
from kinerja.documents.tanda_tangan.periksa import periksa_ttd
from kinerja.documents.tanda_tangan.periksa_anak import periksa_ttd as di_anak
from kinerja.domain.tanda_tangan import PENCABUTAN_LURING, HasilTtd, Verdict
from tests.korpus_ttd import KORPUS, baik, polos
from tests.penanda_uji import NAMA, SAAT, crl, p12, penerbit, tanda_tangani


def putusan(pdf: bytes, *daftar: bytes, akar: bytes | None = None) -> HasilTtd:
    """What the child says, asked in this process."""
    kepala = {"akar": 1, "pada": SAAT.isoformat()}
    return HasilTtd.dari_data(di_anak(kepala, [pdf, akar or penerbit().der, *daftar])[0]["ttd"])


@pytest.mark.parametrize("nama", KORPUS)
def test_each_file_gets_its_verdict(nama: str) -> None:
    buat, verdict = KORPUS[nama]
    hasil = putusan(buat())
    assert (hasil.verdict, bool(hasil.alasan)) == (verdict, verdict not in (Verdict.SAH, Verdict.TANPA))
    assert bool(hasil.peringatan) == ("skrip" in nama)


def test_a_good_file_tells_who_signed_when_and_by_whose_word() -> None:
    hasil = periksa_ttd(baik(), [penerbit().der], pada=SAAT)
    assert hasil == replace(putusan(baik()), pada=SAAT.isoformat())
    assert hasil.penanda() == (NAMA,)
    (satu,) = hasil.tanda_tangan
    assert (satu.penerbit, satu.seri, satu.cakupan) == ("Akar Uji", f"{2001:x}", "seluruh berkas")
    assert satu.pencabutan == PENCABUTAN_LURING == "pencabutan tidak diperiksa (luring)"
    assert satu.waktu
    assert satu.cap_waktu == ""
    assert (len(hasil.akar), hasil.crl) == (1, 0)
    assert hasil.versi


def test_without_any_root_nobody_is_trusted() -> None:
    assert periksa_ttd(baik(), [], pada=SAAT).verdict is Verdict.TIDAK_DIPERCAYA


@pytest.mark.parametrize("alamat", ["", "http://crl.contoh/daftar.crl"])
def test_a_revoked_certificate_is_seen_with_and_without_an_address_in_it(alamat: str) -> None:
    pdf = tanda_tangani(polos(), p12(ke=8, alamat_crl=alamat))
    dicabut = putusan(pdf, crl(2008))
    assert dicabut.verdict is Verdict.TIDAK_DIPERCAYA
    assert "dicabut" in dicabut.kalimat()
    assert dicabut.tanda_tangan[0].pencabutan == "dicabut sejak 28-09-2026"
    bersih = putusan(pdf, crl(1, 2))
    assert bersih.verdict is Verdict.SAH
    assert bersih.tanda_tangan[0].pencabutan == "tidak dicabut menurut daftar yang diberikan"
    assert putusan(pdf).verdict is Verdict.SAH


def test_a_list_of_somebody_else_or_an_old_one_says_so() -> None:
    asing = putusan(baik(), crl(2001, oleh=penerbit(ke=7)))
    assert asing.verdict is Verdict.SAH
    assert "bukan dari penerbit" in asing.tanda_tangan[0].pencabutan
    kepala = {"akar": 1, "pada": (SAAT + timedelta(days=60)).isoformat()}
    lewat = HasilTtd.dari_data(di_anak(kepala, [baik(), penerbit().der, crl(5)])[0]["ttd"])
    assert "lewat masa berlakunya" in lewat.tanda_tangan[0].pencabutan


def test_a_certificate_that_ends_later_was_good_at_receipt() -> None:
    kini = periksa_ttd(baik(), [penerbit().der], pada=SAAT)
    kelak = periksa_ttd(baik(), [penerbit().der], pada=SAAT + timedelta(days=700))
    assert (kini.verdict, kelak.verdict) == (Verdict.SAH, Verdict.TIDAK_DIPERCAYA)
    assert "tidak berlaku" in kelak.kalimat()


def test_no_turned_bit_and_no_cut_of_a_signed_file_is_sah() -> None:
    acak, asli = random.Random(5), baik()
    for _ in range(25):
        tempat = acak.randrange(len(asli))
        rusak = asli[:tempat] + bytes([asli[tempat] ^ (1 << acak.randrange(8))]) + asli[tempat + 1 :]
        hasil = putusan(rusak)
        # bits of the padding behind the signature's own bytes are no part of anything
        assert hasil.verdict is not Verdict.SAH or _di_lubang(asli, tempat), tempat
    for _ in range(10):
        assert putusan(asli[: acak.randrange(len(asli))]).verdict is not Verdict.SAH


def _di_lubang(isi: bytes, tempat: int) -> bool:
    """Is this place in the gap that the signature itself fills?"""
    awal = isi.index(b"/Contents <") + len(b"/Contents <")
    return awal <= tempat < isi.index(b">", awal)


def test_a_child_that_runs_out_of_time_says_rusak() -> None:
    hasil = periksa_ttd(baik(), [penerbit().der], pada=SAAT, batas_detik=0.01)
    assert hasil.verdict is Verdict.RUSAK
    assert "terlalu rumit" in hasil.kalimat()


def test_with_no_child_free_it_says_so() -> None:
    kolam = Kolam(maks=1, tunggu_detik=0)
    kolam._tempat.acquire()
    with pytest.raises(PratinjauGagal, match="Coba lagi"):
        periksa_ttd(baik(), [], kolam=kolam)
