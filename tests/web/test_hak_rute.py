"""Every route × every role on the filled office, held against the table in tests/data/hak_rute.toml.

A new route is not in the table, so it fails here until somebody writes down who may use it.
"""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.routing import Rule

from kinerja.documents.cetak import KOLAM
from kinerja.web.akses import PUBLIK, tanda
from tests.isian_formulir import Kiriman
from tests.web.conftest import KantorPenuh, Masuk

TABEL = tomllib.loads((Path(__file__).parents[1] / "data" / "hak_rute.toml").read_text(encoding="utf-8"))
KELOMPOK: dict[str, list[str]] = {nama: isi.split() for nama, isi in TABEL["kelompok"].items()}
RUTE: dict[str, dict[str, str]] = TABEL["rute"]
SIAPA = KELOMPOK["semua"]
HX = {"HX-Request": "true"}
BOLEH = (200, 204, 303, 409, 422)
# The first look of the holder is noted; no other page writes.
MENCATAT_LIHAT = {"tugas.tampil", "disposisi.cabang"}


@pytest.fixture
def tanpa_cetak(monkeypatch: pytest.MonkeyPatch) -> None:
    """All places for printing are taken: a PDF one may have answers 422 at once."""
    monkeypatch.setattr(KOLAM, "_tempat", threading.Semaphore(0))
    monkeypatch.setattr(KOLAM, "_tunggu_detik", 0)


def _aturan(penuh: KantorPenuh) -> Iterator[tuple[str, str, Rule]]:
    for aturan in penuh.app.url_map.iter_rules():
        if not aturan.endpoint.endswith("static"):
            for cara in sorted((aturan.methods or set()) & {"GET", "POST"}):
                yield f"{cara} {aturan.rule}", cara, aturan


def _orang(kata: str) -> set[str]:
    return {orang for satu in kata.split() for orang in KELOMPOK.get(satu, [satu])}


def test_the_table_names_every_route_and_no_other(penuh: KantorPenuh) -> None:
    assert set(RUTE) == {kunci for kunci, _, _ in _aturan(penuh)}


@pytest.mark.lambat
def test_each_role_gets_what_the_table_says(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman], tanpa_cetak: None
) -> None:
    semula = penuh.isi()
    beda = []
    for kunci, cara, aturan in _aturan(penuh):
        baris = RUTE[kunci]
        boleh, tiada = _orang(baris["boleh"]), _orang(baris.get("tiada", ""))
        for siapa in SIAPA:
            data = isian.get(aturan.endpoint) if cara == "POST" else None
            with masuk(siapa).open(
                penuh.alamat(baris["alamat"]), method=cara, data=data, headers=HX
            ) as jawab:
                status = jawab.status_code
            harapan = BOLEH if siapa in boleh else (404,) if siapa in tiada else (403,)
            tertulis = penuh.isi() != semula
            if status not in harapan or (tertulis and siapa not in boleh):
                beda.append((kunci, siapa, status, "tertulis" if tertulis else ""))
            if tertulis and cara == "GET" and aturan.endpoint not in MENCATAT_LIHAT:
                beda.append((kunci, siapa, status, "GET menulis"))
            if tertulis:
                penuh.pulihkan(semula)
    assert not beda, "\n".join(map(str, beda))


def test_numbers_of_nothing_are_not_found(penuh: KantorPenuh, masuk: Masuk, tanpa_cetak: None) -> None:
    """0 and the longest that fits: 404 or 403, and nothing is written."""
    klien = [
        masuk(s) for s in ("admin", "sekretaris", "kasubag_umum", "kasubag_perencanaan", "kasi_pelayanan")
    ]
    semula = penuh.isi()
    lain = []
    for kunci, cara, aturan in _aturan(penuh):
        for nomor in (0, 10**18 - 1) if aturan.arguments else ():
            url = aturan.build(dict.fromkeys(aturan.arguments, nomor))
            assert url is not None
            for satu in klien:
                status = satu.open(url[1], method=cara, headers=HX).status_code
                if status not in (403, 404):
                    lain.append((kunci, nomor, status))
        assert penuh.isi() == semula, kunci
    assert not lain


def test_numbers_of_other_things_break_nothing(penuh: KantorPenuh, masuk: Masuk, tanpa_cetak: None) -> None:
    """Small numbers name something of every kind; a page about the wrong kind is a page or a refusal."""
    klien = masuk("kasubag_perencanaan")
    for kunci, cara, aturan in _aturan(penuh):
        if cara == "GET" and aturan.arguments and aturan.endpoint != "tugas.tampil":
            for nomor in (1, 3, 8, 14, 33):
                url = aturan.build(dict.fromkeys(aturan.arguments, nomor))
                assert url is not None
                with klien.get(url[1], headers=HX) as jawab:
                    assert jawab.status_code in (200, 303, 403, 404, 409, 422), (kunci, nomor)


def test_what_changes_something_refuses_to_be_read(penuh: KantorPenuh, masuk: Masuk) -> None:
    app, klien = penuh.app, masuk("admin")
    dibaca = {a.rule for a in app.url_map.iter_rules() if "GET" in (a.methods or ())}
    for kunci, _, aturan in _aturan(penuh):
        if aturan.rule not in dibaca:
            url = penuh.alamat(RUTE[kunci]["alamat"])
            for cara in ("GET", "HEAD"):
                assert klien.open(url, method=cara).status_code == 405, kunci


def test_anonymous_gets_only_the_door(penuh: KantorPenuh) -> None:
    klien = penuh.app.test_client()
    semula = penuh.isi()
    for kunci, cara, aturan in _aturan(penuh):
        if tanda(penuh.app.view_functions[aturan.endpoint]) != PUBLIK:
            jawab = klien.open(penuh.alamat(RUTE[kunci]["alamat"]), method=cara, headers=HX)
            assert jawab.status_code == 401, kunci
            assert jawab.headers["HX-Redirect"] == "/masuk"
    assert penuh.isi() == semula
