"""What superiors said to a period's report: steps they sent back, corrections they asked for."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Peran
from kinerja.models.jabatan import Jabatan
from kinerja.models.laporan import Koreksi, Tanggapan
from kinerja.models.tugas import Pengembalian, Tugas

ATASAN = (Peran.CAMAT, Peran.SEKRETARIS)


def tanggapan_atasan(sesi: Session, periode_id: int) -> list[tuple[str, str]]:
    """(post, words) in the order they came: by the Camat and the Sekretaris only."""
    kembali = sesi.execute(
        select(Pengembalian.pada, Pengembalian.jabatan_nama, Pengembalian.alasan)
        .join(Tugas, Tugas.id == Pengembalian.dari_id)
        .where(Tugas.periode_id == periode_id, Tugas.peran.in_(ATASAN) | Tugas.juga_peran.in_(ATASAN))
    ).all()
    koreksi = sesi.execute(
        select(Koreksi.pada, Koreksi.jabatan_nama, Koreksi.uraian)
        .join(Tanggapan, Tanggapan.id == Koreksi.tanggapan_id)
        .join(Jabatan, Jabatan.id == Tanggapan.jabatan_id)
        .where(Koreksi.periode_id == periode_id, Jabatan.peran.in_(ATASAN))
    ).all()
    return [(jabatan, teks) for _, jabatan, teks in sorted((*kembali, *koreksi), key=lambda b: b[0])]
