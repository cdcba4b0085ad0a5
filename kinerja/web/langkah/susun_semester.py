"""Step 7 on the screen: as step 4, with the catatan pembagian tugas and the slip to the Sekretaris."""

from __future__ import annotations

from typing import Any

from kinerja.domain.jabatan import Pelaku
from kinerja.models.basis_data import db
from kinerja.operations.langkah.susun_semester import disposisi_penyampaian
from kinerja.operations.laporan.narasi_bahan import pembagian_tugas
from kinerja.operations.laporan.verba import laporan_kini, tahunan_ikut
from kinerja.operations.tugas import Pekerjaan
from kinerja.web.langkah import susun


def konteks(kerja: Pekerjaan, pelaku: Pelaku) -> dict[str, Any]:
    sesi, tugas = db.session(), kerja.tugas
    tahunan = tahunan_ikut(sesi, tugas.periode)
    return {
        **susun.konteks(kerja, pelaku),
        "dapat_diolah": True,
        "pembagian": pembagian_tugas(sesi, tugas.periode_id),
        "penyampaian": disposisi_penyampaian(sesi, tugas),
        "tahunan": tahunan,
        "draf_tahunan": laporan_kini(sesi, tahunan.id) if tahunan else None,
    }
