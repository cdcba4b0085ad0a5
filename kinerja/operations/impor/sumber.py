"""Which workbook an import is about."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.domain.lembar_isian import JenisBuku


@dataclass(frozen=True)
class Sumber:
    """``periode_id`` for realisasi, ``unit_id`` for realisasi and rencana aksi; 0 where it does not apply."""

    jenis: JenisBuku
    tahun: int
    periode_id: int = 0
    unit_id: int = 0
