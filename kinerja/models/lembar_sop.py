"""LembarSop: a revision of an SOP sheet as it runs in this office; RancanganSop: one being worked on."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, mapped_column

from kinerja.models.basis_data import Json, Model, Waktu

_TERBUKA = text("lembar_id IS NULL AND dibuang_pada IS NULL")


class LembarSop(Model):
    """One revision; ``isi`` is the whole sheet as ``domain.sop`` reads it. Never changed once written."""

    __tablename__ = "lembar_sop"
    __table_args__ = (UniqueConstraint("kode", "revisi"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kode: Mapped[str]  # "pengumpulan-data-kinerja"
    revisi: Mapped[int]
    nama: Mapped[str]
    digest: Mapped[str]
    isi: Mapped[Any] = mapped_column(Json)
    dimuat_pada: Mapped[datetime] = mapped_column(Waktu)
    alasan: Mapped[str] = mapped_column(default="")  # why this revision was made; "" for the first
    disahkan_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("pegawai.id"))  # None: by the system
    disahkan_oleh_nama: Mapped[str] = mapped_column(default="")
    disahkan_oleh_jabatan: Mapped[str] = mapped_column(default="")
    dihentikan_pada: Mapped[datetime | None] = mapped_column(Waktu)  # no new run may start with this sheet


class RancanganSop(Model):
    """A sheet being worked on: a revision of a running one, or a newly loaded one. No official act yet.

    It ends as a ``LembarSop`` (``lembar_id``) or is dropped (``dibuang_pada``); at most one is open per kode.
    """

    __tablename__ = "rancangan_sop"
    __table_args__ = (
        Index(
            "ix_rancangan_sop_terbuka", "kode", unique=True, sqlite_where=_TERBUKA, postgresql_where=_TERBUKA
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kode: Mapped[str]
    dasar_id: Mapped[int | None] = mapped_column(ForeignKey("lembar_sop.id"))  # None: a new sheet
    isi: Mapped[Any] = mapped_column(Json)
    sumber: Mapped[str] = mapped_column(default="")  # name of the uploaded file; "" when edited on screen
    versi: Mapped[int] = mapped_column(default=1)  # counts the saves: a stale tab is told so
    diubah_oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    diubah_oleh_nama: Mapped[str]
    diubah_pada: Mapped[datetime] = mapped_column(Waktu)
    lembar_id: Mapped[int | None] = mapped_column(ForeignKey("lembar_sop.id"))
    dibuang_pada: Mapped[datetime | None] = mapped_column(Waktu)


def lembar_terbaru(kode: str) -> Select[LembarSop]:
    return select(LembarSop).where(LembarSop.kode == kode).order_by(LembarSop.revisi.desc()).limit(1)
