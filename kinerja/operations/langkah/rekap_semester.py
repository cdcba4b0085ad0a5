"""Step 6: every line of the catatan pembagian tugas went out as a disposisi."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.naskah import Naskah
from kinerja.models.laporan import PembagianTugas
from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir


def hasil(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    """Ticked when there are lines and each carries its disposisi."""
    baris = (
        sesi.execute(select(PembagianTugas).where(PembagianTugas.periode_id == tugas.periode_id))
        .scalars()
        .all()
    )
    belum = sum(b.disposisi_id is None for b in baris)
    if not baris:
        pesan = "Simpan catatan pembagian tugas, lalu kirim disposisinya."
    elif belum:
        pesan = f"{belum} dari {len(baris)} bagian belum dikirimi disposisi."
    else:
        pesan = f"{len(baris)} bagian sudah dikirimi disposisi"
    return (Butir(Naskah.DISPOSISI.label, bool(baris) and not belum, pesan, ("tugas", tugas.id)),)
