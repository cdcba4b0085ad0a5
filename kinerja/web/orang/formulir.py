"""The forms about people."""

from __future__ import annotations

from sqlalchemy import select
from wtforms import DateField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from kinerja.domain.jabatan import AWALAN_PENUGASAN, JenisPenugasan
from kinerja.domain.surel import PANJANG_SUREL
from kinerja.models.basis_data import db
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai
from kinerja.operations.penugasan import PANJANG_DASAR
from kinerja.web.formulir import WAJIB, Formulir

TANPA = 0  # the choice "none" of a select
_SEBUTAN = {
    JenisPenugasan.DEFINITIF: "Definitif",
    JenisPenugasan.PLT: f"{AWALAN_PENUGASAN[JenisPenugasan.PLT].strip()} (jabatan sedang kosong)",
    JenisPenugasan.PLH: f"{AWALAN_PENUGASAN[JenisPenugasan.PLH].strip()} (pejabatnya berhalangan)",
}
JENIS = [SelectChoice(jenis.value, nama) for jenis, nama in _SEBUTAN.items()]


class FormPegawai(Formulir):
    nama = StringField("Nama lengkap dengan gelar", [InputRequired(WAJIB), Length(max=150)])
    nip = StringField("NIP", [Length(max=40)])
    pangkat = StringField("Pangkat dan golongan", [Length(max=100)])
    nama_pengguna = StringField("Nama pengguna untuk masuk", [InputRequired(WAJIB), Length(max=50)])
    surel = StringField("Surel untuk pemberitahuan", [Length(max=PANJANG_SUREL)])


class FormPegawaiBaru(FormPegawai):
    jabatan_id = SelectField("Jabatan", coerce=int)
    jenis = SelectField("Cara memegang jabatan", choices=JENIS, default=JenisPenugasan.DEFINITIF.value)
    mulai = DateField("Mulai bertugas", [Optional()])
    dasar = StringField("Nomor SK atau surat perintah", [Length(max=PANJANG_DASAR)])


class FormPenugasan(Formulir):
    jabatan_id = SelectField("Jabatan", coerce=int)
    jenis = SelectField("Cara memegang jabatan", choices=JENIS, default=JenisPenugasan.DEFINITIF.value)
    mulai = DateField("Mulai bertugas", [InputRequired("Isi tanggal mulai.")])
    selesai = DateField("Hari terakhir bertugas", [Optional()])
    dasar = StringField("Nomor SK atau surat perintah", [Length(max=PANJANG_DASAR)])


class FormAkhir(Formulir):
    selesai = DateField("Hari terakhir bertugas", [InputRequired("Isi hari terakhir.")])


def pilihan_jabatan(boleh_tanpa: bool) -> list[SelectChoice]:
    aktif = db.session.execute(select(Jabatan).where(Jabatan.aktif).order_by(Jabatan.id)).scalars()
    tanpa = [SelectChoice(TANPA, "Belum ada jabatan")] if boleh_tanpa else []
    return [*tanpa, *(SelectChoice(j.id, j.nama) for j in aktif)]


def form_pegawai(pegawai: Pegawai) -> FormPegawai:
    """Filled with what is saved."""
    return FormPegawai(
        formdata=None,
        data={
            "nama": pegawai.nama,
            "nip": pegawai.nip,
            "pangkat": pegawai.pangkat,
            "nama_pengguna": pegawai.nama_pengguna,
            "surel": pegawai.surel,
        },
    )
