"""What a unit has to fill for a triwulan and what is there: the read side of realisasi, from real rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from kinerja.domain.aturan import Aturan
from kinerja.domain.capaian import (
    BELUM_DIISI,
    Capaian,
    Metode,
    hitung_capaian,
)
from kinerja.domain.target import JenisTarget
from kinerja.models.jabatan import Unit
from kinerja.models.kantor import kantor
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, Program
from kinerja.models.realisasi import Bukti, LaporanProgres, PengembalianProgres, Realisasi, RealisasiAnggaran
from kinerja.operations.kantor_aturan import aturan_kantor
from kinerja.operations.kelengkapan import unit_berindikator
from kinerja.operations.perjanjian_kinerja.periksa import nisbah_kartu
from kinerja.operations.pk_periode import pk_periode
from kinerja.operations.realisasi.isian_indikator import IsianIndikator

__all__ = ["IsianIndikator", "IsianProgram", "IsianUnit", "isian_semua", "isian_unit"]


@dataclass(frozen=True)
class IsianProgram:
    """A program of a unit: money spent in this triwulan, and ``terpakai_lalu`` in the ones before it."""

    program: Program
    nomor: str
    realisasi: RealisasiAnggaran | None
    terpakai_lalu: Decimal

    @property
    def nilai(self) -> Decimal | None:
        return self.realisasi.nilai if self.realisasi else None

    @property
    def terisi(self) -> bool:
        return self.nilai is not None

    @property
    def terpakai(self) -> Decimal:
        """Up to and including this triwulan."""
        return self.terpakai_lalu + (self.nilai or Decimal(0))

    @property
    def melebihi_pagu(self) -> bool:
        return self.terpakai > self.program.pagu


@dataclass(frozen=True)
class IsianUnit:
    """A unit's part of a triwulan; ``pengembalian``: the returns it has not answered yet."""

    unit: Unit
    indikator: tuple[IsianIndikator, ...]
    program: tuple[IsianProgram, ...]
    laporan: LaporanProgres | None
    pengembalian: tuple[PengembalianProgres, ...]

    @property
    def terkirim(self) -> bool:
        return self.laporan is not None and self.laporan.dikirim_pada is not None

    @property
    def dilewati(self) -> bool:
        return self.laporan is not None and self.laporan.dilewati_pada is not None

    @property
    def jumlah(self) -> int:
        return len(self.indikator) + len(self.program)

    @property
    def jumlah_terisi(self) -> int:
        return sum(i.terisi for i in self.indikator) + sum(p.terisi for p in self.program)

    @property
    def kurang(self) -> tuple[str, ...]:
        """What is still to be filled, as numbered in the PK."""
        indikator = (f"indikator {i.nomor}" for i in self.indikator if not i.terisi)
        program = (f"anggaran program {p.nomor}" for p in self.program if not p.terisi)
        return (*indikator, *program)

    @property
    def tanpa_bukti(self) -> tuple[IsianIndikator, ...]:
        return tuple(i for i in self.indikator if i.tanpa_bukti)

    @property
    def ditandai(self) -> frozenset[int]:
        """Identitas of the indicators that were sent back; all of them where a return names none."""
        semua = frozenset(i.indikator.identitas for i in self.indikator)
        tanda: set[int] = set()
        for satu in self.pengembalian:
            tanda |= set(satu.indikator_id) & semua if satu.indikator_id else semua
        return frozenset(tanda)


def isian_unit(sesi: Session, periode: Periode, unit_id: int) -> IsianUnit | None:
    """One unit's part; None where the PK in force gives it neither indicator nor program."""
    return next(iter(isian_semua(sesi, periode, (unit_id,))), None)


def isian_semua(
    sesi: Session, periode: Periode, unit_id: Iterable[int] | None = None
) -> tuple[IsianUnit, ...]:
    """Every unit of the PK in force (or those named), with all its figures, in a handful of queries."""
    pk = pk_periode(sesi, periode)
    diminta = None if unit_id is None else set(unit_id)
    unit = [u for u in unit_berindikator(pk) if diminta is None or u.id in diminta]
    if pk is None or not unit:
        return ()
    indikator = _indikator(sesi, periode, pk)
    program = _program(sesi, periode, pk)
    laporan = {
        satu.unit_id: satu
        for satu in sesi.execute(
            select(LaporanProgres)
            .options(selectinload(LaporanProgres.pengembalian))
            .where(LaporanProgres.periode_id == periode.id)
            .execution_options(populate_existing=True)
        ).scalars()
    }
    return tuple(
        IsianUnit(
            u,
            tuple(i for i in indikator if i.indikator.unit_id == u.id),
            tuple(p for p in program if p.program.unit_id == u.id),
            laporan.get(u.id),
            tuple(p for p in laporan[u.id].pengembalian if p.selesai_pada is None) if u.id in laporan else (),
        )
        for u in unit
    )


def _indikator(sesi: Session, periode: Periode, pk: PerjanjianKinerja) -> list[IsianIndikator]:
    ke = periode.murni.triwulan[-1]
    baris: dict[int, dict[int, Realisasi]] = {}
    for r in sesi.execute(
        select(Realisasi)
        .options(selectinload(Realisasi.bukti).joinedload(Bukti.berkas))
        .where(Realisasi.tahun == periode.tahun, Realisasi.triwulan <= ke)
        .order_by(Realisasi.triwulan)
        .execution_options(populate_existing=True)
    ).scalars():
        baris.setdefault(r.indikator_id, {})[r.triwulan] = r
    aturan = aturan_kantor(kantor(sesi))
    hasil = []
    for sasaran in pk.sasaran:
        for i in sasaran.indikator:
            punya = baris.get(i.identitas, {})
            kini = punya.get(ke)
            lalu = tuple(r for tw, r in punya.items() if tw < ke)
            nomor = f"{sasaran.urut}.{i.urut}"
            hasil.append(
                IsianIndikator(i, nomor, ke, kini, lalu, _capaian(i, kini, ke, aturan), aturan.desimal)
            )
    return hasil


def _capaian(indikator: Indikator, realisasi: Realisasi | None, ke: int, aturan: Aturan) -> Capaian:
    alasan, nisbah = BELUM_DIISI, nisbah_kartu(indikator)
    if realisasi is not None and realisasi.na:
        alasan = f"n/a: {realisasi.alasan_na}"
    elif realisasi is not None and realisasi.pembilang is not None and nisbah is not None:
        alasan = nisbah.penyebut_nol
    return hitung_capaian(
        Metode(indikator.metode),
        indikator.target_triwulan[ke - 1],
        realisasi.nilai if realisasi is not None and not realisasi.na else None,
        jenis=JenisTarget(indikator.jenis_target),
        skala=tuple(indikator.skala or ()),
        batas=aturan.batas,
        pin_negatif_b=aturan.pin_negatif_b,
        alasan_kosong=alasan,
    )


def _program(sesi: Session, periode: Periode, pk: PerjanjianKinerja) -> list[IsianProgram]:
    ke = periode.murni.triwulan[-1]
    baris: dict[int, dict[int, RealisasiAnggaran]] = {}
    for r in sesi.execute(
        select(RealisasiAnggaran).where(
            RealisasiAnggaran.tahun == periode.tahun, RealisasiAnggaran.triwulan <= ke
        )
    ).scalars():
        baris.setdefault(r.program_id, {})[r.triwulan] = r
    hasil = []
    for sasaran in pk.sasaran:
        for p in sasaran.program:
            punya = baris.get(p.identitas, {})
            lalu = sum((r.nilai or Decimal(0) for tw, r in punya.items() if tw < ke), Decimal(0))
            hasil.append(IsianProgram(p, f"{sasaran.urut}.{p.urut}", punya.get(ke), lalu))
    return hasil
