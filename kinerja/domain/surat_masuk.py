"""An incoming paper letter: what is written down of it, and to whom it may be put forward."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kinerja.domain.disposisi import PANJANG_BARIS, PANJANG_TEKS, Sifat
from kinerja.domain.jabatan import Peran
from kinerja.domain.kesalahan import MasukanSalah

# The two posts that decide what happens with a letter; the first is proposed.
PENERIMA_SURAT = (Peran.CAMAT, Peran.SEKRETARIS)


@dataclass(frozen=True)
class IsianSuratMasuk:
    """The letter as its page of the agenda book says it. ``untuk_id``: the post that decides."""

    surat_dari: str
    hal: str
    diterima: date
    untuk_id: int
    nomor_surat: str = ""
    tanggal_surat: date | None = None
    sifat: Sifat = Sifat.BIASA
    ringkasan: str = ""


def periksa_surat_masuk(isian: IsianSuratMasuk, hari: date) -> None:
    """Refuse a letter without sender or hal, too long a text, a date that has not come. ``hari``: today."""
    for medan, teks, nama in (("surat_dari", isian.surat_dari, "pengirimnya"), ("hal", isian.hal, "halnya")):
        if not teks.strip():
            raise MasukanSalah(f"Isi {nama}.", medan)
    for medan in ("surat_dari", "nomor_surat", "hal"):
        if len(getattr(isian, medan)) > PANJANG_BARIS:
            raise MasukanSalah(f"Paling panjang {PANJANG_BARIS} tanda.", medan)
    if len(isian.ringkasan) > PANJANG_TEKS:
        raise MasukanSalah(f"Paling panjang {PANJANG_TEKS} tanda.", "ringkasan")
    if isian.diterima > hari:
        raise MasukanSalah("Tanggal diterima belum tiba.", "diterima")
    if isian.tanggal_surat is not None and isian.tanggal_surat > isian.diterima:
        raise MasukanSalah("Tanggal surat sesudah tanggal diterima; periksa keduanya.", "tanggal_surat")
