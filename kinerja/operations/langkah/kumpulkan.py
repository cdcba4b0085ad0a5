"""Step 1, *mengumpulkan data*: every unit of the PK has been asked for its data by disposisi."""

from __future__ import annotations

from sqlalchemy.orm import Session

from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir
from kinerja.operations.disposisi.permintaan import unit_diminta

LABEL = "Disposisi permintaan data"


def hasil(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    """One tick: each unit that owns an indicator or a program has a branch that was not cancelled."""
    semua = unit_diminta(sesi, tugas)
    belum = [u.unit.nama for u in semua if u.cabang is None]
    sudah = len(semua) - len(belum)
    pesan = f"{sudah} dari {len(semua)} unit sudah dimintai data."
    if not semua:
        pesan = "Belum ada unit: indikatornya belum ada pada Perjanjian Kinerja yang disetujui."
    elif belum:
        pesan += " Belum: " + ", ".join(belum) + "."
    return (Butir(LABEL, bool(semua) and not belum, pesan, ("tugas", tugas.id)),)
