"""Disposisi for tests: the request for data of step 1, and a free one."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.disposisi import Sifat
from kinerja.domain.periode import JenisPeriode
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.jabatan import Jabatan
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.tugas import Tugas
from kinerja.operations.disposisi.permintaan import unit_diminta
from kinerja.operations.disposisi.verba import buat_disposisi
from tests.kantor_uji import PEMERAN, TAHUN, orang_uji

OKTOBER = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
TENGGAT = date(2026, 10, 15)


def jabatan_uji(sesi: Session, nama_pengguna: str) -> Jabatan:
    """The post of one of the cast."""
    return sesi.execute(select(Jabatan).where(Jabatan.nama == PEMERAN[nama_pengguna][0])).scalar_one()


def tugas_uji(sesi: Session, jenis: JenisPeriode, ke: int, kunci: str) -> Tugas:
    """A step with its periode loaded."""
    periode = sesi.execute(periode_satu(TAHUN, jenis, ke)).scalar_one()
    return sesi.execute(
        select(Tugas)
        .options(joinedload(Tugas.periode).joinedload(Periode.lembar_sop), joinedload(Tugas.penyelesaian))
        .where(Tugas.periode_id == periode.id, Tugas.kunci == kunci)
    ).scalar_one()


def bebas(
    sesi: Session,
    dari: str,
    *kepada: str,
    sifat: Sifat = Sifat.BIASA,
    hal: str = "Rapat persiapan Musrenbang",
    catatan: str = "",
) -> Disposisi:
    """A free disposisi between the cast."""
    return buat_disposisi(
        sesi,
        orang_uji(sesi, dari),
        OKTOBER,
        hal=hal,
        sifat=sifat,
        instruksi=["Proses lebih lanjut"],
        catatan=catatan,
        penerima=[(jabatan_uji(sesi, k).id, TENGGAT) for k in kepada],
    )


def minta_data(sesi: Session, ke: int = 3) -> Disposisi:
    """Step 1 of a triwulan sends its request to the head of every unit of the PK (build that first)."""
    tugas = tugas_uji(sesi, JenisPeriode.TRIWULAN, ke, "1")
    return buat_disposisi(
        sesi,
        orang_uji(sesi, "kasubag_umum"),
        OKTOBER,
        hal=f"Permintaan data kinerja {tugas.periode.nama}",
        sifat=Sifat.SEGERA,
        instruksi=["Siapkan data"],
        catatan="",
        penerima=[(u.kepala.id, TENGGAT) for u in unit_diminta(sesi, tugas) if u.kepala],
        tugas=tugas,
    )


def cabang_untuk(disposisi: Disposisi, jabatan: Jabatan) -> CabangDisposisi:
    """The branch of a post."""
    return next(c for c in disposisi.cabang if c.penerima_id == jabatan.id)
