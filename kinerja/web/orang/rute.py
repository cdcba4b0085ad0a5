"""People: who there is, their data, their posts."""

from __future__ import annotations

from flask import Blueprint, flash, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import AWALAN_PENUGASAN, JenisPenugasan, Wewenang, peringatan_nip
from kinerja.models.basis_data import db
from kinerja.models.pegawai import Pegawai, penugasan_berlaku
from kinerja.operations import kesiapan
from kinerja.operations import orang_admin as verba
from kinerja.operations.orang import buat_pegawai
from kinerja.operations.penugasan import akhiri_penugasan, ambil_penugasan
from kinerja.operations.struktur import ambil_jabatan, tugaskan
from kinerja.operations.surel import ubah_surel
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import hari_ini, sekarang, waktu_nyata
from kinerja.web.orang.formulir import FormAkhir, FormPegawai, FormPegawaiBaru, FormPenugasan, pilihan_jabatan
from kinerja.web.orang.halaman import halaman
from kinerja.web.respond import pindah, respond

bp = Blueprint("orang", __name__, url_prefix="/orang")


@bp.get("/")
@perlu(Wewenang.ATUR_ORANG)
def daftar() -> Response:
    """Everybody, with today's posts and whether they can log in; people without an open door last."""
    jabatan: dict[int, list[str]] = {}
    for p in db.session.execute(penugasan_berlaku(hari_ini())).scalars():
        jabatan.setdefault(p.pegawai_id, []).append(AWALAN_PENUGASAN[p.jenis] + p.jabatan.nama)
    orang = db.session.execute(select(Pegawai).order_by(Pegawai.aktif.desc(), Pegawai.id)).scalars().all()
    return respond(
        "orang/daftar.html",
        orang=orang,
        jabatan=jabatan,
        kode=verba.kode_berlaku(db.session(), waktu_nyata()),
        peringatan_nip={o.id: peringatan_nip(o.nip) for o in orang},
        peringatan=kesiapan.peringatan(db.session(), hari_ini()),
    )


@bp.route("/baru", methods=["GET", "POST"])
@perlu(Wewenang.ATUR_ORANG)
def baru() -> Response:
    """A new person, if wanted with a post at once."""
    kirim = request.method == "POST"
    form = FormPegawaiBaru() if kirim else FormPegawaiBaru(formdata=None, data={"mulai": hari_ini()})
    form.jabatan_id.choices = pilihan_jabatan(boleh_tanpa=True)
    if kirim and form.validate():
        with form.menerima():
            pegawai = _tambah(form)
            db.session.commit()
            flash(f"{pegawai.nama} terdaftar. Terbitkan kode agar ia dapat membuat kata sandi.", "sukses")
            _ingatkan_nip(pegawai)
            return pindah(url_for("orang.tampil", pegawai_id=pegawai.id))
    return respond("orang/baru.html", status=form.status, form=form)


def _tambah(form: FormPegawaiBaru) -> Pegawai:
    pegawai = buat_pegawai(
        db.session(),
        form.nama.data or "",
        form.nama_pengguna.data or "",
        pelaku(),
        sekarang(),
        form.nip.data or "",
        form.pangkat.data or "",
    )
    ubah_surel(db.session(), pegawai.id, form.surel.data or "", pelaku(), sekarang())
    if form.jabatan_id.data:
        jabatan = ambil_jabatan(db.session(), form.jabatan_id.data)
        mulai, jenis = form.mulai.data or hari_ini(), JenisPenugasan(form.jenis.data)
        dasar = form.dasar.data or ""
        tugaskan(db.session(), pegawai, jabatan, mulai, pelaku(), sekarang(), jenis, dasar=dasar)
    return pegawai


def _ingatkan_nip(pegawai: Pegawai) -> None:
    pesan = peringatan_nip(pegawai.nip)
    if pesan:
        flash(f"Tersimpan. Perhatikan: {pesan}", "peringatan")


@bp.get("/<nomor:pegawai_id>")
@perlu(Wewenang.ATUR_ORANG)
def tampil(pegawai_id: int) -> Response:
    return halaman(pegawai_id)


@bp.post("/<nomor:pegawai_id>")
@perlu(Wewenang.ATUR_ORANG)
def ubah(pegawai_id: int) -> Response:
    """Correct name, NIP, pangkat or login name."""
    verba.ambil_pegawai(db.session(), pegawai_id)
    form = FormPegawai()
    if form.validate():
        with form.menerima():
            pegawai = verba.ubah_pegawai(
                db.session(),
                pegawai_id,
                form.nama.data or "",
                form.nama_pengguna.data or "",
                form.nip.data or "",
                form.pangkat.data or "",
                pelaku(),
                sekarang(),
            )
            ubah_surel(db.session(), pegawai_id, form.surel.data or "", pelaku(), sekarang())
            db.session.commit()
            flash("Data pegawai tersimpan.", "sukses")
            _ingatkan_nip(pegawai)
            return pindah(url_for("orang.tampil", pegawai_id=pegawai_id))
    return halaman(pegawai_id, form.status, form=form)


@bp.post("/<nomor:pegawai_id>/penugasan")
@perlu(Wewenang.ATUR_ORANG)
def beri_jabatan(pegawai_id: int) -> Response:
    """Let the person hold a post from a day on."""
    pegawai = verba.ambil_pegawai(db.session(), pegawai_id)
    form = FormPenugasan()
    form.jabatan_id.choices = pilihan_jabatan(boleh_tanpa=False)
    if form.validate():
        with form.menerima():
            jabatan = ambil_jabatan(db.session(), form.jabatan_id.data)
            mulai, jenis = form.mulai.data or hari_ini(), JenisPenugasan(form.jenis.data)
            tugaskan(
                db.session(),
                pegawai,
                jabatan,
                mulai,
                pelaku(),
                sekarang(),
                jenis,
                form.selesai.data,
                form.dasar.data or "",
            )
            db.session.commit()
            flash(f"{pegawai.nama} memegang jabatan {jabatan.nama}.", "sukses")
            return pindah(url_for("orang.tampil", pegawai_id=pegawai_id))
    return halaman(pegawai_id, form.status, form_jabatan=form)


@bp.post("/<nomor:pegawai_id>/penugasan/<nomor:penugasan_id>/akhir")
@perlu(Wewenang.ATUR_ORANG)
def akhiri_jabatan(pegawai_id: int, penugasan_id: int) -> Response:
    """Set the last day of one assignment; a day before its first cancels it."""
    penugasan = ambil_penugasan(db.session(), penugasan_id)
    form = FormAkhir()
    if penugasan.pegawai_id != pegawai_id:
        return halaman(pegawai_id, 404)
    if form.validate() and form.selesai.data is not None:
        with form.menerima():
            akhiri_penugasan(db.session(), penugasan_id, form.selesai.data, pelaku(), sekarang(), hari_ini())
            db.session.commit()
            flash("Akhir penugasan tersimpan.", "sukses")
            return pindah(url_for("orang.tampil", pegawai_id=pegawai_id))
    return halaman(pegawai_id, form.status, akhir=(penugasan_id, form))
