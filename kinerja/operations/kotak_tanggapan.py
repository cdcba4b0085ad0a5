"""Inbox: drafts that wait for the answer of an invited post."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.periode import tanggal_panjang
from kinerja.models.laporan import Sosialisasi, Tanggapan
from kinerja.models.periode import Periode
from kinerja.operations.butir import ButirKotak
from kinerja.operations.putaran import masih_berlaku


def tanggapan_menunggu(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    """One item for each unanswered invitation of the person's posts, due on the day of the meeting."""
    berjalan = masih_berlaku().with_only_columns(Sosialisasi.id)
    pilih = (
        select(Tanggapan, Sosialisasi, Periode)
        .join(Sosialisasi, Sosialisasi.id == Tanggapan.sosialisasi_id)
        .join(Periode, Periode.id == Sosialisasi.periode_id)
        .where(
            Tanggapan.jawaban.is_(None),
            Tanggapan.jabatan_id.in_(pelaku.jabatan_id),
            Sosialisasi.id.in_(berjalan),
        )
        .order_by(Tanggapan.id)
    )
    return [
        ButirKotak(
            jenis="tanggapan",
            judul=f"Tanggapi draf laporan {periode.nama}",
            keterangan=f"Sosialisasi {tanggal_panjang(temu.tanggal)} pukul {temu.pukul}, {temu.tempat}",
            tempat=("tanggapan", tanggapan.id),
            sejak=temu.dibuat_pada,
            tenggat=temu.tanggal,
        )
        for tanggapan, temu, periode in sesi.execute(pilih)
    ]
