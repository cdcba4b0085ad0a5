"""Pemberitahuan: a notice of one event for one person; SurelKeluar: the outbox of e-mail."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from kinerja.models.basis_data import Json, Model, Waktu

_BELUM = text("dibaca_pada IS NULL")
_MENUNGGU = text("terkirim_pada IS NULL AND gagal_pada IS NULL")


class Pemberitahuan(Model):
    """``kunci`` names the event, so that it is told once and never again."""

    __tablename__ = "pemberitahuan"
    __table_args__ = (
        UniqueConstraint("pegawai_id", "kunci"),
        Index("ix_pemberitahuan_belum", "pegawai_id", sqlite_where=_BELUM, postgresql_where=_BELUM),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    pegawai_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    kunci: Mapped[str]
    jenis: Mapped[str]
    judul: Mapped[str]
    keterangan: Mapped[str] = mapped_column(default="")
    tempat: Mapped[Any] = mapped_column(Json)  # where the link leads, as ButirKotak.tempat
    pada: Mapped[datetime] = mapped_column(Waktu)
    dibaca_pada: Mapped[datetime | None] = mapped_column(Waktu)


class SurelKeluar(Model):
    """A mail to be sent; it stays until the server took it or it was given up."""

    __tablename__ = "surel_keluar"
    __table_args__ = (
        Index(
            "ix_surel_keluar_menunggu", "coba_lagi_pada", sqlite_where=_MENUNGGU, postgresql_where=_MENUNGGU
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kunci: Mapped[str] = mapped_column(unique=True)
    kepada: Mapped[str]
    perihal: Mapped[str]
    isi: Mapped[str]
    dibuat_pada: Mapped[datetime] = mapped_column(Waktu)
    percobaan: Mapped[int] = mapped_column(default=0)
    coba_lagi_pada: Mapped[datetime] = mapped_column(Waktu)
    galat: Mapped[str] = mapped_column(default="")
    terkirim_pada: Mapped[datetime | None] = mapped_column(Waktu)
    gagal_pada: Mapped[datetime | None] = mapped_column(Waktu)  # given up after the last attempt
