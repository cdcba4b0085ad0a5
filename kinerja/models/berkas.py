"""Berkas: a received file in the content-addressed store; rows of other nouns point at it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kinerja.models.basis_data import Model, Waktu


class Berkas(Model):
    """One receipt of one file: the bytes lie in the store under their sha256, untouched."""

    __tablename__ = "berkas"

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(index=True)
    ukuran: Mapped[int]
    jenis: Mapped[str]  # media type found from the bytes, not the one claimed
    nama: Mapped[str]  # cleaned display name
    diterima_pada: Mapped[datetime] = mapped_column(Waktu)
    diterima_oleh: Mapped[int | None] = mapped_column(ForeignKey("pegawai.id"))


class Lampiran(Model):
    """A file put beside a step by the one who does it (the generic step's file)."""

    __tablename__ = "lampiran"

    id: Mapped[int] = mapped_column(primary_key=True)
    tugas_id: Mapped[int] = mapped_column(ForeignKey("tugas.id"), index=True)
    berkas_id: Mapped[int] = mapped_column(ForeignKey("berkas.id"))
