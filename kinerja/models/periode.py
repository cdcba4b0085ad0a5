"""Periode: the seven periods of an opened year (or one run of another sheet)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kinerja.domain.periode import JenisPeriode
from kinerja.domain.periode import Periode as PeriodeMurni
from kinerja.models.basis_data import Model, Waktu
from kinerja.models.lembar_sop import LembarSop


class Periode(Model):
    """A period of a year. It stays on the SOP revision it was opened with."""

    __tablename__ = "periode"
    __table_args__ = (UniqueConstraint("lembar_sop_id", "tahun", "jenis", "ke"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    lembar_sop_id: Mapped[int] = mapped_column(ForeignKey("lembar_sop.id"))
    tahun: Mapped[int] = mapped_column(index=True)
    jenis: Mapped[JenisPeriode]
    ke: Mapped[int]
    dibuka_pada: Mapped[datetime] = mapped_column(Waktu)
    dibuka_oleh: Mapped[int | None] = mapped_column(ForeignKey("pegawai.id"))
    mulai_dini_alasan: Mapped[str | None]  # why the Kasubag Umum started before the period's end
    pk_id: Mapped[int | None] = mapped_column(
        ForeignKey("perjanjian_kinerja.id")
    )  # the PK version it began with; None until it began, then the one in force
    ditutup_pada: Mapped[datetime | None] = mapped_column(Waktu)  # the signed report is in the archive
    judul: Mapped[str] = mapped_column(default="")  # what a run of another sheet (daur "sekali") is about
    dibatalkan_pada: Mapped[datetime | None] = mapped_column(Waktu)  # a run given up; then it is closed, too
    dibatalkan_alasan: Mapped[str] = mapped_column(default="")
    dibatalkan_oleh_nama: Mapped[str] = mapped_column(default="")

    lembar_sop: Mapped[LembarSop] = relationship(lazy="raise")

    @property
    def murni(self) -> PeriodeMurni:
        """The pure value the domain reckons with."""
        return PeriodeMurni(self.tahun, self.jenis, self.ke)

    @property
    def nama(self) -> str:
        """ "Triwulan III 2026"; of a run of another sheet, what it is about."""
        return self.judul or self.murni.nama

    @property
    def sekali(self) -> bool:
        """Is it one run of a sheet that is started on demand?"""
        return self.jenis is JenisPeriode.SEKALI


def periode_tahun(tahun: int) -> Select[Periode]:
    return (
        select(Periode)
        .where(Periode.tahun == tahun, Periode.jenis != JenisPeriode.SEKALI)
        .order_by(Periode.id)
    )


def periode_satu(tahun: int, jenis: JenisPeriode, ke: int) -> Select[Periode]:
    return select(Periode).where(Periode.tahun == tahun, Periode.jenis == jenis, Periode.ke == ke)
