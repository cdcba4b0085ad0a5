"""Posts of the office: adding, changing, closing one; what a kecamatan usually has.

``oleh`` None is the system itself (the console, the example office); a person needs ``ATUR_ORANG``.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import KEPALA_UNIT, PERAN_TUNGGAL, Pelaku, Peran
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakDitemukan
from kinerja.domain.susunan import SUSUNAN_LAZIM
from kinerja.models.disposisi import cabang_terbuka
from kinerja.models.jabatan import Jabatan, Unit
from kinerja.models.pegawai import Penugasan
from kinerja.operations.catatan import catat
from kinerja.operations.penugasan import tugaskan
from kinerja.operations.unit import ambil_unit, buat_unit, nama_baru, perlu_admin

__all__ = [
    "aktifkan_jabatan",
    "ambil_jabatan",
    "buat_jabatan",
    "buat_susunan_lazim",
    "buat_unit",
    "nonaktifkan_jabatan",
    "tugaskan",
    "ubah_jabatan",
]


def ambil_jabatan(sesi: Session, jabatan_id: int) -> Jabatan:
    jabatan = sesi.get(Jabatan, jabatan_id)
    if jabatan is None:
        raise TidakDitemukan("Jabatan itu tidak ada.")
    return jabatan


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
    perlu_admin(oleh)
    rapi = nama_baru(sesi, Jabatan, nama)
    _tolak_peran_kedua(sesi, peran)
    _periksa_tempat(sesi, peran, unit_id, atasan_id, None)
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


def _tolak_peran_kedua(sesi: Session, peran: Peran) -> None:
    if peran in PERAN_TUNGGAL:
        ada = sesi.execute(select(Jabatan).where(Jabatan.peran == peran, Jabatan.aktif)).scalars().first()
        if ada is not None:
            raise MasukanSalah(f"Peran ini sudah dipegang jabatan {ada.nama}.", "peran")


def _periksa_tempat(
    sesi: Session, peran: Peran, unit_id: int | None, atasan_id: int | None, jabatan_id: int | None
) -> None:
    """Unit and superior of a post; ``jabatan_id`` is the post itself when it exists already."""
    if (peran in KEPALA_UNIT or peran is Peran.STAF) and unit_id is None:
        raise MasukanSalah("Pilih unit untuk jabatan ini.", "unit_id")
    if unit_id is not None and not ambil_unit(sesi, unit_id).aktif:
        raise MasukanSalah("Unit itu tidak aktif lagi; pilih yang lain.", "unit_id")
    if peran in KEPALA_UNIT:
        kepala = select(Jabatan.nama).where(
            Jabatan.unit_id == unit_id, Jabatan.peran.in_(KEPALA_UNIT), Jabatan.aktif
        )
        if jabatan_id is not None:
            kepala = kepala.where(Jabatan.id != jabatan_id)
        nama = sesi.execute(kepala).scalars().first()
        if nama:
            raise MasukanSalah(f"Unit itu sudah dipimpin {nama}.", "unit_id")
    atas = atasan_id
    dilalui: set[int] = set()
    while atas is not None and atas not in dilalui:
        if atas == jabatan_id:
            raise MasukanSalah("Jabatan tidak dapat menjadi atasan dirinya sendiri.", "atasan_id")
        dilalui.add(atas)
        atasan = ambil_jabatan(sesi, atas)
        if atas == atasan_id and not atasan.aktif:
            raise MasukanSalah("Jabatan atasan itu tidak aktif lagi; pilih yang lain.", "atasan_id")
        atas = atasan.atasan_id


def ubah_jabatan(
    sesi: Session,
    jabatan_id: int,
    nama: str,
    unit_id: int | None,
    atasan_id: int | None,
    oleh: Pelaku,
    pada: datetime,
) -> Jabatan:
    """Name, unit and superior. The peran stays: a post with another peran is another post."""
    perlu_admin(oleh)
    jabatan = ambil_jabatan(sesi, jabatan_id)
    rapi = nama_baru(sesi, Jabatan, nama, jabatan.id)
    _periksa_tempat(sesi, jabatan.peran, unit_id, atasan_id, jabatan.id)
    sebelum = {"nama": jabatan.nama, "unit_id": jabatan.unit_id, "atasan_id": jabatan.atasan_id}
    jabatan.nama, jabatan.unit_id, jabatan.atasan_id = rapi, unit_id, atasan_id
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "ubah_jabatan",
        f"jabatan:{jabatan.id}",
        f"Jabatan {rapi} diubah.",
        sebelum=sebelum,
        sesudah={"nama": rapi, "unit_id": unit_id, "atasan_id": atasan_id},
    )
    return jabatan


def nonaktifkan_jabatan(sesi: Session, jabatan_id: int, oleh: Pelaku, pada: datetime, hari: date) -> Jabatan:
    """Close a post nobody holds, with nobody under it and nothing waiting for it."""
    perlu_admin(oleh)
    jabatan = ambil_jabatan(sesi, jabatan_id)
    if not jabatan.aktif:
        raise SudahDikerjakan(f"Jabatan {jabatan.nama} sudah tidak aktif.")
    if jabatan.peran is Peran.ADMIN:
        raise MasukanSalah("Jabatan admin sistem tidak dapat dinonaktifkan.")
    dipegang = select(Penugasan.id).where(
        Penugasan.jabatan_id == jabatan.id, or_(Penugasan.selesai.is_(None), Penugasan.selesai >= hari)
    )
    if sesi.execute(dipegang).first():
        raise MasukanSalah("Jabatan ini masih ada pejabatnya; akhiri dahulu penugasannya.")
    bawahan = select(Jabatan.nama).where(Jabatan.atasan_id == jabatan.id, Jabatan.aktif).order_by(Jabatan.id)
    nama = sesi.execute(bawahan).scalars().all()
    if nama:
        raise MasukanSalah(f"Jabatan ini masih menjadi atasan {', '.join(nama)}; pindahkan dahulu.")
    if sesi.execute(cabang_terbuka(frozenset({jabatan.id})).limit(1)).first():
        raise MasukanSalah("Masih ada disposisi yang menunggu jabatan ini; selesaikan atau batalkan dahulu.")
    jabatan.aktif = False
    catat(
        sesi,
        oleh,
        pada,
        "nonaktifkan_jabatan",
        f"jabatan:{jabatan.id}",
        f"Jabatan {jabatan.nama} dinonaktifkan.",
    )
    return jabatan


def aktifkan_jabatan(sesi: Session, jabatan_id: int, oleh: Pelaku, pada: datetime) -> Jabatan:
    perlu_admin(oleh)
    jabatan = ambil_jabatan(sesi, jabatan_id)
    if jabatan.aktif:
        raise SudahDikerjakan(f"Jabatan {jabatan.nama} sudah aktif.")
    _tolak_peran_kedua(sesi, jabatan.peran)
    _periksa_tempat(sesi, jabatan.peran, jabatan.unit_id, jabatan.atasan_id, jabatan.id)
    jabatan.aktif = True
    catat(
        sesi,
        oleh,
        pada,
        "aktifkan_jabatan",
        f"jabatan:{jabatan.id}",
        f"Jabatan {jabatan.nama} diaktifkan kembali.",
    )
    return jabatan


def buat_susunan_lazim(sesi: Session, oleh: Pelaku | None, pada: datetime) -> list[Jabatan]:
    """The posts and units a kecamatan usually has, for an office that has none but the admin's."""
    perlu_admin(oleh)
    if sesi.execute(select(Jabatan.id).where(Jabatan.peran != Peran.ADMIN).limit(1)).first():
        raise SudahDikerjakan("Kantor ini sudah mempunyai jabatan; tambahkan yang kurang satu per satu.")
    unit: dict[str, int] = {
        u.nama.lower(): u.id for u in sesi.execute(select(Unit).where(Unit.aktif)).scalars()
    }
    jabatan: dict[str, Jabatan] = {}
    for baris in SUSUNAN_LAZIM:
        if baris.unit and baris.unit.lower() not in unit:
            unit[baris.unit.lower()] = buat_unit(sesi, baris.unit, oleh, pada).id
        jabatan[baris.nama] = buat_jabatan(
            sesi,
            baris.nama,
            baris.peran,
            oleh,
            pada,
            unit[baris.unit.lower()] if baris.unit else None,
            jabatan[baris.atasan].id if baris.atasan else None,
        )
    return list(jabatan.values())
