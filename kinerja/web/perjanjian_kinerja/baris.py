"""Sasaran and program of the draft: each form opens in its place on the page of the PK."""

from __future__ import annotations

from flask import flash, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response
from wtforms.fields.choices import SelectChoice

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import SudahDikerjakan, TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.models.jabatan import Unit
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, Program, Sasaran
from kinerja.operations.perjanjian_kinerja import baris as verba
from kinerja.operations.perjanjian_kinerja.verba import kunci_draf
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import sekarang
from kinerja.web.perjanjian_kinerja.form import (
    FormHapus,
    FormProgram,
    FormSasaran,
    data_program,
    pilihan_unit,
)
from kinerja.web.perjanjian_kinerja.halaman import Buka, bp, pk_terakhir, simpan, tampilkan


def cari(model: type[Sasaran | Indikator | Program], nomor: int) -> tuple[PerjanjianKinerja, Sasaran]:
    """The PK of the year with all under it, and the sasaran of that line. Raises TidakDitemukan."""
    pilih = select(PerjanjianKinerja.tahun, Sasaran.id).join(Sasaran, Sasaran.pk_id == PerjanjianKinerja.id)
    if model is not Sasaran:
        pilih = pilih.join(model, model.sasaran_id == Sasaran.id)  # type: ignore[union-attr]
    baris = db.session.execute(pilih.where(model.id == nomor)).one_or_none()
    if baris is None:
        raise TidakDitemukan("Baris itu sudah tidak ada pada draf.")
    pk = pk_terakhir(baris.tahun)
    for sasaran in pk.sasaran:
        if sasaran.id == baris.id:
            return pk, sasaran
    raise TidakDitemukan("Baris itu milik versi yang sudah digantikan.")


def unit_pilihan() -> list[SelectChoice]:
    unit = db.session.execute(select(Unit).where(Unit.aktif).order_by(Unit.nama)).scalars()
    return pilihan_unit(list(unit))


def bukakan(tahun: int, buka: Buka) -> Response:
    """The page with the form open; when it is no draft any more, the page as it stands now and the reason."""
    try:
        kunci_draf(db.session(), tahun, pelaku())
    except SudahDikerjakan as salah:
        flash(salah.pesan, "peringatan")
        return tampilkan(tahun, status=409)
    return tampilkan(tahun, buka=buka)


@bp.route("/<nomor:tahun>/sasaran", methods=["GET", "POST"])
@perlu(Wewenang.TULIS_PK)
def tambah_sasaran(tahun: int) -> Response:
    pk = pk_terakhir(tahun)
    form = FormSasaran()
    form.atur_letak(None)
    alamat = url_for("perjanjian_kinerja.tambah_sasaran", tahun=tahun)
    buka = Buka("sasaran_baru", pk.id, "Tambah sasaran strategis", alamat, form)
    if request.method == "GET":
        return bukakan(tahun, buka)

    def kerja() -> tuple[str, str]:
        baru = verba.tambah_sasaran(db.session(), tahun, form.uraian.data or "", pelaku(), sekarang())
        return f"Sasaran {baru.urut} tersimpan. Tambahkan indikatornya.", f"sasaran-{baru.id}"

    return simpan(tahun, form, kerja, buka)


@bp.route("/sasaran/<nomor:sasaran_id>", methods=["GET", "POST"])
@perlu(Wewenang.TULIS_PK)
def ubah_sasaran(sasaran_id: int) -> Response:
    pk, sasaran = cari(Sasaran, sasaran_id)
    form = FormSasaran(obj=sasaran)
    form.atur_letak(len(pk.sasaran))
    alamat = url_for("perjanjian_kinerja.ubah_sasaran", sasaran_id=sasaran_id)
    buka = Buka("sasaran", sasaran_id, f"Ubah sasaran {sasaran.urut}", alamat, form, sasaran_id=sasaran_id)
    if request.method == "GET":
        return bukakan(pk.tahun, buka)

    def kerja() -> tuple[str, str]:
        verba.ubah_sasaran(db.session(), sasaran_id, form.uraian.data or "", pelaku(), sekarang(), form.letak)
        return "Sasaran tersimpan.", f"sasaran-{sasaran_id}"

    return simpan(pk.tahun, form, kerja, buka)


@bp.route("/sasaran/<nomor:sasaran_id>/penghapusan", methods=["GET", "POST"])
@perlu(Wewenang.TULIS_PK)
def hapus_sasaran(sasaran_id: int) -> Response:
    pk, sasaran = cari(Sasaran, sasaran_id)
    form = FormHapus()
    alamat = url_for("perjanjian_kinerja.hapus_sasaran", sasaran_id=sasaran_id)
    judul = f"Hapus sasaran {sasaran.urut} dari draf?"
    buka = Buka("sasaran", sasaran_id, judul, alamat, form, hapus=sasaran.uraian, sasaran_id=sasaran_id)
    if request.method == "GET":
        return bukakan(pk.tahun, buka)

    def kerja() -> tuple[str, str]:
        verba.hapus_sasaran(db.session(), sasaran_id, pelaku(), sekarang())
        return "Sasaran dihapus dari draf.", "pk"

    return simpan(pk.tahun, form, kerja, buka)


@bp.route("/sasaran/<nomor:sasaran_id>/program", methods=["GET", "POST"])
@perlu(Wewenang.TULIS_PK)
def tambah_program(sasaran_id: int) -> Response:
    pk, sasaran = cari(Sasaran, sasaran_id)
    form = FormProgram()
    form.atur_letak(None)
    form.unit_id.choices = unit_pilihan()
    alamat = url_for("perjanjian_kinerja.tambah_program", sasaran_id=sasaran_id)
    judul = f"Tambah program untuk sasaran {sasaran.urut}"
    buka = Buka("program_baru", sasaran_id, judul, alamat, form, sasaran_id=sasaran_id)
    if request.method == "GET":
        return bukakan(pk.tahun, buka)

    def kerja() -> tuple[str, str]:
        baru = verba.tambah_program(db.session(), sasaran_id, form.isian(), pelaku(), sekarang())
        return f"Program “{baru.nama}” tersimpan.", f"program-{baru.id}"

    return simpan(pk.tahun, form, kerja, buka)


@bp.route("/program/<nomor:program_id>", methods=["GET", "POST"])
@perlu(Wewenang.TULIS_PK)
def ubah_program(program_id: int) -> Response:
    pk, sasaran = cari(Program, program_id)
    program = next(p for p in sasaran.program if p.id == program_id)
    form = FormProgram(data=data_program(program))
    form.atur_letak(len(sasaran.program))
    form.unit_id.choices = unit_pilihan()
    alamat = url_for("perjanjian_kinerja.ubah_program", program_id=program_id)
    judul = f"Ubah program {sasaran.urut}.{program.urut}"
    buka = Buka("program", program_id, judul, alamat, form, sasaran_id=sasaran.id)
    if request.method == "GET":
        return bukakan(pk.tahun, buka)

    def kerja() -> tuple[str, str]:
        verba.ubah_program(db.session(), program_id, form.isian(), pelaku(), sekarang())
        return "Program tersimpan.", f"program-{program_id}"

    return simpan(pk.tahun, form, kerja, buka)


@bp.route("/program/<nomor:program_id>/penghapusan", methods=["GET", "POST"])
@perlu(Wewenang.TULIS_PK)
def hapus_program(program_id: int) -> Response:
    pk, sasaran = cari(Program, program_id)
    program = next(p for p in sasaran.program if p.id == program_id)
    form = FormHapus()
    alamat = url_for("perjanjian_kinerja.hapus_program", program_id=program_id)
    judul = f"Hapus program {sasaran.urut}.{program.urut} dari draf?"
    buka = Buka("program", program_id, judul, alamat, form, hapus=program.nama, sasaran_id=sasaran.id)
    if request.method == "GET":
        return bukakan(pk.tahun, buka)

    def kerja() -> tuple[str, str]:
        verba.hapus_program(db.session(), program_id, pelaku(), sekarang())
        return "Program dihapus dari draf.", f"sasaran-{sasaran.id}"

    return simpan(pk.tahun, form, kerja, buka)
