"""The trusted roots of the office: certificate files in ``trust/`` of the data folder, and nothing else.

Whoever may put a file there decides whose signatures count, so it is done on the server, not over the web.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

FOLDER = "trust"
AKHIRAN = (".pem", ".crt", ".cer", ".der")
_PEM = b"-----BEGIN CERTIFICATE-----"
_CRL = re.compile(rb"-----BEGIN X509 CRL-----.*?-----END X509 CRL-----", re.DOTALL)
_MAKS = 1_000_000


@dataclass(frozen=True, slots=True)
class Akar:
    """One root: its name, SHA-256 fingerprint, validity, the file it comes from, and its bytes (DER)."""

    nama: str
    sidik: str
    berlaku_dari: datetime
    berlaku_sampai: datetime
    berkas: str
    der: bytes = field(repr=False)


class SertifikatSalah(ValueError):
    """The bytes hold no certificate (or list of revoked ones) that can be read."""


def akar_tepercaya(data: Path) -> tuple[Akar, ...]:
    """Every root of the office, each once; files that cannot be read are left out (``akar_rusak``)."""
    hasil: dict[str, Akar] = {}
    for berkas in _berkas(data):
        try:
            for akar in baca_akar(_isi(berkas), berkas.name):
                hasil.setdefault(akar.sidik, akar)
        except (SertifikatSalah, OSError):
            continue
    return tuple(hasil.values())


def akar_rusak(data: Path) -> tuple[str, ...]:
    """The names of files in the folder that hold no certificate."""
    rusak = []
    for berkas in _berkas(data):
        try:
            baca_akar(_isi(berkas), berkas.name)
        except (SertifikatSalah, OSError):
            rusak.append(berkas.name)
    return tuple(rusak)


def baca_akar(isi: bytes, nama: str) -> tuple[Akar, ...]:
    """The certificates in a file, PEM (also several) or DER. Raises SertifikatSalah."""
    try:
        pem = _PEM in isi
        semua = x509.load_pem_x509_certificates(isi) if pem else [x509.load_der_x509_certificate(isi)]
        return tuple(_akar(satu, nama) for satu in semua)
    except Exception as salah:  # the parser leaks errors of many kinds
        raise SertifikatSalah(nama) from salah


def baca_crl(isi: bytes) -> tuple[bytes, ...]:
    """The lists of revoked certificates in a file as DER, from PEM (also several) or DER.

    Raises SertifikatSalah.
    """
    try:
        semua = _CRL.findall(isi)
        daftar = [x509.load_pem_x509_crl(satu) for satu in semua] if semua else [x509.load_der_x509_crl(isi)]
        return tuple(satu.public_bytes(Encoding.DER) for satu in daftar)
    except Exception as salah:
        raise SertifikatSalah("crl") from salah


def _berkas(data: Path) -> Iterator[Path]:
    folder = data / FOLDER
    if folder.is_dir():
        for satu in sorted(folder.iterdir()):
            if satu.suffix.lower() in AKHIRAN and satu.is_file():
                yield satu


def _isi(berkas: Path) -> bytes:
    if berkas.stat().st_size > _MAKS:
        raise SertifikatSalah(berkas.name)
    return berkas.read_bytes()


def _akar(sertifikat: x509.Certificate, berkas: str) -> Akar:
    der = sertifikat.public_bytes(Encoding.DER)
    umum = sertifikat.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
    return Akar(
        nama=str(umum[0].value) if umum else sertifikat.subject.rfc4514_string(),
        sidik=hashlib.sha256(der).hexdigest(),
        berlaku_dari=sertifikat.not_valid_before_utc,
        berlaku_sampai=sertifikat.not_valid_after_utc,
        berkas=berkas,
        der=der,
    )
