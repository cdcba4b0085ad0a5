"""The pages of a letter: what they show besides every step's context."""

from __future__ import annotations

from typing import Any

from kinerja.domain.disposisi import NAMA_SIFAT
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.surat import baris
from kinerja.models.basis_data import db
from kinerja.operations.surat_keluar_lihat import dokumen_semua, dokumen_surat, surat_jalan
from kinerja.operations.tugas import Pekerjaan
from kinerja.web.langkah.pengesahan import konteks_kembali
from kinerja.web.surat_keluar.formulir import FormSurat


def konteks(kerja: Pekerjaan, _pelaku: Pelaku) -> dict[str, Any]:
    """``dokumen`` is the letter as issued; ``dokumen_lama`` what was issued before it was changed."""
    return konteks_surat(kerja.tugas.periode_id)


def konteks_surat(periode_id: int) -> dict[str, Any]:
    """The letter of a run; all empty where the sheet is about something else."""
    surat = surat_jalan(db.session(), periode_id)
    semua = dokumen_semua(db.session(), periode_id) if surat else []
    dokumen = dokumen_surat(db.session(), surat) if surat else None
    return {
        "surat": surat,
        "nama_sifat": NAMA_SIFAT,
        "kepada_surat": baris(surat.kepada) if surat else (),
        "tembusan_surat": baris(surat.tembusan) if surat else (),
        "dokumen": dokumen,
        "dokumen_lama": [d for d in semua if d is not dokumen],
        "form_surat": FormSurat.dari(surat) if surat else None,
        **konteks_kembali(dokumen),
    }
