"""Runs of sheets as a list: running, finished, given up; found by words."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.periode import JenisPeriode
from kinerja.models.dokumen import Dokumen
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.periode import Periode
from kinerja.models.surat import SuratKeluar
from kinerja.models.tugas import Tugas
from kinerja.operations.surat_keluar_lihat import JENIS

KEADAAN = {"berjalan": "Sedang berjalan", "selesai": "Selesai", "batal": "Dibatalkan"}
SEHALAMAN = 50


@dataclass(frozen=True)
class BarisJalan:
    """A run with the steps that are open now, and the number of its letter where it has one."""

    periode: Periode
    terbuka: tuple[Tugas, ...]
    nomor: str


def keadaan_jalan(periode: Periode) -> str:
    """A key of ``KEADAAN``."""
    if periode.dibatalkan_pada is not None:
        return "batal"
    return "selesai" if periode.ditutup_pada is not None else "berjalan"


def pilih_jalan(kode: str = "", keadaan: str = "", cari: str = "") -> Select[Periode]:
    """Runs, newest first, narrowed by sheet, state and words (title, addressee, number)."""
    pilih = (
        select(Periode)
        .join(LembarSop, LembarSop.id == Periode.lembar_sop_id)
        .options(joinedload(Periode.lembar_sop))
        .where(Periode.jenis == JenisPeriode.SEKALI)
        .order_by(Periode.id.desc())
    )
    if kode:
        pilih = pilih.where(LembarSop.kode == kode)
    if keadaan == "batal":
        pilih = pilih.where(Periode.dibatalkan_pada.is_not(None))
    elif keadaan == "selesai":
        pilih = pilih.where(Periode.ditutup_pada.is_not(None), Periode.dibatalkan_pada.is_(None))
    elif keadaan == "berjalan":
        pilih = pilih.where(Periode.ditutup_pada.is_(None))
    if cari:
        pola = "%" + cari.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        surat = select(SuratKeluar.periode_id).where(
            or_(SuratKeluar.kepada.ilike(pola, escape="\\"), SuratKeluar.hal.ilike(pola, escape="\\"))
        )
        nomor = select(Dokumen.periode_id).where(
            Dokumen.jenis == JENIS, Dokumen.nomor.ilike(pola, escape="\\")
        )
        pilih = pilih.where(
            or_(Periode.judul.ilike(pola, escape="\\"), Periode.id.in_(surat), Periode.id.in_(nomor))
        )
    return pilih


def daftar_jalan(sesi: Session, pilih: Select[Periode], mulai: int = 0) -> tuple[list[BarisJalan], bool]:
    """One page of runs, and whether there are more."""
    semua = list(sesi.execute(pilih.offset(mulai).limit(SEHALAMAN + 1)).scalars())
    satu_halaman = semua[:SEHALAMAN]
    kunci = [p.id for p in satu_halaman]
    terbuka: dict[int, list[Tugas]] = {}
    buka = select(Tugas).where(
        Tugas.periode_id.in_(kunci), Tugas.penyelesaian_id.is_(None), Tugas.dibuka_pada.is_not(None)
    )
    for tugas in sesi.execute(buka.order_by(Tugas.langkah)).scalars():
        terbuka.setdefault(tugas.periode_id, []).append(tugas)
    terbit = select(Dokumen.periode_id, Dokumen.nomor).where(
        Dokumen.periode_id.in_(kunci), Dokumen.jenis == JENIS
    )
    nomor = {periode_id: satu for periode_id, satu in sesi.execute(terbit.order_by(Dokumen.id))}
    return [BarisJalan(p, tuple(terbuka.get(p.id, ())), nomor.get(p.id, "")) for p in satu_halaman], len(
        semua
    ) > SEHALAMAN


def jumlah_jalan(sesi: Session) -> dict[str, tuple[int, int]]:
    """By kode of the sheet: how many runs there are, and how many of them are running."""
    pilih = (
        select(LembarSop.kode, func.count(), func.count().filter(Periode.ditutup_pada.is_(None)))
        .join(LembarSop, LembarSop.id == Periode.lembar_sop_id)
        .where(Periode.jenis == JenisPeriode.SEKALI)
        .group_by(LembarSop.kode)
    )
    return {kode: (semua, berjalan) for kode, semua, berjalan in sesi.execute(pilih)}
