"""The list of the archive: issued documents narrowed by the filters of its page, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.retensi import SESUDAHNYA, KeadaanRetensi
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.klasifikasi import Klasifikasi
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode

SEHALAMAN = 50
KEADAAN = {
    "tertanda": "Tertanda, diarsipkan",
    "menunggu": "Menunggu tanda tangan",
    "batal": "Dibatalkan",
}


@dataclass(frozen=True)
class Saringan:
    """The filters. Empty ones narrow nothing; ``retensi`` is a KeadaanRetensi as of ``hari``."""

    tahun: int | None = None  # of the period, else of the number
    jenis: str = ""
    keadaan: str = ""  # key of KEADAAN
    klasifikasi: str = ""
    retensi: str = ""
    hari: date | None = None


def dokumen_batal() -> Select[int]:
    """The ids of documents that were issued for a revision which was cancelled before it was signed."""
    return select(Dokumen.id).join(Laporan, Laporan.id == Dokumen.laporan_id).where(Laporan.versi < 0)


def syarat(saring: Saringan) -> list[ColumnElement[bool]]:
    """The conditions on ``Dokumen`` that a filter stands for."""
    hasil: list[ColumnElement[bool]] = []
    if saring.tahun is not None:
        masa = select(Periode.id).where(Periode.tahun == saring.tahun)
        hasil.append(
            Dokumen.periode_id.in_(masa) | (Dokumen.periode_id.is_(None) & (Dokumen.tahun == saring.tahun))
        )
    if saring.jenis:
        hasil.append(Dokumen.jenis == saring.jenis)
    if saring.klasifikasi:
        hasil.append(Dokumen.klasifikasi == saring.klasifikasi)
    if saring.keadaan:
        hasil.append(_keadaan(saring.keadaan))
    if saring.retensi and saring.hari is not None:
        hasil.append(_retensi(KeadaanRetensi(saring.retensi), saring.hari.year))
    return hasil


def _keadaan(keadaan: str) -> ColumnElement[bool]:
    ada = Dokumen.id.in_(select(Arsip.dokumen_id))
    batal = Dokumen.id.in_(dokumen_batal()) | Dokumen.periode_id.in_(
        select(Periode.id).where(Periode.dibatalkan_pada.is_not(None))
    )
    if keadaan == "tertanda":
        return ada
    return ~ada & (batal if keadaan == "batal" else ~batal)


def _retensi(keadaan: KeadaanRetensi, tahun: int) -> ColumnElement[bool]:
    """domain.retensi in SQL: every border is the end of a year, so the year of the day decides."""
    if keadaan is KeadaanRetensi.TANPA_JADWAL:
        return Dokumen.klasifikasi.not_in(select(Klasifikasi.kode))
    usia = tahun - Dokumen.tahun
    habis = Klasifikasi.aktif + Klasifikasi.inaktif
    kelas = select(Klasifikasi.kode).where(Klasifikasi.kode == Dokumen.klasifikasi)
    if keadaan is KeadaanRetensi.AKTIF:
        kelas = kelas.where(usia <= Klasifikasi.aktif)
    elif keadaan is KeadaanRetensi.INAKTIF:
        kelas = kelas.where(usia > Klasifikasi.aktif, usia <= habis)
    else:
        nasib = next(n for n, k in SESUDAHNYA.items() if k is keadaan)
        kelas = kelas.where(usia > habis, Klasifikasi.nasib == nasib.value)
    return kelas.correlate(Dokumen).exists()


def daftar_dokumen(saring: Saringan | None = None) -> Select[Dokumen]:
    """Issued documents with their files, newest first."""
    return (
        select(Dokumen)
        .options(
            joinedload(Dokumen.periode),
            joinedload(Dokumen.berkas),
            selectinload(Dokumen.arsip).joinedload(Arsip.berkas),
        )
        .where(*syarat(saring or Saringan()))
        .order_by(Dokumen.tahun.desc(), Dokumen.urut.desc())
    )


def halaman(
    sesi: Session, saring: Saringan, batas: int = SEHALAMAN, dari: int = 0
) -> tuple[list[Dokumen], int]:
    """One page of the list, and how many there are in all."""
    jumlah = sesi.execute(select(func.count(Dokumen.id)).where(*syarat(saring))).scalar_one()
    pilih = daftar_dokumen(saring).limit(batas).offset(dari)
    return list(sesi.execute(pilih).unique().scalars()), jumlah


def dokumen_berurut(sesi: Session, nomor: list[int]) -> list[Dokumen]:
    """These documents with their files, in this order; ids that are not there are left out."""
    ada = {d.id: d for d in sesi.execute(daftar_dokumen().where(Dokumen.id.in_(nomor))).unique().scalars()}
    return [ada[satu] for satu in nomor if satu in ada]
