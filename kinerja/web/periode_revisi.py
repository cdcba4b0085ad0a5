"""Which revision of the sheet each periode runs on, and moving one that nobody has begun."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from kinerja.domain.jabatan import Wewenang
from kinerja.models.basis_data import db
from kinerja.models.lembar_sop import LembarSop
from kinerja.operations.periode_sop import PANJANG_ALASAN, dapat_pindah
from kinerja.sop import PENGUMPULAN_DATA_KINERJA
from kinerja.web.akses import pelaku
from kinerja.web.formulir import WAJIB, Formulir


class FormRevisi(Formulir):
    alasan = TextAreaField(
        "Alasan memakai revisi SOP yang baru", [InputRequired(WAJIB), Length(max=PANJANG_ALASAN)]
    )


def konteks_revisi(isian: tuple[int, FormRevisi] | None = None) -> dict[str, Any]:
    """For the page of the periode; ``isian``: a form that was refused, with its periode's id."""
    revisi = select(LembarSop.id, LembarSop.revisi)
    return {
        "revisi_sop": {satu.id: satu.revisi for satu in db.session.execute(revisi)},
        "sop_baru": dapat_pindah(db.session(), PENGUMPULAN_DATA_KINERJA)
        if pelaku().boleh(Wewenang.ATUR_KANTOR)
        else {},
        "form_revisi": FormRevisi(formdata=None),
        "isian_revisi": isian,
    }
