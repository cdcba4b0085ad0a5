"""Pegawai and Penugasan: people, and which post each holds from when to when."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from sqlalchemy import ForeignKey, Index, Select, or_, select
from sqlalchemy.orm import Mapped, contains_eager, mapped_column, relationship

from kinerja.domain.jabatan import JenisPenugasan, Peran
from kinerja.models.basis_data import Model, Waktu
from kinerja.models.jabatan import Jabatan


class Pegawai(Model):
    """A person with a login. Never deleted; ``aktif`` false closes the door."""

    __tablename__ = "pegawai"

    id: Mapped[int] = mapped_column(primary_key=True)
    nama: Mapped[str]
    nip: Mapped[str] = mapped_column(default="")
    pangkat: Mapped[str] = mapped_column(default="")
    nama_pengguna: Mapped[str] = mapped_column(unique=True)
    sandi: Mapped[str | None]  # scrypt hash; None: no password set yet, a one-time code is needed
    aktif: Mapped[bool] = mapped_column(default=True)
    surel: Mapped[str] = mapped_column(default="")  # for notices, where the office sends e-mail
    contoh: Mapped[bool] = mapped_column(default=False)  # a made-up person of the demo
    masuk_terakhir_pada: Mapped[datetime | None] = mapped_column(Waktu)

    penugasan: Mapped[list[Penugasan]] = relationship(back_populates="pegawai", lazy="raise")


class Penugasan(Model):
    """Who holds which post from ``mulai`` to ``selesai`` (both inclusive; open end: until further notice)."""

    __tablename__ = "penugasan"
    __table_args__ = (Index("ix_penugasan_pegawai_mulai", "pegawai_id", "mulai"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pegawai_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    jabatan_id: Mapped[int] = mapped_column(ForeignKey("jabatan.id"), index=True)
    jenis: Mapped[JenisPenugasan] = mapped_column(default=JenisPenugasan.DEFINITIF)
    mulai: Mapped[date]
    selesai: Mapped[date | None]
    dasar: Mapped[str] = mapped_column(default="")  # number of the SK or order it rests on

    pegawai: Mapped[Pegawai] = relationship(back_populates="penugasan", lazy="raise")
    jabatan: Mapped[Jabatan] = relationship(lazy="raise")


@lru_cache(maxsize=64)
def penugasan_berlaku(hari: date) -> Select[Penugasan]:
    """All assignments in force on a day, with post and person."""
    return (
        select(Penugasan)
        .join(Penugasan.jabatan)
        .join(Penugasan.pegawai)
        .options(contains_eager(Penugasan.jabatan), contains_eager(Penugasan.pegawai))
        .where(
            Penugasan.mulai <= hari,
            or_(Penugasan.selesai.is_(None), Penugasan.selesai >= hari),
            Jabatan.aktif,
        )
        .order_by(Jabatan.id, Penugasan.jenis, Penugasan.id)
    )


@lru_cache(maxsize=256)
def penugasan_pegawai(pegawai_id: int, hari: date) -> Select[Penugasan]:
    """What a person holds on a day."""
    return penugasan_berlaku(hari).where(Penugasan.pegawai_id == pegawai_id)


def pemegang(jabatan_id: int, hari: date) -> Select[Penugasan]:
    """Who holds a post on a day."""
    return penugasan_berlaku(hari).where(Penugasan.jabatan_id == jabatan_id)


def pemegang_peran(peran: Peran, hari: date) -> Select[Penugasan]:
    return penugasan_berlaku(hari).where(Jabatan.peran == peran)
