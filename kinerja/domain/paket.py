"""The inspection pack: its parts in their order, and names of files that every system can unpack."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from enum import StrEnum

PANJANG_NAMA = 120
"""Letters of a path inside the zip, folder and extension included."""
_BUKAN = re.compile(r"[^a-z0-9]+")
_DIPESAN = frozenset({"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))})
_AKHIRAN = re.compile(r"[a-z0-9]{1,8}")


class Bagian(StrEnum):
    """A part of the pack; the value is its folder."""

    LAPORAN = "1-laporan"
    PERJANJIAN_KINERJA = "2-perjanjian-kinerja"
    SURAT = "3-surat"
    DISPOSISI = "4-disposisi"
    BUKTI = "5-bukti"
    SOP = "6-sop"
    CATATAN = "7-catatan"

    @property
    def judul(self) -> str:
        """Its heading on the index page."""
        return _JUDUL[self]

    @property
    def kosong(self) -> str:
        """What the index page says where there is nothing."""
        return f"Tidak ada {_SEBUTAN[self]} pada tahun ini."


_JUDUL = {
    Bagian.LAPORAN: "Laporan kinerja dan sosialisasi drafnya",
    Bagian.PERJANJIAN_KINERJA: "Perjanjian Kinerja",
    Bagian.SURAT: "Surat masuk dan surat keluar",
    Bagian.DISPOSISI: "Disposisi",
    Bagian.BUKTI: "Bukti realisasi",
    Bagian.SOP: "Lembar SOP, pelaksanaannya, dan Evaluasi SOP",
    Bagian.CATATAN: "Catatan tindakan dan tanda tangan elektronik",
}
_SEBUTAN = {
    Bagian.LAPORAN: "laporan yang terbit",
    Bagian.PERJANJIAN_KINERJA: "Perjanjian Kinerja yang disetujui",
    Bagian.SURAT: "surat",
    Bagian.DISPOSISI: "disposisi",
    Bagian.BUKTI: "bukti",
    Bagian.SOP: "lembar SOP yang berjalan",
    Bagian.CATATAN: "catatan",
}


def potong(kata: str, panjang: int) -> str:
    """Small letters and digits with dashes between the words: "Laporan Triwulan I" → "laporan-triwulan-i"."""
    polos = unicodedata.normalize("NFKD", kata).encode("ascii", "ignore").decode().lower()
    rapi = _BUKAN.sub("-", polos).strip("-")[:panjang].strip("-")
    return f"{rapi}-" if rapi in _DIPESAN else rapi


def jalur_berkas(bagian: str, kata: str, akhiran: str, dipakai: Collection[str] = ()) -> str:
    """A path that no other in ``dipakai`` has: "1-laporan/001-laporan-triwulan-i-2026.pdf".

    ``bagian`` may name a folder in a folder; a second file of one name gets "-2".
    """
    ujung = akhiran.lower() if _AKHIRAN.fullmatch(akhiran.lower()) else "bin"
    ruang = PANJANG_NAMA - len(bagian) - len(ujung) - 6
    pokok = potong(kata, ruang) or "berkas"
    jalur, ke = f"{bagian}/{pokok}.{ujung}", 1
    while jalur in dipakai:
        ke += 1
        jalur = f"{bagian}/{pokok}-{ke}.{ujung}"
    return jalur
