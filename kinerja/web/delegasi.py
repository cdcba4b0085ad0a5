"""Delegasi: what the person let others do and does for others; the Sekretaris sees the whole office."""

from __future__ import annotations

from flask import Blueprint, flash, url_for
from werkzeug.wrappers import Response
from wtforms import DateField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from kinerja.domain.jabatan import AWALAN_PENUGASAN, Wewenang
from kinerja.models.basis_data import db
from kinerja.operations import delegasi as verba
from kinerja.web.akses import pelaku, perlu
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.respond import pindah, respond

bp = Blueprint("delegasi", __name__, url_prefix="/delegasi")
PILIH = 0  # nothing chosen yet


class FormDelegasi(Formulir):
    penugasan_id = SelectField("Jabatan yang didelegasikan", coerce=int)
    penerima_id = SelectField("Kepada", coerce=int)
    mulai = DateField("Hari pertama", [InputRequired("Isi hari pertama.")])
    selesai = DateField("Hari terakhir", [InputRequired("Isi hari terakhir.")])
    alasan = StringField("Alasan", [InputRequired(WAJIB), Length(max=verba.PANJANG_ALASAN)])


def _form(kirim: bool) -> FormDelegasi:
    form = FormDelegasi() if kirim else FormDelegasi(formdata=None, data={"mulai": hari_ini()})
    semua = verba.mengatur_semua(pelaku())
    form.penugasan_id.choices = [
        SelectChoice(
            p.id, AWALAN_PENUGASAN[p.jenis] + p.jabatan.nama + (f" – {p.pegawai.nama}" if semua else "")
        )
        for p in verba.dapat_didelegasikan(db.session(), pelaku(), hari_ini())
    ]
    form.penerima_id.choices = [
        SelectChoice(PILIH, "Pilih pegawai"),
        *(
            SelectChoice(o.id, o.nama)
            for o in verba.calon_penerima(db.session(), hari_ini())
            if semua or o.id != pelaku().pegawai_id
        ),
    ]
    return form


def _halaman(form: FormDelegasi, status: int = 200) -> Response:
    siapa, hari = pelaku(), hari_ini()
    semua = verba.daftar_delegasi(db.session(), siapa)
    return respond(
        "delegasi/daftar.html",
        status=status,
        form=form,
        diberikan=[d for d in semua if d.pemegang_id == siapa.pegawai_id],
        diterima=[d for d in semua if d.penerima_id == siapa.pegawai_id],
        lainnya=[d for d in semua if siapa.pegawai_id not in (d.pemegang_id, d.penerima_id)],
        mengatur_semua=verba.mengatur_semua(siapa),
        boleh_cabut={d.id for d in semua if verba.boleh_cabut(d, siapa, hari)},
    )


@bp.get("/")
@perlu(Wewenang.BACA)
def daftar() -> Response:
    return _halaman(_form(kirim=False))


@bp.post("/")
@perlu(Wewenang.BACA)
def beri() -> Response:
    """Grant a delegation of an own post; the Sekretaris of anybody's."""
    form = _form(kirim=True)
    if form.validate() and form.mulai.data is not None and form.selesai.data is not None:
        with form.menerima():
            delegasi = verba.delegasikan(
                db.session(),
                form.penugasan_id.data,
                form.penerima_id.data,
                form.mulai.data,
                form.selesai.data,
                form.alasan.data or "",
                pelaku(),
                sekarang(),
                hari_ini(),
            )
            pesan = (
                f"Didelegasikan sampai {delegasi.selesai:%d-%m-%Y}. Penggantinya melihatnya di kotak masuk."
            )
            db.session.commit()
            flash(pesan, "sukses")
            return pindah(url_for("delegasi.daftar"))
    return _halaman(form, form.status)


@bp.post("/<nomor:delegasi_id>/pencabutan")
@perlu(Wewenang.BACA)
def cabut(delegasi_id: int) -> Response:
    """End one before its last day."""
    verba.cabut_delegasi(db.session(), delegasi_id, pelaku(), sekarang(), hari_ini())
    db.session.commit()
    flash("Delegasi dicabut. Yang sudah dikerjakan tetap tercatat atas nama keduanya.", "sukses")
    return pindah(url_for("delegasi.daftar"))
