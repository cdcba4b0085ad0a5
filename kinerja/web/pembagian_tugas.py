"""Catatan pembagian tugas on the page of step 6: stored as one form, sent with one click."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, redirect, url_for
from werkzeug.wrappers import Response

from kinerja.domain.kesalahan import TidakBerwenang
from kinerja.models.basis_data import db, menulis
from kinerja.models.tugas import Tugas
from kinerja.operations import pembagian_tugas as verba
from kinerja.operations.pembagian_tugas import IsianBagian
from kinerja.operations.tugas import pemegang_tugas
from kinerja.web.akses import masuk, pelaku
from kinerja.web.formulir import Formulir
from kinerja.web.jam import sekarang
from kinerja.web.pembagian_tugas_formulir import form_pembagian
from kinerja.web.respond import minta_potongan, respond
from kinerja.web.tugas import cari as cari_tugas
from kinerja.web.tugas import konteks as konteks_tugas

bp = Blueprint("pembagian_tugas", __name__, url_prefix="/pembagian-tugas")


def _milik(tugas_id: int) -> Tugas:
    tugas = cari_tugas(tugas_id)
    if pemegang_tugas(pelaku(), tugas) is None:
        raise TidakBerwenang("Catatan pembagian tugas ditulis oleh pemegang langkah ini.")
    return tugas


@bp.post("/<nomor:tugas_id>")
@masuk
def simpan(tugas_id: int) -> Response:
    """Store every line of the form."""
    form = form_pembagian(_milik(tugas_id), kirim=True)

    def isian() -> dict[int, IsianBagian]:
        unit = [int(n.removeprefix("uraian_")) for n in form._fields if n.startswith("uraian_")]
        return {u: IsianBagian(form[f"uraian_{u}"].data or "", form[f"tenggat_{u}"].data) for u in unit}

    return _kerjakan(
        tugas_id,
        form,
        lambda: verba.simpan_pembagian(db.session(), tugas_id, pelaku(), sekarang(), isian()),
        "Catatan pembagian tugas tersimpan.",
    )


@bp.post("/<nomor:tugas_id>/disposisi")
@masuk
def kirim(tugas_id: int) -> Response:
    """Send the stored lines as one disposisi, a branch for the head of each unit."""
    form = form_pembagian(_milik(tugas_id))
    return _kerjakan(
        tugas_id,
        form,
        lambda: verba.kirim_pembagian(db.session(), tugas_id, pelaku(), sekarang()),
        "Disposisi pembagian tugas terkirim.",
        periksa=False,
    )


def _kerjakan(
    tugas_id: int, form: Formulir, kerja: Callable[[], Any], pesan: str, periksa: bool = True
) -> Response:
    """Run an act and show the step again; what was typed comes back when it is refused."""
    if not periksa or form.validate():
        with form.menerima():
            kerja()
            db.session.commit()
            flash(pesan, "sukses")
            if not minta_potongan():
                return redirect(url_for("tugas.tampil", tugas_id=tugas_id), 303)
            return _langkah(tugas_id, 200)
    db.session.rollback()
    return _langkah(tugas_id, form.status, {"form_pembagian": form})


def _langkah(tugas_id: int, status: int, ubah: dict[str, Any] | None = None) -> Response:
    menulis.set(False)
    isi = konteks_tugas(cari_tugas(tugas_id)) | (ubah or {})
    return respond("tugas/tampil.html", "tugas/_tugas.html", status=status, **isi)
