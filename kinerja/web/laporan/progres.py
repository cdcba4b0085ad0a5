"""Laporan progres of all units in a triwulan: the page everyone reads, and what the rekap does with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.sop import Halaman
from kinerja.models.basis_data import db
from kinerja.models.tugas import Tugas
from kinerja.operations.laporan import progres as verba
from kinerja.operations.realisasi.cari import triwulan, tugas_halaman
from kinerja.operations.realisasi.isian import IsianUnit, isian_semua
from kinerja.operations.tugas import ambil
from kinerja.web.akses import pelaku, perlu
from kinerja.web.formulir import Formulir
from kinerja.web.jam import sekarang
from kinerja.web.langkah.rekap import form_kembali, form_lewati
from kinerja.web.respond import respond, tersimpan
from kinerja.web.tugas import cari_milik, konteks

bp = Blueprint("laporan_progres", __name__, url_prefix="/laporan-progres")


@bp.get("/<nomor:periode_id>")
@perlu(Wewenang.BACA)
def rekap(periode_id: int) -> Response:
    """Who sent what and when, with figures and bukti."""
    periode = triwulan(db.session(), periode_id)
    semua = isian_semua(db.session(), periode)
    return respond(
        "laporan_progres/rekap.html",
        periode=periode,
        semua=semua,
        masuk=sum(u.terkirim for u in semua),
        tugas=tugas_halaman(db.session(), periode, Halaman.REKAP),
    )


def _cari(periode_id: int, unit_id: int) -> tuple[Tugas, IsianUnit]:
    """The rekap step of the triwulan, for its holder, and the unit."""
    periode = triwulan(db.session(), periode_id)
    tugas = tugas_halaman(db.session(), periode, Halaman.REKAP)
    isian = next(iter(isian_semua(db.session(), periode, (unit_id,))), None)
    if tugas is None or isian is None:
        raise TidakDitemukan("Unit itu tidak ada dalam rekap triwulan ini.")
    return cari_milik(tugas.id), isian


def _kerjakan(tugas: Tugas, form: Formulir, kunci: str, unit_id: int, tindak: Callable[[], str]) -> Response:
    """Run one act of the rekap and show its step again; ``kunci`` says which form the errors belong to."""
    if form.validate():
        with form.menerima():
            pesan = tindak()
            db.session.commit()
            flash(pesan, "sukses")
            return tersimpan(
                url_for("tugas.tampil", tugas_id=tugas.id, _anchor=f"unit-{unit_id}"),
                "tugas/_tugas.html",
                **konteks(ambil(db.session(), tugas.id)),
            )
    isi: dict[str, Any] = konteks(ambil(db.session(), tugas.id))
    isi[kunci] = isi.get(kunci, {}) | {unit_id: form}
    return respond("tugas/tampil.html", "tugas/_tugas.html", status=form.status, **isi)


@bp.post("/<nomor:periode_id>/unit/<nomor:unit_id>/pengembalian")
@perlu(Wewenang.BACA)
def kembalikan(periode_id: int, unit_id: int) -> Response:
    """Send a unit's figures back with a reason (the holder of the rekap step)."""
    tugas, isian = _cari(periode_id, unit_id)
    form = form_kembali(isian, dikirim=True)

    def tindak() -> str:
        verba.kembalikan_unit(
            db.session(),
            periode_id,
            unit_id,
            form.indikator.data or [],
            form.alasan.data or "",
            pelaku(),
            sekarang(),
        )
        return f"Dikembalikan kepada {isian.unit.nama}; alasannya tampil di kotak masuk unit itu."

    return _kerjakan(tugas, form, "form_kembali_unit", unit_id, tindak)


@bp.post("/<nomor:periode_id>/unit/<nomor:unit_id>/pelewatan")
@perlu(Wewenang.BACA)
def lewati(periode_id: int, unit_id: int) -> Response:
    """Go on without a unit, with the reason on record."""
    tugas, isian = _cari(periode_id, unit_id)
    form = form_lewati(isian, dikirim=True)

    def tindak() -> str:
        verba.lewati_unit(db.session(), periode_id, unit_id, form.alasan.data or "", pelaku(), sekarang())
        return f"Rekap dilanjutkan tanpa {isian.unit.nama}; alasannya tercatat."

    return _kerjakan(tugas, form, "form_lewati", unit_id, tindak)


@bp.post("/<nomor:periode_id>/unit/<nomor:unit_id>/penantian")
@perlu(Wewenang.BACA)
def tunggu(periode_id: int, unit_id: int) -> Response:
    """Wait for the unit after all."""
    tugas, isian = _cari(periode_id, unit_id)

    def tindak() -> str:
        verba.tunggu_lagi(db.session(), periode_id, unit_id, pelaku(), sekarang())
        return f"{isian.unit.nama} dapat mengirim laporan progres lagi."

    return _kerjakan(tugas, Formulir(), "form_tunggu", unit_id, tindak)
