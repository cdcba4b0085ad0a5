"""Read the document code from the pages of a scan or from a photograph, in a child."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.documents.cetak import KOLAM
from kinerja.documents.pekerja import Kolam, PekerjaGagal
from kinerja.documents.pratinjau import PratinjauGagal
from kinerja.domain.kode_dokumen import MuatanKode, baca_muatan

_BATAS_DETIK = 120
_FORMAT = {"application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG"}
_SEBAB = {
    "sibuk": "Beberapa berkas lain sedang diperiksa. Coba lagi sebentar lagi.",
    "waktu": "Berkas ini terlalu lama dibaca. Pindai ulang dengan resolusi 150–200 dpi, lalu unggah lagi.",
    "terlalu_banyak": "Berkas ini terlalu banyak halamannya: paling banyak 300. Pindai per dokumen.",
}
_GAGAL = "Halaman berkas ini tidak dapat dibaca. Pindai ulang, lalu unggah lagi."


@dataclass(frozen=True, slots=True)
class KodeHalaman:
    """One page of the file, from 1: our code on it, if exactly one was read, and how many other codes."""

    ke: int
    muatan: MuatanKode | None
    asing: int


def baca_kode(isi: bytes, jenis: str, *, kolam: Kolam = KOLAM) -> tuple[KodeHalaman, ...]:
    """The codes of every page of a PDF, JPEG or PNG (``jenis`` is its media type); a photograph is one page.

    A page that bears two different codes of ours tells nothing: ``muatan`` is None and both count as others.

    Errors: PratinjauGagal when the file cannot be drawn, takes too long, or no child is free.
    """
    if jenis not in _FORMAT:
        raise PratinjauGagal(_GAGAL)
    try:
        hasil, _ = kolam.jalankan("baca_kode", {"format": _FORMAT[jenis]}, [isi], batas_detik=_BATAS_DETIK)
    except PekerjaGagal as gagal:
        raise PratinjauGagal(_SEBAB.get(gagal.kepala.get("alasan", gagal.sebab), _GAGAL)) from gagal
    return tuple(_halaman(ke, teks) for ke, teks in enumerate(hasil["teks"], start=1))


def _halaman(ke: int, semua: list[str]) -> KodeHalaman:
    """``semua`` is every text read on the page, each once."""
    kami = {muatan for teks in semua if (muatan := baca_muatan(teks)) is not None}
    if len(kami) == 1:
        return KodeHalaman(ke, kami.pop(), len(semua) - 1)
    return KodeHalaman(ke, None, len(semua))
