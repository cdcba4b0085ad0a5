"""One step of the SOP: its page, completing it, sending it back, files beside it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response
from wtforms import IntegerField, RadioField, SelectField, SelectMultipleField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import (
    MasukanSalah,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.models.basis_data import db
from kinerja.models.berkas import Berkas, Lampiran
from kinerja.models.tugas import Pengembalian, Penyelesaian, Tugas, tugas_periode
from kinerja.operations import pengembalian
from kinerja.operations import tugas as verba
from kinerja.operations.sel_kembali import dapat_ditandai
from kinerja.operations.sel_kembali import diminta as sel_diminta
from kinerja.web.akses import masuk, pelaku
from kinerja.web.bola import pemegang
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import sekarang
from kinerja.web.langkah import konteks_langkah, templat_langkah
from kinerja.web.respond import pindah, respond

bp = Blueprint("tugas", __name__, url_prefix="/tugas")


class FormSelesai(Formulir):
    catatan = TextAreaField("Catatan", [Optional(), Length(max=verba.PANJANG_CATATAN)])
    jawaban = RadioField(
        "Keputusan", [Optional()], choices=[SelectChoice("ya", "Ya"), SelectChoice("tidak", "Tidak")]
    )
    koreksi_menit = IntegerField("Waktu sebenarnya (menit)", [Optional(), NumberRange(0, 100_000)])
    koreksi_catatan = TextAreaField("Alasan koreksi waktu", [Optional(), Length(max=500)])


class FormKembali(Formulir):
    ke = SelectField("Kembalikan ke langkah", [InputRequired("Pilih langkah yang dituju.")])
    alasan = TextAreaField("Alasan", [InputRequired(WAJIB), Length(max=verba.PANJANG_CATATAN)])
    sel = SelectMultipleField("Yang keliru")


def cari(tugas_id: int) -> Tugas:
    """A tugas the person may see: every post but the admin's reads the course of the SOP."""
    if not pelaku().boleh(Wewenang.BACA):
        raise TidakDitemukan("Tugas itu tidak ada.")
    return verba.ambil(db.session(), tugas_id)


def cari_milik(tugas_id: int) -> Tugas:
    """A tugas of a post the person holds: others are told so, whatever their form says."""
    tugas = cari(tugas_id)
    if verba.pemegang_tugas(pelaku(), tugas) is None:
        raise TidakBerwenang("Langkah ini bukan tugas jabatan Anda.")
    return tugas


def _form_kembali(tugas: Tugas) -> FormKembali:
    form = FormKembali(prefix="kembali")
    tujuan = pengembalian.tujuan_kembali(db.session(), tugas)
    form.ke.choices = [SelectChoice(t.kunci, f"{t.langkah}. {t.nama}") for t in tujuan]
    milik_saya = verba.pemegang_tugas(pelaku(), tugas) is not None  # nobody else sees the form
    sel = dapat_ditandai(db.session(), tujuan) if milik_saya and tugas.terbuka else ()
    form.sel.choices = [SelectChoice(s.tanda, s.label) for s in sel]
    return form


def konteks(
    tugas: Tugas, form: FormSelesai | None = None, kembali: FormKembali | None = None
) -> dict[str, Any]:
    """All that the page of a step shows; the same for page and fragment."""
    kerja = verba.pekerjaan(db.session(), tugas)
    jabatan = verba.pemegang_tugas(pelaku(), tugas)
    terbuka = tugas.terbuka and tugas.dibuka_pada is not None and tugas.dibuka_pada <= sekarang()
    return {
        "tugas": tugas,
        "kerja": kerja,
        "milik_saya": jabatan is not None,
        "pemegang": pemegang(tugas),
        "terbuka": terbuka,
        "alur": db.session.execute(tugas_periode(tugas.periode_id)).unique().scalars().all(),
        "riwayat": _riwayat(tugas),
        "pengembalian": _pengembalian(tugas),
        "sel_diminta": sel_diminta(db.session(), tugas),
        "lampiran": _lampiran(tugas),
        "form": form or FormSelesai(formdata=None),
        "form_kembali": kembali or _form_kembali(tugas),
        "perlu_catatan": verba.perlu_catatan(kerja),
        "keputusan": verba.adalah_keputusan(kerja),
        "templat_langkah": templat_langkah(kerja),
        **konteks_langkah(kerja, pelaku()),
    }


def _riwayat(tugas: Tugas) -> list[Penyelesaian]:
    pilih = select(Penyelesaian).where(Penyelesaian.tugas_id == tugas.id).order_by(Penyelesaian.id)
    return list(db.session.execute(pilih).scalars())


def _pengembalian(tugas: Tugas) -> list[Pengembalian]:
    pilih = (
        select(Pengembalian)
        .where((Pengembalian.ke_id == tugas.id) | (Pengembalian.dari_id == tugas.id))
        .order_by(Pengembalian.id.desc())
    )
    return list(db.session.execute(pilih).scalars())


def _lampiran(tugas: Tugas) -> list[Berkas]:
    pilih = (
        select(Berkas).join(Lampiran, Lampiran.berkas_id == Berkas.id).where(Lampiran.tugas_id == tugas.id)
    )
    return list(db.session.execute(pilih).scalars())


@bp.get("/<nomor:tugas_id>")
@masuk
def tampil(tugas_id: int) -> Response:
    """The step's page; the first look of its holder starts the *pengerjaan*."""
    tugas = cari(tugas_id)
    if verba.pemegang_tugas(pelaku(), tugas) and tugas.terbuka and tugas.pertama_dilihat_pada is None:
        _catat_lihat(tugas_id)
        tugas = cari(tugas_id)
    return respond("tugas/tampil.html", "tugas/_tugas.html", **konteks(tugas))


def _catat_lihat(tugas_id: int) -> None:
    """A short write of its own; reading pages otherwise never take the write lock."""
    from kinerja.models.basis_data import menulis

    db.session.rollback()
    menulis.set(True)
    try:
        tugas = verba.ambil(db.session(), tugas_id, kunci=True)
        verba.lihat(tugas, pelaku(), sekarang())
        db.session.commit()
    finally:
        menulis.set(False)


@bp.post("/<nomor:tugas_id>/penyelesaian")
@masuk
def selesaikan(tugas_id: int) -> Response:
    """Complete the step; 409 tells who was first, 422 what is missing."""
    tugas = cari_milik(tugas_id)
    form = FormSelesai()
    if form.validate():
        with form.menerima():
            kerja = verba.pekerjaan(db.session(), tugas)
            _cukup_bukti(kerja, form)
            verba.selesaikan(
                db.session(),
                tugas_id,
                pelaku(),
                sekarang(),
                form.catatan.data or "",
                _jawaban(kerja, form),
                form.koreksi_menit.data,
                form.koreksi_catatan.data or "",
            )
            db.session.commit()
            flash(f"Langkah “{tugas.nama}” selesai.", "sukses")
            return pindah(url_for("kotak.beranda"))
    tugas = cari(tugas_id)
    return respond("tugas/tampil.html", "tugas/_tugas.html", status=form.status, **konteks(tugas, form=form))


def _jawaban(kerja: verba.Pekerjaan, form: FormSelesai) -> bool:
    if not verba.adalah_keputusan(kerja):
        return True
    if form.jawaban.data not in ("ya", "tidak"):
        raise MasukanSalah("Pilih Ya atau Tidak.", "jawaban")
    return bool(form.jawaban.data == "ya")


def _cukup_bukti(kerja: verba.Pekerjaan, form: FormSelesai) -> None:
    if verba.perlu_catatan(kerja) and not (form.catatan.data or "").strip() and not _lampiran(kerja.tugas):
        raise MasukanSalah("Tulis catatan hasil kerja, atau unggah berkasnya.", "catatan")


@bp.post("/<nomor:tugas_id>/pengembalian")
@masuk
def kembalikan(tugas_id: int) -> Response:
    """Send the step back to an earlier one with a reason."""
    tugas = cari_milik(tugas_id)
    form = _form_kembali(tugas)
    if form.validate():
        with form.menerima():
            pengembalian.kembalikan(
                db.session(),
                tugas_id,
                form.ke.data,
                pelaku(),
                sekarang(),
                form.alasan.data or "",
                form.sel.data or (),
            )
            db.session.commit()
            flash("Langkah dikembalikan; alasannya tampil di halaman langkah itu.", "sukses")
            return pindah(url_for("kotak.beranda"))
    tugas = cari(tugas_id)
    return respond(
        "tugas/tampil.html", "tugas/_tugas.html", status=form.status, **konteks(tugas, kembali=form)
    )
