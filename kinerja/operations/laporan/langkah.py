"""Which step of a period works on its report, and whether a person may do that now.

Used by the verbs of the report; the rules of steps (operations.langkah) never call it.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import Jabatan, Pelaku
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.sop import Halaman
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from kinerja.operations.lembar_sop import sop_dari

MENGOLAH = frozenset({Halaman.OLAH, Halaman.SUSUN_SEMESTER, Halaman.SUSUN_TAHUNAN})
MENYUSUN = frozenset({Halaman.SUSUN, Halaman.SUSUN_SEMESTER, Halaman.SUSUN_TAHUNAN})


def tugas_berhalaman(sesi: Session, periode_id: int, halaman: Collection[Halaman]) -> Tugas:
    """The step of this period whose work page is one of these. Raises TidakDitemukan."""
    semua = (
        sesi.execute(
            select(Tugas)
            .options(joinedload(Tugas.periode).joinedload(Periode.lembar_sop), joinedload(Tugas.penyelesaian))
            .where(Tugas.periode_id == periode_id, Tugas.langkah.is_not(None))
            .order_by(Tugas.langkah)
        )
        .unique()
        .scalars()
        .all()
    )
    for tugas in semua:
        langkah = sop_dari(tugas.periode.lembar_sop).langkah(tugas.langkah or 0)
        if langkah.halaman in halaman:
            return tugas
    raise TidakDitemukan("Periode ini tidak mempunyai langkah itu.")


def pastikan_langkah(
    sesi: Session, periode_id: int, halaman: Collection[Halaman], oleh: Pelaku, pada: datetime
) -> Jabatan:
    """The post under which ``oleh`` may do that open step now; otherwise the fitting Kesalahan."""
    # operations.tugas imports the rules of steps, which import the report: so it is taken here.
    from kinerja.operations.tugas import pastikan_dapat_dikerjakan

    return pastikan_dapat_dikerjakan(sesi, tugas_berhalaman(sesi, periode_id, halaman), oleh, pada)
