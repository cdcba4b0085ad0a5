"""Reminding the holder of an open branch: by who gave or forwarded it, at most once a working day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import SudahDikerjakan, TidakBerwenang
from kinerja.domain.mutu_baku import hari_kerja
from kinerja.models.disposisi import CabangDisposisi
from kinerja.models.kantor import Kantor, kantor
from kinerja.operations.catatan import catat
from kinerja.operations.disposisi.cabang import pastikan_terbuka, pemberi_cabang
from kinerja.operations.disposisi.lihat import ambil_cabang
from kinerja.operations.disposisi.verba import sebutan
from kinerja.operations.kalender import hari_setempat, libur


def ingatkan(sesi: Session, cabang_id: int, oleh: Pelaku, pada: datetime) -> CabangDisposisi:
    """Remind. Raises TidakDitemukan, TidakBerwenang, or SudahDikerjakan (ended, or reminded already)."""
    cabang = ambil_cabang(sesi, cabang_id, oleh, kunci=True)
    jabatan = pemberi_cabang(sesi, cabang, oleh)
    if jabatan is None:
        raise TidakBerwenang("Hanya pemberinya yang dapat mengingatkan.")
    pastikan_terbuka(sesi, cabang)
    office = kantor(sesi)
    if not boleh_lagi(office, cabang.diingatkan_pada, hari_setempat(office, pada)):
        raise SudahDikerjakan("Sudah diingatkan; dapat diingatkan lagi pada hari kerja berikutnya.")
    cabang.diingatkan_pada = pada
    catat(
        sesi,
        oleh,
        pada,
        "ingatkan_disposisi",
        f"cabang:{cabang.id}",
        f"{sebutan(cabang.disposisi)}: {cabang.penerima.nama} diingatkan.",
        jabatan=jabatan.nama_lengkap,
    )
    sesi.flush()
    return cabang


def boleh_lagi(office: Kantor, terakhir: datetime | None, hari: date) -> bool:
    """Has a working day begun since the last reminder? ``hari``: today in the office's zone."""
    if terakhir is None:
        return True
    lalu = hari_setempat(office, terakhir)
    tutup = libur(office, lalu.year)
    return any(hari_kerja(lalu + timedelta(days=n), tutup) for n in range(1, min((hari - lalu).days, 15) + 1))
