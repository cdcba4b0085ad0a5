"""Login: server-side sessions, one-time codes, and what is counted to slow guessing down."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from kinerja.models.basis_data import Model, Waktu
from kinerja.models.pegawai import Pegawai


class Sesi(Model):
    """An open login. Only the SHA-256 of the cookie's token is kept; times are real time, not office time."""

    __tablename__ = "sesi"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    pegawai_id: Mapped[int] = mapped_column(ForeignKey("pegawai.id"), index=True)
    dibuat_pada: Mapped[datetime] = mapped_column(Waktu)
    terlihat_pada: Mapped[datetime] = mapped_column(Waktu)
    dicabut_pada: Mapped[datetime | None] = mapped_column(Waktu)
    alamat: Mapped[str] = mapped_column(default="")
    peramban: Mapped[str] = mapped_column(default="")

    pegawai: Mapped[Pegawai] = relationship(lazy="raise")


class KodeSekali(Model):
    """A one-time code, stored hashed: ``siapkan`` (first set-up) or ``sandi`` (a new password)."""

    __tablename__ = "kode_sekali"

    id: Mapped[int] = mapped_column(primary_key=True)
    kode_hash: Mapped[str] = mapped_column(unique=True)
    tujuan: Mapped[str]
    pegawai_id: Mapped[int | None] = mapped_column(ForeignKey("pegawai.id"))
    dibuat_pada: Mapped[datetime] = mapped_column(Waktu)
    kedaluwarsa_pada: Mapped[datetime] = mapped_column(Waktu)
    dipakai_pada: Mapped[datetime | None] = mapped_column(Waktu)


class GagalMasuk(Model):
    """One failed login, by name as typed (folded) and by address; old rows may be pruned."""

    __tablename__ = "gagal_masuk"
    __table_args__ = (
        Index("ix_gagal_masuk_nama_pada", "nama_pengguna", "pada"),
        Index("ix_gagal_masuk_alamat_pada", "alamat", "pada"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    nama_pengguna: Mapped[str]
    alamat: Mapped[str]
    pada: Mapped[datetime] = mapped_column(Waktu)


class PeriksaUmum(Model):
    """One use of the public verify page, by address; rows older than a day are pruned."""

    __tablename__ = "periksa_umum"
    __table_args__ = (Index("ix_periksa_umum_cara_pada", "cara", "pada"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cara: Mapped[str]  # operations.periksa_umum.Cara
    alamat: Mapped[str]
    pada: Mapped[datetime] = mapped_column(Waktu)
