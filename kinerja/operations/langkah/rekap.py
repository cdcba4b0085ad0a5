"""Step 2, merekap: done when every unit has sent, or was gone on without with a reason."""

from __future__ import annotations

from sqlalchemy.orm import Session

from kinerja.domain.naskah import Naskah
from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir
from kinerja.operations.kelengkapan import belum_mengirim, unit_berindikator
from kinerja.operations.pk_periode import pk_periode


def hasil(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    """One tick. ``tugas.periode`` must be loaded."""
    pk = pk_periode(sesi, tugas.periode)
    jumlah = len(unit_berindikator(pk))
    kurang = belum_mengirim(sesi, tugas.periode)
    if not jumlah:
        pesan = "Belum ada unit yang punya indikator."
    elif kurang:
        pesan = "Belum: " + ", ".join(u.nama for u in kurang)
    else:
        pesan = f"{jumlah} unit sudah masuk atau dilanjutkan tanpanya"
    lengkap = bool(jumlah) and not kurang
    return (Butir(Naskah.LAPORAN_PROGRES.label, lengkap, pesan, ("tugas", tugas.id)),)
