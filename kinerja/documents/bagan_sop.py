"""The sheet's flow chart as data for a page: a row per langkah, each with its drawn strip of columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.documents.bagan_jalur import jalur
from kinerja.documents.bagan_svg import Keadaan, svg_layar
from kinerja.domain.sop import Dasar, Langkah, Sop

_KATA = {
    Keadaan.SELESAI: "Selesai",
    Keadaan.BERJALAN: "Anda di sini",
    Keadaan.MENUNGGU: "Menunggu",
}


@dataclass(frozen=True)
class BarisBagan:
    """A row: the langkah, who does it, its strip as SVG, and how far it is (None when not asked)."""

    langkah: Langkah
    pelaksana: str
    gambar: str
    keadaan: Keadaan | None
    kata_keadaan: str
    perlu_dikonfirmasi: bool
    lanjut: str
    """Where the arrows lead, in words, for those who do not see the drawing."""
    kolom_ke: int = 1
    """The column of its pelaksana, from 1."""
    isi: tuple[str, ...] = ()
    """Short lines under the symbol: how far, who, since when."""
    berubah: frozenset[str] = frozenset()
    """Columns that differ from another revision; "alur" is the drawing."""


@dataclass(frozen=True)
class Bagan:
    """The chart: the names of the columns and the rows."""

    sop: Sop
    kolom: tuple[str, ...]
    baris: tuple[BarisBagan, ...]


def bagan(
    sop: Sop,
    keadaan: Mapping[int, Keadaan] | None = None,
    isi: Mapping[int, tuple[str, ...]] | None = None,
    berubah: Mapping[int, frozenset[str]] | None = None,
) -> Bagan:
    """Return the chart of a sheet.

    By number ``keadaan`` tells how far each langkah is, ``isi`` what stands under its symbol, ``berubah``
    which columns differ from another revision.
    """
    nama = tuple(satu.nama for satu in sop.pelaksana_semua)
    baris = []
    for satu in jalur(sop):
        kini = (keadaan or {}).get(satu.langkah.nomor)
        kata = (isi or {}).get(satu.langkah.nomor, ())
        baris.append(
            BarisBagan(
                langkah=satu.langkah,
                pelaksana=nama[satu.kolom],
                gambar=svg_layar(satu, len(nama), kini, atas=bool(kata)),
                keadaan=kini,
                kata_keadaan=_KATA[kini] if kini else "",
                perlu_dikonfirmasi=satu.langkah.dasar is Dasar.ASUMSI,
                lanjut=_lanjut(satu.langkah),
                kolom_ke=satu.kolom + 1,
                isi=kata,
                berubah=(berubah or {}).get(satu.langkah.nomor, frozenset()),
            )
        )
    return Bagan(sop, nama, tuple(baris))


def _lanjut(langkah: Langkah) -> str:
    if langkah.ya is not None and langkah.tidak is not None:
        return f"Ya ke langkah {langkah.ya}, Tidak ke langkah {langkah.tidak}"
    return f"lanjut ke langkah {langkah.berikut}" if langkah.berikut else "selesai"
