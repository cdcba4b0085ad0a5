"""The posts and units that a kecamatan usually has (domain.md §5); the names of the Kasi are examples."""

from __future__ import annotations

from typing import NamedTuple

from kinerja.domain.jabatan import NAMA_PERAN, Peran


class BarisSusunan(NamedTuple):
    """One post: its name, peran, unit ("" where it has none) and the name of its superior's post."""

    nama: str
    peran: Peran
    unit: str = ""
    atasan: str = ""


_CAMAT = NAMA_PERAN[Peran.CAMAT]
_SEKRETARIS = NAMA_PERAN[Peran.SEKRETARIS]
_UMUM = NAMA_PERAN[Peran.KASUBAG_UMUM]
_PERENCANAAN = NAMA_PERAN[Peran.KASUBAG_PERENCANAAN]
_SUBBAG_PERENCANAAN = "Subbag Perencanaan Keuangan dan Pelaporan"
_SEKSI = (
    "Pemerintahan",
    "Pemberdayaan Masyarakat",
    "Ketenteraman dan Ketertiban Umum",
    "Kesejahteraan Sosial",
    "Pelayanan Umum",
)

SUSUNAN_LAZIM: tuple[BarisSusunan, ...] = (
    BarisSusunan(_CAMAT, Peran.CAMAT),
    BarisSusunan(_SEKRETARIS, Peran.SEKRETARIS, "", _CAMAT),
    BarisSusunan(_UMUM, Peran.KASUBAG_UMUM, "Subbag Umum dan Kepegawaian", _SEKRETARIS),
    BarisSusunan(_PERENCANAAN, Peran.KASUBAG_PERENCANAAN, _SUBBAG_PERENCANAAN, _SEKRETARIS),
    *(BarisSusunan(f"Kasi {nama}", Peran.KASI, f"Seksi {nama}", _CAMAT) for nama in _SEKSI),
    BarisSusunan(f"Staf {_SUBBAG_PERENCANAAN}", Peran.STAF, _SUBBAG_PERENCANAAN, _PERENCANAAN),
)
