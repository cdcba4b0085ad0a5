"""The request for data of step 1: which units are asked, through which post, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.disposisi import Hasil
from kinerja.domain.jabatan import KEPALA_UNIT, Pelaku
from kinerja.domain.sop import Halaman
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.jabatan import Jabatan, Unit
from kinerja.models.pegawai import penugasan_berlaku
from kinerja.models.periode import Periode
from kinerja.models.tugas import Tugas
from kinerja.operations.disposisi.cabang import tutup_cabang
from kinerja.operations.kelengkapan import unit_berindikator
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.pk_periode import pk_periode

BALASAN_LAPORAN = "Laporan progres dikirim."


@dataclass(frozen=True)
class UnitDiminta:
    """A unit with indicators, the post at its head, who holds it, and the branch that asks it for data."""

    unit: Unit
    kepala: Jabatan | None
    pejabat: str | None  # None: nobody holds the post today
    cabang: CabangDisposisi | None


def unit_diminta(sesi: Session, tugas: Tugas, hari: date | None = None) -> tuple[UnitDiminta, ...]:
    """Every unit of the PK in force, with its request. Without ``hari`` the holders are not looked up.

    ``tugas`` is the step that asks; its ``periode`` is loaded.
    """
    pk = pk_periode(sesi, tugas.periode)
    kepala = kepala_unit(sesi)
    cabang: dict[int, CabangDisposisi] = {}
    for c in sesi.execute(_cabang_permintaan(tugas.id)).scalars():
        cabang.setdefault(c.penerima_id, c)
    pejabat = _pejabat(sesi, hari) if hari else {}
    hasil = []
    for unit in unit_berindikator(pk):
        post = kepala.get(unit.id)
        kunci = post.id if post else 0
        hasil.append(UnitDiminta(unit, post, pejabat.get(kunci), cabang.get(kunci)))
    return tuple(hasil)


def kepala_unit(sesi: Session) -> dict[int, Jabatan]:
    """The post at the head of each unit."""
    pilih = select(Jabatan).where(Jabatan.aktif, Jabatan.peran.in_(KEPALA_UNIT)).order_by(Jabatan.id.desc())
    return {j.unit_id: j for j in sesi.execute(pilih).scalars() if j.unit_id is not None}


def _pejabat(sesi: Session, hari: date) -> dict[int, str]:
    nama: dict[int, str] = {}
    for p in sesi.execute(penugasan_berlaku(hari)).scalars():
        nama.setdefault(p.jabatan_id, p.pegawai.nama)
    return nama


def _cabang_permintaan(tugas_id: int) -> Select[CabangDisposisi]:
    return (
        select(CabangDisposisi)
        .join(CabangDisposisi.disposisi)
        .options(
            joinedload(CabangDisposisi.disposisi),
            joinedload(CabangDisposisi.penerima),
            joinedload(CabangDisposisi.penyelesaian),
        )
        .where(
            Disposisi.tugas_id == tugas_id,
            CabangDisposisi.induk_id.is_(None),
            CabangDisposisi.dibatalkan_pada.is_(None),
        )
        .order_by(CabangDisposisi.id)
    )


def tugas_permintaan(sesi: Session, periode_id: int) -> Tugas | None:
    """The step of a period that asks the units for data (its page is ``kumpulkan``), with its periode."""
    semua = sesi.execute(
        select(Tugas)
        .options(joinedload(Tugas.periode).joinedload(Periode.lembar_sop))
        .where(Tugas.periode_id == periode_id, Tugas.langkah.is_not(None))
    ).scalars()
    for tugas in semua:
        sop = sop_dari(tugas.periode.lembar_sop)
        if tugas.langkah is not None and sop.langkah(tugas.langkah).halaman is Halaman.KUMPULKAN:
            return tugas
    return None


def selesaikan_cabang_unit(
    sesi: Session, periode_id: int, unit_id: int, oleh: Pelaku, pada: datetime
) -> CabangDisposisi | None:
    """Finish the branch of the unit's head when the unit sent its laporan progres; None: none is open."""
    tugas = tugas_permintaan(sesi, periode_id)
    kepala = kepala_unit(sesi).get(unit_id)
    if tugas is None or kepala is None:
        return None
    jabatan = next((j for j in oleh.jabatan if j.id == kepala.id), None) or next(
        (j for j in oleh.jabatan if j.unit_id == unit_id), None
    )
    nama = jabatan.nama_lengkap if jabatan else kepala.nama
    terakhir = None
    for cabang in sesi.execute(
        _cabang_permintaan(tugas.id).where(
            CabangDisposisi.penerima_id == kepala.id, CabangDisposisi.penyelesaian_id.is_(None)
        )
    ).scalars():
        tutup_cabang(sesi, cabang, nama, oleh, pada, Hasil.SELESAI, BALASAN_LAPORAN)
        terakhir = cabang
    return terakhir
