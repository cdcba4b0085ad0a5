"""Rencana aksi of a year: per indikator what is done in each triwulan; written by the head of its unit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from flask import Blueprint, flash, redirect, request, url_for
from sqlalchemy import select
from werkzeug.wrappers import Response
from wtforms import StringField, TextAreaField
from wtforms.validators import InputRequired, Length

from kinerja.domain.jabatan import KEPALA_UNIT, Wewenang
from kinerja.domain.kesalahan import TidakBerwenang, TidakDitemukan
from kinerja.models.basis_data import db
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, RencanaAksi, Sasaran
from kinerja.operations import rencana_aksi as verba
from kinerja.operations.perjanjian_kinerja.verba import TAHUN_AKHIR, TAHUN_AWAL
from kinerja.web.akses import pelaku, perlu
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.perjanjian_kinerja.halaman import target_tertulis
from kinerja.web.respond import minta_potongan, respond

bp = Blueprint("rencana_aksi", __name__, url_prefix="/rencana-aksi")
SEMUA = "semua"


class FormAksi(Formulir):
    kegiatan = TextAreaField("Kegiatan", [InputRequired(WAJIB), Length(max=500)])
    target_tw1 = StringField("Target TW I", [Length(max=200)])
    target_tw2 = StringField("Target TW II", [Length(max=200)])
    target_tw3 = StringField("Target TW III", [Length(max=200)])
    target_tw4 = StringField("Target TW IV", [Length(max=200)])
    pelaksana = StringField("Pelaksana", [InputRequired(WAJIB), Length(max=200)])

    def isian(self) -> verba.IsianAksi:
        return verba.IsianAksi(**{satu.name: self[satu.name].data or "" for satu in fields(verba.IsianAksi)})


class FormHapus(Formulir):
    """Only the confirmation itself."""


@dataclass(frozen=True)
class Buka:
    """The form open under an indikator; ``aksi_id`` 0 is a new one, ``hapus`` asks before removing."""

    indikator_id: int
    aksi_id: int
    judul: str
    url: str
    form: Formulir
    hapus: str = ""


def konteks(tahun: int, buka: Buka | None = None, fokus: str = "") -> dict[str, Any]:
    """The page: a head sees the indikator of the own unit first, everybody may see all."""
    pk = verba.pk_rencana_aksi(db.session(), tahun)
    unit = {i.unit_id: i.unit for s in pk.sasaran for i in s.indikator} if pk else {}
    terpilih = _unit_terpilih(pk, unit, buka)
    baris = [
        (s, [i for i in s.indikator if terpilih is None or i.unit_id == terpilih])
        for s in (pk.sasaran if pk else [])
    ]
    saya = pelaku()
    return {
        "tahun": tahun,
        "pk": pk,
        "baris": [(s, indikator) for s, indikator in baris if indikator],
        "unit": sorted(unit.values(), key=lambda u: u.nama),
        "unit_terpilih": terpilih,
        "boleh_tulis": {
            i.id: verba.boleh_tulis(i, saya) for s in (pk.sasaran if pk else []) for i in s.indikator
        },
        "boleh_unit": any(
            verba.boleh_tulis(i, saya) for _, semua in baris for i in semua if terpilih is not None
        ),
        "kurang_saya": len(verba.tanpa_rencana_aksi(pk, _unit_saya())) if pk else 0,
        "kurang": len(verba.tanpa_rencana_aksi(pk)) if pk else 0,
        "jumlah": sum(len(s.indikator) for s in pk.sasaran) if pk else 0,
        "buka": buka,
        "fokus": fokus,
        "tulis_target": target_tertulis,
    }


def _unit_saya() -> frozenset[int]:
    return frozenset(j.unit_id for j in pelaku().jabatan if j.peran in KEPALA_UNIT and j.unit_id is not None)


def _unit_terpilih(pk: PerjanjianKinerja | None, unit: dict[int, Any], buka: Buka | None) -> int | None:
    """``?unit=``: a unit, or "semua"; without it the own unit of a head who does not write the PK."""
    diminta = request.args.get("unit", "")
    if diminta.isascii() and diminta.isdigit() and len(diminta) < 18 and int(diminta) in unit:
        return int(diminta)
    if diminta == SEMUA or pk is None or pelaku().boleh(Wewenang.TULIS_PK):
        return None
    saya = sorted(_unit_saya() & set(unit))
    if buka is not None and not any(
        i.id == buka.indikator_id and i.unit_id in saya for s in pk.sasaran for i in s.indikator
    ):
        return None
    return saya[0] if len(saya) == 1 else None


def tampilkan(tahun: int, buka: Buka | None = None, status: int = 200, fokus: str = "") -> Response:
    return respond(
        "rencana_aksi/tampil.html",
        "rencana_aksi/_rencana_aksi.html",
        status=status,
        **konteks(tahun, buka, fokus),
    )


@bp.get("/")
@perlu(Wewenang.BACA)
def beranda() -> Response:
    return redirect(url_for("rencana_aksi.tampil", tahun=hari_ini().year), 303)


@bp.get("/<nomor:tahun>")
@perlu(Wewenang.BACA)
def tampil(tahun: int) -> Response:
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise TidakDitemukan(f"Tahun {tahun} tidak dikenal.")
    return tampilkan(tahun)


def _indikator(indikator_id: int) -> tuple[int, Indikator]:
    """The year and the indikator, for one who may write its rencana aksi."""
    baris = db.session.execute(
        select(PerjanjianKinerja.tahun, Indikator)
        .join(Sasaran, Sasaran.pk_id == PerjanjianKinerja.id)
        .join(Indikator, Indikator.sasaran_id == Sasaran.id)
        .where(Indikator.id == indikator_id)
    ).one_or_none()
    if baris is None:
        raise TidakDitemukan("Indikator itu tidak ada.")
    tahun, indikator = baris
    if not verba.boleh_tulis(indikator, pelaku()):
        raise TidakBerwenang("Rencana aksi ditulis oleh kepala unit penanggung jawab indikator ini.")
    return tahun, indikator


def _simpan(tahun: int, buka: Buka, kerja: Callable[[], tuple[str, int]]) -> Response:
    """Validate, write, commit; after an error the form with its values."""
    if buka.form.validate():
        with buka.form.menerima():
            pesan, indikator_id = kerja()
            db.session.commit()
            flash(pesan, "sukses")
            fokus = f"indikator-{indikator_id}"
            if minta_potongan():
                return tampilkan(tahun, fokus=fokus)
            return redirect(url_for("rencana_aksi.tampil", tahun=tahun, _anchor=fokus), 303)
    return tampilkan(tahun, buka, buka.form.status)


@bp.route("/indikator/<nomor:indikator_id>", methods=["GET", "POST"])
@perlu(Wewenang.KIRIM_REALISASI, Wewenang.TULIS_PK)
def tambah(indikator_id: int) -> Response:
    """A new activity for an indikator."""
    tahun, indikator = _indikator(indikator_id)
    form = FormAksi()
    alamat = url_for("rencana_aksi.tambah", indikator_id=indikator_id)
    buka = Buka(indikator_id, 0, f"Tambah kegiatan: {indikator.uraian}", alamat, form)
    if request.method == "GET":
        return tampilkan(tahun, buka)

    def kerja() -> tuple[str, int]:
        verba.tambah_aksi(db.session(), indikator_id, form.isian(), pelaku(), sekarang())
        return "Kegiatan tersimpan.", indikator_id

    return _simpan(tahun, buka, kerja)


def _aksi(aksi_id: int) -> tuple[int, RencanaAksi]:
    aksi = verba.ambil_aksi(db.session(), aksi_id)
    tahun, _ = _indikator(aksi.indikator_id)
    return tahun, aksi


@bp.route("/kegiatan/<nomor:aksi_id>", methods=["GET", "POST"])
@perlu(Wewenang.KIRIM_REALISASI, Wewenang.TULIS_PK)
def ubah(aksi_id: int) -> Response:
    tahun, aksi = _aksi(aksi_id)
    form = FormAksi(obj=aksi)
    alamat = url_for("rencana_aksi.ubah", aksi_id=aksi_id)
    buka = Buka(aksi.indikator_id, aksi_id, "Ubah kegiatan", alamat, form)
    if request.method == "GET":
        return tampilkan(tahun, buka)

    def kerja() -> tuple[str, int]:
        baris = verba.ubah_aksi(db.session(), aksi_id, form.isian(), pelaku(), sekarang())
        return "Kegiatan tersimpan.", baris.indikator_id

    return _simpan(tahun, buka, kerja)


@bp.route("/kegiatan/<nomor:aksi_id>/penghapusan", methods=["GET", "POST"])
@perlu(Wewenang.KIRIM_REALISASI, Wewenang.TULIS_PK)
def hapus(aksi_id: int) -> Response:
    tahun, aksi = _aksi(aksi_id)
    alamat = url_for("rencana_aksi.hapus", aksi_id=aksi_id)
    buka = Buka(aksi.indikator_id, aksi_id, "Hapus kegiatan ini?", alamat, FormHapus(), hapus=aksi.kegiatan)
    if request.method == "GET":
        return tampilkan(tahun, buka)

    def kerja() -> tuple[str, int]:
        indikator = verba.hapus_aksi(db.session(), aksi_id, pelaku(), sekarang())
        return "Kegiatan dihapus dari rencana aksi.", indikator.id

    return _simpan(tahun, buka, kerja)
