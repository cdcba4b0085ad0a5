"""The work page of each langkah: its context and its template, found by the sheet's ``halaman``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.sop import Halaman
from kinerja.operations.tugas import Pekerjaan

Konteks = Callable[[Pekerjaan, Pelaku], dict[str, Any]]

# A module of this package per halaman; templates lie in templates/tugas/langkah/<halaman>.html.
KONTEKS: dict[Halaman, Konteks] = {}
PENGESAHAN: list[Konteks] = []


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
        return {k: v for konteks in PENGESAHAN for k, v in konteks(kerja, pelaku).items()}
    halaman = kerja.langkah.halaman
    return KONTEKS[halaman](kerja, pelaku) if halaman is not None and halaman in KONTEKS else {}
