"""Revising a signed report: open, edit, freeze; reading old versions; mending a figure that was signed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, flash, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import BelumLengkap, Kesalahan, MasukanSalah, SudahDikerjakan, TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations.laporan.narasi import sidik_teks, simpan_narasi
from kinerja.operations.laporan.revisi import (
    beda_revisi,
    bekukan_revisi,
    biarkan,
    buka_revisi,
    olah_revisi,
    perevisi,
    revisi_kini,
    tugas_pengesahan,
    urutan_revisi,
)
from kinerja.operations.laporan.revisi_batal import pembatal
from kinerja.operations.laporan.verba import angka_terkini, isi_laporan, laporan_kini, laporan_versi
from kinerja.operations.perbaikan import buka_perbaikan
from kinerja.web.akses import pelaku, perlu
from kinerja.web.galat import status_untuk
from kinerja.web.jam import sekarang
from kinerja.web.laporan.bagian import BagianTampil, FormNarasi, bagian_tampil
from kinerja.web.laporan.rute import cari_periode, konteks_laporan
from kinerja.web.laporan.versi import FormAlasan, form_perbaikan
from kinerja.web.respond import pindah, respond

bp = Blueprint("laporan_revisi", __name__, url_prefix="/laporan")

DI_HALAMAN = (BelumLengkap, MasukanSalah, SudahDikerjakan)


@bp.get("/<nomor:periode_id>/versi/<nomor:versi>")
@perlu(Wewenang.BACA)
def versi(periode_id: int, versi: int) -> Response:
    """An earlier version as it was, a cancelled revision too."""
    periode = cari_periode(periode_id)
    laporan = laporan_versi(db.session(), periode_id, versi)
    if laporan is None:
        raise TidakDitemukan("Versi laporan itu tidak ada.")
    return respond("laporan/tampil.html", **konteks_laporan(periode, laporan))


def _gagal(periode: Periode, salah: Kesalahan | None, **form: Any) -> Response:
    """The report's page with what was refused."""
    db.session.rollback()
    status = status_untuk(salah) if salah is not None else 422
    return respond("laporan/tampil.html", status=status, **{**konteks_laporan(periode), **form})


@bp.post("/<nomor:periode_id>/revisi")
@perlu(Wewenang.BACA)
def buka(periode_id: int) -> Response:
    """Open a revision from the present data, with the reason."""
    periode = cari_periode(periode_id)
    perevisi(pelaku())
    form = FormAlasan()
    if not form.validate():
        return _gagal(periode, None, form_revisi=form)
    try:
        baru = buka_revisi(db.session(), periode, form.alasan.data or "", pelaku(), sekarang())
        flash(f"Revisi dibuka sebagai versi {baru.versi}. Versi yang lama tetap tersimpan.", "sukses")
        db.session.commit()
    except DI_HALAMAN as salah:
        form.salahkan(salah)
        return _gagal(periode, salah, form_revisi=form)
    return pindah(url_for("laporan_revisi.susun", periode_id=periode_id))


@bp.post("/<nomor:periode_id>/tanpa-revisi")
@perlu(Wewenang.BACA)
def tanpa(periode_id: int) -> Response:
    """Put on record that the changed figures ask for no revision."""
    periode = cari_periode(periode_id)
    perevisi(pelaku())
    form = FormAlasan()
    if not form.validate():
        return _gagal(periode, None, form_biarkan=form)
    try:
        biarkan(db.session(), periode, form.alasan.data or "", pelaku(), sekarang())
        flash("Dicatat: laporan tidak direvisi.", "sukses")
        db.session.commit()
    except DI_HALAMAN as salah:
        form.salahkan(salah)
        return _gagal(periode, salah, form_biarkan=form)
    return pindah(url_for("laporan.tampil", periode_id=periode_id))


@bp.post("/<nomor:periode_id>/perbaikan")
@perlu(Wewenang.BACA)
def perbaikan(periode_id: int) -> Response:
    """Open figures of a signed triwulan to their units again."""
    periode = cari_periode(periode_id)
    perevisi(pelaku())
    laporan = laporan_kini(db.session(), periode_id)
    if laporan is None:
        raise TidakDitemukan("Laporan periode ini belum ada.")
    form = form_perbaikan(laporan)
    if not form.validate():
        return _gagal(periode, None, form_perbaikan=form)
    try:
        hasil = buka_perbaikan(
            db.session(), periode_id, form.terpilih, form.alasan.data or "", pelaku(), sekarang()
        )
        flash(f"Isian dibuka lagi untuk {len(hasil)} unit; unitnya diberi tahu di kotak masuk.", "sukses")
        db.session.commit()
    except DI_HALAMAN as salah:
        form.salahkan(salah)
        return _gagal(periode, salah, form_perbaikan=form)
    return pindah(url_for("laporan.tampil", periode_id=periode_id))


def _konteks(periode: Periode, laporan: Laporan, **ubah: Any) -> dict[str, Any]:
    bagian = bagian_tampil(db.session(), periode, laporan)
    return {
        "periode": periode,
        "laporan": laporan,
        "isi": isi_laporan(laporan),
        "bagian": bagian,
        "kosong": [b for b in bagian if b.bagian.wajib and not b.terisi],
        "beda": beda_revisi(db.session(), laporan),
        "angka_terkini": angka_terkini(db.session(), periode, laporan),
        "form": FormAlasan(formdata=None),
        "urutan_revisi": urutan_revisi(db.session(), laporan),
        "boleh_batal": pembatal(db.session(), laporan, pelaku()) is not None,
        **ubah,
    }


@bp.get("/<nomor:periode_id>/revisi")
@perlu(Wewenang.BACA)
def susun(periode_id: int) -> Response:
    """The revision being written."""
    periode = cari_periode(periode_id)
    laporan = revisi_kini(db.session(), periode, pelaku())
    return respond("laporan/revisi.html", **_konteks(periode, laporan))


def _ulang(periode: Periode, salah: Kesalahan, **ubah: Any) -> Response:
    """The revision's page with the reason of the refusal on top."""
    db.session.rollback()
    form = FormAlasan(formdata=None)
    form.salahkan(salah)
    laporan = revisi_kini(db.session(), periode, pelaku())
    return respond(
        "laporan/revisi.html",
        status=status_untuk(salah),
        **_konteks(periode, laporan, **{"form": form, **ubah}),
    )


@bp.post("/<nomor:periode_id>/revisi/angka")
@perlu(Wewenang.BACA)
def angka(periode_id: int) -> Response:
    """Compute the figures of the revision anew."""
    periode = cari_periode(periode_id)
    revisi_kini(db.session(), periode, pelaku())
    try:
        olah_revisi(db.session(), periode, pelaku(), sekarang())
        flash("Angka revisi diolah dari data sekarang.", "sukses")
        db.session.commit()
    except BelumLengkap as salah:
        return _ulang(periode, salah)
    return pindah(url_for("laporan_revisi.susun", periode_id=periode_id))


@bp.post("/<nomor:periode_id>/revisi/narasi")
@perlu(Wewenang.BACA)
def narasi(periode_id: int) -> Response:
    """Save one section of the revision."""
    periode = cari_periode(periode_id)
    revisi_kini(db.session(), periode, pelaku())
    form = FormNarasi()
    kunci, teks = form.bagian.data or "", form.teks.data or ""
    if form.validate():
        with form.menerima():
            semula = form.semula.data or sidik_teks("")
            simpan_narasi(db.session(), periode, kunci, teks, pelaku(), sekarang(), semula)
            db.session.commit()
            flash("Bagian laporan tersimpan.", "sukses")
            alamat = url_for("laporan_revisi.susun", periode_id=periode_id, _anchor=f"bagian-{kunci}")
            return pindah(alamat)
    laporan = revisi_kini(db.session(), periode, pelaku())
    isi = _konteks(periode, laporan)
    isi["bagian"] = [_ditolak(b, form) if b.bagian.kunci == kunci else b for b in isi["bagian"]]
    if all(b.bagian.kunci != kunci for b in isi["bagian"]):
        raise TidakDitemukan("Bagian itu tidak ada dalam laporan ini.")
    return respond("laporan/revisi.html", status=form.status, **isi)


def _ditolak(satu: BagianTampil, form: FormNarasi) -> BagianTampil:
    """The section with what was typed; saving again after a conflict is meant to take the place."""
    konflik = form.status == 409
    if konflik:
        form.semula.data = sidik_teks(satu.teks)
    return replace(satu, form=form, konflik=konflik)


@bp.post("/<nomor:periode_id>/revisi/pembekuan")
@perlu(Wewenang.BACA)
def bekukan(periode_id: int) -> Response:
    """Freeze the revision; from here on it goes the way of every report."""
    periode = cari_periode(periode_id)
    revisi_kini(db.session(), periode, pelaku())
    try:
        bekukan_revisi(db.session(), periode, pelaku(), sekarang())
        flash("Revisi selesai disusun. Terbitkan PDF-nya, tanda tangani, lalu unggah kembali.", "sukses")
        db.session.commit()
    except BelumLengkap as salah:
        return _ulang(periode, salah)
    tugas = tugas_pengesahan(db.session(), periode_id)
    return pindah(url_for("tugas.tampil", tugas_id=tugas.id))
