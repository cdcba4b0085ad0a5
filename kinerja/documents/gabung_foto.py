"""Photographs of pages as one PDF, in the order given. JPEG bytes go in as they are, not compressed anew."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.documents.cetak import KOLAM
from kinerja.documents.pekerja import Kolam, PekerjaGagal
from kinerja.domain.kesalahan import MasukanSalah

JENIS = {"image/jpeg": "JPEG", "image/png": "PNG"}


def gabung_foto(foto: Sequence[tuple[bytes, str]], *, kolam: Kolam = KOLAM) -> bytes:
    """One page for each photograph (bytes, media type), upright as the camera was held, at most A4.

    The same photographs always give the same bytes. Errors: MasukanSalah on the field ``berkas``.
    """
    kepala = {"format": [JENIS[jenis] for _, jenis in foto]}
    try:
        _, hasil = kolam.jalankan("gabung_foto", kepala, [isi for isi, _ in foto])
    except PekerjaGagal as gagal:
        sibuk = gagal.sebab == "sibuk"
        raise MasukanSalah(
            "Beberapa dokumen lain sedang diolah. Coba lagi sebentar lagi."
            if sibuk
            else "Foto ini tidak dapat dibaca. Ambil foto sekali lagi, lalu unggah.",
            "berkas",
        ) from gagal
    return hasil[0]
