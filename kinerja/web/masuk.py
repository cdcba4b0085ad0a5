"""Login, logout, the own password, and the one-time code that sets a new one."""

from __future__ import annotations

import logging

from flask import Blueprint, flash, redirect, request, session, url_for
from flask_login import current_user, login_user
from sqlalchemy import update
from werkzeug.wrappers import Response
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from kinerja.models.basis_data import db, lepas
from kinerja.models.pegawai import Pegawai
from kinerja.models.sesi import Sesi
from kinerja.operations import masuk as verba
from kinerja.operations.orang import SANDI, pakai_kode, pelaku_dari, sandi_cocok, tetapkan_sandi
from kinerja.operations.pemasangan import ada_admin
from kinerja.web.akses import masuk as perlu_masuk
from kinerja.web.akses import pelaku, publik
from kinerja.web.contoh import akun_contoh
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import hari_ini, kantor_kini, sekarang, waktu_nyata
from kinerja.web.pengguna import Pengguna, tujuan_setelah_masuk
from kinerja.web.respond import respond

bp = Blueprint("masuk", __name__)
_log = logging.getLogger("kinerja.masuk")
SALAH = "Nama pengguna atau kata sandi tidak cocok."


class FormMasuk(Formulir):
    nama_pengguna = StringField("Nama pengguna", [InputRequired(WAJIB), Length(max=150)])
    sandi = PasswordField("Kata sandi", [InputRequired(WAJIB), Length(max=1000)])


class FormSandi(Formulir):
    lama = PasswordField("Kata sandi sekarang", [InputRequired(WAJIB)])
    sandi = PasswordField("Kata sandi baru", [InputRequired(WAJIB)])
    ulang = PasswordField("Ulangi kata sandi baru", [InputRequired(WAJIB)])


class FormKode(Formulir):
    kode = StringField("Kode sekali pakai", [InputRequired(WAJIB), Length(max=100)])
    sandi = PasswordField("Kata sandi baru", [InputRequired(WAJIB)])
    ulang = PasswordField("Ulangi kata sandi baru", [InputRequired(WAJIB)])


def _alamat() -> str:
    return request.remote_addr or ""


@bp.route("/masuk", methods=["GET", "POST"])
@publik
def masuk() -> Response:
    """The login page; with a password it opens a session and goes where the person was heading."""
    if kantor_kini() is None or not ada_admin(db.session()):
        return redirect(url_for("siapkan.mulai"), 303)
    form = FormMasuk()
    if request.method == "POST" and form.validate():
        hasil = _coba(form.nama_pengguna.data or "", form.sandi.data or "")
        if hasil is None:
            return redirect(tujuan_setelah_masuk(), 303)
        form.salah_umum.append(hasil)
    return respond("masuk/masuk.html", form=form, akun=akun_contoh(), status=form.status)


def _coba(nama: str, sandi: str) -> str | None:
    """None when the session is open, else the sentence for the person."""
    kini = waktu_nyata()
    tunda = verba.tunda_detik(db.session(), nama, _alamat(), kini)
    if tunda:
        return f"Terlalu banyak percobaan. Coba lagi {tunda} detik lagi."
    pegawai = verba.cari(db.session(), nama)
    lepas(db.session())  # the hash takes 0.1 s: not inside a transaction
    cocok = sandi_cocok(pegawai.sandi if pegawai else None, sandi)
    if pegawai is None or not cocok or not pegawai.aktif:
        verba.catat_gagal(db.session(), nama, _alamat(), kini)
        db.session.commit()
        _log.warning("gagal masuk dari %s", _alamat())
        return SALAH
    _buka(pegawai)
    return None


def _buka(pegawai: Pegawai) -> None:
    """Open the session row, put its token in a fresh cookie."""
    tujuan = session.get("tujuan")
    terakhir = pegawai.masuk_terakhir_pada
    pegawai = db.session.merge(pegawai)
    baris, token, gagal = verba.buka_sesi(
        db.session(), pegawai, _alamat(), request.headers.get("User-Agent", ""), waktu_nyata()
    )
    orang = pelaku_dari(db.session(), pegawai, hari_ini(), str(baris.id))
    db.session.commit()
    session.clear()
    if tujuan:
        session["tujuan"] = tujuan
    login_user(Pengguna(pegawai, baris, orang, token))
    _log.info("masuk: pegawai %s dari %s", pegawai.id, _alamat())
    if terakhir is not None and gagal:
        flash(f"Sejak Anda masuk terakhir ada {gagal} percobaan masuk yang gagal.", "peringatan")


@bp.post("/keluar")
@perlu_masuk
def keluar() -> Response:
    """End this session on the server and in the cookie."""
    db.session.execute(update(Sesi).where(Sesi.id == current_user.sesi.id).values(dicabut_pada=waktu_nyata()))
    db.session.commit()
    session.clear()
    return redirect(url_for("masuk.masuk"), 303)


@bp.route("/sandi", methods=["GET", "POST"])
@perlu_masuk
def sandi() -> Response:
    """Change the own password; the other sessions end, this one is opened anew."""
    form = FormSandi()
    if request.method == "POST":
        pegawai = db.session.get(Pegawai, pelaku().pegawai_id)
        if form.validate() and pegawai is not None:
            if form.sandi.data != form.ulang.data:
                form.ulang.errors = ["Kedua kata sandi baru tidak sama."]
            elif not sandi_cocok(pegawai.sandi, form.lama.data or ""):
                form.lama.errors = ["Kata sandi sekarang tidak cocok."]
            else:
                with form.menerima():
                    tetapkan_sandi(
                        db.session(), pegawai, form.sandi.data or "", sekarang(), waktu_nyata(), pelaku()
                    )
                    db.session.commit()
                    _buka(pegawai)
                    flash("Kata sandi sudah diganti.", "sukses")
                    return redirect(url_for("kotak.beranda"), 303)
    return respond("masuk/sandi.html", form=form, status=form.status)


@bp.route("/kode", methods=["GET", "POST"])
@publik
def kode() -> Response:
    """Set a password with a one-time code from the admin."""
    form = FormKode()
    if request.method == "POST" and form.validate():
        if form.sandi.data != form.ulang.data:
            form.ulang.errors = ["Kedua kata sandi baru tidak sama."]
        else:
            with form.menerima():
                baris = pakai_kode(db.session(), form.kode.data or "", SANDI, waktu_nyata())
                pegawai = db.session.get_one(Pegawai, baris.pegawai_id)
                orang = pelaku_dari(db.session(), pegawai, hari_ini())
                tetapkan_sandi(db.session(), pegawai, form.sandi.data or "", sekarang(), waktu_nyata(), orang)
                db.session.commit()
                flash("Kata sandi sudah dibuat. Silakan masuk.", "sukses")
                return redirect(url_for("masuk.masuk"), 303)
    return respond("masuk/kode.html", form=form, status=form.status)
