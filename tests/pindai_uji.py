"""A scanner and a phone for the tests: a printed page as it comes back, the same for the same seed."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageChops, ImageFilter


def pindai(
    pdf: bytes,
    halaman: int = 1,
    *,
    putar: float = 0,
    dpi: int = 150,
    mutu: int = 60,
    derau: float = 12,
    benih: int = 0,
    warna: bool = False,
    bayang: bool = False,
    miring: float = 0,
) -> bytes:
    """One page of ``pdf`` as JPEG: turned by ``putar`` degrees, noisy, soft; ``bayang`` darkens one side.

    ``miring`` is how far, as a part of the width, perspective draws in the upper corners.
    """
    acak = random.Random(benih)
    lembar = pypdfium2.PdfDocument(pdf)[halaman - 1].render(scale=dpi / 72, grayscale=True).to_pil()
    gambar = lembar.convert("L")
    if miring:
        w, h = gambar.size
        m = int(w * miring)
        sudut = (-m, -m // 2, 0, h, w, h, w + m, -m // 2)
        gambar = gambar.transform((w, h), Image.Transform.QUAD, sudut, Image.Resampling.BICUBIC, fillcolor=90)
    if putar:
        gambar = gambar.rotate(putar, Image.Resampling.BICUBIC, expand=putar % 90 == 0, fillcolor=255)
    gambar = gambar.filter(ImageFilter.GaussianBlur(acak.uniform(0.3, 0.7)))
    if bayang:
        gelap = Image.linear_gradient("L").resize(gambar.size).point(lambda v: 90 + v * 165 // 255)
        gambar = ImageChops.multiply(gambar, gelap)
    if derau:
        kecil = Image.frombytes("L", (256, 256), acak.randbytes(65536)).point(
            lambda v: int(128 + (v - 128) * derau / 74)
        )
        ubin = Image.new("L", gambar.size)
        for x in range(0, gambar.width, 256):
            for y in range(0, gambar.height, 256):
                ubin.paste(kecil, (x, y))
        gambar = ImageChops.add(gambar, ubin, offset=-128)
    if warna:
        gambar = Image.merge(
            "RGB", (gambar, gambar.point(lambda v: v * 240 // 255), gambar.point(lambda v: v * 205 // 255))
        )
    keluar = io.BytesIO()
    gambar.save(keluar, "JPEG", quality=mutu)
    return keluar.getvalue()


def jadi_pdf(gambar: Sequence[bytes], dpi: int = 150) -> bytes:
    """The pictures as the pages of one PDF, as a scanner makes it."""
    semua = [Image.open(io.BytesIO(satu)) for satu in gambar]
    keluar = io.BytesIO()
    semua[0].save(keluar, "PDF", save_all=True, append_images=semua[1:], resolution=dpi)
    return keluar.getvalue()
