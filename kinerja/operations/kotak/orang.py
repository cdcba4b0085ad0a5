"""What waits for the admin: people who cannot work yet, because they have no post or no password."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai, penugasan_berlaku
from kinerja.operations.butir import ButirKotak


def pegawai_baru(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    """One line a person; gone as soon as the person holds a post and has set a password."""
    if not pelaku.boleh(Wewenang.ATUR_ORANG):
        return []
    hari = pada.astimezone(timezone(timedelta(hours=kantor(sesi).zona))).date()
    bertugas = {p.pegawai_id for p in sesi.execute(penugasan_berlaku(hari)).scalars()}
    butir = []
    for orang in sesi.execute(select(Pegawai).where(Pegawai.aktif).order_by(Pegawai.id)).scalars():
        kurang = [
            kata
            for kata, ada in (("jabatan", orang.id in bertugas), ("kata sandi", orang.sandi is not None))
            if not ada
        ]
        if kurang:
            keterangan = f"Belum punya {' dan '.join(kurang)}"
            butir.append(
                ButirKotak("pegawai", f"Lengkapi pegawai {orang.nama}", keterangan, ("orang", orang.id), pada)
            )
    return butir
