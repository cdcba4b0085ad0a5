"""The example sheets that travel with the application, put into a new office."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.sop import Sop
from kinerja.models.lembar_sop import lembar_terbaru
from kinerja.operations.lembar_sop import muat_lembar


def muat_tambahan(sesi: Session, lembar: Mapping[str, Sop], pada: datetime) -> None:
    """Load each of these sheets (by kode) of which the office has no revision; only at its installation."""
    for kode, sop in lembar.items():
        if sesi.execute(lembar_terbaru(kode)).first() is None:
            muat_lembar(sesi, kode, sop, None, pada)
