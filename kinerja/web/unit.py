"""Units (subbag and seksi): adding, naming, closing one; shown on the page of the posts."""

from __future__ import annotations

from flask import Blueprint, flash, request, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.models.basis_data import db
from kinerja.operations import unit as verba
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jabatan import FormUnit, konteks
from kinerja.web.jam import sekarang
from kinerja.web.respond import pindah, respond

bp = Blueprint("unit", __name__, url_prefix="/unit")


@bp.post("/")
@perlu(Wewenang.ATUR_ORANG)
def tambah() -> Response:
    form = FormUnit()
    if form.validate():
        with form.menerima():
            unit = verba.buat_unit(db.session(), form.nama.data or "", pelaku(), sekarang())
            db.session.commit()
            flash(f"Unit {unit.nama} ditambahkan.", "sukses")
            return pindah(url_for("jabatan.daftar"))
    return respond("jabatan/daftar.html", status=form.status, **konteks(form_unit=form))


@bp.route("/<nomor:unit_id>", methods=["GET", "POST"])
@perlu(Wewenang.ATUR_ORANG)
def ubah(unit_id: int) -> Response:
    """The name of one unit."""
    unit = verba.ambil_unit(db.session(), unit_id)
    kirim = request.method == "POST"
    form = FormUnit() if kirim else FormUnit(formdata=None, data={"nama": unit.nama})
    if kirim and form.validate():
        with form.menerima():
            verba.ubah_unit(db.session(), unit_id, form.nama.data or "", pelaku(), sekarang())
            db.session.commit()
            flash("Unit tersimpan.", "sukses")
            return pindah(url_for("jabatan.daftar"))
    unit = verba.ambil_unit(db.session(), unit_id)
    return respond("jabatan/unit.html", status=form.status, form=form, unit=unit)


@bp.post("/<nomor:unit_id>/penutupan")
@perlu(Wewenang.ATUR_ORANG)
def tutup(unit_id: int) -> Response:
    """Deactivate a unit without posts."""
    unit = verba.nonaktifkan_unit(db.session(), unit_id, pelaku(), sekarang())
    db.session.commit()
    flash(f"Unit {unit.nama} dinonaktifkan.", "sukses")
    return pindah(url_for("jabatan.daftar"))


@bp.post("/<nomor:unit_id>/pembukaan")
@perlu(Wewenang.ATUR_ORANG)
def buka(unit_id: int) -> Response:
    unit = verba.aktifkan_unit(db.session(), unit_id, pelaku(), sekarang())
    db.session.commit()
    flash(f"Unit {unit.nama} diaktifkan kembali.", "sukses")
    return pindah(url_for("jabatan.daftar"))
