"""The office revises its sheet while a triwulan runs on the old one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.kantor import kantor
from kinerja.models.periode import periode_satu
from kinerja.models.tugas import Tugas
from kinerja.operations.tugas import buka
from tests.browser.conftest import Buka, Layanan

LAMA, BARU = "Mengolah data laporan kinerja triwulan", "Mengolah dan memeriksa data laporan kinerja triwulan"
STAF, KASUBAG = "Staf Perencanaan Uji", "Kasubag Perencanaan Keuangan dan Pelaporan Uji"


def periode_id(layanan: Layanan, ke: int, tahun: int = 2026) -> int:
    with layanan.app.app_context():
        return db.session.execute(periode_satu(tahun, JenisPeriode.TRIWULAN, ke)).scalar_one().id


@pytest.fixture(autouse=True)
def _oktober(layanan: Layanan) -> None:
    """8 October 2026; step 3 of triwulan III has come to the Staf."""
    with layanan.app.app_context():
        menulis.set(True)
        sesi = db.session()
        kantor(sesi).tanggal_contoh = date(2026, 10, 8)
        tw3 = sesi.execute(periode_satu(2026, JenisPeriode.TRIWULAN, 3)).scalar_one()
        tugas = sesi.execute(select(Tugas).where(Tugas.periode_id == tw3.id, Tugas.kunci == "3")).scalar_one()
        buka(tugas, datetime(2026, 10, 6, 1, 0, tzinfo=UTC))
        sesi.commit()
        menulis.set(False)


def sel_pelaksana(halaman: Page, langkah: int) -> str:
    """The words under the symbol of a step."""
    return halaman.locator(".bagan-tabel tbody tr").nth(langkah - 1).locator(".bagan-di").inner_text()


def test_an_edited_revision_while_a_triwulan_runs_on_the_old(orang: Buka, layanan: Layanan) -> None:
    tw3, tw4 = periode_id(layanan, 3), periode_id(layanan, 4)
    staf = orang("staf_perencanaan")
    staf.goto("/")
    staf.get_by_role("link", name=LAMA).first.click()  # the first look: the step has begun

    sekretaris = orang("sekretaris")
    sekretaris.goto("/sop")
    sekretaris.get_by_role("button", name="Konfirmasi atau ubah lembar ini").click()
    sekretaris.get_by_role("button", name="Benar Langkah 2: Pelaksana").click()
    expect(sekretaris.locator("#pesan")).to_contain_text("Langkah 2, Pelaksana dinyatakan benar.")
    sekretaris.get_by_role("link", name="Ubah Langkah 3: Waktu").click()
    sekretaris.get_by_label("Kegiatan").fill(BARU)
    sekretaris.get_by_label("Pelaksana").select_option(label="Kasubag Perencanaan Keuangan dan Pelaporan")
    sekretaris.get_by_label("Waktu, seperti pada lembar").fill("2 Jam")
    sekretaris.get_by_label("Waktu baku dalam menit").fill("120")
    sekretaris.get_by_role("button", name="Simpan di rancangan").click()
    expect(sekretaris.locator("td.bagan-beda")).to_have_count(3)
    sekretaris.get_by_label("Nomor SOP").fill("000.8.3.3/17/SOP-CMT-TRS/2026")
    sekretaris.get_by_label("Tanggal pengesahan").fill("2026-10-07")
    sekretaris.get_by_label("Alasan revisi").fill("Dua menit tidak masuk akal.")
    sekretaris.get_by_role("button", name="Sahkan revisi").click()
    expect(sekretaris.locator("#pesan")).to_contain_text("revisi 2 disahkan")
    expect(sekretaris.locator(".lembar-kepala")).to_contain_text("000.8.3.3/17/SOP-CMT-TRS/2026")

    # What runs keeps its words and its pelaksana, on the sheet and in the inbox.
    staf.goto(f"/sop/{tw3}")
    expect(staf.locator(".bagan-tabel")).to_contain_text(LAMA)
    assert sel_pelaksana(staf, 3).split("\n")[:3] == ["Anda di sini", STAF, "sejak 6 Okt 2026, 2 hari kerja"]
    staf.goto("/")
    expect(staf.get_by_role("link", name=LAMA).first).to_be_visible()
    kasubag = orang("kasubag_perencanaan")
    kasubag.goto("/")
    expect(kasubag.get_by_role("link", name=BARU)).to_have_count(0)

    # What nobody began may be moved, with a reason; what runs is not offered.
    sekretaris.goto("/periode/")
    kartu = sekretaris.locator("article.periode")
    berjalan = kartu.filter(has=sekretaris.get_by_role("heading", name="Triwulan III 2026"))
    expect(berjalan).to_contain_text("revisi 1")
    expect(berjalan.get_by_text("Pakai SOP revisi 2")).to_have_count(0)
    depan = kartu.filter(has=sekretaris.get_by_role("heading", name="Triwulan IV 2026"))
    depan.get_by_text("Pakai SOP revisi 2").click()
    depan.get_by_label("Alasan memakai revisi SOP yang baru").fill("Belum dimulai.")
    depan.get_by_role("button", name="Pakai revisi baru untuk Triwulan IV 2026").click()
    expect(sekretaris.locator("#pesan")).to_contain_text("Triwulan IV 2026 memakai revisi SOP yang terbaru.")
    sekretaris.goto(f"/sop/{tw4}")
    expect(sekretaris.locator(".bagan-tabel")).to_contain_text(BARU)
    assert sel_pelaksana(sekretaris, 3).split("\n") == ["Menunggu", KASUBAG]

    # A new year takes the newest by itself.
    umum = orang("kasubag_umum")
    umum.goto("/periode/")
    umum.get_by_label("Tahun kinerja").fill("2027")
    umum.get_by_role("button", name="Buka tahun ini").click()
    expect(umum.locator("#pesan")).to_contain_text("Tahun 2027 dibuka.")
    umum.goto(f"/sop/{periode_id(layanan, 1, 2027)}")
    expect(umum.locator(".bagan-tabel")).to_contain_text("2 Jam")
    assert sel_pelaksana(umum, 3).split("\n") == ["Menunggu", KASUBAG]

    # Anybody may see what became of it.
    kasubag.goto("/sop")
    kasubag.get_by_role("link", name="Riwayat revisi").click()
    expect(kasubag.locator(".tabel")).to_contain_text("Dua menit tidak masuk akal.")
    kasubag.get_by_role("button", name="Bandingkan").click()
    baris = kasubag.locator(".tabel").first.locator("tbody tr").filter(has_text="Langkah 3")
    for lama, baru in ((LAMA, BARU), ("2 Menit", "2 Jam"), ("Staf", "Kasubag Perencanaan")):
        expect(baris.filter(has_text=lama).filter(has_text=baru).first).to_be_visible()
    expect(kasubag.locator("table.bagan-tabel")).to_have_count(2)
    expect(kasubag.locator("td.bagan-beda")).to_have_count(6)


@pytest.mark.parametrize("lebar", [360, 1366])
def test_the_matrix_of_a_periode_fits_the_screen(orang: Buka, layanan: Layanan, lebar: int) -> None:
    camat = orang("camat", lebar=lebar)
    camat.goto(f"/sop/{periode_id(layanan, 3)}")
    assert camat.evaluate("document.documentElement.scrollWidth") <= lebar
    baris = camat.locator(".bagan-berjalan")
    expect(baris.last).to_contain_text("Anda di sini")
    if lebar > 1000:
        kotak, kolom = baris.last.locator(".bagan-di"), camat.locator("thead th.bagan-kolom").last
        tengah = [b["x"] + b["width"] / 2 for b in (kotak.bounding_box(), kolom.bounding_box()) if b]
        assert abs(tengah[0] - tengah[1]) < 2  # under its own column, Staf
    else:
        expect(baris.last.get_by_text("Pelaksana: Staf")).to_be_visible()
