"""Units (subbag and seksi): adding, naming, closing one.

``oleh`` None is the system itself (the console, the example office); a person needs ``ATUR_ORANG``.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.jabatan import Jabatan, Unit
from kinerja.operations.catatan import catat

PANJANG_NAMA = 150


def perlu_admin(oleh: Pelaku | None) -> None:
    if oleh is not None and not oleh.boleh(Wewenang.ATUR_ORANG):
        raise TidakBerwenang("Jabatan dan pegawai diatur oleh admin sistem.")


def ambil_unit(sesi: Session, unit_id: int) -> Unit:
    unit = sesi.get(Unit, unit_id)
    if unit is None:
        raise TidakDitemukan("Unit itu tidak ada.")
    return unit


def nama_baru(sesi: Session, jenis: type[Unit] | type[Jabatan], nama: str, selain: int | None = None) -> str:
    """The name in one line, new among its kind whatever the case of its letters."""
    sebutan = "unit" if jenis is Unit else "jabatan"
    rapi = " ".join(nama.split())
    if not rapi:
        raise MasukanSalah(f"Isi nama {sebutan}.", "nama")
    if len(rapi) > PANJANG_NAMA:
        raise MasukanSalah(f"Nama {sebutan} paling banyak {PANJANG_NAMA} tanda.", "nama")
    kembar = select(jenis.id).where(func.lower(jenis.nama) == rapi.lower())
    if sesi.execute(kembar if selain is None else kembar.where(jenis.id != selain)).first():
        raise MasukanSalah(f"{sebutan.capitalize()} {rapi} sudah ada.", "nama")
    return rapi


def buat_unit(sesi: Session, nama: str, oleh: Pelaku | None, pada: datetime) -> Unit:
    """A subbag or seksi with a name of its own."""
    perlu_admin(oleh)
    unit = Unit(nama=nama_baru(sesi, Unit, nama))
    sesi.add(unit)
    sesi.flush()
    catat(sesi, oleh, pada, "tambah_unit", f"unit:{unit.id}", f"Unit {unit.nama} ditambahkan.")
    return unit


def ubah_unit(sesi: Session, unit_id: int, nama: str, oleh: Pelaku, pada: datetime) -> Unit:
    """Give a unit another name; reports already frozen keep the old one."""
    perlu_admin(oleh)
    unit = ambil_unit(sesi, unit_id)
    lama, unit.nama = unit.nama, nama_baru(sesi, Unit, nama, unit.id)
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "ubah_unit",
        f"unit:{unit.id}",
        f"Unit {lama} diubah menjadi {unit.nama}.",
        sebelum={"nama": lama},
        sesudah={"nama": unit.nama},
    )
    return unit


def nonaktifkan_unit(sesi: Session, unit_id: int, oleh: Pelaku, pada: datetime) -> Unit:
    """Close a unit that has no active post any more; its indicators and reports stay."""
    perlu_admin(oleh)
    unit = ambil_unit(sesi, unit_id)
    if not unit.aktif:
        raise SudahDikerjakan(f"Unit {unit.nama} sudah tidak aktif.")
    masih = select(Jabatan.nama).where(Jabatan.unit_id == unit.id, Jabatan.aktif).order_by(Jabatan.id)
    nama = sesi.execute(masih).scalars().all()
    if nama:
        raise MasukanSalah(f"Unit ini masih mempunyai jabatan: {', '.join(nama)}.")
    unit.aktif = False
    catat(sesi, oleh, pada, "nonaktifkan_unit", f"unit:{unit.id}", f"Unit {unit.nama} dinonaktifkan.")
    return unit


def aktifkan_unit(sesi: Session, unit_id: int, oleh: Pelaku, pada: datetime) -> Unit:
    perlu_admin(oleh)
    unit = ambil_unit(sesi, unit_id)
    if unit.aktif:
        raise SudahDikerjakan(f"Unit {unit.nama} sudah aktif.")
    unit.aktif = True
    catat(sesi, oleh, pada, "aktifkan_unit", f"unit:{unit.id}", f"Unit {unit.nama} diaktifkan kembali.")
    return unit
