"""How a periode went through its sheet, as display values for the evidence on paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.documents.bagan_svg import TERKECIL, Keadaan
from kinerja.documents.lipat import pecah_baris

BAGIAN_LEBAR = 0.78
"""Of a column's width, for the words under a symbol: arrows run beside them."""


@dataclass(frozen=True)
class RincianLangkah:
    """A row of the table: one step of the periode in words; "–" where there is nothing yet."""

    nomor: str
    kegiatan: str
    jabatan: str
    orang: str
    keadaan: str
    dibuka: str
    selesai: str
    lama: str
    tenggat: str
    ketepatan: str


@dataclass(frozen=True)
class BuktiPeriode:
    """The periode, its revision with digest, when and by whom it was printed, and its steps."""

    periode: str
    revisi: int
    digest: str
    dicetak: str
    dicetak_oleh: str
    keadaan: Mapping[int, Keadaan]
    isi: Mapping[int, tuple[str, ...]]
    rincian: tuple[RincianLangkah, ...]

    def keadaan_langkah(self, nomor: int) -> Keadaan | None:
        return self.keadaan.get(nomor)


def kata_baris(bukti: BuktiPeriode | None, lebar: float) -> dict[int, tuple[str, ...]]:
    """By number the lines under a symbol, broken to fit a column ``lebar`` points wide."""
    if bukti is None:
        return {}
    return {
        nomor: tuple(
            baris
            for ke, satu in enumerate(isi)
            for baris in pecah_baris(satu, lebar * BAGIAN_LEBAR, TERKECIL, tebal=ke == 0)
        )
        for nomor, isi in bukti.isi.items()
    }
