"""Klasifikasi: the office's classes of documents and how long each is kept (jadwal retensi arsip)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from kinerja.models.basis_data import Model, Waktu


class Klasifikasi(Model):
    """One class. A class that is no longer used keeps its row, for documents that bear it."""

    __tablename__ = "klasifikasi"

    kode: Mapped[str] = mapped_column(primary_key=True)  # "000.7.2.8"
    nama: Mapped[str]
    aktif: Mapped[int]  # years kept at hand, from the end of the document's year
    inaktif: Mapped[int]  # years kept after that
    nasib: Mapped[str]  # "musnah" | "permanen" | "nilai" (to be judged again)
    sumber: Mapped[str] = mapped_column(default="")  # which schedule says so
    dihentikan_pada: Mapped[datetime | None] = mapped_column(Waktu)
    diubah_pada: Mapped[datetime | None] = mapped_column(Waktu)
    diubah_oleh_nama: Mapped[str] = mapped_column(default="")
