"""The book of numbers: every number of a year in order, those that were never given as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.nomor import lompatan
from kinerja.models.dokumen import Dokumen
from kinerja.operations.arsip_daftar import KEADAAN, dokumen_batal

SEHALAMAN = 200
PANJANG_URUT = 9
TIDAK_TERPAKAI = "Tidak terpakai"


@dataclass(frozen=True)
class BarisBuku:
    """A number with its document, or a stretch ``dari``–``sampai`` of numbers that were never given."""

    dari: int
    sampai: int
    dokumen: Dokumen | None = None
    keadaan: str = TIDAK_TERPAKAI

    @property
    def urut(self) -> str:
        """ "007", or "003–005" for a stretch."""
        awal = f"{self.dari:03}"
        return awal if self.dari == self.sampai else f"{awal}–{self.sampai:03}"


@dataclass(frozen=True)
class HalamanBuku:
    """A page of the book. ``lagi``: the number after which the next page begins, None on the last."""

    baris: tuple[BarisBuku, ...]
    lagi: int | None = None


def tahun_bernomor(sesi: Session) -> list[int]:
    """The years in which a number was given, newest first."""
    return list(sesi.execute(select(Dokumen.tahun).distinct().order_by(Dokumen.tahun.desc())).scalars())


def buku_nomor(
    sesi: Session, tahun: int, cari: str = "", sesudah: int = 0, sehalaman: int = SEHALAMAN
) -> HalamanBuku:
    """The numbers of a year after ``sesudah``, lowest first; with ``cari`` only what fits, without gaps.

    A ``cari`` of digits is also the number itself: one that was never given is then shown as such.
    """
    pilih = _pilih(tahun).where(Dokumen.urut > sesudah).limit(sehalaman + 1)
    semua = list(sesi.execute(pilih.where(_cocok(cari)) if cari else pilih).unique().scalars())
    tampil = semua[:sehalaman]
    lagi = tampil[-1].urut if len(semua) > sehalaman else None
    batal = _batal(sesi)
    if not cari:
        return HalamanBuku(tuple(_dengan_celah(tampil, batal, sesudah)), lagi)
    tak_terpakai = _tak_terpakai(sesi, tahun, cari) if sesudah == 0 else []
    return HalamanBuku((*tak_terpakai, *(_baris(d, batal) for d in tampil)), lagi)


def buku_setahun(sesi: Session, tahun: int) -> tuple[BarisBuku, ...]:
    """The whole book of a year."""
    return tuple(_dengan_celah(sesi.execute(_pilih(tahun)).unique().scalars().all(), _batal(sesi), 0))


def _pilih(tahun: int) -> Select[Dokumen]:
    return (
        select(Dokumen)
        .options(joinedload(Dokumen.periode), joinedload(Dokumen.berkas), selectinload(Dokumen.arsip))
        .where(Dokumen.tahun == tahun, Dokumen.urut > 0)
        .order_by(Dokumen.urut)
    )


def _batal(sesi: Session) -> frozenset[int]:
    return frozenset(sesi.execute(dokumen_batal()).scalars())


def _cocok(cari: str) -> ColumnElement[bool]:
    medan = (Dokumen.judul, Dokumen.nomor, Dokumen.kode)
    kata: list[ColumnElement[bool]] = [m.icontains(cari, autoescape=True) for m in medan]
    nomor = _angka(cari)
    return or_(*kata) if nomor is None else or_(*kata, Dokumen.urut == nomor)


def _angka(cari: str) -> int | None:
    """The number that was typed, "7" or "007"; None for words."""
    return int(cari) if cari.isascii() and cari.isdigit() and len(cari) <= PANJANG_URUT else None


def _tak_terpakai(sesi: Session, tahun: int, cari: str) -> list[BarisBuku]:
    """The number typed as a row of its own where the year left it out."""
    nomor = _angka(cari)
    if not nomor or nomor > (sesi.execute(_tertinggi(tahun)).scalar_one() or 0):
        return []
    ada = sesi.execute(select(Dokumen.id).where(Dokumen.tahun == tahun, Dokumen.urut == nomor)).first()
    return [] if ada else [BarisBuku(nomor, nomor)]


def _tertinggi(tahun: int) -> Select[int]:
    return select(func.max(Dokumen.urut)).where(Dokumen.tahun == tahun)


def _dengan_celah(dokumen: Sequence[Dokumen], batal: frozenset[int], sesudah: int) -> Iterator[BarisBuku]:
    """Documents in the order of their numbers, with a row for each stretch left out."""
    kosong = {sampai + 1: dari for dari, sampai in lompatan((d.urut for d in dokumen), sesudah)}
    for d in dokumen:
        if d.urut in kosong:
            yield BarisBuku(kosong[d.urut], d.urut - 1)
        yield _baris(d, batal)


def _baris(dokumen: Dokumen, batal: frozenset[int]) -> BarisBuku:
    """Its state by the same rule as the list of the archive."""
    dibatalkan = dokumen.id in batal or (dokumen.periode and dokumen.periode.dibatalkan_pada)
    kunci = "tertanda" if dokumen.arsip else "batal" if dibatalkan else "menunggu"
    return BarisBuku(dokumen.urut, dokumen.urut, dokumen, KEADAAN[kunci])
