"""The structure page and the page of one post."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai, Penugasan

Masuk = Callable[[str], FlaskClient]


def jabatan_id(aplikasi: Flask, nama: str) -> int:
    with aplikasi.app_context():
        return db.session.execute(select(Jabatan.id).where(Jabatan.nama == nama)).scalar_one()


def pegawai_id(aplikasi: Flask, nama_pengguna: str) -> int:
    with aplikasi.app_context():
        return db.session.execute(
            select(Pegawai.id).where(Pegawai.nama_pengguna == nama_pengguna)
        ).scalar_one()


def kosongkan(aplikasi: Flask, masuk: Masuk, nama_pengguna: str) -> None:
    nomor = pegawai_id(aplikasi, nama_pengguna)
    with aplikasi.app_context():
        penugasan = db.session.execute(select(Penugasan.id).where(Penugasan.pegawai_id == nomor)).scalar_one()
    alamat = f"/orang/{nomor}/penugasan/{penugasan}/akhir"
    assert masuk("admin").post(alamat, data={"selesai": "2026-10-07"}).status_code == 303


def test_everybody_reads_who_holds_what_since_when(masuk: Masuk) -> None:
    for siapa in ("camat", "staf_pelayanan", "admin"):
        teks = masuk(siapa).get("/struktur/").text
        assert "Kasi Kesejahteraan Sosial Uji" in teks and "sejak 1 Januari 2020" in teks
        assert "Jabatan kosong" not in teks
    assert "/struktur/" in masuk("staf_pelayanan").get("/").text


def test_only_the_admin_sees_the_way_to_edit(aplikasi: Flask, masuk: Masuk) -> None:
    alamat = f"/struktur/{jabatan_id(aplikasi, 'Camat')}"
    for halaman in ("/struktur/", alamat):
        assert "Ubah jabatan" in masuk("admin").get(halaman).text
        assert "Ubah jabatan" not in masuk("camat").get(halaman).text
    assert "/orang/" not in masuk("camat").get(alamat).text


def test_a_vacant_post_is_named_as_such(aplikasi: Flask, masuk: Masuk) -> None:
    kosongkan(aplikasi, masuk, "kasi_kesos")
    assert masuk("camat").get("/struktur/").text.count("Jabatan kosong") == 1
    teks = masuk("camat").get(f"/struktur/{jabatan_id(aplikasi, 'Kasi Kesejahteraan Sosial')}").text
    assert "Tidak ada pejabatnya" in teks and "8 Oktober 2026 sampai sekarang" in teks
    assert "1 Januari 2020 sampai 7 Oktober 2026" in teks and "Sudah berakhir" in teks


def test_a_plh_and_the_sk_stand_in_the_history(aplikasi: Flask, masuk: Masuk) -> None:
    post = jabatan_id(aplikasi, "Camat")
    jawab = masuk("admin").post(
        f"/orang/{pegawai_id(aplikasi, 'sekretaris')}/penugasan",
        data={
            "jabatan_id": post,
            "jenis": "plh",
            "mulai": "2026-10-08",
            "selesai": "2026-10-14",
            "dasar": "800/77/SPT-2026",
        },
    )
    assert jawab.status_code == 303
    teks = masuk("kasi_pmd").get(f"/struktur/{post}").text
    assert "800/77/SPT-2026" in teks and "8 Oktober 2026 sampai 14 Oktober 2026" in teks
    assert "Plh. Sekretaris Uji" in masuk("kasi_pmd").get("/struktur/").text


@pytest.mark.parametrize("alamat", ["/struktur/0", "/struktur/9999"])
def test_there_is_nothing_at_an_unknown_number(masuk: Masuk, alamat: str) -> None:
    assert masuk("camat").get(alamat).status_code == 404
