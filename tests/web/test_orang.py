"""The pages about people: list, data, posts, codes, closing a door, sessions."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.models.sesi import GagalMasuk, Sesi
from tests.kantor_uji import SANDI

Masuk = Callable[[str], FlaskClient]
KODE = re.compile(r'id="kode-sekali">([A-Z0-9-]{23})<')


@pytest.fixture(autouse=True)
def jam(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.conftest import HARI_UJI

    for tempat in ("orang.rute", "orang.pintu", "orang.halaman", "sandi_ulang", "masuk", "kesiapan"):
        monkeypatch.setattr(f"kinerja.web.{tempat}.waktu_nyata", lambda: HARI_UJI)


def orang(aplikasi: Flask, nama_pengguna: str) -> Pegawai:
    with aplikasi.app_context():
        return db.session.execute(select(Pegawai).where(Pegawai.nama_pengguna == nama_pengguna)).scalar_one()


def jabatan_id(aplikasi: Flask, nama: str) -> int:
    with aplikasi.app_context():
        return db.session.execute(select(Jabatan.id).where(Jabatan.nama == nama)).scalar_one()


def penugasan(aplikasi: Flask, pegawai_id: int) -> list[Penugasan]:
    with aplikasi.app_context():
        pilih = select(Penugasan).where(Penugasan.pegawai_id == pegawai_id).order_by(Penugasan.id)
        return list(db.session.execute(pilih).scalars())


def test_the_list_shows_everybody_with_post_and_state(masuk: Masuk) -> None:
    teks = masuk("admin").get("/orang/").text
    assert "Kasi Pelayanan Umum Uji" in teks and "Dapat masuk" in teks
    assert "NIP belum diisi" in teks  # the Camat's, as a warning


def test_a_person_is_added_with_a_post_at_once(aplikasi: Flask, masuk: Masuk) -> None:
    isi = {
        "nama": "Rina Marlina, S.E.",
        "nama_pengguna": "Rina.Marlina",
        "nip": "19690241990032002",
        "pangkat": "Penata (III/c)",
        "jabatan_id": jabatan_id(aplikasi, "Staf Pelayanan"),
        "jenis": "definitif",
        "mulai": "2026-10-01",
    }
    klien = masuk("admin")
    jawab = klien.post("/orang/baru", data=isi)
    baru = orang(aplikasi, "rina.marlina")
    assert jawab.headers["Location"] == f"/orang/{baru.id}"
    assert (baru.nip, baru.sandi) == ("19690241990032002", None)  # warned, never blocked
    (tugas,) = penugasan(aplikasi, baru.id)
    assert tugas.mulai == date(2026, 10, 1)
    teks = klien.get(f"/orang/{baru.id}").text
    assert "ini 17 angka" in teks and "Ia belum punya kata sandi" in teks


def test_a_person_may_come_without_a_post(aplikasi: Flask, masuk: Masuk) -> None:
    isi = {"nama": "Tanpa Jabatan", "nama_pengguna": "tanpa", "jabatan_id": "0", "jenis": "definitif"}
    assert masuk("admin").post("/orang/baru", data=isi).status_code == 303
    assert penugasan(aplikasi, orang(aplikasi, "tanpa").id) == []


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"nama": ""}, "Wajib diisi."),
        ({"nama_pengguna": "camat"}, "Nama pengguna camat sudah dipakai."),
        ({"nama_pengguna": "dua kata"}, "huruf a–z"),
        ({"mulai": "kemarin"}, "Isi tanggal dengan benar"),
        ({"nama": "ba\u202elik"}, "tanda tak terlihat"),
        ({"jenis": "tetap"}, "Pilih salah satu dari daftar."),
    ],
)
def test_a_wrong_person_comes_back_with_what_was_typed(
    aplikasi: Flask, masuk: Masuk, ubah: dict[str, str], pesan: str
) -> None:
    isi = {
        "nama": "Rina",
        "nama_pengguna": "rina",
        "pangkat": "Penata Muda",
        "jabatan_id": "0",
        "jenis": "definitif",
    }
    jawab = masuk("admin").post("/orang/baru", data={**isi, **ubah})
    assert jawab.status_code == 422 and pesan in jawab.text and "Penata Muda" in jawab.text
    with aplikasi.app_context():
        assert db.session.execute(select(Pegawai).where(Pegawai.pangkat == "Penata Muda")).first() is None


def test_a_person_who_cannot_take_the_post_is_not_registered_either(aplikasi: Flask, masuk: Masuk) -> None:
    isi = {
        "nama": "Camat Kedua",
        "nama_pengguna": "camat2",
        "jabatan_id": jabatan_id(aplikasi, "Camat"),
        "jenis": "definitif",
        "mulai": "2026-10-01",
    }
    jawab = masuk("admin").post("/orang/baru", data=isi)
    assert jawab.status_code == 422 and "dipegang Camat Uji" in jawab.text
    with aplikasi.app_context():
        assert db.session.execute(select(Pegawai).where(Pegawai.nama_pengguna == "camat2")).first() is None


def test_data_are_corrected(aplikasi: Flask, masuk: Masuk) -> None:
    camat = orang(aplikasi, "camat")
    isi = {"nama": "NURIA NI, SE, M.Si.", "nama_pengguna": "camat", "nip": "", "pangkat": "Pembina"}
    assert masuk("admin").post(f"/orang/{camat.id}", data=isi).status_code == 303
    assert orang(aplikasi, "camat").nama == "NURIA NI, SE, M.Si."
    jawab = masuk("admin").post(f"/orang/{camat.id}", data={**isi, "nama_pengguna": "sekretaris"})
    assert jawab.status_code == 422 and "sudah dipakai" in jawab.text


def test_a_plh_is_given_and_ended(aplikasi: Flask, masuk: Masuk) -> None:
    kasubag = orang(aplikasi, "kasubag_umum")
    klien = masuk("admin")
    isi = {
        "jabatan_id": jabatan_id(aplikasi, "Sekretaris"),
        "jenis": "plh",
        "mulai": "2026-10-08",
        "selesai": "2026-10-12",
    }
    assert klien.post(f"/orang/{kasubag.id}/penugasan", data=isi).status_code == 303
    baru = penugasan(aplikasi, kasubag.id)[-1]
    assert "Plh. Sekretaris" in klien.get(f"/orang/{kasubag.id}").text
    alamat = f"/orang/{kasubag.id}/penugasan/{baru.id}/akhir"
    assert klien.post(alamat, data={"selesai": "2026-09-01"}).status_code == 422
    assert klien.post(alamat, data={"selesai": ""}).status_code == 422
    assert klien.post(alamat, data={"selesai": "2026-10-07"}).status_code == 303
    assert penugasan(aplikasi, kasubag.id)[-1].selesai == date(2026, 10, 7)
    assert klien.post(alamat, data={"selesai": "2026-10-08"}).status_code == 409
    assert "Plh. Sekretaris" not in klien.get(f"/orang/{kasubag.id}").text  # cancelled before it began


def test_a_post_already_held_is_refused_on_the_page(aplikasi: Flask, masuk: Masuk) -> None:
    kasubag = orang(aplikasi, "kasubag_umum")
    isi = {"jabatan_id": jabatan_id(aplikasi, "Camat"), "jenis": "plt", "mulai": "2026-10-08"}
    jawab = masuk("admin").post(f"/orang/{kasubag.id}/penugasan", data=isi)
    assert jawab.status_code == 422 and "pilih Plh." in jawab.text


def test_an_assignment_of_somebody_else_is_not_found_here(aplikasi: Flask, masuk: Masuk) -> None:
    camat, sekretaris = orang(aplikasi, "camat"), orang(aplikasi, "sekretaris")
    asing = penugasan(aplikasi, sekretaris.id)[0]
    jawab = masuk("admin").post(
        f"/orang/{camat.id}/penugasan/{asing.id}/akhir", data={"selesai": "2026-10-08"}
    )
    assert jawab.status_code == 404
    assert penugasan(aplikasi, sekretaris.id)[0].selesai is None


def test_a_code_is_shown_once_and_sets_the_password(aplikasi: Flask, masuk: Masuk, umum: FlaskClient) -> None:
    camat = orang(aplikasi, "camat")
    klien = masuk("admin")
    jawab = klien.post(f"/orang/{camat.id}/kode", data={"sandi": SANDI})
    assert jawab.status_code == 200 and jawab.headers["Cache-Control"] == "no-store"
    cocok = KODE.search(jawab.text)
    assert cocok
    kode = cocok[1]
    halaman = klien.get(f"/orang/{camat.id}").text
    assert kode not in halaman and "berlaku sampai 9 Oktober 2026" in halaman
    assert "Kode sudah terbit" in klien.get("/orang/").text
    isi = {"kode": kode, "sandi": "sungai tarusan jernih", "ulang": "sungai tarusan jernih"}
    assert umum.post("/kode", data=isi).status_code == 303
    with aplikasi.app_context():
        baris = db.session.execute(select(Catatan).where(Catatan.tindakan == "buat_kode")).scalar_one()
        assert baris.pelaku_nama == "Admin sistem Uji"


@pytest.mark.parametrize("pintu", ["kode", "penutupan"])
@pytest.mark.parametrize(("sandi", "pesan"), [("", "Wajib diisi."), ("keliru sekali", "tidak cocok")])
def test_codes_and_closing_ask_for_the_own_password(
    aplikasi: Flask, masuk: Masuk, pintu: str, sandi: str, pesan: str
) -> None:
    camat = orang(aplikasi, "camat")
    jawab = masuk("admin").post(f"/orang/{camat.id}/{pintu}", data={"sandi": sandi})
    assert jawab.status_code == 422 and pesan in jawab.text
    assert KODE.search(jawab.text) is None and "keliru sekali" not in jawab.text
    assert orang(aplikasi, "camat").aktif


def test_guessing_the_own_password_slows_down(aplikasi: Flask, masuk: Masuk) -> None:
    camat = orang(aplikasi, "camat")
    klien = masuk("admin")
    for _ in range(5):
        klien.post(f"/orang/{camat.id}/kode", data={"sandi": "keliru sekali"})
    jawab = klien.post(f"/orang/{camat.id}/kode", data={"sandi": SANDI})
    assert jawab.status_code == 422 and "Terlalu banyak percobaan" in jawab.text
    with aplikasi.app_context():
        assert len(db.session.execute(select(GagalMasuk)).all()) == 5


def test_the_admin_gets_no_code_for_himself(aplikasi: Flask, masuk: Masuk) -> None:
    admin = orang(aplikasi, "admin")
    klien = masuk("admin")
    assert "Terbitkan kode" not in klien.get(f"/orang/{admin.id}").text
    jawab = klien.post(f"/orang/{admin.id}/kode", data={"sandi": SANDI})
    assert jawab.status_code == 422 and KODE.search(jawab.text) is None


def test_closing_a_person_throws_them_out_at_the_next_click(aplikasi: Flask, masuk: Masuk) -> None:
    camat = orang(aplikasi, "camat")
    di_dalam, klien = masuk("camat"), masuk("admin")
    assert di_dalam.get("/").status_code == 200
    assert klien.post(f"/orang/{camat.id}/penutupan", data={"sandi": SANDI}).status_code == 303
    assert di_dalam.get("/").status_code == 303
    assert klien.post(f"/orang/{camat.id}/penutupan", data={"sandi": SANDI}).status_code == 409
    assert klien.post(f"/orang/{camat.id}/pembukaan").status_code == 303
    assert orang(aplikasi, "camat").aktif
    assert klien.post(f"/orang/{camat.id}/pembukaan").status_code == 409


def test_the_last_admin_stays(aplikasi: Flask, masuk: Masuk) -> None:
    admin = orang(aplikasi, "admin")
    klien = masuk("admin")
    jawab = klien.post(f"/orang/{admin.id}/penutupan", data={"sandi": SANDI})
    assert jawab.status_code == 422 and "selalu ada admin" in jawab.text
    tugas = penugasan(aplikasi, admin.id)[0]
    jawab = klien.post(f"/orang/{admin.id}/penugasan/{tugas.id}/akhir", data={"selesai": "2026-12-31"})
    assert jawab.status_code == 422 and "selalu ada admin" in jawab.text
    assert orang(aplikasi, "admin").aktif


def test_sessions_are_listed_and_ended(aplikasi: Flask, masuk: Masuk) -> None:
    camat = orang(aplikasi, "camat")
    di_dalam, klien = masuk("camat"), masuk("admin")
    assert "Akhiri semua sesi" in klien.get(f"/orang/{camat.id}").text
    with aplikasi.app_context():
        sesi_id = db.session.execute(select(Sesi.id).where(Sesi.pegawai_id == camat.id)).scalar_one()
    assert klien.post(f"/orang/{camat.id}/sesi/{sesi_id}/akhir").status_code == 303
    assert di_dalam.get("/").status_code == 303
    assert klien.post(f"/orang/{camat.id}/sesi/{sesi_id}/akhir").status_code == 409
    assert klien.post(f"/orang/{camat.id}/sesi/akhir").status_code == 303
    assert "Tidak ada komputer" in klien.get(f"/orang/{camat.id}").text


ALAMAT = [
    "/orang/baru",
    "/orang/2",
    "/orang/2/penugasan",
    "/orang/2/penugasan/2/akhir",
    "/orang/2/kode",
    "/orang/2/penutupan",
    "/orang/2/pembukaan",
    "/orang/2/sesi/akhir",
    "/orang/2/sesi/1/akhir",
]


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", "kasubag_umum", "kasi_pmd", "staf_pelayanan"])
def test_only_the_admin_opens_the_pages_about_people(masuk: Masuk, siapa: str) -> None:
    klien = masuk(siapa)
    assert klien.get("/orang/").status_code == klien.get("/orang/2").status_code == 403
    for alamat in ALAMAT:
        assert klien.post(alamat, data={"sandi": SANDI}).status_code == 403, alamat


def test_nobody_is_at_an_unknown_number(masuk: Masuk) -> None:
    klien = masuk("admin")
    assert klien.get("/orang/999").status_code == 404
    for alamat in ALAMAT[1:]:
        kosong = alamat.replace("/2", "/999", 1)
        assert klien.post(kosong, data={"sandi": SANDI, "selesai": "2026-10-08"}).status_code == 404, kosong


@pytest.mark.parametrize("alamat", ["/orang/2/kode", "/orang/2/penutupan", "/orang/2/sesi/akhir"])
def test_nothing_changes_by_get(masuk: Masuk, alamat: str) -> None:
    assert masuk("admin").get(alamat).status_code == 405
