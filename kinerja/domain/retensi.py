"""How long a document is kept: the years of its class, counted from the end of the document's own year.

Nothing here destroys anything. What is due is only named; destroying it is a matter of the office's archive
committee and its berita acara, outside this program.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

TAHUN_TERLAMA = 100
"""The longest period of a class, in years."""


class Nasib(StrEnum):
    """What the schedule says of a document once its years are over."""

    MUSNAH = "musnah"
    PERMANEN = "permanen"
    NILAI = "nilai"


class KeadaanRetensi(StrEnum):
    """Where a document stands on a day; the value is what the address of a page bears."""

    AKTIF = "aktif"
    INAKTIF = "inaktif"
    JATUH_TEMPO = "jatuh_tempo"
    PERMANEN = "permanen"
    DINILAI = "dinilai"
    TANPA_JADWAL = "tanpa_jadwal"


NAMA_NASIB = {
    Nasib.MUSNAH: "Musnah",
    Nasib.PERMANEN: "Permanen",
    Nasib.NILAI: "Dinilai kembali",
}
NAMA_RETENSI = {
    KeadaanRetensi.AKTIF: "Aktif",
    KeadaanRetensi.INAKTIF: "Inaktif",
    KeadaanRetensi.JATUH_TEMPO: "Jatuh tempo",
    KeadaanRetensi.PERMANEN: "Disimpan permanen",
    KeadaanRetensi.DINILAI: "Perlu dinilai kembali",
    KeadaanRetensi.TANPA_JADWAL: "Belum ada jadwal",
}
SESUDAHNYA = {
    Nasib.MUSNAH: KeadaanRetensi.JATUH_TEMPO,
    Nasib.PERMANEN: KeadaanRetensi.PERMANEN,
    Nasib.NILAI: KeadaanRetensi.DINILAI,
}
"""The state a document enters when its years are over, by its nasib."""
HABIS = tuple(SESUDAHNYA.values())
"""The states in which the years are over."""


@dataclass(frozen=True)
class Retensi:
    """The dates of one document. Both ``…_sampai`` are the last day of a period."""

    aktif_sampai: date
    inaktif_sampai: date
    nasib: Nasib

    @property
    def jatuh_tempo(self) -> date:
        """The first day on which the years are over."""
        return date(self.inaktif_sampai.year + 1, 1, 1)

    def keadaan(self, hari: date) -> KeadaanRetensi:
        """The state on a day; a document of a year that has not ended is active."""
        if hari <= self.aktif_sampai:
            return KeadaanRetensi.AKTIF
        if hari <= self.inaktif_sampai:
            return KeadaanRetensi.INAKTIF
        return SESUDAHNYA[self.nasib]


def retensi(tahun: int, aktif: int, inaktif: int, nasib: Nasib) -> Retensi:
    """``tahun``: the document's own; ``aktif`` years at hand from its end, ``inaktif`` years after those."""
    if not (0 <= aktif <= TAHUN_TERLAMA and 0 <= inaktif <= TAHUN_TERLAMA):
        raise ValueError("years out of range")
    return Retensi(date(tahun + aktif, 12, 31), date(tahun + aktif + inaktif, 12, 31), nasib)
