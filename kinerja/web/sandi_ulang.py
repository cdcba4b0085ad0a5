"""Asking for the own password once more before an act that opens or closes somebody's door."""

from __future__ import annotations

import logging

from flask import request
from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.models.basis_data import db, lepas
from kinerja.models.pegawai import Pegawai
from kinerja.operations.masuk import catat_gagal, tunda_detik
from kinerja.operations.orang import sandi_cocok
from kinerja.web.akses import pelaku
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import waktu_nyata

_log = logging.getLogger("kinerja.masuk")


class FormSandiUlang(Formulir):
    sandi = PasswordField("Kata sandi Anda sendiri", [InputRequired(WAJIB), Length(max=1000)])


def pastikan_sandi(form: FormSandiUlang) -> None:
    """MasukanSalah unless it is the logged-in person's password; wrong ones slow down as at login.

    Ends the running transaction: call it before writing anything.
    """
    kini, alamat = waktu_nyata(), request.remote_addr or ""
    pegawai = db.session.get_one(Pegawai, pelaku().pegawai_id)
    tunda = tunda_detik(db.session(), pegawai.nama_pengguna, alamat, kini)
    if tunda:
        raise MasukanSalah(f"Terlalu banyak percobaan. Coba lagi {tunda} detik lagi.", "sandi")
    lepas(db.session())  # the hash takes 0.1 s: not inside a transaction
    if sandi_cocok(pegawai.sandi, form.sandi.data or ""):
        return
    catat_gagal(db.session(), pegawai.nama_pengguna, alamat, kini)
    db.session.commit()
    _log.warning("kata sandi ulang keliru: pegawai %s dari %s", pegawai.id, alamat)
    raise MasukanSalah("Kata sandi Anda tidak cocok.", "sandi")
