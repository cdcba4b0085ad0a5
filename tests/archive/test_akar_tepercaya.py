"""The office's trusted roots: files of a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kinerja.archive.akar_tepercaya import (
    SertifikatSalah,
    akar_rusak,
    akar_tepercaya,
    baca_akar,
    baca_crl,
)
from tests.penanda_uji import crl, kunci, penerbit


def test_every_certificate_of_the_folder_counts_once(tmp_path: Path) -> None:
    assert akar_tepercaya(tmp_path) == ()
    folder = tmp_path / "trust"
    folder.mkdir()
    (folder / "a.pem").write_bytes(penerbit().pem + penerbit("Akar Lain", 6).pem)
    (folder / "b.der").write_bytes(penerbit().der)
    (folder / "catatan.txt").write_text("bukan sertifikat")
    (folder / "rusak.pem").write_text("-----BEGIN CERTIFICATE-----\nrusak")
    (folder / "besar.crt").write_bytes(b"x" * 1_000_001)
    semua = akar_tepercaya(tmp_path)
    assert [(a.nama, a.berkas) for a in semua] == [("Akar Uji", "a.pem"), ("Akar Lain", "a.pem")]
    assert semua[0].der == penerbit().der
    assert len(semua[0].sidik) == 64
    assert semua[0].berlaku_dari < semua[0].berlaku_sampai
    assert akar_rusak(tmp_path) == ("besar.crt", "rusak.pem")


def test_lists_and_certificates_are_read_as_pem_or_der_or_refused() -> None:
    assert baca_akar(penerbit().der, "x") == baca_akar(penerbit().pem, "x")
    assert baca_crl(crl(3)) == (crl(3),)
    for rusak in (b"", b"bukan", penerbit().der):
        with pytest.raises(SertifikatSalah):
            baca_crl(rusak)
    with pytest.raises(SertifikatSalah, match="x"):
        baca_akar(crl(3), "x")


def test_every_list_of_a_pem_file_counts() -> None:
    pem = b"".join(x509.load_der_x509_crl(satu).public_bytes(Encoding.PEM) for satu in (crl(1), crl(2)))
    assert baca_crl(b"dua daftar\n" + pem) == (crl(1), crl(2))


def test_a_private_key_beside_the_certificate_is_passed_over() -> None:
    (satu,) = baca_akar(_kunci_pem() + penerbit().pem, "akar.pem")
    assert satu.der == penerbit().der
    with pytest.raises(SertifikatSalah):
        baca_akar(_kunci_pem(), "kunci.pem")


def _kunci_pem() -> bytes:
    return kunci(1).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
