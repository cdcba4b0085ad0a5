"""Step 3 on the screen: the draft's figures and the findings."""

from __future__ import annotations

from typing import Any

from kinerja.domain.jabatan import Pelaku
from kinerja.models.basis_data import db
from kinerja.operations.laporan.temuan import daftar_temuan
from kinerja.operations.laporan.verba import angka_terkini, isi_laporan, laporan_kini
from kinerja.operations.tugas import Pekerjaan
from kinerja.web.laporan.bagian import NADA_TEMUAN, FormPenjelasan


def konteks_angka(kerja: Pekerjaan) -> dict[str, Any]:
    """The stored draft and whether the present data still give it."""
    sesi, periode = db.session(), kerja.tugas.periode
    laporan = laporan_kini(sesi, periode.id)
    return {
        "laporan": laporan,
        "isi": isi_laporan(laporan) if laporan else None,
        "angka_terkini": laporan is not None and angka_terkini(sesi, periode, laporan),
    }


def konteks(kerja: Pekerjaan, pelaku: Pelaku) -> dict[str, Any]:
    """``form_temuan``: kunci → form; a view that refuses an explanation puts the typed one in its place."""
    temuan = daftar_temuan(db.session(), kerja.tugas.periode)
    return {
        **konteks_angka(kerja),
        "temuan": temuan,
        "nada_temuan": NADA_TEMUAN,
        "form_temuan": {
            b.temuan.kunci: FormPenjelasan(
                formdata=None,
                data={
                    "kunci": b.temuan.kunci,
                    "penjelasan": b.penjelasan.penjelasan if b.penjelasan else "",
                },
            )
            for b in temuan
        },
    }
