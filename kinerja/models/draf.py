"""Draf: what somebody typed into a long form and has not sent yet. Not an official act."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kinerja.models.basis_data import Json, Model, Waktu


class Draf(Model):
    """The unsent content of one form of one person; gone once the form was saved."""

    __tablename__ = "draf"
    __table_args__ = (UniqueConstraint("pegawai_id", "kunci"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    pegawai_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    kunci: Mapped[str]  # the path of the form, "#" and the form's name where the page has several
    isi: Mapped[Any] = mapped_column(Json)  # field → text, as typed, not validated
    disimpan_pada: Mapped[datetime] = mapped_column(Waktu)
