"""The admin's page of one person: giving a post."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.tekan import tekan


def beri_jabatan(
    halaman: Page, nama: str, jabatan: str, cara: str, mulai: str, selesai: str, dasar: str
) -> None:
    """``cara`` as the page writes it; dates as the field holds them (ISO)."""
    halaman.goto("/orang/")
    halaman.get_by_role("link", name=nama, exact=True).click()
    halaman.get_by_text("Beri jabatan", exact=True).first.click()
    tombol = halaman.get_by_role("button", name="Beri jabatan", exact=True)
    isian = halaman.locator("form").filter(has=tombol)
    isian.get_by_label("Jabatan", exact=True).select_option(jabatan)
    isian.get_by_label("Cara memegang jabatan").select_option(cara)
    isian.get_by_label("Mulai bertugas").fill(mulai)
    isian.get_by_label("Hari terakhir bertugas").fill(selesai)
    isian.get_by_label("Nomor SK atau surat perintah").fill(dasar)
    tekan(halaman, "Beri jabatan")
    expect(halaman.locator("#penugasan")).to_contain_text(dasar)
