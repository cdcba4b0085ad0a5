"""The office's own days off (local holidays, cuti bersama): put down and taken back, each on record."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.domain.mutu_baku import SABTU
from kinerja.domain.periode import tanggal_panjang
from kinerja.models.kantor import Kantor
from kinerja.operations.catatan import catat
from kinerja.operations.kalender import daftar_libur, hari_setempat, libur_setempat
from kinerja.operations.kantor import boleh_atur_kantor, geser_tenggat

PANJANG_NAMA = 120
TERBANYAK = 400
TAHUN = range(2000, 2101)


def tambah_libur(sesi: Session, hari: date, nama: str, oleh: Pelaku, pada: datetime) -> int:
    """Put a day down as off, with its name; returns how many due dates moved.

    Only due dates of steps not opened yet move (``geser_tenggat``): what runs keeps its own.
    """
    office = _kantor(sesi, oleh, pada)
    rapi = " ".join(nama.split())
    if hari.year not in TAHUN:
        raise MasukanSalah("Tahunnya di luar 2000 sampai 2100.", "tanggal")
    if hari.weekday() >= SABTU:
        raise MasukanSalah("Hari Sabtu dan Minggu memang tidak dihitung hari kerja.", "tanggal")
    ada = next((satu for satu in daftar_libur(office, hari.year) if satu.hari == hari), None)
    if ada is not None:
        raise MasukanSalah(f"Tanggal itu sudah libur: {ada.nama}.", "tanggal")
    if not rapi:
        raise MasukanSalah("Tulis nama liburnya, misalnya Cuti bersama Idul Fitri.", "nama")
    if len(rapi) > PANJANG_NAMA:
        raise MasukanSalah(f"Paling panjang {PANJANG_NAMA} tanda.", "nama")
    semua = libur_setempat(office)
    if len(semua) >= TERBANYAK:
        raise MasukanSalah(f"Paling banyak {TERBANYAK} hari libur setempat.", "tanggal")
    kalimat = f"{tanggal_panjang(hari)} ditetapkan libur setempat: {rapi}."
    return _simpan(sesi, office, {**semua, hari: rapi}, oleh, pada, kalimat)


def hapus_libur(sesi: Session, hari: date, oleh: Pelaku, pada: datetime) -> int:
    """Take one back: the day is a working day again; returns how many due dates moved."""
    office = _kantor(sesi, oleh, pada)
    semua = libur_setempat(office)
    if hari not in semua:
        raise SudahDikerjakan(f"{tanggal_panjang(hari)} bukan libur setempat, atau sudah dihapus.")
    sisa = {h: n for h, n in semua.items() if h != hari}
    kalimat = f"Libur setempat {tanggal_panjang(hari)} dihapus: {semua[hari]}."
    return _simpan(sesi, office, sisa, oleh, pada, kalimat)


def _kantor(sesi: Session, oleh: Pelaku, pada: datetime) -> Kantor:
    office = sesi.execute(select(Kantor).with_for_update()).scalar_one()
    if not boleh_atur_kantor(sesi, oleh, hari_setempat(office, pada)):
        raise TidakBerwenang("Hari libur setempat diatur oleh Sekretaris atau Kasubag Umum dan Kepegawaian.")
    return office


def _simpan(
    sesi: Session, office: Kantor, semua: dict[date, str], oleh: Pelaku, pada: datetime, kalimat: str
) -> int:
    sebelum = {h.isoformat(): n for h, n in libur_setempat(office).items()}
    office.libur_lokal = [[hari.isoformat(), semua[hari]] for hari in sorted(semua)]
    sesi.flush()
    digeser = geser_tenggat(sesi, office, pada)
    catat(
        sesi,
        oleh,
        pada,
        "atur_libur",
        f"kantor:{office.id}",
        kalimat,
        sebelum={"libur_lokal": sebelum},
        sesudah={"libur_lokal": dict(office.libur_lokal), "tenggat_digeser": digeser},
    )
    sesi.flush()
    return digeser
