"""The SOP sheets that travel with the application, one TOML file each."""

from __future__ import annotations

from importlib import resources

from kinerja.domain.sop import Sop
from kinerja.domain.sop_berkas import baca_teks

PENGUMPULAN_DATA_KINERJA = "pengumpulan-data-kinerja"
SURAT_KELUAR = "surat-keluar"
CONTOH = "contoh-lembar"  # a sheet to fill in
TAMBAHAN = (SURAT_KELUAR,)
"""The sheets beside the office's own: examples that run on demand."""


def teks_sop(nama: str = PENGUMPULAN_DATA_KINERJA) -> str:
    """Return the TOML text of a sheet in this package; FileNotFoundError when there is none."""
    return resources.files(__package__).joinpath(f"{nama}.toml").read_text(encoding="utf-8")


def muat(teks: str | None = None) -> Sop:
    """Return the sheet written in ``teks``, or the office's own sheet; raise SopTidakSah."""
    return baca_teks(teks_sop() if teks is None else teks)


def tambahan() -> dict[str, Sop]:
    """The example sheets beside the office's own, by kode."""
    return {kode: muat(teks_sop(kode)) for kode in TAMBAHAN}
