"""With the forgery protection on, as in real life: no route changes anything without the session's own token."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.isian_formulir import PINTU, SEMUA, TOMBOL, Kiriman
from tests.web.conftest import KantorPenuh, Masuk

HX = {"HX-Request": "true"}
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@pytest.fixture
def terjaga(penuh: KantorPenuh, isian: dict[str, Kiriman], monkeypatch: pytest.MonkeyPatch) -> KantorPenuh:
    monkeypatch.setitem(penuh.app.config, "WTF_CSRF_ENABLED", True)
    return penuh


def _kiriman(penuh: KantorPenuh, isian: dict[str, Kiriman]) -> list[tuple[str, str, str, Kiriman]]:
    """(endpoint, who, address, right filling) of every route that changes something."""
    formulir = [(s.titik, s.siapa, penuh.alamat(s.alamat), isian[s.titik]) for s in SEMUA]
    tombol: list[tuple[str, str, str, Kiriman]] = [
        (titik, siapa, penuh.alamat(alamat), {"cap": ["x"]}) for titik, (siapa, alamat) in TOMBOL.items()
    ]
    return formulir + tombol


def _klien(masuk: Masuk) -> dict[str, tuple[FlaskClient, str]]:
    """Who → a client and the token of its session."""
    hasil = {}
    for siapa in {s.siapa for s in SEMUA} | {siapa for siapa, _ in TOMBOL.values()}:
        klien = masuk(siapa)
        token = TOKEN.search(klien.get("/sandi").text)
        assert token is not None
        hasil[siapa] = (klien, token[1])
    return hasil


def test_without_the_sessions_own_token_nothing_happens_and_the_text_comes_back(
    terjaga: KantorPenuh, isian: dict[str, Kiriman], masuk: Masuk
) -> None:
    asing = TOKEN.search(masuk("sekretaris").get("/disposisi/baru").text)
    assert asing is not None
    semula = terjaga.isi()
    klien = _klien(masuk)
    for ke, (titik, siapa, alamat, isi) in enumerate(_kiriman(terjaga, isian)):
        for kepala, token in (({}, None), (HX, ("salah", asing[1])[ke % 2])):
            data = {**isi, "teks_panjang": ["Ketikan saya"], "sandi": ["rahasia sekali"]}
            if token is not None:
                data["csrf_token"] = [token]
            jawab = klien[siapa][0].post(alamat, data=data, headers=kepala)
            assert jawab.status_code == 400, (titik, token)
            assert "Ketikan saya" in jawab.text, titik
            assert "rahasia sekali" not in jawab.text, titik
            assert ("<html" in jawab.text) is not kepala, titik
        assert terjaga.isi() == semula, titik


def test_the_token_of_the_page_is_enough_as_a_field_or_as_the_header_htmx_sends(
    terjaga: KantorPenuh, isian: dict[str, Kiriman], masuk: Masuk
) -> None:
    semula = terjaga.isi()
    klien = _klien(masuk)
    for ke, (titik, siapa, alamat, isi) in enumerate(_kiriman(terjaga, isian)):
        if titik in ("pengesahan.terbitkan", "masuk.keluar"):
            continue  # the one prints, the other ends the session of the next
        satu, token = klien[siapa]
        if ke % 2:
            jawab = satu.post(alamat, data=isi, headers={**HX, "X-CSRFToken": token})
        else:
            jawab = satu.post(alamat, data={**isi, "csrf_token": [token]})
        assert jawab.status_code in (200, 204, 303, 409, 422), (titik, jawab.status_code)
        terjaga.pulihkan(semula)


def test_every_page_gives_htmx_the_token(terjaga: KantorPenuh, masuk: Masuk) -> None:
    isi = masuk("camat").get("/").text
    badan = re.search(r"<body[^>]*hx-headers='([^']+)'", isi)
    assert badan is not None
    assert '"X-CSRFToken"' in badan[1]


def test_the_door_is_guarded_too(terjaga: KantorPenuh) -> None:
    semula = terjaga.isi()
    for titik in sorted(PINTU):
        klien = terjaga.app.test_client()
        with terjaga.app.test_request_context():
            alamat = terjaga.app.url_for(titik)
        isi = {"nama_pengguna": "camat", "sandi": "jeruk nipis di tepi pantai", "kode": "abc"}
        jawab = klien.post(alamat, data=isi)
        assert jawab.status_code == 400, titik
        assert "jeruk nipis" not in jawab.text
        assert klien.get("/").status_code == 303
    assert terjaga.isi() == semula


def test_a_form_from_another_site_is_refused_on_https(terjaga: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("kasi_pelayanan")
    token = TOKEN.search(klien.get("/sandi").text)
    assert token is not None
    jawab = klien.post(
        "/keluar",
        base_url="https://localhost",
        data={"csrf_token": token[1]},
        headers={"Referer": "https://jahat.example/"},
    )
    assert jawab.status_code == 400
