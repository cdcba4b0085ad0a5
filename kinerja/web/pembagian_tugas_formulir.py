"""The form of the catatan pembagian tugas: two fields for each unit."""

from __future__ import annotations

from typing import Any

from wtforms import DateField, TextAreaField
from wtforms.validators import InputRequired, Length

from kinerja.models.basis_data import db
from kinerja.models.tugas import Tugas
from kinerja.operations.pembagian_tugas import PANJANG_URAIAN, Bagian, daftar_bagian
from kinerja.web.formulir import Formulir
from kinerja.web.jam import hari_ini


def bagian_tugas(tugas: Tugas) -> list[Bagian]:
    """The lines of a step 6."""
    return daftar_bagian(db.session(), tugas, hari_ini())


def form_pembagian(tugas: Tugas, kirim: bool = False) -> Formulir:
    """``uraian_<unit id>`` and ``tenggat_<unit id>``, filled with what is stored or proposed."""
    medan: dict[str, Any] = {}
    awal: dict[str, Any] = {}
    for b in bagian_tugas(tugas):
        uraian, tenggat = f"uraian_{b.unit.id}", f"tenggat_{b.unit.id}"
        medan[uraian] = TextAreaField(
            f"Tugas {b.unit.nama}",
            [InputRequired("Tuliskan apa yang dikerjakan bagian ini."), Length(max=PANJANG_URAIAN)],
        )
        medan[tenggat] = DateField(f"Tenggat {b.unit.nama}", [InputRequired("Isi tenggatnya.")])
        awal |= {uraian: b.uraian, tenggat: b.tenggat}
    jenis = type("FormPembagian", (Formulir,), medan)
    form: Formulir = jenis(prefix="bagi") if kirim else jenis(formdata=None, prefix="bagi", data=awal)
    return form
