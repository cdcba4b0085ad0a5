"""The example sheets that travel with the application, put into a new office."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.models.lembar_sop import lembar_terbaru
from kinerja.operations.lembar_sop import muat_lembar
from kinerja.sop import TAMBAHAN, muat, teks_sop


def muat_tambahan(sesi: Session, pada: datetime) -> None:
    """Load each sheet of which the office has no revision; only at its installation."""
    for kode in TAMBAHAN:
        if sesi.execute(lembar_terbaru(kode)).first() is None:
            muat_lembar(sesi, kode, muat(teks_sop(kode)), None, pada)
