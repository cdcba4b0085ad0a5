"""Look at PDFs: the pages as pictures for the screen, and the check of a file that someone uploads.

Both read the file only in a child process. The bytes themselves are never changed.
"""

from __future__ import annotations

import re

from kinerja.documents.cetak import KOLAM
from kinerja.documents.pekerja import Kolam, PekerjaGagal
from kinerja.domain.kesalahan import Kesalahan, MasukanSalah

LEBAR = 1000
"""Pixels of a preview page: A4 at about 120 dots an inch."""
_BATAS_DETIK = 30
_EKOR = re.compile(rb"%%EOF\s*\Z")
_ALASAN = {
    "rusak": "Berkas PDF ini rusak atau tidak lengkap. Simpan ulang dari aplikasi asalnya, lalu unggah lagi.",
    "terkunci": "Berkas PDF ini dikunci dengan kata sandi. Unggah berkas yang tidak dikunci.",
    "kosong": "Berkas PDF ini tidak berisi halaman.",
    "terlalu_banyak": "Berkas PDF ini terlalu banyak halamannya.",
    "waktu": "Berkas PDF ini terlalu rumit untuk diperiksa. Cetak ulang menjadi PDF yang lebih sederhana.",
    "memori": "Berkas PDF ini terlalu besar untuk diperiksa. Cetak ulang menjadi PDF yang lebih sederhana.",
    "sibuk": "Beberapa dokumen lain sedang diolah. Coba lagi sebentar lagi.",
    "mati": "Berkas PDF ini tidak dapat dibaca. Simpan ulang dari aplikasi asalnya, lalu unggah lagi.",
}


class PratinjauGagal(Kesalahan):
    """No picture of the page can be made; the file itself can still be downloaded."""


def gambar_halaman(
    pdf: bytes, *, dari: int = 1, sampai: int = 20, lebar: int = LEBAR, kolam: Kolam = KOLAM
) -> tuple[int, list[bytes]]:
    """The number of pages of ``pdf`` and PNG bytes of its pages ``dari`` to ``sampai`` (counted from 1).

    Errors: PratinjauGagal.
    """
    kepala = {"dari": max(1, dari), "sampai": sampai, "lebar": min(max(lebar, 100), 3000)}
    try:
        hasil, gambar = kolam.jalankan("gambar", kepala, [pdf], batas_detik=_BATAS_DETIK)
    except PekerjaGagal as gagal:
        raise PratinjauGagal("Halaman berkas ini tidak dapat ditampilkan. Unduh untuk membacanya.") from gagal
    return hasil["halaman"], gambar


def periksa_pdf(
    pdf: bytes, *, tolak_aktif: bool = True, medan: str | None = None, kolam: Kolam = KOLAM
) -> int:
    """The number of pages of an uploaded PDF.

    It must begin with ``%PDF-`` at byte 0 and hold nothing but white space after its last ``%%EOF``; it must
    parse, be unlocked and, unless ``tolak_aktif`` is off (a signed file is kept with a note instead), hold
    nothing that acts when it is opened; ``isi_aktif`` names such content.

    Errors: MasukanSalah on the field ``medan``.
    """
    jumlah, aktif = _periksa(pdf, medan, kolam)
    if aktif and tolak_aktif:
        raise MasukanSalah(
            f"Berkas PDF ini berisi {', '.join(aktif)}, jadi tidak dapat diterima. "
            "Cetak ulang menjadi PDF biasa, lalu unggah lagi.",
            medan,
        )
    return jumlah


def isi_aktif(pdf: bytes, *, kolam: Kolam = KOLAM) -> list[str]:
    """What in the PDF would act when it is opened, in Indonesian words; empty for a plain document.

    Errors: MasukanSalah when it cannot be read at all.
    """
    return _periksa(pdf, None, kolam)[1]


def _periksa(pdf: bytes, medan: str | None, kolam: Kolam) -> tuple[int, list[str]]:
    if not pdf.startswith(b"%PDF-"):
        raise MasukanSalah("Berkas ini bukan PDF. Pilih berkas PDF.", medan)
    if not _EKOR.search(pdf[-2048:]):
        raise MasukanSalah(_ALASAN["rusak"], medan)
    try:
        hasil, _ = kolam.jalankan("periksa", {}, [pdf], batas_detik=_BATAS_DETIK)
    except PekerjaGagal as gagal:
        alasan = gagal.kepala.get("alasan", gagal.sebab)
        raise MasukanSalah(_ALASAN.get(alasan, _ALASAN["rusak"]), medan) from gagal
    return hasil["halaman"], hasil["aktif"]
