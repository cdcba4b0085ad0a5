"""What every step has: completing it, sending it back."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.tekan import tekan


def selesaikan(halaman: Page, catatan: str = "") -> None:
    """Complete the open step; the page goes on to the inbox."""
    expect(halaman.get_by_text("Semua sudah lengkap", exact=True)).to_be_visible()
    if catatan:
        halaman.get_by_label("Catatan", exact=False).last.fill(catatan)
    tekan(halaman, "Selesaikan langkah ini")
    expect(halaman).to_have_url(re.compile(r"//[^/]+/$"))


def kembalikan(halaman: Page, langkah: str, alasan: str) -> None:
    """Send the step back to an earlier one, given by its number."""
    daerah = halaman.locator("#kembalikan")
    if daerah.get_attribute("open") is None:
        daerah.get_by_text("Ada yang keliru? Kembalikan ke langkah sebelumnya").click()
    pilihan = daerah.get_by_label("Kembalikan ke langkah")
    pilihan.select_option(langkah)
    daerah.get_by_label("Alasan").fill(alasan)
    tekan(halaman, daerah.get_by_role("button", name="Kembalikan"))
