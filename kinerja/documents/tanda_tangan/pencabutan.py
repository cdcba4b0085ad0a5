"""In the child: is a certificate on one of the given lists of revoked ones?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from kinerja.domain.tanda_tangan import PENCABUTAN_LURING

TIDAK_COCOK = "pencabutan tidak diperiksa: daftar yang diberikan bukan dari penerbit sertifikat ini"
SEBAGIAN = "pencabutan tidak diperiksa: daftar yang diberikan tidak lengkap"
LEWAT = "tidak tercantum pada daftar pencabutan, tetapi daftar itu sudah lewat masa berlakunya"
BERSIH = "tidak dicabut menurut daftar yang diberikan"


class Pencabutan:
    """The lists of one check (DER)."""

    def __init__(self, crl: Sequence[bytes]) -> None:
        from cryptography import x509

        self._daftar = [x509.load_der_x509_crl(satu) for satu in crl]

    def periksa(self, jalur: Sequence[Any], saat: datetime, dicap: datetime | None) -> tuple[str, bool]:
        """In words; whether it counts as revoked.

        ``jalur`` is the path of certificates from the root (asn1crypto), empty where there is none. A
        certificate revoked after a trusted time stamp (``dicap``) was good when it signed.
        """
        if not self._daftar:
            return PENCABUTAN_LURING, False
        kata = ""
        pasangan = _pasangan(jalur)
        for penerbit, sertifikat in pasangan:
            for daftar in self._daftar:
                if not _dari(daftar, penerbit, sertifikat):
                    continue
                sejak = _dicabut_sejak(daftar, sertifikat)
                if sejak is not None and (dicap is None or sejak <= dicap):
                    return f"dicabut sejak {sejak:%d-%m-%Y}", True
                if sejak is not None:
                    kata = f"dicabut sejak {sejak:%d-%m-%Y}, setelah cap waktu tanda tangan ini"
                elif sertifikat is pasangan[-1][1] and kata in ("", SEBAGIAN):
                    # a clean list of its issuer's issuer says nothing about the signer
                    lewat = daftar.next_update_utc is not None and daftar.next_update_utc < saat
                    kata = (LEWAT if lewat else BERSIH) if _lengkap(daftar) else SEBAGIAN
        return kata or TIDAK_COCOK, False


def _dari(daftar: Any, penerbit: Any, sertifikat: Any) -> bool:
    try:
        return bool(daftar.issuer == sertifikat.issuer and daftar.is_signature_valid(penerbit.public_key()))
    except Exception:  # a kind of key or signature that nobody here knows
        return False


def _dicabut_sejak(daftar: Any, sertifikat: Any) -> datetime | None:
    from cryptography import x509

    baris = daftar.get_revoked_certificate_by_serial_number(sertifikat.serial_number)
    if baris is None:
        return None
    try:
        alasan = baris.extensions.get_extension_for_class(x509.CRLReason).value.reason
    except (x509.ExtensionNotFound, ValueError):
        alasan = None
    saat: datetime = baris.revocation_date_utc
    return None if alasan is x509.ReasonFlags.remove_from_crl else saat


def _lengkap(daftar: Any) -> bool:
    """Does it name every revoked certificate of a person, not only some of them or those since another?"""
    from cryptography import x509

    try:
        semua = list(daftar.extensions)
    except ValueError:
        return False
    for satu in semua:
        isi = satu.value
        if isinstance(isi, x509.DeltaCRLIndicator):
            return False
        if isinstance(isi, x509.UnrecognizedExtension) and satu.critical:
            return False
        if isinstance(isi, x509.IssuingDistributionPoint) and (
            isi.only_contains_ca_certs or isi.only_contains_attribute_certs or isi.only_some_reasons
        ):
            return False
    return True


def _pasangan(jalur: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Issuer and certificate, for every certificate under the root."""
    from cryptography import x509

    semua = [x509.load_der_x509_certificate(satu.dump()) for satu in jalur]
    return list(pairwise(semua))
