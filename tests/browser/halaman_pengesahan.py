"""Pengesahan: the final PDF, its download, and the signed one that comes back."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.tekan import tekan


def terbitkan(halaman: Page) -> bytes:
    """Issue the final PDF and download it."""
    tekan(halaman, "Terbitkan PDF final")
    with halaman.expect_download() as info:
        halaman.get_by_role("link", name="Unduh PDF untuk ditandatangani").click()
    return Path(info.value.path()).read_bytes()


def unggah_tertanda(halaman: Page, nama: str, isi: bytes, rak: str) -> None:
    """Give back the signed PDF, hold its pages against the issued ones, archive and complete in one go."""
    kartu = halaman.locator("#unggah-tertanda")
    kartu.get_by_label("Dokumen yang sudah ditandatangani").set_input_files(
        {"name": nama, "mimeType": "application/pdf", "buffer": isi}
    )
    tekan(halaman, "Unggah dan baca")
    expect(halaman.get_by_text("Menunggu dibandingkan", exact=True)).to_be_visible()
    halaman.get_by_label("Tempat lembar asli disimpan").fill(rak)
    tekan(halaman, "Sesuai, arsipkan dan selesaikan")
    expect(halaman.get_by_text("Tertanda, diarsipkan", exact=True)).to_be_visible()
