"""Lists of revoked certificates in a path with an issuer between the root and the signer."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from kinerja.documents.tanda_tangan.pencabutan import BERSIH, SEBAGIAN, TIDAK_COCOK, Pencabutan

SAAT = datetime(2026, 10, 8, tzinfo=UTC)
KUNCI = {nama: ec.generate_private_key(ec.SECP256R1()) for nama in ("Akar", "Antara", "Penanda")}


def _nama(nama: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, nama)])


def _sertifikat(nama: str, oleh: str, seri: int) -> SimpleNamespace:
    isi = x509.CertificateBuilder(_nama(oleh), _nama(nama), KUNCI[nama].public_key(), seri)
    isi = isi.not_valid_before(SAAT - timedelta(days=99)).not_valid_after(SAAT + timedelta(days=99))
    der = isi.sign(KUNCI[oleh], hashes.SHA256()).public_bytes(Encoding.DER)
    return SimpleNamespace(dump=lambda: der)


def _daftar(
    oleh: str, seri: int, *tambahan: x509.ExtensionType, alasan: x509.ReasonFlags | None = None
) -> bytes:
    baris = x509.RevokedCertificateBuilder(seri, SAAT - timedelta(days=3))
    dicabut = (baris.add_extension(x509.CRLReason(alasan), critical=False) if alasan else baris).build()
    isi = x509.CertificateRevocationListBuilder(
        _nama(oleh), SAAT - timedelta(days=1), SAAT + timedelta(days=9)
    )
    isi = isi.add_revoked_certificate(dicabut)
    for satu in tambahan:
        isi = isi.add_extension(satu, critical=True)
    return isi.sign(KUNCI[oleh], hashes.SHA256()).public_bytes(Encoding.DER)


JALUR = [
    _sertifikat("Akar", "Akar", 1),
    _sertifikat("Antara", "Akar", 2),
    _sertifikat("Penanda", "Antara", 3),
]


def _periksa(*daftar: bytes) -> tuple[str, bool]:
    return Pencabutan(daftar).periksa(JALUR, SAAT, None)


def test_a_clean_list_of_the_root_does_not_clear_the_signer() -> None:
    assert _periksa(_daftar("Akar", 77)) == (TIDAK_COCOK, False)


def test_a_clean_list_of_the_issuer_clears_the_signer() -> None:
    assert _periksa(_daftar("Antara", 77)) == (BERSIH, False)


def test_a_revoked_issuer_or_signer_is_seen_in_a_longer_path() -> None:
    assert _periksa(_daftar("Akar", 2)) == ("dicabut sejak 05-10-2026", True)
    assert _periksa(_daftar("Antara", 3)) == ("dicabut sejak 05-10-2026", True)


def _titik(**ubah: bool) -> x509.IssuingDistributionPoint:
    baku: dict[str, Any] = {
        "full_name": None,
        "relative_name": None,
        "only_contains_user_certs": False,
        "only_contains_ca_certs": False,
        "only_some_reasons": None,
        "indirect_crl": False,
        "only_contains_attribute_certs": False,
    }
    return x509.IssuingDistributionPoint(**(baku | ubah))


@pytest.mark.parametrize(
    "tambahan",
    [
        x509.DeltaCRLIndicator(5),
        _titik(only_contains_ca_certs=True),
        x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), b"\x05\x00"),
    ],
)
def test_a_list_that_names_only_some_clears_nobody_but_condemns(tambahan: x509.ExtensionType) -> None:
    assert _periksa(_daftar("Antara", 77, tambahan)) == (SEBAGIAN, False)
    assert _periksa(_daftar("Antara", 3, tambahan)) == ("dicabut sejak 05-10-2026", True)
    assert _periksa(_daftar("Antara", 77, tambahan), _daftar("Antara", 77)) == (BERSIH, False)


def test_a_list_of_all_people_clears_and_a_suspended_certificate_is_revoked() -> None:
    assert _periksa(_daftar("Antara", 77, _titik(only_contains_user_certs=True))) == (BERSIH, False)
    ditahan = _daftar("Antara", 3, alasan=x509.ReasonFlags.certificate_hold)
    assert _periksa(ditahan) == ("dicabut sejak 05-10-2026", True)
    dilepas = _daftar("Antara", 3, x509.DeltaCRLIndicator(5), alasan=x509.ReasonFlags.remove_from_crl)
    assert _periksa(dilepas) == (SEBAGIAN, False)
