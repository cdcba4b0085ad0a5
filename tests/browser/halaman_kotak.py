"""The inbox: open what waits; is it empty?"""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect


def buka(halaman: Page, judul: str, keterangan: str = "") -> None:
    """Open the inbox item of this title; ``keterangan`` picks one where several have the same title."""
    halaman.goto("/")
    butir = halaman.locator("#daftar article, #daftar li").filter(has_text=judul)
    if keterangan:
        butir = butir.filter(has_text=keterangan)
    butir.first.get_by_role("link").first.click()
    halaman.wait_for_url(lambda alamat: urlsplit(alamat).path != "/")


def isi(halaman: Page) -> list[str]:
    """The titles that wait, as the page shows them."""
    halaman.goto("/")
    return [" ".join(t.split()) for t in halaman.locator("#daftar article, #daftar li").all_inner_texts()]


def pastikan_kosong(halaman: Page) -> None:
    """The page says so, and so does the counter in its head."""
    assert isi(halaman) == []
    expect(halaman.get_by_text("Tidak ada yang menunggu Anda", exact=True)).to_be_visible()
    expect(halaman.locator("#jumlah-tugas")).to_have_text("Tidak ada yang menunggu")
