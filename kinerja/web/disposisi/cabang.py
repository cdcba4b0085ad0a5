"""The page of one branch, and what its holder or its giver does with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import flash, url_for
from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage
from werkzeug.wrappers import Response

from kinerja.domain.disposisi import Hasil
from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan
from kinerja.models.basis_data import db, menulis
from kinerja.models.disposisi import CabangDisposisi
from kinerja.operations.berkas import catat_berkas
from kinerja.operations.disposisi import cabang as verba
from kinerja.operations.disposisi.ingatkan import ingatkan as ingatkan_cabang
from kinerja.operations.disposisi.lihat import ambil, ambil_cabang, lihat
from kinerja.web.akses import pelaku, perlu
from kinerja.web.disposisi.alamat import bp
from kinerja.web.disposisi.formulir import FormBalas, FormTanpa
from kinerja.web.disposisi.halaman import form_teruskan, konteks
from kinerja.web.jam import sekarang
from kinerja.web.respond import minta_potongan, pindah, respond
from kinerja.web.unggahan import unggahan


def cari(cabang_id: int) -> CabangDisposisi:
    """A branch of a disposisi the person may see."""
    return ambil_cabang(db.session(), cabang_id, pelaku())


@bp.get("/cabang/<nomor:cabang_id>")
@perlu(Wewenang.TERIMA_DISPOSISI)
def cabang(cabang_id: int) -> Response:
    """The slip as this recipient got it; the first look of the holder marks it as read."""
    satu = cari(cabang_id)
    if satu.dibaca_pada is None and satu.penerima_id in pelaku().jabatan_id:
        _tandai_dibaca(cabang_id)
        satu = cari(cabang_id)
    return _halaman(satu)


def _halaman(satu: CabangDisposisi, status: int = 200, **ubah: Any) -> Response:
    disposisi = ambil(db.session(), satu.disposisi_id, pelaku())
    isi = konteks(disposisi, next(c for c in disposisi.cabang if c.id == satu.id), **ubah)
    return respond("disposisi/tampil.html", "disposisi/_disposisi.html", status=status, **isi)


def _tandai_dibaca(cabang_id: int) -> None:
    """A short write of its own; reading pages otherwise never take the write lock."""
    db.session.rollback()
    menulis.set(True)
    try:
        lihat(ambil_cabang(db.session(), cabang_id, pelaku(), kunci=True), pelaku(), sekarang())
        db.session.commit()
    finally:
        menulis.set(False)


def _jadi(satu: CabangDisposisi, pesan: str) -> Response:
    """After an act: the fragment anew for htmx, 303 back to the branch otherwise."""
    flash(pesan, "sukses")
    if minta_potongan():
        return _halaman(satu)
    return pindah(url_for("disposisi.cabang", cabang_id=satu.id))


@bp.post("/cabang/<nomor:cabang_id>/penyelesaian")
@perlu(Wewenang.TERIMA_DISPOSISI)
def selesaikan(cabang_id: int) -> Response:
    """Reply and finish; the file of the reply is stored before anything is written."""
    satu = cari(cabang_id)
    form = FormBalas(prefix="balas")
    # One who does not hold the open branch is told so, whatever the form says.
    try:
        verba.pemegang_terbuka(db.session(), satu, pelaku())
        if not form.validate():
            return _halaman(satu, 422, balas=form)
        verba.selesaikan(
            db.session(),
            cabang_id,
            pelaku(),
            sekarang(),
            Hasil.SELESAI,
            form.balasan.data or "",
            _simpan_berkas(form),
        )
        db.session.commit()
    except MasukanSalah as salah:
        db.session.rollback()
        form.salahkan(salah)
        return _halaman(cari(cabang_id), 422, balas=form)
    except SudahDikerjakan as salah:
        db.session.rollback()
        return _halaman(cari(cabang_id), 409, balas=form, salah=salah.pesan)
    return _jadi(satu, "Balasan terkirim; disposisi ini selesai pada Anda.")


def _simpan_berkas(form: FormBalas) -> int | None:
    if not isinstance(form.berkas.data, FileStorage) or not form.berkas.data.filename:
        return None
    kiriman = unggahan(form.berkas.data)
    baris = catat_berkas(db.session(), kiriman.tersimpan, kiriman.nama, kiriman.jenis, pelaku(), sekarang())
    return baris.id


@bp.post("/cabang/<nomor:cabang_id>/tanpa-tindak-lanjut")
@perlu(Wewenang.TERIMA_DISPOSISI)
def tanpa_tindak_lanjut(cabang_id: int) -> Response:
    """End the branch without an answer."""
    satu = cari(cabang_id)
    form = FormTanpa(prefix="tanpa")
    try:
        verba.pemegang_terbuka(db.session(), satu, pelaku())
        if not form.validate():
            return _halaman(satu, 422, tanpa=form)
        verba.selesaikan(
            db.session(),
            cabang_id,
            pelaku(),
            sekarang(),
            Hasil.TANPA_TINDAK_LANJUT,
            form.alasan.data or "",
        )
        db.session.commit()
    except SudahDikerjakan as salah:
        db.session.rollback()
        return _halaman(cari(cabang_id), 409, tanpa=form, salah=salah.pesan)
    return _jadi(satu, "Dicatat: tidak perlu tindak lanjut.")


@bp.post("/cabang/<nomor:cabang_id>/penerusan")
@perlu(Wewenang.TERIMA_DISPOSISI)
def teruskan(cabang_id: int) -> Response:
    """Forward to subordinates; the own branch stays open."""
    satu = cari(cabang_id)
    form = form_teruskan(satu)
    try:
        verba.pemegang_terbuka(db.session(), satu, pelaku())
        if not form.validate():
            return _halaman(satu, 422, teruskan=form)
        verba.teruskan(
            db.session(),
            cabang_id,
            pelaku(),
            sekarang(),
            form.penerima.dengan_tenggat(form.tenggat.data),
            form.pesan.data or "",
        )
        db.session.commit()
    except MasukanSalah as salah:
        db.session.rollback()
        form.salahkan(salah)
        return _halaman(cari(cabang_id), 422, teruskan=form)
    except SudahDikerjakan as salah:
        db.session.rollback()
        return _halaman(cari(cabang_id), 409, teruskan=form, salah=salah.pesan)
    return _jadi(satu, "Disposisi diteruskan. Bagian Anda tetap terbuka sampai Anda membalasnya.")


@bp.post("/cabang/<nomor:cabang_id>/pembatalan")
@perlu(Wewenang.TERIMA_DISPOSISI)
def batalkan(cabang_id: int) -> Response:
    """Take back an unread branch; afterwards the page of the whole slip."""
    return _oleh_pemberi(cabang_id, verba.batalkan, "Disposisi untuk {} dibatalkan.")


@bp.post("/cabang/<nomor:cabang_id>/pengingat")
@perlu(Wewenang.TERIMA_DISPOSISI)
def ingatkan(cabang_id: int) -> Response:
    """Remind the holder of an open branch; afterwards the page of the whole slip."""
    return _oleh_pemberi(cabang_id, ingatkan_cabang, "{} diingatkan.")


def _oleh_pemberi(
    cabang_id: int, tindakan: Callable[[Session, int, Pelaku, datetime], CabangDisposisi], kalimat: str
) -> Response:
    """An act of who gave or forwarded the branch."""
    satu = cari(cabang_id)
    disposisi_id, nama = satu.disposisi_id, satu.penerima.nama
    pesan, status = "", 200
    try:
        tindakan(db.session(), cabang_id, pelaku(), sekarang())
        db.session.commit()
        flash(kalimat.format(nama), "sukses")
    except SudahDikerjakan as salah:
        db.session.rollback()
        pesan, status = salah.pesan, 409
    if status == 200 and not minta_potongan():
        return pindah(url_for("disposisi.tampil", disposisi_id=disposisi_id))
    isi = konteks(ambil(db.session(), disposisi_id, pelaku()), salah=pesan)
    return respond("disposisi/tampil.html", "disposisi/_disposisi.html", status=status, **isi)
