"""A browser that photographs pages of a served office, for ambil_gambar.py."""

from __future__ import annotations

import io
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click
from PIL import Image
from playwright.sync_api import Browser, Page

SANDI = "contoh-tarusan"
LEBAR = 1100  # CSS pixels of the window; the pictures are LEBAR_GAMBAR wide
LEBAR_GAMBAR = 1000
TEPI = 16
WARNA = 96
BEDA = 14  # colours nearer than this (summed over red, green, blue) share a place in the palette
BENDERA = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)


@dataclass
class Kamera:
    """A browser at one server: a window for each person, a palette PNG for each picture."""

    peramban: Browser
    alamat: str
    ke: Path
    halaman: dict[str, Page] = field(default_factory=dict)

    def buka(self, siapa: str) -> Page:
        """The window of a person, logged in ("" for nobody)."""
        if siapa not in self.halaman:
            layar = {"width": LEBAR, "height": 800}
            halaman = self.peramban.new_page(base_url=self.alamat, viewport=layar, locale="id-ID")
            if siapa:
                halaman.goto("/masuk")
                halaman.get_by_label("Nama pengguna").fill(siapa)
                halaman.get_by_label("Kata sandi", exact=True).fill(SANDI)
                halaman.get_by_role("button", name="Masuk", exact=True).click()
                halaman.wait_for_url("**/")
            self.halaman[siapa] = halaman
        return self.halaman[siapa]

    def potret(
        self,
        nama: str,
        siapa: str,
        jalan: str,
        *,
        pilih: str = "",
        tinggi: int = 760,
        lebar: int = LEBAR,
        sebelum: Callable[[Page], None] | None = None,
    ) -> None:
        """The top ``tinggi`` pixels of a page; or those of the part ``pilih`` names, without the menu."""
        halaman = self.buka(siapa)
        halaman.set_viewport_size({"width": lebar, "height": 800})
        halaman.goto(jalan)
        if sebelum is not None:
            sebelum(halaman)
        halaman.wait_for_load_state("networkidle")
        potongan = {"x": 0, "y": 0, "width": lebar, "height": tinggi}
        if pilih:
            kotak = halaman.locator(pilih).first.bounding_box()
            if kotak is None:
                raise LookupError(f"{nama}: {pilih} tidak tampak")
            potongan = {
                "x": kotak["x"] - TEPI,
                "y": kotak["y"] + halaman.evaluate("scrollY") - TEPI,
                "width": kotak["width"] + 2 * TEPI,
                "height": min(kotak["height"] + 2 * TEPI, tinggi),
            }
        isi = halaman.screenshot(caret="initial", clip=potongan, full_page=True)
        gambar = Image.open(io.BytesIO(isi)).convert("RGB")
        if gambar.width > LEBAR_GAMBAR:
            tinggi = round(gambar.height * LEBAR_GAMBAR / gambar.width)
            gambar = gambar.resize((LEBAR_GAMBAR, tinggi), Image.Resampling.LANCZOS)
        gambar.quantize(palette=palet(gambar), dither=Image.Dither.NONE).save(
            self.ke / f"{nama}.png", optimize=True
        )
        click.echo(f"  {nama}.png")


def palet(gambar: Image.Image) -> Image.Image:
    """The colours seen most, as they are: large areas keep their tint, and red stays red."""
    dipakai: list[tuple[int, int, int]] = []
    for _, warna in sorted(gambar.getcolors(gambar.width * gambar.height) or (), reverse=True):
        if all(sum(abs(a - b) for a, b in zip(warna, lain, strict=True)) >= BEDA for lain in dipakai):
            dipakai.append(warna)
        if len(dipakai) == WARNA:
            break
    hasil = Image.new("P", (1, 1))
    hasil.putpalette([nilai for warna in dipakai for nilai in warna])
    return hasil


@contextmanager
def melayani(data: Path) -> Iterator[str]:
    """``kinerja serve`` on a free port; gives its address."""
    with socket.socket() as cari:
        cari.bind(("127.0.0.1", 0))
        port = cari.getsockname()[1]
    perintah = [sys.executable, "-m", "kinerja", "serve", "--data", str(data), "--port", str(port)]
    proses = subprocess.Popen(  # noqa: S603 (our own interpreter)
        perintah, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    try:
        for baris in proses.stdout or ():
            if "berjalan di" in baris:
                break
        yield f"http://127.0.0.1:{port}"
    finally:
        proses.terminate()
        proses.wait()


def ikuti(nama: str) -> Callable[[Page], None]:
    """Follow the first link whose name holds these words."""
    return lambda halaman: halaman.get_by_role("link", name=re.compile(nama)).first.click()
