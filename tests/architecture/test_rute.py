"""Every route says who may open it; nothing opens by default, nothing changes by GET."""

from __future__ import annotations

import pytest
from flask import Flask

from kinerja.web.akses import MASUK, PUBLIK, tanda

# What anybody on the LAN may open without a login. Grows only on purpose.
TERBUKA = {"masuk.masuk", "masuk.kode", "siapkan.mulai", "static", "bootstrap.static", "pustaka.htmx"} | {
    f"periksa.{nama}" for nama in ("tampil", "kode", "berkas", "hasil", "gambar")
}


def isi(rute: str) -> str:
    """A URL for a rule, with 1 for every part."""
    import re

    return re.sub(r"<[^>]+>", "1", rute)


def test_every_route_carries_a_mark(_aplikasi: Flask) -> None:
    tanpa = [n for n, v in _aplikasi.view_functions.items() if tanda(v) is None]
    assert not tanpa


def test_only_the_listed_routes_are_public(_aplikasi: Flask) -> None:
    publik = {n for n, v in _aplikasi.view_functions.items() if tanda(v) == PUBLIK}
    assert publik <= TERBUKA
    assert all(tanda(v) in (PUBLIK, MASUK) or tanda(v) for v in _aplikasi.view_functions.values())


def test_anonymous_is_sent_to_the_login_from_every_other_route(aplikasi: Flask) -> None:
    klien = aplikasi.test_client()
    for aturan in aplikasi.url_map.iter_rules():
        if tanda(aplikasi.view_functions[aturan.endpoint]) == PUBLIK:
            continue
        for cara in sorted((aturan.methods or set()) & {"GET", "POST"}):
            jawab = klien.open(isi(aturan.rule), method=cara)
            assert jawab.status_code == 303, (aturan.rule, cara)
            assert jawab.headers["Location"].endswith("/masuk"), aturan.rule


def test_anonymous_htmx_is_told_to_go_to_the_login(aplikasi: Flask) -> None:
    jawab = aplikasi.test_client().get("/", headers={"HX-Request": "true"})
    assert jawab.status_code == 401
    assert jawab.headers["HX-Redirect"] == "/masuk"


@pytest.mark.parametrize("cara", ["PUT", "DELETE", "PATCH", "TRACE"])
def test_other_verbs_are_refused(aplikasi: Flask, cara: str) -> None:
    for aturan in aplikasi.url_map.iter_rules():
        assert aplikasi.test_client().open(isi(aturan.rule), method=cara).status_code in (405, 404, 303), (
            aturan
        )


def test_numbers_in_urls_are_plain_and_short(_aplikasi: Flask) -> None:
    for aturan in _aplikasi.url_map.iter_rules():
        assert "<int:" not in aturan.rule, aturan.rule
        assert "<string:" not in aturan.rule, aturan.rule
