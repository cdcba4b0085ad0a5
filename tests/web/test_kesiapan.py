"""The page "Menyiapkan kantor" and its notice on the home page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from tests.kantor_uji import AWAL, TAHUN

Masuk = Callable[[str], FlaskClient]
PENYIAP = ["admin", "camat", "sekretaris", "kasubag_umum", "kasubag_perencanaan"]


@pytest.fixture
def siap(aplikasi: Flask) -> None:
    """The office with nothing missing."""
    with aplikasi.app_context():
        office = kantor(db.session())
        office.alamat, office.nama_atasan = "Jl. Raya 1", "Nama Bupati"
        db.session.add(PerjanjianKinerja(tahun=TAHUN, versi=1, dibuat_pada=AWAL, disetujui_pada=AWAL))
        db.session.commit()


@pytest.mark.parametrize("siapa", PENYIAP)
def test_those_who_prepare_see_list_and_notice(masuk: Masuk, siapa: str) -> None:
    klien = masuk(siapa)
    assert "/menyiapkan" in klien.get("/").text
    teks = klien.get("/menyiapkan").text
    assert "Data kantor dan kop surat" in teks and "Dikerjakan oleh: Kasubag Perencanaan menyusun" in teks


@pytest.mark.parametrize("siapa", ["kasi_pmd", "staf_perencanaan"])
def test_others_see_neither(masuk: Masuk, siapa: str) -> None:
    klien = masuk(siapa)
    assert "belum siap sepenuhnya" not in klien.get("/").text
    assert klien.get("/menyiapkan").status_code == 403


def test_links_lead_only_where_the_person_may_go(masuk: Masuk) -> None:
    assert 'href="/kantor/"' in masuk("sekretaris").get("/menyiapkan").text
    assert 'href="/kantor/"' not in masuk("camat").get("/menyiapkan").text


def test_a_ready_office_is_told_so_and_the_notice_goes(masuk: Masuk, siap: None) -> None:
    klien = masuk("sekretaris")
    assert "Kantor ini siap" in klien.get("/menyiapkan").text
    assert "belum siap sepenuhnya" not in klien.get("/").text


def test_the_camats_nip_warning_stays_even_when_all_is_ready(
    aplikasi: Flask, masuk: Masuk, siap: None
) -> None:
    with aplikasi.app_context():
        camat = db.session.execute(select(Pegawai).where(Pegawai.nama_pengguna == "camat")).scalar_one()
        camat.nip = "19690241990032002"
        db.session.commit()
    teks = masuk("admin").get("/menyiapkan").text
    assert "Kantor ini siap" in teks and "ini 17 angka" in teks
    assert "ini 17 angka" in masuk("admin").get("/orang/").text


def test_it_is_only_read(masuk: Masuk) -> None:
    assert masuk("admin").post("/menyiapkan").status_code == 405
