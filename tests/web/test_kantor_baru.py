"""A new office, from the empty database to its first step, with nothing but a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.domain.susunan import SUSUNAN_LAZIM
from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.models.jabatan import Jabatan
from kinerja.operations.pemasangan import kode_siapkan, pasang
from kinerja.sop import PENGUMPULAN_DATA_KINERJA, muat
from kinerja.web.jam import waktu_nyata
from tests.conftest import buat_aplikasi
from tests.kantor_uji import SANDI
from tests.web.test_kantor import ISI

KODE = re.compile(r'id="kode-sekali">([A-Z0-9-]{23})<')


@pytest.fixture
def kode(tmp_path: Path) -> Iterator[tuple[Flask, str]]:
    """An application of its own after ``kinerja init``, and the code from the console."""
    app = buat_aplikasi(tmp_path)
    with app.app_context():
        menulis.set(True)
        db.create_all()
        pasang(db.session(), muat(), PENGUMPULAN_DATA_KINERJA, waktu_nyata())
        kode = kode_siapkan(db.session(), waktu_nyata())
        db.session.commit()
        menulis.set(False)
    yield app, kode
    menulis.set(False)
    with app.app_context():
        db.engine.dispose()


def masuk(app: Flask, nama: str) -> FlaskClient:
    klien = app.test_client()
    assert klien.post("/masuk", data={"nama_pengguna": nama, "sandi": SANDI}).status_code == 303
    return klien


def test_an_office_is_set_up_from_the_code_to_the_first_step(kode: tuple[Flask, str]) -> None:
    app, rahasia = kode
    umum = app.test_client()
    isi = {"kode": rahasia, "nama": "Admin", "nama_pengguna": "admin", "sandi": SANDI, "ulang": SANDI}
    assert umum.post("/siapkan", data=isi).status_code == 303
    admin = masuk(app, "admin")
    assert "4 hal masih perlu dilengkapi" in admin.get("/").text

    assert admin.post("/kantor/", data=ISI).status_code == 303
    assert "Buat susunan lazim" in admin.get("/jabatan/").text
    assert admin.post("/jabatan/susunan-lazim").status_code == 303
    with app.app_context():
        jabatan = {j.nama: j.id for j in db.session.execute(select(Jabatan)).scalars()}

    pengguna = {baris.nama: f"orang{i}" for i, baris in enumerate(SUSUNAN_LAZIM)}
    for nama, login in pengguna.items():
        data_diri = {
            "nama": f"Pejabat {login}",
            "nama_pengguna": login,
            "nip": "197003081994031005",
            "jabatan_id": jabatan[nama],
            "jenis": "definitif",
            "mulai": "2026-01-02",
        }
        alamat = admin.post("/orang/baru", data=data_diri).headers["Location"]
        terbit = KODE.search(admin.post(f"{alamat}/kode", data={"sandi": SANDI}).text)
        assert terbit
        sandi = {"kode": terbit[1], "sandi": SANDI, "ulang": SANDI}
        assert app.test_client().post("/kode", data=sandi).status_code == 303

    teks = admin.get("/menyiapkan").text
    assert "12 dari 14 sudah ada" in teks  # the PK and the year remain
    assert admin.post("/kantor/", data=ISI).status_code == 403  # now it is the Sekretaris's

    kasubag = masuk(app, pengguna["Kasubag Umum dan Kepegawaian"])
    assert kasubag.post("/periode/", data={"tahun": "2024"}).status_code == 303
    assert "Mengumpulkan data laporan kinerja triwulan" in kasubag.get("/").text
    staf = masuk(app, pengguna[SUSUNAN_LAZIM[-1].nama])
    assert staf.get("/").status_code == 200
