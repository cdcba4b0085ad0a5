"""Step 8: as step 5; its kelengkapan "hasil koreksi" is made on the page itself and not ticked twice."""

from __future__ import annotations

from sqlalchemy.orm import Session

from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir
from kinerja.operations.langkah.sosialisasi import butir_sosialisasi, saat_selesai

__all__ = ["hasil", "saat_selesai"]


def hasil(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    """The meeting; the corrections are the sheet's own kelengkapan."""
    return (butir_sosialisasi(sesi, tugas),)
