"""Filling in Excel through the browser: download, upload, preview, apply; refusals beside the field."""

from __future__ import annotations

import io

import openpyxl
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.data_uji_excel import disunting
from tests.web.conftest import KantorPenuh, Masuk

ALAMAT = "/excel/realisasi/{tw3}/unit/{unit_pelayanan}"


def unduh(klien: FlaskClient, alamat: str) -> bytes:
    jawab = klien.get(f"{alamat}/lembar.xlsx")
    assert jawab.status_code == 200
    assert jawab.headers["Content-Disposition"].startswith("attachment; filename=")
    return jawab.data


def kirim(klien: FlaskClient, alamat: str, isi: bytes, nama: str = "lembar.xlsx") -> TestResponse:
    return klien.post(alamat, data={"berkas": (io.BytesIO(isi), nama)})


def nilai(klien: FlaskClient, alamat: str) -> object:
    return openpyxl.load_workbook(io.BytesIO(unduh(klien, alamat)))["Indikator"]["F5"].value


def test_download_fill_upload_preview_apply(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien, alamat = masuk("kasi_pelayanan"), penuh.alamat(ALAMAT)
    halaman = klien.get(alamat).text
    assert "Unduh lembar Excel" in halaman and f'action="{alamat}"' in halaman
    isi = disunting(unduh(klien, alamat), {"Indikator": {"F5": 86.75, "L5": "<b>Antre</b>"}})
    jawab = kirim(klien, alamat, isi)
    assert jawab.status_code == 303
    impor = jawab.headers["Location"]
    teks = klien.get(impor).text
    assert "2 sel berubah" in teks and "F5" in teks and "86,75" in teks
    assert "&lt;b&gt;Antre&lt;/b&gt;" in teks
    assert nilai(klien, alamat) == 86.4
    assert masuk("kasi_pmd").get(impor).status_code == 404
    jawab = klien.post(f"{impor}/penerapan")
    assert jawab.headers["Location"].startswith(penuh.alamat("/realisasi/{tw3}"))
    assert nilai(klien, alamat) == 86.75
    assert klien.post(f"{impor}/penerapan").status_code == 409
    assert "Sudah diterapkan" in klien.get(impor).text


def test_errors_stand_on_top_with_their_cells_and_nothing_can_be_applied(
    penuh: KantorPenuh, masuk: Masuk
) -> None:
    klien, alamat = masuk("kasi_pelayanan"), penuh.alamat(ALAMAT)
    isi = disunting(unduh(klien, alamat), {"Indikator": {"F5": "=2*40", "L5": "Antre"}})
    impor = kirim(klien, alamat, isi).headers["Location"]
    teks = klien.get(impor).text
    assert "1 hal perlu diperbaiki" in teks and "berisi rumus" in teks
    assert "Terapkan semua" not in teks
    assert klien.post(f"{impor}/penerapan").status_code == 422
    assert nilai(klien, alamat) == 86.4


def test_a_change_in_between_is_told_with_409(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien, alamat = masuk("kasi_pelayanan"), penuh.alamat(ALAMAT)
    impor = kirim(klien, alamat, disunting(unduh(klien, alamat), {"Indikator": {"F5": 87}})).headers[
        "Location"
    ]
    kartu = penuh.nomor["indikator"]
    klien.post(penuh.alamat("/realisasi/{tw3}/indikator/{indikator}"), data={f"i{kartu}-nilai": "80"})
    jawab = klien.post(f"{impor}/penerapan")
    assert jawab.status_code == 409
    assert "sudah berubah sejak berkas ini diperiksa" in jawab.text
    assert nilai(klien, alamat) == 80


@pytest.mark.parametrize(
    ("isi", "nama", "kata"),
    [
        (b"", "", "Pilih berkas Excel"),
        (b"MZ", "a.exe", "bukan Excel"),
        (b"PK\x03\x04", "a.xlsm", "makro"),
        (b"PK\x03\x04rusak", "a.xlsx", "rusak"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_beside_the_field(
    penuh: KantorPenuh, masuk: Masuk, isi: bytes, nama: str, kata: str
) -> None:
    jawab = kirim(masuk("kasi_pelayanan"), penuh.alamat(ALAMAT), isi, nama)
    assert jawab.status_code == 422
    assert kata in jawab.text and 'id="berkas-salah"' in jawab.text


def test_a_sheet_of_another_page_is_named(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("kasi_pelayanan")
    lain = unduh(klien, penuh.alamat("/excel/rencana-aksi/{tahun}/unit/{unit_pelayanan}"))
    jawab = kirim(klien, penuh.alamat(ALAMAT), lain)
    assert jawab.status_code == 422
    assert "lembar rencana aksi" in jawab.text


def test_the_pages_lead_there(penuh: KantorPenuh, masuk: Masuk) -> None:
    assert penuh.alamat(ALAMAT) in masuk("kasi_pelayanan").get(penuh.alamat("/realisasi/{tw3}")).text
    kasubag = masuk("kasubag_perencanaan")
    assert "/excel/perjanjian-kinerja/2027" in kasubag.get("/perjanjian-kinerja/2027").text
    assert "/excel/" not in masuk("camat").get("/perjanjian-kinerja/2027").text.replace("/excel/tabel", "")
    alamat = penuh.alamat("/rencana-aksi/2026?unit={unit_pelayanan}")
    assert penuh.alamat("/excel/rencana-aksi/2026/unit/{unit_pelayanan}") in kasubag.get(alamat).text
    assert "/excel/rencana-aksi" not in masuk("kasi_pmd").get(alamat).text
