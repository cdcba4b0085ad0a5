"""From a printed figure back to its triwulan, its person and its bukti."""

from __future__ import annotations

import re
from collections.abc import Callable

from flask import Flask
from flask.testing import FlaskClient

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.operations.laporan.verba import isi_laporan, laporan_kini
from tests.kantor_uji import orang_uji
from tests.web.test_laporan import Semua, semua, teks  # noqa: F401

Masuk = Callable[[str], FlaskClient]


def test_every_realisasi_of_the_year_is_a_link_to_its_origin(
    aplikasi: Flask,
    masuk: Masuk,
    semua: Semua,  # noqa: F811
) -> None:
    nomor = semua[JenisPeriode.TAHUNAN, 1]
    klien = masuk("camat")
    halaman = klien.get(f"/laporan/{nomor}").text
    with aplikasi.app_context():
        laporan = laporan_kini(db.session(), nomor)
        assert laporan is not None
        isi = isi_laporan(laporan)
    for sasaran in isi.sasaran:
        for indikator in sasaran.indikator:
            for masa in isi.masa:
                url = f"/laporan/{nomor}/asal/{indikator.id}?masa={masa.value}&amp;versi=1"
                assert f'href="{url}"' in halaman
        for program in sasaran.program:
            assert f"/laporan/{nomor}/asal-anggaran/{program.id}?masa=tahun" in halaman
    for url in dict.fromkeys(re.findall(r'href="(/laporan/\d+/asal[^"]+)"', halaman)[:12]):
        assert klien.get(url.replace("&amp;", "&")).status_code == 200


def test_the_origin_shows_formula_numbers_person_bukti_and_the_triwulan_report(
    aplikasi: Flask,
    masuk: Masuk,
    semua: Semua,  # noqa: F811
) -> None:
    nomor, tw1 = semua[JenisPeriode.SEMESTER, 1], semua[JenisPeriode.TRIWULAN, 1]
    with aplikasi.app_context():
        laporan = laporan_kini(db.session(), nomor)
        assert laporan is not None
        satu = isi_laporan(laporan).sasaran[0].indikator[0]
        orang = orang_uji(db.session(), "kasi_pelayanan").nama
    klien = masuk("kasi_pmd")
    halaman = klien.get(f"/laporan/{nomor}/asal/{satu.id}?masa=sem1").text
    isi = teks(halaman)
    assert "Asal angka, Semester I" in isi and "Capaian =" in isi
    assert orang in isi and "bukti.pdf" in isi and "000000000000" in isi
    assert f'/laporan/{tw1}#indikator-{satu.id}"' in halaman
    assert f'id="indikator-{satu.id}"' in klien.get(f"/laporan/{tw1}").text
    tujuan = re.search(r'href="(/berkas/\d+)"', halaman)
    assert tujuan is not None
    lain = teks(klien.get(f"/laporan/{nomor}/asal/{satu.id}?masa=entah&versi=99").text)
    assert "Asal angka, Semester I" in lain
    assert "Triwulan II" in teks(klien.get(f"/laporan/{nomor}/asal/{satu.id}?masa=tw2&versi=1").text)


def test_money_is_added_up_before_the_reader(
    aplikasi: Flask,
    masuk: Masuk,
    semua: Semua,  # noqa: F811
) -> None:
    nomor = semua[JenisPeriode.TAHUNAN, 1]
    with aplikasi.app_context():
        laporan = laporan_kini(db.session(), nomor)
        assert laporan is not None
        program = isi_laporan(laporan).sasaran[0].program[0]
    isi = teks(masuk("sekretaris").get(f"/laporan/{nomor}/asal-anggaran/{program.id}").text)
    assert "Asal angka, Tahun" in isi and "Serapan = Rp" in isi and "Diisi oleh" in isi


def test_what_is_not_in_the_report_is_not_found_and_admin_may_not_read(
    aplikasi: Flask,
    masuk: Masuk,
    semua: Semua,  # noqa: F811
) -> None:
    nomor = semua[JenisPeriode.SEMESTER, 1]
    klien = masuk("camat")
    assert klien.get(f"/laporan/{nomor}/asal/999").status_code == 404
    assert klien.get(f"/laporan/{nomor}/asal-anggaran/999").status_code == 404
    assert klien.get("/laporan/999/asal/1").status_code == 404
    assert masuk("admin").get(f"/laporan/{nomor}/asal/1").status_code == 403


def test_a_period_without_a_report_has_no_figures(aplikasi: Flask, masuk: Masuk) -> None:
    from tests.data_uji_laporan import periode

    with aplikasi.app_context():
        nomor = periode(db.session(), JenisPeriode.TRIWULAN, 1).id
    assert masuk("camat").get(f"/laporan/{nomor}/asal/1").status_code == 404
