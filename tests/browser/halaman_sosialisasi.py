"""Steps 5 and 8: invite, answer, minutes, close; and the check without a new meeting."""

from __future__ import annotations

from collections.abc import Collection

from playwright.sync_api import Page, expect

from tests.browser import halaman_kotak as kotak
from tests.browser.tekan import tekan


def undang(halaman: Page, hanya: Collection[str] = (), lagi: bool = False) -> None:
    """Send the invitation as it stands; ``hanya``: only these posts."""
    if lagi and halaman.get_by_text("Undang rapat sekali lagi", exact=True).count():
        halaman.get_by_text("Undang rapat sekali lagi", exact=True).click()
    if hanya:
        for centang in (
            halaman.get_by_role("group", name="Pejabat yang diundang").get_by_role("checkbox").all()
        ):
            nama = halaman.locator(f"label[for='{centang.get_attribute('id')}']").inner_text()
            centang.set_checked(nama.partition(" – ")[0] in hanya)
    tekan(halaman, "Kirim undangan")
    expect(halaman.get_by_text("Undangan terkirim ke kotak masuk")).to_be_visible()


def setuju(halaman: Page, nama_periode: str) -> None:
    kotak.buka(halaman, f"Tanggapi draf laporan {nama_periode}")
    tekan(halaman, "Setuju dengan draf ini")
    expect(halaman.locator("#pesan")).to_contain_text("Persetujuan Anda tercatat")


def koreksi(halaman: Page, nama_periode: str, bagian: str, uraian: str) -> None:
    kotak.buka(halaman, f"Tanggapi draf laporan {nama_periode}")
    halaman.get_by_label("Bagian atau angka").fill(bagian)
    halaman.get_by_label("Apa yang perlu diperbaiki").fill(uraian)
    tekan(halaman, "Kirim koreksi")
    expect(halaman.locator("#pesan")).to_contain_text("Koreksi Anda tercatat")


def catat_dan_tutup(halaman: Page, notulen: str) -> None:
    """Everybody came; minutes; close the round."""
    for centang in halaman.get_by_role("group", name="Yang hadir").get_by_role("checkbox").all():
        centang.check()
    halaman.get_by_label("Notulen").fill(notulen)
    tekan(halaman, "Simpan daftar hadir dan notulen")
    tekan(halaman, "Tutup sosialisasi")
    expect(halaman.get_by_text("Sosialisasi ditutup.")).to_be_visible()


def nyatakan_diperiksa(halaman: Page, uraian: str) -> None:
    halaman.get_by_label("Apa yang diperiksa").fill(uraian)
    tekan(halaman, "Nyatakan koreksi sudah diperiksa")
