"""Kantor: the one row of office settings, letterhead and the install's identity."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Mapped, Session, mapped_column

from kinerja.models.basis_data import Desimal, Json, Model, Waktu

NOMOR = 1


class Kantor(Model):
    """The office. Exactly one row, id 1, made by ``kinerja init``."""

    __tablename__ = "kantor"

    id: Mapped[int] = mapped_column(primary_key=True)
    pemasangan: Mapped[str]  # random id of this install, in the audit genesis
    contoh: Mapped[bool] = mapped_column(default=False)  # a demo office, never a real one
    tanggal_contoh: Mapped[date | None]  # the demo's fixed office date

    kabupaten: Mapped[str] = mapped_column(default="")
    kecamatan: Mapped[str] = mapped_column(default="")
    ibu_kota: Mapped[str] = mapped_column(default="")  # the place printed above a signature
    alamat: Mapped[str] = mapped_column(default="")
    telepon: Mapped[str] = mapped_column(default="")
    laman: Mapped[str] = mapped_column(default="")
    pos_el: Mapped[str] = mapped_column(default="")
    kode_pos: Mapped[str] = mapped_column(default="")

    jabatan_atasan: Mapped[str] = mapped_column(default="Bupati Pesisir Selatan")  # pihak kedua of the PK
    nama_atasan: Mapped[str] = mapped_column(default="")
    zona: Mapped[int] = mapped_column(default=7)  # hours ahead of UTC: 7 WIB, 8 WITA, 9 WIT

    kode_unit: Mapped[str] = mapped_column(default="")
    pola_nomor: Mapped[str] = mapped_column(default="{klasifikasi}/{urut}/{unit}/{tahun}")
    klasifikasi_jenis: Mapped[Any] = mapped_column(
        Json, default=dict
    )  # kind of document → class; what is missing follows domain.nomor.KLASIFIKASI
    atas_nama: Mapped[str] = mapped_column(default="sekretaris")  # peran whose "a.n." a Kasubag's slip prints
    batas_capaian: Mapped[Decimal | None] = mapped_column(Desimal)  # cap in percent; None: not capped
    pin_negatif_b: Mapped[Decimal | None] = mapped_column(Desimal)  # capaian of method B with realisasi 0
    serapan_rendah: Mapped[Decimal] = mapped_column(Desimal, default=Decimal(50))  # percent of pagu
    desimal: Mapped[int] = mapped_column(default=2)  # digits behind the comma of a printed percentage, 0 to 2
    metode_negatif: Mapped[str] = mapped_column(default="negatif_a")  # proposed on a new indicator card
    skala_predikat: Mapped[Any] = mapped_column(
        Json, default=None, nullable=True
    )  # {"nama", "sumber", "jenjang": [[lower bound, label], …]}; None: Permendagri 86/2017
    sumber_aturan: Mapped[Any] = mapped_column(
        Json, default=dict
    )  # setting → the rule it follows, as printed
    tenggat: Mapped[Any] = mapped_column(
        Json, default=None, nullable=True
    )  # per daur and langkah; None: the examples
    jam_kerja: Mapped[Any] = mapped_column(
        Json, default=None, nullable=True
    )  # weekday "0" (Monday) to "6" → list of ["07:30", "12:00"]; None: the example
    libur_lokal: Mapped[Any] = mapped_column(
        Json, default=list
    )  # local holidays: [ISO date, name]; before 0.2 bare ISO dates

    disimpan_pada: Mapped[datetime | None] = mapped_column(Waktu)  # None until somebody filled the form


def kantor(sesi: Session) -> Kantor:
    """The office of this database; asked of it once in a transaction."""
    return sesi.get_one(Kantor, NOMOR)


def kantor_atau_kosong(sesi: Session) -> Kantor | None:
    """The office, or None before ``kinerja init`` made it."""
    return sesi.get(Kantor, NOMOR)
