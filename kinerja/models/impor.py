"""Impor: a workbook that was uploaded and shown, cell by cell, and waits to be applied or dropped."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kinerja.models.basis_data import Json, Model, Waktu


class Impor(Model):
    """The changes a workbook asks for; applied all together or not at all."""

    __tablename__ = "impor"

    id: Mapped[int] = mapped_column(primary_key=True)
    jenis: Mapped[str]  # "perjanjian_kinerja" | "rencana_aksi" | "realisasi"
    tahun: Mapped[int]
    periode_id: Mapped[int | None] = mapped_column(ForeignKey("periode.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    pegawai_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"), index=True)
    nama_berkas: Mapped[str]
    sha256: Mapped[str]
    isi: Mapped[Any] = mapped_column(Json)  # the changes: cell, what it stands for, old and new text
    dasar: Mapped[str]  # digest of the state it was compared with
    dibuat_pada: Mapped[datetime] = mapped_column(Waktu)
    diterapkan_pada: Mapped[datetime | None] = mapped_column(Waktu)
