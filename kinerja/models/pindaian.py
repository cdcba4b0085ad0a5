"""Pindaian: what came back and is on its way to the archive – a scan, photographs, or a TTE file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kinerja.models.basis_data import Json, Model, Waktu
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Dokumen


class Pindaian(Model):
    """One receipt. It waits for its document or for a person's eye, and ends archived or refused.

    Nothing is removed: a refused one keeps its file and the reason.
    """

    __tablename__ = "pindaian"

    id: Mapped[int] = mapped_column(primary_key=True)
    berkas_id: Mapped[int] = mapped_column(ForeignKey("berkas.id"))  # what goes into the archive
    halaman: Mapped[int]
    cara: Mapped[str]  # "basah" | "tte", as operations.arsip.CARA
    asal: Mapped[str]  # "unggah" | "folder" (kinerja scan)
    kode: Mapped[Any] = mapped_column(Json, default=list)  # per page: {"kode", "halaman"} read on it, or null
    kaitan: Mapped[str] = mapped_column(default="")  # domain.kaitan; "" for paper
    dokumen_id: Mapped[int | None] = mapped_column(ForeignKey("dokumen.id"), index=True)
    keadaan: Mapped[str] = mapped_column(index=True)  # "dokumen" | "putusan" | "ditolak" | "diarsipkan"
    alasan: Mapped[str] = mapped_column(default="")  # why refused, or why its pages differ
    lokasi_rak: Mapped[str] = mapped_column(default="")
    keterangan: Mapped[str] = mapped_column(default="")
    diterima_pada: Mapped[datetime] = mapped_column(Waktu)
    diterima_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("pegawai.id"))
    diterima_oleh_nama: Mapped[str]
    diputus_pada: Mapped[datetime | None] = mapped_column(Waktu)
    diputus_oleh_nama: Mapped[str] = mapped_column(default="")

    berkas: Mapped[Berkas] = relationship(lazy="raise")
    dokumen: Mapped[Dokumen | None] = relationship(lazy="raise")
    lembar: Mapped[list[LembarPindaian]] = relationship(lazy="raise", order_by="LembarPindaian.urut")


class LembarPindaian(Model):
    """A photograph as received, where several were joined into one PDF."""

    __tablename__ = "lembar_pindaian"

    id: Mapped[int] = mapped_column(primary_key=True)
    pindaian_id: Mapped[int] = mapped_column(ForeignKey("pindaian.id"), index=True)
    urut: Mapped[int]
    berkas_id: Mapped[int] = mapped_column(ForeignKey("berkas.id"))

    berkas: Mapped[Berkas] = relationship(lazy="raise")
