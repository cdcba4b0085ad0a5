"""The rencana aksi as a table that may run over pages: one row an activity, four triwulan side by side."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.documents.blok import Baris, Kolom, Tabel
from kinerja.documents.perjanjian_kinerja.naskah import BarisAksi

_KOLOM = (
    Kolom("No", 4, "tengah"),
    Kolom("Indikator Kinerja", 24),
    Kolom("Kegiatan", 26),
    *(Kolom(f"TW {n}", 8, "tengah", "Target") for n in ("I", "II", "III", "IV")),
    Kolom("Pelaksana", 14),
)


def tabel_aksi(aksi: Iterable[BarisAksi]) -> Tabel:
    """The printed table of the rencana aksi; text as the office typed it."""
    baris = (
        Baris((str(n), a.indikator, a.kegiatan, *a.target, a.pelaksana)) for n, a in enumerate(aksi, start=1)
    )
    return Tabel(_KOLOM, tuple(baris))
