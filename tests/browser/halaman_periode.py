"""The page of the periods: open a year, start a triwulan early."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.tekan import tekan


def buka_tahun(halaman: Page, tahun: int) -> None:
    _ke_periode(halaman)
    halaman.get_by_label("Tahun kinerja").fill(str(tahun))
    tekan(halaman, "Buka tahun ini")
    expect(halaman.get_by_role("heading", name=f"Triwulan IV {tahun}")).to_be_visible()


def mulai_dini(halaman: Page, nama: str, alasan: str) -> None:
    """Start a triwulan before its quarter ends."""
    _ke_periode(halaman)
    kartu = halaman.get_by_role("article").filter(has=halaman.get_by_role("heading", name=nama, exact=True))
    kartu.get_by_text("Mulai lebih awal", exact=True).click()
    kartu.get_by_label("Alasan memulai lebih awal").fill(alasan)
    tekan(halaman, f"Mulai {nama} sekarang")


def _ke_periode(halaman: Page) -> None:
    halaman.goto("/")
    halaman.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Periode").click()
