"""The document codes that a PDF says in words ("Kode dokumen ABCD-EFGH"), read in a child."""

from __future__ import annotations

from kinerja.documents.cetak import KOLAM
from kinerja.documents.pekerja import Kolam, PekerjaGagal
from kinerja.documents.pratinjau import PratinjauGagal

_BATAS_DETIK = 15
SIBUK = "Beberapa berkas lain sedang diperiksa. Coba lagi sebentar lagi."


def kode_tertulis(pdf: bytes, *, kolam: Kolam = KOLAM) -> tuple[str, ...]:
    """Each code once, in the order of the pages; nothing for a file that cannot be read or has no text.

    Errors: PratinjauGagal when no child was free.
    """
    try:
        hasil, _ = kolam.jalankan("kode_tertulis", {}, [pdf], batas_detik=_BATAS_DETIK)
    except PekerjaGagal as gagal:
        if gagal.sebab == "sibuk":
            raise PratinjauGagal(SIBUK) from gagal
        return ()
    return tuple(hasil["kode"])
