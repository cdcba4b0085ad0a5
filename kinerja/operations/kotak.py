"""The inbox: everything that waits for a person now. The list and the counter are the same call."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.models.disposisi import cabang_terbuka
from kinerja.models.tugas import tugas_terbuka
from kinerja.operations.butir import ButirKotak
from kinerja.operations.kotak_orang import pegawai_baru
from kinerja.operations.kotak_pk import perjanjian_kinerja, rencana_aksi
from kinerja.operations.kotak_realisasi import dikembalikan
from kinerja.operations.kotak_tanggapan import tanggapan_menunggu

__all__ = ["SUMBER", "ButirKotak", "Sumber", "isi_kotak"]


Sumber = Callable[[Session, Pelaku, datetime], list[ButirKotak]]


def isi_kotak(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    """All that waits for this person, soonest due first, what has no due date last."""
    butir = [b for sumber in SUMBER for b in sumber(sesi, pelaku, pada)]
    return sorted(butir, key=lambda b: (b.tenggat is None, b.tenggat or date.max, b.sejak))


def _langkah(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    return [
        ButirKotak(
            jenis="langkah" if t.langkah is not None else "pengesahan",
            judul=t.nama,
            keterangan=t.periode.nama,
            tempat=("tugas", t.id),
            sejak=t.dibuka_pada or pada,
            tenggat=t.tenggat,
        )
        for t in sesi.execute(tugas_terbuka(pelaku, pada)).scalars()
    ]


def _disposisi(sesi: Session, pelaku: Pelaku, pada: datetime) -> list[ButirKotak]:
    return [
        ButirKotak(
            jenis="disposisi",
            judul=c.disposisi.hal,
            keterangan=f"Dari {c.disposisi.pemberi_jabatan_nama}",
            tempat=("cabang", c.id),
            sejak=c.dibuat_pada,
            tenggat=c.tenggat,
        )
        for c in sesi.execute(cabang_terbuka(pelaku.jabatan_id)).scalars()
    ]


SUMBER: list[Sumber] = [
    _langkah,
    _disposisi,
    perjanjian_kinerja,
    rencana_aksi,
    tanggapan_menunggu,
    dikembalikan,
    pegawai_baru,
]
