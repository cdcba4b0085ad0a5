from __future__ import annotations

import io

import pypdf
import pytest
from PIL import Image
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from kinerja.documents.cetak import cetak
from kinerja.documents.pratinjau import PratinjauGagal, gambar_halaman, isi_aktif, periksa_pdf
from kinerja.domain.kesalahan import MasukanSalah
from tests.documents.contoh import lembar_coba


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return cetak("coba.html", lembar_coba()).pdf


def tulis(penulis: pypdf.PdfWriter) -> bytes:
    keluar = io.BytesIO()
    penulis.write(keluar)
    return keluar.getvalue()


def salin(pdf: bytes) -> pypdf.PdfWriter:
    return pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf)))


def test_pages_become_pictures_of_the_asked_width(pdf) -> None:
    jumlah, gambar = gambar_halaman(pdf, lebar=500)
    assert jumlah == len(gambar) == 2
    satu = Image.open(io.BytesIO(gambar[0]))
    assert satu.size == (500, 708)
    assert satu.convert("L").getextrema()[0] < 80  # there is ink on it
    assert len(gambar_halaman(pdf, dari=2, sampai=2)[1]) == 1


def test_a_broken_file_has_no_picture_but_a_sentence() -> None:
    with pytest.raises(PratinjauGagal, match="Unduh"):
        gambar_halaman(b"%PDF-1.4 rusak %%EOF")


def test_a_whole_pdf_gives_its_number_of_pages(pdf) -> None:
    assert periksa_pdf(pdf) == 2
    assert periksa_pdf(pdf + b"\r\n \n") == 2
    assert isi_aktif(pdf) == []


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        (lambda b: b"GIF89a" + b, "bukan PDF"),
        (lambda b: b" " + b, "bukan PDF"),
        (lambda b: b"", "bukan PDF"),
        (lambda b: b + b"tambahan", "rusak atau tidak lengkap"),
        (lambda b: b[: len(b) // 2], "rusak atau tidak lengkap"),
        (lambda b: b"%PDF-1.7\n%%EOF\n", "rusak atau tidak lengkap"),
        (lambda b: b"%PDF-1.7\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n", "rusak atau tidak lengkap"),
    ],
)
def test_a_file_that_is_not_a_whole_pdf_is_refused_in_words(pdf, ubah, kalimat) -> None:
    with pytest.raises(MasukanSalah, match=kalimat) as salah:
        periksa_pdf(ubah(pdf), medan="berkas")
    assert salah.value.medan == "berkas"


def test_a_locked_pdf_is_named_as_such(pdf) -> None:
    penulis = salin(pdf)
    penulis.encrypt("sandi", algorithm="RC4-128")
    with pytest.raises(MasukanSalah, match="dikunci"):
        periksa_pdf(tulis(penulis))


def test_active_content_is_named_even_when_its_name_is_spelled_in_hex(pdf) -> None:
    penulis = salin(pdf)
    penulis.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    )
    jahat = tulis(penulis)
    for isi in (jahat, jahat.replace(b"/JavaScript", b"/J#61vaScript").replace(b"/JS", b"/J#53")):
        with pytest.raises(MasukanSalah, match="skrip"):
            periksa_pdf(isi)
        assert periksa_pdf(isi, tolak_aktif=False) == 2
        assert isi_aktif(isi) == ["skrip"]


def test_a_file_inside_the_pdf_is_named(pdf) -> None:
    penulis = salin(pdf)
    penulis.add_attachment("rahasia.exe", b"MZ")
    with pytest.raises(MasukanSalah, match="berkas lain di dalamnya"):
        periksa_pdf(tulis(penulis))
