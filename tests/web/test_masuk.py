"""Login, logout, password, one-time code."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.pegawai import Pegawai
from kinerja.models.sesi import GagalMasuk, Sesi
from kinerja.operations import orang
from kinerja.operations.orang import SANDI as TUJUAN_SANDI
from kinerja.operations.orang import buat_kode
from tests.conftest import HARI_UJI, METODE_SANDI
from tests.kantor_uji import SANDI

Masuk = Callable[[str], FlaskClient]


@pytest.fixture
def jam(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Move the real clock of the login code."""

    def maju(selisih: timedelta) -> None:
        kini: Callable[[], datetime] = lambda: HARI_UJI + selisih  # noqa: E731
        for tempat in ("kinerja.web.jam", "kinerja.web.pengguna", "kinerja.web.masuk"):
            monkeypatch.setattr(f"{tempat}.waktu_nyata", kini)

    maju(timedelta())
    return maju


def coba(klien: FlaskClient, nama: str, sandi: str = SANDI):  # type: ignore[no-untyped-def]
    return klien.post("/masuk", data={"nama_pengguna": nama, "sandi": sandi})


def test_a_person_logs_in_and_lands_on_the_inbox(umum: FlaskClient, jam: object) -> None:
    jawab = coba(umum, " Kasubag_Umum ")
    assert (jawab.status_code, jawab.headers["Location"]) == (303, "/")
    assert b"Kasubag Umum dan Kepegawaian Uji" in umum.get("/").data


def test_the_cookie_holds_no_name_and_the_database_no_token(
    aplikasi: Flask, umum: FlaskClient, jam: object
) -> None:
    coba(umum, "camat")
    with umum.session_transaction() as kue:
        token = kue["_user_id"]
        # "_id" is Flask-Login's hash of address and browser, which we do not rely on
        assert set(kue) <= {"_user_id", "_fresh", "_id", "csrf_token", "_flashes"}
    assert len(token) >= 32
    with aplikasi.app_context():
        hash_ = db.session.execute(select(Sesi.token_hash)).scalar_one()
        assert token not in hash_


def test_wrong_password_and_unknown_name_get_the_same_words(umum: FlaskClient, jam: object) -> None:
    salah = coba(umum, "camat", "salah sekali")
    asing = coba(umum, "bukan-orang", "salah sekali")
    assert salah.status_code == asing.status_code == 422
    pesan = b"Nama pengguna atau kata sandi tidak cocok."
    assert pesan in salah.data and pesan in asing.data
    assert b'value="camat"' in salah.data


def test_five_failures_slow_the_name_down_but_never_lock_it(
    umum: FlaskClient, jam: Callable[[timedelta], None]
) -> None:
    for _ in range(5):
        coba(umum, "camat", "salah sekali")
    assert b"Coba lagi" in coba(umum, "camat").data
    assert coba(umum, "sekretaris").status_code == 303
    jam(timedelta(seconds=31))
    assert coba(umum, "camat").status_code == 303


def test_success_clears_the_failures(aplikasi: Flask, umum: FlaskClient, jam: object) -> None:
    coba(umum, "camat", "salah sekali")
    coba(umum, "camat")
    with aplikasi.app_context():
        assert db.session.execute(select(func.count()).select_from(GagalMasuk)).scalar_one() == 0


def test_a_copied_cookie_is_dead_after_logout(aplikasi: Flask, umum: FlaskClient, jam: object) -> None:
    coba(umum, "camat")
    with umum.session_transaction() as kue:
        token = kue["_user_id"]
    assert umum.post("/keluar").status_code == 303
    lain = aplikasi.test_client()
    with lain.session_transaction() as kue:
        kue["_user_id"] = token
    assert lain.get("/").status_code == 303


@pytest.mark.parametrize("lama", [timedelta(minutes=31), timedelta(hours=13)])
def test_an_idle_or_old_session_ends(
    umum: FlaskClient, jam: Callable[[timedelta], None], lama: timedelta
) -> None:
    coba(umum, "camat")
    jam(lama)
    assert umum.get("/").headers["Location"] == "/masuk"


def test_a_session_in_use_lives_on_until_twelve_hours(
    umum: FlaskClient, jam: Callable[[timedelta], None]
) -> None:
    coba(umum, "camat")
    for menit in range(20, 12 * 60, 20):
        jam(timedelta(minutes=menit))
        assert umum.get("/").status_code == 200, menit
    jam(timedelta(minutes=12 * 60 + 1))
    assert umum.get("/").status_code == 303


def test_a_deactivated_person_is_out_at_the_next_click(aplikasi: Flask, masuk: Masuk) -> None:
    klien = masuk("camat")
    assert klien.get("/").status_code == 200
    with aplikasi.app_context():
        orang = db.session.execute(select(Pegawai).where(Pegawai.nama_pengguna == "camat")).scalar_one()
        orang.aktif = False
        db.session.commit()
    assert klien.get("/").status_code == 303


@pytest.mark.parametrize(
    "tujuan",
    ["//jahat.example", "/\\jahat.example", "https://jahat.example", "javascript:alert(1)", "", None],
)
def test_after_login_only_paths_of_this_site(umum: FlaskClient, jam: object, tujuan: str | None) -> None:
    with umum.session_transaction() as kue:
        kue["tujuan"] = tujuan
    assert coba(umum, "camat").headers["Location"] == "/"


def test_after_login_back_to_the_page_asked_for(umum: FlaskClient, jam: object) -> None:
    umum.get("/periode/?x=1")
    assert coba(umum, "camat").headers["Location"] == "/periode/?x=1"


def test_passwords_are_scrypt_and_two_equal_ones_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orang, "METODE_SANDI", METODE_SANDI)
    satu, dua = orang.hash_sandi(SANDI), orang.hash_sandi(SANDI)
    assert satu.startswith("scrypt:32768:8:1$")
    assert satu != dua


def test_changing_the_password_needs_the_old_one_and_ends_other_sessions(
    aplikasi: Flask, masuk: Masuk, jam: object
) -> None:
    klien = masuk("camat")
    lain = aplikasi.test_client()
    coba(lain, "camat")
    isi = {"lama": "keliru", "sandi": "gunung talang pagi hari", "ulang": "gunung talang pagi hari"}
    assert "Kata sandi sekarang tidak cocok" in klien.post("/sandi", data=isi).text
    assert klien.post("/sandi", data={**isi, "lama": SANDI}).status_code == 303
    assert lain.get("/").status_code == 303
    assert klien.get("/").status_code == 200
    assert coba(aplikasi.test_client(), "camat", "gunung talang pagi hari").status_code == 303


@pytest.mark.parametrize(
    ("sandi", "pesan"),
    [
        ("pendek", "paling sedikit 8"),
        ("kinerja2026", "mudah ditebak"),
        ("12345678", "mudah ditebak"),
        ("camat123", "camat"),
        ("aaaaaaaaaaaa", "mudah ditebak"),
    ],
)
def test_weak_passwords_are_refused_with_the_reason(masuk: Masuk, sandi: str, pesan: str) -> None:
    jawab = masuk("camat").post("/sandi", data={"lama": SANDI, "sandi": sandi, "ulang": sandi})
    assert jawab.status_code == 422
    assert pesan in jawab.text or "mudah ditebak" in jawab.text


def test_a_one_time_code_sets_a_password_once(
    aplikasi: Flask, umum: FlaskClient, jam: Callable[[timedelta], None]
) -> None:
    with aplikasi.app_context():
        orang = db.session.execute(select(Pegawai).where(Pegawai.nama_pengguna == "camat")).scalar_one()
        kode = buat_kode(db.session(), TUJUAN_SANDI, orang.id, HARI_UJI, timedelta(hours=24))
        db.session.commit()
    isi = {"kode": kode.lower(), "sandi": "sungai tarusan jernih", "ulang": "sungai tarusan jernih"}
    assert umum.post("/kode", data=isi).status_code == 303
    assert "tidak berlaku" in umum.post("/kode", data=isi).text
    assert coba(umum, "camat", "sungai tarusan jernih").status_code == 303
    with aplikasi.app_context():
        akhir = db.session.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
        assert akhir.tindakan == "ganti_sandi"
        assert "jernih" not in akhir.sesudah + akhir.uraian


def test_a_code_dies_after_a_day(
    aplikasi: Flask, umum: FlaskClient, jam: Callable[[timedelta], None]
) -> None:
    with aplikasi.app_context():
        orang = db.session.execute(select(Pegawai).where(Pegawai.nama_pengguna == "camat")).scalar_one()
        kode = buat_kode(db.session(), TUJUAN_SANDI, orang.id, HARI_UJI, timedelta(hours=24))
        db.session.commit()
    jam(timedelta(hours=25))
    isi = {"kode": kode, "sandi": "sungai tarusan jernih", "ulang": "sungai tarusan jernih"}
    assert umum.post("/kode", data=isi).status_code == 422


def test_the_setup_page_is_gone_once_an_admin_exists(umum: FlaskClient) -> None:
    assert umum.get("/siapkan").status_code == 404
