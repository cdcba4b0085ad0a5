"""What leaves the office, looked at from outside: the verify page without scripts, the pack without a server."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kinerja.archive import gudang
from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.dokumen import Dokumen
from kinerja.web.paket import kerja as paket_kerja
from kinerja.web.paket.susun import jalur_paket
from tests.browser.conftest import Buka, Layanan
from tests.data_uji_arsip import siap_disahkan, terbit

LEBAR = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


def _terbit(layanan: Layanan) -> tuple[str, bytes]:
    """An issued document: its code and its file."""
    with layanan.app.app_context():
        menulis.set(True)
        dokumen: Dokumen = terbit(db.session(), layanan.data, siap_disahkan(db.session()))
        db.session.refresh(dokumen, ["berkas"])
        db.session.commit()
        menulis.set(False)
        with gudang.buka(layanan.data, dokumen.berkas.sha256) as aliran:
            return dokumen.kode, aliran.read()


def _muat(halaman: Page) -> None:
    penuh, layar = halaman.evaluate(LEBAR)
    assert penuh <= layar


@pytest.mark.parametrize("lebar", [360, 1366])
def test_anybody_checks_a_document_without_a_login_and_without_scripts(
    orang: Buka, layanan: Layanan, lebar: int
) -> None:
    kode, isi = _terbit(layanan)
    halaman = orang(None, lebar, skrip=False)
    halaman.goto("/masuk")
    halaman.get_by_role("link", name="Periksa keasliannya").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Periksa dokumen")
    _muat(halaman)
    halaman.get_by_label("Kode dokumen").fill(kode.replace("-", " ").lower())
    halaman.get_by_role("button", name="Periksa kode").click()
    expect(halaman.get_by_text("Kode dikenal")).to_be_visible()
    expect(halaman.get_by_text("Halaman 1 dari 2", exact=True)).to_be_visible()
    halaman.get_by_role("link", name="Berikutnya").click()
    gambar = halaman.get_by_role("img", name="Halaman 2 dari 2")
    expect(gambar).to_be_visible()
    halaman.wait_for_load_state("load")
    assert gambar.evaluate("g => g.naturalWidth") > 500
    _muat(halaman)
    berkas = {"name": "punya-saya.pdf", "mimeType": "application/pdf", "buffer": isi}
    halaman.get_by_label("Berkas PDF").set_input_files([berkas])  # type: ignore[list-item]
    halaman.get_by_role("button", name="Periksa berkas").click()
    expect(halaman.get_by_text("Sama persis dengan yang diterbitkan")).to_be_visible()
    halaman.get_by_label("Kode dokumen").fill("AAAA-AAAA")
    halaman.get_by_role("button", name="Periksa kode").click()
    expect(halaman.get_by_text("Tidak dikenal", exact=True)).to_be_visible()


def test_a_pack_is_asked_for_watched_and_read_from_the_disk(
    orang: Buka, layanan: Layanan, tmp_path: Path
) -> None:
    _terbit(layanan)
    halaman = orang("sekretaris")
    halaman.goto("/paket/")
    halaman.get_by_role("button", name="Buat paket").click()
    expect(halaman.get_by_role("progressbar", name="Menyiapkan daftar isi")).to_be_visible()
    assert paket_kerja.putaran(layanan.app)
    expect(halaman.get_by_role("link", name="Unduh")).to_be_visible()  # the page looked again by itself
    with halaman.expect_download() as unduhan:
        halaman.get_by_role("link", name="Unduh").click()
    unduhan.value.save_as(tmp_path / "paket.zip")
    assert (tmp_path / "paket.zip").read_bytes() == jalur_paket(layanan.data, 2026, 1).read_bytes()
    with zipfile.ZipFile(tmp_path / "paket.zip") as zip_:
        zip_.extractall(tmp_path / "paket")
    halaman.set_viewport_size({"width": 360, "height": 740})
    halaman.goto((tmp_path / "paket" / "index.html").as_uri())
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Paket inspeksi tahun 2026")
    _muat(halaman)
    halaman.get_by_role("link", name="Catatan tindakan, untuk dibaca").click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Catatan tindakan tahun 2026")
    halaman.get_by_role("link", name="Kembali ke halaman isi").click()
    expect(halaman.get_by_role("heading", level=2)).to_have_count(7)
