"""What every answer carries, whatever its status; and what a request cannot make the application believe."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kinerja.web.akses import masuk as tandai_masuk
from kinerja.web.berkas import KOTAK_PASIR
from kinerja.web.keamanan import CSP
from tests.conftest import buat_aplikasi
from tests.web.conftest import KantorPenuh, Masuk

KEPALA = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
RAHASIA_DALAM = re.compile(
    r"Traceback|File \"|line \d+|ValueError|site-packages|SELECT .* FROM|sqlalchemy", re.IGNORECASE
)


@pytest.fixture
def meledak(aplikasi: Flask, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a page whose view raises something nobody foresaw."""

    @tandai_masuk
    def rusak() -> str:
        raise ValueError("isi yang tidak boleh tampak")

    monkeypatch.setitem(aplikasi.view_functions, "sop.tampil", rusak)
    return "/sop"


@pytest.fixture
def jawaban(penuh: KantorPenuh, masuk: Masuk, meledak: str) -> Iterator[dict[str, TestResponse]]:
    """An answer of every status, by what it is."""
    kasubag, kasi = masuk("kasubag_perencanaan"), masuk("kasi_pelayanan")
    kecil = {"CONTENT_LENGTH": "30000000"}
    semua = {
        "200": kasi.get("/"),
        "200 potongan": kasi.get("/", headers={"HX-Request": "true"}),
        "200 berkas": kasi.get(penuh.alamat("/berkas/{berkas_bukti}")),
        "204": kasi.post(
            penuh.alamat("/sosialisasi/tanggapan/{tanggapan_pelayanan}/persetujuan"),
            headers={"HX-Request": "true"},
        ),
        "303": kasi.post(penuh.alamat("/realisasi/{tw3}/program/{program}"), data={"x": "1"}),
        "303 umum": penuh.app.test_client().get("/tugas/1"),
        "401": penuh.app.test_client().get("/", headers={"HX-Request": "true"}),
        "403": kasi.get("/orang/"),
        "404": kasi.get("/tidak/ada"),
        "404 umum": penuh.app.test_client().get("/tidak/ada"),
        "405": kasi.get(penuh.alamat("/tugas/{tw3_2}/penyelesaian")),
        "409": kasi.post(penuh.alamat("/sosialisasi/tanggapan/{tanggapan_pelayanan}/persetujuan")),
        "413": kasubag.post(
            penuh.alamat("/tugas/{tw3_2}/berkas"),
            data={"berkas": (io.BytesIO(b"x"), "a.pdf")},
            environ_overrides=kecil,
        ),
        "422": kasubag.post(penuh.alamat("/tugas/{tw3_2}/pengembalian")),
        "500": kasi.get(meledak),
        "500 potongan": kasi.get(meledak, headers={"HX-Request": "true"}),
    }
    yield semua
    for satu in semua.values():
        satu.close()


def test_every_answer_carries_the_headers(jawaban: dict[str, TestResponse]) -> None:
    for nama, jawab in jawaban.items():
        assert jawab.status_code == int(nama[:3]), nama
        harapan = KOTAK_PASIR if "berkas" in nama else CSP
        assert jawab.headers.getlist("Content-Security-Policy") == [harapan], nama
        for kepala, isi in KEPALA.items():
            assert jawab.headers.getlist(kepala) == [isi], (nama, kepala)
        assert "Strict-Transport-Security" not in jawab.headers, nama
        assert "Server" not in jawab.headers, nama
        if jawab.mimetype == "text/html":
            assert jawab.content_type == "text/html; charset=utf-8", nama
    assert "unsafe" not in CSP
    assert "http" not in CSP


def test_nothing_of_the_office_stays_in_a_cache(jawaban: dict[str, TestResponse], penuh: KantorPenuh) -> None:
    for nama, jawab in jawaban.items():
        if "umum" not in nama and nama != "401":
            assert jawab.headers["Cache-Control"] == "no-store", nama
    with penuh.app.test_client().get("/static/kinerja.css") as statis:
        assert "max-age" in statis.headers["Cache-Control"]


def test_every_refusal_is_a_page_in_plain_indonesian(jawaban: dict[str, TestResponse]) -> None:
    for nama, jawab in jawaban.items():
        if jawab.status_code >= 403:
            assert not RAHASIA_DALAM.search(jawab.text), nama
            assert "Internal Server Error" not in jawab.text
            assert ("<html" in jawab.text) is ("potongan" not in nama), nama
            assert 'lang="id"' in jawab.text or "potongan" in nama, nama


def test_the_unforeseen_gives_a_number_that_stands_in_the_log(
    aplikasi: Flask, masuk: Masuk, meledak: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert aplikasi.debug is False
    with caplog.at_level(logging.ERROR, "kinerja.galat"):
        isi = masuk("camat").get(meledak).text
    nomor = re.search(r"<code>([0-9a-f]{8})</code>", isi)
    assert nomor is not None
    assert "isi yang tidak boleh tampak" not in isi
    assert nomor[1] in caplog.text
    assert "isi yang tidak boleh tampak" in caplog.text


def test_the_cookie_cannot_be_read_by_scripts_nor_sent_from_elsewhere(penuh: KantorPenuh) -> None:
    klien = penuh.app.test_client()
    masuk = klien.post("/masuk", data={"nama_pengguna": "camat", "sandi": "jeruk nipis di tepi pantai"})
    assert masuk.status_code == 303
    for kue in masuk.headers.getlist("Set-Cookie"):
        assert "HttpOnly" in kue
        assert "SameSite=Lax" in kue
        assert "Path=/" in kue
        assert "Secure" not in kue
        assert "Expires" not in kue


def test_with_https_the_cookie_is_secure_and_the_browser_told_to_stay(tmp_path: Path) -> None:
    app = buat_aplikasi(tmp_path, HTTPS=True)
    assert app.config["SESSION_COOKIE_SECURE"] is True
    with app.app_context():
        from kinerja.models import db

        db.create_all()
    jawab = app.test_client().get("/masuk", base_url="https://localhost")
    assert "max-age" in jawab.headers["Strict-Transport-Security"]


def test_forwarding_headers_of_anybody_are_ignored(penuh: KantorPenuh, masuk: Masuk) -> None:
    palsu = {
        "X-Forwarded-For": "6.6.6.6",
        "X-Forwarded-Host": "jahat.example",
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Prefix": "/jahat",
        "Forwarded": "for=6.6.6.6;host=jahat.example",
        "X-Original-URL": "/orang/",
        "X-HTTP-Method-Override": "DELETE",
    }
    jawab = masuk("kasi_pelayanan").get("/", headers=palsu)
    assert jawab.status_code == 200
    assert "jahat" not in jawab.text
    assert "Strict-Transport-Security" not in jawab.headers
    klien = penuh.app.test_client()
    assert klien.get("/tugas/1", headers=palsu).headers["Location"] == "/masuk"
    with penuh.app.app_context():
        from sqlalchemy import select

        from kinerja.models import db
        from kinerja.models.sesi import Sesi

        klien.post(
            "/masuk",
            data={"nama_pengguna": "camat", "sandi": "jeruk nipis di tepi pantai"},
            headers=palsu,
        )
        alamat = db.session.execute(select(Sesi.alamat).order_by(Sesi.id.desc()).limit(1)).scalar_one()
    assert alamat == "127.0.0.1"


def test_a_name_of_the_server_that_is_not_ours_is_refused_where_names_are_set(
    penuh: KantorPenuh, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(penuh.app.config, "TRUSTED_HOSTS", ["kinerja.kantor"])
    klien = penuh.app.test_client()
    baik = klien.get("/masuk", base_url="http://kinerja.kantor")
    assert baik.status_code == 200
    jahat = klien.get("/masuk", base_url="http://jahat.example")
    assert jahat.status_code == 400
    assert jahat.headers["Content-Security-Policy"] == CSP
    assert jahat.text.startswith("Alamat ini bukan alamat kinerja.")


def test_odd_methods_are_refused_and_heads_are_empty(masuk: Masuk) -> None:
    klien = masuk("camat")
    for cara in ("TRACE", "PUT", "DELETE", "PATCH", "CONNECT", "PROPFIND", "GETT", "POST POST"):
        assert klien.open("/", method=cara).status_code in (400, 405), cara
    kepala = klien.head("/")
    assert (kepala.status_code, kepala.data) == (200, b"")


def test_hidden_folders_and_listings_are_not_served(umum: FlaskClient) -> None:
    for url in ("/.git/config", "/static/", "/static/../kinerja/config.py", "/static/%2e%2e/pyproject.toml",
                "/static//etc/passwd", "/static/..%5c..%5cetc", "/bootstrap/static/../../x"):  # fmt: skip
        assert umum.get(url).status_code in (303, 404, 308), url


def test_digits_of_other_scripts_and_odd_numbers_name_nothing(masuk: Masuk) -> None:
    klien = masuk("kasubag_umum")
    for nomor in (
        "%D9%A1",
        "%EF%BC%91",
        "-1",
        "1.0",
        "01x",
        "9" * 19,
        "9" * 400,
        "1%00",
        "%0a1",
        "0x1",
        "1e3",
    ):
        assert klien.get(f"/tugas/{nomor}").status_code in (404, 414), nomor


def test_search_words_are_never_a_pattern_nor_a_command(masuk: Masuk) -> None:
    klien = masuk("camat")
    for kata in (
        "%",
        "_",
        "\\",
        "' OR 1=1 --",
        '"; DROP TABLE arsip; --',
        "\x00",
        "a" * 5000,
        "<script>alert(1)</script>",
    ):
        for url in ("/arsip/?cari=", "/catatan/?cari=", "/disposisi/?arah=", "/disposisi/?sebelum=",
                    "/arsip/?tahun=", "/?jenis=", "/catatan/?sebelum=", "/perjanjian-kinerja/2026?versi=",
                    "/rencana-aksi/2026?unit=", "/laporan/?tahun="):  # fmt: skip
            alamat, _, nama = url.rpartition("?")
            jawab = klien.get(alamat, query_string={nama.rstrip("="): kata})
            assert jawab.status_code in (200, 404), (url, kata[:20])
            assert "<script>alert" not in jawab.text
