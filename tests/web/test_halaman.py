"""Every full page, for every person: one heading, a title, unique ids, named controls, forms that go somewhere."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.kantor_uji import PEMERAN

TUGAS = ("/tugas/1", "/tugas/2", "/tugas/6", "/tugas/25")
KOTAK_ISIAN = {"input", "select", "textarea"}


class Halaman(HTMLParser):
    def __init__(self, teks: str) -> None:
        super().__init__()
        self.id: list[str] = []
        self.h1 = 0
        self.judul = ""
        self.label: set[str] = set()
        self.medan: list[dict[str, str | None]] = []
        self.form: list[dict[str, str | None]] = []
        self.tautan: list[str] = []
        self.acuan: set[str] = set()
        self._judul = False
        self.feed(teks)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        isi = dict(attrs)
        if "id" in isi:
            self.id.append(isi["id"] or "")
        self.h1 += tag == "h1"
        self._judul = tag == "title"
        if tag == "label":
            self.label.add(isi.get("for") or "")
        if tag in KOTAK_ISIAN and isi.get("type") not in ("hidden", "submit"):
            self.medan.append(isi)
        if tag == "form":
            self.form.append(isi)
        if tag == "a":
            self.tautan.append(isi.get("href") or "")
        self.acuan.update((isi.get("aria-describedby") or "").split())

    def handle_data(self, data: str) -> None:
        if self._judul:
            self.judul += data
            self._judul = False


def periksa(teks: str) -> Halaman:
    halaman = Halaman(teks)
    assert halaman.h1 == 1
    assert len(halaman.judul.removesuffix(" – kinerja")) > 3
    assert len(halaman.id) == len(set(halaman.id))
    assert halaman.acuan <= set(halaman.id)
    for medan in halaman.medan:
        assert medan.get("aria-label") or medan.get("id") in halaman.label, medan
    assert all(f.get("action") for f in halaman.form)
    assert all(t and not t.startswith("http") for t in halaman.tautan)
    assert all(t[1:] in halaman.id for t in halaman.tautan if t.startswith("#"))
    return halaman


def alamat(app: Flask) -> list[str]:
    """Every page that needs no argument, and a few steps."""
    tanpa = [r.rule for r in app.url_map.iter_rules() if "GET" in (r.methods or ()) and not r.arguments]
    return sorted(r for r in set(tanpa) if "." not in r and r != "/siapkan") + list(TUGAS)


@pytest.mark.parametrize("orang", PEMERAN)
def test_every_page_is_well_formed(orang: str, aplikasi: Flask, masuk: Callable[[str], FlaskClient]) -> None:
    klien = masuk(orang)
    for url in alamat(aplikasi):
        jawab = klien.get(url)
        assert jawab.status_code in (200, 303, 403, 404), url
        if jawab.mimetype == "text/html" and jawab.status_code != 303:
            periksa(jawab.text)


def test_the_first_page_says_the_one_next_thing(masuk: Callable[[str], FlaskClient]) -> None:
    isi = masuk("kasubag_umum").get("/").text
    assert isi.index("Kerjakan sekarang") < isi.index("Mengumpulkan data laporan kinerja triwulan")
    assert "Terlambat" in isi
    assert "<b>3</b>" in isi


def test_an_empty_inbox_says_who_has_the_ball(masuk: Callable[[str], FlaskClient]) -> None:
    isi = masuk("sekretaris").get("/").text
    assert "Tidak ada yang menunggu Anda" in isi
    assert "ada pada Kasubag Umum dan Kepegawaian (Kasubag Umum dan Kepegawaian Uji)" in isi


def test_a_filter_gives_htmx_only_the_list_and_the_counter(masuk: Callable[[str], FlaskClient]) -> None:
    isi = masuk("kasubag_umum").get("/?jenis=langkah", headers={"HX-Request": "true"}).text
    assert isi.lstrip().startswith('<section id="daftar"')
    assert 'id="jumlah-tugas" hx-swap-oob' in isi
    assert "<html" not in isi


def test_a_step_of_another_post_says_whose_it_is(masuk: Callable[[str], FlaskClient]) -> None:
    isi = masuk("camat").get("/tugas/1").text
    assert "Langkah ini ada pada Kasubag Umum dan Kepegawaian" in isi
    assert "/tugas/1/penyelesaian" not in isi


def test_the_menu_shows_only_what_the_person_may_open(masuk: Callable[[str], FlaskClient]) -> None:
    assert 'href="/catatan/"' in masuk("camat").get("/").text
    assert 'href="/catatan/"' not in masuk("staf_pelayanan").get("/").text
    assert 'href="/periode/"' not in masuk("admin").get("/").text


def test_htmx_comes_from_its_package_and_may_be_kept(umum: FlaskClient) -> None:
    with umum.get("/pustaka/htmx.min.js") as jawab:
        isi = jawab.data
    assert jawab.mimetype == "text/javascript"
    assert "max-age" in jawab.headers["Cache-Control"]
    assert b"htmx" in isi[:200]


def test_a_stale_page_gives_the_typed_text_back(masuk: Callable[[str], FlaskClient], aplikasi: Flask) -> None:
    klien = masuk("kasubag_umum")
    aplikasi.config["WTF_CSRF_ENABLED"] = True
    try:
        isian = {"catatan": "Teks panjang saya", "sandi": "rahasia sekali", "csrf_token": "basi"}
        penuh = klien.post(
            "/tugas/1/penyelesaian", data=isian, headers={"Referer": "http://localhost/tugas/1"}
        )
        potongan = klien.post("/tugas/1/penyelesaian", data=isian, headers={"HX-Request": "true"})
    finally:
        aplikasi.config["WTF_CSRF_ENABLED"] = False
    assert penuh.status_code == potongan.status_code == 400
    assert 'href="/tugas/1"' in penuh.text
    assert "<html" not in potongan.text
    for jawab in (penuh, potongan):
        assert "Teks panjang saya" in jawab.text
        assert "rahasia sekali" not in jawab.text
    periksa(penuh.text)


def test_after_an_ended_session_the_login_leads_back_to_the_page(umum: FlaskClient) -> None:
    jawab = umum.post(
        "/tugas/1/penyelesaian",
        headers={"HX-Request": "true", "HX-Current-URL": "http://localhost/tugas/1?dari=kotak"},
    )
    assert jawab.status_code == 401
    with umum.session_transaction() as kue:
        assert kue["tujuan"] == "/tugas/1?dari=kotak"
    umum.post("/tugas/1/penyelesaian", headers={"Referer": "http://lain.example/tugas/1"})
    with umum.session_transaction() as kue:
        assert kue["tujuan"] == "/"
