"""With scripts switched off every act still works as plain HTML: forms post, pages answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Locator, Page, expect
from sqlalchemy import select

from kinerja import create_app
from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.draf import Draf
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai
from tests.browser import halaman_kotak as kotak
from tests.browser.conftest import Buka, buka_orang, layani, siapkan_basis
from tests.data_uji_berkas import pdf
from tests.data_uji_pk import bangun_pk
from tests.kantor_uji import bangun

PANJANG = "x" * 20_000


@pytest.fixture
def layanan_polos(tmp_path: Path) -> Flask:
    return create_app(tmp_path, {"TESTING": False})


@pytest.fixture
def polos(peramban: Browser, tmp_path: Path, layanan_polos: Flask) -> Iterator[Buka]:
    """The office of the tests with an approved PK, on a day when three triwulan wait; no scripts."""
    app = layanan_polos

    def isi() -> None:
        bangun(db.session())
        bangun_pk(db.session())
        kantor(db.session()).tanggal_contoh = date(2026, 10, 8)

    siapkan_basis(app, isi)
    for layanan in layani(app, tmp_path):
        for orang in buka_orang(peramban, layanan):
            yield partial(orang, skrip=False)


def minta(umum: Page) -> None:
    """Step 1 of the first triwulan: the request goes out."""
    kotak.buka(umum, "Mengumpulkan data laporan kinerja triwulan", "Triwulan I 2026")
    umum.get_by_role("button", name="Kirim permintaan data").click()
    expect(umum.get_by_text(re.compile(r"^(\d+) dari \1 unit sudah dimintai data$"))).to_be_visible()


def indikator(halaman: Page, nomor: str) -> Locator:
    judul = halaman.get_by_role("heading", name=re.compile(f"^{re.escape(nomor)} "))
    return halaman.get_by_role("article").filter(has=judul)


def test_the_inbox_is_narrowed_by_its_filter(polos: Buka) -> None:
    umum = polos("kasubag_umum")
    minta(umum)
    umum.get_by_role("button", name="Selesaikan langkah ini").click()
    perencanaan = polos("kasubag_perencanaan")
    assert len(kotak.isi(perencanaan)) == 2
    saringan = perencanaan.get_by_role("navigation", name="Saring kotak masuk")
    saringan.get_by_role("link", name="Langkah SOP").click()
    expect(perencanaan).to_have_url(re.compile(r"\?jenis=langkah$"))
    (langkah,) = kotak.terlihat(perencanaan)
    assert "Merekap laporan kinerja triwulan" in langkah
    saringan.get_by_role("link", name="Disposisi").click()
    expect(perencanaan).to_have_url(re.compile(r"\?jenis=disposisi$"))
    (permintaan,) = kotak.terlihat(perencanaan)
    assert "Permintaan data kinerja Triwulan I 2026" in permintaan
    saringan.get_by_role("link", name="Semua").click()
    expect(perencanaan).to_have_url(re.compile(r"//[^/]+/$"))
    assert len(kotak.terlihat(perencanaan)) == 2


def test_a_step_is_completed_and_an_unfinished_one_keeps_the_note(polos: Buka) -> None:
    umum = polos("kasubag_umum")
    kotak.buka(umum, "Mengumpulkan data laporan kinerja triwulan", "Triwulan I 2026")
    selesai = umum.locator("#selesaikan")
    selesai.get_by_label("Catatan").fill("Belum sempat meminta.")
    selesai.get_by_role("button", name="Selesaikan langkah ini").click()
    expect(umum.get_by_role("alert").first).to_contain_text("Belum dapat diselesaikan")
    expect(umum.locator("#selesaikan").get_by_label("Catatan")).to_have_value("Belum sempat meminta.")
    minta(umum)
    umum.get_by_role("button", name="Selesaikan langkah ini").click()
    expect(umum).to_have_url(re.compile(r"//[^/]+/$"))
    perencanaan = polos("kasubag_perencanaan")
    kotak.buka(perencanaan, "Merekap laporan kinerja triwulan")
    expect(perencanaan.get_by_text(re.compile("^0 dari . unit sudah mengirim"))).to_be_visible()


def test_a_disposisi_is_forwarded_and_answered_with_a_file(polos: Buka) -> None:
    minta(polos("kasubag_umum"))
    kasi = polos("kasi_pelayanan")
    kotak.buka(kasi, "Permintaan data kinerja Triwulan I 2026")
    kasi.get_by_text("Teruskan kepada bawahan").click()
    kasi.get_by_role("button", name="Teruskan", exact=True).click()  # nobody is chosen
    expect(kasi.get_by_role("alert").first).to_be_visible()
    kasi.get_by_role("group", name="Teruskan kepada").get_by_role("checkbox").check()
    kasi.get_by_label("Pesan").fill("Tolong isi angkanya.")
    kasi.get_by_role("button", name="Teruskan", exact=True).click()
    expect(kasi.get_by_text("Tolong isi angkanya.").first).to_be_visible()

    staf = polos("staf_pelayanan")
    kotak.buka(staf, "Permintaan data kinerja Triwulan I 2026")
    staf.get_by_role("button", name="Kirim balasan dan selesaikan").click()
    expect(staf.get_by_role("alert").first).to_contain_text("Tuliskan balasannya")
    staf.get_by_label("Balasan").fill("Angka terlampir.")
    staf.get_by_label("Berkas").set_input_files(
        {"name": "rekap.pdf", "mimeType": "application/pdf", "buffer": pdf()}
    )
    staf.get_by_role("button", name="Kirim balasan dan selesaikan").click()
    expect(staf.get_by_text("Sudah dibalas oleh Staf Pelayanan Uji").first).to_be_visible()
    kotak.pastikan_kosong(staf)
    kotak.buka(kasi, "Permintaan data kinerja Triwulan I 2026")
    expect(kasi.get_by_text("Angka terlampir.")).to_be_visible()
    expect(kasi.get_by_role("link", name="rekap.pdf")).to_be_visible()


def test_a_realisasi_is_typed_proved_and_sent(polos: Buka) -> None:
    minta(polos("kasubag_umum"))
    kasi = polos("kasi_pemerintahan")
    kotak.buka(kasi, "Permintaan data kinerja Triwulan I 2026")
    kasi.get_by_role("link", name="Isi realisasi Triwulan I 2026").click()
    kartu = indikator(kasi, "2.1")
    kartu.get_by_label("Realisasi", exact=True).fill("1.23")
    kartu.get_by_label("Hambatan").fill("Dua nagari terlambat.")
    kartu.get_by_role("button", name="Simpan", exact=True).click()
    expect(indikator(kasi, "2.1").get_by_role("alert")).to_contain_text("belum jelas")
    expect(indikator(kasi, "2.1").get_by_label("Realisasi", exact=True)).to_have_value("1.23")
    expect(indikator(kasi, "2.1").get_by_label("Hambatan")).to_have_value("Dua nagari terlambat.")
    indikator(kasi, "2.1").get_by_label("Realisasi", exact=True).fill("43,5")
    indikator(kasi, "2.1").get_by_role("button", name="Simpan", exact=True).click()
    expect(indikator(kasi, "2.1").get_by_text("Sudah diisi", exact=True)).to_be_visible()

    bukti = kasi.get_by_role("region", name="Bukti 2.1", exact=True)
    bukti.get_by_label("Unggah bukti").set_input_files(
        {"name": "evaluasi nagari.pdf", "mimeType": "application/pdf", "buffer": pdf()}
    )
    bukti.get_by_role("button", name="Unggah bukti", exact=True).click()
    expect(bukti.get_by_role("link", name="Unduh evaluasi nagari.pdf")).to_be_visible()

    uang = kasi.locator("section.anggaran")
    for ke in range(uang.count()):
        uang.nth(ke).get_by_label("Realisasi anggaran triwulan ini (Rp)").fill("12.500.000")
        uang.nth(ke).get_by_role("button", name="Simpan", exact=True).click()
        expect(uang.nth(ke).get_by_text("Sudah diisi", exact=True)).to_be_visible()
    kasi.get_by_role("button", name="Kirim laporan progres").click()
    expect(kasi.get_by_text("Laporan progres terkirim.")).to_be_visible()
    kotak.pastikan_kosong(kasi)


def test_a_draft_is_found_in_the_list_and_used_again(polos: Buka, layanan_polos: Flask) -> None:
    """Typed with scripts on another PC, taken up where there are none."""
    with layanan_polos.app_context():
        menulis.set(True)
        sesi = db.session()
        camat_id = sesi.execute(select(Pegawai.id).where(Pegawai.nama_pengguna == "camat")).scalar_one()
        isi = {
            "isian": [["hal", "Rapat koordinasi"]],
            "halaman": "/disposisi/baru",
            "dasar": "",
            "judul": "Disposisi baru",
            "bagian": "Isi disposisi",
        }
        pada = datetime(2026, 10, 8, 2, tzinfo=UTC)
        sesi.add(Draf(pegawai_id=camat_id, kunci="/disposisi/baru", isi=isi, disimpan_pada=pada))
        sesi.commit()
        menulis.set(False)
    camat = polos("camat")
    camat.goto("/")
    camat.get_by_role("link", name="Draf saya (1)").click()
    expect(camat.get_by_role("heading", name="Isi disposisi")).to_be_visible()
    camat.get_by_text("Lihat ketikannya").click()
    expect(camat.get_by_text("Rapat koordinasi", exact=True)).to_be_visible()
    camat.get_by_role("link", name="Pakai lagi").click()
    expect(camat.get_by_label("Hal", exact=True)).to_have_value("Rapat koordinasi")
    expect(camat.get_by_text(re.compile("sudah dikembalikan"))).to_be_visible()
    camat.goto("/disposisi/baru")
    expect(camat.get_by_label("Hal", exact=True)).to_have_value("")
    camat.get_by_role("link", name="Pakai lagi").click()
    expect(camat.get_by_label("Hal", exact=True)).to_have_value("Rapat koordinasi")
    camat.goto("/draf")
    camat.get_by_role("button", name="Buang").click()
    expect(camat.get_by_text("Tidak ada draf")).to_be_visible()


def test_twenty_thousand_characters_come_back_with_a_refusal(polos: Buka) -> None:
    umum = polos("kasubag_umum")
    kotak.buka(umum, "Mengumpulkan data laporan kinerja triwulan", "Triwulan I 2026")
    umum.locator("#selesaikan").get_by_label("Catatan").fill(PANJANG)
    umum.get_by_role("button", name="Selesaikan langkah ini").click()
    expect(umum.get_by_role("alert").first).to_be_visible()
    kembali = umum.locator("#selesaikan").get_by_label("Catatan").input_value()
    assert len(kembali) == len(PANJANG)
