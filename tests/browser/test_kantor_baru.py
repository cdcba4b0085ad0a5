"""From ``kinerja init`` in an empty folder, with only a browser, to step 1 in the Kasubag's inbox."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from kinerja import create_app
from kinerja.cli import main
from tests.browser import halaman_pk as pk
from tests.browser.conftest import Buka, Layanan, buka_orang, layani
from tests.browser.tekan import tekan
from tests.kantor_uji import SANDI

ORANG = {  # login name → (person, post of the usual structure)
    "nuria": ("NURIA NI, SE, M.Si.", "Camat"),
    "sekre": ("Afdal Uji, S.Sos.", "Sekretaris"),
    "rina": ("Rina Uji, S.AP.", "Kasubag Umum dan Kepegawaian"),
    "hendri": ("Hendri Uji, SE", "Kasubag Perencanaan"),
    "yusmardi": ("Yusmardi Uji, S.IP.", "Kasi Pemerintahan"),
}


@pytest.fixture
def kode_kantor(tmp_path: Path) -> Iterator[tuple[str, Layanan]]:
    """The code the console printed, and the served empty office."""
    hasil = CliRunner().invoke(main, ["init", "--data", str(tmp_path)])
    kode = re.search(r"[A-Z2-9]{5}(-[A-Z2-9]{5}){3}", hasil.output)
    assert kode is not None, hasil.output
    for layanan in layani(create_app(tmp_path), tmp_path):
        yield kode[0], layanan


def buat_admin(halaman: Page, kode: str) -> None:
    halaman.goto("/")
    halaman.get_by_label("Kode penyiapan").fill(kode)
    halaman.get_by_label("Nama Anda").fill("Budi Uji")
    halaman.get_by_label("Nama pengguna").fill("admin")
    halaman.get_by_label("Kata sandi", exact=True).fill(SANDI)
    halaman.get_by_label("Ulangi kata sandi").fill(SANDI)
    tekan(halaman, "Buat akun admin")


def isi_kantor(admin: Page) -> None:
    admin.goto("/menyiapkan")
    admin.get_by_role("link", name=re.compile("kop surat", re.I)).first.click()
    for label, isi in (
        ("Kabupaten", "Pesisir Selatan"),
        ("Kecamatan", "Koto XI Tarusan"),
        ("Alamat kantor", "Jalan Uji Nomor 1"),
        ("Tempat tanda tangan", "Tarusan"),
        ("Nama atasan Camat", "Bupati Uji"),
        ("Kode unit dalam nomor", "CMT-TRS"),
    ):
        admin.get_by_label(label).first.fill(isi)
    tekan(admin, "Simpan pengaturan")


def tambah_orang(admin: Page, login: str, nama: str, jabatan: str) -> str:
    """A person with a post; the one-time code the page shows."""
    admin.goto("/orang/baru")
    admin.get_by_label("Nama", exact=True).or_(admin.get_by_label(re.compile("^Nama lengkap"))).first.fill(
        nama
    )
    admin.get_by_label("Nama pengguna").fill(login)
    pilihan = admin.get_by_label("Jabatan", exact=True)
    (nilai,) = pilihan.locator("option").filter(has_text=re.compile(f"^{jabatan}")).all()
    pilihan.select_option(nilai.get_attribute("value"))
    admin.get_by_label(re.compile("^Mulai")).fill("2026-01-02")
    tekan(admin, "Simpan pegawai")
    admin.get_by_label("Kata sandi Anda").first.fill(SANDI)
    tekan(admin, "Terbitkan kode")
    return admin.locator("#kode-sekali").inner_text()


def buat_sandi(halaman: Page, kode: str) -> None:
    halaman.goto("/kode")
    halaman.get_by_label("Kode sekali pakai").fill(kode)
    halaman.get_by_label("Kata sandi baru", exact=True).fill(SANDI)
    halaman.get_by_label("Ulangi kata sandi baru").fill(SANDI)
    tekan(halaman, "Simpan kata sandi")


def siap(halaman: Page) -> int:
    """How many lines of "Menyiapkan kantor" are done."""
    halaman.goto("/menyiapkan")
    kata = re.search(r"(\d+) dari \d+ sudah ada", halaman.locator("main").inner_text())
    assert kata is not None
    return int(kata[1])


def tulis_pk(hendri: Page, tahun: int) -> None:
    hendri.goto(f"/perjanjian-kinerja/{tahun}")
    tekan(hendri, f"Buat draf Perjanjian Kinerja {tahun}")
    pk.isi_atasan(hendri, "Bupati Uji", "Bupati Pesisir Selatan")
    pk.tambah_sasaran(hendri, "Meningkatnya tata kelola nagari")
    kartu = {
        "uraian": "Persentase nagari dengan tata kelola baik",
        "satuan": "%",
        "metode": "Makin tinggi makin baik",
        "tipe": "Posisi akhir",
        "target": "87",
        "target_tw": ["70", "74", "78", "87"],
    }
    pk.tambah_indikator(hendri, "1", kartu, "Seksi Pemerintahan")
    pk.ajukan(hendri)


def test_a_new_office_comes_to_its_first_step_with_only_a_browser(
    kode_kantor: tuple[str, Layanan], peramban: Browser
) -> None:
    kode, layanan = kode_kantor
    pembuka = buka_orang(peramban, layanan)
    orang: Buka = next(pembuka)
    buat_admin(orang(None), kode)
    admin = orang("admin")
    maju = [siap(admin)]
    isi_kantor(admin)
    maju.append(siap(admin))
    admin.goto("/jabatan/")
    tekan(admin, "Buat susunan lazim")
    maju.append(siap(admin))
    for login, (nama, jabatan) in ORANG.items():
        buat_sandi(orang(None), tambah_orang(admin, login, nama, jabatan))
    maju.append(siap(admin))
    assert maju == sorted(maju) and len(set(maju)) == 4, maju

    tahun = datetime.now(UTC).year - 1  # its quarters have ended, whatever day it is
    hendri, nuria, yusmardi, rina = (orang(o) for o in ("hendri", "nuria", "yusmardi", "rina"))
    tulis_pk(hendri, tahun)
    nuria.goto("/")
    nuria.get_by_role("link", name=f"Perjanjian Kinerja {tahun}").first.click()
    tekan(nuria, "Setujui")
    expect(nuria.locator(".lencana-baris").first).to_contain_text("Disetujui NURIA NI")
    yusmardi.goto(f"/rencana-aksi/{tahun}")
    pk.tambah_aksi(yusmardi, "1.1", "Pembinaan administrasi nagari", "Kasi Pemerintahan")

    rina.goto("/periode/")
    rina.get_by_label("Tahun kinerja").fill(str(tahun))
    tekan(rina, "Buka tahun ini")
    rina.goto("/")
    langkah = rina.get_by_role("link", name="Mengumpulkan data laporan kinerja triwulan").first
    expect(langkah).to_be_visible()
    langkah.click()
    expect(rina.get_by_role("heading", level=1)).to_have_text(
        "Mengumpulkan data laporan kinerja triwulan kepada subag/kasi"
    )
    for _ in pembuka:
        pass
