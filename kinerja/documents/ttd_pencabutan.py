"""In the child: is a certificate on one of the given lists of revoked ones?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from kinerja.domain.tanda_tangan import PENCABUTAN_LURING

TIDAK_COCOK = "pencabutan tidak diperiksa: daftar yang diberikan bukan dari penerbit sertifikat ini"
LEWAT = "tidak tercantum pada daftar pencabutan, tetapi daftar itu sudah lewat masa berlakunya"
BERSIH = "tidak dicabut menurut daftar yang diberikan"


class Pencabutan:
    """The lists of one check (DER)."""

    def __init__(self, crl: Sequence[bytes]) -> None:
        from cryptography import x509

        self._daftar = [x509.load_der_x509_crl(satu) for satu in crl]

    def periksa(
        self, jalur: Sequence[Any], penanda: Any, saat: datetime, dicap: datetime | None
    ) -> tuple[str, bool, tuple[str, ...]]:
        """In words; whether it counts as revoked; reasons.

        ``jalur`` is the path of certificates from the root (asn1crypto), empty where there is none. A
        certificate revoked after a trusted time stamp (``dicap``) was good when it signed.
        """
        if not self._daftar:
            return PENCABUTAN_LURING, False, ()
        kata, ada = TIDAK_COCOK, False
        pasangan = _pasangan(jalur)
        for penerbit, sertifikat in pasangan:
            for daftar in self._daftar:
                if daftar.issuer != sertifikat.issuer or not daftar.is_signature_valid(penerbit.public_key()):
                    continue
                baris = daftar.get_revoked_certificate_by_serial_number(sertifikat.serial_number)
                if baris is None:
                    if sertifikat is not pasangan[-1][1]:
                        continue  # its issuer's list being clean says nothing about the signer's own
                    lewat = daftar.next_update_utc is not None and daftar.next_update_utc < saat
                    kata = kata if ada else (LEWAT if lewat else BERSIH)
                    ada = True
                elif dicap is None or baris.revocation_date_utc <= dicap:
                    return f"dicabut sejak {baris.revocation_date_utc:%d-%m-%Y}", True, ()
        return kata, False, ()


def _pasangan(jalur: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Issuer and certificate, for every certificate under the root."""
    from cryptography import x509

    semua = [x509.load_der_x509_certificate(satu.dump()) for satu in jalur]
    return list(pairwise(semua))
