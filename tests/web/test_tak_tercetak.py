"""Whoever types a sign that paper cannot show is told so beside the field, also in a line of text."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, render_template_string
from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict
from wtforms import Form, PasswordField, StringField, TextAreaField

Masuk = Callable[[str], FlaskClient]
KATA = "Tanda ini tidak dapat dicetak: “😀” (U+1F600)"
TEMPLAT = '{% import "_makro.html" as m %}{{ m.medan(f) }}'


class _Isian(Form):
    satuan = StringField("Satuan")
    uraian = TextAreaField("Uraian")
    nama_pengguna = StringField("Nama pengguna")
    kode = StringField("Kode")
    sandi = PasswordField("Sandi")


def tampil(aplikasi: Flask, medan: str, teks: str) -> str:
    with aplikasi.test_request_context("/"):
        form = _Isian(MultiDict({medan: teks}), prefix="x" if medan.startswith("x-") else "")
        return render_template_string(TEMPLAT, f=form[medan.removeprefix("x-")])


def test_lines_and_areas_of_text_name_what_cannot_be_printed(aplikasi: Flask) -> None:
    for medan in ("satuan", "uraian", "x-satuan"):
        assert KATA in tampil(aplikasi, medan, "nagari 😀")
        assert "tak-tercetak" not in tampil(aplikasi, medan, "nagari – “baik”, ½ dan ≥ 3")
        assert "tak-tercetak" not in tampil(aplikasi, medan, "")


def test_what_no_paper_shows_is_left_alone(aplikasi: Flask) -> None:
    for medan in ("nama_pengguna", "kode", "x-kode", "sandi"):
        assert "tak-tercetak" not in tampil(aplikasi, medan, "camat😀")


def test_the_settings_come_back_with_the_sign_in_the_address_named(masuk: Masuk) -> None:
    isi = {"kabupaten": "", "alamat": "Jalan Contoh 😀"}
    jawab = masuk("kasubag_umum").post("/kantor/", data=isi)
    assert jawab.status_code == 422
    assert jawab.text.count(KATA) == 1
