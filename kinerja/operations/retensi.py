"""What the schedule says of each document; the list of those whose years are over. Nothing is destroyed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.retensi import KeadaanRetensi, Nasib, Retensi, retensi
from kinerja.models.dokumen import Dokumen
from kinerja.models.klasifikasi import Klasifikasi
from kinerja.operations.arsip_daftar import SEHALAMAN, daftar_dokumen

Kelas = Mapping[str, Klasifikasi]


@dataclass(frozen=True)
class Simpan:
    """The retention of one document on a day; without a class in the schedule there are no dates."""

    keadaan: KeadaanRetensi
    kelas: Klasifikasi | None = None
    masa: Retensi | None = None


def semua_kelas(sesi: Session) -> dict[str, Klasifikasi]:
    """Every class by its code, in the order of codes; retired ones too."""
    return {k.kode: k for k in sesi.execute(select(Klasifikasi).order_by(Klasifikasi.kode)).scalars()}


def simpan_dokumen(dokumen: Dokumen, kelas: Kelas, hari: date) -> Simpan:
    """By the class the document was issued with, as the schedule has it now."""
    satu = kelas.get(dokumen.klasifikasi)
    if satu is None:
        return Simpan(KeadaanRetensi.TANPA_JADWAL)
    masa = retensi(dokumen.tahun, satu.aktif, satu.inaktif, Nasib(satu.nasib))
    return Simpan(masa.keadaan(hari), satu, masa)


def jatuh_tempo(
    sesi: Session, hari: date, nasib: str = "", batas: int | None = SEHALAMAN, dari: int = 0
) -> tuple[list[tuple[Dokumen, Simpan]], int]:
    """Documents whose years are over on ``hari``, the longest due first; and how many there are in all."""
    habis = Dokumen.tahun + Klasifikasi.aktif + Klasifikasi.inaktif
    syarat = [habis < hari.year, *([Klasifikasi.nasib == nasib] if nasib else [])]
    dasar = select(func.count(Dokumen.id)).join(Klasifikasi, Klasifikasi.kode == Dokumen.klasifikasi)
    jumlah = sesi.execute(dasar.where(*syarat)).scalar_one()
    pilih = (
        daftar_dokumen()
        .join(Klasifikasi, Klasifikasi.kode == Dokumen.klasifikasi)
        .where(*syarat)
        .order_by(None)
        .order_by(habis, Dokumen.klasifikasi, Dokumen.tahun, Dokumen.urut)
        .limit(batas)
        .offset(dari)
    )
    kelas = semua_kelas(sesi)
    baris = sesi.execute(pilih).unique().scalars()
    return [(d, simpan_dokumen(d, kelas, hari)) for d in baris], jumlah
