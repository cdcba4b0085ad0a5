"""The page of a step: looking, completing, returning; as page and as fragment."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.periode import periode_satu
from kinerja.models.tugas import Pengembalian, Penyelesaian, Tugas
from kinerja.operations import tugas as verba
from tests.kantor_uji import TAHUN

Masuk = Callable[[str], FlaskClient]
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def tanpa_syarat(monkeypatch: pytest.MonkeyPatch) -> None:
    """The generic step: no work page, no kelengkapan, only note or file."""
    monkeypatch.setattr(verba, "periksa", lambda *_: ())
    monkeypatch.setattr(verba, "ATURAN", {})
    monkeypatch.setattr("kinerja.web.langkah.KONTEKS", {})


@pytest.fixture
def pertama(aplikasi: Flask) -> int:
    """The open first step of triwulan III."""
    with aplikasi.app_context():
        periode = db.session.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, 3)).scalar_one()
        tugas = db.session.execute(
            select(Tugas).where(Tugas.periode_id == periode.id, Tugas.kunci == "1")
        ).scalar_one()
        return tugas.id


def tugas_kini(aplikasi: Flask, tugas_id: int) -> Tugas:
    with aplikasi.app_context():
        return db.session.get_one(Tugas, tugas_id)


def test_the_first_look_of_the_holder_is_noted_once(aplikasi: Flask, masuk: Masuk, pertama: int) -> None:
    masuk("camat").get(f"/tugas/{pertama}")
    assert tugas_kini(aplikasi, pertama).pertama_dilihat_pada is None
    masuk("kasubag_umum").get(f"/tugas/{pertama}")
    assert tugas_kini(aplikasi, pertama).pertama_dilihat_pada is not None


def test_a_step_is_completed_and_leaves_the_inbox(aplikasi: Flask, masuk: Masuk, pertama: int) -> None:
    klien = masuk("kasubag_umum")
    assert "Mengumpulkan data laporan kinerja triwulan" in klien.get("/").text
    jawab = klien.post(f"/tugas/{pertama}/penyelesaian", data={"catatan": "sudah diminta"})
    assert (jawab.status_code, jawab.headers["Location"]) == (303, "/")
    assert tugas_kini(aplikasi, pertama).penyelesaian_id is not None
    assert "Triwulan III 2026" in masuk("kasubag_perencanaan").get("/").text


def test_htmx_gets_a_redirect_header(masuk: Masuk, pertama: int) -> None:
    jawab = masuk("kasubag_umum").post(f"/tugas/{pertama}/penyelesaian", data={"catatan": "ya"}, headers=HTMX)
    assert (jawab.status_code, jawab.headers["HX-Redirect"]) == (204, "/")
    assert "HX-Request" in jawab.headers["Vary"]


def test_without_note_or_file_the_form_comes_back(aplikasi: Flask, masuk: Masuk, pertama: int) -> None:
    jawab = masuk("kasubag_umum").post(
        f"/tugas/{pertama}/penyelesaian", data={"catatan": "  ", "koreksi_catatan": "teks ini tetap"}
    )
    assert jawab.status_code == 422
    assert "Tulis catatan hasil kerja, atau unggah berkasnya." in jawab.text
    assert "teks ini tetap" in jawab.text
    assert tugas_kini(aplikasi, pertama).penyelesaian_id is None


def test_htmx_gets_only_the_fragment_with_the_error(masuk: Masuk, pertama: int) -> None:
    jawab = masuk("kasubag_umum").post(f"/tugas/{pertama}/penyelesaian", data={"catatan": ""}, headers=HTMX)
    assert jawab.status_code == 422
    assert "<html" not in jawab.text
    assert "Tulis catatan" in jawab.text


def test_another_role_is_refused_with_words(aplikasi: Flask, masuk: Masuk, pertama: int) -> None:
    jawab = masuk("camat").post(f"/tugas/{pertama}/penyelesaian", data={"catatan": "x"})
    assert jawab.status_code == 403
    assert "bukan tugas jabatan Anda" in jawab.text
    assert tugas_kini(aplikasi, pertama).penyelesaian_id is None


def test_the_admin_sees_no_step(masuk: Masuk, pertama: int) -> None:
    assert masuk("admin").get(f"/tugas/{pertama}").status_code == 404
    assert masuk("admin").post(f"/tugas/{pertama}/penyelesaian", data={"catatan": "x"}).status_code == 404


def test_the_second_one_learns_who_was_first(masuk: Masuk, pertama: int) -> None:
    klien = masuk("kasubag_umum")
    klien.post(f"/tugas/{pertama}/penyelesaian", data={"catatan": "pertama"})
    jawab = klien.post(f"/tugas/{pertama}/penyelesaian", data={"catatan": "kedua"}, headers=HTMX)
    assert jawab.status_code == 409
    assert "Sudah diselesaikan oleh Kasubag Umum dan Kepegawaian Uji" in jawab.text


def test_completing_by_get_is_refused(masuk: Masuk, pertama: int) -> None:
    assert masuk("kasubag_umum").get(f"/tugas/{pertama}/penyelesaian").status_code == 405


def test_a_later_step_cannot_be_posted_to(aplikasi: Flask, masuk: Masuk, pertama: int) -> None:
    jawab = masuk("kasubag_perencanaan").post(f"/tugas/{pertama + 1}/penyelesaian", data={"catatan": "x"})
    assert jawab.status_code == 422
    assert "langkah sebelumnya belum selesai" in jawab.text


def test_extra_fields_change_nothing(aplikasi: Flask, masuk: Masuk, pertama: int) -> None:
    masuk("kasubag_umum").post(
        f"/tugas/{pertama}/penyelesaian",
        data={"catatan": "x", "oleh_id": "1", "status": "selesai", "jabatan_id": "2", "is_admin": "1"},
    )
    with aplikasi.app_context():
        baris = db.session.execute(select(Penyelesaian)).scalar_one()
        assert baris.oleh_nama == "Kasubag Umum dan Kepegawaian Uji"


def test_a_return_reaches_the_earlier_step_with_its_reason(
    aplikasi: Flask, masuk: Masuk, pertama: int
) -> None:
    masuk("kasubag_umum").post(f"/tugas/{pertama}/penyelesaian", data={"catatan": "ya"})
    jawab = masuk("kasubag_perencanaan").post(
        f"/tugas/{pertama + 1}/pengembalian", data={"kembali-ke": "1", "kembali-alasan": "surat belum ada"}
    )
    assert jawab.status_code == 303
    with aplikasi.app_context():
        assert db.session.execute(select(Pengembalian.alasan)).scalar_one() == "surat belum ada"
    assert "surat belum ada" in masuk("kasubag_umum").get(f"/tugas/{pertama}").text


def test_a_return_without_reason_keeps_the_form(masuk: Masuk, pertama: int) -> None:
    masuk("kasubag_umum").post(f"/tugas/{pertama}/penyelesaian", data={"catatan": "ya"})
    jawab = masuk("kasubag_perencanaan").post(
        f"/tugas/{pertama + 1}/pengembalian", data={"kembali-ke": "1", "kembali-alasan": ""}
    )
    assert jawab.status_code == 422
    assert "Wajib diisi" in jawab.text


@pytest.mark.parametrize("nomor", ["0", "999999", "999999999999999999"])
def test_a_step_that_is_not_there(masuk: Masuk, nomor: str) -> None:
    assert masuk("camat").get(f"/tugas/{nomor}").status_code == 404


@pytest.mark.parametrize("nomor", ["١", "-1", "1e3", "99999999999999999999", "%00"])
def test_numbers_of_other_kinds_are_not_found(masuk: Masuk, nomor: str) -> None:
    assert masuk("camat").get(f"/tugas/{nomor}").status_code == 404


@pytest.mark.parametrize("menit", ["abc", "-5", "99999999", "1,5"])
def test_wrong_minutes_are_named_beside_the_field(
    aplikasi: Flask, masuk: Masuk, pertama: int, menit: str
) -> None:
    jawab = masuk("kasubag_umum").post(
        f"/tugas/{pertama}/penyelesaian", data={"catatan": "ya", "koreksi_menit": menit}
    )
    assert jawab.status_code == 422
    assert tugas_kini(aplikasi, pertama).penyelesaian_id is None


def test_script_in_a_note_is_shown_as_text(masuk: Masuk, pertama: int) -> None:
    jahat = "<script>alert(1)</script>{{7*191}}"
    masuk("kasubag_umum").post(f"/tugas/{pertama}/penyelesaian", data={"catatan": jahat})
    halaman = masuk("kasubag_umum").get(f"/tugas/{pertama}").text
    assert "<script>alert" not in halaman
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{7*191}}" in halaman


def test_control_characters_are_refused(aplikasi: Flask, masuk: Masuk, pertama: int) -> None:
    for jahat in ("a\x00b", "a\u202eb", "a\x1bb"):
        jawab = masuk("kasubag_umum").post(f"/tugas/{pertama}/penyelesaian", data={"catatan": jahat})
        assert jawab.status_code == 422
        assert "tanda tak terlihat" in jawab.text
