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
from kinerja.operations.langkah import (
    kumpulkan,
    olah,
    rekap,
    rekap_semester,
    sosialisasi,
    sosialisasi_semester,
    surat,
    susun,
    susun_semester,
    susun_tahunan,
)


@dataclass(frozen=True)
class AturanLangkah:
    """``hasil(sesi, tugas)`` → ticks; ``saat_selesai(sesi, tugas, oleh, pada)`` runs in the completion."""

    hasil: Callable[[Session, Tugas], tuple[Butir, ...]]
    saat_selesai: Callable[[Session, Tugas, Pelaku, datetime], None] | None = None


ATURAN: dict[Halaman, AturanLangkah] = {
    Halaman.KUMPULKAN: AturanLangkah(kumpulkan.hasil),
    Halaman.REKAP: AturanLangkah(rekap.hasil),
    Halaman.OLAH: AturanLangkah(olah.hasil),
    Halaman.SUSUN: AturanLangkah(susun.hasil),
    Halaman.SOSIALISASI: AturanLangkah(sosialisasi.hasil, sosialisasi.saat_selesai),
    Halaman.REKAP_SEMESTER: AturanLangkah(rekap_semester.hasil),
    Halaman.SUSUN_SEMESTER: AturanLangkah(susun_semester.hasil),
    Halaman.SOSIALISASI_SEMESTER: AturanLangkah(
        sosialisasi_semester.hasil, sosialisasi_semester.saat_selesai
    ),
    Halaman.SUSUN_TAHUNAN: AturanLangkah(susun_tahunan.hasil, susun_tahunan.saat_selesai),
    Halaman.SURAT: AturanLangkah(surat.hasil_tulis),
    Halaman.SURAT_LIHAT: AturanLangkah(surat.hasil_lihat),
    Halaman.SURAT_NOMOR: AturanLangkah(surat.hasil_nomor),
    Halaman.SURAT_ARSIP: AturanLangkah(surat.hasil_arsip),
}
