"""Disposisi: ask the units for data, forward, reply."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import halaman_kotak as kotak
from tests.browser.tekan import tekan


def minta_data(halaman: Page, jumlah_unit: int) -> None:
    """On the page of step 1: send the request as it stands, to every unit."""
    assert halaman.get_by_role("checkbox", checked=True).count() >= jumlah_unit
    tekan(halaman, "Kirim permintaan data")
    kalimat = f"{jumlah_unit} dari {jumlah_unit} unit sudah dimintai data"
    expect(halaman.get_by_text(kalimat).first).to_be_visible()


def teruskan(halaman: Page, kepada: str, pesan: str) -> None:
    """On the page of a branch."""
    halaman.get_by_text("Teruskan kepada bawahan").click()
    halaman.get_by_role("group", name="Teruskan kepada").get_by_label(kepada).check()
    halaman.get_by_label("Pesan").fill(pesan)
    tekan(halaman, "Teruskan")


def balas(halaman: Page, hal: str, balasan: str) -> None:
    """From the inbox: reply and finish the own branch."""
    kotak.buka(halaman, hal)
    halaman.get_by_label("Balasan").fill(balasan)
    tekan(halaman, "Kirim balasan dan selesaikan")


def ke_realisasi(halaman: Page, nama_periode: str) -> None:
    """From the request in the inbox to the page where the figures are typed."""
    kotak.buka(halaman, f"Permintaan data kinerja {nama_periode}")
    halaman.get_by_role("link", name=f"Isi realisasi {nama_periode}").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text(f"Realisasi {nama_periode}")
