"""In the child: do the pages of two PDFs show the same, the block of a signature left out?"""

from __future__ import annotations

import io
from typing import Any

from kinerja.documents.anak import Tolak
from kinerja.documents.pratinjau_anak import HALAMAN_MAKS

BAGIAN_KOTAK = 10
"""A signature block larger than this part of its page may cover what was issued; a person looks then."""
TITIK = 72
"""Dots per inch of the comparison: a changed digit of 7 points changes many of them."""


def halaman_sama(_permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """``sama``: as many pages, each of the same size, dot for dot alike, and nothing laid upon them."""
    return {"sama": semua_sama(*muatan) and _tanpa_tempelan(*muatan)}, []


def _tanpa_tempelan(lama: bytes, baru: bytes) -> bool:
    """Stands nothing upon the pages but what stood there, and signature blocks of a decent size?"""
    import pypdf

    try:
        semua = [pypdf.PdfReader(io.BytesIO(isi), strict=False).pages for isi in (lama, baru)]
        return all(_halaman_bersih(kiri, kanan) for kiri, kanan in zip(*semua, strict=True))
    except Exception:  # what cannot be told is for a person to see
        return False


def _halaman_bersih(lama: Any, baru: Any) -> bool:
    dulu = [_sifat(satu.get_object()) for satu in lama.get("/Annots") or ()]
    luas = float(baru.mediabox.width * baru.mediabox.height) / BAGIAN_KOTAK
    for acuan in baru.get("/Annots") or ():
        catatan = acuan.get_object()
        if _jenis_isian(catatan) == "/Sig":
            kiri, bawah, kanan, atas = (float(satu) for satu in catatan["/Rect"])
            if abs((kanan - kiri) * (atas - bawah)) > luas:
                return False
        elif "/AP" in catatan or _sifat(catatan) not in dulu:
            return False
    return True


def _sifat(catatan: Any) -> tuple[str, str]:
    return str(catatan.get("/Subtype")), str(catatan.get("/Rect"))


def _jenis_isian(catatan: Any) -> str:
    """The kind of form field; a box may leave it to the field it belongs to."""
    if catatan.get("/Subtype") != "/Widget":
        return ""
    induk = catatan.get("/Parent")
    return str(catatan.get("/FT") or (induk.get_object().get("/FT") if induk is not None else ""))


def semua_sama(lama: bytes, baru: bytes, *, catatan: bool = False) -> bool:
    """``catatan``: with what stands upon the pages. Raises Tolak for what cannot be drawn."""
    import pypdfium2

    try:
        kiri, kanan = pypdfium2.PdfDocument(lama), pypdfium2.PdfDocument(baru)
        jumlah = len(kiri)
        if jumlah != len(kanan) or jumlah > HALAMAN_MAKS:
            return False
        return all(_gambar(kiri[n], catatan) == _gambar(kanan[n], catatan) for n in range(jumlah))
    except pypdfium2.PdfiumError as galat:
        raise Tolak(alasan="rusak", rincian=str(galat)) from galat


def _gambar(halaman: Any, catatan: bool) -> tuple[tuple[float, float], bytes]:
    ukuran = halaman.get_size()
    if max(ukuran) > 15000:
        raise Tolak(alasan="rusak", rincian=str(ukuran))
    peta = halaman.render(scale=TITIK / 72, grayscale=True, draw_annots=catatan, may_draw_forms=False)
    return ukuran, bytes(peta.buffer)
