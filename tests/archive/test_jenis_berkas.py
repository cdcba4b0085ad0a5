"""A file is what its bytes say; what its name claims must agree, and each refusal says what to do."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from PIL import Image

from kinerja.archive.jenis_berkas import JenisBerkas, kenali
from kinerja.domain.kesalahan import MasukanSalah
from tests.data_uji_berkas import docx, jpeg, pdf, png, xlsx


def png_tanpa_piksel() -> bytes:
    """A PNG whose parts are all whole and hold no pixel."""

    def bagian(nama: bytes, isi: bytes) -> bytes:
        return struct.pack(">I", len(isi)) + nama + isi + struct.pack(">I", zlib.crc32(nama + isi))

    kepala = struct.pack(">IIBBBBB", 100, 100, 8, 2, 0, 0, 0)
    isi = bagian(b"IHDR", kepala) + bagian(b"IDAT", zlib.compress(b"")) + bagian(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + isi


@pytest.mark.parametrize(
    ("isi", "nama", "jenis"),
    [
        (pdf(), "laporan.pdf", JenisBerkas.PDF),
        (pdf(), "C:\\Users\\camat\\LAPORAN.PDF", JenisBerkas.PDF),
        (jpeg(), "foto.jpg", JenisBerkas.JPEG),
        (jpeg(), "foto.JPEG", JenisBerkas.JPEG),
        (png(), "gambar.png", JenisBerkas.PNG),
        (xlsx(), "data.xlsx", JenisBerkas.XLSX),
        (docx(), "notulen.docx", JenisBerkas.DOCX),
    ],
)
def test_the_accepted_kinds(isi: bytes, nama: str, jenis: JenisBerkas) -> None:
    aliran = io.BytesIO(isi)
    aliran.seek(3)
    assert kenali(aliran, nama) is jenis
    assert aliran.tell() == 0


def tolak(isi: bytes, nama: str) -> str:
    with pytest.raises(MasukanSalah) as salah:
        kenali(io.BytesIO(isi), nama, "bukti")
    assert salah.value.medan == "bukti"
    assert salah.value.pesan.endswith(".")
    return salah.value.pesan


@pytest.mark.parametrize(
    ("isi", "nama", "kata"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "logo.svg", "berakhiran .svg tidak diterima"),
        (b"<html><script>alert(1)</script>", "halaman.html", "berakhiran .html tidak diterima"),
        (b"MZ\x90\x00", "program.exe", "berakhiran .exe tidak diterima"),
        (b"", "a.pdf", "kosong"),
        (b"PK\x03\x04", "berkas.zip", "satu per satu"),
        (b"\xd0\xcf\x11\xe0", "data.xls", "simpan sebagai .xlsx"),
        (b"x", "tanpa akhiran", "tanpa akhiran"),
        (b"x", "", "tanpa akhiran"),
        (b"x", "a.\u202egnp", "tidak diterima"),
        (b"MZ\x90\x00", "laporan.pdf", "bukan PDF walaupun namanya"),
        (b"\n" + pdf(), "laporan.pdf", "bukan PDF"),
        (b"<svg/>", "foto.png", "bukan gambar PNG"),
        (png(), "foto.jpg", "bukan foto JPG"),
        (pdf(), "data.xlsx", "bukan Excel"),
        (docx(), "data.xlsx", "bukan Excel"),
        (xlsx(), "surat.docx", "bukan Word"),
        (xlsx(makro=True), "data.xlsx", "makro"),
        (png()[:-20], "a.png", "rusak"),
        (png_tanpa_piksel(), "a.png", "rusak"),
        (jpeg()[: len(jpeg()) // 2], "a.jpg", "rusak"),
        (b"PK\x03\x04" + b"\x00" * 50, "a.xlsx", "rusak"),
        (xlsx()[:-30], "a.xlsx", "rusak"),
    ],
)
def test_everything_else_is_refused_with_a_sentence(isi: bytes, nama: str, kata: str) -> None:
    assert kata in tolak(isi, nama)


def test_a_picture_of_more_than_25_million_pixels_is_refused() -> None:
    isi = io.BytesIO()
    Image.new("1", (5001, 5000)).save(isi, "PNG")
    assert "25 juta piksel" in tolak(isi.getvalue(), "besar.png")


def test_a_picture_that_only_claims_to_be_huge_is_refused_unread() -> None:
    kepala = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    potongan = b"IHDR" + kepala
    isi = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + potongan + struct.pack(">I", zlib.crc32(potongan))
    isi += struct.pack(">I", 10) + b"IDAT" + bytes(14)
    assert "25 juta piksel" in tolak(isi, "besar.png")


def zip_berisi(nama: str, isi: bytes, kali: int = 1) -> bytes:
    hasil = io.BytesIO(xlsx())
    with zipfile.ZipFile(hasil, "a", zipfile.ZIP_DEFLATED) as zip_:
        for ke in range(kali):
            zip_.writestr(f"{ke}{nama}", isi)
    return hasil.getvalue()


def test_a_zip_bomb_is_refused_by_its_directory() -> None:
    assert "terlalu besar" in tolak(zip_berisi("a.xml", b"\0" * (51 * 1024 * 1024)), "a.xlsx")
    assert "tidak wajar" in tolak(zip_berisi("a.xml", b"\0" * (30 * 1024 * 1024)), "a.xlsx")
    assert "terlalu besar" in tolak(zip_berisi("a.xml", b"", 3001), "a.xlsx")


@pytest.mark.parametrize(
    ("anggota", "kata"),
    [
        ("word/activeX/activeX1.xml", "program"),
        ("word/media/pasang.EXE", "program"),
        ("../../keluar.xml", "rusak"),
        ("/etc/passwd", "rusak"),
        ("word\\a.xml", "rusak"),
        ("word/document.xml", "rusak"),  # twice: readers would not agree which one counts
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_document_with_something_odd_inside_is_refused(anggota: str, kata: str) -> None:
    isi = io.BytesIO(docx())
    with zipfile.ZipFile(isi, "a") as zip_:
        zip_.writestr(anggota, "x")
    with pytest.raises(MasukanSalah, match=kata):
        kenali(isi, "a.docx")
