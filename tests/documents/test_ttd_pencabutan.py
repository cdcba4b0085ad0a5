"""Lists of revoked certificates in a path with an issuer between the root and the signer."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from kinerja.documents.ttd_pencabutan import BERSIH, TIDAK_COCOK, Pencabutan

SAAT = datetime(2026, 10, 8, tzinfo=UTC)
KUNCI = {nama: ec.generate_private_key(ec.SECP256R1()) for nama in ("Akar", "Antara", "Penanda")}


def _nama(nama: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, nama)])


def _sertifikat(nama: str, oleh: str, seri: int) -> SimpleNamespace:
    isi = x509.CertificateBuilder(_nama(oleh), _nama(nama), KUNCI[nama].public_key(), seri)
    isi = isi.not_valid_before(SAAT - timedelta(days=99)).not_valid_after(SAAT + timedelta(days=99))
    der = isi.sign(KUNCI[oleh], hashes.SHA256()).public_bytes(Encoding.DER)
    return SimpleNamespace(dump=lambda: der)


def _daftar(oleh: str, seri: int) -> bytes:
    dicabut = x509.RevokedCertificateBuilder(seri, SAAT - timedelta(days=3)).build()
    isi = x509.CertificateRevocationListBuilder(
        _nama(oleh), SAAT - timedelta(days=1), SAAT + timedelta(days=9)
    )
    isi = isi.add_revoked_certificate(dicabut)
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
