"""Take the pictures of docs/panduan.md from a running example office.

kinerja demo --port 8000            (in one window)
python docs/ambil_gambar.py http://127.0.0.1:8000
"""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

GAMBAR = Path(__file__).parent / "gambar"
SANDI = "contoh-tarusan"
LEBAR = 1000
BENDERA = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
]

# name of the picture: (login name, page, name of a link to follow, height of the picture in CSS pixels)
ADEGAN: dict[str, tuple[str, str, str, int]] = {
    "masuk": ("", "/masuk", "", 780),
    "kotak": ("perencanaan", "/", "", 640),
    "langkah": ("perencanaan", "/", "Merekap laporan kinerja triwulan", 900),
    "realisasi": ("pemberdayaan", "/realisasi/", "Triwulan III", 900),
    "disposisi": ("pelayanan", "/", "Permintaan data kinerja Triwulan III", 850),
    "pk": ("perencanaan", "/perjanjian-kinerja/", "", 800),
    "laporan": ("camat", "/laporan/", "Triwulan II 2", 850),
    "pengesahan": ("camat", "/", "Pengesahan laporan Semester I", 850),
    "arsip": ("camat", "/arsip/", "", 560),
    "sop": ("sekretaris", "/sop", "", 900),
    "menyiapkan": ("admin", "/menyiapkan", "", 700),
}


def potret(halaman: Page, nama: str, tinggi: int) -> None:
    """A palette PNG of the top of the page."""
    isi = halaman.screenshot(
        caret="initial", clip={"x": 0, "y": 0, "width": 1200, "height": tinggi}, full_page=True
    )
    gambar = Image.open(io.BytesIO(isi)).convert("RGB")
    kecil = gambar.resize((LEBAR, round(gambar.height * LEBAR / gambar.width)), Image.Resampling.LANCZOS)
    kecil.quantize(128).save(GAMBAR / f"{nama}.png", optimize=True)


def main(alamat: str) -> None:
    """Every scene in a browser of its own."""
    GAMBAR.mkdir(exist_ok=True)
    with sync_playwright() as main_:
        peramban = main_.chromium.launch(executable_path=shutil.which("chromium"), args=BENDERA)
        for nama, (siapa, jalan, tautan, tinggi) in ADEGAN.items():
            halaman = peramban.new_page(
                base_url=alamat, viewport={"width": 1200, "height": 900}, locale="id-ID"
            )
            if siapa:
                halaman.goto("/masuk")
                halaman.get_by_label("Nama pengguna").fill(siapa)
                halaman.get_by_label("Kata sandi").fill(SANDI)
                halaman.get_by_role("button", name="Masuk").click()
                halaman.wait_for_url("**/")
            halaman.goto(jalan)
            if tautan:
                halaman.get_by_role("link", name=tautan).first.click()
                halaman.wait_for_load_state("networkidle")
            potret(halaman, nama, tinggi)
            halaman.close()


if __name__ == "__main__":
    main(sys.argv[1])
