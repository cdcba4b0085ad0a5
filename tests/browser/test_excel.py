"""Filling in Excel in a real browser: download, edit, upload, see the preview, apply, see the figures."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from kinerja import create_app
from kinerja.documents.xlsx.baku import MEDIA
from kinerja.models import db
from kinerja.models.kantor import kantor
from tests.browser.conftest import Buka, buka_orang, layani, siapkan_basis
from tests.browser.tekan import tekan
from tests.data_uji_disposisi import minta_data
from tests.data_uji_excel import tersimpan
from tests.data_uji_pk import PELAYANAN, bangun_pk
from tests.data_uji_realisasi import triwulan_uji
from tests.kantor_uji import bangun

TW3: list[int] = []  # the id of the triwulan whose figures are asked for


@pytest.fixture
def layanan_excel(tmp_path: Path) -> Flask:
    return create_app(tmp_path, {"TESTING": False})


@pytest.fixture(params=["draf", "disetujui"])
def buka_excel(
    request: pytest.FixtureRequest, peramban: Browser, tmp_path: Path, layanan_excel: Flask
) -> Iterator[Buka]:
    """The office with a PK, draft or approved; approved, the figures of triwulan III (``TW3``) are asked for."""
    setujui = request.param == "disetujui"

    def isi() -> None:
        bangun(db.session())
        bangun_pk(db.session(), setujui=setujui)
        kantor(db.session()).tanggal_contoh = date(2026, 10, 8)
        if setujui:
            minta_data(db.session())
            TW3[:] = [triwulan_uji(db.session()).id]

    siapkan_basis(layanan_excel, isi)
    for layanan in layani(layanan_excel, tmp_path):
        yield from buka_orang(peramban, layanan)


def unduh(halaman: Page) -> openpyxl.Workbook:
    with halaman.expect_download() as berkas:
        halaman.get_by_role("link", name="Unduh lembar Excel").click()
    return openpyxl.load_workbook(io.BytesIO(Path(berkas.value.path()).read_bytes()))


def unggah(halaman: Page, wb: openpyxl.Workbook) -> None:
    berkas: Any = {"name": "isian.xlsx", "mimeType": MEDIA, "buffer": tersimpan(wb)}
    halaman.get_by_label("Lembar Excel yang sudah diisi").set_input_files(berkas)
    tekan(halaman, "Periksa isinya")
    expect(halaman.get_by_role("heading", name="Periksa isi Excel", level=1)).to_be_visible()


def kolom(wb: openpyxl.Workbook, lembar: str, judul: str) -> str:
    return next(str(sel.column_letter) for sel in wb[lembar][4] if sel.value == judul)


@pytest.mark.parametrize("buka_excel", ["draf"], indirect=True)
def test_a_target_is_changed_and_an_indikator_added_in_excel(buka_excel: Buka) -> None:
    halaman = buka_excel("kasubag_perencanaan")
    halaman.goto("/perjanjian-kinerja/2026")
    halaman.get_by_role("link", name="Isi lewat Excel").click()
    wb = unduh(halaman)
    ws = wb["Indikator"]
    ws[f"{kolom(wb, 'Indikator', 'Target setahun')}5"] = 91.25
    baru = next(baris for baris in range(5, 99) if str(ws[f"A{baris}"].value).startswith("baru:"))
    isian = {
        "Nomor sasaran": 3,
        "Indikator kinerja": "Jumlah patroli wilayah",
        "Satuan": "Kali",
        "Bentuk target": "Angka",
        "Target setahun": 48,
        "Penanggung jawab": PELAYANAN,
        "Cara menghitung capaian": ws[f"{kolom(wb, 'Indikator', 'Cara menghitung capaian')}5"].value,
        "Penggabungan triwulan": ws[f"{kolom(wb, 'Indikator', 'Penggabungan triwulan')}5"].value,
    }
    for judul, isi in isian.items():
        ws[f"{kolom(wb, 'Indikator', judul)}{baru}"] = isi
    ws[f"{kolom(wb, 'Indikator', 'Bentuk target')}{baru}"] = ws[
        f"{kolom(wb, 'Indikator', 'Bentuk target')}5"
    ].value
    unggah(halaman, wb)
    expect(halaman.get_by_text("1 baris baru", exact=True)).to_be_visible()
    expect(halaman.get_by_role("cell", name="91,25")).to_be_visible()
    expect(halaman.get_by_text("menghapus di Excel tidak menghapus apa pun")).to_be_visible()
    tekan(halaman, halaman.get_by_role("button", name="Terapkan semua"))
    expect(halaman.get_by_text("Jumlah patroli wilayah").first).to_be_visible()
    expect(halaman.get_by_text("91,25").first).to_be_visible()


@pytest.mark.parametrize("buka_excel", ["disetujui"], indirect=True)
def test_a_kasi_corrects_the_cell_that_was_told_and_sees_the_figure(buka_excel: Buka) -> None:
    halaman = buka_excel("kasi_pelayanan")
    halaman.goto(f"/realisasi/{TW3[0]}")
    halaman.get_by_role("link", name="Isi lewat Excel").first.click()
    wb = unduh(halaman)
    alamat = f"{kolom(wb, 'Indikator', 'Realisasi')}5"
    wb["Indikator"][alamat] = "84.28"
    unggah(halaman, wb)
    expect(halaman.get_by_text("Belum dapat diterapkan")).to_be_visible()
    expect(halaman.get_by_role("cell", name=alamat, exact=True)).to_be_visible()
    expect(halaman.get_by_role("button", name="Terapkan semua")).to_have_count(0)
    halaman.get_by_role("link", name="Unggah lagi").click()
    wb["Indikator"][alamat] = 84.28
    unggah(halaman, wb)
    tekan(halaman, halaman.get_by_role("button", name="Terapkan semua"))
    expect(halaman.get_by_text("1 sel dari “isian.xlsx” diterapkan.")).to_be_visible()
    expect(halaman.get_by_label("Realisasi", exact=True).first).to_have_value("84,28")
