"""Logging in: the password, the slow-down after failures, the session row.

Never a permanent lock: a colleague could lock the Camat out.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from kinerja.models.pegawai import Pegawai
from kinerja.models.sesi import GagalMasuk, Sesi
from kinerja.operations.orang import nama_pengguna_rapi

BEBAS_GAGAL = 5
TUNDA_AWAL = 30
TUNDA_TERLAMA = 15 * 60
JENDELA = timedelta(hours=1)
ALAMAT_GAGAL, ALAMAT_JENDELA = 30, timedelta(minutes=5)


def hash_token(token: str) -> str:
    """What is kept of a cookie's token: its SHA-256."""
    return hashlib.sha256(token.encode()).hexdigest()


def cari(sesi: Session, nama_pengguna: str) -> Pegawai | None:
    return sesi.execute(
        select(Pegawai).where(Pegawai.nama_pengguna == nama_pengguna_rapi(nama_pengguna))
    ).scalar_one_or_none()


def tunda_detik(sesi: Session, nama_pengguna: str, alamat: str, kini: datetime) -> int:
    """Seconds the next attempt for this name or from this address still has to wait; 0: go ahead."""
    nama = nama_pengguna_rapi(nama_pengguna)
    jumlah, terakhir = sesi.execute(
        select(func.count(), func.max(GagalMasuk.pada)).where(
            GagalMasuk.nama_pengguna == nama, GagalMasuk.pada > kini - JENDELA
        )
    ).one()
    tunda = 0
    if jumlah >= BEBAS_GAGAL and terakhir is not None:
        lama = min(TUNDA_TERLAMA, TUNDA_AWAL * 2 ** (jumlah - BEBAS_GAGAL))
        tunda = int((terakhir + timedelta(seconds=lama) - kini).total_seconds())
    dari_alamat = sesi.execute(
        select(func.count()).where(GagalMasuk.alamat == alamat, GagalMasuk.pada > kini - ALAMAT_JENDELA)
    ).scalar_one()
    if dari_alamat >= ALAMAT_GAGAL:
        tunda = max(tunda, TUNDA_AWAL)
    return max(0, tunda)


def catat_gagal(sesi: Session, nama_pengguna: str, alamat: str, kini: datetime) -> None:
    sesi.execute(delete(GagalMasuk).where(GagalMasuk.pada < kini - timedelta(days=7)))
    sesi.add(GagalMasuk(nama_pengguna=nama_pengguna_rapi(nama_pengguna)[:150], alamat=alamat, pada=kini))
    sesi.flush()


def buka_sesi(
    sesi: Session, pegawai: Pegawai, alamat: str, peramban: str, kini: datetime
) -> tuple[Sesi, str, int]:
    """A new session: its row, the token for the cookie, and how many failures came before."""
    token = secrets.token_urlsafe(32)
    baris = Sesi(
        token_hash=hash_token(token),
        pegawai_id=pegawai.id,
        dibuat_pada=kini,
        terlihat_pada=kini,
        alamat=alamat,
        peramban=peramban[:200],
    )
    sesi.add(baris)
    gagal = sesi.execute(
        select(func.count()).where(GagalMasuk.nama_pengguna == pegawai.nama_pengguna)
    ).scalar_one()
    sesi.execute(delete(GagalMasuk).where(GagalMasuk.nama_pengguna == pegawai.nama_pengguna))
    pegawai.masuk_terakhir_pada = kini
    sesi.flush()
    return baris, token, gagal
