"""Unit and Jabatan: the structure of the office."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kinerja.domain.jabatan import Peran
from kinerja.models.basis_data import Model


class Unit(Model):
    """A subbag or seksi: it owns indicators and sends the laporan progres."""

    __tablename__ = "unit"

    id: Mapped[int] = mapped_column(primary_key=True)
    nama: Mapped[str] = mapped_column(unique=True)
    aktif: Mapped[bool] = mapped_column(default=True)


class Jabatan(Model):
    """A post. Work belongs to it, whoever holds it."""

    __tablename__ = "jabatan"

    id: Mapped[int] = mapped_column(primary_key=True)
    nama: Mapped[str] = mapped_column(unique=True)
    peran: Mapped[Peran]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    atasan_id: Mapped[int | None] = mapped_column(ForeignKey("jabatan.id"))
    aktif: Mapped[bool] = mapped_column(default=True)

    unit: Mapped[Unit | None] = relationship(lazy="raise")
    atasan: Mapped[Jabatan | None] = relationship(remote_side=[id], lazy="raise")


def jabatan_berperan(peran: Peran, unit_id: int | None = None) -> Select[Jabatan]:
    """The active posts with a role, in one unit where given."""
    pilih = select(Jabatan).where(Jabatan.peran == peran, Jabatan.aktif).order_by(Jabatan.id)
    return pilih if unit_id is None else pilih.where(Jabatan.unit_id == unit_id)
