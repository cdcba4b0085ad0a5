"""A letter of the office: its parts, what must be filled before it can go on, its class."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kinerja.domain.disposisi import Sifat
from kinerja.domain.kesalahan import MasukanSalah

PANJANG_BARIS = 300
PANJANG_ISI = 20_000
PANJANG_DAFTAR = 2_000
SIFAT = (Sifat.BIASA, Sifat.SEGERA, Sifat.SANGAT_SEGERA)
_KELAS = re.compile(r"[0-9]{3}(\.[0-9]{1,2}){0,5}")
_PANJANG = {
    "kepada": PANJANG_DAFTAR,
    "di": PANJANG_BARIS,
    "hal": PANJANG_BARIS,
    "lampiran": PANJANG_BARIS,
    "isi": PANJANG_ISI,
    "tembusan": PANJANG_DAFTAR,
}
_WAJIB = {"klasifikasi": "kode klasifikasi", "kepada": "tujuan", "hal": "hal", "isi": "isi surat"}


@dataclass(frozen=True)
class IsianSurat:
    """The letter as typed. ``kepada`` and ``tembusan`` are a line each; ``isi`` has a paragraph a line."""

    hal: str
    klasifikasi: str = ""
    sifat: Sifat = Sifat.BIASA
    kepada: str = ""
    di: str = ""
    lampiran: str = ""
    isi: str = ""
    tembusan: str = ""


def periksa_surat(isian: IsianSurat) -> IsianSurat:
    """The letter trimmed. What is missing may be filled later, what is wrong may not stand: MasukanSalah."""
    rapi = IsianSurat(
        hal=isian.hal.strip(),
        klasifikasi=isian.klasifikasi.strip(),
        sifat=isian.sifat,
        kepada=isian.kepada.strip(),
        di=isian.di.strip(),
        lampiran=isian.lampiran.strip(),
        isi=isian.isi.strip(),
        tembusan=isian.tembusan.strip(),
    )
    for medan, panjang in _PANJANG.items():
        if len(getattr(rapi, medan)) > panjang:
            raise MasukanSalah(f"Paling panjang {panjang} tanda.", medan)
    if not rapi.hal:
        raise MasukanSalah("Tuliskan hal surat.", "hal")
    if rapi.klasifikasi and not _KELAS.fullmatch(rapi.klasifikasi):
        raise MasukanSalah(
            "Kode klasifikasi terdiri atas angka dan titik, misalnya 000.8.6.3.", "klasifikasi"
        )
    if rapi.sifat not in SIFAT:
        raise MasukanSalah(
            "Surat rahasia tidak dibuat di sini, karena jalannya SOP terbaca semua pejabat.", "sifat"
        )
    return rapi


def kekurangan(isian: IsianSurat) -> tuple[str, ...]:
    """What a letter still lacks before it can be checked and numbered, in words."""
    return tuple(kata for medan, kata in _WAJIB.items() if not getattr(isian, medan).strip())


def baris(teks: str) -> tuple[str, ...]:
    """The lines of a list typed one a line, without the empty ones."""
    return tuple(satu.strip() for satu in teks.splitlines() if satu.strip())
