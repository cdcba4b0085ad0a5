"""Realisasi, its bukti and the unit's laporan progres for a triwulan."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kinerja.models.basis_data import Desimal, Json, Model, Waktu
from kinerja.models.berkas import Berkas
from kinerja.models.jabatan import Unit


class Realisasi(Model):
    """What was reached in one triwulan; ``nilai`` None and not ``na`` means not yet filled (never 0)."""

    __tablename__ = "realisasi"
    __table_args__ = (UniqueConstraint("indikator_id", "tahun", "triwulan"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    indikator_id: Mapped[int] = mapped_column(ForeignKey("indikator.id"))  # Indikator.identitas
    tahun: Mapped[int]
    triwulan: Mapped[int]
    nilai: Mapped[str | None]  # canonical text, as targets
    pembilang: Mapped[str | None]  # canonical text, where the card counts a part of a whole
    penyebut: Mapped[str | None]
    na: Mapped[bool] = mapped_column(default=False)
    alasan_na: Mapped[str] = mapped_column(default="")
    faktor_pendukung: Mapped[str] = mapped_column(default="")
    hambatan: Mapped[str] = mapped_column(default="")
    tindak_lanjut: Mapped[str] = mapped_column(default="")
    diisi_pada: Mapped[datetime] = mapped_column(Waktu)
    diisi_oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    diisi_oleh_nama: Mapped[str]

    bukti: Mapped[list[Bukti]] = relationship(back_populates="realisasi", lazy="raise", order_by="Bukti.id")


class RealisasiAnggaran(Model):
    """Money spent on a program in one triwulan (rupiah, that triwulan alone)."""

    __tablename__ = "realisasi_anggaran"
    __table_args__ = (UniqueConstraint("program_id", "tahun", "triwulan"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    program_id: Mapped[int] = mapped_column(ForeignKey("program.id"))  # Program.identitas
    tahun: Mapped[int]
    triwulan: Mapped[int]
    nilai: Mapped[Decimal | None] = mapped_column(Desimal)
    diisi_pada: Mapped[datetime] = mapped_column(Waktu)
    diisi_oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))


class Bukti(Model):
    """A file that shows a realisasi; ``dicabut_pada`` hides a wrong one, which stays on record."""

    __tablename__ = "bukti"

    id: Mapped[int] = mapped_column(primary_key=True)
    realisasi_id: Mapped[int] = mapped_column(ForeignKey("realisasi.id"), index=True)
    berkas_id: Mapped[int] = mapped_column(ForeignKey("berkas.id"))
    keterangan: Mapped[str] = mapped_column(default="")
    dicabut_pada: Mapped[datetime | None] = mapped_column(Waktu)
    dicabut_alasan: Mapped[str] = mapped_column(default="")

    realisasi: Mapped[Realisasi] = relationship(back_populates="bukti", lazy="raise")
    berkas: Mapped[Berkas] = relationship(lazy="raise")


class LaporanProgres(Model):
    """A unit's report of one triwulan: sent, returned, or gone on without (with the reason)."""

    __tablename__ = "laporan_progres"
    __table_args__ = (UniqueConstraint("periode_id", "unit_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    periode_id: Mapped[int] = mapped_column(ForeignKey("periode.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    catatan: Mapped[str] = mapped_column(default="")
    dikirim_pada: Mapped[datetime | None] = mapped_column(Waktu)
    dikirim_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("pegawai.id"))
    dikirim_oleh_nama: Mapped[str] = mapped_column(default="")
    dilewati_pada: Mapped[datetime | None] = mapped_column(Waktu)
    dilewati_alasan: Mapped[str] = mapped_column(default="")

    unit: Mapped[Unit] = relationship(lazy="raise")
    pengembalian: Mapped[list[PengembalianProgres]] = relationship(
        lazy="raise", order_by="PengembalianProgres.id"
    )


class PengembalianProgres(Model):
    """A unit's report sent back: the reason and the indicators meant; open until the unit sends again."""

    __tablename__ = "pengembalian_progres"

    id: Mapped[int] = mapped_column(primary_key=True)
    laporan_progres_id: Mapped[int] = mapped_column(ForeignKey("laporan_progres.id"), index=True)
    alasan: Mapped[str]
    indikator_id: Mapped[Any] = mapped_column(
        Json, default=list
    )  # identitas of the indicators meant; empty: all
    oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    oleh_nama: Mapped[str]
    pada: Mapped[datetime] = mapped_column(Waktu)
    selesai_pada: Mapped[datetime | None] = mapped_column(Waktu)
