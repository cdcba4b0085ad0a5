"""Photographs as one PDF: order, their own bytes, upright, the same bytes again."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image, ImageOps
from pypdf import PdfReader

from kinerja.documents.gabung_foto import gabung_foto
from kinerja.domain.kesalahan import MasukanSalah


def lukisan(lebar: int = 300, tinggi: int = 400, mode: str = "RGB") -> Image.Image:
    """A picture that is different in each corner."""
    gambar = Image.new("RGB", (lebar, tinggi), "#ffffff")
    gambar.paste("#ff0000", (0, 0, lebar // 2, tinggi // 2))
    gambar.paste("#0000ff", (lebar // 2, tinggi // 2, lebar, tinggi))
    return gambar.convert(mode)


def bita(gambar: Image.Image, nama_format: str, **lain: object) -> bytes:
    aliran = io.BytesIO()
    gambar.save(aliran, nama_format, **lain)  # type: ignore[arg-type]
    return aliran.getvalue()


def dilihat(pdf: bytes, ke: int = 0) -> Image.Image:
    """A page as the screen shows it."""
    gambar: Image.Image = pypdfium2.PdfDocument(pdf)[ke].render(scale=0.5).to_pil().convert("RGB")
    return gambar


def sudut(gambar: Image.Image) -> list[str]:
    """The colour in the middle of each quarter: left top, right top, left bottom, right bottom."""
    w, h = gambar.size
    nama = []
    for x, y in ((w // 4, h // 4), (3 * w // 4, h // 4), (w // 4, 3 * h // 4), (3 * w // 4, 3 * h // 4)):
        r, g, b = gambar.getpixel((x, y))  # type: ignore[misc]
        nama.append("merah" if r > g + 60 else "biru" if b > r + 60 else "putih")
    return nama


def test_each_photograph_is_a_page_and_a_jpeg_keeps_its_bytes() -> None:
    satu, dua = bita(lukisan(), "JPEG", quality=60), bita(lukisan(400, 300), "JPEG", quality=61)
    pdf = gabung_foto([(satu, "image/jpeg"), (dua, "image/jpeg")])
    assert satu in pdf and dua in pdf
    assert [
        (round(h.mediabox.width), round(h.mediabox.height)) for h in PdfReader(io.BytesIO(pdf)).pages
    ] == [
        (595, 794),
        (794, 595),
    ]
    assert gabung_foto([(satu, "image/jpeg"), (dua, "image/jpeg")]) == pdf
    assert sudut(dilihat(pdf)) == ["merah", "putih", "putih", "biru"]


def test_a_telephones_second_picture_does_not_make_the_page_be_packed_anew() -> None:
    aliran, kecil = io.BytesIO(), lukisan(60, 80, "L").convert("RGB")
    lukisan().save(aliran, "MPO", save_all=True, append_images=[kecil])
    foto = aliran.getvalue()
    with Image.open(io.BytesIO(foto)) as asal:
        assert asal.format == "MPO"
    pdf = gabung_foto([(foto, "image/jpeg")])
    assert foto in pdf and len(pdf) < len(foto) + 2000
    assert sudut(dilihat(pdf)) == ["merah", "putih", "putih", "biru"]


@pytest.mark.parametrize("orientasi", range(1, 9))
def test_a_photograph_stands_as_the_camera_was_held(orientasi: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientasi
    foto = bita(lukisan(), "JPEG", exif=exif)
    with Image.open(io.BytesIO(foto)) as asal:
        tegak = ImageOps.exif_transpose(asal).convert("RGB")
    tampak = dilihat(gabung_foto([(foto, "image/jpeg")]))
    assert (tampak.width > tampak.height) == (tegak.width > tegak.height)
    assert sudut(tampak) == sudut(tegak)


@pytest.mark.parametrize(("mode", "nama_format"), [("L", "JPEG"), ("CMYK", "JPEG"), ("L", "PNG"), ("P", "PNG"),
                                                   ("1", "PNG"), ("RGBA", "PNG")])  # fmt: skip
def test_grey_ink_and_transparent_pictures_are_shown(mode: str, nama_format: str) -> None:
    asal = lukisan(mode=mode) if mode != "P" else lukisan().convert("P", palette=Image.Palette.ADAPTIVE)
    jenis = "image/jpeg" if nama_format == "JPEG" else "image/png"
    tampak = dilihat(gabung_foto([(bita(asal, nama_format), jenis)]))
    if mode in ("L", "1"):
        assert tampak.getpixel((10, 10)) != (255, 255, 255)
    else:
        assert sudut(tampak) == ["merah", "putih", "putih", "biru"]


@pytest.mark.parametrize("isi", [b"", b"\xff\xd8\xffbukan gambar", bita(lukisan(), "JPEG")[:900], b"GIF89a"])
def test_what_is_no_picture_is_refused_in_words(isi: bytes) -> None:
    with pytest.raises(MasukanSalah, match="Ambil foto sekali lagi") as salah:
        gabung_foto([(isi, "image/jpeg")])
    assert salah.value.medan == "berkas"
