"""May a valid sheet be loaded as one that runs on demand? What it names must be something the office has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from kinerja.domain.jabatan import Peran
from kinerja.domain.naskah import Naskah
from kinerja.domain.sop import HALAMAN_SURAT, Daur, Halaman, Langkah, Sop
from kinerja.domain.sop_salah import SalahSop, SopTidakSah

MAKS_KODE = 60
PELAKSANA = tuple(p for p in Peran if p is not Peran.ADMIN)
_NASKAH_SURAT = frozenset({Naskah.KONSEP_SURAT, Naskah.SURAT_BERNOMOR, Naskah.SURAT_TERTANDA})
# What can be there without a triwulan, semester or tahun of its own.
NASKAH_SEKALI = _NASKAH_SURAT | {Naskah.BERKAS, Naskah.PERJANJIAN_KINERJA, Naskah.RENCANA_AKSI}


def kode_lembar(nama: str) -> str:
    """The name of a sheet as its kode: "SOP Surat Keluar" → "surat-keluar"; "" when nothing is left."""
    huruf = unicodedata.normalize("NFKD", nama.casefold()).encode("ascii", "ignore").decode()
    rapi = re.sub(r"[^a-z0-9]+", "-", huruf).strip("-")
    return rapi.removeprefix("sop-")[:MAKS_KODE].strip("-")


def periksa_muat(sop: Sop) -> None:
    """Raise SopTidakSah with every reason why this sheet cannot run on demand."""
    salah = [*_pelaksana(sop), *(s for satu in sop.langkah_semua for s in _langkah(satu)), *_surat(sop)]
    if not kode_lembar(sop.nama):
        salah.append(SalahSop(None, "identitas.nama", "harus memuat huruf atau angka"))
    if salah:
        raise SopTidakSah(salah)


def _pelaksana(sop: Sop) -> Iterator[SalahSop]:
    """Each column stands for roles of the office; only the starter's may leave open which one it is."""
    dikenal = ", ".join(PELAKSANA)
    for ke, satu in enumerate(sop.pelaksana_semua, 1):
        tempat = f"pelaksana[{ke}]"
        if not satu.peran and satu.kode not in PELAKSANA:
            yield SalahSop(
                None,
                f"{tempat}.kode",
                f'"{satu.kode}" bukan peran di kantor ini; pilih {dikenal}, atau isi peran',
            )
        elif any(p not in PELAKSANA for p in satu.peran_semua):
            yield SalahSop(None, f"{tempat}.peran", f"pilih di antara {dikenal}")
        elif len(satu.peran_semua) > 1 and satu.kode != sop.mulai.pelaksana:
            yield SalahSop(
                None, f"{tempat}.peran", "lebih dari satu peran hanya untuk pelaksana langkah mulai"
            )


def _langkah(satu: Langkah) -> Iterator[SalahSop]:
    if satu.daur is not Daur.SEKALI:
        yield SalahSop(satu.nomor, "daur", 'lembar yang dimuat di sini memakai daur = "sekali"')
    if satu.halaman is not None and satu.halaman not in HALAMAN_SURAT:
        pilihan = ", ".join(h for h in Halaman if h in HALAMAN_SURAT)
        yield SalahSop(
            satu.nomor,
            "halaman",
            f'"{satu.halaman}" hanya untuk laporan kinerja; pilih {pilihan}, atau hapus',
        )
    for kunci in ("kelengkapan", "output"):
        for naskah in getattr(satu, kunci):
            if naskah not in NASKAH_SEKALI:
                pilihan = ", ".join(n for n in Naskah if n in NASKAH_SEKALI)
                yield SalahSop(satu.nomor, kunci, f'"{naskah}" tidak ada di lembar ini; pilih {pilihan}')


def _surat(sop: Sop) -> Iterator[SalahSop]:
    """A step about a letter needs one that writes it; to file a signed one, one that gives its number."""
    ada = {satu.halaman for satu in sop.langkah_semua}
    for satu in sop.langkah_semua:
        if Halaman.SURAT not in ada and (
            satu.halaman in HALAMAN_SURAT or _NASKAH_SURAT & {*satu.kelengkapan, *satu.output}
        ):
            yield SalahSop(
                satu.nomor, "halaman", 'perlu langkah lain dengan halaman = "surat" untuk menulisnya'
            )
        elif satu.halaman is Halaman.SURAT_ARSIP and Halaman.SURAT_NOMOR not in ada:
            yield SalahSop(
                satu.nomor, "halaman", 'perlu langkah lain dengan halaman = "surat_nomor" untuk nomornya'
            )
