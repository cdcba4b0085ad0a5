"""Perjanjian Kinerja of a year (versions) → Sasaran → Indikator, and its Program with pagu."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship, selectinload

from kinerja.models.basis_data import Desimal, Json, Model, Waktu
from kinerja.models.jabatan import Unit


class PerjanjianKinerja(Model):
    """One version. Approved (``disetujui_pada``) it no longer changes; a change makes the next version."""

    __tablename__ = "perjanjian_kinerja"
    __table_args__ = (UniqueConstraint("tahun", "versi"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int]
    versi: Mapped[int]
    alasan_perubahan: Mapped[str] = mapped_column(default="")
    tempat: Mapped[str] = mapped_column(default="")
    tanggal: Mapped[date | None]
    pihak_pertama_nama: Mapped[str] = mapped_column(default="")
    pihak_pertama_jabatan: Mapped[str] = mapped_column(default="")
    pihak_pertama_nip: Mapped[str] = mapped_column(default="")
    pihak_pertama_pangkat: Mapped[str] = mapped_column(default="")
    pihak_kedua_nama: Mapped[str] = mapped_column(default="")
    pihak_kedua_jabatan: Mapped[str] = mapped_column(default="")
    dibuat_pada: Mapped[datetime] = mapped_column(Waktu)
    diajukan_pada: Mapped[datetime | None] = mapped_column(Waktu)
    diajukan_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("pegawai.id"))
    dikembalikan_alasan: Mapped[str] = mapped_column(default="")
    disetujui_pada: Mapped[datetime | None] = mapped_column(Waktu)
    disetujui_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("pegawai.id"))
    disetujui_oleh_nama: Mapped[str] = mapped_column(default="")

    sasaran: Mapped[list[Sasaran]] = relationship(back_populates="pk", lazy="raise", order_by="Sasaran.urut")

    @property
    def nama(self) -> str:
        """ "Perjanjian Kinerja 2026", "Perjanjian Kinerja Perubahan ke-1 Tahun 2026"."""
        if self.versi == 1:
            return f"Perjanjian Kinerja {self.tahun}"
        return f"Perjanjian Kinerja Perubahan ke-{self.versi - 1} Tahun {self.tahun}"


class Sasaran(Model):
    __tablename__ = "sasaran"

    id: Mapped[int] = mapped_column(primary_key=True)
    pk_id: Mapped[int] = mapped_column(ForeignKey("perjanjian_kinerja.id"), index=True)
    urut: Mapped[int]
    uraian: Mapped[str]

    pk: Mapped[PerjanjianKinerja] = relationship(back_populates="sasaran", lazy="raise")
    indikator: Mapped[list[Indikator]] = relationship(
        back_populates="sasaran", lazy="raise", order_by="Indikator.urut"
    )
    program: Mapped[list[Program]] = relationship(
        back_populates="sasaran", lazy="raise", order_by="Program.urut"
    )


class Indikator(Model):
    """An indicator card. Targets are canonical text of ``domain.capaian`` ("85.5", "60..70", "BB")."""

    __tablename__ = "indikator"

    id: Mapped[int] = mapped_column(primary_key=True)
    sasaran_id: Mapped[int] = mapped_column(ForeignKey("sasaran.id"), index=True)
    asal_id: Mapped[int | None] = mapped_column(ForeignKey("indikator.id"))  # same indicator in version 1
    urut: Mapped[int]
    uraian: Mapped[str]
    definisi: Mapped[str] = mapped_column(default="")
    satuan: Mapped[str]
    metode: Mapped[str]  # domain.capaian.Metode
    tipe: Mapped[str]  # domain.capaian.Tipe
    jenis_target: Mapped[str]  # domain.capaian.JenisTarget
    skala: Mapped[Any] = mapped_column(
        Json, default=None, nullable=True
    )  # labels low to high, for predicate targets
    sumber: Mapped[str] = mapped_column(default="")
    rumus: Mapped[str] = mapped_column(default="")  # how the realisasi is worked out, in words
    frekuensi: Mapped[str] = mapped_column(default="")  # how often it is measured, in words
    medium: Mapped[str] = mapped_column(default="")  # what the data are collected with
    pembilang: Mapped[str] = mapped_column(
        default=""
    )  # what is counted; with ``penyebut`` set, both are typed
    penyebut: Mapped[str] = mapped_column(default="")  # … of how many
    pengali: Mapped[Decimal | None] = mapped_column(
        Desimal
    )  # realisasi = pembilang / penyebut × pengali; None: 100
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))  # penanggung jawab
    target_tahun: Mapped[str]
    target_tw1: Mapped[str] = mapped_column(default="")
    target_tw2: Mapped[str] = mapped_column(default="")
    target_tw3: Mapped[str] = mapped_column(default="")
    target_tw4: Mapped[str] = mapped_column(default="")
    target_renstra: Mapped[str] = mapped_column(default="")  # medium-term target, Bab III.A.3
    standar_nasional: Mapped[str] = mapped_column(default="")  # Bab III.A.4
    standar_sumber: Mapped[str] = mapped_column(default="")  # the rule the standard stands in
    riwayat: Mapped[Any] = mapped_column(
        Json, default=list
    )  # years before kinerja: [{"tahun": 2024, "target": "80", "realisasi": "78.5"}], canonical text

    sasaran: Mapped[Sasaran] = relationship(back_populates="indikator", lazy="raise")
    unit: Mapped[Unit] = relationship(lazy="raise")
    rencana_aksi: Mapped[list[RencanaAksi]] = relationship(
        back_populates="indikator", lazy="raise", order_by="RencanaAksi.id"
    )

    @property
    def identitas(self) -> int:
        """The id that stays the same through the versions of the PK; realisasi hang on it."""
        return self.asal_id or self.id

    @property
    def target_triwulan(self) -> tuple[str, str, str, str]:
        return (self.target_tw1, self.target_tw2, self.target_tw3, self.target_tw4)


class Program(Model):
    """A program with its pagu (rupiah) under a sasaran; realisasi anggaran is entered per triwulan."""

    __tablename__ = "program"

    id: Mapped[int] = mapped_column(primary_key=True)
    sasaran_id: Mapped[int] = mapped_column(ForeignKey("sasaran.id"), index=True)
    asal_id: Mapped[int | None] = mapped_column(ForeignKey("program.id"))
    urut: Mapped[int]
    nama: Mapped[str]
    pagu: Mapped[Decimal] = mapped_column(Desimal)
    keterangan: Mapped[str] = mapped_column(default="")  # fund source
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))

    sasaran: Mapped[Sasaran] = relationship(back_populates="program", lazy="raise")
    unit: Mapped[Unit] = relationship(lazy="raise")

    @property
    def identitas(self) -> int:
        return self.asal_id or self.id


class RencanaAksi(Model):
    """An activity of an indicator, who does it, and its targets per triwulan (free text: "2 rapat")."""

    __tablename__ = "rencana_aksi"

    id: Mapped[int] = mapped_column(primary_key=True)
    indikator_id: Mapped[int] = mapped_column(ForeignKey("indikator.id"), index=True)
    kegiatan: Mapped[str]
    target_tw1: Mapped[str] = mapped_column(default="")
    target_tw2: Mapped[str] = mapped_column(default="")
    target_tw3: Mapped[str] = mapped_column(default="")
    target_tw4: Mapped[str] = mapped_column(default="")
    pelaksana: Mapped[str] = mapped_column(default="")

    indikator: Mapped[Indikator] = relationship(back_populates="rencana_aksi", lazy="raise")


def pk_lengkap() -> Select[PerjanjianKinerja]:
    """PK with everything under it, eagerly."""
    return select(PerjanjianKinerja).options(
        selectinload(PerjanjianKinerja.sasaran).options(
            selectinload(Sasaran.indikator).options(
                selectinload(Indikator.rencana_aksi), selectinload(Indikator.unit)
            ),
            selectinload(Sasaran.program).selectinload(Program.unit),
        )
    )


def pk_berlaku(tahun: int) -> Select[PerjanjianKinerja]:
    """The approved version in force."""
    return (
        pk_lengkap()
        .where(PerjanjianKinerja.tahun == tahun, PerjanjianKinerja.disetujui_pada.is_not(None))
        .order_by(PerjanjianKinerja.versi.desc())
        .limit(1)
    )


def pk_terbaru(tahun: int) -> Select[PerjanjianKinerja]:
    """The newest version, approved or not."""
    return (
        pk_lengkap().where(PerjanjianKinerja.tahun == tahun).order_by(PerjanjianKinerja.versi.desc()).limit(1)
    )
