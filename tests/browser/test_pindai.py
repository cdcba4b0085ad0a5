"""The Kasubag prints a report, photographs the signed pages, holds them side by side; the period closes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageFilter
from playwright.sync_api import Browser, FilePayload, expect
from sqlalchemy import select

from kinerja import create_app
from kinerja.models import db
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode
from kinerja.models.pindaian import LembarPindaian, Pindaian
from tests.browser import halaman_kotak as kotak
from tests.browser import halaman_pengesahan as pengesahan
from tests.browser.conftest import buka_orang, layani, siapkan_basis
from tests.browser.kantor_hidup import KantorHidup
from tests.browser.tekan import tekan, tekan_ditolak
from tests.data_uji_arsip import siap_disahkan
from tests.kantor_uji import bangun

JUDUL = "Pengesahan laporan Triwulan I 2026"


@pytest.fixture
def hidup(peramban: Browser, tmp_path: Path) -> Iterator[KantorHidup]:
    """The report of triwulan I is frozen and waits for its Pengesahan."""
    app = create_app(tmp_path, {"TESTING": False})

    def isi() -> None:
        bangun(db.session())
        kantor(db.session()).tanggal_contoh = date(2026, 10, 8)
        siap_disahkan(db.session(), 1)

    siapkan_basis(app, isi)
    for layanan in layani(app, tmp_path):
        for masuk in buka_orang(peramban, layanan):
            yield KantorHidup(layanan, masuk)


def foto(pdf: bytes) -> list[FilePayload]:
    """Each page as a telephone would take it: a little askew, grey, not quite sharp."""
    hasil: list[FilePayload] = []
    for ke, halaman in enumerate(pypdfium2.PdfDocument(pdf), 1):
        gambar = halaman.render(scale=150 / 72).to_pil().convert("L")
        miring = gambar.rotate(2 if ke % 2 else -2, Image.Resampling.BICUBIC, expand=True, fillcolor=210)
        aliran = io.BytesIO()
        miring.filter(ImageFilter.GaussianBlur(0.5)).save(aliran, "JPEG", quality=60)
        hasil.append({"name": f"IMG_{ke}.jpg", "mimeType": "image/jpeg", "buffer": aliran.getvalue()})
    return hasil


def test_two_photographs_of_a_signed_report_close_its_period(hidup: KantorHidup) -> None:
    penyusun = hidup.sebagai("kasubag_perencanaan")
    kotak.buka(penyusun, JUDUL)
    lembar = foto(pengesahan.terbitkan(penyusun))
    penyusun.get_by_label("Dokumen yang sudah ditandatangani").set_input_files(lembar)
    tekan(penyusun, "Unggah dan baca")
    expect(penyusun).to_have_url(re.compile(r"/pindai/\d+$"))
    expect(penyusun.get_by_text(f"{len(lembar)} halaman dari {len(lembar)} foto")).to_be_visible()
    for nama in ("Halaman 1 dokumen terbit", "Lembar ke-1 yang kembali"):
        gambar = penyusun.get_by_role("img", name=nama)
        expect(gambar).to_be_visible()
        penyusun.wait_for_function("g => g.complete && g.naturalWidth > 500", arg=gambar.element_handle())
    assert "Isi tempat penyimpanan lembar aslinya" in tekan_ditolak(
        penyusun, "Sesuai, arsipkan dan selesaikan"
    )

    camat = hidup.sebagai("camat")
    camat.set_viewport_size({"width": 360, "height": 740})
    kotak.buka(camat, "Bandingkan dokumen tertanda yang kembali")
    assert camat.evaluate("document.documentElement.scrollWidth") <= 360
    camat.get_by_label("Tempat lembar asli disimpan").fill("Lemari 2, map Laporan 2026")
    tekan(camat, "Sesuai, arsipkan dan selesaikan")
    expect(camat.get_by_text("Tertanda, diarsipkan", exact=True)).to_be_visible()
    kotak.pastikan_kosong(camat)

    with hidup.layanan.app.app_context():
        dokumen = db.session.execute(select(Dokumen)).scalar_one()
        arsip = db.session.execute(select(Arsip)).scalar_one()
        assert (arsip.dokumen_id, arsip.halaman, arsip.cara) == (dokumen.id, len(lembar), "basah")
        assert arsip.dibandingkan_oleh_nama == "Camat Uji"
        assert db.session.execute(select(Pindaian.keadaan)).scalar_one() == "diarsipkan"
        assert len(db.session.execute(select(LembarPindaian)).all()) == len(lembar)
        assert db.session.get_one(Periode, dokumen.periode_id).ditutup_pada is not None
