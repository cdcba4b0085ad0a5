"""The working calendar of the office: its days off, its hours. Everybody reads it, two officials set it."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, flash, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.jam_kerja import HARI_KERJA, NAMA_HARI, dari_json, menit_sehari, menit_sepekan
from kinerja.domain.kesalahan import SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.models.kantor import kantor
from kinerja.operations.hari_libur import TAHUN, hapus_libur, tambah_libur
from kinerja.operations.jam_kantor import simpan_jam_kerja
from kinerja.operations.kalender import kalender_setahun
from kinerja.operations.kantor import boleh_atur_kantor
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.kalender_formulir import (
    BAGIAN,
    FormJam,
    FormLibur,
    baca_jam,
    form_jam,
    nama_medan,
)
from kinerja.web.respond import pindah, respond

bp = Blueprint("kalender", __name__, url_prefix="/kalender")
TETAP = "Tenggat langkah yang sedang berjalan tidak berubah."


@bp.get("/<nomor:tahun>")
@perlu(Wewenang.BACA, Wewenang.ATUR_ORANG)
def tampil(tahun: int) -> Response:
    """The year's days off by month, and the hours of the week."""
    return _halaman(tahun)


def _halaman(
    tahun: int, form: FormLibur | None = None, jam: FormJam | None = None, status: int = 200
) -> Response:
    _periksa_tahun(tahun)
    office = kantor(db.session())
    sepekan = dari_json(office.jam_kerja)
    semua = list(kalender_setahun(office, tahun))
    return respond(
        "kalender/tampil.html",
        status=status,
        tahun=tahun,
        tahun_pertama=TAHUN[0],
        tahun_terakhir=TAHUN[-1],
        bulan=semua,
        jumlah=sum(b.hari_kerja for b in semua),
        form=form or FormLibur(formdata=None),
        form_jam=jam or form_jam(sepekan),
        hari=NAMA_HARI[:HARI_KERJA],
        bagian=BAGIAN,
        nama_medan=nama_medan,
        sepekan=sepekan,
        menit_sepekan=menit_sepekan(sepekan),
        menit_sehari=menit_sehari(sepekan),
        jam_contoh=office.jam_kerja is None,
        boleh_ubah=boleh_atur_kantor(db.session(), pelaku(), hari_ini()),
    )


def _periksa_tahun(tahun: int) -> None:
    if tahun not in TAHUN:
        raise TidakDitemukan("Kalender tahun itu tidak ada.")


def _boleh() -> None:
    if not boleh_atur_kantor(db.session(), pelaku(), hari_ini()):
        raise TidakBerwenang("Kalender kerja diatur oleh Sekretaris atau Kasubag Umum dan Kepegawaian.")


def _kabar(digeser: int) -> str:
    if not digeser:
        return "Tidak ada tenggat yang berubah."
    return f"Tenggat {digeser} langkah yang belum terbuka dihitung ulang. {TETAP}"


@bp.post("/<nomor:tahun>/libur")
@perlu(Wewenang.BACA, Wewenang.ATUR_ORANG)
def tambah(tahun: int) -> Response:
    """Put a local day off down."""
    _periksa_tahun(tahun)
    _boleh()
    form = FormLibur()
    if form.validate():
        with form.menerima():
            hari = form.tanggal.data
            digeser = tambah_libur(db.session(), hari, form.nama.data or "", pelaku(), sekarang())
            db.session.commit()
            flash("Hari libur ditambahkan. " + _kabar(digeser), "sukses")
            return pindah(url_for("kalender.tampil", tahun=hari.year))
    return _halaman(tahun, form=form, status=form.status)


@bp.post("/libur/<nomor:tanggal>/penghapusan")
@perlu(Wewenang.BACA, Wewenang.ATUR_ORANG)
def hapus(tanggal: int) -> Response:
    """Take a local day off back; the day is written 20261027."""
    hari = _hari(tanggal)
    _boleh()
    try:
        digeser = hapus_libur(db.session(), hari, pelaku(), sekarang())
        db.session.commit()
        flash("Hari libur dihapus. " + _kabar(digeser), "sukses")
    except SudahDikerjakan as salah:
        db.session.rollback()
        flash(salah.pesan, "peringatan")
        return _halaman(hari.year, status=409)
    return pindah(url_for("kalender.tampil", tahun=hari.year))


def _hari(angka: int) -> date:
    try:
        hari = date(angka // 10_000, angka // 100 % 100, angka % 100)
    except (ValueError, OverflowError):
        hari = date.min
    _periksa_tahun(hari.year)
    return hari


@bp.post("/<nomor:tahun>/jam-kerja")
@perlu(Wewenang.BACA, Wewenang.ATUR_ORANG)
def jam_kerja(tahun: int) -> Response:
    """Set the hours of the week."""
    _periksa_tahun(tahun)
    _boleh()
    form = form_jam()
    if form.validate() and (jam := baca_jam(form)) is not None:
        with form.menerima():
            simpan_jam_kerja(db.session(), jam, pelaku(), sekarang())
            db.session.commit()
            flash("Jam kerja tersimpan. Waktu langkah yang sudah selesai tidak berubah.", "sukses")
            return pindah(url_for("kalender.tampil", tahun=tahun))
    return _halaman(tahun, jam=form, status=form.status)
