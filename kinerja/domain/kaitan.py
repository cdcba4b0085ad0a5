"""How a signed file that came back is tied to the document that was issued."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from kinerja.domain.kode_dokumen import MuatanKode


class Kaitan(StrEnum):
    """The value is what people read."""

    DIAWALI = "diawali dokumen terbit"
    DITULIS_ULANG = "ditulis ulang"
    BUKAN = "bukan dokumen terbit"

    @property
    def kalimat(self) -> str:
        """What it means."""
        return _KALIMAT[self]


_KALIMAT = {
    Kaitan.DIAWALI: "Berkas ini memuat dokumen terbit byte demi byte; tanda tangannya di belakangnya.",
    Kaitan.DITULIS_ULANG: "Layanan tanda tangan menulis ulang berkas ini; halamannya perlu dibandingkan.",
    Kaitan.BUKAN: "Berkas ini bukan dokumen yang diterbitkan.",
}


def kaitan_byte(terbit: bytes, kembali: bytes) -> Kaitan | None:
    """DIAWALI when the returned file begins with the exact bytes issued and goes on; else None."""
    return Kaitan.DIAWALI if len(kembali) > len(terbit) and kembali.startswith(terbit) else None


def kaitan_kode(
    kode: str, halaman: int, terbaca: Sequence[MuatanKode | None], tertulis: Sequence[str]
) -> Kaitan:
    """The tie of a file that was written anew.

    ``terbaca``: what the QR of each page says; ``tertulis``: the codes its text names. Every page must be
    there, at its place; one code of another document, or none at all, makes it a stranger.
    """
    if len(terbaca) != halaman:
        return Kaitan.BUKAN
    ada = [(ke, muatan) for ke, muatan in enumerate(terbaca, start=1) if muatan is not None]
    if any(muatan.kode != kode or muatan.halaman != ke for ke, muatan in ada):
        return Kaitan.BUKAN
    if any(satu != kode for satu in tertulis):
        return Kaitan.BUKAN
    return Kaitan.DITULIS_ULANG if ada or tertulis else Kaitan.BUKAN
