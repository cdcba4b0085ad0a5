"""Uploading beside a step, downloading, and files that are too large."""

from __future__ import annotations

import errno
import io
import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.berkas import Berkas, Lampiran
from tests.data_uji_berkas import docx, pdf
from tests.data_uji_disposisi import tugas_uji

Masuk = Callable[[str], FlaskClient]
HTMX = {"HX-Request": "true"}


@pytest.fixture
def pertama(aplikasi: Flask) -> int:
    """The open first step of triwulan III."""
    with aplikasi.app_context():
        return tugas_uji(db.session(), JenisPeriode.TRIWULAN, 3, "1").id


def kirim(klien: FlaskClient, tugas: int, isi: bytes, nama: str, **kepala: str):  # type: ignore[no-untyped-def]
    return klien.post(f"/tugas/{tugas}/berkas", data={"berkas": (io.BytesIO(isi), nama)}, headers=kepala)


def jumlah(aplikasi: Flask, kelas: type) -> int:
    with aplikasi.app_context():
        return len(db.session.execute(select(kelas)).all())


def test_a_file_is_kept_beside_the_step_and_read_by_others(
    aplikasi: Flask, masuk: Masuk, pertama: int
) -> None:
    klien = masuk("kasubag_umum")
    isi = docx()  # holds the time of day
    jawab = kirim(klien, pertama, isi, "Notulen é.docx")
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/tugas/{pertama}")
    assert jumlah(aplikasi, Lampiran) == 1
    unduh = masuk("kasi_pmd").get("/berkas/1", buffered=True)
    assert unduh.data == isi
    kepala = unduh.headers["Content-Disposition"]
    assert kepala.startswith("attachment;") and "filename*=UTF-8''Notulen%20%C3%A9.docx" in kepala
    assert unduh.headers["Content-Length"] == str(len(isi))


@pytest.mark.parametrize(
    "nama", ["../../kunci.pdf", "a%0D%0AX-Jahat: 1.pdf", 'a"; filename="b.pdf', "/etc/x.pdf"]
)
def test_a_hostile_name_reaches_neither_disk_nor_header(
    aplikasi: Flask, masuk: Masuk, pertama: int, nama: str
) -> None:
    assert kirim(masuk("kasubag_umum"), pertama, pdf(), nama).status_code == 303
    unduh = masuk("camat").get("/berkas/1", buffered=True)
    kepala = unduh.headers["Content-Disposition"]
    assert "X-Jahat" not in unduh.headers
    assert "/" not in kepala.replace("filename*=UTF-8''", "") and kepala.count('"') in (0, 2)
    data = Path(aplikasi.config["DATA"])
    ada = [p.name for p in data.rglob("*") if p.is_file()]
    with aplikasi.app_context():
        assert ada == [db.session.execute(select(Berkas.sha256)).scalar_one()]


@pytest.mark.parametrize(
    ("isi", "nama", "pesan"), [(b"MZ", "a.pdf", "bukan PDF"), (b"", "", "Pilih berkasnya dahulu")]
)
def test_a_refused_file_says_why_beside_the_field(
    aplikasi: Flask,
    masuk: Masuk,
    pertama: int,
    monkeypatch: pytest.MonkeyPatch,
    isi: bytes,
    nama: str,
    pesan: str,
) -> None:
    monkeypatch.setattr("kinerja.web.langkah.KONTEKS", {})  # the generic page
    jawab = kirim(masuk("kasubag_umum"), pertama, isi, nama)
    assert jawab.status_code == 422
    assert 'id="berkas-salah"' in jawab.text and pesan in jawab.text
    assert jumlah(aplikasi, Berkas) == 0


def test_only_the_holder_puts_a_file_beside_the_step(aplikasi: Flask, masuk: Masuk, pertama: int) -> None:
    assert kirim(masuk("camat"), pertama, pdf(), "a.pdf").status_code == 403
    assert kirim(masuk("admin"), pertama, pdf(), "a.pdf").status_code == 404
    assert masuk("kasubag_umum").get(f"/tugas/{pertama}/berkas").status_code == 405
    assert jumlah(aplikasi, Berkas) == 0


def test_a_body_above_the_limit_gets_a_readable_page(
    aplikasi: Flask, masuk: Masuk, pertama: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(aplikasi.config, "MAX_CONTENT_LENGTH", 100_000)
    for kepala in ({}, HTMX):
        jawab = kirim(masuk("kasubag_umum"), pertama, b"%PDF-" + bytes(200_000), "besar.pdf", **kepala)
        assert jawab.status_code == 413
        assert "Sekali kirim paling besar 25 MB" in jawab.text
    assert jumlah(aplikasi, Berkas) == 0


def test_a_lost_file_is_said_not_hidden(
    aplikasi: Flask, masuk: Masuk, pertama: int, caplog: pytest.LogCaptureFixture
) -> None:
    kirim(masuk("kasubag_umum"), pertama, pdf(), "a.pdf")
    for satu in (Path(aplikasi.config["DATA"]) / "arsip").rglob("*"):
        if satu.is_file():
            satu.unlink()
    with caplog.at_level(logging.ERROR, "kinerja.berkas"):
        jawab = masuk("camat").get("/berkas/1")
    assert jawab.status_code == 500
    assert "tidak ada di penyimpanan" in jawab.text
    assert "hilang dari gudang" in caplog.text


def test_a_full_disk_is_said_in_plain_words(
    aplikasi: Flask, masuk: Masuk, pertama: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def penuh(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("kinerja.archive.gudang.os.fsync", penuh)
    jawab = kirim(masuk("kasubag_umum"), pertama, pdf(), "a.pdf")
    assert jawab.status_code == 507
    assert "Penyimpanan penuh" in jawab.text
    assert not [p for p in Path(aplikasi.config["DATA"]).rglob("*") if p.is_file()]
    assert jumlah(aplikasi, Berkas) == 0


def test_an_unknown_file_is_not_found(masuk: Masuk) -> None:
    for nomor in ("1", "999999999999999999", "0"):
        assert masuk("camat").get(f"/berkas/{nomor}").status_code == 404
