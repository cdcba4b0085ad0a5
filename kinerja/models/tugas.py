"""Tugas, Penyelesaian, Pengembalian: the steps of the sheet as work of a post.

A tugas is open when ``dibuka_pada`` has come and nothing completed it. Completions and returns are rows that
stay; ``tugas.penyelesaian_id`` points at the one in force and is set in the same transaction.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, and_, or_, select, text
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship
from sqlalchemy.sql import ColumnElement

from kinerja.domain.jabatan import Pelaku, Peran
from kinerja.models.basis_data import Json, Model, Waktu
from kinerja.models.pegawai import Pegawai
from kinerja.models.periode import Periode

PENGESAHAN = "pengesahan"
_TERBUKA = text("penyelesaian_id IS NULL AND dibuka_pada IS NOT NULL")


class Tugas(Model):
    """One step of one period. ``kunci`` is the langkah's number as text, or "pengesahan"."""

    __tablename__ = "tugas"
    __table_args__ = (
        UniqueConstraint("periode_id", "kunci"),
        Index(
            "ix_tugas_terbuka",
            "peran",
            "unit_id",
            "tenggat",
            sqlite_where=_TERBUKA,
            postgresql_where=_TERBUKA,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    periode_id: Mapped[int] = mapped_column(ForeignKey("periode.id"))
    kunci: Mapped[str]
    langkah: Mapped[int | None]  # None for Pengesahan, which is outside the sheet's steps
    nama: Mapped[str]
    peran: Mapped[Peran]
    unit_id: Mapped[int | None] = mapped_column(
        ForeignKey("unit.id")
    )  # a peran in a unit; None: the one post
    juga_peran: Mapped[Peran | None]  # a second role that sees it: the Camat at Pengesahan
    tenggat: Mapped[date]
    dibuka_pada: Mapped[datetime | None] = mapped_column(Waktu)  # None: waits for an earlier step
    pertama_dilihat_pada: Mapped[datetime | None] = mapped_column(Waktu)
    penyelesaian_id: Mapped[int | None] = mapped_column(ForeignKey("penyelesaian.id", use_alter=True))

    periode: Mapped[Periode] = relationship(lazy="raise")
    penyelesaian: Mapped[Penyelesaian | None] = relationship(
        lazy="raise", foreign_keys=[penyelesaian_id], post_update=True
    )

    @property
    def terbuka(self) -> bool:
        """Opened (perhaps for a day to come) and not completed."""
        return self.penyelesaian_id is None and self.dibuka_pada is not None


class Penyelesaian(Model):
    """A completion: who, as which post, when, with what note, and the measured minutes."""

    __tablename__ = "penyelesaian"

    id: Mapped[int] = mapped_column(primary_key=True)
    tugas_id: Mapped[int] = mapped_column(ForeignKey("tugas.id"), index=True)
    oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    oleh_nama: Mapped[str]
    jabatan_id: Mapped[int] = mapped_column(ForeignKey("jabatan.id"))
    jabatan_nama: Mapped[str]  # with Plt./Plh., as it was that day
    pada: Mapped[datetime] = mapped_column(Waktu)
    catatan: Mapped[str] = mapped_column(default="")
    menunggu_menit: Mapped[int | None]
    pengerjaan_menit: Mapped[int]
    koreksi_menit: Mapped[int | None]  # the official's own figure, with the reason in koreksi_catatan
    koreksi_catatan: Mapped[str] = mapped_column(default="")
    jawaban: Mapped[str | None]  # "ya" or "tidak" of a keputusan
    dibuka_pada: Mapped[datetime | None] = mapped_column(Waktu)  # as they stood on the tugas: the times can
    pertama_dilihat_pada: Mapped[datetime | None] = mapped_column(Waktu)  # be worked out again

    oleh: Mapped[Pegawai] = relationship(lazy="raise")


class Pengembalian(Model):
    """A step sent back to an earlier one, with the reason; all input of both stays."""

    __tablename__ = "pengembalian"

    id: Mapped[int] = mapped_column(primary_key=True)
    dari_id: Mapped[int] = mapped_column(ForeignKey("tugas.id"), index=True)
    ke_id: Mapped[int] = mapped_column(ForeignKey("tugas.id"), index=True)
    oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    oleh_nama: Mapped[str]
    jabatan_nama: Mapped[str]
    pada: Mapped[datetime] = mapped_column(Waktu)
    alasan: Mapped[str]
    sel: Mapped[Any] = mapped_column(Json, default=list)  # marked cells (later)


@lru_cache(maxsize=256)
def milik(pelaku: Pelaku) -> ColumnElement[bool]:
    """Tugas whose post the person holds today: by role, and by unit where the tugas names one."""
    syarat: list[ColumnElement[bool]] = []
    for j in pelaku.jabatan:
        unit = (
            Tugas.unit_id.is_(None)
            if j.unit_id is None
            else or_(Tugas.unit_id.is_(None), Tugas.unit_id == j.unit_id)
        )
        syarat.append(and_(Tugas.peran == j.peran, unit))
        syarat.append(Tugas.juga_peran == j.peran)
    return or_(*syarat) if syarat else Tugas.id.is_(None)


def tugas_terbuka(pelaku: Pelaku, pada: datetime) -> Select[Tugas]:
    """The person's inbox of steps, soonest due first."""
    return _belum_selesai(pelaku).where(Tugas.dibuka_pada <= pada)


@lru_cache(maxsize=256)
def _belum_selesai(pelaku: Pelaku) -> Select[Tugas]:
    return (
        select(Tugas)
        .options(joinedload(Tugas.periode))
        .where(Tugas.penyelesaian_id.is_(None), milik(pelaku))
        .order_by(Tugas.tenggat, Tugas.id)
    )


def tugas_periode(periode_id: int) -> Select[Tugas]:
    """All steps of a period in the sheet's order, Pengesahan last."""
    return (
        select(Tugas)
        .options(joinedload(Tugas.penyelesaian), joinedload(Tugas.periode))
        .where(Tugas.periode_id == periode_id)
        .order_by(Tugas.langkah.is_(None), Tugas.langkah)
    )
