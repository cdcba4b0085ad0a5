"""What the Perjanjian Kinerja and the rencana aksi put into an inbox."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from functools import lru_cache

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from kinerja.domain.jabatan import KEPALA_UNIT, Pelaku, Wewenang
from kinerja.models.catatan import Catatan
from kinerja.models.kantor import kantor
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, RencanaAksi, Sasaran
from kinerja.operations.butir import ButirKotak


def perjanjian_kinerja(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    """A submitted PK for Camat and Sekretaris; a draft or returned one for who writes it."""
    setuju, tulis = pelaku.boleh(Wewenang.SETUJUI_PK), pelaku.boleh(Wewenang.TULIS_PK)
    if not (setuju or tulis):
        return []
    terbuka = sesi.execute(
        select(PerjanjianKinerja)
        .where(PerjanjianKinerja.disetujui_pada.is_(None))
        .order_by(PerjanjianKinerja.tahun, PerjanjianKinerja.versi)
    ).scalars()
    hasil = []
    for pk in terbuka:
        if pk.diajukan_pada is not None:
            if setuju:
                hasil.append(_persetujuan(pk, pk.diajukan_pada))
        elif tulis:
            hasil.append(_draf(sesi, pk))
    return hasil


def _persetujuan(pk: PerjanjianKinerja, sejak: datetime) -> ButirKotak:
    keterangan = "Diajukan Kasubag Perencanaan: baca, lalu setujui atau kembalikan"
    return ButirKotak(
        "persetujuan", f"Setujui {pk.nama}", keterangan, ("perjanjian_kinerja", pk.tahun), sejak
    )


def _draf(sesi: Session, pk: PerjanjianKinerja) -> ButirKotak:
    tempat = ("perjanjian_kinerja", pk.tahun)
    if not pk.dikembalikan_alasan:
        return ButirKotak(
            "isian", f"Selesaikan draf {pk.nama}", "Lengkapi, lalu ajukan", tempat, pk.dibuat_pada
        )
    kembali = sesi.execute(
        select(func.max(Catatan.pada)).where(
            Catatan.objek == f"perjanjian_kinerja:{pk.id}", Catatan.tindakan == "kembalikan"
        )
    ).scalar_one()
    return ButirKotak(
        "isian",
        f"Perbaiki {pk.nama}",
        f"Alasan: {_ringkas(pk.dikembalikan_alasan)}",
        tempat,
        kembali or pk.dibuat_pada,
        dikembalikan=True,
    )


def _ringkas(teks: str, panjang: int = 120) -> str:
    rapi = " ".join(teks.split())
    return rapi if len(rapi) <= panjang else rapi[: panjang - 1].rstrip() + "…"


def rencana_aksi(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    """A line per year in which a unit the person heads has indikator without rencana aksi.

    Only this office year and the one before: nobody plans for a year long gone.
    """
    unit = [j.unit_id for j in pelaku.jabatan if j.peran in KEPALA_UNIT and j.unit_id is not None]
    if not unit:
        return []
    tahun_ini = pada.astimezone(timezone(timedelta(hours=kantor(sesi).zona))).year
    return [
        ButirKotak(
            "isian",
            f"Isi rencana aksi {tahun}",
            f"{jumlah} indikator unit Anda belum punya rencana aksi",
            ("rencana_aksi", tahun),
            sejak,
        )
        for tahun, jumlah, sejak in sesi.execute(_tanpa_rencana(frozenset(unit), tahun_ini - 1))
    ]


@lru_cache(maxsize=64)
def _tanpa_rencana(unit: frozenset[int], sejak: int) -> Select[int, int, datetime]:
    """Per year from ``sejak``: how many indikator of these units lack a rencana aksi, and since when."""
    lain = aliased(PerjanjianKinerja)
    lebih_baru = (
        select(lain.id)
        .where(
            lain.tahun == PerjanjianKinerja.tahun,
            lain.versi > PerjanjianKinerja.versi,
            lain.disetujui_pada.is_not(None),
        )
        .exists()
    )
    # In force, or submitted while nothing is in force yet: as rencana_aksi.pk_rencana_aksi chooses.
    dipakai = PerjanjianKinerja.disetujui_pada.is_not(None) | (
        PerjanjianKinerja.diajukan_pada.is_not(None) & (PerjanjianKinerja.versi == 1)
    )
    return (
        select(
            PerjanjianKinerja.tahun,
            func.count(Indikator.id),
            func.max(func.coalesce(PerjanjianKinerja.disetujui_pada, PerjanjianKinerja.diajukan_pada)),
        )
        .join(Sasaran, Sasaran.pk_id == PerjanjianKinerja.id)
        .join(Indikator, Indikator.sasaran_id == Sasaran.id)
        .where(
            PerjanjianKinerja.tahun >= sejak,
            dipakai,
            ~lebih_baru,
            Indikator.unit_id.in_(unit),
            ~select(RencanaAksi.id).where(RencanaAksi.indikator_id == Indikator.id).exists(),
        )
        .group_by(PerjanjianKinerja.tahun)
        .order_by(PerjanjianKinerja.tahun)
    )
