"""Inbox: laporan progres that came back to a unit. The request itself is the unit's disposisi."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import WEWENANG_PERAN, Pelaku, Wewenang
from kinerja.domain.sop import Halaman
from kinerja.models.periode import Periode
from kinerja.models.realisasi import LaporanProgres, PengembalianProgres
from kinerja.operations.butir import ButirKotak
from kinerja.operations.realisasi.cari import tugas_halaman

_PANJANG = 160


def dikembalikan(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    """One line a triwulan and unit, however often it was sent back; for the head of the unit."""
    del pada
    unit = {
        j.unit_id
        for j in pelaku.jabatan
        if j.unit_id is not None and Wewenang.KIRIM_REALISASI in WEWENANG_PERAN[j.peran]
    }
    if not unit:
        return []
    butir: dict[int, ButirKotak] = {}
    for kembali, laporan, periode in sesi.execute(_terbuka(frozenset(unit))):
        if laporan.id in butir:
            continue
        rekap = tugas_halaman(sesi, periode, Halaman.REKAP)
        alasan = " ".join(kembali.alasan.split())
        butir[laporan.id] = ButirKotak(
            jenis="isian",
            judul=f"Perbaiki realisasi {periode.nama}",
            keterangan=alasan if len(alasan) <= _PANJANG else alasan[: _PANJANG - 1] + "…",
            tempat=("realisasi", periode.id),
            sejak=kembali.pada,
            tenggat=rekap.tenggat if rekap is not None and periode.ditutup_pada is None else None,
            dikembalikan=True,
        )
    return list(butir.values())


@lru_cache(maxsize=64)
def _terbuka(unit: frozenset[int]) -> Select[PengembalianProgres, LaporanProgres, Periode]:
    """What was sent back to these units and not sent again."""
    return (
        select(PengembalianProgres, LaporanProgres, Periode)
        .join(LaporanProgres, LaporanProgres.id == PengembalianProgres.laporan_progres_id)
        .join(Periode, Periode.id == LaporanProgres.periode_id)
        .options(joinedload(Periode.lembar_sop))
        .where(PengembalianProgres.selesai_pada.is_(None), LaporanProgres.unit_id.in_(unit))
        .order_by(PengembalianProgres.id)
    )
