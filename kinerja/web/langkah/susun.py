"""Steps 4, 7 and 9 on the screen: sections beside their figures, corrections, what to do with the draft."""

from __future__ import annotations

from typing import Any

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.narasi import narasi_lepas
from kinerja.models.basis_data import db
from kinerja.operations.laporan.koreksi import daftar_koreksi
from kinerja.operations.laporan.verba import narasi_laporan
from kinerja.operations.tugas import Pekerjaan
from kinerja.web.langkah.olah import konteks_angka
from kinerja.web.laporan.bagian import FormTindakLanjut, bagian_tampil, kelompok


def konteks(kerja: Pekerjaan, pelaku: Pelaku) -> dict[str, Any]:
    """``dapat_diolah``: the step computes its own figures (7 and 9); those of a triwulan come from step 3."""
    angka = konteks_angka(kerja)
    laporan, isi = angka["laporan"], angka["isi"]
    bagian = bagian_tampil(db.session(), kerja.tugas.periode, laporan) if laporan else []
    koreksi = daftar_koreksi(db.session(), kerja.tugas.periode_id)
    return {
        **angka,
        "dapat_diolah": False,
        "bagian": bagian,
        "kelompok_bagian": kelompok(bagian),
        "lepas": narasi_lepas(isi, narasi_laporan(laporan)) if laporan else {},
        "koreksi": koreksi,
        "form_koreksi": {k.id: FormTindakLanjut(formdata=None) for k in koreksi},
    }
