"""Disposisi: an instruction to one or many posts, a branch each, that can be answered and forwarded."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, UniqueConstraint, select, text
from sqlalchemy.orm import Mapped, joinedload, mapped_column, relationship

from kinerja.domain.disposisi import Hasil, Sifat
from kinerja.models.basis_data import Json, Model, Waktu
from kinerja.models.jabatan import Jabatan

_TERBUKA = text("penyelesaian_id IS NULL AND dibatalkan_pada IS NULL")


class Disposisi(Model):
    """The slip. ``tugas_id`` names the step that put it out; None: a free one, down the structure only."""

    __tablename__ = "disposisi"
    __table_args__ = (UniqueConstraint("tahun", "nomor_agenda"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int]
    nomor_agenda: Mapped[int]
    tugas_id: Mapped[int | None] = mapped_column(ForeignKey("tugas.id"), index=True)
    pemberi_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    pemberi_nama: Mapped[str]
    pemberi_jabatan_id: Mapped[int] = mapped_column(ForeignKey("jabatan.id"), index=True)
    pemberi_jabatan_nama: Mapped[str]
    atas_nama_id: Mapped[int | None] = mapped_column(ForeignKey("jabatan.id"))  # "a.n." this post
    surat_dari: Mapped[str] = mapped_column(default="")
    nomor_surat: Mapped[str] = mapped_column(default="")
    tanggal_surat: Mapped[date | None]
    diterima: Mapped[date | None]
    sifat: Mapped[Sifat]
    hal: Mapped[str]
    instruksi: Mapped[Any] = mapped_column(Json, default=list)  # ticks of "Dengan hormat harap"
    catatan: Mapped[str] = mapped_column(default="")
    dibuat_pada: Mapped[datetime] = mapped_column(Waktu)
    surat_masuk_id: Mapped[int | None] = mapped_column(ForeignKey("surat_masuk.id"), index=True)

    cabang: Mapped[list[CabangDisposisi]] = relationship(
        back_populates="disposisi", lazy="raise", order_by="CabangDisposisi.id"
    )


class CabangDisposisi(Model):
    """One recipient's part; finishing it closes no other. ``induk_id``: the branch it was forwarded from."""

    __tablename__ = "cabang_disposisi"
    __table_args__ = (
        Index(
            "ix_cabang_terbuka", "penerima_id", "tenggat", sqlite_where=_TERBUKA, postgresql_where=_TERBUKA
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    disposisi_id: Mapped[int] = mapped_column(ForeignKey("disposisi.id"), index=True)
    induk_id: Mapped[int | None] = mapped_column(ForeignKey("cabang_disposisi.id"))
    penerima_id: Mapped[int] = mapped_column(ForeignKey("jabatan.id"))
    pesan: Mapped[str] = mapped_column(default="")  # what the one who forwarded it added
    tenggat: Mapped[date | None]
    diteruskan_oleh_id: Mapped[int | None] = mapped_column(ForeignKey("pegawai.id"))
    dibuat_pada: Mapped[datetime] = mapped_column(Waktu)
    dibaca_pada: Mapped[datetime | None] = mapped_column(Waktu)
    dibaca_oleh_nama: Mapped[str] = mapped_column(default="")
    diingatkan_pada: Mapped[datetime | None] = mapped_column(Waktu)  # the giver's last reminder
    dibatalkan_pada: Mapped[datetime | None] = mapped_column(Waktu)
    penyelesaian_id: Mapped[int | None] = mapped_column(ForeignKey("penyelesaian_cabang.id", use_alter=True))

    disposisi: Mapped[Disposisi] = relationship(back_populates="cabang", lazy="raise")
    penerima: Mapped[Jabatan] = relationship(lazy="raise")
    penyelesaian: Mapped[PenyelesaianCabang | None] = relationship(
        lazy="raise", foreign_keys=[penyelesaian_id], post_update=True
    )


class PenyelesaianCabang(Model):
    """How a branch ended: answered, or no follow-up needed, with the reply."""

    __tablename__ = "penyelesaian_cabang"

    id: Mapped[int] = mapped_column(primary_key=True)
    cabang_id: Mapped[int] = mapped_column(ForeignKey("cabang_disposisi.id"), index=True)
    hasil: Mapped[Hasil]
    balasan: Mapped[str] = mapped_column(default="")
    berkas_id: Mapped[int | None] = mapped_column(ForeignKey("berkas.id"))
    oleh_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"))
    oleh_nama: Mapped[str]
    jabatan_nama: Mapped[str]
    pada: Mapped[datetime] = mapped_column(Waktu)


def cabang_terbuka(jabatan_id: frozenset[int]) -> Select[CabangDisposisi]:
    """The open branches of these posts, soonest due first."""
    return (
        select(CabangDisposisi)
        .options(joinedload(CabangDisposisi.disposisi), joinedload(CabangDisposisi.penerima))
        .where(
            CabangDisposisi.penyelesaian_id.is_(None),
            CabangDisposisi.dibatalkan_pada.is_(None),
            CabangDisposisi.penerima_id.in_(jabatan_id),
        )
        .order_by(CabangDisposisi.tenggat.is_(None), CabangDisposisi.tenggat, CabangDisposisi.id)
    )
