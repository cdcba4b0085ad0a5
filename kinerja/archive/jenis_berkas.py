"""What a received file is, from its bytes: extension, first bytes and a look inside must agree.

Accepted are PDF, JPEG, PNG, xlsx and docx. Everything else is refused with a sentence that says what to do:
SVG and HTML can carry script, programs can run, and old or rare formats cannot be read in ten years.
The deeper look into a PDF needs a child process and belongs to the caller (documents.pratinjau).
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePosixPath
from typing import BinaryIO

from PIL import Image

from kinerja.domain.kesalahan import MasukanSalah

MAKS_PIKSEL = 25_000_000
MAKS_ANGGOTA = 3000  # members of an xlsx or docx
MAKS_TERURAI = 50 * 1024 * 1024  # their bytes once unpacked
MAKS_RASIO = 200  # unpacked to packed, for what unpacks to more than a megabyte
_MB = 1024 * 1024


class JenisBerkas(StrEnum):
    """The accepted kinds; the value is the media type that is stored and sent."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    @property
    def label(self) -> str:
        """What people call it."""
        return _LABEL[self]

    @property
    def gambar(self) -> bool:
        return self in (JenisBerkas.JPEG, JenisBerkas.PNG)


_LABEL = {
    JenisBerkas.PDF: "PDF",
    JenisBerkas.JPEG: "foto JPG",
    JenisBerkas.PNG: "gambar PNG",
    JenisBerkas.XLSX: "Excel (.xlsx)",
    JenisBerkas.DOCX: "Word (.docx)",
}
AKHIRAN: dict[str, JenisBerkas] = {
    ".pdf": JenisBerkas.PDF,
    ".jpg": JenisBerkas.JPEG,
    ".jpeg": JenisBerkas.JPEG,
    ".png": JenisBerkas.PNG,
    ".xlsx": JenisBerkas.XLSX,
    ".docx": JenisBerkas.DOCX,
}
DITERIMA = "PDF, foto JPG atau PNG, Excel (.xlsx), atau Word (.docx)"
_AWAL = {
    JenisBerkas.PDF: b"%PDF-",
    JenisBerkas.JPEG: b"\xff\xd8\xff",
    JenisBerkas.PNG: b"\x89PNG\r\n\x1a\n",
    JenisBerkas.XLSX: b"PK\x03\x04",
    JenisBerkas.DOCX: b"PK\x03\x04",
}
# The part every workbook or document has, and the content type that names it.
_POKOK = {
    JenisBerkas.XLSX: ("xl/workbook.xml", "spreadsheetml.sheet.main+xml"),
    JenisBerkas.DOCX: ("word/document.xml", "wordprocessingml.document.main+xml"),
}
_BERTINDAK = ("vbaproject.bin", ".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".scr", ".lnk", ".hta")
_SARAN = {
    ".xls": "Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi.",
    ".doc": "Buka di Word, simpan sebagai .docx atau PDF, lalu unggah lagi.",
    ".xlsm": "Simpan sebagai .xlsx (tanpa makro), lalu unggah lagi.",
    ".docm": "Simpan sebagai .docx (tanpa makro), lalu unggah lagi.",
    ".heic": "Simpan atau kirim foto itu sebagai JPG, lalu unggah lagi.",
    ".heif": "Simpan atau kirim foto itu sebagai JPG, lalu unggah lagi.",
    ".jfif": "Ganti akhiran namanya menjadi .jpg, lalu unggah lagi.",
    ".tif": "Atur pemindai agar menyimpan PDF atau JPG, lalu pindai ulang.",
    ".tiff": "Atur pemindai agar menyimpan PDF atau JPG, lalu pindai ulang.",
    ".webp": "Simpan gambar itu sebagai JPG, lalu unggah lagi.",
    ".zip": "Unggah berkasnya satu per satu, bukan dalam zip.",
    ".rar": "Unggah berkasnya satu per satu, bukan dalam rar.",
}


def kenali(aliran: BinaryIO, nama: str, medan: str | None = "berkas") -> JenisBerkas:
    """The kind of a file; ``aliran`` is read and put back at its start. ``nama`` is as the person's computer
    calls it.

    Raises ``MasukanSalah`` on ``medan``.
    """
    akhiran = PurePosixPath(nama.replace("\\", "/").strip()).suffix.lower()
    jenis = AKHIRAN.get(akhiran)
    if jenis is None:
        sebut = (
            f"Berkas berakhiran {akhiran}" if akhiran.isprintable() and akhiran else "Berkas tanpa akhiran"
        )
        saran = _SARAN.get(akhiran, f"Yang diterima: {DITERIMA}.")
        raise MasukanSalah(f"{sebut[:60]} tidak diterima. {saran}", medan)
    aliran.seek(0)
    awal = aliran.read(16)
    aliran.seek(0)
    if not awal:
        raise MasukanSalah("Berkas ini kosong.", medan)
    if not awal.startswith(_AWAL[jenis]):
        raise MasukanSalah(
            f"Isi berkas ini bukan {jenis.label} walaupun namanya berakhiran {akhiran}. "
            "Simpan ulang dari aplikasi asalnya, lalu unggah lagi.",
            medan,
        )
    pesan = _PERIKSA[jenis](aliran, jenis)
    aliran.seek(0)
    if pesan:
        raise MasukanSalah(pesan, medan)
    return jenis


def _pdf(_aliran: BinaryIO, _jenis: JenisBerkas) -> str | None:
    return None


def _gambar(aliran: BinaryIO, jenis: JenisBerkas) -> str | None:
    """Reads a JPEG through at an eighth of its size; a PNG by the checksums of its parts, then its pixels."""
    rusak = f"Berkas {jenis.label} ini rusak atau tidak lengkap. Simpan ulang, lalu unggah lagi."
    terlalu_besar = "Gambar ini terlalu besar: paling besar 25 juta piksel. Perkecil, lalu unggah lagi."
    format_pil = "JPEG" if jenis is JenisBerkas.JPEG else "PNG"
    try:
        with Image.open(aliran, formats=(format_pil,)) as gambar:
            if gambar.width * gambar.height > MAKS_PIKSEL:
                return terlalu_besar
            if jenis is JenisBerkas.PNG:
                gambar.verify()
            else:
                gambar.draft("RGB", (max(1, gambar.width // 8), max(1, gambar.height // 8)))
                gambar.load()
        if (
            jenis is JenisBerkas.PNG
        ):  # verify() leaves the image unreadable, and whole parts may hold no pixels
            aliran.seek(0)
            with Image.open(aliran, formats=(format_pil,)) as gambar:
                gambar.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return terlalu_besar
    except (OSError, SyntaxError, ValueError, EOFError, zlib.error, IndexError, OverflowError, TypeError):
        return rusak
    return None


def _kantor(aliran: BinaryIO, jenis: JenisBerkas) -> str | None:
    """The zip of an xlsx or docx, by its directory alone: nothing big is unpacked."""
    rusak = f"Berkas {jenis.label} ini rusak atau dikunci. Simpan ulang tanpa kata sandi, lalu unggah lagi."
    try:
        with zipfile.ZipFile(aliran) as zip_:
            anggota = zip_.infolist()
            pesan = _ukuran_zip(anggota)
            if pesan:
                return pesan
            nama = {satu.filename for satu in anggota}
            terkunci = any(satu.flag_bits & 1 for satu in anggota)
            if terkunci or len(nama) < len(anggota) or any(_lari(satu) for satu in nama):
                return rusak
            with zip_.open("[Content_Types].xml") as isi:
                tipe = isi.read(_MB).decode("utf-8-sig")
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, ValueError, NotImplementedError):
        return rusak
    pokok, tanda = _POKOK[jenis]
    if "macroEnabled" in tipe or any(_bertindak(satu.lower()) for satu in nama):
        return f"Berkas ini berisi makro atau program. Simpan sebagai {jenis.label} biasa, lalu unggah lagi."
    if pokok not in nama or tanda not in tipe or "<!DOCTYPE" in tipe:
        return f"Isi berkas ini bukan {jenis.label}. Simpan ulang dari aplikasi asalnya, lalu unggah lagi."
    return None


def _lari(nama: str) -> bool:
    """Does a member's name lead out of its folder?"""
    return nama.startswith("/") or "\\" in nama or ":" in nama or ".." in nama.split("/")


def _bertindak(nama: str) -> bool:
    """Macros, ActiveX controls, and files that a system would run."""
    return nama.endswith(_BERTINDAK) or "/activex/" in nama


def _ukuran_zip(anggota: list[zipfile.ZipInfo]) -> str | None:
    terurai = sum(satu.file_size for satu in anggota)
    mampat = sum(satu.compress_size for satu in anggota)
    if len(anggota) > MAKS_ANGGOTA or terurai > MAKS_TERURAI:
        return "Isi berkas ini terlalu besar setelah dibuka. Simpan bagian yang perlu saja, lalu unggah lagi."
    if terurai > _MB and terurai > MAKS_RASIO * max(1, mampat):
        return "Isi berkas ini tidak wajar besarnya. Salin datanya ke berkas baru, lalu unggah lagi."
    return None


_PERIKSA: dict[JenisBerkas, Callable[[BinaryIO, JenisBerkas], str | None]] = {
    JenisBerkas.PDF: _pdf,
    JenisBerkas.JPEG: _gambar,
    JenisBerkas.PNG: _gambar,
    JenisBerkas.XLSX: _kantor,
    JenisBerkas.DOCX: _kantor,
}
