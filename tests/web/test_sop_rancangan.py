"""Confirming and revising a sheet on screen."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import lxml.html
import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader
from sqlalchemy import func, select

from kinerja.models import db
from kinerja.models.lembar_sop import LembarSop, RancanganSop
from kinerja.sop import PENGUMPULAN_DATA_KINERJA as KODE
from tests.pilih_html import pilih

Masuk = Callable[[str], FlaskClient]
LANGKAH3 = "/sop/rancangan/1/bagian/langkah.3"


def kata(html: str) -> str:
    return " ".join(lxml.html.fromstring(html).text_content().split())


def isian(html: str, tujuan: str) -> dict[str, object]:
    """What a browser would send of the form that goes to ``tujuan``."""
    (form,) = [f for f in lxml.html.fromstring(html).forms if f.get("action") == tujuan]
    hasil: dict[str, object] = {}
    for nama, mentah in form.form_values():
        nilai = mentah.removeprefix("\n")  # as browsers do in a textarea
        lama = hasil.get(nama)
        hasil[nama] = nilai if lama is None else [*(lama if isinstance(lama, list) else [lama]), nilai]
    return hasil


@pytest.fixture
def sekretaris(masuk: Masuk, aplikasi: Flask) -> FlaskClient:
    """With a draft begun, the first of the database."""
    klien = masuk("sekretaris")
    with aplikasi.app_context():
        nomor = db.session.execute(select(LembarSop.id).where(LembarSop.kode == KODE)).scalar_one()
    jawab = klien.post(f"/sop/lembar/{nomor}/rancangan")
    assert (jawab.status_code, jawab.headers["Location"]) == (303, "/sop/rancangan/1")
    return klien


def rancangan(aplikasi: Flask) -> RancanganSop:
    with aplikasi.app_context():
        return db.session.execute(select(RancanganSop)).scalar_one()


def test_the_button_is_for_those_who_may(masuk: Masuk) -> None:
    tombol = "Konfirmasi atau ubah lembar ini"
    assert tombol in masuk("sekretaris").get("/sop").text
    assert tombol in masuk("kasubag_umum").get("/sop").text
    for siapa in ("camat", "kasubag_perencanaan", "staf_perencanaan", "admin"):
        assert tombol not in masuk(siapa).get("/sop").text


def test_the_draft_lists_what_to_confirm_with_two_buttons_each(sekretaris: FlaskClient) -> None:
    html = lxml.html.fromstring(sekretaris.get("/sop/rancangan/1").text)
    baris = [b for b in pilih(html, "tbody tr") if pilih(b, "form")]
    assert len(baris) == 26
    for b in baris:
        assert [" ".join(t.text_content().split()).split(" ")[0] for t in pilih(b, "button, a")] == [
            "Benar",
            "Ubah",
        ]
    tiga = next(b for b in baris if "Langkah 3: Pelaksana" in kata(lxml.html.tostring(b, encoding="unicode")))
    assert "Tidak tampak: simbol bagan alirnya" in tiga.text_content()
    assert "Staf (keyakinan sedang)" in tiga.text_content()


def test_benar_settles_a_place_and_a_second_click_is_told_who_was_first(
    sekretaris: FlaskClient, masuk: Masuk
) -> None:
    alamat = "/sop/rancangan/1/konfirmasi/langkah.2.pelaksana"
    jawab = sekretaris.post(alamat, follow_redirects=True)
    teks = kata(jawab.text)
    assert "Langkah 2, Pelaksana dinyatakan benar." in teks
    assert "Perlu dikonfirmasi kantor (25)" in teks
    assert "Dinyatakan benar oleh Sekretaris Uji (Sekretaris), 8 Oktober 2026" in teks
    kedua = masuk("kasubag_umum").post(alamat)
    assert kedua.status_code == 409
    assert "Langkah 2, Pelaksana sudah ditegaskan" in kata(kedua.text)


def test_a_part_is_edited_and_previewed_with_its_differences(sekretaris: FlaskClient) -> None:
    data = isian(sekretaris.get(LANGKAH3).text, LANGKAH3)
    assert (data["waktu"], data["waktu_tertulis"], data["pelaksana"]) == ("2", "2 Menit", "staf")
    assert data["kelengkapan"] == ["perjanjian_kinerja", "rencana_aksi", "laporan_progres"]
    data |= {"waktu": "120", "waktu_tertulis": "", "pelaksana": "kasubag_perencanaan"}
    jawab = sekretaris.post(LANGKAH3, data=data, follow_redirects=True)
    html = lxml.html.fromstring(jawab.text)
    beda = [sel.text_content() for sel in pilih(html, "td.bagan-beda")]
    assert beda[1] == "120 Menit" and len(beda) == 2
    assert "Perubahan terhadap revisi 1" in jawab.text
    assert pilih(html, "del") and pilih(html, "ins")


def test_a_form_sent_as_it_was_opened_changes_nothing(sekretaris: FlaskClient, aplikasi: Flask) -> None:
    semula = rancangan(aplikasi).isi
    for bagian in ("identitas", "tanda_tangan", "pelaksana.staf", "langkah.1", "langkah.9"):
        alamat = f"/sop/rancangan/1/bagian/{bagian}"
        assert sekretaris.post(alamat, data=isian(sekretaris.get(alamat).text, alamat)).status_code == 303
    assert rancangan(aplikasi).isi == semula


@pytest.mark.parametrize(
    ("ubah", "medan", "pesan"),
    [
        ({"kegiatan": ""}, "kegiatan", "Wajib diisi."),
        ({"waktu": "2 jam"}, "waktu", "Isi dengan angka bulat."),
        ({"waktu": "0"}, "waktu", "Isi angka antara 1 dan 100000."),
        ({"pelaksana": "lurah"}, "pelaksana", "Pilih salah satu dari daftar."),
        ({"ket_tertulis": "x" * 201}, "ket_tertulis", "Paling banyak 200 tanda."),
        ({"kelengkapan": ["gaji"]}, "kelengkapan", "Pilih dari daftar."),
        ({"berikut": "77"}, "berikut", "Pilih salah satu dari daftar."),
    ],
)
def test_a_fault_stands_beside_its_field_and_what_was_typed_stays(
    sekretaris: FlaskClient, aplikasi: Flask, ubah: dict[str, object], medan: str, pesan: str
) -> None:
    data = isian(sekretaris.get(LANGKAH3).text, LANGKAH3) | {"output_tertulis": "Ketikan saya"} | ubah
    jawab = sekretaris.post(LANGKAH3, data=data)
    assert jawab.status_code == 422
    html = lxml.html.fromstring(jawab.text)
    assert html.get_element_by_id(f"{medan}-salah").text_content().strip().startswith(pesan)
    assert html.get_element_by_id("output_tertulis").text.strip() == "Ketikan saya"
    assert rancangan(aplikasi).versi == 1


def test_a_stale_part_comes_back_with_both_texts(sekretaris: FlaskClient, masuk: Masuk) -> None:
    umum = masuk("kasubag_umum")
    data = isian(umum.get(LANGKAH3).text, LANGKAH3)
    baru = {**data, "ket_tertulis": "Dari Sekretaris"}
    assert sekretaris.post(LANGKAH3, data=baru).status_code == 303
    jawab = umum.post(LANGKAH3, data={**data, "ket_tertulis": "Dari Kasubag"})
    assert jawab.status_code == 409
    teks = kata(jawab.text)
    assert "sudah diubah oleh Sekretaris Uji pukul 09.00" in teks
    assert "Ket: Dari Sekretaris" in teks
    lagi = isian(jawab.text, LANGKAH3)
    assert lagi["ket_tertulis"] == "Dari Kasubag"
    assert umum.post(LANGKAH3, data=lagi).status_code == 303


def test_an_arrow_that_leaves_a_step_out_is_told_in_words_and_bars_ratification(
    sekretaris: FlaskClient,
) -> None:
    satu = "/sop/rancangan/1/bagian/langkah.1"
    data = isian(sekretaris.get(satu).text, satu) | {"berikut": "3"}
    jawab = sekretaris.post(satu, data=data, follow_redirects=True)
    teks = kata(jawab.text)
    assert "Rancangan ini belum dapat disahkan" in teks
    assert "Langkah 2: tidak ada panah yang sampai ke langkah ini dari mulai." in teks
    assert "Tidak ada panah yang sampai" in sekretaris.get("/sop/rancangan/1/bagian/langkah.2").text
    jawab = sekretaris.post("/sop/rancangan/1/pengesahan", data=sah(2))
    assert jawab.status_code == 422
    assert "belum dapat disahkan" in jawab.text


def sah(versi: int, **ubah: str) -> dict[str, str]:
    return {
        "nomor": "000.8.3.3/17/SOP-CMT-TRS/2026",
        "tanggal": "2026-10-05",
        "alasan": "Waktu langkah 3 dibetulkan.",
        "versi": str(versi),
        **ubah,
    }


def ubah_waktu(klien: FlaskClient) -> None:
    data = isian(klien.get(LANGKAH3).text, LANGKAH3) | {"waktu": "120", "waktu_tertulis": "2 Jam"}
    assert klien.post(LANGKAH3, data=data).status_code == 303


def test_a_ratified_draft_is_the_sheet_the_old_one_stays_to_be_read_and_compared(
    sekretaris: FlaskClient, aplikasi: Flask, masuk: Masuk
) -> None:
    ubah_waktu(sekretaris)
    jawab = sekretaris.post("/sop/rancangan/1/pengesahan", data=sah(2), follow_redirects=True)
    teks = kata(jawab.text)
    assert "SOP Pengumpulan Data Kinerja revisi 2 disahkan." in teks
    assert "000.8.3.3/17/SOP-CMT-TRS/2026" in teks and "5 Oktober 2026" in teks
    with aplikasi.app_context():
        lama, baru = db.session.execute(
            select(LembarSop.id).where(LembarSop.kode == KODE).order_by(LembarSop.revisi)
        ).scalars()
    kasi = masuk("kasi_pmd")
    lembar_lama = kata(kasi.get(f"/sop/lembar/{lama}").text)
    assert "Ini revisi lama" in lembar_lama and "2 Menit" in lembar_lama
    riwayat = kata(kasi.get("/sop/revisi").text)
    assert "Waktu langkah 3 dibetulkan." in riwayat and "Sekretaris Uji (Sekretaris)" in riwayat
    assert "7 periode" in riwayat and "0 periode" in riwayat
    html = lxml.html.fromstring(kasi.get("/sop/banding?dari=1&ke=2").text)
    baris = [
        [" ".join(s.text_content().split()) for s in pilih(b, "th, td")]
        for b in pilih(html, ".tabel tbody tr")
    ]
    assert ["Langkah 3", "Waktu", "2 Menit", "2 Jam"] in baris
    assert len(pilih(html, "table.bagan-tabel")) == 2
    assert [s.text_content() for s in pilih(html, "td.bagan-beda")] == ["2 Jam", "2 Menit"]
    terbalik = kata(kasi.get("/sop/banding?dari=2&ke=1").text)
    assert "Revisi 1 dibandingkan revisi 2" in terbalik
    assert "Kedua revisi berisi sama." in kasi.get("/sop/banding?dari=2&ke=2").text
    assert "Rancangan ini sudah disahkan" in sekretaris.get("/sop/rancangan/1").text
    assert sekretaris.post("/sop/rancangan/1/pengesahan", data=sah(2)).status_code == 409
    assert baru != lama


@pytest.mark.parametrize(
    "alamat",
    ["/sop/banding?dari=1&ke=9", "/sop/banding?dari=x", "/sop/banding?kode=lain", "/sop/revisi?kode=lain"],
)
def test_revisions_that_are_not_there_are_not_found(masuk: Masuk, alamat: str) -> None:
    assert masuk("camat").get(alamat).status_code == 404


@pytest.mark.parametrize(
    ("ubah", "medan"),
    [
        ({"nomor": ""}, "nomor"),
        ({"tanggal": "besok"}, "tanggal"),
        ({"tanggal": "2026-10-09"}, "tanggal"),
        ({"alasan": " "}, "alasan"),
    ],
)
def test_a_refused_ratification_keeps_what_was_typed(
    sekretaris: FlaskClient, aplikasi: Flask, ubah: dict[str, str], medan: str
) -> None:
    ubah_waktu(sekretaris)
    jawab = sekretaris.post("/sop/rancangan/1/pengesahan", data=sah(2, **ubah))
    assert jawab.status_code == 422
    html = lxml.html.fromstring(jawab.text)
    assert pilih(html, f"#{medan}-salah")
    if medan != "alasan":
        assert html.get_element_by_id("alasan").text.strip() == "Waktu langkah 3 dibetulkan."
    with aplikasi.app_context():
        banyak = db.session.execute(select(func.count()).select_from(LembarSop).where(LembarSop.kode == KODE))
        assert banyak.scalar_one() == 1


def test_a_draft_changed_meanwhile_is_neither_ratified_nor_dropped_unseen(
    sekretaris: FlaskClient, aplikasi: Flask
) -> None:
    ubah_waktu(sekretaris)
    jawab = sekretaris.post("/sop/rancangan/1/pengesahan", data=sah(1))
    assert jawab.status_code == 409
    assert "sesudah halaman Anda dibuka" in jawab.text
    assert "Waktu langkah 3 dibetulkan." in jawab.text
    assert sekretaris.post("/sop/rancangan/1/pembuangan", data={"versi": "1"}).status_code == 409
    jawab = sekretaris.post("/sop/rancangan/1/pembuangan", data={"versi": "2"}, follow_redirects=True)
    assert "Rancangan dibuang." in jawab.text
    assert rancangan(aplikasi).dibuang_pada is not None
    assert sekretaris.post(LANGKAH3, data={}).status_code == 422
    assert "Rancangan ini sudah dibuang" in sekretaris.get("/sop/rancangan/1").text


@pytest.mark.lambat
def test_the_draft_is_printed_to_be_signed_and_says_what_it_is(sekretaris: FlaskClient) -> None:
    ubah_waktu(sekretaris)
    jawab = sekretaris.get("/sop/rancangan/1.pdf")
    assert jawab.mimetype == "application/pdf"
    halaman = ["".join(h.extract_text().split()) for h in PdfReader(BytesIO(jawab.data)).pages]
    assert all("rancangan,belumdisahkan" in teks for teks in halaman)
    assert "2Jam" in "".join(halaman) and "2Menit" not in "".join(halaman)


def test_a_draft_that_cannot_run_is_not_printed(sekretaris: FlaskClient) -> None:
    satu = "/sop/rancangan/1/bagian/langkah.1"
    sekretaris.post(satu, data=isian(sekretaris.get(satu).text, satu) | {"berikut": "3"})
    jawab = sekretaris.get("/sop/rancangan/1.pdf")
    assert jawab.status_code == 422 and "belum dapat dicetak" in jawab.text


@pytest.mark.parametrize("bagian", ["langkah.77", "pelaksana.lurah", "x", "langkah", "identitas.nomor"])
def test_parts_that_are_not_there_are_not_found(sekretaris: FlaskClient, bagian: str) -> None:
    assert sekretaris.get(f"/sop/rancangan/1/bagian/{bagian}").status_code == 404
    assert sekretaris.post(f"/sop/rancangan/1/bagian/{bagian}").status_code == 404


def test_the_periode_page_offers_the_new_revision_for_what_nobody_began(
    sekretaris: FlaskClient, masuk: Masuk
) -> None:
    assert "Pakai SOP revisi 2" not in sekretaris.get("/periode/").text
    ubah_waktu(sekretaris)
    sekretaris.post("/sop/rancangan/1/pengesahan", data=sah(2))
    assert "Pakai SOP revisi 2" not in masuk("kasubag_perencanaan").get("/periode/").text
    html = lxml.html.fromstring(sekretaris.get("/periode/").text)
    tujuan = [f.get("action") for f in html.forms if (f.get("action") or "").endswith("/lembar-sop")]
    assert tujuan
    kosong = sekretaris.post(tujuan[-1], data={"alasan": " "})
    assert kosong.status_code == 422 and "Tuliskan alasan" in kosong.text
    jawab = sekretaris.post(tujuan[-1], data={"alasan": "Belum mulai."}, follow_redirects=True)
    assert "memakai revisi SOP yang terbaru." in jawab.text
    assert sekretaris.post(tujuan[-1], data={"alasan": "Lagi."}).status_code == 409
    assert sekretaris.post("/periode/999/lembar-sop", data={"alasan": "x"}).status_code == 404
