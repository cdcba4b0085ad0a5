"""The work page of each langkah: its context and its template, found by the sheet's ``halaman``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.sop import Halaman
from kinerja.operations.tugas import Pekerjaan
from kinerja.web.langkah import (
    kumpulkan,
    olah,
    pengesahan,
    rekap,
    rekap_semester,
    sosialisasi,
    sosialisasi_semester,
    surat,
    susun,
    susun_semester,
    susun_tahunan,
)

Konteks = Callable[[Pekerjaan, Pelaku], dict[str, Any]]

# A module of this package per halaman; templates lie in templates/tugas/langkah/<halaman>.html.
KONTEKS: dict[Halaman, Konteks] = {
    Halaman.KUMPULKAN: kumpulkan.konteks,
    Halaman.REKAP: rekap.konteks,
    Halaman.OLAH: olah.konteks,
    Halaman.SUSUN: susun.konteks,
    Halaman.SOSIALISASI: sosialisasi.konteks,
    Halaman.REKAP_SEMESTER: rekap_semester.konteks,
    Halaman.SUSUN_SEMESTER: susun_semester.konteks,
    Halaman.SOSIALISASI_SEMESTER: sosialisasi_semester.konteks,
    Halaman.SUSUN_TAHUNAN: susun_tahunan.konteks,
    Halaman.SURAT: surat.konteks,
    Halaman.SURAT_LIHAT: surat.konteks,
    Halaman.SURAT_NOMOR: surat.konteks,
    Halaman.SURAT_ARSIP: surat.konteks,
}


def templat_langkah(kerja: Pekerjaan) -> str:
    """The template of the work itself; the generic one where the sheet names no page."""
    if kerja.langkah is None:
        return "tugas/langkah/pengesahan.html"
    halaman = kerja.langkah.halaman
    nama = halaman.value if halaman in KONTEKS and halaman is not None else "umum"
    return f"tugas/langkah/{nama}.html"


def konteks_langkah(kerja: Pekerjaan, pelaku: Pelaku) -> dict[str, Any]:
    """What that template needs besides the context of every step."""
    if kerja.langkah is None:
        return pengesahan.konteks(kerja, pelaku)
    halaman = kerja.langkah.halaman
    return KONTEKS[halaman](kerja, pelaku) if halaman is not None and halaman in KONTEKS else {}
