"""A damaged file of the store that was put back from a backup: its audit row."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.operations.catatan import catat


def catat_pulih(
    sesi: Session, sha256: str, kerusakan: str, dari: str, disisihkan: str, pada: datetime
) -> Catatan:
    """By the system: it happens on the console. ``dari``: the copy it was read from.

    ``disisihkan``: where the damaged bytes lie now, "" if there were none.
    """
    pilih = select(Berkas.id).where(Berkas.sha256 == sha256).order_by(Berkas.id).limit(1)
    berkas = sesi.execute(pilih).scalar_one()
    return catat(
        sesi,
        None,
        pada,
        "pulihkan_berkas",
        f"berkas:{berkas}",
        f"Berkas {sha256[:12]}… dikembalikan dari cadangan ({kerusakan}).",
        sesudah={"sha256": sha256, "dari": dari, "disisihkan": disisihkan},
    )
