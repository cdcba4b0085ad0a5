"""The indicator cards of the draft."""

from __future__ import annotations

from flask import request, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.models.basis_data import db
from kinerja.models.kantor import kantor
from kinerja.models.perjanjian_kinerja import Indikator, Sasaran
from kinerja.operations.perjanjian_kinerja import indikator as verba
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import sekarang
from kinerja.web.perjanjian_kinerja.baris import bukakan, cari, unit_pilihan
from kinerja.web.perjanjian_kinerja.form import FormHapus, form_indikator
from kinerja.web.perjanjian_kinerja.halaman import Buka, bp, simpan


@bp.route("/sasaran/<nomor:sasaran_id>/indikator", methods=["GET", "POST"])
@perlu(Wewenang.TULIS_PK)
def tambah_indikator(sasaran_id: int) -> Response:
    pk, sasaran = cari(Sasaran, sasaran_id)
    form = form_indikator(None, pk.tahun, kantor(db.session()).metode_negatif)
    form.atur_letak(None)
    form.unit_id.choices = unit_pilihan()
    alamat = url_for("perjanjian_kinerja.tambah_indikator", sasaran_id=sasaran_id)
    judul = f"Tambah indikator untuk sasaran {sasaran.urut}"
    buka = Buka("indikator_baru", sasaran_id, judul, alamat, form, sasaran_id=sasaran_id)
    if request.method == "GET":
        return bukakan(pk.tahun, buka)

    def kerja() -> tuple[str, str]:
        baru = verba.tambah_indikator(db.session(), sasaran_id, form.isian(), pelaku(), sekarang())
        return f"Indikator {sasaran.urut}.{baru.urut} tersimpan.", f"indikator-{baru.id}"

    return simpan(pk.tahun, form, kerja, buka)


@bp.route("/indikator/<nomor:indikator_id>", methods=["GET", "POST"])
@perlu(Wewenang.TULIS_PK)
def ubah_indikator(indikator_id: int) -> Response:
    pk, sasaran = cari(Indikator, indikator_id)
    indikator = next(i for i in sasaran.indikator if i.id == indikator_id)
    form = form_indikator(indikator, pk.tahun, kantor(db.session()).metode_negatif)
    form.atur_letak(len(sasaran.indikator))
    form.unit_id.choices = unit_pilihan()
    alamat = url_for("perjanjian_kinerja.ubah_indikator", indikator_id=indikator_id)
    judul = f"Ubah indikator {sasaran.urut}.{indikator.urut}"
    buka = Buka("indikator", indikator_id, judul, alamat, form, sasaran_id=sasaran.id)
    if request.method == "GET":
        return bukakan(pk.tahun, buka)

    def kerja() -> tuple[str, str]:
        verba.ubah_indikator(db.session(), indikator_id, form.isian(), pelaku(), sekarang())
        return "Indikator tersimpan.", f"indikator-{indikator_id}"

    return simpan(pk.tahun, form, kerja, buka)


@bp.route("/indikator/<nomor:indikator_id>/penghapusan", methods=["GET", "POST"])
@perlu(Wewenang.TULIS_PK)
def hapus_indikator(indikator_id: int) -> Response:
    pk, sasaran = cari(Indikator, indikator_id)
    indikator = next(i for i in sasaran.indikator if i.id == indikator_id)
    form = FormHapus()
    alamat = url_for("perjanjian_kinerja.hapus_indikator", indikator_id=indikator_id)
    judul = f"Hapus indikator {sasaran.urut}.{indikator.urut} dari draf?"
    buka = Buka("indikator", indikator_id, judul, alamat, form, hapus=indikator.uraian, sasaran_id=sasaran.id)
    if request.method == "GET":
        return bukakan(pk.tahun, buka)

    def kerja() -> tuple[str, str]:
        verba.hapus_indikator(db.session(), indikator_id, pelaku(), sekarang())
        return "Indikator dihapus dari draf.", f"sasaran-{sasaran.id}"

    return simpan(pk.tahun, form, kerja, buka)
