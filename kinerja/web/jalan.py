"""Runs of sheets that are started on demand: the list, starting one, its page, giving it up."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, request, url_for
from werkzeug.wrappers import Response
from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakBerwenang
from kinerja.domain.sekali import PANJANG_JUDUL
from kinerja.models.basis_data import db
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.periode import Periode
from kinerja.models.tugas import tugas_periode
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.sekali import verba
from kinerja.operations.sekali.daftar import KEADAAN, SEHALAMAN, daftar_jalan, keadaan_jalan, pilih_jalan
from kinerja.web.akses import pelaku, perlu
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jalan_halaman import konteks_jalan, pemegang_semua
from kinerja.web.jam import sekarang
from kinerja.web.respond import pindah, respond

bp = Blueprint("jalan", __name__, url_prefix="/jalan")


class FormMulai(Formulir):
    judul = StringField("Perihal", [InputRequired(WAJIB), Length(max=PANJANG_JUDUL)])
    jabatan = SelectField("Sebagai", coerce=int)


class FormBatal(Formulir):
    alasan = TextAreaField("Alasan pembatalan", [InputRequired(WAJIB), Length(max=verba.PANJANG_ALASAN)])


@bp.get("/")
@perlu(Wewenang.BACA)
def daftar() -> Response:
    """All runs, narrowed by sheet, state and words; the filters live in the URL."""
    keadaan = request.args.get("keadaan", "")
    kode = request.args.get("lembar", "")[:80]
    cari = request.args.get("cari", "").strip()[:100]
    mulai_teks = request.args.get("mulai", "")
    mulai = int(mulai_teks) if mulai_teks.isascii() and mulai_teks.isdigit() and len(mulai_teks) < 7 else 0
    keadaan = keadaan if keadaan in KEADAAN else ""
    lembar = verba.lembar_sekali(db.session())
    baris, lagi = daftar_jalan(db.session(), pilih_jalan(kode, keadaan, cari), mulai)
    terbuka = [t for b in baris for t in b.terbuka]
    return respond(
        "jalan/daftar.html",
        "jalan/_daftar.html",
        baris=baris,
        pemegang=pemegang_semua(terbuka),
        lembar=lembar,
        dapat_dimulai=verba.lembar_dapat_dimulai(db.session(), pelaku()),
        nama_keadaan=KEADAAN,
        keadaan_jalan=keadaan_jalan,
        keadaan=keadaan,
        kode=kode,
        cari=cari,
        saringan={k: v for k, v in (("keadaan", keadaan), ("lembar", kode), ("cari", cari)) if v},
        mulai=mulai,
        lagi=mulai + SEHALAMAN if lagi else None,
    )


def _form_mulai(lembar: LembarSop, formdata: Any = None) -> FormMulai:
    form = FormMulai(formdata=formdata)
    form.jabatan.choices = [
        SelectChoice(j.id, j.nama_lengkap) for j in verba.jabatan_mulai(sop_dari(lembar), pelaku())
    ]
    return form


def _halaman_mulai(lembar: LembarSop, form: FormMulai, status: int = 200) -> Response:
    return respond("jalan/mulai.html", status=status, lembar=lembar, sop=sop_dari(lembar), form=form)


def _lembar_boleh(lembar_id: int) -> LembarSop:
    lembar = verba.cari_lembar_sekali(db.session(), lembar_id)
    if not verba.jabatan_mulai(sop_dari(lembar), pelaku()):
        sop = sop_dari(lembar)
        nama = sop.pelaksana(sop.mulai.pelaksana).nama
        raise TidakBerwenang(f"SOP {sop.nama} dimulai oleh {nama}.")
    return lembar


@bp.get("/lembar/<nomor:lembar_id>")
@perlu(Wewenang.BACA)
def baru(lembar_id: int) -> Response:
    """The form that starts a sheet."""
    lembar = _lembar_boleh(lembar_id)
    return _halaman_mulai(lembar, _form_mulai(lembar))


@bp.post("/lembar/<nomor:lembar_id>")
@perlu(Wewenang.BACA)
def mulai(lembar_id: int) -> Response:
    """Start a run; goes on to its first step."""
    lembar = _lembar_boleh(lembar_id)
    form = _form_mulai(lembar, request.form)
    if form.validate():
        with form.menerima():
            periode = verba.mulai(
                db.session(), lembar_id, form.judul.data or "", pelaku(), sekarang(), form.jabatan.data
            )
            tugas_id = _tugas_awal(periode)
            db.session.commit()
            flash(f"{lembar.nama} dimulai. Kerjakan langkah pertamanya di sini.", "sukses")
            return pindah(url_for("tugas.tampil", tugas_id=tugas_id))
    return _halaman_mulai(verba.cari_lembar_sekali(db.session(), lembar_id), form, form.status)


def _tugas_awal(periode: Periode) -> int:
    semua = db.session.execute(tugas_periode(periode.id)).unique().scalars()
    return next(t.id for t in semua if t.dibuka_pada is not None)


@bp.get("/<nomor:periode_id>")
@perlu(Wewenang.BACA)
def tampil(periode_id: int) -> Response:
    """One run: where it is on the drawn sheet, everything done in it, its letter and its files."""
    periode = verba.cari_jalan(db.session(), periode_id)
    return respond("jalan/tampil.html", **_konteks(periode, FormBatal(formdata=None)))


def _konteks(periode: Periode, form: FormBatal) -> dict[str, Any]:
    boleh = periode.ditutup_pada is None and verba.boleh_batalkan(periode, pelaku())
    return {**konteks_jalan(periode), "form_batal": form, "boleh_batal": boleh}


@bp.post("/<nomor:periode_id>/pembatalan")
@perlu(Wewenang.BACA)
def batalkan(periode_id: int) -> Response:
    """Give a run up, with the reason."""
    verba.cari_jalan(db.session(), periode_id)
    form = FormBatal()
    if form.validate():
        with form.menerima():
            periode = verba.batalkan(db.session(), periode_id, form.alasan.data or "", pelaku(), sekarang())
            nama = periode.nama
            db.session.commit()
            flash(f"“{nama}” dibatalkan.", "sukses")
            return pindah(url_for("jalan.tampil", periode_id=periode_id))
    elif not verba.boleh_batalkan(verba.cari_jalan(db.session(), periode_id), pelaku()):
        raise TidakBerwenang("Pembatalan dilakukan oleh yang memulainya, Sekretaris, atau Kasubag Umum.")
    periode = verba.cari_jalan(db.session(), periode_id)
    return respond("jalan/tampil.html", status=form.status, **_konteks(periode, form))
