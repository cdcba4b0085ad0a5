"""Delegasi: a holder lets a colleague do the work of the post for a stated time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from sqlalchemy import ForeignKey, Index, Select, and_, or_, select
from sqlalchemy.orm import Mapped, contains_eager, joinedload, mapped_column, relationship

from kinerja.domain.jabatan import JenisPenugasan
from kinerja.models.basis_data import Model, Waktu
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai, Penugasan


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


@lru_cache(maxsize=64)
def delegasi_berlaku(hari: date) -> Select[Delegasi, JenisPenugasan]:
    """The delegations in force on a day, with post, holder and stand-in, and how the holder holds the post.

    One lasts no longer than the holder's own assignment. One revoked counts for the days before.
    """
    sesudah = datetime.combine(hari + timedelta(days=1), time(), UTC)
    return (
        select(Delegasi, Penugasan.jenis)
        .join(Delegasi.jabatan)
        .join(
            Penugasan,
            and_(
                Penugasan.jabatan_id == Delegasi.jabatan_id,
                Penugasan.pegawai_id == Delegasi.pemegang_id,
                Penugasan.mulai <= hari,
                or_(Penugasan.selesai.is_(None), Penugasan.selesai >= hari),
            ),
        )
        .options(
            contains_eager(Delegasi.jabatan), joinedload(Delegasi.pemegang), joinedload(Delegasi.penerima)
        )
        .where(
            Delegasi.mulai <= hari,
            Delegasi.selesai >= hari,
            or_(Delegasi.dicabut_pada.is_(None), Delegasi.dicabut_pada >= sesudah),
            Jabatan.aktif,
        )
        .order_by(Jabatan.id, Delegasi.id)
    )


@lru_cache(maxsize=256)
def delegasi_diterima(pegawai_id: int, hari: date) -> Select[Delegasi, JenisPenugasan]:
    """Those of ``delegasi_berlaku`` in which this person stands in."""
    return delegasi_berlaku(hari).where(Delegasi.penerima_id == pegawai_id)
