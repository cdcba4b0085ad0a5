"""Step 3: the draft is computed from the present data, and every warning is mended or explained."""

from __future__ import annotations

from sqlalchemy.orm import Session

from kinerja.domain.naskah import Naskah
from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir
from kinerja.operations.laporan.temuan import daftar_temuan
from kinerja.operations.laporan.verba import ANGKA_BERUBAH, BELUM_DIOLAH, angka_terkini, laporan_kini


def hasil(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    return (draf_terkini(sesi, tugas), _temuan(sesi, tugas))


def draf_terkini(sesi: Session, tugas: Tugas) -> Butir:
    """Is there a draft, and do the present data still give its figures?"""
    label, tempat = Naskah.DRAFT_LAPORAN.label, ("tugas", tugas.id)
    laporan = laporan_kini(sesi, tugas.periode_id)
    if laporan is None:
        return Butir(label, False, BELUM_DIOLAH, tempat)
    terkini = angka_terkini(sesi, tugas.periode, laporan)
    return Butir(label, terkini, "Sesuai dengan data sekarang" if terkini else ANGKA_BERUBAH, tempat)


def _temuan(sesi: Session, tugas: Tugas) -> Butir:
    semua = daftar_temuan(sesi, tugas.periode)
    terbuka = [b for b in semua if b.terbuka]
    if terbuka:
        pesan = f"{len(terbuka)} temuan belum diperbaiki atau dijelaskan"
        usang = sum(b.usang for b in terbuka)
        if usang:
            pesan += f"; {usang} di antaranya angkanya berubah sejak dijelaskan"
    else:
        pesan = "Semua temuan sudah dijelaskan" if semua else "Tidak ada temuan"
    return Butir("Jawaban atas temuan pemeriksaan", not terbuka, pesan, ("tugas", tugas.id))
