"""The Word file of a report: who gets it, how it is named, and that it is marked until it is issued."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
from flask import Flask
from flask.testing import FlaskClient

from kinerja.documents.laporan.docx import JENIS_DOCX
from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.operations.laporan.verba import laporan_kini
from tests.data_uji_laporan import bangun_tangan, periode, siapkan_draf
from tests.kantor_uji import orang_uji

Masuk = Callable[[str], FlaskClient]


def _draf(aplikasi: Flask) -> int:
    with aplikasi.app_context():
        sesi = db.session()
        bangun_tangan(sesi)
        milik = periode(sesi, JenisPeriode.TRIWULAN, 2)
        siapkan_draf(sesi, milik, "3", orang_uji(sesi, "staf_perencanaan"))
        sesi.commit()
        return milik.id


def test_a_draft_is_downloaded_marked_as_one_and_named_so(aplikasi: Flask, masuk: Masuk) -> None:
    nomor = _draf(aplikasi)
    klien = masuk("kasi_pmd")
    assert f"/laporan/{nomor}/laporan.docx" in klien.get(f"/laporan/{nomor}").text
    jawab = klien.get(f"/laporan/{nomor}/laporan.docx")
    assert (jawab.status_code, jawab.mimetype) == (200, JENIS_DOCX)
    assert 'filename="Draf Laporan Triwulan II 2026.docx"' in jawab.headers["Content-Disposition"]
    isi = [p.text for p in docx.Document(io.BytesIO(jawab.data)).paragraphs]
    assert "DRAF – BELUM DISAHKAN" in isi
    assert jawab.data == klien.get(f"/laporan/{nomor}/laporan.docx").data


def test_a_sign_that_word_refuses_is_said_in_a_sentence(aplikasi: Flask, masuk: Masuk) -> None:
    nomor = _draf(aplikasi)
    with aplikasi.app_context():
        laporan = laporan_kini(db.session(), nomor)
        assert laporan is not None
        laporan.narasi = {"ringkasan": "Baik\x01 sekali"}
        db.session.commit()
    jawab = masuk("camat").get(f"/laporan/{nomor}/laporan.docx")
    assert jawab.status_code == 422
    assert "tidak dapat ditulis ke berkas Word: U+0001" in jawab.text


def test_without_a_report_there_is_no_file(aplikasi: Flask, masuk: Masuk) -> None:
    with aplikasi.app_context():
        nomor = periode(db.session(), JenisPeriode.TRIWULAN, 4).id
    assert masuk("camat").get(f"/laporan/{nomor}/laporan.docx").status_code == 404
