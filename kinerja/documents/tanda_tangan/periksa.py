"""The verdict on the electronic signatures of a PDF, found in a child that reaches nothing outside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from kinerja.documents.cetak import KOLAM
from kinerja.documents.pekerja import Kolam, PekerjaGagal
from kinerja.documents.pratinjau import PratinjauGagal
from kinerja.domain.tanda_tangan import HasilTtd, Verdict

_BATAS_DETIK = 60
_SIBUK = "Beberapa berkas lain sedang diperiksa. Coba lagi sebentar lagi."
_TERLALU = "Berkas ini terlalu rumit atau terlalu besar untuk diperiksa."


def periksa_ttd(
    pdf: bytes,
    akar: Sequence[bytes],
    crl: Sequence[bytes] = (),
    *,
    pada: datetime | None = None,
    kolam: Kolam = KOLAM,
    batas_detik: float = _BATAS_DETIK,
) -> HasilTtd:
    """Judge the signatures in ``pdf`` against the roots ``akar`` and the revocation lists ``crl`` (all DER).

    Certificates are judged at ``pada`` (now by itself), or at the time of a trusted time stamp. A file that
    cannot be read is *rusak*, never an error.

    Errors: PratinjauGagal when no child was free.
    """
    saat = (pada or datetime.now(UTC)).astimezone(UTC)
    kepala = {"akar": len(akar), "pada": saat.isoformat()}
    try:
        hasil, _ = kolam.jalankan("periksa_ttd", kepala, [pdf, *akar, *crl], batas_detik=batas_detik)
    except PekerjaGagal as gagal:
        if gagal.sebab == "sibuk":
            raise PratinjauGagal(_SIBUK) from gagal
        alasan = (_TERLALU,) if gagal.sebab in ("waktu", "memori") else ()
        return HasilTtd(Verdict.RUSAK, alasan, pada=saat.isoformat())
    return HasilTtd.dari_data(hasil["ttd"])
