"""The work page of merekap: who sent, who did not and since when, with the figures of each unit."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select
from wtforms import SelectMultipleField, TextAreaField
from wtforms.validators import InputRequired, Length

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.sop import Halaman
from kinerja.models.basis_data import db
from kinerja.models.disposisi import Disposisi
from kinerja.operations.disposisi.lihat import terlihat
from kinerja.operations.disposisi.permintaan import tugas_permintaan, unit_diminta
from kinerja.operations.realisasi.cari import tugas_halaman
from kinerja.operations.realisasi.isian import IsianUnit, isian_semua
from kinerja.operations.sel_kembali import diminta as sel_diminta
from kinerja.operations.sel_kembali import pengembalian_berlaku
from kinerja.operations.tugas import PANJANG_CATATAN, Pekerjaan
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import hari_ini


class FormKembaliUnit(Formulir):
    indikator = SelectMultipleField("Indikator yang harus diperbaiki", coerce=int)
    alasan = TextAreaField("Alasan", [InputRequired(WAJIB), Length(max=PANJANG_CATATAN)])


class FormLewati(Formulir):
    alasan = TextAreaField("Alasan", [InputRequired(WAJIB), Length(max=PANJANG_CATATAN)])


def form_kembali(
    isian: IsianUnit, *, dikirim: bool = False, ditandai: Collection[int] = (), alasan: str = ""
) -> FormKembaliUnit:
    """``ditandai``: the indikator a later step sent back, with its reason; proposed to the unit's return."""
    awalan = f"k{isian.unit.id}"
    milik = [i.indikator.identitas for i in isian.indikator if i.indikator.identitas in ditandai]
    data = {"indikator": milik, "alasan": alasan} if milik else None
    form = (
        FormKembaliUnit(prefix=awalan)
        if dikirim
        else FormKembaliUnit(formdata=None, prefix=awalan, data=data)
    )
    form.indikator.choices = [
        (i.indikator.identitas, f"{i.nomor} {i.indikator.uraian}") for i in isian.indikator
    ]
    return form


def form_lewati(isian: IsianUnit, *, dikirim: bool = False) -> FormLewati:
    awalan = f"l{isian.unit.id}"
    return FormLewati(prefix=awalan) if dikirim else FormLewati(formdata=None, prefix=awalan)


def konteks(kerja: Pekerjaan, pelaku: Pelaku) -> dict[str, Any]:
    """Units with their figures, the request each got, and a form for each thing the rekap can do."""
    sesi = db.session()
    periode = kerja.tugas.periode
    semua = isian_semua(sesi, periode)
    permintaan = tugas_permintaan(sesi, periode.id)
    diminta = unit_diminta(sesi, permintaan, hari_ini()) if permintaan is not None else ()
    kumpulkan = tugas_halaman(sesi, periode, Halaman.KUMPULKAN)
    kembali = pengembalian_berlaku(sesi, kerja.tugas)
    keliru = {int(s.kunci) for s in sel_diminta(sesi, kerja.tugas) if not s.berubah}
    lembar = select(Disposisi).where(
        Disposisi.tugas_id == (permintaan.id if permintaan else None), terlihat(pelaku)
    )
    return {
        "semua": semua,
        "lembar": list(sesi.execute(lembar.order_by(Disposisi.nomor_agenda)).scalars()),
        "diminta": {d.unit.id: d for d in diminta},
        "sejak": kumpulkan.penyelesaian.pada if kumpulkan and kumpulkan.penyelesaian else None,
        "form_kembali_unit": {
            u.unit.id: form_kembali(u, ditandai=keliru, alasan=kembali.alasan if kembali else "")
            for u in semua
        },
        "form_lewati": {u.unit.id: form_lewati(u) for u in semua},
        "form_tunggu": {},
    }
