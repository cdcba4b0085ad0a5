"""Delegasi: a holder lets a colleague do the work of the post for a stated time."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kinerja.models.basis_data import Model, Waktu
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai


class Delegasi(Model):
    """From ``mulai`` to ``selesai`` (both inclusive, always stated); holder and stand-in both show."""

    __tablename__ = "delegasi"
    __table_args__ = (Index("ix_delegasi_penerima_mulai", "penerima_id", "mulai"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    jabatan_id: Mapped[int] = mapped_column(ForeignKey("jabatan.id"), index=True)
    pemegang_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))  # whose post it is
    penerima_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))  # who stands in
    mulai: Mapped[date]
    selesai: Mapped[date]
    alasan: Mapped[str]
    diberikan_oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))  # the holder or the Sekretaris
    diberikan_oleh_nama: Mapped[str]
    diberikan_pada: Mapped[datetime] = mapped_column(Waktu)
    dicabut_pada: Mapped[datetime | None] = mapped_column(Waktu)
    dicabut_oleh_nama: Mapped[str] = mapped_column(default="")

    jabatan: Mapped[Jabatan] = relationship(lazy="raise")
    pemegang: Mapped[Pegawai] = relationship(lazy="raise", foreign_keys=[pemegang_id])
    penerima: Mapped[Pegawai] = relationship(lazy="raise", foreign_keys=[penerima_id])
