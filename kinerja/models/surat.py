"""SuratMasuk and SuratKeluar: letters that came in on paper, letters that go out through their SOP sheet."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kinerja.domain.disposisi import Sifat
from kinerja.models.basis_data import Model, Waktu
from kinerja.models.berkas import Berkas
from kinerja.models.periode import Periode


class SuratMasuk(Model):
    """An incoming letter as registered: number in the agenda of its year, the scan, to which post it goes."""

    __tablename__ = "surat_masuk"
    __table_args__ = (UniqueConstraint("tahun", "nomor_agenda"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int]
    nomor_agenda: Mapped[int]
    surat_dari: Mapped[str]
    nomor_surat: Mapped[str] = mapped_column(default="")
    tanggal_surat: Mapped[date | None]
    diterima: Mapped[date]
    sifat: Mapped[Sifat]
    hal: Mapped[str]
    ringkasan: Mapped[str] = mapped_column(default="")
    berkas_id: Mapped[int | None] = mapped_column(ForeignKey("berkas.id"))
    untuk_id: Mapped[int] = mapped_column(ForeignKey("jabatan.id"), index=True)  # who decides what happens
    dicatat_oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    dicatat_oleh_nama: Mapped[str]
    dicatat_pada: Mapped[datetime] = mapped_column(Waktu)
    selesai_pada: Mapped[datetime | None] = mapped_column(Waktu)  # dispositioned, or only to be kept
    selesai_catatan: Mapped[str] = mapped_column(default="")
    dibatalkan_pada: Mapped[datetime | None] = mapped_column(Waktu)  # registered by mistake; the number stays
    dibatalkan_alasan: Mapped[str] = mapped_column(default="")

    berkas: Mapped[Berkas | None] = relationship(lazy="raise")


class SuratKeluar(Model):
    """The letter of one run of the sheet "Surat Keluar" (``periode`` of daur sekali)."""

    __tablename__ = "surat_keluar"

    id: Mapped[int] = mapped_column(primary_key=True)
    periode_id: Mapped[int] = mapped_column(ForeignKey("periode.id"), unique=True)
    klasifikasi: Mapped[str] = mapped_column(default="")
    sifat: Mapped[Sifat]
    kepada: Mapped[str] = mapped_column(default="")
    di: Mapped[str] = mapped_column(default="")  # place of the addressee
    hal: Mapped[str]
    lampiran: Mapped[str] = mapped_column(default="")  # as printed: "1 (satu) berkas"
    isi: Mapped[str] = mapped_column(default="")
    tembusan: Mapped[str] = mapped_column(default="")
    laporan_id: Mapped[int | None] = mapped_column(ForeignKey("laporan.id"))  # the report it sends along
    diubah_pada: Mapped[datetime] = mapped_column(Waktu)
    diubah_oleh_nama: Mapped[str]

    periode: Mapped[Periode] = relationship(lazy="raise")
