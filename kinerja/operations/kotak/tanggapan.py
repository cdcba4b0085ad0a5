"""Inbox: drafts that wait for the answer of an invited post."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.periode import tanggal_panjang
from kinerja.models.laporan import Sosialisasi, Tanggapan
from kinerja.models.periode import Periode
from kinerja.operations.butir import ButirKotak
from kinerja.operations.putaran import masih_berlaku


def tanggapan_menunggu(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    """One item for each unanswered invitation of the person's posts, due on the day of the meeting."""
    return [
        ButirKotak(
            jenis="tanggapan",
            judul=f"Tanggapi draf laporan {periode.nama}",
            keterangan=f"Sosialisasi {tanggal_panjang(temu.tanggal)} pukul {temu.pukul}, {temu.tempat}",
            tempat=("tanggapan", tanggapan.id),
            sejak=temu.dibuat_pada,
            tenggat=temu.tanggal,
        )
        for tanggapan, temu, periode in sesi.execute(_tak_terjawab(pelaku.jabatan_id))
    ]


@lru_cache(maxsize=256)
def _tak_terjawab(jabatan_id: frozenset[int]) -> Select[Tanggapan, Sosialisasi, Periode]:
    """Invitations of these posts without an answer, of rounds that are about the draft on the table."""
    berjalan = masih_berlaku().with_only_columns(Sosialisasi.id)
    return (
        select(Tanggapan, Sosialisasi, Periode)
        .join(Sosialisasi, Sosialisasi.id == Tanggapan.sosialisasi_id)
        .join(Periode, Periode.id == Sosialisasi.periode_id)
        .where(
            Tanggapan.jawaban.is_(None),
            Tanggapan.jabatan_id.in_(jabatan_id),
            Sosialisasi.id.in_(berjalan),
        )
        .order_by(Tanggapan.id)
    )
