"""On the page of the yearly report: the button after its Pengesahan, then where the letter stands."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.periode import periode_satu
from kinerja.operations.surat_pengantar import pengantar_laporan
from tests.data_uji_sekali import beri_nomor, lembar_surat, selesai
from tests.kantor_uji import TAHUN
from tests.operations.test_surat_pengantar import PADA, tahunan_disahkan
from tests.web.conftest import KantorPenuh, Masuk


def test_the_report_page_makes_the_letter_and_shows_its_number(aplikasi: Flask, masuk: Masuk) -> None:
    with aplikasi.app_context():
        sesi = db.session()
        lembar_surat(sesi)
        periode = tahunan_disahkan(sesi, Path(aplikasi.config["DATA"]))
        halaman = f"/laporan/{periode.id}"
        db.session.commit()
    kasubag, camat = masuk("kasubag_perencanaan"), masuk("camat")
    assert "Buat surat pengantar" in kasubag.get(halaman).text
    assert "Buat surat pengantar" not in camat.get(halaman).text
    jawab = kasubag.post(f"{halaman}/surat-pengantar")
    assert jawab.status_code == 303
    langkah = kasubag.get(jawab.headers["Location"]).text
    assert "Penyampaian Laporan Kinerja Kecamatan Koto XI Tarusan Tahun 2026" in langkah
    assert "Bupati Pesisir Selatan" in langkah
    lagi = kasubag.post(f"{halaman}/surat-pengantar")
    assert lagi.status_code == 409 and "sudah dibuat" in lagi.text
    assert "Sedang disiapkan" in camat.get(halaman).text
    with aplikasi.app_context():
        sesi = db.session()
        periode = sesi.execute(periode_satu(TAHUN, JenisPeriode.TAHUNAN, 1)).scalar_one()
        jalan = pengantar_laporan(sesi, periode)[0].jalan
        selesai(sesi, jalan, 1, "kasubag_perencanaan")
        selesai(sesi, jalan, 2, "kasubag_umum")
        selesai(sesi, jalan, 3, "sekretaris")
        beri_nomor(sesi, Path(aplikasi.config["DATA"]), jalan, PADA.replace(hour=5))
        db.session.commit()
        jalan_id = jalan.id
    halaman_camat = camat.get(halaman).text
    assert "000.8.6.3/2/CMT-TRS/2026" in halaman_camat and f"/jalan/{jalan_id}" in halaman_camat
    assert halaman in camat.get(f"/jalan/{jalan_id}").text


def test_before_the_pengesahan_there_is_no_letter(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien, alamat = masuk("kasubag_umum"), penuh.alamat("/laporan/{tahunan}")
    assert "Buat surat pengantar" not in klien.get(alamat).text
    jawab = klien.post(f"{alamat}/surat-pengantar")
    assert jawab.status_code == 422 and "sesudah laporan tahunan disahkan" in jawab.text
    assert klien.post(penuh.alamat("/laporan/{tw1}/surat-pengantar")).status_code == 422
    assert klien.post(penuh.alamat("/laporan/{jalan}/surat-pengantar")).status_code == 404
