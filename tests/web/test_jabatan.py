"""The pages of posts and units."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.jabatan import Jabatan, Unit

Masuk = Callable[[str], FlaskClient]


def jabatan(aplikasi: Flask, nama: str) -> Jabatan | None:
    with aplikasi.app_context():
        return db.session.execute(select(Jabatan).where(Jabatan.nama == nama)).scalar_one_or_none()


def unit(aplikasi: Flask, nama: str) -> Unit | None:
    with aplikasi.app_context():
        return db.session.execute(select(Unit).where(Unit.nama == nama)).scalar_one_or_none()


def test_the_structure_shows_who_leads_whom_and_who_holds_what(masuk: Masuk) -> None:
    teks = masuk("admin").get("/jabatan/").text
    assert teks.index("Kasi Pelayanan Umum Uji") < teks.index("Staf Pelayanan Uji")
    assert "Buat susunan lazim" not in teks


def test_sekretaris_and_kasubag_umum_read_the_structure_without_buttons(masuk: Masuk) -> None:
    for siapa in ("sekretaris", "kasubag_umum"):
        teks = masuk(siapa).get("/jabatan/").text
        assert "Kasi Pelayanan Umum Uji" in teks and "Tambah jabatan" not in teks


def test_a_post_is_added(aplikasi: Flask, masuk: Masuk) -> None:
    seksi, kasi = unit(aplikasi, "Seksi Pemerintahan"), jabatan(aplikasi, "Kasi Pemerintahan")
    assert seksi and kasi
    isi = {"nama": "Staf Pemerintahan", "peran": "staf", "unit_id": seksi.id, "atasan_id": kasi.id}
    assert masuk("admin").post("/jabatan/", data=isi).status_code == 303
    baru = jabatan(aplikasi, "Staf Pemerintahan")
    assert baru and (baru.unit_id, baru.atasan_id) == (seksi.id, kasi.id)


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"nama": ""}, "Wajib diisi."),
        ({"nama": "Camat"}, "Jabatan Camat sudah ada."),
        ({"peran": "camat"}, "Pilih salah satu dari daftar."),
        ({"unit_id": "0"}, "Pilih unit untuk jabatan ini."),
        ({"unit_id": "999"}, "Pilih salah satu dari daftar."),
        ({"atasan_id": "abc"}, "Pilih salah satu dari daftar."),
    ],
)
def test_a_wrong_post_comes_back_with_what_was_typed(
    aplikasi: Flask, masuk: Masuk, ubah: dict[str, str], pesan: str
) -> None:
    isi = {"nama": "Staf Tambahan", "peran": "staf", "unit_id": "1", "atasan_id": "0", **ubah}
    jawab = masuk("admin").post("/jabatan/", data=isi)
    assert jawab.status_code == 422 and pesan in jawab.text
    assert isi["nama"] in jawab.text
    assert jabatan(aplikasi, "Staf Tambahan") is None


def test_a_post_is_changed_closed_and_opened(aplikasi: Flask, masuk: Masuk) -> None:
    klien = masuk("admin")
    seksi = unit(aplikasi, "Seksi Pemerintahan")
    assert seksi
    klien.post("/jabatan/", data={"nama": "Staf Baru", "peran": "staf", "unit_id": seksi.id, "atasan_id": 0})
    baru = jabatan(aplikasi, "Staf Baru")
    assert baru
    assert "Staf Baru" in klien.get(f"/jabatan/{baru.id}").text
    isi = {"nama": "Staf Lama", "unit_id": seksi.id, "atasan_id": 0, "peran": "camat"}
    assert klien.post(f"/jabatan/{baru.id}", data=isi).status_code == 303
    kini = jabatan(aplikasi, "Staf Lama")
    assert kini and kini.peran == "staf"  # the extra field did nothing
    assert klien.post(f"/jabatan/{baru.id}", data={**isi, "nama": "Camat"}).status_code == 422
    assert klien.post(f"/jabatan/{baru.id}/penutupan").status_code == 303
    tutup = jabatan(aplikasi, "Staf Lama")
    assert tutup and not tutup.aktif
    assert "Jabatan tidak aktif" in klien.get("/jabatan/").text
    assert klien.post(f"/jabatan/{baru.id}/penutupan").status_code == 409
    assert klien.post(f"/jabatan/{baru.id}/pembukaan").status_code == 303


def test_a_held_post_stays_open(aplikasi: Flask, masuk: Masuk) -> None:
    camat = jabatan(aplikasi, "Camat")
    assert camat
    jawab = masuk("admin").post(f"/jabatan/{camat.id}/penutupan")
    assert jawab.status_code == 422 and "masih ada pejabatnya" in jawab.text


def test_units_are_added_named_and_closed(aplikasi: Flask, masuk: Masuk) -> None:
    klien = masuk("admin")
    assert klien.post("/unit/", data={"nama": "Seksi Ekonomi"}).status_code == 303
    baru = unit(aplikasi, "Seksi Ekonomi")
    assert baru
    assert klien.post("/unit/", data={"nama": "seksi ekonomi"}).status_code == 422
    assert klien.get(f"/unit/{baru.id}").status_code == 200
    assert klien.post(f"/unit/{baru.id}", data={"nama": "Seksi Pemerintahan"}).status_code == 422
    assert klien.post(f"/unit/{baru.id}", data={"nama": "Seksi Perekonomian"}).status_code == 303
    assert klien.post(f"/unit/{baru.id}/penutupan").status_code == 303
    kini = unit(aplikasi, "Seksi Perekonomian")
    assert kini and not kini.aktif
    assert klien.post(f"/unit/{baru.id}/pembukaan").status_code == 303
    assert klien.get("/unit/999").status_code == klien.get("/jabatan/999").status_code == 404


def test_the_usual_structure_is_refused_where_there_is_one(masuk: Masuk) -> None:
    assert masuk("admin").post("/jabatan/susunan-lazim").status_code == 409


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", "kasubag_umum", "kasi_pmd", "staf_pelayanan"])
def test_only_the_admin_changes_posts(masuk: Masuk, siapa: str) -> None:
    klien = masuk(siapa)
    for alamat in ("/jabatan/", "/jabatan/2", "/jabatan/2/penutupan", "/jabatan/2/pembukaan", "/jabatan/susunan-lazim", "/unit/", "/unit/1", "/unit/1/penutupan", "/unit/1/pembukaan"):  # fmt: skip
        assert klien.post(alamat, data={"nama": "x"}).status_code == 403, alamat


@pytest.mark.parametrize("alamat", ["/jabatan/2/penutupan", "/jabatan/susunan-lazim", "/unit/1/pembukaan"])
def test_nothing_changes_by_get(masuk: Masuk, alamat: str) -> None:
    assert masuk("admin").get(alamat).status_code in (404, 405)
