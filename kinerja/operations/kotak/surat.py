"""What incoming letters put into an inbox: those that wait for the post they are for."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.operations.butir import ButirKotak
from kinerja.operations.surat_masuk_lihat import menunggu


def surat_menunggu(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    """Surat masuk menunggu disposisi."""
    return [
        ButirKotak(
            jenis="surat_masuk",
            judul=s.hal,
            keterangan=f"Surat masuk menunggu disposisi · dari {s.surat_dari}",
            tempat=("surat_masuk", s.id),
            sejak=s.dicatat_pada,
        )
        for s in sesi.execute(menunggu(pelaku)).scalars()
    ]
