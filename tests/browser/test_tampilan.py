"""Every page of the example office, for every kind of official, at the desk (1366 px) and on a phone (360 px)."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from kinerja import create_app
from kinerja.cli.demo import SANDI
from tests.browser.conftest import Buka, buka_orang, layani
from tests.contoh_sekali import contoh_terisi

MEJA, TELEPON = {"width": 1366, "height": 850}, {"width": 360, "height": 740}
PERAN = ("camat", "sekretaris", "umum", "perencanaan", "pelayanan", "staf.perencanaan", "admin")
LENGKAP = "perencanaan"  # walks every single step and report; the others one page of each kind
UNDUHAN = re.compile(r"(\.(pdf|docx|xlsx|toml|zip)|/pdf)$|^/(berkas/\d+$|tabel/)")
MAHAL = re.compile(r"/pratinjau$")  # prints the whole report; looked at by LENGKAP only
# Words that only an English page or a leaking program would show.
ASING = re.compile(
    r"\b(?:the|your|please|submit|invalid|required|loading|search|save|delete|cancel|edit|next|previous|"
    r"log ?in|log ?out|password|username|error|warning|none|null|undefined|nan|true|false)\b",
    re.IGNORECASE,
)
LEBAR = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
# What sticks out of the window, also where a box around it cuts it off; what scrolls inside itself may.
MENONJOL = """() => [...document.querySelectorAll('main *, header *')]
  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
    && !e.closest('.tabel-gulir, .bagan, .gambar-laporan figure, [popover], .visually-hidden'))
  .slice(-3).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 40))"""


@pytest.fixture
def contoh(peramban: Browser, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Buka]:
    """A copy of the example office, served."""
    folder = shutil.copytree(contoh_terisi(tmp_path_factory), tmp_path / "demo")
    for layanan in layani(create_app(folder, {"TESTING": False}), folder):
        yield from buka_orang(peramban, layanan, SANDI)


@dataclass
class Penjelajah:
    """Walks from the inbox through menus and links, a sample of each kind of page."""

    halaman: Page
    semua: bool
    antre: list[str] = field(default_factory=lambda: ["/"])
    dikenal: set[str] = field(default_factory=lambda: {"/"})
    dilihat: list[str] = field(default_factory=list)
    salah: list[str] = field(default_factory=list)

    def jalan(self) -> None:
        while self.antre:
            self.lihat(self.antre.pop(0))

    def lihat(self, alamat: str) -> None:
        jawab = self.halaman.goto(alamat)
        self.dilihat.append(alamat)
        status = jawab.status if jawab else 0
        self._tuntut(status == 200, alamat, f"status {status}")
        if status != 200:
            return
        self._periksa_isi(alamat)
        self._periksa_lebar(alamat)
        self._antrekan(alamat)

    def _periksa_isi(self, alamat: str) -> None:
        h = self.halaman
        self._tuntut(h.locator("h1").count() == 1, alamat, "bukan satu h1")
        judul = h.title().removesuffix(" – kinerja")
        self._tuntut(len(judul) > 3, alamat, f"judul {judul!r}")
        self._tuntut(h.locator("html").get_attribute("lang") == "id", alamat, "lang")
        asing = set(ASING.findall(h.locator("body").inner_text()))
        self._tuntut(not asing, alamat, f"bukan bahasa Indonesia: {sorted(asing)}")

    def _periksa_lebar(self, alamat: str) -> None:
        for ukuran in (MEJA, TELEPON):
            self.halaman.set_viewport_size(ukuran)  # type: ignore[arg-type]
            isi, layar = self.halaman.evaluate(LEBAR)
            keluar = self.halaman.evaluate(MENONJOL)
            self._tuntut(isi <= layar and not keluar, alamat, f"melebar {isi} > {layar}: {keluar}")
        self.halaman.set_viewport_size(MEJA)  # type: ignore[arg-type]

    def _antrekan(self, dari: str) -> None:
        daftar = self.halaman.evaluate(
            "[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"
        )
        for alamat in daftar:
            bagian = urlsplit(alamat)
            self._tuntut(not bagian.netloc, dari, f"tautan keluar {alamat}")
            jalur = bagian.path + (f"?{bagian.query}" if bagian.query else "")
            if not bagian.path.startswith("/") or UNDUHAN.search(bagian.path):
                continue
            if MAHAL.search(jalur) and not self.semua:
                continue
            macam = self._macam(jalur, dari)
            if macam not in self.dikenal:
                self.dikenal.add(macam)
                self.antre.append(jalur)

    def _macam(self, jalur: str, dari: str) -> str:
        """Pages of one kind differ in their numbers; everything in the inbox is looked at."""
        if dari == "/" or (self.semua and re.match(r"/(tugas|laporan|arsip|sop)/\d+$", jalur)):
            return jalur
        return re.sub(r"\d+", "N", re.sub(r"=[^&]*", "=", jalur))

    def _tuntut(self, benar: bool, alamat: str, keluhan: str) -> None:
        if not benar:
            self.salah.append(f"{alamat}: {keluhan}")


@pytest.mark.parametrize("siapa", PERAN)
def test_every_page_is_whole_indonesian_and_fits(contoh: Buka, siapa: str) -> None:
    penjelajah = Penjelajah(contoh(siapa), siapa == LENGKAP)
    penjelajah.jalan()
    assert penjelajah.salah == []
    assert len(penjelajah.dilihat) > (8 if siapa == "admin" else 20), penjelajah.dilihat


@pytest.mark.parametrize("alamat", ["/masuk", "/kode", "/tidak-ada"])
def test_the_doors_fit_too(contoh: Buka, alamat: str) -> None:
    halaman = contoh(None)
    penjelajah = Penjelajah(halaman, semua=False)
    halaman.goto(alamat)
    penjelajah._periksa_isi(alamat)
    penjelajah._periksa_lebar(alamat)
    assert penjelajah.salah == []
