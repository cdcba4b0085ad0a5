"""Perjanjian Kinerja: the page of a year, making its draft, its parties, its PDF."""

from __future__ import annotations

from io import BytesIO

from flask import redirect, request, send_file, url_for
from werkzeug.wrappers import Response

from kinerja.documents.cetak import cetak
from kinerja.documents.perjanjian_kinerja import TEMPLAT
from kinerja.documents.perjanjian_kinerja_dari import perjanjian_kinerja_dari
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.basis_data import db, lepas
from kinerja.models.kantor import kantor
from kinerja.operations import perjanjian_kinerja as verba
from kinerja.operations.perjanjian_kinerja_salin import buat_pk_dari_tahun_lalu
from kinerja.web import (
    perjanjian_kinerja_baris,
    perjanjian_kinerja_indikator,
    perjanjian_kinerja_kartu,
    perjanjian_kinerja_persetujuan,
)
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.perjanjian_kinerja_form import FormBuat, FormPihak
from kinerja.web.perjanjian_kinerja_halaman import Buka, bp, konteks, pk_terakhir, simpan, tampilkan

# The views of these modules stand on the same blueprint.
__all__ = [
    "bp",
    "perjanjian_kinerja_baris",
    "perjanjian_kinerja_indikator",
    "perjanjian_kinerja_kartu",
    "perjanjian_kinerja_persetujuan",
]


def versi_diminta() -> int | None:
    """``?versi=2``, or None."""
    teks = request.args.get("versi", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 6 else None


@bp.get("/")
@perlu(Wewenang.BACA)
def beranda() -> Response:
    return redirect(url_for("perjanjian_kinerja.tampil", tahun=hari_ini().year), 303)


@bp.get("/<nomor:tahun>")
@perlu(Wewenang.BACA)
def tampil(tahun: int) -> Response:
    """The whole PK of a year as one document."""
    return tampilkan(tahun, versi_diminta())


@bp.post("/<nomor:tahun>")
@perlu(Wewenang.TULIS_PK)
def buat(tahun: int) -> Response:
    """The first draft of a year, empty or from last year's content."""
    form = FormBuat()

    def kerja() -> tuple[str, str]:
        dari = buat_pk_dari_tahun_lalu if form.salin.data else verba.buat_pk
        pk = dari(db.session(), tahun, pelaku(), sekarang())
        return f"Draf {pk.nama} dibuat. Lengkapi isinya, lalu ajukan.", ""

    return simpan(tahun, form, kerja, form_buat=form)


@bp.route("/<nomor:tahun>/pihak", methods=["GET", "POST"])
@perlu(Wewenang.TULIS_PK)
def pihak(tahun: int) -> Response:
    """The parties, place and date of the draft."""
    pk = pk_terakhir(tahun)
    form = FormPihak(obj=pk)
    buka = Buka(
        "pihak",
        pk.id,
        "Ubah para pihak, tempat, dan tanggal",
        url_for("perjanjian_kinerja.pihak", tahun=tahun),
        form,
    )
    if request.method == "GET":
        return perjanjian_kinerja_baris.bukakan(tahun, buka)

    def kerja() -> tuple[str, str]:
        verba.ubah_pihak(db.session(), tahun, form.isian(), pelaku(), sekarang())
        return "Para pihak tersimpan.", "pihak"

    return simpan(tahun, form, kerja, buka)


@bp.get("/<nomor:tahun>/pdf")
@perlu(Wewenang.BACA)
def pdf(tahun: int) -> Response:
    """Pernyataan, lampiran and rencana aksi of a version as a download; marked while not approved."""
    pk = konteks(tahun, versi_diminta())["pk"]
    if pk is None:
        raise TidakDitemukan(f"Perjanjian Kinerja {tahun} belum dibuat.")
    data = perjanjian_kinerja_dari(pk, kantor(db.session()))
    lepas(db.session())
    hasil = cetak(TEMPLAT, data, penanda=data.penanda, bertanggal=pk.disetujui_pada or pk.dibuat_pada)
    return send_file(
        BytesIO(hasil.pdf), mimetype="application/pdf", as_attachment=True, download_name=f"{pk.nama}.pdf"
    )
