"""The viewer of received files: pictures drawn by us, safe headers, and a sentence where nothing can be shown."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.web import berkas_lihat
from tests.data_uji_berkas import docx, pdf, xlsx
from tests.data_uji_disposisi import tugas_uji

Masuk = Callable[[str], FlaskClient]
pytestmark = pytest.mark.lambat


@pytest.fixture
def unggah(aplikasi: Flask, masuk: Masuk) -> Callable[[bytes, str], int]:
    """Put a file beside the first step; its number."""
    with aplikasi.app_context():
        tugas = tugas_uji(db.session(), JenisPeriode.TRIWULAN, 3, "1").id
    klien = masuk("kasubag_umum")
    jumlah = iter(range(1, 10))

    def kirim(isi: bytes, nama: str) -> int:
        jawab = klien.post(f"/tugas/{tugas}/berkas", data={"berkas": (io.BytesIO(isi), nama)})
        assert jawab.status_code == 303
        return next(jumlah)

    berkas_lihat._simpanan.clear()
    return kirim


def test_a_pdf_is_read_page_by_page(masuk: Masuk, unggah: Callable[[bytes, str], int]) -> None:
    nomor = unggah(pdf(3), "Laporan <b>.pdf")
    klien = masuk("kasi_pmd")
    isi = klien.get(f"/berkas/{nomor}/lihat?halaman=2").text
    assert "Halaman <b>2</b> dari 3" in isi
    assert f'src="/berkas/{nomor}/halaman/2"' in isi
    assert f'href="/berkas/{nomor}/lihat?halaman=3"' in isi
    assert isi.count('loading="lazy"') == 3
    assert "Laporan _b_.pdf" in isi
    gambar = klien.get(f"/berkas/{nomor}/halaman/2")
    assert gambar.data.startswith(b"\x89PNG")
    assert gambar.headers["Content-Type"] == "image/png"
    assert gambar.headers["X-Content-Type-Options"] == "nosniff"
    assert gambar.headers["Content-Security-Policy"].startswith("sandbox")
    assert gambar.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("halaman", ["0", "9", "-1", "x", "²", "1e9"])
def test_a_page_that_is_not_there_is_said(
    masuk: Masuk, unggah: Callable[[bytes, str], int], halaman: str
) -> None:
    nomor = unggah(pdf(1), "satu.pdf")
    jawab = masuk("kasi_pmd").get(f"/berkas/{nomor}/lihat?halaman={halaman}")
    assert jawab.status_code == 200
    assert ("hanya 1 halaman" if halaman == "9" else "satu.pdf") in jawab.text
    assert masuk("kasi_pmd").get(f"/berkas/{nomor}/halaman/0").status_code == 404


@pytest.mark.parametrize(("isi", "nama"), [(xlsx(), "a.xlsx"), (docx(), "b.docx")])
def test_a_file_that_cannot_be_shown_can_still_be_downloaded(
    masuk: Masuk, unggah: Callable[[bytes, str], int], isi: bytes, nama: str
) -> None:
    nomor = unggah(isi, nama)
    jawab = masuk("kasi_pmd").get(f"/berkas/{nomor}/lihat")
    assert jawab.status_code == 200
    assert f'href="/berkas/{nomor}"' in jawab.text
    assert masuk("kasi_pmd").get(f"/berkas/{nomor}/halaman/1").status_code in (404, 422)


def test_files_of_others_are_not_shown_either(masuk: Masuk, unggah: Callable[[bytes, str], int]) -> None:
    nomor = unggah(pdf(1), "satu.pdf")
    for alamat in (f"/berkas/{nomor}/lihat", f"/berkas/{nomor}/halaman/1", "/berkas/99/lihat"):
        assert masuk("admin").get(alamat).status_code == 404
