"""The Perjanjian Kinerja page: write, submit, return, approve; and the rencana aksi under it."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.tekan import ikuti, tekan
from tests.kantor_uji import PEMERAN


def unit(login: str) -> str:
    """The unit a person of the cast heads."""
    return PEMERAN[login][2] or ""


def buat(halaman: Page, tahun: int) -> None:
    halaman.goto("/")
    halaman.get_by_role("navigation", name="Menu utama").get_by_role(
        "link", name="Perjanjian Kinerja"
    ).click()
    tekan(halaman, f"Buat draf Perjanjian Kinerja {tahun}")


def isi_atasan(halaman: Page, nama: str, jabatan: str) -> None:
    _buka(halaman, "Ubah para pihak, tempat, dan tanggal")
    halaman.get_by_label("Nama pihak kedua").fill(nama)
    halaman.get_by_label("Jabatan pihak kedua").fill(jabatan)
    tekan(halaman, "Simpan")


def tambah_sasaran(halaman: Page, uraian: str) -> None:
    _buka(halaman, "Tambah sasaran")
    halaman.get_by_label("Sasaran strategis").fill(uraian)
    tekan(halaman, "Simpan")
    expect(halaman.get_by_role("heading", name=uraian)).to_be_visible()


def tambah_indikator(halaman: Page, sasaran: str, i: dict[str, Any], unit: str) -> None:
    """Type one indicator card."""
    _buka(halaman, f"Tambah indikator pada sasaran {sasaran}")
    halaman.get_by_label("Indikator kinerja").fill(i["uraian"])
    halaman.get_by_label("Satuan").fill(i["satuan"])
    halaman.get_by_label("Penanggung jawab").select_option(label=unit)
    _pilih(halaman, i["metode"])
    _pilih(halaman, i["tipe"])
    if "skala" in i:
        _pilih(halaman, "Predikat")
        halaman.get_by_label("Skala predikat").select_option(i["skala"])
    halaman.get_by_label("Target setahun").fill(i["target"])
    for romawi, teks in zip(("I", "II", "III", "IV"), i["target_tw"], strict=True):
        halaman.get_by_label(f"Target TW {romawi}", exact=True).fill(teks)
    halaman.get_by_label("Target akhir renstra").fill(i.get("target_renstra", ""))
    tekan(halaman, "Simpan")
    expect(halaman.get_by_role("row").filter(has_text=i["uraian"])).to_be_visible()


def tambah_program(halaman: Page, sasaran: str, nama: str, pagu: str, unit: str) -> None:
    _buka(halaman, f"Tambah program pada sasaran {sasaran}")
    halaman.get_by_label("Program", exact=True).fill(nama)
    halaman.get_by_label("Anggaran (pagu)").fill(pagu)
    halaman.get_by_label("Keterangan (sumber dana)").fill("APBD")
    halaman.get_by_label("Pelaksana").select_option(label=unit)
    tekan(halaman, "Simpan")
    expect(halaman.get_by_role("row").filter(has_text=nama)).to_be_visible()


def ubah_pagu(halaman: Page, nomor: str, pagu: str) -> None:
    _buka(halaman, f"Ubah program {nomor}")
    halaman.get_by_label("Anggaran (pagu)").fill(pagu)
    tekan(halaman, "Simpan")


def ajukan(halaman: Page) -> None:
    tekan(halaman, "Ajukan untuk disetujui")
    expect(halaman.get_by_text("Menunggu persetujuan Camat atau Sekretaris")).to_be_visible()


def kembalikan(halaman: Page, alasan: str) -> None:
    halaman.get_by_text("Kembalikan untuk diperbaiki", exact=True).click()
    halaman.get_by_label("Alasan dikembalikan").fill(alasan)
    tekan(halaman, "Kembalikan")


def setujui(halaman: Page) -> None:
    tekan(halaman, "Setujui")
    expect(halaman.locator(".lencana-baris").first).to_contain_text("Disetujui Camat")


def tambah_aksi(halaman: Page, nomor: str, kegiatan: str, pelaksana: str) -> None:
    """One activity of the rencana aksi, on its page."""
    _buka(halaman, f"Tambah kegiatan untuk indikator {nomor}")
    halaman.get_by_label("Kegiatan", exact=True).fill(kegiatan)
    for romawi in ("I", "II", "III", "IV"):
        halaman.get_by_label(f"Target TW {romawi}", exact=True).fill("1 kegiatan")
    halaman.get_by_label("Pelaksana").fill(pelaksana)
    tekan(halaman, "Simpan")
    expect(halaman.get_by_role("row").filter(has_text=kegiatan)).to_be_visible()


def _buka(halaman: Page, nama: str) -> None:
    tautan: Locator = halaman.get_by_role("link", name=nama, exact=True)
    ikuti(halaman, tautan)
    expect(halaman.locator("#isian")).to_be_visible()


def _pilih(halaman: Page, awal: str) -> None:
    """The radio whose words begin like this."""
    halaman.get_by_role("radio", name=re.compile(f"^{re.escape(awal)}")).check()
