"""Perjanjian Kinerja: which version there is, making the first draft, its parties, and who may change it.

A year has at most one version that is not approved. Its lines are written in the modules
``perjanjian_kinerja_baris`` (sasaran, program) and ``perjanjian_kinerja_indikator``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import AWALAN_PENUGASAN, Pelaku, Peran, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.kantor import Kantor, kantor
from kinerja.models.pegawai import pemegang_peran
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja, pk_lengkap
from kinerja.operations.catatan import catat

TAHUN_AWAL, TAHUN_AKHIR = 2015, 2100


class Keadaan(StrEnum):
    """Where a version stands; worked out from its times, never stored."""

    DRAF = "draf"
    DIKEMBALIKAN = "dikembalikan"
    DIAJUKAN = "diajukan"
    DISETUJUI = "disetujui"

    @property
    def label(self) -> str:
        return _LABEL[self]


_LABEL = {
    Keadaan.DRAF: "Draf",
    Keadaan.DIKEMBALIKAN: "Dikembalikan untuk diperbaiki",
    Keadaan.DIAJUKAN: "Menunggu persetujuan",
    Keadaan.DISETUJUI: "Disetujui",
}


def keadaan(pk: PerjanjianKinerja) -> Keadaan:
    if pk.disetujui_pada is not None:
        return Keadaan.DISETUJUI
    if pk.diajukan_pada is not None:
        return Keadaan.DIAJUKAN
    return Keadaan.DIKEMBALIKAN if pk.dikembalikan_alasan else Keadaan.DRAF


def dapat_diubah(pk: PerjanjianKinerja) -> bool:
    return keadaan(pk) in (Keadaan.DRAF, Keadaan.DIKEMBALIKAN)


def objek_pk(pk: PerjanjianKinerja) -> str:
    """The name of the PK in the audit chain; its lines are recorded under it, too."""
    return f"perjanjian_kinerja:{pk.id}"


def semua_versi(sesi: Session, tahun: int) -> Sequence[PerjanjianKinerja]:
    """Every version of a year, oldest first, without what is under it."""
    pilih = select(PerjanjianKinerja).where(PerjanjianKinerja.tahun == tahun)
    return sesi.execute(pilih.order_by(PerjanjianKinerja.versi)).scalars().all()


def ambil_pk(sesi: Session, tahun: int, versi: int) -> PerjanjianKinerja:
    """One version with everything under it, read anew. Raises TidakDitemukan."""
    pilih = pk_lengkap().where(PerjanjianKinerja.tahun == tahun, PerjanjianKinerja.versi == versi)
    pk = sesi.execute(pilih.execution_options(populate_existing=True)).scalar_one_or_none()
    if pk is None:
        raise TidakDitemukan(f"Perjanjian Kinerja {tahun} versi {versi} tidak ada.")
    return pk


def kunci_terbaru(sesi: Session, tahun: int) -> PerjanjianKinerja:
    """The newest version, its row locked where the database can. Raises TidakDitemukan."""
    pk = sesi.execute(
        select(PerjanjianKinerja)
        .where(PerjanjianKinerja.tahun == tahun)
        .order_by(PerjanjianKinerja.versi.desc())
        .limit(1)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).scalar_one_or_none()
    if pk is None:
        raise TidakDitemukan(f"Perjanjian Kinerja {tahun} belum dibuat.")
    return pk


def kunci_draf(sesi: Session, tahun: int, oleh: Pelaku) -> PerjanjianKinerja:
    """The year's draft for the one who writes the PK; otherwise the fitting Kesalahan."""
    pastikan_penulis(oleh)
    pk = kunci_terbaru(sesi, tahun)
    if pk.disetujui_pada is not None:
        raise SudahDikerjakan(f"{pk.nama} sudah disetujui. Untuk mengubahnya, buat perubahan.")
    if pk.diajukan_pada is not None:
        raise SudahDikerjakan(
            f"{pk.nama} sedang menunggu persetujuan, jadi belum dapat diubah. "
            "Bila perlu diubah, tarik dahulu pengajuannya."
        )
    return pk


def pastikan_penulis(oleh: Pelaku) -> None:
    if not oleh.boleh(Wewenang.TULIS_PK):
        raise TidakBerwenang("Perjanjian Kinerja ditulis oleh Kasubag Perencanaan.")


def teks_wajib(isi: str, medan: str, maks: int = 500) -> str:
    """One line or paragraph, trimmed, not empty, of a stated length."""
    rapi = teks_bebas(isi, medan, maks)
    if not rapi:
        raise MasukanSalah("Wajib diisi.", medan)
    return rapi


def teks_bebas(isi: str, medan: str, maks: int = 500) -> str:
    rapi = isi.strip()
    if len(rapi) > maks:
        raise MasukanSalah(f"Paling panjang {maks} huruf; ini {len(rapi)}.", medan)
    return rapi


def buat_pk(sesi: Session, tahun: int, oleh: Pelaku, pada: datetime) -> PerjanjianKinerja:
    """Draft of version 1; place and parties come from the office and from who is Camat that day."""
    pastikan_penulis(oleh)
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise MasukanSalah(f"Isi tahun antara {TAHUN_AWAL} dan {TAHUN_AKHIR}.", "tahun")
    if semua_versi(sesi, tahun):
        raise SudahDikerjakan(f"Perjanjian Kinerja {tahun} sudah ada.")
    office = kantor(sesi)
    hari = pada.astimezone(timezone(timedelta(hours=office.zona))).date()
    pk = PerjanjianKinerja(
        tahun=tahun, versi=1, dibuat_pada=pada, **asdict(isian_awal(sesi, office, hari)), sasaran=[]
    )
    sesi.add(pk)
    sesi.flush()
    catat(sesi, oleh, pada, "buat", objek_pk(pk), f"Draf {pk.nama} dibuat.")
    return pk


@dataclass(frozen=True)
class IsianPihak:
    """The pernyataan page: who promises to whom, where and when. Field names are those of the row."""

    tempat: str
    tanggal: date | None
    pihak_pertama_nama: str
    pihak_pertama_jabatan: str
    pihak_pertama_nip: str
    pihak_pertama_pangkat: str
    pihak_kedua_nama: str
    pihak_kedua_jabatan: str


def isian_awal(sesi: Session, office: Kantor, hari: date) -> IsianPihak:
    """What is known without typing: the Camat of the day, the office's place and superior."""
    camat = sesi.execute(pemegang_peran(Peran.CAMAT, hari)).scalars().first()
    jabatan = " ".join(b for b in ("Camat", office.kecamatan) if b)
    return IsianPihak(
        tempat=office.ibu_kota,
        tanggal=hari,
        pihak_pertama_nama=camat.pegawai.nama if camat else "",
        pihak_pertama_jabatan=(AWALAN_PENUGASAN[camat.jenis] if camat else "") + jabatan,
        pihak_pertama_nip=camat.pegawai.nip if camat else "",
        pihak_pertama_pangkat=camat.pegawai.pangkat if camat else "",
        pihak_kedua_nama=office.nama_atasan,
        pihak_kedua_jabatan=office.jabatan_atasan,
    )


def ubah_pihak(
    sesi: Session, tahun: int, isian: IsianPihak, oleh: Pelaku, pada: datetime
) -> PerjanjianKinerja:
    """Change the parties, the place and the date of the draft."""
    pk = kunci_draf(sesi, tahun, oleh)
    baru = asdict(isian)
    for medan in baru:
        if medan != "tanggal":
            baru[medan] = teks_bebas(baru[medan], medan, 200)
    lama = {medan: getattr(pk, medan) for medan in baru}
    if lama == baru:
        return pk
    for medan, nilai in baru.items():
        setattr(pk, medan, nilai)
    catat(sesi, oleh, pada, "ubah", objek_pk(pk), f"Para pihak {pk.nama} diubah.", lama, baru)
    sesi.flush()
    return pk
