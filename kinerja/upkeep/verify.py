"""Is everything whole? Database, audit chain, pointers, frozen reports, documents, every file of the store.

Reads only. Nothing is held while a file is being hashed: tables are read in pieces (``upkeep.bertahap``), and
each piece ends the running transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import Kesalahan
from kinerja.domain.keutuhan import JenisTemuan, Temuan
from kinerja.models.basis_data import lepas
from kinerja.models.catatan import Catatan
from kinerja.operations.catatan import periksa_rantai
from kinerja.upkeep.jangkar import Jangkar, periksa_jangkar
from kinerja.upkeep.verify_arsip import Kemajuan, PeriksaBerkas, diam
from kinerja.upkeep.verify_beku import beku
from kinerja.upkeep.verify_data import basis_data, penunjuk
from kinerja.upkeep.verify_dokumen import dokumen, verdict, verdict_lama
from kinerja.upkeep.verify_nomor import celah, nomor

TAK_TERBACA = (DatabaseError, Kesalahan, ValueError, TypeError, AttributeError, LookupError, ArithmeticError)
"""What reading a damaged page of the database throws, or a value that somebody put there by hand."""


@dataclass
class HasilPeriksa:
    """``rusak``: what is broken. ``catatan``: what deserves a look but breaks nothing."""

    baris: list[str] = field(default_factory=list)
    rusak: list[Temuan] = field(default_factory=list)
    catatan: list[Temuan] = field(default_factory=list)
    berkas: int = 0
    bita: int = 0
    kepala: Jangkar | None = None

    @property
    def utuh(self) -> bool:
        """Is nothing broken?"""
        return not self.rusak

    def bagian(self, sesi: Session, nama: str, rusak: Iterable[Temuan]) -> None:
        """Run one part; a line of its own says how it went. What it cannot read ends this part, no other."""
        temuan, gagal = _baca(sesi, nama, rusak)
        temuan += gagal
        self.rusak.extend(temuan)
        self.baris.append(f"{nama}: {'baik' if not temuan else f'{len(temuan)} masalah'}")
        self.baris.extend(f"  - {satu}" for satu in temuan)

    def amati(self, sesi: Session, nama: str, catatan: Iterable[Temuan]) -> None:
        """Run one part that finds nothing broken, unless it cannot be read."""
        temuan, gagal = _baca(sesi, nama, catatan)
        self.catatan.extend(temuan)
        self.rusak.extend(gagal)
        self.baris.extend(f"  - {satu}" for satu in gagal)
        self.baris.extend(f"Catatan: {satu}" for satu in temuan)


def _baca(sesi: Session, nama: str, semua: Iterable[Temuan]) -> tuple[list[Temuan], list[Temuan]]:
    """The findings, and (one at most) that the rest could not be read."""
    temuan: list[Temuan] = []
    try:
        for satu in semua:
            temuan.append(satu)
    except TAK_TERBACA as salah:
        sesi.rollback()
        if isinstance(salah, OperationalError) and "locked" in str(salah.orig):
            raise  # somebody writes for long; nothing is broken
        sebab = " ".join(str(getattr(salah, "orig", salah)).split())[:200]
        pesan = f"{nama}: ada yang tidak dapat dibaca, sisanya belum diperiksa ({sebab})"
        return temuan, [Temuan(JenisTemuan.BASIS_DATA, pesan)]
    return temuan, []


def periksa(
    sesi: Session,
    data: Path,
    *,
    jangkar: Sequence[Jangkar] = (),
    lapor: Callable[[Kemajuan], None] = diam,
) -> HasilPeriksa:
    """Check everything; ends the running transaction. ``data`` is the data folder with the store.

    ``jangkar``: rows the audit chain must still hold. ``lapor`` hears after every file how far it is.
    """
    hasil = HasilPeriksa(kepala=_kepala(sesi))
    hasil.bagian(sesi, "Basis data", basis_data(sesi))
    hasil.bagian(sesi, "Rantai catatan", _rantai(sesi, jangkar))
    hasil.bagian(sesi, "Tugas, disposisi dan pindaian", penunjuk(sesi))
    hasil.bagian(sesi, "Lembar SOP dan laporan beku", beku(sesi))
    hasil.bagian(sesi, "Nomor dokumen", nomor(sesi))
    hasil.bagian(sesi, "Dokumen dan catatannya", dokumen(sesi))
    hasil.bagian(sesi, "Tanda tangan elektronik", verdict(sesi))
    berkas = PeriksaBerkas(sesi, data, lapor)
    hasil.bagian(sesi, "Arsip", berkas.rusak())
    hasil.berkas, hasil.bita = berkas.kemajuan.berkas, berkas.kemajuan.bita
    hasil.amati(sesi, "Celah nomor", celah(sesi))
    hasil.amati(sesi, "Tanda tangan elektronik lama", verdict_lama(sesi))
    hasil.amati(sesi, "Berkas tanpa catatan", berkas.yatim())
    if hasil.kepala is not None:
        hasil.baris.append(f"Kepala rantai: {hasil.kepala.seq} {hasil.kepala.hash}")
    return hasil


def _kepala(sesi: Session) -> Jangkar | None:
    """The last row of the chain as this check begins."""
    akhir = sesi.execute(select(Catatan.seq, Catatan.hash).order_by(Catatan.seq.desc()).limit(1)).first()
    return Jangkar(*akhir) if akhir else None


def _rantai(sesi: Session, jangkar: Sequence[Jangkar]) -> Iterator[Temuan]:
    rusak = periksa_rantai(sesi, lambda: lepas(sesi))
    if rusak is not None:
        yield Temuan(JenisTemuan.RANTAI, rusak.pesan)
    yield from periksa_jangkar(sesi, jangkar)
