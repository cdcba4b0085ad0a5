"""Perjanjian Kinerja: the page of a year, making its draft, its parties, its PDF."""

from __future__ import annotations

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from kinerja.domain.jabatan import Wewenang
from kinerja.models.basis_data import db
from kinerja.operations.perjanjian_kinerja import verba
from kinerja.operations.perjanjian_kinerja.salin import buat_pk_dari_tahun_lalu
from kinerja.web.akses import pelaku, perlu
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.perjanjian_kinerja import baris as perjanjian_kinerja_baris
from kinerja.web.perjanjian_kinerja import indikator as perjanjian_kinerja_indikator
from kinerja.web.perjanjian_kinerja import kartu as perjanjian_kinerja_kartu
from kinerja.web.perjanjian_kinerja import persetujuan as perjanjian_kinerja_persetujuan
from kinerja.web.perjanjian_kinerja import terbit as perjanjian_kinerja_terbit
from kinerja.web.perjanjian_kinerja.form import FormBuat, FormPihak
from kinerja.web.perjanjian_kinerja.halaman import Buka, bp, pk_terakhir, simpan, tampilkan
from kinerja.web.perjanjian_kinerja.terbit import versi_diminta

# The views of these modules stand on the same blueprint.
__all__ = [
    "bp",
    "perjanjian_kinerja_baris",
    "perjanjian_kinerja_indikator",
    "perjanjian_kinerja_kartu",
    "perjanjian_kinerja_persetujuan",
    "perjanjian_kinerja_terbit",
]


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
