"""The Perjanjian Kinerja: pernyataan, lampiran and rencana aksi (PermenPANRB 53/2014, Lampiran I)."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.documents.kantor import Kantor, Penandatangan

TEMPLAT = "perjanjian_kinerja.html"


@dataclass(frozen=True)
class IndikatorPK:
    """One row of the lampiran; target as printed ("85,50", "60–70", "BB")."""

    uraian: str
    satuan: str
    target: str


@dataclass(frozen=True)
class SasaranPK:
    """One sasaran strategis with its indikator."""

    uraian: str
    indikator: tuple[IndikatorPK, ...]


@dataclass(frozen=True)
class ProgramPK:
    """One program; ``anggaran`` without "Rp" (the column head has it), ``keterangan``: fund source."""

    nama: str
    anggaran: str
    keterangan: str = ""


@dataclass(frozen=True)
class BarisAksi:
    """One activity of the rencana aksi; ``target`` are the four triwulan, free words."""

    indikator: str
    kegiatan: str
    target: tuple[str, str, str, str]
    pelaksana: str


@dataclass(frozen=True)
class PerjanjianKinerja:
    """All display text. ``versi`` above 1 prints "Perubahan"; an empty ``aksi`` leaves that part out."""

    kantor: Kantor
    tahun: int
    versi: int
    pihak_pertama: Penandatangan
    pihak_kedua: Penandatangan
    sasaran: tuple[SasaranPK, ...]
    program: tuple[ProgramPK, ...]
    jumlah_anggaran: str
    aksi: tuple[BarisAksi, ...] = ()
    status: str = ""
    """Printed in a box on top while it is not approved, for example "RANCANGAN – BELUM DISETUJUI"."""
    nomor: str = ""
    """Number and code of the issued document; empty for a print that is none."""
    kode: str = ""
    alasan: str = ""
    """Why the PK was changed; printed for a "Perubahan"."""

    @property
    def nama(self) -> str:
        """``PERJANJIAN KINERJA PERUBAHAN KE-1 TAHUN 2025`` for version 2."""
        perubahan = f" PERUBAHAN KE-{self.versi - 1}" if self.versi > 1 else ""
        return f"PERJANJIAN KINERJA{perubahan} TAHUN {self.tahun}"

    @property
    def penanda(self) -> tuple[str, ...]:
        """Texts that must be found in the finished PDF."""
        pihak = (self.pihak_pertama.nama, self.pihak_kedua.nama)
        return (
            self.nama,
            *pihak,
            "LAMPIRAN",
            *((self.nomor, self.kode) if self.kode and not self.status else ()),
        )
