"""A person's door: one-time code, closing and opening the login, open sessions (same URLs as the person)."""

from __future__ import annotations

from flask import flash, make_response, render_template, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.models.basis_data import db
from kinerja.operations import orang_admin as verba
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import hari_ini, sekarang, waktu_nyata
from kinerja.web.orang.halaman import halaman
from kinerja.web.orang.rute import bp
from kinerja.web.respond import pindah
from kinerja.web.sandi_ulang import FormSandiUlang, pastikan_sandi

__all__ = ["bp"]


@bp.post("/<nomor:pegawai_id>/kode")
@perlu(Wewenang.ATUR_ORANG)
def kode(pegawai_id: int) -> Response:
    """Issue a one-time code and show it, this once."""
    verba.ambil_pegawai(db.session(), pegawai_id)
    form = FormSandiUlang()
    if form.validate():
        with form.menerima():
            pastikan_sandi(form)
            rahasia = verba.terbitkan_kode(db.session(), pegawai_id, pelaku(), sekarang(), waktu_nyata())
            pegawai = verba.ambil_pegawai(db.session(), pegawai_id)
            db.session.commit()
            sampai = verba.kode_berlaku(db.session(), waktu_nyata())[pegawai_id]
            return make_response(
                render_template("orang/kode.html", kode=rahasia, pegawai=pegawai, sampai=sampai)
            )
    return halaman(pegawai_id, form.status, form_kode=form)


@bp.post("/<nomor:pegawai_id>/penutupan")
@perlu(Wewenang.ATUR_ORANG)
def tutup(pegawai_id: int) -> Response:
    """Deactivate the person; the sessions end at once."""
    verba.ambil_pegawai(db.session(), pegawai_id)
    form = FormSandiUlang()
    if form.validate():
        with form.menerima():
            pastikan_sandi(form)
            pegawai = verba.nonaktifkan(
                db.session(), pegawai_id, pelaku(), sekarang(), waktu_nyata(), hari_ini()
            )
            db.session.commit()
            flash(f"{pegawai.nama} tidak dapat masuk lagi.", "sukses")
            return pindah(url_for("orang.tampil", pegawai_id=pegawai_id))
    return halaman(pegawai_id, form.status, form_tutup=form)


@bp.post("/<nomor:pegawai_id>/pembukaan")
@perlu(Wewenang.ATUR_ORANG)
def buka(pegawai_id: int) -> Response:
    """Let a deactivated person in again."""
    pegawai = verba.aktifkan(db.session(), pegawai_id, pelaku(), sekarang())
    db.session.commit()
    flash(f"{pegawai.nama} aktif kembali, dengan kata sandinya yang lama.", "sukses")
    return pindah(url_for("orang.tampil", pegawai_id=pegawai_id))


@bp.post("/<nomor:pegawai_id>/sesi/akhir")
@perlu(Wewenang.ATUR_ORANG)
def akhiri_semua_sesi(pegawai_id: int) -> Response:
    """End every open login of the person."""
    jumlah = verba.akhiri_semua_sesi(db.session(), pegawai_id, pelaku(), sekarang(), waktu_nyata())
    db.session.commit()
    flash(f"{jumlah} sesi diakhiri.", "sukses")
    return pindah(url_for("orang.tampil", pegawai_id=pegawai_id))


@bp.post("/<nomor:pegawai_id>/sesi/<nomor:sesi_id>/akhir")
@perlu(Wewenang.ATUR_ORANG)
def akhiri_sesi(pegawai_id: int, sesi_id: int) -> Response:
    """End one open login."""
    verba.akhiri_sesi(db.session(), pegawai_id, sesi_id, pelaku(), sekarang(), waktu_nyata())
    db.session.commit()
    flash("Sesi itu diakhiri.", "sukses")
    return pindah(url_for("orang.tampil", pegawai_id=pegawai_id))
