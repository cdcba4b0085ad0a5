"""What the page of a Pengesahan shows: the frozen report, the issued PDF, the way back of the signed one."""

from __future__ import annotations

from typing import Any

from kinerja.domain.jabatan import Pelaku, Peran
from kinerja.models.basis_data import db
from kinerja.models.dokumen import Dokumen
from kinerja.models.laporan import laporan_terbaru
from kinerja.operations.dokumen.terbit import dokumen_laporan
from kinerja.operations.laporan.beda import perubahan
from kinerja.operations.pindaian.lihat import menunggu_dokumen
from kinerja.operations.tugas import Pekerjaan
from kinerja.web.laporan.versi import boleh_batal
from kinerja.web.pindai.formulir import FormUnggah


def konteks(kerja: Pekerjaan, pelaku: Pelaku) -> dict[str, Any]:
    """``dokumen`` is None until the PDF is issued; ``galat_terbit`` is set when issuing failed."""
    laporan = db.session.execute(laporan_terbaru(kerja.tugas.periode_id)).scalar_one_or_none()
    dokumen = dokumen_laporan(db.session(), laporan) if laporan is not None else None
    beda = perubahan(db.session(), kerja.tugas.periode, laporan).beda if laporan is not None else ()
    return {
        "laporan": laporan,
        "dokumen": dokumen,
        "beda": beda if dokumen is None else (),
        "boleh_batal": boleh_batal(laporan),
        "boleh_revisi": pelaku.sebagai(Peran.KASUBAG_PERENCANAAN) is not None,
        **konteks_kembali(dokumen),
    }


def konteks_kembali(dokumen: Dokumen | None) -> dict[str, Any]:
    """The way back of an issued document, on the page of the step that waits for it."""
    return {
        "form_pindai": FormUnggah.untuk(dokumen, selesai=True),
        "pindaian": menunggu_dokumen(db.session(), dokumen.id) if dokumen else [],
    }
