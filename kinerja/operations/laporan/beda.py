"""Has a figure changed since a report was frozen? Asked of the present data, answered figure by figure."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.beda_laporan import Beda, beda_laporan
from kinerja.domain.kesalahan import Kesalahan
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations.laporan.data import hitung_isi

TIDAK_TERHITUNG = Beda("Laporan ini", "Data sekarang", "", "ada", "tidak dapat dihitung lagi")


@dataclass(frozen=True)
class Perubahan:
    """The figures that differ, and the digest of the present ones: what a decision about them refers to."""

    beda: tuple[Beda, ...]
    digest: str


def laporan_beku(sesi: Session, periode_id: int) -> Laporan | None:
    """The newest frozen version of a period's report."""
    return sesi.execute(
        select(Laporan)
        .where(Laporan.periode_id == periode_id, Laporan.dibekukan_pada.is_not(None))
        .order_by(Laporan.versi.desc())
        .limit(1)
    ).scalar_one_or_none()


def perubahan(sesi: Session, periode: Periode, laporan: Laporan) -> Perubahan:
    """The figures of a frozen report that the present data no longer give; none for a draft."""
    if laporan.dibekukan_pada is None:
        return Perubahan((), laporan.digest)
    try:
        kini = hitung_isi(sesi, periode)
    except Kesalahan:
        return Perubahan((TIDAK_TERHITUNG,), "")
    digest = kini.digest()
    if digest == laporan.digest:
        return Perubahan((), digest)
    return Perubahan(beda_laporan(IsiLaporan.dari_data(laporan.isi), kini), digest)


def beda_sejak(sesi: Session, periode: Periode, laporan: Laporan) -> tuple[Beda, ...]:
    """Just the figures of ``perubahan``."""
    return perubahan(sesi, periode, laporan).beda
