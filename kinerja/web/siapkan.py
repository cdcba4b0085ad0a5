"""The first login of a new office: the code from the console makes the first admin."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.wrappers import Response
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.operations.pemasangan import ada_admin, admin_pertama
from kinerja.web.akses import publik
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import hari_ini, kantor_kini, sekarang, waktu_nyata
from kinerja.web.respond import respond

bp = Blueprint("siapkan", __name__)


class FormSiapkan(Formulir):
    kode = StringField("Kode penyiapan", [InputRequired(WAJIB), Length(max=100)])
    nama = StringField("Nama Anda", [InputRequired(WAJIB), Length(max=150)])
    nama_pengguna = StringField("Nama pengguna", [InputRequired(WAJIB), Length(max=50)])
    sandi = PasswordField("Kata sandi", [InputRequired(WAJIB)])
    ulang = PasswordField("Ulangi kata sandi", [InputRequired(WAJIB)])


@bp.route("/siapkan", methods=["GET", "POST"])
@publik
def mulai() -> Response:
    """404 as soon as an admin exists."""
    if kantor_kini() is None or ada_admin(db.session()):
        raise TidakDitemukan("Alamat itu tidak ada.")
    form = FormSiapkan()
    if request.method == "POST" and form.validate():
        if form.sandi.data != form.ulang.data:
            form.ulang.errors = ["Kedua kata sandi tidak sama."]
        else:
            with form.menerima():
                admin_pertama(
                    db.session(),
                    form.kode.data or "",
                    form.nama.data or "",
                    form.nama_pengguna.data or "",
                    form.sandi.data or "",
                    sekarang(),
                    waktu_nyata(),
                    hari_ini(),
                )
                db.session.commit()
                flash("Akun admin siap. Silakan masuk.", "sukses")
                return redirect(url_for("masuk.masuk"), 303)
    return respond("siapkan/mulai.html", form=form, status=form.status)
