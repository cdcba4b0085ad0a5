"""The page of the book of numbers: rows, gaps, year, search, and the same as Excel."""

from __future__ import annotations

import io

import openpyxl
import pytest

from kinerja.models import db
from kinerja.models.dokumen import Dokumen
from tests.web.conftest import KantorPenuh, Masuk


@pytest.fixture
def bercelah(penuh: KantorPenuh) -> int:
    """The first document of 2026 stands at number 4 now; gives its id."""
    with penuh.app.app_context():
        dokumen = db.session.execute(db.select(Dokumen).where(Dokumen.urut == 1)).scalars().first()
        assert dokumen is not None and dokumen.tahun == 2026
        tertinggi = db.session.execute(db.select(db.func.max(Dokumen.urut))).scalar_one()
        dokumen.urut, nomor = tertinggi + 3, dokumen.id
        db.session.commit()
        db.session.remove()
    return int(nomor)


def test_every_number_stands_there_with_its_document_and_gaps_as_rows(
    penuh: KantorPenuh, masuk: Masuk, bercelah: int
) -> None:
    halaman = masuk("staf_pelayanan").get("/arsip/buku-nomor?tahun=2026").text
    assert "Buku nomor" in halaman and f"/arsip/{bercelah}" in halaman
    assert halaman.count("Tidak terpakai") == 2 and ">001<" in halaman
    assert "Nomor-nomor ini tidak ada dokumennya di sini." in halaman


def test_search_year_and_page_live_in_the_address(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("camat")
    assert "Tidak ada yang cocok" in klien.get("/arsip/buku-nomor?tahun=2026&cari=tidakada").text
    assert "Belum ada nomor" in klien.get("/arsip/buku-nomor?tahun=1999").text
    assert klien.get("/arsip/buku-nomor?tahun=abc&sesudah=-1&cari=%00").status_code == 200
    potongan = klien.get("/arsip/buku-nomor", headers={"HX-Request": "true"}).text
    assert potongan.lstrip().startswith('<section id="buku_nomor">')


def test_the_book_goes_out_as_excel(penuh: KantorPenuh, masuk: Masuk, bercelah: int) -> None:
    jawab = masuk("kasubag_umum").get("/tabel/buku-nomor?tahun=2026")
    assert jawab.status_code == 200
    lembar = openpyxl.load_workbook(io.BytesIO(jawab.data)).worksheets[0]
    semua = [[s.value for s in baris] for baris in lembar.iter_rows()]
    datar = [str(s) for baris in semua for s in baris]
    assert "Tidak terpakai" in datar and "001" in datar
    with penuh.app.app_context():
        dokumen = db.session.get(Dokumen, bercelah)
        assert dokumen is not None
        assert {dokumen.nomor, dokumen.kode, dokumen.digest} <= set(datar)


def test_the_archive_leads_to_the_book(penuh: KantorPenuh, masuk: Masuk) -> None:
    assert "/arsip/buku-nomor" in masuk("kasi_pmd").get("/arsip/").text
