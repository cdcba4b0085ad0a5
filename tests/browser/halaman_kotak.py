"""The inbox: open what waits; is it empty?"""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

BUTIR = "#daftar > article, #daftar > ul > li"  # not the colleagues' work shown when nothing waits


def buka(halaman: Page, judul: str, keterangan: str = "") -> None:
    """Open the inbox item of this title; ``keterangan`` picks one where several have the same title."""
    halaman.goto("/")
    butir = halaman.locator(BUTIR).filter(has_text=judul)
    if keterangan:
        butir = butir.filter(has_text=keterangan)
    butir.first.get_by_role("link").first.click()
    halaman.wait_for_url(lambda alamat: urlsplit(alamat).path != "/")


def isi(halaman: Page) -> list[str]:
    """What waits, as the page shows it."""
    halaman.goto("/")
    return terlihat(halaman)


def terlihat(halaman: Page) -> list[str]:
    """What the open inbox shows now, which a filter may have narrowed."""
    return [" ".join(t.split()) for t in halaman.locator(BUTIR).all_inner_texts()]


def pastikan_kosong(halaman: Page) -> None:
    """The page says so, and so does the counter in its head."""
    assert isi(halaman) == []
    expect(halaman.get_by_text("Tidak ada yang menunggu Anda", exact=True)).to_be_visible()
    expect(halaman.locator("#jumlah-tugas")).to_have_text("Tidak ada yang menunggu")
