"""A real server on loopback and a real Chromium; every page is watched for errors and foreign requests."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from flask_migrate import upgrade
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from waitress.server import create_server

from kinerja import create_app
from kinerja.models import db
from kinerja.models.basis_data import menulis
from tests.kantor_uji import SANDI, bangun
from tests.peladen import melayani

# The first two draw Chromium's own address bar: a second a window for something nobody sees. The others are
# what Playwright turns off itself; the last list given is the one that counts.
TANPA = (
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup,"
    "PaintHolding,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,MediaRouter,OptimizationHints,LensOverlay,"
    "NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,DestroyProfileOnBrowserClose,"
    "AvoidUnnecessaryBeforeUnloadCheckSync"
)
BENDERA = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    f"--disable-features={TANPA}",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for butir in items:
        if "tests/browser/" in str(butir.path).replace(os.sep, "/"):
            butir.add_marker(pytest.mark.browser)


def chromium() -> str:
    """The Chromium of this machine (``make test`` installs one where it may)."""
    for nama in (os.environ.get("KINERJA_CHROMIUM"), "chromium", "chromium-browser", "google-chrome"):
        jalur = shutil.which(nama) if nama else None
        if jalur:
            return jalur
    raise RuntimeError("Chromium tidak ditemukan; jalankan sh .ci/peramban")


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    with sync_playwright() as main:
        buka = main.chromium.launch(executable_path=chromium(), args=BENDERA)
        yield buka
        buka.close()


@dataclass
class Layanan:
    """A running server: its address, its application, its data folder."""

    alamat: str
    app: Flask
    data: Path


def layani(app: Flask, data: Path) -> Iterator[Layanan]:
    """Serve an application with waitress on a free port until the test is over."""
    server = create_server(app, host="127.0.0.1", port=0, threads=4, clear_untrusted_proxy_headers=True)
    with melayani(server) as alamat:
        yield Layanan(alamat, app, data)


def siapkan_basis(app: Flask, isi: Callable[[], None]) -> None:
    """Run the migrations on a file database and fill it."""
    with app.app_context():
        menulis.set(True)
        upgrade()
        isi()
        db.session.commit()
        menulis.set(False)


@pytest.fixture
def layanan(tmp_path: Path) -> Iterator[Layanan]:
    """The office of the tests, on a file database, with CSRF and all else as in earnest."""
    app = create_app(tmp_path, {"TESTING": False})
    siapkan_basis(app, lambda: bangun(db.session()))
    yield from layani(app, tmp_path)


@dataclass
class Pengawas:
    """What went wrong in any page; ``periksa`` fails the test on it."""

    alamat: str
    temuan: list[str] = field(default_factory=list)

    def awasi(self, halaman: Page) -> None:
        halaman.on(
            "console", lambda p: self.temuan.append(f"{p.type}: {p.text}") if p.type == "error" else None
        )
        halaman.on("pageerror", lambda g: self.temuan.append(f"galat skrip: {g}"))
        halaman.on("request", self._permintaan)

    def _permintaan(self, permintaan) -> None:  # type: ignore[no-untyped-def]
        bagian = urlsplit(permintaan.url)
        if bagian.scheme in ("http", "https") and f"{bagian.scheme}://{bagian.netloc}" != self.alamat:
            self.temuan.append(f"permintaan keluar: {permintaan.url}")

    def periksa(self) -> None:
        # An answer 4xx is part of many stories; Chromium reports it on the console.
        sisa = [
            t
            for t in self.temuan
            if "Failed to load resource" not in t and "Response Status Error Code" not in t
        ]
        assert not sisa, sisa


Buka = Callable[..., Page]


@pytest.fixture
def orang(peramban: Browser, layanan: Layanan) -> Iterator[Buka]:
    """``orang("camat")`` → a page of a browser of their own, logged in through the form."""
    yield from buka_orang(peramban, layanan)


def buka_orang(peramban: Browser, layanan: Layanan, sandi: str = SANDI) -> Iterator[Buka]:
    pengawas = Pengawas(layanan.alamat)
    konteks: list[BrowserContext] = []

    def masuk(nama: str | None, lebar: int = 1366, skrip: bool = True) -> Page:
        baru = peramban.new_context(
            base_url=layanan.alamat,
            viewport={"width": lebar, "height": 850},
            java_script_enabled=skrip,
            locale="id-ID",
            accept_downloads=True,
            reduced_motion="reduce",
        )
        konteks.append(baru)
        halaman = baru.new_page()
        halaman.set_default_timeout(15_000)
        pengawas.awasi(halaman)
        if nama is not None:
            halaman.goto("/masuk")
            halaman.get_by_label("Nama pengguna").fill(nama)
            halaman.get_by_label("Kata sandi").fill(sandi)
            halaman.get_by_role("button", name="Masuk").click()
            halaman.wait_for_url("**/")
        return halaman

    yield masuk
    for satu in konteks:
        satu.close()
    pengawas.periksa()
