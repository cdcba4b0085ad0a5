"""The realisasi page of a unit, and the rekap that reads it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from kinerja.demo.kertas import bukti
from tests.browser.tekan import tekan, tekan_ditolak, unggah_langsung

TANPA = "n/a: "


def isi_indikator(halaman: Page, nomor: str, ketik: str, hambatan: str = "") -> None:
    """Type a figure the Indonesian way, or "n/a: why"."""
    kartu = _indikator(halaman, nomor)
    if ketik.startswith(TANPA):
        kartu.get_by_text("Datanya tidak ada?").click()
        kartu.get_by_label("Datanya tidak tersedia (n/a)").check()
        kartu.get_by_label("Mengapa datanya tidak tersedia?").fill(ketik.removeprefix(TANPA))
    else:
        _ketik(kartu, ketik)
    if hambatan:
        kartu.get_by_label("Hambatan").fill(hambatan)
    tekan(halaman, kartu.get_by_role("button", name="Simpan", exact=True))
    expect(_indikator(halaman, nomor).get_by_text("Sudah diisi", exact=True)).to_be_visible()


def isi_keliru(halaman: Page, nomor: str, ketik: str) -> str:
    """Type what is no number; what the page says."""
    kartu = _indikator(halaman, nomor)
    _ketik(kartu, ketik)
    keluhan = tekan_ditolak(halaman, kartu.get_by_role("button", name="Simpan", exact=True))
    expect(_indikator(halaman, nomor).get_by_label("Realisasi", exact=True)).to_have_value(ketik)
    return keluhan


def beri_bukti(halaman: Page, nomor: str, nama: str) -> None:
    daerah = halaman.get_by_role("region", name=f"Bukti {nomor}", exact=True)
    unggah_langsung(halaman, daerah.get_by_label("Unggah bukti"), nama, bukti(f"Bukti {nomor}", nama))
    expect(daerah.get_by_role("link", name=f"Unduh {nama}")).to_be_visible()


def isi_anggaran(halaman: Page, nomor: str, ketik: str) -> None:
    kartu = halaman.locator("section.anggaran").filter(
        has=halaman.get_by_role("heading", name=re.compile(f"^{re.escape(nomor)} "))
    )
    kartu.get_by_label("Realisasi anggaran triwulan ini (Rp)").fill(ketik)
    tekan(halaman, kartu.get_by_role("button", name="Simpan", exact=True))
    expect(kartu.get_by_text("Sudah diisi", exact=True)).to_be_visible()


def kirim(halaman: Page, tanpa_bukti: bool = False) -> None:
    if tanpa_bukti:
        halaman.get_by_label("Tetap kirim walaupun ada yang belum berbukti").check()
    tekan(halaman, "Kirim laporan progres")
    expect(halaman.get_by_text("Laporan progres terkirim.")).to_be_visible()


def kembalikan_unit(halaman: Page, unit: str, nomor: str, alasan: str) -> None:
    """On the page of step 2: one indicator of a unit goes back to it."""
    kartu = _unit(halaman, unit)
    kartu.get_by_text("Ada yang keliru? Kembalikan kepada unit").click()
    kartu.get_by_role("checkbox", name=re.compile(f"^{re.escape(nomor)} ")).check()
    kartu.get_by_label("Alasan", exact=True).and_(halaman.locator(":visible")).fill(alasan)
    tekan(halaman, kartu.get_by_role("button", name="Kembalikan kepada unit"))
    expect(_unit(halaman, unit).get_by_text("Dikembalikan, menunggu perbaikan")).to_be_visible()


def _unit(halaman: Page, nama: str) -> Locator:
    return halaman.locator("#kerja section").filter(has=halaman.get_by_role("heading", name=nama, exact=True))


def _indikator(halaman: Page, nomor: str) -> Locator:
    return halaman.locator("section.isian").filter(
        has=halaman.get_by_role("heading", name=re.compile(f"^{re.escape(nomor)} "))
    )


def _ketik(kartu: Locator, ketik: str) -> None:
    medan = kartu.get_by_label("Realisasi", exact=True)
    if medan.evaluate("m => m.tagName") == "SELECT":
        medan.select_option(label=ketik)
    else:
        medan.fill(ketik)
