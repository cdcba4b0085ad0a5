"""A look into a received file of any kind: a page as a picture, or the beginning of its text.

Foreign bytes are read only in a child process with bounds; what comes out is drawn anew by us, so it can be
shown where the file itself is only ever downloaded.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kinerja.documents.cetak import KOLAM
from kinerja.documents.pekerja import Kolam, PekerjaGagal
from kinerja.documents.pratinjau import LEBAR, PratinjauGagal, gambar_halaman

_BATAS_DETIK = 30
_FOTO = {"image/jpeg": "JPEG", "image/png": "PNG"}
_TEKS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_GAGAL = "Isi berkas ini tidak dapat ditampilkan. Unduh untuk membacanya."


@dataclass(frozen=True)
class Petak:
    """A sheet of a workbook, as much as is shown of it; ``terpotong``: there is more."""

    judul: str
    baris: tuple[tuple[str, ...], ...]
    terpotong: bool


@dataclass(frozen=True)
class Cuplikan:
    """One page of a file: ``png``, or sheets (xlsx), or paragraphs (docx). ``jumlah`` counts its pages."""

    jumlah: int
    png: bytes | None = field(default=None, repr=False)
    petak: tuple[Petak, ...] = ()
    alinea: tuple[str, ...] = ()
    terpotong: bool = False


def cuplik(isi: bytes, jenis: str, *, halaman: int = 1, lebar: int = LEBAR, kolam: Kolam = KOLAM) -> Cuplikan:
    """Page ``halaman`` (from 1) of a file of the media type ``jenis``.

    Errors: PratinjauGagal, also where there is no such page.
    """
    if jenis == "application/pdf":
        jumlah, gambar = gambar_halaman(isi, dari=halaman, sampai=halaman, lebar=lebar, kolam=kolam)
        if not gambar:
            raise PratinjauGagal(f"Berkas ini hanya {jumlah} halaman.")
        return Cuplikan(jumlah, gambar[0])
    if halaman != 1:
        raise PratinjauGagal("Berkas ini hanya satu halaman.")
    try:
        if jenis in _FOTO:
            kepala = {"format": _FOTO[jenis], "lebar": min(max(lebar, 100), 3000)}
            _, gambar = kolam.jalankan("foto", kepala, [isi], batas_detik=_BATAS_DETIK)
            return Cuplikan(1, gambar[0])
        if jenis in _TEKS:
            kepala, _ = kolam.jalankan("intip", {"jenis": _TEKS[jenis]}, [isi], batas_detik=_BATAS_DETIK)
            return _dari_teks(kepala)
    except PekerjaGagal as gagal:
        raise PratinjauGagal(_GAGAL) from gagal
    raise PratinjauGagal(_GAGAL)


def _dari_teks(kepala: dict[str, Any]) -> Cuplikan:
    petak = kepala.get("petak", [])
    return Cuplikan(
        1,
        petak=tuple(Petak(p["judul"], tuple(tuple(b) for b in p["baris"]), p["terpotong"]) for p in petak),
        alinea=tuple(kepala.get("alinea", [])),
        terpotong=bool(kepala.get("terpotong")),
    )
