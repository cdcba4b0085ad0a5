"""The year: its seven periods and where each stands; opening a year, starting a triwulan early."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, url_for
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.wrappers import Response
from wtforms import IntegerField, TextAreaField
from wtforms.validators import InputRequired, Length, NumberRange

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.basis_data import db
from kinerja.models.lembar_sop import lembar_terbaru
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.models.tugas import Tugas
from kinerja.operations import periode as verba
from kinerja.operations.periode_sop import pindah_lembar
from kinerja.operations.pk_periode import PANJANG_ALASAN, pindah_pk, pk_baru
from kinerja.sop import PENGUMPULAN_DATA_KINERJA
from kinerja.web.akses import pelaku, perlu
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.periode_revisi import FormRevisi, konteks_revisi
from kinerja.web.respond import respond

bp = Blueprint("periode", __name__, url_prefix="/periode")


class FormTahun(Formulir):
    tahun = IntegerField(
        "Tahun kinerja",
        [
            InputRequired("Isi tahun empat angka, misalnya 2026."),
            NumberRange(2015, 2100, "Isi tahun antara 2015 dan 2100."),
        ],
    )


class FormDini(Formulir):
    alasan = TextAreaField("Alasan memulai lebih awal", [InputRequired(WAJIB), Length(max=2000)])


class FormPindah(Formulir):
    alasan = TextAreaField(
        "Alasan memakai Perjanjian Kinerja yang baru", [InputRequired(WAJIB), Length(max=PANJANG_ALASAN)]
    )


def _konteks(
    form: FormTahun | None = None,
    dini: tuple[int, FormDini] | None = None,
    pindah: tuple[int, FormPindah] | None = None,
    revisi: tuple[int, FormRevisi] | None = None,
) -> dict[str, Any]:
    periode = db.session.execute(
        select(Periode).where(Periode.jenis != JenisPeriode.SEKALI).order_by(Periode.tahun.desc(), Periode.id)
    ).scalars()
    tahun: dict[int, list[Periode]] = {}
    for p in periode:
        tahun.setdefault(p.tahun, []).append(p)
    tugas: dict[int, list[Tugas]] = {}
    for t in (
        db.session.execute(
            select(Tugas)
            .options(joinedload(Tugas.penyelesaian))
            .order_by(Tugas.langkah.is_(None), Tugas.langkah)
        )
        .unique()
        .scalars()
    ):
        tugas.setdefault(t.periode_id, []).append(t)
    awal = form or FormTahun(formdata=None, data={"tahun": max([hari_ini().year, *(t + 1 for t in tahun)])})
    return {
        "tahun": tahun,
        "tugas": tugas,
        "form": awal,
        "dini": dini,
        "pindah": pindah,
        "form_pindah": FormPindah(formdata=None),
        "pk": {pk.id: pk for pk in db.session.execute(select(PerjanjianKinerja)).scalars()},
        "pk_baru": _pk_baru([p for satu in tahun.values() for p in satu]),
        "form_dini": FormDini(formdata=None),
        "kini": sekarang(),
        "boleh_buka": pelaku().boleh(Wewenang.BUKA_TAHUN),
        "boleh_dini": pelaku().boleh(Wewenang.MULAI_DINI),
        **konteks_revisi(revisi),
    }


def _pk_baru(semua: list[Periode]) -> dict[int, PerjanjianKinerja]:
    """Triwulan that this person may move to a newer version of the PK."""
    if not pelaku().boleh(Wewenang.TULIS_PK):
        return {}
    calon = ((p.id, pk_baru(db.session(), p)) for p in semua)
    return {periode_id: pk for periode_id, pk in calon if pk is not None}


@bp.get("/")
@perlu(Wewenang.BACA)
def daftar() -> Response:
    return respond("periode/daftar.html", **_konteks())


@bp.post("/")
@perlu(Wewenang.BUKA_TAHUN)
def buka() -> Response:
    """Open a year: seven periods, 27 steps."""
    form = FormTahun()
    if form.validate():
        with form.menerima():
            lembar = db.session.execute(lembar_terbaru(PENGUMPULAN_DATA_KINERJA)).scalar_one()
            verba.buka_tahun(db.session(), lembar, form.tahun.data or 0, pelaku(), sekarang())
            db.session.commit()
            flash(f"Tahun {form.tahun.data} dibuka.", "sukses")
            return redirect(url_for("periode.daftar"), 303)
    return respond("periode/daftar.html", status=form.status, **_konteks(form=form))


@bp.post("/<nomor:periode_id>/mulai-dini")
@perlu(Wewenang.MULAI_DINI)
def mulai_dini(periode_id: int) -> Response:
    """Start a triwulan before its quarter ends."""
    if db.session.get(Periode, periode_id) is None:
        raise TidakDitemukan("Periode itu tidak ada.")
    form = FormDini()
    if form.validate():
        with form.menerima():
            periode = verba.mulai_dini(db.session(), periode_id, pelaku(), sekarang(), form.alasan.data or "")
            db.session.commit()
            flash(f"{periode.nama} dimulai lebih awal.", "sukses")
            return redirect(url_for("periode.daftar"), 303)
    return respond("periode/daftar.html", status=form.status, **_konteks(dini=(periode_id, form)))


@bp.post("/<nomor:periode_id>/perjanjian-kinerja")
@perlu(Wewenang.TULIS_PK)
def pakai_pk(periode_id: int) -> Response:
    """Measure a running triwulan by the newer version of the PK, with the reason."""
    if db.session.get(Periode, periode_id) is None:
        raise TidakDitemukan("Periode itu tidak ada.")
    form = FormPindah()
    if form.validate():
        with form.menerima():
            periode = pindah_pk(db.session(), periode_id, form.alasan.data or "", pelaku(), sekarang())
            db.session.commit()
            flash(
                f"{periode.nama} memakai versi yang baru. Bila sudah ada draf laporan, olah sekali lagi.",
                "sukses",
            )
            return redirect(url_for("periode.daftar"), 303)
    return respond("periode/daftar.html", status=form.status, **_konteks(pindah=(periode_id, form)))


@bp.post("/<nomor:periode_id>/lembar-sop")
@perlu(Wewenang.ATUR_KANTOR)
def pakai_lembar(periode_id: int) -> Response:
    """Let a period that nobody has begun run on the newest revision of the sheet, with the reason."""
    if db.session.get(Periode, periode_id) is None:
        raise TidakDitemukan("Periode itu tidak ada.")
    form = FormRevisi()
    if form.validate():
        with form.menerima():
            nama = pindah_lembar(db.session(), periode_id, form.alasan.data or "", pelaku(), sekarang()).nama
            db.session.commit()
            flash(f"{nama} memakai revisi SOP yang terbaru.", "sukses")
            return redirect(url_for("periode.daftar"), 303)
    return respond("periode/daftar.html", status=form.status, **_konteks(revisi=(periode_id, form)))
