"""What the ones who make a report do: compute it, write a section, answer a correction, pass it on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, flash, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import BelumLengkap, Kesalahan, MasukanSalah, SudahDikerjakan, TidakDitemukan
from kinerja.domain.sop import Halaman
from kinerja.models.basis_data import db
from kinerja.models.laporan import Koreksi
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from kinerja.operations.laporan.koreksi import tindak_lanjuti_koreksi
from kinerja.operations.laporan.langkah import MENGOLAH, MENYUSUN, tugas_berhalaman
from kinerja.operations.laporan.narasi import sidik_teks, simpan_narasi
from kinerja.operations.laporan.penyampaian import sampaikan_draf
from kinerja.operations.laporan.temuan import jelaskan
from kinerja.operations.laporan.verba import olah as olah_angka
from kinerja.web.akses import pelaku, perlu
from kinerja.web.galat import status_untuk
from kinerja.web.jam import sekarang
from kinerja.web.laporan.bagian import BagianTampil, FormNarasi, FormPenjelasan, FormTindakLanjut
from kinerja.web.laporan.rute import cari_periode
from kinerja.web.respond import respond, tersimpan
from kinerja.web.tugas import FormSelesai, cari_milik, konteks
from kinerja.web.tugas import cari as cari_tugas

bp = Blueprint("penyusunan", __name__, url_prefix="/laporan")

# What the page shows beside the form; anything else is a page of its own (403, 404).
DI_HALAMAN = (BelumLengkap, MasukanSalah, SudahDikerjakan)


def _langkah(periode: Periode, halaman: frozenset[Halaman]) -> Tugas:
    """That step of the period, for its holder."""
    return cari_milik(tugas_berhalaman(db.session(), periode.id, halaman).id)


def _alamat(tugas: Tugas, jangkar: str) -> str:
    return url_for("tugas.tampil", tugas_id=tugas.id, _anchor=jangkar)


def _halaman(tugas_id: int, status: int = 200, **ubah: Any) -> Response:
    """The step's page anew, with what the view wants different in it."""
    isi = {**konteks(cari_tugas(tugas_id)), **ubah}
    return respond("tugas/tampil.html", "tugas/_tugas.html", status=status, **isi)


def _selesai(tugas: Tugas, jangkar: str) -> Response:
    """After an act: the whole step anew for htmx, 303 to it for plain HTML."""
    return tersimpan(_alamat(tugas, jangkar), "tugas/_tugas.html", **konteks(cari_tugas(tugas.id)))


def _gagal(tugas: Tugas, salah: Kesalahan) -> Response:
    """Refused: the page anew with the reason on top."""
    db.session.rollback()
    form = FormSelesai(formdata=None)
    form.salahkan(salah)
    return _halaman(tugas.id, status_untuk(salah), form=form)


@bp.post("/<nomor:periode_id>/olahan")
@perlu(Wewenang.BACA)
def olah(periode_id: int) -> Response:
    """Compute the figures of the draft from the present data."""
    periode = cari_periode(periode_id)
    tugas = _langkah(periode, MENGOLAH)
    try:
        olah_angka(db.session(), periode, pelaku(), sekarang())
        flash("Angka sudah diolah dari data sekarang.", "sukses")
        db.session.commit()
    except DI_HALAMAN as salah:
        return _gagal(tugas, salah)
    return _selesai(tugas, "angka")


@bp.post("/<nomor:periode_id>/penjelasan")
@perlu(Wewenang.BACA)
def penjelasan(periode_id: int) -> Response:
    """Explain a finding that stands."""
    periode = cari_periode(periode_id)
    tugas = _langkah(periode, frozenset({Halaman.OLAH}))
    form = FormPenjelasan()
    kunci = form.kunci.data or ""
    if form.validate():
        with form.menerima():
            teks = form.penjelasan.data or ""
            jelaskan(db.session(), periode, kunci, teks, pelaku(), sekarang())
            flash("Penjelasan tersimpan.", "sukses")
            db.session.commit()
            return _selesai(tugas, "temuan")
    isi = konteks(cari_tugas(tugas.id))
    if kunci not in isi["form_temuan"]:
        raise TidakDitemukan("Temuan itu sudah tidak ada. Muat ulang halaman langkah ini.")
    return _halaman(tugas.id, form.status, form_temuan={**isi["form_temuan"], kunci: form})


@bp.post("/<nomor:periode_id>/narasi")
@perlu(Wewenang.BACA)
def narasi(periode_id: int) -> Response:
    """Save one section; 409 when somebody else changed it meanwhile, with both texts on the page."""
    periode = cari_periode(periode_id)
    tugas = _langkah(periode, MENYUSUN)
    form = FormNarasi()
    kunci = form.bagian.data or ""
    if form.validate():
        with form.menerima():
            teks, semula = form.teks.data or "", form.semula.data or None
            simpan_narasi(db.session(), periode, kunci, teks, pelaku(), sekarang(), semula)
            db.session.commit()
            return _bagian(tugas, kunci)
    return _bagian(tugas, kunci, form.status, form)


def _bagian(tugas: Tugas, kunci: str, status: int = 200, form: FormNarasi | None = None) -> Response:
    """One section anew; refused: on the whole page for plain HTML, with the typed text kept."""
    isi = konteks(cari_tugas(tugas.id))
    satu = next((b for b in isi["bagian"] if b.bagian.kunci == kunci), None)
    if satu is None:
        raise TidakDitemukan("Bagian itu tidak ada dalam laporan ini.")
    if form is None:
        return tersimpan(
            _alamat(tugas, f"bagian-{kunci}"), "laporan/_bagian.html", satu=satu, baru=True, **isi
        )
    baru = _dengan_isian(satu, form, konflik=status == status_untuk(SudahDikerjakan("")))
    ganti = [baru if b is satu else b for b in isi["bagian"]]
    kelompok = [(nama, [baru if b is satu else b for b in daftar]) for nama, daftar in isi["kelompok_bagian"]]
    isi |= {"bagian": ganti, "kelompok_bagian": kelompok, "satu": baru, "baru": True}
    return respond("tugas/tampil.html", "laporan/_bagian.html", status=status, **isi)


def _dengan_isian(satu: BagianTampil, form: FormNarasi, konflik: bool) -> BagianTampil:
    """The section with what was typed; saving again after a conflict is meant to take the place."""
    if konflik:
        form.semula.data = sidik_teks(satu.teks)
    return replace(satu, form=form, konflik=konflik)


@bp.post("/koreksi/<nomor:koreksi_id>/tindak-lanjut")
@perlu(Wewenang.BACA)
def tindak_lanjut(koreksi_id: int) -> Response:
    """Record what was done about a correction."""
    koreksi = db.session.get(Koreksi, koreksi_id)
    if koreksi is None:
        raise TidakDitemukan("Koreksi itu tidak ada.")
    tugas = _langkah(cari_periode(koreksi.periode_id), MENYUSUN)
    form = FormTindakLanjut()
    status = 422
    if form.validate():
        try:
            teks = form.tindak_lanjut.data or ""
            tindak_lanjuti_koreksi(db.session(), koreksi_id, teks, pelaku(), sekarang())
            flash("Tindak lanjut koreksi tersimpan.", "sukses")
            db.session.commit()
            return _selesai(tugas, "koreksi")
        except SudahDikerjakan as salah:
            return _gagal(tugas, salah)
        except (BelumLengkap, MasukanSalah) as salah:
            db.session.rollback()
            form.salahkan(salah)
            status = status_untuk(salah)
    isi = konteks(cari_tugas(tugas.id))
    return _halaman(tugas.id, status, form_koreksi={**isi["form_koreksi"], koreksi_id: form})


@bp.post("/<nomor:periode_id>/penyampaian")
@perlu(Wewenang.BACA)
def penyampaian(periode_id: int) -> Response:
    """Pass the semester's draft to the Sekretaris: the lembar disposisi of step 7."""
    periode = cari_periode(periode_id)
    tugas = _langkah(periode, frozenset({Halaman.SUSUN_SEMESTER}))
    try:
        lembar = sampaikan_draf(db.session(), periode, pelaku(), sekarang())
        flash(f"Draf disampaikan kepada Sekretaris, nomor agenda {lembar.nomor_agenda}.", "sukses")
        db.session.commit()
    except DI_HALAMAN as salah:
        return _gagal(tugas, salah)
    return _selesai(tugas, "penyampaian")
