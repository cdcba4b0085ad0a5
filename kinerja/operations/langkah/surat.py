"""The pages of a letter: writing it, reading it, giving its number, filing it signed."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from kinerja.models.tugas import Tugas
from kinerja.operations.butir import Butir
from kinerja.operations.surat_keluar_lihat import konsep_surat, surat_bernomor, surat_tertanda


def hasil_tulis(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    return _di_sini(tugas, konsep_surat(sesi, tugas))


def hasil_lihat(_sesi: Session, _tugas: Tugas) -> tuple[Butir, ...]:
    """Reading it puts nothing out: the completion, its note or its answer says it all."""
    return ()


def hasil_nomor(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    return _di_sini(tugas, surat_bernomor(sesi, tugas))


def hasil_arsip(sesi: Session, tugas: Tugas) -> tuple[Butir, ...]:
    return _di_sini(tugas, surat_tertanda(sesi, tugas))


def _di_sini(tugas: Tugas, butir: Butir) -> tuple[Butir, ...]:
    """It is made on the page of this very step."""
    return (replace(butir, tempat=("tugas", tugas.id)),)
