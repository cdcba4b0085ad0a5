"""Laporan of a period and what is said about it: explanations, pembagian tugas, sosialisasi, koreksi."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kinerja.models.basis_data import Json, Model, Waktu
from kinerja.models.jabatan import Jabatan, Unit


class Laporan(Model):
    """A report and the data it was made from. ``dibekukan_pada`` set: final, nothing in it changes.

    ``versi`` counts from 1. A revision that was cancelled keeps its row under the negative of its number:
    so it is never the newest, and the number is not given again.
    """

    __tablename__ = "laporan"
    __table_args__ = (UniqueConstraint("periode_id", "versi"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    periode_id: Mapped[int] = mapped_column(ForeignKey("periode.id"))
    versi: Mapped[int]
    pk_id: Mapped[int] = mapped_column(ForeignKey("perjanjian_kinerja.id"))
    isi: Mapped[Any] = mapped_column(Json)  # domain.laporan as JSON
    digest: Mapped[str]
    narasi: Mapped[Any] = mapped_column(Json, default=dict)  # section key → text written by people
    diolah_pada: Mapped[datetime] = mapped_column(Waktu)
    disimpan_pada: Mapped[datetime | None] = mapped_column(Waktu)  # last change of the narrative
    dibekukan_pada: Mapped[datetime | None] = mapped_column(Waktu)
    rujukan: Mapped[Any] = mapped_column(Json, default=None, nullable=True)  # where each figure came from
    temuan: Mapped[Any] = mapped_column(Json, default=None, nullable=True)  # findings explained, at freezing
    revisi_alasan: Mapped[str] = mapped_column(default="")  # why a final report was opened again
    lampirkan_reviu: Mapped[bool] = mapped_column(default=False)  # print the self-check as an annex

    @property
    def dibatalkan(self) -> bool:
        """Is this a revision that was cancelled?"""
        return self.versi < 0

    @property
    def nomor_versi(self) -> int:
        """The number people know this version by."""
        return abs(self.versi)


class ReviuMandiri(Model):
    """The office's answer to one of the 23 items of the reviu (PermenPANRB 53/2014, Lampiran III)."""

    __tablename__ = "reviu_mandiri"
    __table_args__ = (UniqueConstraint("periode_id", "butir"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    periode_id: Mapped[int] = mapped_column(ForeignKey("periode.id"))
    butir: Mapped[str]
    jawaban: Mapped[str]  # "ya" | "tidak"
    catatan: Mapped[str] = mapped_column(default="")
    oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    oleh_nama: Mapped[str]
    pada: Mapped[datetime] = mapped_column(Waktu)


class PenjelasanTemuan(Model):
    """The explanation of a warning that stands (``kunci`` of ``domain.pemeriksaan``)."""

    __tablename__ = "penjelasan_temuan"
    __table_args__ = (UniqueConstraint("periode_id", "kunci"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    periode_id: Mapped[int] = mapped_column(ForeignKey("periode.id"))
    kunci: Mapped[str]
    pesan: Mapped[str] = mapped_column(default="")  # the finding as it was worded when it was explained
    penjelasan: Mapped[str]
    oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    oleh_nama: Mapped[str]
    pada: Mapped[datetime] = mapped_column(Waktu)


class PembagianTugas(Model):
    """A line of the catatan pembagian tugas (SOP step 6): what a unit does for the semester report."""

    __tablename__ = "pembagian_tugas"
    __table_args__ = (UniqueConstraint("periode_id", "unit_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    periode_id: Mapped[int] = mapped_column(ForeignKey("periode.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    uraian: Mapped[str]
    tenggat: Mapped[date | None]
    disposisi_id: Mapped[int | None] = mapped_column(ForeignKey("disposisi.id"))

    unit: Mapped[Unit] = relationship(lazy="raise")


class Sosialisasi(Model):
    """The meeting about a draft: invitation, attendance, minutes. One per period and round."""

    __tablename__ = "sosialisasi"
    __table_args__ = (UniqueConstraint("periode_id", "putaran"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    periode_id: Mapped[int] = mapped_column(ForeignKey("periode.id"))
    putaran: Mapped[int]  # 1, and one more for each return
    tanggal: Mapped[date]
    pukul: Mapped[str] = mapped_column(default="")
    tempat: Mapped[str]
    agenda: Mapped[str]
    notulen: Mapped[str] = mapped_column(default="")
    draf_id: Mapped[int | None] = mapped_column(
        ForeignKey("penyelesaian.id")
    )  # the completion of the composing step whose draft was discussed; taken back: the round is over
    dibuat_pada: Mapped[datetime] = mapped_column(Waktu)
    ditutup_pada: Mapped[datetime | None] = mapped_column(Waktu)

    tanggapan: Mapped[list[Tanggapan]] = relationship(
        back_populates="sosialisasi", lazy="raise", order_by="Tanggapan.id"
    )


class Tanggapan(Model):
    """An invited post: present or not, and its answer "setuju" or "koreksi"; open until answered."""

    __tablename__ = "tanggapan"
    __table_args__ = (UniqueConstraint("sosialisasi_id", "jabatan_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sosialisasi_id: Mapped[int] = mapped_column(ForeignKey("sosialisasi.id"))
    jabatan_id: Mapped[int] = mapped_column(ForeignKey("jabatan.id"), index=True)
    hadir: Mapped[bool | None]
    jawaban: Mapped[
        str | None
    ]  # "setuju" | "koreksi" | "tanpa_jawaban" (closed without, reason in the minutes)
    dijawab_pada: Mapped[datetime | None] = mapped_column(Waktu)
    dijawab_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("pegawai.id"))
    dijawab_oleh_nama: Mapped[str] = mapped_column(default="")

    sosialisasi: Mapped[Sosialisasi] = relationship(back_populates="tanggapan", lazy="raise")
    jabatan: Mapped[Jabatan] = relationship(lazy="raise")


class Koreksi(Model):
    """One correction asked for at a sosialisasi, and what was done about it (hasil koreksi)."""

    __tablename__ = "koreksi"

    id: Mapped[int] = mapped_column(primary_key=True)
    periode_id: Mapped[int] = mapped_column(ForeignKey("periode.id"), index=True)
    tanggapan_id: Mapped[int] = mapped_column(ForeignKey("tanggapan.id"))
    bagian: Mapped[str]  # which section or figure
    uraian: Mapped[str]
    oleh_nama: Mapped[str]
    jabatan_nama: Mapped[str]
    pada: Mapped[datetime] = mapped_column(Waktu)
    tindak_lanjut: Mapped[str] = mapped_column(default="")
    ditindaklanjuti_pada: Mapped[datetime | None] = mapped_column(Waktu)
    ditindaklanjuti_oleh_nama: Mapped[str] = mapped_column(default="")


def laporan_terbaru(periode_id: int) -> Select[Laporan]:
    return select(Laporan).where(Laporan.periode_id == periode_id).order_by(Laporan.versi.desc()).limit(1)
