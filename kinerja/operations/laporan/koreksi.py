"""Corrections asked for at the sosialisasi, and what was done about them (hasil koreksi)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakDitemukan
from kinerja.models.laporan import Koreksi
from kinerja.operations.catatan import catat
from kinerja.operations.laporan.langkah import MENYUSUN, pastikan_langkah

PANJANG_TINDAK_LANJUT = 20_000


def daftar_koreksi(sesi: Session, periode_id: int) -> list[Koreksi]:
    """Every correction of a period, open ones first, then as they came."""
    return list(
        sesi.execute(
            select(Koreksi)
            .where(Koreksi.periode_id == periode_id)
            .order_by(Koreksi.ditindaklanjuti_pada.is_not(None), Koreksi.id)
        ).scalars()
    )


def tindak_lanjuti_koreksi(
    sesi: Session, koreksi_id: int, teks: str, oleh: Pelaku, pada: datetime
) -> Koreksi:
    """Record what was done about a correction. By the holder of the open composing step.

    Raises TidakDitemukan, SudahDikerjakan, MasukanSalah (medan "tindak_lanjut").
    """
    koreksi = sesi.execute(
        select(Koreksi)
        .where(Koreksi.id == koreksi_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).scalar_one_or_none()
    if koreksi is None:
        raise TidakDitemukan("Koreksi itu tidak ada.")
    jabatan = pastikan_langkah(sesi, koreksi.periode_id, MENYUSUN, oleh, pada)
    if koreksi.ditindaklanjuti_pada is not None:
        raise SudahDikerjakan(f"Koreksi ini sudah ditindaklanjuti oleh {koreksi.ditindaklanjuti_oleh_nama}.")
    rapi = teks.strip()
    if not rapi:
        raise MasukanSalah("Tuliskan apa yang diperbaiki, atau mengapa tidak.", "tindak_lanjut")
    if len(rapi) > PANJANG_TINDAK_LANJUT:
        raise MasukanSalah(f"Tindak lanjut paling panjang {PANJANG_TINDAK_LANJUT} tanda.", "tindak_lanjut")
    koreksi.tindak_lanjut = rapi
    koreksi.ditindaklanjuti_pada = pada
    koreksi.ditindaklanjuti_oleh_nama = oleh.nama
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "tindak_lanjuti_koreksi",
        f"koreksi:{koreksi.id}",
        f"Koreksi {koreksi.jabatan_nama} atas {koreksi.bagian} ditindaklanjuti.",
        sesudah={"tindak_lanjut": rapi},
        jabatan=jabatan.nama_lengkap,
    )
    return koreksi
