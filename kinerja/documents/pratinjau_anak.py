"""In the child: look into a PDF that came from outside, or draw its pages."""

from __future__ import annotations

import io
from typing import Any

from kinerja.documents.anak import Tolak

HALAMAN_MAKS = 2000
_BENDA_MAKS = 500_000
AKTIF = {
    "/JavaScript": "skrip",
    "/JS": "skrip",
    "/Launch": "perintah membuka program",
    "/SubmitForm": "pengiriman isian",
    "/ImportData": "pengambilan data",
    "/EmbeddedFile": "berkas lain di dalamnya",
    "/EmbeddedFiles": "berkas lain di dalamnya",
    "/XFA": "formulir XFA",
    "/RichMedia": "video atau suara",
}


def gambar(permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """PNG of each asked page; ``lebar`` in pixels, ``dari`` and ``sampai`` counted from 1."""
    import pypdfium2

    try:
        dokumen = pypdfium2.PdfDocument(muatan[0])
        jumlah = len(dokumen)
        akhir = min(permintaan["sampai"], jumlah)
        hasil = [
            _gambar_halaman(dokumen[n], permintaan["lebar"]) for n in range(permintaan["dari"] - 1, akhir)
        ]
    except pypdfium2.PdfiumError as galat:
        raise Tolak(alasan="rusak", rincian=str(galat)) from galat
    return {"halaman": jumlah}, hasil


def _gambar_halaman(halaman: Any, lebar: int) -> bytes:
    lebar_pt, tinggi_pt = halaman.get_size()
    if not 1 <= lebar_pt <= 15000 or not 1 <= tinggi_pt <= 15000 or tinggi_pt > 20 * lebar_pt:
        raise Tolak(alasan="rusak", rincian=f"page of {lebar_pt} x {tinggi_pt} points")
    keluar = io.BytesIO()
    halaman.render(scale=lebar / lebar_pt).to_pil().save(keluar, "PNG")
    return keluar.getvalue()


def periksa(_permintaan: dict[str, Any], muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """Page count and active content; refuses what is broken, locked or endless."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        pembaca = pypdf.PdfReader(io.BytesIO(muatan[0]), strict=False)
        if pembaca.is_encrypted:
            raise Tolak(alasan="terkunci")
        jumlah = len(pembaca.pages)
        if not 1 <= jumlah <= HALAMAN_MAKS:
            raise Tolak(alasan="kosong" if not jumlah else "terlalu_banyak")
        aktif = sorted({AKTIF[nama] for nama in nama_aktif(pembaca)})
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError) as galat:
        raise Tolak(alasan="rusak", rincian=repr(galat)[:1000]) from galat
    return {"halaman": jumlah, "aktif": aktif}, []


def nama_aktif(pembaca: Any) -> set[str]:
    """Every active name in the parsed object tree; a search of the bytes would miss ``/J#61vaScript``."""
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

    ditemukan: set[str] = set()
    dilihat: set[int] = set()
    antrean: list[Any] = [pembaca.trailer]
    while antrean:
        benda = antrean.pop()
        if isinstance(benda, IndirectObject):
            if benda.idnum in dilihat:
                continue
            dilihat.add(benda.idnum)
            if len(dilihat) > _BENDA_MAKS:
                raise ValueError("too many objects")
            benda = benda.get_object()
        if isinstance(benda, DictionaryObject):
            ditemukan.update(k for k in benda if k in AKTIF)
            jenis = {str(benda.raw_get(k)) for k in ("/S", "/Subtype", "/Type") if k in benda}
            ditemukan |= jenis & AKTIF.keys()
            antrean.extend(benda.raw_get(k) for k in benda)
        elif isinstance(benda, ArrayObject):
            antrean.extend(list.__iter__(benda))
    return ditemukan
