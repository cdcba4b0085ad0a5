"""Dates as a sheet prints them, and the office's word on a place of the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class Tanggal:
    """A date of the sheet: the day meant (None when blank) and the printed words ("" when blank)."""

    tanggal: date | None = None
    tertulis: str = ""


class Cara(StrEnum):
    """How the office settled a doubtful place: it is right as it stands, or the office wrote another."""

    BENAR = "benar"
    DIUBAH = "diubah"


@dataclass(frozen=True)
class Konfirmasi:
    """The office's word on one cell (``tempat`` as in ``sop_sel``): who said it, as what, when."""

    tempat: str
    cara: Cara
    oleh: str
    jabatan: str
    tanggal: Tanggal
