"""Loading a sheet: upload, look at it drawn, load or drop it; stopping one and taking it up again."""

from __future__ import annotations

from flask import Blueprint, flash, url_for
from werkzeug.wrappers import Response

from kinerja.documents.bagan_sop import bagan
from kinerja.documents.lembar_sop.naskah import lembar_sop
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import Kesalahan, MasukanSalah, TidakBerwenang, TidakDitemukan
from kinerja.domain.sop import Sop
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_berkas import baca_teks
from kinerja.domain.sop_salah import SopTidakSah
from kinerja.models.basis_data import db
from kinerja.models.lembar_sop import LembarSop
from kinerja.operations import lembar_muat as verba
from kinerja.operations.sekali.verba import cari_lembar_sekali
from kinerja.sop import TAMBAHAN, muat, teks_sop
from kinerja.web.akses import pelaku, perlu
from kinerja.web.galat import status_untuk
from kinerja.web.jam import sekarang
from kinerja.web.lembar.formulir import FormHenti, FormLembar
from kinerja.web.lembar.rute import konteks_daftar, konteks_lembar
from kinerja.web.respond import pindah, respond

bp = Blueprint("lembar_muat", __name__, url_prefix="/lembar")


@bp.post("/")
@perlu(Wewenang.ATUR_KANTOR)
def unggah() -> Response:
    """Take in a file; every fault is said with its langkah and key."""
    form = FormLembar()
    status, salah_lembar = 422, []
    if form.validate():
        try:
            teks, nama = form.baca()
            return _simpan(baca_teks(teks), nama)
        except SopTidakSah as salah:
            db.session.rollback()
            salah_lembar = [str(satu) for satu in salah.salah]
            form.salahkan(MasukanSalah("Berkas ini belum sah; daftarnya ada pada halaman ini.", "berkas"))
        except TidakBerwenang:
            raise
        except Kesalahan as salah:
            db.session.rollback()
            form.salahkan(salah)
            status = status_untuk(salah)
    return respond("lembar/daftar.html", status=status, **konteks_daftar(form), salah_lembar=salah_lembar)


@bp.post("/bawaan/<nomor:urutan>")
@perlu(Wewenang.ATUR_KANTOR)
def bawaan(urutan: int) -> Response:
    """Take one of the sheets that travel with the application; it is looked at like an uploaded one."""
    if not 1 <= urutan <= len(TAMBAHAN):
        raise TidakDitemukan("Lembar bawaan itu tidak ada.")
    form = FormLembar(formdata=None)
    try:
        return _simpan(muat(teks_sop(TAMBAHAN[urutan - 1])), "lembar bawaan aplikasi")
    except TidakBerwenang:
        raise
    except Kesalahan as salah:
        db.session.rollback()
        form.salahkan(salah)
        return respond("lembar/daftar.html", status=status_untuk(salah), **konteks_daftar(form))


def _simpan(sop: Sop, sumber: str) -> Response:
    rancangan = verba.unggah_lembar(db.session(), sop, sumber, pelaku(), sekarang())
    alamat = url_for("lembar_muat.rancangan", rancangan_id=rancangan.id)
    db.session.commit()
    return pindah(alamat)


@bp.get("/rancangan/<nomor:rancangan_id>")
@perlu(Wewenang.ATUR_KANTOR)
def rancangan(rancangan_id: int) -> Response:
    """The uploaded sheet as it will be printed and drawn."""
    return _halaman_rancangan(rancangan_id)


def _halaman_rancangan(rancangan_id: int, status: int = 200, galat: str = "") -> Response:
    baris = verba.cari_unggahan(db.session(), rancangan_id)
    sop = baca_sop(baris.isi)
    return respond(
        "lembar/rancangan.html",
        status=status,
        rancangan=baris,
        lama=db.session.get(LembarSop, baris.dasar_id) if baris.dasar_id else None,
        sop=sop,
        cetakan=lembar_sop(sop),
        bagan=bagan(sop),
        galat=galat,
    )


@bp.post("/rancangan/<nomor:rancangan_id>/pemuatan")
@perlu(Wewenang.ATUR_KANTOR)
def muat_rancangan(rancangan_id: int) -> Response:
    """Put the sheet into use."""
    try:
        lembar = verba.muat_unggahan(db.session(), rancangan_id, pelaku(), sekarang())
        alamat, nama, revisi = url_for("lembar.tampil", lembar_id=lembar.id), lembar.nama, lembar.revisi
        db.session.commit()
        flash(f"SOP {nama} revisi {revisi} dimuat dan dapat dijalankan.", "sukses")
        return pindah(alamat)
    except (TidakBerwenang, TidakDitemukan):
        raise
    except Kesalahan as salah:
        db.session.rollback()
        return _halaman_rancangan(rancangan_id, status_untuk(salah), salah.pesan)


@bp.post("/rancangan/<nomor:rancangan_id>/pembuangan")
@perlu(Wewenang.ATUR_KANTOR)
def buang(rancangan_id: int) -> Response:
    """Drop it."""
    try:
        verba.buang_unggahan(db.session(), rancangan_id, pelaku(), sekarang())
        db.session.commit()
        flash("Rancangan lembar dibuang.", "sukses")
        return pindah(url_for("lembar.daftar"))
    except (TidakBerwenang, TidakDitemukan):
        raise
    except Kesalahan as salah:
        db.session.rollback()
        return _halaman_rancangan(rancangan_id, status_untuk(salah), salah.pesan)


@bp.post("/<nomor:lembar_id>/penghentian")
@perlu(Wewenang.ATUR_KANTOR)
def hentikan(lembar_id: int) -> Response:
    """No new run with this sheet."""
    cari_lembar_sekali(db.session(), lembar_id)
    form = FormHenti()
    if form.validate():
        with form.menerima():
            nama = verba.hentikan(db.session(), lembar_id, form.alasan.data or "", pelaku(), sekarang()).nama
            db.session.commit()
            flash(
                f"SOP {nama} tidak dipakai lagi. Yang sedang berjalan tetap berjalan sampai selesai.",
                "sukses",
            )
            return pindah(url_for("lembar.tampil", lembar_id=lembar_id))
    lembar = cari_lembar_sekali(db.session(), lembar_id)
    return respond("lembar/tampil.html", status=form.status, **konteks_lembar(lembar, form))


@bp.post("/<nomor:lembar_id>/pemakaian")
@perlu(Wewenang.ATUR_KANTOR)
def pakai_lagi(lembar_id: int) -> Response:
    """Take a stopped sheet up again."""
    try:
        nama = verba.pakai_lagi(db.session(), lembar_id, pelaku(), sekarang()).nama
        db.session.commit()
        flash(f"SOP {nama} dipakai lagi.", "sukses")
        return pindah(url_for("lembar.tampil", lembar_id=lembar_id))
    except (TidakBerwenang, TidakDitemukan):
        raise
    except Kesalahan as salah:
        db.session.rollback()
        form = FormHenti(formdata=None)
        form.salahkan(salah)
        lembar = cari_lembar_sekali(db.session(), lembar_id)
        return respond("lembar/tampil.html", status=status_untuk(salah), **konteks_lembar(lembar, form))
