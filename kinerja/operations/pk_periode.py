"""Which version of the Perjanjian Kinerja a period is measured by.

A triwulan keeps the version it began with (its request for data sent, or its first step completed) until the
office moves it, on record. A semester and the year follow their last triwulan, so that their columns are
those of the triwulan reports; before that has begun, the version in force.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.periode import JenisPeriode, bagian
from kinerja.models.disposisi import Disposisi
from kinerja.models.laporan import laporan_terbaru
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja, pk_berlaku, pk_lengkap
from kinerja.models.tugas import Tugas
from kinerja.operations.catatan import catat

PANJANG_ALASAN = 2000


def pk_periode(sesi: Session, periode: Periode) -> PerjanjianKinerja | None:
    """The version with everything under it; None where none is approved yet."""
    pk_id = _penentu(sesi, periode).pk_id
    if pk_id is None:
        return sesi.execute(pk_berlaku(periode.tahun)).scalar_one_or_none()
    return sesi.execute(pk_lengkap().where(PerjanjianKinerja.id == pk_id)).scalar_one()


def _penentu(sesi: Session, periode: Periode) -> Periode:
    """The period whose version counts: itself, or its last triwulan."""
    if periode.jenis not in (JenisPeriode.SEMESTER, JenisPeriode.TAHUNAN):
        return periode
    akhir = bagian(periode.murni, JenisPeriode.TRIWULAN)[-1]
    ada = sesi.execute(periode_satu(akhir.tahun, akhir.jenis, akhir.ke)).scalars().first()
    return ada or periode


def mulai_dengan_pk(sesi: Session, periode: Periode) -> None:
    """Note the version in force as the one this triwulan begins with; later calls change nothing."""
    if periode.jenis is not JenisPeriode.TRIWULAN or periode.pk_id is not None:
        return
    periode.pk_id = _berlaku(sesi, periode.tahun)
    sesi.flush()


def tahan_pk_lama(sesi: Session, lama: PerjanjianKinerja) -> None:
    """Before a change of the PK takes effect: triwulan that already run keep ``lama``."""
    for periode in sesi.execute(
        select(Periode).where(
            Periode.tahun == lama.tahun,
            Periode.jenis == JenisPeriode.TRIWULAN,
            Periode.pk_id.is_(None),
            select(Tugas.id)
            .outerjoin(Disposisi, Disposisi.tugas_id == Tugas.id)
            .where(
                Tugas.periode_id == Periode.id,
                Tugas.penyelesaian_id.is_not(None) | Disposisi.id.is_not(None),
            )
            .exists(),
        )
    ).scalars():
        periode.pk_id = lama.id
    sesi.flush()


def _berlaku(sesi: Session, tahun: int) -> int | None:
    return sesi.execute(
        select(PerjanjianKinerja.id)
        .where(PerjanjianKinerja.tahun == tahun, PerjanjianKinerja.disetujui_pada.is_not(None))
        .order_by(PerjanjianKinerja.versi.desc())
        .limit(1)
    ).scalar_one_or_none()


def pk_baru(sesi: Session, periode: Periode) -> PerjanjianKinerja | None:
    """The newer version in force that a running triwulan could be moved to; None where there is none."""
    if periode.jenis is not JenisPeriode.TRIWULAN or periode.pk_id is None or periode.ditutup_pada:
        return None
    berlaku = _berlaku(sesi, periode.tahun)
    if berlaku is None or berlaku == periode.pk_id or _final(sesi, periode):
        return None
    return sesi.get(PerjanjianKinerja, berlaku)


def _final(sesi: Session, periode: Periode) -> bool:
    laporan = sesi.execute(laporan_terbaru(periode.id)).scalar_one_or_none()
    return laporan is not None and laporan.dibekukan_pada is not None


def pindah_pk(sesi: Session, periode_id: int, alasan: str, oleh: Pelaku, pada: datetime) -> Periode:
    """Measure a running triwulan by the newer version from now on, with the reason (Kasubag Perencanaan)."""
    if not oleh.boleh(Wewenang.TULIS_PK):
        raise TidakBerwenang("Versi Perjanjian Kinerja sebuah triwulan dipilih oleh Kasubag Perencanaan.")
    periode = sesi.execute(
        select(Periode)
        .where(Periode.id == periode_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).scalar_one_or_none()
    if periode is None or periode.jenis is not JenisPeriode.TRIWULAN:
        raise TidakDitemukan("Triwulan itu tidak ada.")
    baru = pk_baru(sesi, periode)
    if baru is None:
        raise SudahDikerjakan(
            f"{periode.nama} tidak dapat dipindahkan: belum dimulai, laporannya sudah final, "
            "atau sudah memakai Perjanjian Kinerja yang terbaru."
        )
    alasan = alasan.strip()
    if not alasan:
        raise MasukanSalah("Tuliskan alasan memakai Perjanjian Kinerja yang baru.", "alasan")
    if len(alasan) > PANJANG_ALASAN:
        raise MasukanSalah(f"Paling panjang {PANJANG_ALASAN} huruf; ini {len(alasan)}.", "alasan")
    sebelum = periode.pk_id
    periode.pk_id = baru.id
    catat(
        sesi,
        oleh,
        pada,
        "pindah_pk",
        f"periode:{periode.id}",
        f"{periode.nama} memakai {baru.nama}. Alasan: {alasan}",
        sebelum={"pk": sebelum},
        sesudah={"pk": baru.id, "alasan": alasan},
    )
    sesi.flush()
    return periode
