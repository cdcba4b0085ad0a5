"""The first rows of an install: office, genesis of the audit chain, SOP sheet; the first admin."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import JenisPenugasan, Peran
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.sop import Sop
from kinerja.models.jabatan import Jabatan, jabatan_berperan
from kinerja.models.kantor import NOMOR, Kantor, kantor_atau_kosong
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.models.sesi import KodeSekali
from kinerja.operations.catatan import catat, mulai_rantai
from kinerja.operations.lembar_sop import muat_lembar
from kinerja.operations.orang import SIAPKAN, buat_kode, buat_pegawai, pakai_kode, tetapkan_sandi

UMUR_KODE_SIAPKAN = timedelta(hours=1)


def pasang(
    sesi: Session, sop: Sop, kode_sop: str, pada: datetime, contoh: bool = False, tanggal: date | None = None
) -> Kantor:
    """Make the office row, start the chain, load the sheet. Does nothing on a database that has them."""
    ada = kantor_atau_kosong(sesi)
    if ada is not None:
        return ada
    office = Kantor(id=NOMOR, pemasangan=secrets.token_hex(16), contoh=contoh, tanggal_contoh=tanggal)
    sesi.add(office)
    sesi.flush()
    mulai_rantai(sesi, pada, office.pemasangan)
    muat_lembar(sesi, kode_sop, sop, None, pada)
    return office


def ada_admin(sesi: Session) -> bool:
    """Is there an admin who can log in? Once true, the set-up page is gone."""
    jumlah = sesi.execute(
        select(func.count())
        .select_from(Penugasan)
        .join(Jabatan, Jabatan.id == Penugasan.jabatan_id)
        .join(Pegawai, Pegawai.id == Penugasan.pegawai_id)
        .where(Jabatan.peran == Peran.ADMIN, Pegawai.sandi.is_not(None))
    ).scalar_one()
    return jumlah > 0


def ada_kode_siapkan(sesi: Session, kini: datetime) -> bool:
    """Does a set-up code printed earlier still serve?"""
    pilih = select(KodeSekali.id).where(
        KodeSekali.tujuan == SIAPKAN, KodeSekali.dipakai_pada.is_(None), KodeSekali.kedaluwarsa_pada >= kini
    )
    return sesi.execute(pilih.limit(1)).first() is not None


def kode_siapkan(sesi: Session, kini: datetime) -> str:
    """A set-up code for the console, one hour, one use."""
    return buat_kode(sesi, SIAPKAN, None, kini, UMUR_KODE_SIAPKAN)


def admin_pertama(
    sesi: Session,
    kode: str,
    nama: str,
    nama_pengguna: str,
    sandi: str,
    pada: datetime,
    kini: datetime,
    hari: date,
) -> Pegawai:
    """The first person, with the admin post, against the code from the console."""
    if ada_admin(sesi):
        raise TidakDitemukan("Kantor ini sudah disiapkan.")
    pakai_kode(sesi, kode, SIAPKAN, kini)
    pegawai = buat_pegawai(sesi, nama, nama_pengguna, None, pada)
    tetapkan_sandi(sesi, pegawai, sandi, pada, kini, None)
    jabatan = sesi.execute(jabatan_berperan(Peran.ADMIN)).scalars().first()
    if jabatan is None:
        jabatan = Jabatan(nama="Admin sistem", peran=Peran.ADMIN)
        sesi.add(jabatan)
        sesi.flush()
    sesi.add(
        Penugasan(pegawai_id=pegawai.id, jabatan_id=jabatan.id, jenis=JenisPenugasan.DEFINITIF, mulai=hari)
    )
    catat(
        sesi, None, pada, "tugaskan", f"jabatan:{jabatan.id}", f"{pegawai.nama} menjadi admin sistem pertama."
    )
    sesi.flush()
    return pegawai
