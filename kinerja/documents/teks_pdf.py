"""The text layer of a PDF, read in a child: what a document issued long ago says, for the search."""

from __future__ import annotations

from kinerja.documents.cetak import KOLAM
from kinerja.documents.pekerja import Kolam, PekerjaGagal
from kinerja.documents.pratinjau import PratinjauGagal

_BATAS_DETIK = 60
_SEMENTARA = frozenset({"sibuk", "waktu"})
SIBUK = "Beberapa berkas lain sedang dibaca. Coba lagi sebentar lagi."


def teks_pdf(pdf: bytes, *, kolam: Kolam = KOLAM) -> str:
    """All the words, page by page; "" for a file without a text layer (a scan: no OCR) or not readable.

    Errors: PratinjauGagal when no child was free, or it took too long: another try may do.
    """
    try:
        hasil, _ = kolam.jalankan("teks_pdf", {}, [pdf], batas_detik=_BATAS_DETIK)
    except PekerjaGagal as gagal:
        if gagal.sebab in _SEMENTARA:
            raise PratinjauGagal(SIBUK) from gagal
        return ""
    return "\n".join(hasil["teks"])
