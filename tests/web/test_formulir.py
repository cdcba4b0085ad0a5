"""A form takes an act: refused, nothing is written and the form says why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select
from wtforms import StringField

from kinerja.domain.kesalahan import (
    BelumLengkap,
    Kesalahan,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.models import db
from kinerja.models.jabatan import Unit
from kinerja.operations.perjanjian_kinerja.indikator import KartuSalah
from kinerja.web.formulir import Formulir


class FormUji(Formulir):
    """One field."""

    nama = StringField("Nama")


@pytest.fixture
def form(aplikasi: Flask) -> Iterator[FormUji]:
    """The form as it was just sent."""
    with aplikasi.test_request_context(method="POST", data={"nama": "Seksi"}):
        yield FormUji()


def terima(form: FormUji, salah: BaseException) -> None:
    """An act that writes a row and is refused then."""
    with form.menerima():
        db.session.add(Unit(nama="Unit yang tidak jadi"))
        db.session.flush()
        raise salah


@pytest.mark.parametrize(
    ("salah", "status", "di_medan", "di_atas"),
    [
        (MasukanSalah("Nama itu dipakai.", "nama"), 422, ["Nama itu dipakai."], []),
        (MasukanSalah("Tidak bisa."), 422, [], ["Tidak bisa."]),
        (MasukanSalah("Bukan di sini.", "lain"), 422, [], ["Bukan di sini."]),
        (BelumLengkap("Bukti belum ada."), 422, [], ["Bukti belum ada."]),
        (SudahDikerjakan("Sudah oleh Camat."), 409, [], ["Sudah oleh Camat."]),
        (KartuSalah([MasukanSalah("Satu.", "nama"), MasukanSalah("Dua.")]), 422, ["Satu."], ["Dua."]),
    ],
)
def test_a_refused_act_leaves_no_row_and_the_form_says_why(
    form: FormUji, salah: Kesalahan, status: int, di_medan: list[str], di_atas: list[str]
) -> None:
    terima(form, salah)
    assert (form.status, list(form.nama.errors), form.salah_umum) == (status, di_medan, di_atas)
    assert form.nama.data == "Seksi"
    cari = select(Unit).where(Unit.nama == "Unit yang tidak jadi")
    assert db.session.execute(cari).scalar_one_or_none() is None


@pytest.mark.parametrize(
    "salah", [TidakBerwenang("Bukan Anda."), TidakDitemukan("Tidak ada."), ValueError("x")]
)
def test_what_is_not_for_the_form_passes_on(form: FormUji, salah: Exception) -> None:
    with pytest.raises(type(salah)):
        terima(form, salah)
    assert form.salah_umum == []


def test_a_form_that_was_not_sent_goes_out_with_200(aplikasi: Flask) -> None:
    with aplikasi.test_request_context():
        assert FormUji().status == 200
    with aplikasi.test_request_context(method="POST"):
        assert FormUji().status == 422
