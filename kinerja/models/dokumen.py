"""Dokumen and Arsip: the issued PDF with its number, and the signed PDF that came back."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kinerja.models.basis_data import Model, Waktu
from kinerja.models.berkas import Berkas
from kinerja.models.periode import Periode


class Dokumen(Model):
    """An issued document. Number and code are unique and never used again; gaps stay visible."""

    __tablename__ = "dokumen"
    __table_args__ = (UniqueConstraint("tahun", "urut"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    jenis: Mapped[str]  # domain.naskah
    judul: Mapped[str]
    periode_id: Mapped[int | None] = mapped_column(ForeignKey("periode.id"), index=True)
    laporan_id: Mapped[int | None] = mapped_column(ForeignKey("laporan.id"))
    perjanjian_kinerja_id: Mapped[int | None] = mapped_column(ForeignKey("perjanjian_kinerja.id"))
    lembar_sop_id: Mapped[int | None] = mapped_column(ForeignKey("lembar_sop.id"))
    klasifikasi: Mapped[str]
    tahun: Mapped[int]
    urut: Mapped[int]
    nomor: Mapped[str] = mapped_column(unique=True)
    kode: Mapped[str] = mapped_column(unique=True)  # short document code, printed in the footer
    berkas_id: Mapped[int] = mapped_column(ForeignKey("berkas.id"))
    halaman: Mapped[int]
    digest: Mapped[str] = mapped_column(default="")  # sha256 of the data it was printed from; "" before 0.3
    tanggal: Mapped[date]
    penanda_nama: Mapped[str] = mapped_column(default="")  # who signs, as what, on that day
    penanda_jabatan: Mapped[str] = mapped_column(default="")
    diterbitkan_pada: Mapped[datetime] = mapped_column(Waktu)
    diterbitkan_oleh_nama: Mapped[str]

    berkas: Mapped[Berkas] = relationship(lazy="raise")
    periode: Mapped[Periode | None] = relationship(lazy="raise")
    arsip: Mapped[list[Arsip]] = relationship(back_populates="dokumen", lazy="raise", order_by="Arsip.id")


class Arsip(Model):
    """A signed PDF as received, byte for byte. A wrong one is superseded with a reason, never removed."""

    __tablename__ = "arsip"

    id: Mapped[int] = mapped_column(primary_key=True)
    dokumen_id: Mapped[int] = mapped_column(ForeignKey("dokumen.id"), index=True)
    berkas_id: Mapped[int] = mapped_column(ForeignKey("berkas.id"))
    halaman: Mapped[int]
    cara: Mapped[str]  # "basah" (wet ink, scanned) | "tte"
    lokasi_rak: Mapped[str] = mapped_column(default="")  # where the paper stands
    keterangan: Mapped[str] = mapped_column(default="")
    pindaian_id: Mapped[int | None] = mapped_column(ForeignKey("pindaian.id"))  # the receipt it came through
    kaitan: Mapped[str] = mapped_column(default="")  # domain.kaitan; "" for paper and before 0.3
    dibandingkan_pada: Mapped[datetime | None] = mapped_column(Waktu)  # a person held the pages side by side
    dibandingkan_oleh_nama: Mapped[str] = mapped_column(default="")
    diterima_pada: Mapped[datetime] = mapped_column(Waktu)
    diterima_oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    diterima_oleh_nama: Mapped[str]
    diganti_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("arsip.id"))
    diganti_alasan: Mapped[str] = mapped_column(default="")

    dokumen: Mapped[Dokumen] = relationship(back_populates="arsip", lazy="raise")
    berkas: Mapped[Berkas] = relationship(lazy="raise")
