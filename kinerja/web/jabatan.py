"""The structure of the office: posts under their superiors, units, who holds what today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, request, url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response
from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from kinerja.domain.jabatan import AWALAN_PENUGASAN, NAMA_PERAN, PERAN_TUNGGAL, Peran, Wewenang
from kinerja.domain.susunan import SUSUNAN_LAZIM
from kinerja.models.basis_data import db
from kinerja.models.jabatan import Jabatan, Unit
from kinerja.models.pegawai import penugasan_berlaku
from kinerja.operations import struktur as verba
from kinerja.web.akses import pelaku, perlu
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.respond import pindah, respond

bp = Blueprint("jabatan", __name__, url_prefix="/jabatan")
TANPA = 0  # the choice "none" of a select


class FormUbahJabatan(Formulir):
    nama = StringField("Nama jabatan", [InputRequired(WAJIB), Length(max=150)])
    unit_id = SelectField("Unit", coerce=int)
    atasan_id = SelectField("Atasan langsung", coerce=int)


class FormJabatan(FormUbahJabatan):
    peran = SelectField("Peran dalam SOP", [InputRequired(WAJIB)])


class FormUnit(Formulir):
    nama = StringField("Nama unit", [InputRequired(WAJIB), Length(max=150)])


@dataclass(frozen=True)
class Cabang:
    """A post with those under it; ``pemegang`` are names with Plt./Plh. and ids of persons."""

    jabatan: Jabatan
    pemegang: tuple[tuple[str, int], ...]
    bawahan: tuple[Cabang, ...]


def semua_jabatan() -> list[Jabatan]:
    return list(
        db.session.execute(select(Jabatan).options(joinedload(Jabatan.unit)).order_by(Jabatan.id)).scalars()
    )


def semua_unit() -> list[Unit]:
    return list(db.session.execute(select(Unit).order_by(Unit.id)).scalars())


def susunan(jabatan: list[Jabatan]) -> tuple[Cabang, ...]:
    """The active posts as trees; the admin's post stands last, outside the line of command."""
    pemegang: dict[int, list[tuple[str, int]]] = {}
    for p in db.session.execute(penugasan_berlaku(hari_ini())).scalars():
        nama = AWALAN_PENUGASAN[p.jenis] + p.pegawai.nama
        pemegang.setdefault(p.jabatan_id, []).append((nama, p.pegawai_id))
    aktif = {j.id: j for j in jabatan if j.aktif}

    def cabang(j: Jabatan) -> Cabang:
        bawah = tuple(cabang(b) for b in aktif.values() if b.atasan_id == j.id)
        return Cabang(j, tuple(pemegang.get(j.id, ())), bawah)

    puncak = [j for j in aktif.values() if j.atasan_id not in aktif]
    return tuple(cabang(j) for j in sorted(puncak, key=lambda j: (j.peran is Peran.ADMIN, j.id)))


def _isi_pilihan(form: FormUbahJabatan, kecuali: int | None = None, kini: Jabatan | None = None) -> None:
    form.unit_id.choices = [
        SelectChoice(TANPA, "Tanpa unit"),
        *(SelectChoice(u.id, u.nama) for u in semua_unit() if u.aktif or (kini and kini.unit_id == u.id)),
    ]
    form.atasan_id.choices = [
        SelectChoice(TANPA, "Tanpa atasan di kantor ini"),
        *(
            SelectChoice(j.id, j.nama)
            for j in semua_jabatan()
            if j.id != kecuali and j.peran is not Peran.ADMIN and j.peran is not Peran.STAF and j.aktif
        ),
    ]


def _form_baru(jabatan: list[Jabatan], kosong: bool) -> FormJabatan:
    form = FormJabatan(formdata=None) if kosong else FormJabatan()
    _isi_pilihan(form)
    terpakai = {j.peran for j in jabatan if j.aktif and j.peran in PERAN_TUNGGAL} | {Peran.ADMIN}
    form.peran.choices = [SelectChoice(p.value, NAMA_PERAN[p]) for p in Peran if p not in terpakai]
    return form


def konteks(form: FormJabatan | None = None, form_unit: FormUnit | None = None) -> dict[str, Any]:
    jabatan = semua_jabatan()
    return {
        "susunan": susunan(jabatan),
        "tutup": [j for j in jabatan if not j.aktif],
        "unit": semua_unit(),
        "kosong": not any(j.peran is not Peran.ADMIN for j in jabatan),
        "lazim": SUSUNAN_LAZIM,
        "form": form or _form_baru(jabatan, kosong=True),
        "form_unit": form_unit or FormUnit(formdata=None),
        "boleh_ubah": pelaku().boleh(Wewenang.ATUR_ORANG),
    }


@bp.get("/")
@perlu(Wewenang.ATUR_ORANG, Wewenang.ATUR_KANTOR)
def daftar() -> Response:
    return respond("jabatan/daftar.html", **konteks())


@bp.post("/")
@perlu(Wewenang.ATUR_ORANG)
def tambah() -> Response:
    """A new post."""
    form = _form_baru(semua_jabatan(), kosong=False)
    if form.validate():
        with form.menerima():
            jabatan = verba.buat_jabatan(
                db.session(),
                form.nama.data or "",
                Peran(form.peran.data),
                pelaku(),
                sekarang(),
                form.unit_id.data or None,
                form.atasan_id.data or None,
            )
            db.session.commit()
            flash(f"Jabatan {jabatan.nama} ditambahkan.", "sukses")
            return pindah(url_for("jabatan.daftar"))
    return respond("jabatan/daftar.html", status=form.status, **konteks(form=form))


@bp.post("/susunan-lazim")
@perlu(Wewenang.ATUR_ORANG)
def susunan_lazim() -> Response:
    """The usual posts and units, in one go, for an empty office."""
    baru = verba.buat_susunan_lazim(db.session(), pelaku(), sekarang())
    db.session.commit()
    flash(f"{len(baru)} jabatan dan unitnya dibuat. Sesuaikan namanya bila perlu.", "sukses")
    return pindah(url_for("jabatan.daftar"))


@bp.route("/<nomor:jabatan_id>", methods=["GET", "POST"])
@perlu(Wewenang.ATUR_ORANG)
def ubah(jabatan_id: int) -> Response:
    """Name, unit and superior of one post."""
    jabatan = verba.ambil_jabatan(db.session(), jabatan_id)
    kirim = request.method == "POST"
    awal = {
        "nama": jabatan.nama,
        "unit_id": jabatan.unit_id or TANPA,
        "atasan_id": jabatan.atasan_id or TANPA,
    }
    form = FormUbahJabatan() if kirim else FormUbahJabatan(formdata=None, data=awal)
    _isi_pilihan(form, jabatan.id, jabatan)
    if kirim and form.validate():
        with form.menerima():
            verba.ubah_jabatan(
                db.session(),
                jabatan_id,
                form.nama.data or "",
                form.unit_id.data or None,
                form.atasan_id.data or None,
                pelaku(),
                sekarang(),
            )
            db.session.commit()
            flash("Jabatan tersimpan.", "sukses")
            return pindah(url_for("jabatan.daftar"))
    jabatan = verba.ambil_jabatan(db.session(), jabatan_id)
    return respond("jabatan/ubah.html", status=form.status, form=form, jabatan=jabatan)


@bp.post("/<nomor:jabatan_id>/penutupan")
@perlu(Wewenang.ATUR_ORANG)
def tutup(jabatan_id: int) -> Response:
    """Deactivate a post that is free of everything."""
    jabatan = verba.nonaktifkan_jabatan(db.session(), jabatan_id, pelaku(), sekarang(), hari_ini())
    db.session.commit()
    flash(f"Jabatan {jabatan.nama} dinonaktifkan.", "sukses")
    return pindah(url_for("jabatan.daftar"))


@bp.post("/<nomor:jabatan_id>/pembukaan")
@perlu(Wewenang.ATUR_ORANG)
def buka(jabatan_id: int) -> Response:
    jabatan = verba.aktifkan_jabatan(db.session(), jabatan_id, pelaku(), sekarang())
    db.session.commit()
    flash(f"Jabatan {jabatan.nama} diaktifkan kembali.", "sukses")
    return pindah(url_for("jabatan.daftar"))
