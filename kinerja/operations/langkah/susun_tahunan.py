"""Step 9: the yearly report, Bab I–IV; completing it freezes it for Pengesahan."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir
from kinerja.operations.langkah.olah import draf_terkini
from kinerja.operations.langkah.susun import narasi_wajib
from kinerja.operations.laporan.verba import bekukan


def hasil(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    return (draf_terkini(sesi, tugas), narasi_wajib(sesi, tugas))


def saat_selesai(sesi: Session, tugas: Tugas, oleh: Pelaku, pada: datetime) -> None:
    bekukan(sesi, tugas.periode, oleh, pada)
