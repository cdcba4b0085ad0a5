"""The page "Klasifikasi dan retensi": every post reads it; Sekretaris and Kasubag Umum keep it."""

from __future__ import annotations

from flask import Blueprint, flash, url_for
from werkzeug.wrappers import Response
from wtforms import IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import Kesalahan, TidakBerwenang, TidakDitemukan
from kinerja.domain.nomor import NAMA_JENIS
from kinerja.domain.retensi import NAMA_NASIB
from kinerja.models.basis_data import db
from kinerja.models.klasifikasi import Klasifikasi
from kinerja.operations import klasifikasi as verba
from kinerja.operations.retensi import semua_kelas
from kinerja.web.akses import pelaku, perlu
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.galat import status_untuk
from kinerja.web.jam import sekarang
from kinerja.web.respond import pindah, respond

bp = Blueprint("klasifikasi", __name__, url_prefix="/klasifikasi")


class FormKelas(Formulir):
    nama = StringField("Nama", [InputRequired(WAJIB), Length(max=verba.PANJANG)])
    aktif = IntegerField("Aktif (tahun)", [InputRequired("Isi jumlah tahun.")])
    inaktif = IntegerField("Inaktif (tahun)", [InputRequired("Isi jumlah tahun.")])
    nasib = SelectField("Sesudah itu", choices=[SelectChoice(n.value, k) for n, k in NAMA_NASIB.items()])
    sumber = StringField("Sumber", [InputRequired(WAJIB), Length(max=verba.PANJANG)])

    def isian(self, kode: str) -> verba.IsianKelas:
        """What was filled in, for the class ``kode``."""
        return verba.IsianKelas(
            kode,
            self.nama.data or "",
            self.aktif.data if self.aktif.data is not None else -1,
            self.inaktif.data if self.inaktif.data is not None else -1,
            self.nasib.data or "",
            self.sumber.data or "",
        )


class FormKelasBaru(FormKelas):
    kode = StringField("Kode", [InputRequired(WAJIB), Length(max=40)])


class FormJenis(Formulir):
    """A choice for each kind of document; the fields are added by ``_form_jenis``."""


def _form_jenis(kelas: dict[str, Klasifikasi], terpilih: dict[str, str] | None = None) -> FormJenis:
    pilihan = [SelectChoice(k.kode, f"{k.kode} {k.nama}") for k in kelas.values() if not k.dihentikan_pada]
    medan = {jenis: SelectField(NAMA_JENIS[jenis], choices=pilihan) for jenis in verba.JENIS_BERKELAS}
    jadi = type("FormJenisTerisi", (FormJenis,), medan)
    hasil: FormJenis = jadi() if terpilih is None else jadi(formdata=None, data=terpilih)
    return hasil


def _halaman(
    status: int = 200, form: FormKelasBaru | None = None, form_jenis: FormJenis | None = None
) -> Response:
    kelas = semua_kelas(db.session())
    jenis = verba.kelas_jenis(db.session())
    return respond(
        "klasifikasi/daftar.html",
        status=status,
        kelas=kelas.values(),
        nama_nasib=NAMA_NASIB,
        nama_jenis=NAMA_JENIS,
        jenis=jenis,
        form=form or FormKelasBaru(formdata=None),
        form_jenis=form_jenis or _form_jenis(kelas, jenis),
        boleh_ubah=pelaku().boleh(Wewenang.ATUR_KANTOR),
    )


@bp.get("/")
@perlu(Wewenang.BACA)
def daftar() -> Response:
    """The schedule, and the class of each kind of document."""
    return _halaman()


@bp.post("/")
@perlu(Wewenang.ATUR_KANTOR)
def tambah() -> Response:
    """A new class."""
    form = FormKelasBaru()
    if form.validate():
        with form.menerima():
            isian = form.isian(form.kode.data or "")
            kelas = verba.tambah_kelas(db.session(), isian, pelaku(), sekarang())
            db.session.commit()
            flash(f"Klasifikasi {kelas.kode} ditambahkan.", "sukses")
            return pindah(url_for("klasifikasi.daftar"))
    return _halaman(form.status, form=form)


@bp.post("/jenis/kelas")
@perlu(Wewenang.ATUR_KANTOR)
def jenis() -> Response:
    """Which class each kind of document gets from now on."""
    form = _form_jenis(semua_kelas(db.session()))
    if form.validate():
        with form.menerima():
            pilihan = {nama: form[nama].data for nama in verba.JENIS_BERKELAS}
            berubah = verba.atur_jenis(db.session(), pilihan, pelaku(), sekarang())
            db.session.commit()
            kata = "Dokumen yang sudah terbit tidak berubah."
            flash(f"Tersimpan. {kata}" if berubah else "Tidak ada yang berubah.", "sukses")
            return pindah(url_for("klasifikasi.daftar"))
    return _halaman(form.status, form_jenis=form)


def _kelas(kode: str, form: FormKelas | None = None, status: int = 200) -> Response:
    kelas = verba.ambil_kelas(db.session(), kode)
    return respond(
        "klasifikasi/kelas.html",
        status=status,
        kelas=kelas,
        nama_nasib=NAMA_NASIB,
        form=form or FormKelas(formdata=None, obj=kelas),
        boleh_ubah=pelaku().boleh(Wewenang.ATUR_KANTOR),
    )


@bp.get("/<kode>")
@perlu(Wewenang.BACA)
def tampil(kode: str) -> Response:
    """One class; with its form for those who keep the schedule."""
    return _kelas(kode)


@bp.post("/<kode>")
@perlu(Wewenang.ATUR_KANTOR)
def ubah(kode: str) -> Response:
    """Change a class."""
    verba.ambil_kelas(db.session(), kode)
    form = FormKelas()
    if form.validate():
        with form.menerima():
            verba.ubah_kelas(db.session(), form.isian(kode), pelaku(), sekarang())
            db.session.commit()
            flash(f"Klasifikasi {kode} tersimpan.", "sukses")
            return pindah(url_for("klasifikasi.daftar"))
    return _kelas(kode, form, form.status)


@bp.post("/<kode>/penghentian")
@perlu(Wewenang.ATUR_KANTOR)
def hentikan(kode: str) -> Response:
    """Use a class no longer for new documents."""
    try:
        verba.hentikan_kelas(db.session(), kode, pelaku(), sekarang())
        db.session.commit()
        flash(f"Klasifikasi {kode} dihentikan. Dokumen yang memakainya tetap.", "sukses")
        return pindah(url_for("klasifikasi.daftar"))
    except (TidakBerwenang, TidakDitemukan):
        raise
    except Kesalahan as salah:
        db.session.rollback()
        form = FormKelas(formdata=None, obj=verba.ambil_kelas(db.session(), kode))
        form.salahkan(salah)
        return _kelas(kode, form, status_untuk(salah))
