"""A signer for the tests: an own CA, PKCS#12, PAdES B-B through pyHanko. The product itself never signs."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from asn1crypto import x509 as asn1_x509
from asn1crypto.keys import PrivateKeyInfo
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, PdfTimeStamper, SimpleSigner
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko.stamp import TextStampStyle
from pyhanko_certvalidator.registry import SimpleCertificateStore

SAAT = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
"""When the tests' certificates are good and files are judged."""
SANDI = b"rahasia-uji"
NAMA = "Drs. CONTOH PENANDA, M.Si."


@dataclass(frozen=True)
class Penerbit:
    """A certificate authority of the tests."""

    kunci: rsa.RSAPrivateKey
    sertifikat: x509.Certificate

    @property
    def der(self) -> bytes:
        return self.sertifikat.public_bytes(Encoding.DER)

    @property
    def pem(self) -> bytes:
        return self.sertifikat.public_bytes(Encoding.PEM)


@cache
def kunci(ke: int) -> rsa.RSAPrivateKey:
    """Key number ``ke`` of this run; making one takes a while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _nama(umum: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Uji"),
            x509.NameAttribute(NameOID.COMMON_NAME, umum),
        ]
    )


@cache
def penerbit(nama: str = "Akar Uji", ke: int = 0) -> Penerbit:
    """A root. Another ``ke`` with the same name is a forger."""
    rahasia = kunci(ke)
    sertifikat = (
        x509.CertificateBuilder()
        .subject_name(_nama(nama))
        .issuer_name(_nama(nama))
        .public_key(rahasia.public_key())
        .serial_number(1000 + ke)
        .not_valid_before(SAAT - timedelta(days=3650))
        .not_valid_after(SAAT + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_pemakaian(ca=True), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(rahasia.public_key()), critical=False)
        .sign(rahasia, hashes.SHA256())
    )
    return Penerbit(rahasia, sertifikat)


def _pemakaian(*, ca: bool = False, menyangkal: bool = True) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not ca,
        content_commitment=menyangkal and not ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )


@cache
def p12(
    nama: str = NAMA,
    oleh: Penerbit | None = None,
    *,
    ke: int = 1,
    dari: datetime = SAAT - timedelta(days=100),
    sampai: datetime = SAAT + timedelta(days=265),
    menyangkal: bool = True,
    alamat_crl: str = "",
) -> bytes:
    """A PKCS#12 file of a signer, under ``SANDI``; its certificate has the serial number 2000 + ``ke``."""
    ca = oleh or penerbit()
    bangun = (
        x509.CertificateBuilder()
        .subject_name(_nama(nama))
        .issuer_name(ca.sertifikat.subject)
        .public_key(kunci(ke).public_key())
        .serial_number(2000 + ke)
        .not_valid_before(dari)
        .not_valid_after(sampai)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_pemakaian(menyangkal=menyangkal), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(ca.kunci.public_key()), critical=False
        )
    )
    if alamat_crl:
        titik = x509.DistributionPoint([x509.UniformResourceIdentifier(alamat_crl)], None, None, None)
        bangun = bangun.add_extension(x509.CRLDistributionPoints([titik]), critical=False)
    sertifikat = bangun.sign(ca.kunci, hashes.SHA256())
    return serialize_key_and_certificates(
        b"uji", kunci(ke), sertifikat, [ca.sertifikat], BestAvailableEncryption(SANDI)
    )


def crl(*seri: int, oleh: Penerbit | None = None, sejak: datetime = SAAT - timedelta(days=10)) -> bytes:
    """A list (DER) on which these serial numbers are revoked."""
    ca = oleh or penerbit()
    bangun = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(ca.sertifikat.subject)
        .last_update(SAAT - timedelta(days=1))
        .next_update(SAAT + timedelta(days=30))
    )
    for satu in seri:
        bangun = bangun.add_revoked_certificate(
            x509.RevokedCertificateBuilder().serial_number(satu).revocation_date(sejak).build()
        )
    return bangun.sign(ca.kunci, hashes.SHA256()).public_bytes(Encoding.DER)


def tanda_tangani(
    pdf: bytes,
    berkas_p12: bytes | None = None,
    *,
    medan: str = "Camat",
    kotak: tuple[int, int, int, int] = (330, 120, 520, 190),
    halaman: int = -1,
    sari: str = "sha256",
    izin: MDPPerm | None = None,
    oleh: SimpleSigner | None = None,
    cap: DummyTimeStamper | None = None,
    medan_siap: bool = False,
) -> bytes:
    """Sign as PAdES B-B with a visible block; an incremental update, so the file begins with ``pdf``.

    ``izin`` certifies the document: what may be added after. ``cap``: with its time stamp (B-T).
    ``medan_siap``: into a field that is there.
    """
    penanda = oleh or SimpleSigner.load_pkcs12_data(berkas_p12 or p12(), other_certs=[], passphrase=SANDI)
    assert penanda is not None
    tulis = IncrementalPdfFileWriter(io.BytesIO(pdf))
    meta = PdfSignatureMetadata(
        field_name=medan,
        md_algorithm=sari,
        subfilter=SigSeedSubFilter.PADES,
        reason="Pengesahan",
        certify=izin is not None,
        docmdp_permissions=izin or MDPPerm.NO_CHANGES,
    )
    gaya = TextStampStyle(stamp_text="Ditandatangani oleh\n%(signer)s", border_width=1)
    keluar = io.BytesIO()
    kerja = PdfSigner(
        meta,
        signer=penanda,
        timestamper=cap,
        stamp_style=gaya,
        new_field_spec=None if medan_siap else SigFieldSpec(medan, box=kotak, on_page=halaman),
    )
    with ThreadPoolExecutor(1) as utas:  # its event loop cannot run inside that of a browser test
        utas.submit(kerja.sign_pdf, tulis, output=keluar).result()
    return keluar.getvalue()


def penanda(
    nama: str,
    rahasia: Any,
    oleh: Penerbit | None = None,
    *,
    jalur: tuple[x509.Certificate, ...] = (),
    seri: int = 3000,
    ca: bool = False,
    sampai: datetime = SAAT + timedelta(days=265),
) -> SimpleSigner:
    """A signer with a key of any kind; ``jalur`` are certificates sent along."""
    sertifikat = sertifikat_untuk(nama, rahasia, oleh or penerbit(), seri=seri, ca=ca, sampai=sampai)
    simpanan = SimpleCertificateStore()
    simpanan.register_multiple([_asn1(satu) for satu in jalur])
    return SimpleSigner(
        signing_cert=_asn1(sertifikat), signing_key=_kunci_asn1(rahasia), cert_registry=simpanan
    )


def sertifikat_untuk(
    nama: str,
    rahasia: Any,
    oleh: Penerbit,
    *,
    seri: int,
    ca: bool = False,
    untuk_cap: bool = False,
    sampai: datetime = SAAT + timedelta(days=265),
) -> x509.Certificate:
    """A certificate for signing, for time stamps, or (``ca``) for both signing and issuing."""
    pakai = _pemakaian(menyangkal=not untuk_cap)
    if ca:
        pakai = x509.KeyUsage(True, True, False, False, False, True, True, False, False)
    bangun = (
        x509.CertificateBuilder(oleh.sertifikat.subject, _nama(nama), rahasia.public_key(), seri)
        .not_valid_before(SAAT - timedelta(days=100))
        .not_valid_after(sampai)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        .add_extension(pakai, critical=True)
    )
    if untuk_cap:
        tujuan = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        bangun = bangun.add_extension(tujuan, critical=True)
    return bangun.sign(oleh.kunci, hashes.SHA256())


def pencap(
    kapan: datetime = SAAT - timedelta(days=30), oleh: Penerbit | None = None, *, sah: bool = True
) -> DummyTimeStamper:
    """A time stamping service; its certificate has the number 4000. Not ``sah``: a signer's certificate."""
    sertifikat = sertifikat_untuk("Cap Waktu Uji", kunci(20), oleh or penerbit(), seri=4000, untuk_cap=sah)
    return DummyTimeStamper(_asn1(sertifikat), _kunci_asn1(kunci(20)), fixed_dt=kapan)


def beri_cap(pdf: bytes, layanan: DummyTimeStamper | None = None) -> bytes:
    """A document time stamp behind it (PAdES B-LTA)."""
    keluar = io.BytesIO()
    kerja = PdfTimeStamper(layanan or pencap())
    tulis = IncrementalPdfFileWriter(io.BytesIO(pdf))
    with ThreadPoolExecutor(1) as utas:
        utas.submit(kerja.timestamp_pdf, tulis, "sha256", output=keluar).result()
    return keluar.getvalue()


def _asn1(sertifikat: x509.Certificate) -> asn1_x509.Certificate:
    return asn1_x509.Certificate.load(sertifikat.public_bytes(Encoding.DER))


def _kunci_asn1(rahasia: Any) -> PrivateKeyInfo:
    return PrivateKeyInfo.load(rahasia.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
