"""The page of the working calendar."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kinerja.domain.jam_kerja import JAM_CONTOH, urai_hari
from kinerja.models import db
from kinerja.models.kantor import Kantor, kantor

Masuk = Callable[[str], FlaskClient]
JAM = {
    f"{bagian}_{ke}": teks
    for ke, hari in enumerate(JAM_CONTOH)
    for bagian, teks in zip(("masuk", "rehat", "kembali", "pulang"), urai_hari(hari), strict=True)
}


def kini(aplikasi: Flask) -> Kantor:
    with aplikasi.app_context():
        return kantor(db.session())


def test_everybody_reads_the_year_and_the_hours(masuk: Masuk) -> None:
    for siapa in ("camat", "staf_pelayanan", "admin"):
        isi = masuk(siapa).get("/kalender/2026").text
        assert "Senin, 17 Agustus 2026: Hari Kemerdekaan Republik Indonesia" in isi
        assert "Masih contoh" in isi and "07.30" in isi
        assert "Tambahkan" not in isi and "Simpan jam kerja" not in isi
    assert 'href="/kalender/2026"' in masuk("staf_pelayanan").get("/").text


def test_a_day_off_is_added_with_its_name_and_taken_back(aplikasi: Flask, masuk: Masuk) -> None:
    klien = masuk("kasubag_umum")
    data = {"tanggal": "2026-10-02", "nama": "Hari jadi kabupaten"}
    jawab = klien.post("/kalender/2026/libur", data=data)
    assert (jawab.status_code, jawab.headers["Location"]) == (303, "/kalender/2026")
    isi = klien.get("/kalender/2026").text
    assert "Jumat, 2 Oktober 2026: Hari jadi kabupaten" in isi and "Libur setempat" in isi
    assert "yang sedang berjalan tidak berubah" in isi
    assert klien.post("/kalender/libur/20261002/penghapusan").status_code == 303
    assert kini(aplikasi).libur_lokal == []
    jawab = klien.post("/kalender/libur/20261002/penghapusan")
    assert jawab.status_code == 409
    assert "bukan libur setempat, atau sudah dihapus" in jawab.text


@pytest.mark.parametrize(
    ("data", "pesan"),
    [
        ({"tanggal": "2026-10-03", "nama": "Sabtu"}, "Sabtu dan Minggu"),
        ({"tanggal": "2026-08-17", "nama": "Lagi"}, "sudah libur: Hari Kemerdekaan"),
        ({"tanggal": "", "nama": "Tanpa tanggal"}, "Wajib diisi."),
        ({"tanggal": "2026-10-02", "nama": ""}, "Wajib diisi."),
    ],
)
def test_what_cannot_be_comes_back_with_what_was_typed(
    aplikasi: Flask, masuk: Masuk, data: dict[str, str], pesan: str
) -> None:
    jawab = masuk("sekretaris").post("/kalender/2026/libur", data=data)
    assert jawab.status_code == 422
    assert pesan in jawab.text and f'value="{data["nama"]}"' in jawab.text
    assert kini(aplikasi).libur_lokal == []


def test_the_hours_are_set(aplikasi: Flask, masuk: Masuk) -> None:
    klien = masuk("sekretaris")
    assert klien.post("/kalender/2026/jam-kerja", data={**JAM, "masuk_0": "8"}).status_code == 303
    assert kini(aplikasi).jam_kerja["0"] == [["08:00", "12:00"], ["13:00", "16:00"]]
    isi = klien.get("/kalender/2026").text
    assert "Masih contoh" not in isi and 'value="08.00"' in isi and "Sepekan 37 jam kerja" in isi


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"masuk_0": "setengah 8"}, "Paling banyak 5 tanda."),
        ({"masuk_0": "pagi"}, "Tulis jam seperti 07.30."),
        ({"pulang_4": "07.00"}, "Jam pulang harus sesudah jam masuk."),
        ({"kembali_2": ""}, "Isi awal dan akhir istirahat"),
        (dict.fromkeys(JAM, ""), "paling sedikit satu hari"),
    ],
)
def test_hours_that_cannot_be_stand_beside_their_field(
    aplikasi: Flask, masuk: Masuk, ubah: dict[str, str], pesan: str
) -> None:
    jawab = masuk("kasubag_umum").post("/kalender/2026/jam-kerja", data={**JAM, **ubah})
    assert jawab.status_code == 422
    assert pesan in jawab.text
    for nama, teks in ubah.items():
        assert f'name="{nama}"' in jawab.text and f'value="{teks}"' in jawab.text
    assert kini(aplikasi).jam_kerja is None


@pytest.mark.parametrize("tahun", [0, 1999, 2101])
def test_years_out_of_reach_are_not_there(masuk: Masuk, tahun: int) -> None:
    assert masuk("sekretaris").get(f"/kalender/{tahun}").status_code == 404
