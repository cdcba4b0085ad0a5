"""Putting damaged and missing files of the store back from a copy, each known by its sha256."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from kinerja.archive.gudang import CadanganRusak, berkas_biasa, hitung_sha256, jalur, pulihkan
from kinerja.domain.keutuhan import NAMA_TEMUAN, JenisTemuan
from kinerja.operations.pemulihan import catat_pulih
from kinerja.upkeep.cadangan import Cadangan
from kinerja.upkeep.verify_arsip import (
    BarisBerkas,
    Kemajuan,
    baris_berkas,
    diam,
    jumlah_berkas,
    periksa_isi,
    sebutan,
)

Buka = Callable[[bool], AbstractContextManager[Session]]


@dataclass(frozen=True)
class Rusak:
    """A file that is not whole."""

    baris: BarisBerkas
    jenis: JenisTemuan
    nama: str

    @property
    def sha256(self) -> str:
        return self.baris.sha256


@dataclass(frozen=True)
class Perbaikan:
    """What became of one: ``dari`` is the copy it came from (None: not mended). ``sebab``: why not, or why
    that it was put back is not on record."""

    rusak: Rusak
    dari: Path | None = None
    disisihkan: Path | None = None
    sebab: str = ""


def cari_rusak(sesi: Session, data: Path, lapor: Callable[[Kemajuan], None] = diam) -> list[Rusak]:
    """Read every file of the store; those that are missing or damaged."""
    hasil: list[Rusak] = []
    kemajuan = Kemajuan(jumlah=jumlah_berkas(sesi))
    for bagian in baris_berkas(sesi):
        for baris in bagian:
            jenis, bita = periksa_isi(data, baris)
            kemajuan.berkas += 1
            kemajuan.bita += bita
            lapor(kemajuan)
            if jenis is not None:
                hasil.append(Rusak(baris, jenis, sebutan(sesi, baris.sha256)))
    return hasil


def perbaiki(
    buka: Buka,
    data: Path,
    folder: Path,
    semua: list[Rusak],
    jam: Callable[[], datetime],
    lapor: Callable[[Perbaikan], None],
) -> list[Perbaikan]:
    """Put each back that ``folder`` has; ``lapor`` hears of every one. One that fails stops no other."""
    cadangan = Cadangan(folder, {u for satu in semua for u in (satu.baris.kecil, satu.baris.besar)})
    hasil: list[Perbaikan] = []
    for satu in semua:
        hasil.append(_satu(buka, data, cadangan, satu, jam))
        lapor(hasil[-1])
    return hasil


def _satu(buka: Buka, data: Path, cadangan: Cadangan, rusak: Rusak, jam: Callable[[], datetime]) -> Perbaikan:
    if _barisnya(data, rusak):
        return Perbaikan(rusak, sebab="berkasnya utuh; yang berubah barisnya di basis data")
    dari = cadangan.cari(rusak.sha256, rusak.baris.besar)
    if dari is None:
        rusak_pula = cadangan.ada_yang_rusak(rusak.sha256)
        return Perbaikan(
            rusak, sebab="di cadangan itu pun rusak" if rusak_pula else "tidak ada di cadangan itu"
        )
    try:
        disisihkan = pulihkan(data, rusak.sha256, dari)
    except (CadanganRusak, OSError) as salah:
        return Perbaikan(rusak, sebab=f"tidak dapat disalin dari {dari} ({salah})")
    letak = disisihkan.relative_to(data).as_posix() if disisihkan else ""
    try:
        with buka(True) as sesi:
            catat_pulih(sesi, rusak.sha256, NAMA_TEMUAN[rusak.jenis].lower(), str(dari), letak, jam())
    except DatabaseError as salah:  # the disk is full, say; the file is whole again all the same
        return Perbaikan(rusak, dari, disisihkan, f"tidak dapat dicatat ({salah.orig})")
    return Perbaikan(rusak, dari, disisihkan)


def _barisnya(data: Path, rusak: Rusak) -> bool:
    """Is the file itself what its name says, so that no copy can help?"""
    try:
        tempat = jalur(data, rusak.sha256)
        return berkas_biasa(tempat) and hitung_sha256(tempat) == rusak.sha256
    except OSError:
        return False
    except (TypeError, ValueError):  # the row no longer names a sha256
        return True
