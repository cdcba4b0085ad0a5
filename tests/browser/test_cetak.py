"""Papers take a moment: their button says so with a bar until the file is there, or the refusal is shown."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from kinerja.documents.cetak import GagalCetak
from kinerja.web.sop import terbit as sop_terbit
from tests.browser.conftest import Buka

SIBUK = "Sedang mencetak …"


def tahan(halaman: Page, alamat: str) -> list[Route]:
    """Requests for ``alamat`` wait in this list until the test lets them go."""
    antre: list[Route] = []
    halaman.route(alamat, lambda rute: antre.append(rute))  # noqa: PLW0108 (a method has no place for marks)
    return antre


def test_the_button_says_that_it_prints_until_the_file_is_there(orang: Buka) -> None:
    halaman = orang("camat")
    halaman.goto("/sop")
    tombol = halaman.locator("main a[href$='.pdf']").first
    antre = tahan(halaman, f"**{tombol.get_attribute('href')}")
    expect(tombol).to_have_text("Unduh PDF")
    tombol.click()
    expect(tombol).to_have_text(SIBUK)
    expect(tombol).to_have_attribute("aria-busy", "true")
    expect(tombol.get_by_role("progressbar", name=SIBUK)).to_be_visible()
    tombol.click()
    with halaman.expect_download(timeout=60_000) as unduhan:
        assert len(antre) == 1, "a second press prints a second time"
        antre[0].continue_()
    assert unduhan.value.suggested_filename.startswith("SOP ")
    assert unduhan.value.path().read_bytes().startswith(b"%PDF")
    expect(tombol).to_have_text("Unduh PDF")
    expect(tombol).not_to_have_attribute("aria-busy", "true")
    expect(halaman.locator("progress.bilah-cetak")).to_have_count(0)


def test_a_refusal_is_shown_and_the_button_is_calm_on_the_way_back(
    orang: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(*_isi: object, **_lain: object) -> None:
        raise GagalCetak("Ada tanda yang tidak dapat dicetak: “😀” (U+1F600).", "huruf")

    monkeypatch.setattr(sop_terbit, "cetak_lembar_sop", gagal)
    halaman = orang("camat")
    halaman.goto("/sop")
    halaman.locator("main a[href$='.pdf']").first.click()
    expect(halaman.get_by_role("heading", level=1)).to_have_text("Belum dapat dicetak")
    expect(halaman.locator("main")).to_contain_text("Ada tanda yang tidak dapat dicetak: “😀”")
    halaman.go_back()
    expect(halaman.locator("main a[href$='.pdf']").first).to_have_text("Unduh PDF")
    expect(halaman.locator("progress.bilah-cetak")).to_have_count(0)


def test_tables_for_excel_say_so_too(orang: Buka) -> None:
    halaman = orang("camat")
    halaman.goto("/arsip")
    tombol = halaman.locator("a[data-unduh]")
    expect(tombol).to_have_text("Unduh Excel")
    antre = tahan(halaman, f"**{tombol.get_attribute('href')}")
    tombol.click()
    expect(tombol).to_have_text("Sedang menyiapkan berkas …")
    with halaman.expect_download() as unduhan:
        antre[0].continue_()
    assert unduhan.value.suggested_filename.endswith(".xlsx")
    expect(tombol).to_have_text("Unduh Excel")


def test_without_scripts_the_same_link_downloads(orang: Buka) -> None:
    halaman = orang("camat", skrip=False)
    halaman.goto("/sop")
    with halaman.expect_download(timeout=60_000) as unduhan:
        halaman.get_by_role("link", name="Unduh PDF").click()
    assert unduhan.value.path().read_bytes().startswith(b"%PDF")
