"""The archive page: words and filters in the address, a page at a time."""

from __future__ import annotations

from urllib.parse import quote

import lxml.html
import pytest
from flask import Flask

from kinerja.models import db
from tests.data_uji_daftar_arsip import dokumen_jadi, jadwal
from tests.pilih_html import pilih
from tests.web.conftest import Masuk


@pytest.fixture
def banyak(aplikasi: Flask) -> None:
    """120 letters of 2030, one of 2024 about a nagari."""
    with aplikasi.app_context():
        sesi = db.session()
        jadwal(sesi)
        for urut in range(1, 121):
            dokumen_jadi(sesi, urut)
        dokumen_jadi(sesi, 1, 2024, judul="Surat <b>lama</b>", teks="Tentang <i>nagari</i> Duku & sekitarnya")
        db.session.commit()


def teks(html: str) -> str:
    return " ".join(str(lxml.html.fromstring(html).text_content()).split())


def judul(html: str) -> list[str]:
    return [b.text_content() for b in pilih(lxml.html.fromstring(html), ".daftar-baris b")]


def test_fifty_a_page_with_counts_and_the_way_on(masuk: Masuk, banyak: None) -> None:
    klien = masuk("staf_pelayanan")
    awal = klien.get("/arsip/?tahun=2030").text
    assert "120 dokumen ditemukan, halaman 1 dari 3." in teks(awal)
    assert len(judul(awal)) == 50 and judul(awal)[0] == "Undangan rapat 120"
    assert "Sebelumnya" not in awal and "/arsip/?tahun=2030&amp;halaman=2" in awal
    akhir = klien.get("/arsip/?tahun=2030&halaman=3").text
    assert len(judul(akhir)) == 20 and judul(akhir)[-1] == "Undangan rapat 1"
    assert "Berikutnya" not in akhir and "Halaman 3 dari 3" in teks(akhir)
    assert judul(klien.get("/arsip/?tahun=2030&halaman=99").text) == judul(akhir)


def test_words_in_the_document_are_found_and_marked_safely(masuk: Masuk, banyak: None) -> None:
    html = masuk("camat").get("/arsip/?cari=nagari+duk").text
    assert judul(html) == ["Surat <b>lama</b>"]
    assert "Tentang &lt;i&gt;<mark>nagari</mark>&lt;/i&gt; <mark>Duku</mark> &amp; sekitarnya" in html
    assert 'value="nagari duk"' in html
    assert "1 dokumen ditemukan." in teks(html)


@pytest.mark.parametrize(
    "kata", ['"', "*", "NEAR(a b)", "-x", "a:b", "' OR 1=1 --", "\x00", "日本語", "%", "()", "^"]
)
def test_nothing_typed_is_an_error(masuk: Masuk, banyak: None, kata: str) -> None:
    assert masuk("camat").get(f"/arsip/?cari={quote(kata)}").status_code == 200


@pytest.mark.parametrize(
    ("alamat", "jumlah"),
    [
        ("?tahun=2024", 1),
        ("?jenis=surat_keluar&tahun=2030", 120),
        ("?jenis=lembar_sop", 0),
        ("?keadaan=tertanda", 0),
        ("?keadaan=menunggu", 121),
        ("?klasifikasi=000.1.5", 121),
        ("?klasifikasi=000.8.3.3", 0),
        ("?retensi=aktif", 121),
        ("?retensi=jatuh_tempo", 0),
        ("?cari=2030-0007", 1),
        ("?cari=000.1.5/7/CMT-TRS/2030", 1),
        ("?tahun=abc&jenis=x&keadaan=x&klasifikasi=x&retensi=x&halaman=-1", 121),
    ],
)
def test_filters_live_in_the_address(masuk: Masuk, banyak: None, alamat: str, jumlah: int) -> None:
    html = masuk("camat").get(f"/arsip/{alamat}").text
    assert f"{jumlah} dokumen" in teks(html) if jumlah else "Tidak ada yang cocok" in teks(html)


def test_empty_states_say_what_to_do(masuk: Masuk, banyak: None, aplikasi: Flask) -> None:
    html = teks(masuk("camat").get("/arsip/?cari=tidakadasamasekali").text)
    assert "Tidak ada yang memuat “tidakadasamasekali”" in html and "Tampilkan semua" in html


def test_an_empty_archive_says_how_it_fills(masuk: Masuk) -> None:
    assert "Arsip masih kosong" in teks(masuk("camat").get("/arsip/").text)


def test_htmx_gets_only_the_list_with_the_same_filters(masuk: Masuk, banyak: None) -> None:
    potongan = masuk("camat").get("/arsip/?tahun=2024", headers={"HX-Request": "true"}).text
    assert potongan.lstrip().startswith('<section id="daftar"')
    assert judul(potongan) == ["Surat <b>lama</b>"]
