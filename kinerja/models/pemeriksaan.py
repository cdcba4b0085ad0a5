"""What checks found: of an electronic signature, and of the whole archive. Rows are only ever added."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kinerja.models.basis_data import Json, Model, Waktu


class PeriksaTtd(Model):
    """The verdict on the signatures of one file at one moment; a re-check is another row."""

    __tablename__ = "periksa_ttd"

    id: Mapped[int] = mapped_column(primary_key=True)
    berkas_id: Mapped[int] = mapped_column(ForeignKey("berkas.id"), index=True)
    ulang: Mapped[bool] = mapped_column(default=False)  # False: the one at receipt, kept for good
    pada: Mapped[datetime] = mapped_column(Waktu)
    oleh_nama: Mapped[str]
    verdict: Mapped[str]  # domain.tanda_tangan.Verdict
    hasil: Mapped[Any] = mapped_column(Json)  # HasilTtd.ke_data(): signatures, roots, revocation, version


class PeriksaArsip(Model):
    """One run of the fixity check. Without an end it runs, or was cut off: see ``denyut_pada``."""

    __tablename__ = "periksa_arsip"

    id: Mapped[int] = mapped_column(primary_key=True)
    sebab: Mapped[str]  # "mingguan" | "permintaan" | "baris_perintah"
    oleh_nama: Mapped[str] = mapped_column(default="")
    dimulai_pada: Mapped[datetime] = mapped_column(Waktu)
    denyut_pada: Mapped[datetime] = mapped_column(Waktu)  # last sign of life of one that runs
    selesai_pada: Mapped[datetime | None] = mapped_column(Waktu)
    jumlah: Mapped[int] = mapped_column(default=0)  # files there are
    berkas: Mapped[int] = mapped_column(default=0)  # files read
    bita: Mapped[int] = mapped_column(default=0)  # bytes read
    rusak: Mapped[Any] = mapped_column(Json, default=list)  # {"jenis", "pesan", "sha256"}
    catatan: Mapped[Any] = mapped_column(Json, default=list)
    kepala_seq: Mapped[int] = mapped_column(default=0)  # head of the audit chain that was checked
    kepala_hash: Mapped[str] = mapped_column(default="")


class PaketInspeksi(Model):
    """A zip of one year made for the inspectorate; the file lies under ``paket/`` in the data folder."""

    __tablename__ = "paket_inspeksi"

    id: Mapped[int] = mapped_column(primary_key=True)
    tahun: Mapped[int]
    diminta_pada: Mapped[datetime] = mapped_column(Waktu)
    diminta_oleh_nama: Mapped[str]
    keadaan: Mapped[str]  # "dibuat" | "siap" | "gagal"
    kemajuan: Mapped[str] = mapped_column(default="")  # in words, for the one who waits
    selesai: Mapped[int] = mapped_column(default=0)  # parts done
    jumlah: Mapped[int] = mapped_column(default=0)  # of so many
    sha256: Mapped[str] = mapped_column(default="")
    ukuran: Mapped[int] = mapped_column(default=0)
    kepala_seq: Mapped[int] = mapped_column(default=0)
    kepala_hash: Mapped[str] = mapped_column(default="")
