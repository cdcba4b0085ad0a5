"""LembarSop: a revision of an SOP sheet as it runs in this office."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from kinerja.models.basis_data import Json, Model, Waktu


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


def lembar_terbaru(kode: str) -> Select[LembarSop]:
    return select(LembarSop).where(LembarSop.kode == kode).order_by(LembarSop.revisi.desc()).limit(1)
