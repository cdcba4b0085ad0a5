"""What each work page of the sheet adds to completing its step.

A module here serves one ``Halaman`` of ``domain.sop``: ``hasil`` (what the step must have put out, each
ticked from real data) and ``saat_selesai`` (what completing it sets going). A langkah without a page
needs a note or a file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.sop import Halaman
from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir


@dataclass(frozen=True)
class AturanLangkah:
    """``hasil(sesi, tugas)`` → ticks; ``saat_selesai(sesi, tugas, oleh, pada)`` runs in the completion."""

    hasil: Callable[[Session, Tugas], tuple[Butir, ...]]
    saat_selesai: Callable[[Session, Tugas, Pelaku, datetime], None] | None = None


ATURAN: dict[Halaman, AturanLangkah] = {}

from kinerja.operations.langkah import kumpulkan, rekap, rekap_semester, sosialisasi, sosialisasi_semester  # noqa: E402

ATURAN[Halaman.SOSIALISASI] = AturanLangkah(sosialisasi.hasil, sosialisasi.saat_selesai)
ATURAN[Halaman.SOSIALISASI_SEMESTER] = AturanLangkah(
    sosialisasi_semester.hasil, sosialisasi_semester.saat_selesai
)
ATURAN[Halaman.REKAP_SEMESTER] = AturanLangkah(rekap_semester.hasil)
ATURAN[Halaman.REKAP] = AturanLangkah(rekap.hasil)
ATURAN[Halaman.KUMPULKAN] = AturanLangkah(kumpulkan.hasil)

from kinerja.operations.langkah import olah, susun, susun_semester, susun_tahunan  # noqa: E402

ATURAN[Halaman.OLAH] = AturanLangkah(olah.hasil)
ATURAN[Halaman.SUSUN] = AturanLangkah(susun.hasil)
ATURAN[Halaman.SUSUN_SEMESTER] = AturanLangkah(susun_semester.hasil)
ATURAN[Halaman.SUSUN_TAHUNAN] = AturanLangkah(susun_tahunan.hasil, susun_tahunan.saat_selesai)
