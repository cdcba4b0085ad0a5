"""The page of the rencana aksi: a head writes for the own unit, everybody reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, func, select

from kinerja.models import db
from kinerja.models.jabatan import Unit
from kinerja.models.perjanjian_kinerja import Indikator, RencanaAksi
from tests.data_uji_pk import PELAYANAN, bangun_pk

Masuk = Callable[[str], FlaskClient]
HALAMAN = "/rencana-aksi/2026"
HX = {"HX-Request": "true"}
ISIAN = {"kegiatan": "Survei kepuasan", "target_tw2": "1 survei", "pelaksana": "Kasi Pelayanan"}


@pytest.fixture
def disetujui(aplikasi: Flask) -> None:
    with aplikasi.app_context():
        bangun_pk(db.session())
        db.session.commit()


def milik(aplikasi: Flask, unit: str = PELAYANAN) -> int:
    with aplikasi.app_context():
        pilih = select(Indikator.id).join(Unit, Unit.id == Indikator.unit_id).where(Unit.nama == unit)
        return db.session.execute(pilih.order_by(Indikator.id)).scalars().first() or 0


def aksi_dari(aplikasi: Flask, indikator_id: int) -> list[RencanaAksi]:
    with aplikasi.app_context():
        pilih = select(RencanaAksi).where(RencanaAksi.indikator_id == indikator_id).order_by(RencanaAksi.id)
        return list(db.session.execute(pilih).scalars())


def test_the_index_goes_to_this_year(masuk: Masuk) -> None:
    jawab = masuk("camat").get("/rencana-aksi/")
    assert (jawab.status_code, jawab.headers["Location"]) == (303, HALAMAN)


def test_before_the_pk_is_submitted_the_page_says_what_it_waits_for(masuk: Masuk) -> None:
    assert "sesudah Perjanjian Kinerja 2026 diajukan" in masuk("kasi_pmd").get(HALAMAN).text


def test_a_head_sees_the_own_unit_first_and_may_see_all(
    aplikasi: Flask, disetujui: None, masuk: Masuk
) -> None:
    kasi = masuk("kasi_pelayanan")
    sendiri = kasi.get(HALAMAN).text
    assert "Indeks Kepuasan Masyarakat" in sendiri
    assert "Nilai SAKIP kecamatan" not in sendiri
    semua = kasi.get(f"{HALAMAN}?unit=semua").text
    assert "Nilai SAKIP kecamatan" in semua
    assert semua.count("Tambah kegiatan<") == 2
    camat = masuk("camat").get(HALAMAN).text
    assert "Nilai SAKIP kecamatan" in camat
    assert "Tambah kegiatan<" not in camat
    assert masuk("kasubag_perencanaan").get(HALAMAN).text.count("Tambah kegiatan<") == 8


def test_a_head_adds_changes_and_removes(aplikasi: Flask, disetujui: None, masuk: Masuk) -> None:
    kasi, indikator = masuk("kasi_pelayanan"), milik(aplikasi)
    alamat = f"/rencana-aksi/indikator/{indikator}"
    assert f'action="{alamat}"' in kasi.get(alamat).text
    jawab = kasi.post(alamat, data=ISIAN)
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"{HALAMAN}#indikator-{indikator}")
    baru = aksi_dari(aplikasi, indikator)[-1]
    assert (baru.kegiatan, baru.target_tw2) == ("Survei kepuasan", "1 survei")
    ubah = f"/rencana-aksi/kegiatan/{baru.id}"
    assert "Survei kepuasan</textarea>" in kasi.get(ubah).text
    assert kasi.post(ubah, data={**ISIAN, "kegiatan": "Survei daring"}).status_code == 303
    assert aksi_dari(aplikasi, indikator)[-1].kegiatan == "Survei daring"
    assert "Ya, hapus" in kasi.get(f"{ubah}/penghapusan").text
    assert len(aksi_dari(aplikasi, indikator)) == 2
    assert kasi.post(f"{ubah}/penghapusan").status_code == 303
    assert len(aksi_dari(aplikasi, indikator)) == 1
    assert kasi.post(f"{ubah}/penghapusan").status_code == 404


def test_htmx_gets_only_the_part_that_changes(aplikasi: Flask, disetujui: None, masuk: Masuk) -> None:
    kasi, alamat = masuk("kasi_pelayanan"), f"/rencana-aksi/indikator/{milik(aplikasi)}"
    for jawab in (kasi.get(alamat, headers=HX), kasi.post(alamat, data=ISIAN, headers=HX)):
        assert jawab.status_code == 200
        assert jawab.text.lstrip().startswith('<section id="rencana-aksi"')
        assert "<html" not in jawab.text
    assert "Survei kepuasan" in jawab.text  # the answer already shows what was just written
    baru = aksi_dari(aplikasi, milik(aplikasi))[-1].id
    hapus = kasi.post(f"/rencana-aksi/kegiatan/{baru}/penghapusan", headers=HX)
    assert "Survei kepuasan" not in hapus.text


def test_a_wrong_form_keeps_what_was_typed(aplikasi: Flask, disetujui: None, masuk: Masuk) -> None:
    alamat = f"/rencana-aksi/indikator/{milik(aplikasi)}"
    jawab = masuk("kasi_pelayanan").post(alamat, data={**ISIAN, "target_tw2": "", "kegiatan": "Teks <i>saya"})
    assert jawab.status_code == 422
    assert "Teks &lt;i&gt;saya" in jawab.text
    assert "paling sedikit pada satu triwulan" in jawab.text
    assert len(aksi_dari(aplikasi, milik(aplikasi))) == 1


@pytest.mark.parametrize(
    "siapa", ["camat", "sekretaris", "kasi_pmd", "kasubag_umum", "staf_pelayanan", "admin"]
)
def test_others_do_not_write(aplikasi: Flask, disetujui: None, masuk: Masuk, siapa: str) -> None:
    klien, indikator = masuk(siapa), milik(aplikasi)
    aksi = aksi_dari(aplikasi, indikator)[0].id
    for alamat in (
        f"/rencana-aksi/indikator/{indikator}",
        f"/rencana-aksi/kegiatan/{aksi}",
        f"/rencana-aksi/kegiatan/{aksi}/penghapusan",
    ):
        assert klien.get(alamat).status_code == 403
        assert klien.post(alamat, data=ISIAN).status_code == 403
    with aplikasi.app_context():
        assert db.session.execute(select(func.count(RencanaAksi.id))).scalar_one() == 8


def test_what_is_not_there_is_not_found(disetujui: None, masuk: Masuk) -> None:
    kasi = masuk("kasi_pelayanan")
    for alamat in ("/rencana-aksi/indikator/999", "/rencana-aksi/kegiatan/999", "/rencana-aksi/1900"):
        assert kasi.get(alamat).status_code == 404


def test_a_head_is_told_how_many_indikator_are_still_without(
    aplikasi: Flask, disetujui: None, masuk: Masuk
) -> None:
    with aplikasi.app_context():
        db.session.execute(delete(RencanaAksi))
        db.session.commit()
    kasi = masuk("kasi_pelayanan")
    assert "Isi rencana aksi 2026" in kasi.get("/").text
    teks = kasi.get(HALAMAN).text
    assert "2 indikator unit Anda belum punya rencana aksi" in teks
    assert "0 dari 8 indikator" in teks
