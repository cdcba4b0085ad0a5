"""The page of the office's settings."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.domain.aturan import Aturan
from kinerja.domain.predikat import PERMENDAGRI_86_2017
from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.kantor import Kantor, kantor
from kinerja.operations.kantor_aturan import aturan_kantor
from tests.conftest import HARI_UJI

Masuk = Callable[[str], FlaskClient]
HTMX = {"HX-Request": "true"}
TENGGAT = {
    **{
        f"tenggat_triwulan_{k}": v
        for k, v in {"1": 2, "2": 6, "3": 7, "4": 9, "5": 12, "pengesahan": 14}.items()
    },
    **{f"tenggat_semester_{k}": v for k, v in {"6": 16, "7": 19, "8": 22, "pengesahan": 24}.items()},
    **{f"tenggat_tahunan_{k}": v for k, v in {"9": 0, "pengesahan": 0}.items()},
}
PERHITUNGAN = {
    "serapan_rendah": "50",
    "desimal": "2",
    "metode_negatif": "negatif_a",
    "skala_nama": PERMENDAGRI_86_2017.nama,
    "skala_sumber": PERMENDAGRI_86_2017.sumber,
    **{
        f"predikat_{apa}_{ke}": isi
        for ke, satu in enumerate(PERMENDAGRI_86_2017.tingkat, 1)
        for apa, isi in (("batas", str(satu.bawah or "")), ("label", satu.label))
    },
}
ISI = {
    "kabupaten": "Pesisir Selatan",
    "kecamatan": "Koto XI Tarusan",
    "ibu_kota": "Tarusan",
    "alamat": "Jl. Padang–Painan Km 54",
    "kode_pos": "25654",
    "jabatan_atasan": "Bupati Pesisir Selatan",
    "nama_atasan": "Nama Bupati",
    "zona": "7",
    "pola_nomor": "{klasifikasi}/{urut}/{unit}/{tahun}",
    "kode_unit": "CMT-TRS",
    "atas_nama": "sekretaris",
    **TENGGAT,
    **PERHITUNGAN,
}


def kini(aplikasi: Flask) -> Kantor:
    with aplikasi.app_context():
        return kantor(db.session())


@pytest.mark.parametrize("siapa", ["sekretaris", "kasubag_umum"])
def test_the_settings_are_saved_with_one_audit_row(aplikasi: Flask, masuk: Masuk, siapa: str) -> None:
    isi = {**ISI, "batas_capaian": "120"}
    jawab = masuk(siapa).post("/kantor/", data=isi)
    assert (jawab.status_code, jawab.headers["Location"]) == (303, "/kantor/")
    office = kini(aplikasi)
    assert (office.alamat, office.batas_capaian) == ("Jl. Padang–Painan Km 54", Decimal(120))
    assert (office.disimpan_pada, office.tenggat) == (HARI_UJI, None)
    with aplikasi.app_context():
        (baris,) = db.session.execute(select(Catatan).where(Catatan.tindakan == "atur_kantor")).scalars()
        assert '"alamat":"Jl. Padang–Painan Km 54"' in baris.sesudah


def test_due_dates_are_examples_until_the_office_says_they_are_its_own(aplikasi: Flask, masuk: Masuk) -> None:
    klien = masuk("sekretaris")
    assert "Masih contoh" in klien.get("/kantor/").text
    klien.post("/kantor/", data={**ISI, "tenggat_ditetapkan": "y"})
    assert "Masih contoh" not in klien.get("/kantor/").text
    klien.post("/kantor/", data=ISI)
    assert kini(aplikasi).tenggat is None
    klien.post("/kantor/", data={**ISI, "tenggat_triwulan_1": "4"})
    assert kini(aplikasi).tenggat["triwulan"]["1"] == 4
    assert "dihitung ulang" in klien.get("/kantor/").text


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"kabupaten": ""}, "Wajib diisi."),
        ({"pola_nomor": "{urut}"}, "Pola nomor harus memuat {urut} dan {tahun}."),
        ({"kode_unit": ""}, "Isi kode unit"),
        ({"zona": "6"}, "Pilih salah satu dari daftar."),
        ({"batas_capaian": "seratus"}, "angka"),
        ({"tenggat_triwulan_1": "dua"}, "Isi dengan angka bulat."),
        ({"tenggat_triwulan_1": "251"}, "Isi angka antara 0 dan 250."),
        ({"tenggat_triwulan_1": ""}, "Isi jumlah hari kerja."),
        ({"pos_el": "bukan"}, "Pos-el ditulis seperti"),
    ],
)
def test_what_cannot_be_saved_comes_back_with_what_was_typed(
    aplikasi: Flask, masuk: Masuk, ubah: dict[str, str], pesan: str
) -> None:
    jawab = masuk("kasubag_umum").post("/kantor/", data={**ISI, "alamat": "Jalan Ketikan", **ubah})
    assert jawab.status_code == 422
    assert pesan in jawab.text and 'value="Jalan Ketikan"' in jawab.text
    assert kini(aplikasi).alamat == ""


def test_the_preview_follows_what_is_typed_and_saves_nothing(aplikasi: Flask, masuk: Masuk) -> None:
    jawab = masuk("sekretaris").get(
        "/kantor/",
        query_string={
            "kecamatan": "Batang <b>Kapas</b>",
            "kode_unit": "BTK",
            "pola_nomor": "{urut}/{unit}/{tahun}",
        },
        headers=HTMX,
    )
    assert jawab.text.lstrip().startswith('<div id="kop"')
    assert "Kecamatan Batang &lt;b&gt;Kapas&lt;/b&gt;" in jawab.text and "1/BTK/2026" in jawab.text
    assert kini(aplikasi).kecamatan == "Koto XI Tarusan"


def test_the_preview_says_why_there_is_no_number(masuk: Masuk) -> None:
    jawab = masuk("sekretaris").get("/kantor/", query_string={"pola_nomor": "{urut"}, headers=HTMX)
    assert "tidak berpasangan" in jawab.text


@pytest.mark.parametrize("siapa", ["camat", "kasubag_perencanaan", "kasi_pmd", "staf_pelayanan"])
def test_other_posts_do_not_open_the_settings(masuk: Masuk, siapa: str) -> None:
    assert masuk(siapa).get("/kantor/").status_code == 403
    assert masuk(siapa).post("/kantor/", data=ISI).status_code == 403


def test_the_admin_reads_but_no_longer_saves(aplikasi: Flask, masuk: Masuk) -> None:
    klien = masuk("admin")
    assert "Halaman ini untuk dibaca" in klien.get("/kantor/").text
    assert klien.post("/kantor/", data=ISI).status_code == 403
    assert kini(aplikasi).alamat == ""


def test_the_rules_of_the_arithmetic_are_saved_with_their_sources(aplikasi: Flask, masuk: Masuk) -> None:
    isi = ISI | {
        "batas_capaian": "120%",
        "sumber_batas_capaian": " Perbup  12/2024 ",
        "pin_negatif_b": "100",
        "serapan_rendah": "40,5",
        "desimal": "0",
        "metode_negatif": "negatif_b",
        "skala_nama": "Skala kantor",
        "skala_sumber": "Perbup 5",
        **{f"predikat_{apa}_{ke}": "" for apa in ("batas", "label") for ke in range(3, 8)},
        "predikat_label_1": "Baik",
        "predikat_batas_1": "75,5",
        "predikat_label_2": "Kurang",
        "predikat_batas_2": "",
    }
    assert masuk("sekretaris").post("/kantor/", data=isi).status_code == 303
    office = kini(aplikasi)
    aturan = aturan_kantor(office)
    assert (aturan.batas, aturan.pin_negatif_b, aturan.serapan_rendah) == (120, 100, Decimal("40.5"))
    assert (aturan.desimal, office.metode_negatif) == (0, "negatif_b")
    assert aturan.sumber == (("batas_capaian", "Perbup 12/2024"),)
    assert [(t.bawah, t.label) for t in aturan.predikat.tingkat] == [
        (Decimal("75.5"), "Baik"),
        (None, "Kurang"),
    ]
    laman = masuk("sekretaris").get("/kantor/").text
    assert "Capaian indikator dibatasi paling tinggi 120% (Perbup 12/2024)." in laman
    assert "Predikat menurut Skala kantor (Perbup 5): Baik mulai 75,5; di bawahnya Kurang." in laman
    assert 'value="40,5"' in laman


def test_the_scale_everybody_starts_with_is_not_stored(aplikasi: Flask, masuk: Masuk) -> None:
    assert masuk("sekretaris").post("/kantor/", data=ISI).status_code == 303
    office = kini(aplikasi)
    assert office.skala_predikat is None
    assert aturan_kantor(office) == Aturan()


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"predikat_batas_1": "70"}, "harus menurun"),
        ({"predikat_label_2": ""}, "Isi nama predikatnya"),
        ({"predikat_label_2": "sangat tinggi"}, "nama yang berbeda"),
        ({"predikat_batas_5": "10"}, "perlu batas bawah"),
        ({"pin_negatif_b": "2000"}, "antara 0 dan 1000"),
        ({"serapan_rendah": "101"}, "antara 0 dan 100"),
        ({"batas_capaian": "seratus"}, "bukan angka"),
    ],
)
def test_rules_that_make_no_sense_come_back(masuk: Masuk, ubah: dict[str, str], pesan: str) -> None:
    jawab = masuk("sekretaris").post("/kantor/", data=ISI | ubah)
    assert jawab.status_code == 422
    assert pesan in jawab.text
