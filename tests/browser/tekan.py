"""Pressing what sends a form, and waiting until the answer stands on the page, with htmx and without."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page

# Something htmx has asked for or is putting in; ``data-lama`` marks the document that is about to be left.
_SIBUK = ".htmx-request:not(#sibuk), .htmx-swapping, .htmx-settling, .htmx-added"
_SEMENTARA = re.compile(r"/draf(\?|$)")  # what was typed being kept meanwhile


def tekan(halaman: Page, tombol: str | Locator) -> None:
    """Press a button that sends a form; the server must take it."""
    status = _kirim(halaman, _tombol(halaman, tombol).click)
    assert status < 400, f"{tombol}: {status} {_keluhan(halaman)}"


def tekan_ditolak(halaman: Page, tombol: str | Locator) -> str:
    """Press a button and be refused; what the page says about it."""
    status = _kirim(halaman, _tombol(halaman, tombol).click)
    assert status in (409, 422), f"{tombol}: {status}"
    return _keluhan(halaman)


def unggah_langsung(halaman: Page, medan: Locator, nama: str, isi: bytes) -> None:
    """Choose a file in a field that uploads at once."""
    berkas = {"name": nama, "mimeType": "application/pdf", "buffer": isi}
    status = _kirim(halaman, lambda: medan.set_input_files(berkas))  # type: ignore[arg-type]
    assert status < 400, f"{nama}: {status} {_keluhan(halaman)}"


def ikuti(halaman: Page, tautan: Locator) -> None:
    """Follow a link that htmx may answer with a part of the page."""
    tautan.click()
    tenang(halaman)


def tenang(halaman: Page) -> None:
    """Nothing is being fetched or put in any more."""
    halaman.wait_for_load_state()
    halaman.locator(f"body:not(:has({_SIBUK}))").wait_for(state="attached")


def _tombol(halaman: Page, tombol: str | Locator) -> Locator:
    return halaman.get_by_role("button", name=tombol, exact=True) if isinstance(tombol, str) else tombol


def _kirim(halaman: Page, aksi: Callable[[], object]) -> int:
    halaman.wait_for_load_state()  # a link may still be on its way
    halaman.evaluate("document.documentElement.dataset.lama = '1'")
    with halaman.expect_response(
        lambda j: j.request.method == "POST" and not _SEMENTARA.search(j.url)
    ) as info:
        aksi()
    jawab = info.value
    if jawab.status == 303 or "hx-redirect" in jawab.headers:
        halaman.locator("html:not([data-lama])").wait_for(state="attached")
    tenang(halaman)
    return jawab.status


def _keluhan(halaman: Page) -> str:
    return " ".join(halaman.locator("main").inner_text().split())[:600]
