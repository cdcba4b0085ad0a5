"""The self-check of a report: 23 items, answered by Kasubag Perencanaan, read by all."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, url_for
from werkzeug.wrappers import Response
from wtforms import BooleanField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Length, Optional

from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.reviu import BUTIR, PANJANG_CATATAN_REVIU, Jawaban
from kinerja.models.basis_data import db, menulis
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations.laporan import reviu as verba
from kinerja.operations.laporan.reviu import BarisReviu
from kinerja.operations.laporan.verba import laporan_kini
from kinerja.web.akses import pelaku, perlu
from kinerja.web.formulir import Formulir
from kinerja.web.jam import hari_ini, sekarang
from kinerja.web.laporan.rute import cari_periode
from kinerja.web.respond import pindah, respond

bp = Blueprint("reviu", __name__, url_prefix="/laporan")

_PILIHAN = [SelectChoice(satu.value, satu.label) for satu in Jawaban]


def _medan() -> dict[str, Any]:
    hasil: dict[str, Any] = {"lampirkan": BooleanField("Lampirkan reviu mandiri pada laporan")}
    for butir in BUTIR:
        hasil[f"jawaban_{butir.kunci}"] = RadioField(
            f"{butir.nomor}. {butir.pernyataan}", [Optional()], choices=_PILIHAN
        )
        hasil[f"catatan_{butir.kunci}"] = TextAreaField(
            f"Catatan butir {butir.nomor}", [Length(max=PANJANG_CATATAN_REVIU)]
        )
    return hasil


FormReviu: Any = type("FormReviu", (Formulir,), _medan())


@bp.get("/<nomor:periode_id>/reviu")
@perlu(Wewenang.BACA)
def tampil(periode_id: int) -> Response:
    """The items with what the data say and what the office answered."""
    periode, laporan = _laporan(periode_id)
    daftar = verba.daftar_reviu(db.session(), periode, laporan, hari_ini())
    awal: dict[str, Any] = {"lampirkan": laporan.lampirkan_reviu}
    for b in daftar:
        awal[f"jawaban_{b.butir.kunci}"] = b.jawaban.value
        awal[f"catatan_{b.butir.kunci}"] = b.catatan
    return _halaman(periode, laporan, daftar, FormReviu(formdata=None, prefix="reviu", data=awal))


@bp.post("/<nomor:periode_id>/reviu")
@perlu(Wewenang.TULIS_PK)
def simpan(periode_id: int) -> Response:
    """Store all answers as one act."""
    periode, laporan = _laporan(periode_id)
    form = FormReviu(prefix="reviu")
    if form.validate():
        isian = {
            b.kunci: (
                form[f"jawaban_{b.kunci}"].data or Jawaban.TERBUKA.value,
                form[f"catatan_{b.kunci}"].data or "",
            )
            for b in BUTIR
        }
        with form.menerima():
            verba.simpan_reviu(db.session(), periode, isian, bool(form.lampirkan.data), pelaku(), sekarang())
            db.session.commit()
            flash("Reviu mandiri tersimpan.", "sukses")
            return pindah(url_for("reviu.tampil", periode_id=periode_id))
    menulis.set(False)
    periode, laporan = _laporan(periode_id)
    daftar = verba.daftar_reviu(db.session(), periode, laporan, hari_ini())
    return _halaman(periode, laporan, daftar, form, form.status)


def _laporan(periode_id: int) -> tuple[Periode, Laporan]:
    periode = cari_periode(periode_id)
    laporan = laporan_kini(db.session(), periode_id)
    if laporan is None:
        raise TidakDitemukan("Laporan periode ini belum ada, jadi belum dapat direviu.")
    return periode, laporan


def _halaman(
    periode: Periode, laporan: Laporan, daftar: tuple[BarisReviu, ...], form: Any, status: int = 200
) -> Response:
    kelompok: dict[str, list[BarisReviu]] = {}
    for b in daftar:
        kelompok.setdefault(b.butir.kelompok, []).append(b)
    return respond(
        "reviu/tampil.html",
        "reviu/_isi.html",
        status=status,
        periode=periode,
        laporan=laporan,
        kelompok=kelompok,
        jumlah=sum(b.jawaban is not Jawaban.TERBUKA for b in daftar),
        form=form,
        boleh_ubah=pelaku().boleh(Wewenang.TULIS_PK) and laporan.dibekukan_pada is None,
    )
