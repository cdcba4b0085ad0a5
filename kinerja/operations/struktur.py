"""The structure of the office: units, posts, and who holds them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import (
    AWALAN_PENUGASAN,
    KEPALA_UNIT,
    PERAN_TUNGGAL,
    JenisPenugasan,
    Pelaku,
    Peran,
)
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.models.jabatan import Jabatan, Unit
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.operations.catatan import catat


def buat_unit(sesi: Session, nama: str, oleh: Pelaku | None, pada: datetime) -> Unit:
    """A subbag or seksi with a name of its own."""
    rapi = " ".join(nama.split())
    if not rapi:
        raise MasukanSalah("Isi nama unit.", "nama")
    if sesi.execute(select(Unit.id).where(func.lower(Unit.nama) == rapi.lower())).first():
        raise MasukanSalah(f"Unit {rapi} sudah ada.", "nama")
    unit = Unit(nama=rapi)
    sesi.add(unit)
    sesi.flush()
    catat(sesi, oleh, pada, "tambah_unit", f"unit:{unit.id}", f"Unit {rapi} ditambahkan.")
    return unit


def buat_jabatan(
    sesi: Session,
    nama: str,
    peran: Peran,
    oleh: Pelaku | None,
    pada: datetime,
    unit_id: int | None = None,
    atasan_id: int | None = None,
) -> Jabatan:
    """A post. Roles the office has once are refused a second time; heads of a unit and Staf need a unit."""
    rapi = " ".join(nama.split())
    if not rapi:
        raise MasukanSalah("Isi nama jabatan.", "nama")
    if sesi.execute(select(Jabatan.id).where(func.lower(Jabatan.nama) == rapi.lower())).first():
        raise MasukanSalah(f"Jabatan {rapi} sudah ada.", "nama")
    if peran in PERAN_TUNGGAL:
        ada = sesi.execute(select(Jabatan).where(Jabatan.peran == peran, Jabatan.aktif)).scalars().first()
        if ada is not None:
            raise MasukanSalah(f"Peran ini sudah dipegang jabatan {ada.nama}.", "peran")
    if (peran in KEPALA_UNIT or peran is Peran.STAF) and unit_id is None:
        raise MasukanSalah("Pilih unit untuk jabatan ini.", "unit_id")
    jabatan = Jabatan(nama=rapi, peran=peran, unit_id=unit_id, atasan_id=atasan_id)
    sesi.add(jabatan)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "tambah_jabatan",
        f"jabatan:{jabatan.id}",
        f"Jabatan {rapi} ditambahkan.",
        sesudah={"peran": peran, "unit_id": unit_id, "atasan_id": atasan_id},
    )
    return jabatan


def tugaskan(
    sesi: Session,
    pegawai: Pegawai,
    jabatan: Jabatan,
    mulai: date,
    oleh: Pelaku | None,
    pada: datetime,
    jenis: JenisPenugasan = JenisPenugasan.DEFINITIF,
    selesai: date | None = None,
) -> Penugasan:
    """Let a person hold a post from ``mulai`` to ``selesai`` (inclusive, open end allowed)."""
    if selesai is not None and selesai < mulai:
        raise MasukanSalah("Tanggal selesai tidak boleh sebelum tanggal mulai.", "selesai")
    penugasan = Penugasan(
        pegawai_id=pegawai.id, jabatan_id=jabatan.id, jenis=jenis, mulai=mulai, selesai=selesai
    )
    sesi.add(penugasan)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "tugaskan",
        f"jabatan:{jabatan.id}",
        f"{pegawai.nama} bertugas sebagai {AWALAN_PENUGASAN[jenis]}{jabatan.nama} mulai {mulai:%d-%m-%Y}.",
        sesudah={"pegawai": pegawai.id, "selesai": selesai},
    )
    return penugasan
