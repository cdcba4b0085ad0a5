"""Finding one triwulan, step, card or realisasi."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.sop import Halaman
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import Indikator, Program
from kinerja.models.realisasi import Bukti, Realisasi
from kinerja.models.tugas import Tugas
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.pk_periode import pk_periode


def triwulan(sesi: Session, periode_id: int) -> Periode:
    """The triwulan with its sheet, or TidakDitemukan."""
    periode = sesi.execute(
        select(Periode).options(joinedload(Periode.lembar_sop)).where(Periode.id == periode_id)
    ).scalar_one_or_none()
    if periode is None or periode.jenis is not JenisPeriode.TRIWULAN:
        raise TidakDitemukan("Triwulan itu tidak ada.")
    return periode


def tugas_halaman(sesi: Session, periode: Periode, halaman: Halaman) -> Tugas | None:
    """The step of a period that has this work page; None where the sheet has none."""
    sop = sop_dari(periode.lembar_sop)
    nomor = next((satu.nomor for satu in sop.langkah_semua if satu.halaman is halaman), None)
    return sesi.execute(
        select(Tugas)
        .options(joinedload(Tugas.penyelesaian), joinedload(Tugas.periode).joinedload(Periode.lembar_sop))
        .where(Tugas.periode_id == periode.id, Tugas.kunci == str(nomor))
        .execution_options(populate_existing=True)
    ).scalar_one_or_none()


def indikator_berlaku(sesi: Session, periode: Periode, identitas: int) -> Indikator | None:
    """The card of an indicator in the PK of this triwulan, by the id that stays through its versions."""
    pk = pk_periode(sesi, periode)
    semua = (i for s in pk.sasaran for i in s.indikator) if pk else ()
    return next((i for i in semua if i.identitas == identitas), None)


def program_berlaku(sesi: Session, periode: Periode, identitas: int) -> Program | None:
    pk = pk_periode(sesi, periode)
    semua = (p for s in pk.sasaran for p in s.program) if pk else ()
    return next((p for p in semua if p.identitas == identitas), None)


def realisasi_satu(
    sesi: Session, identitas: int, tahun: int, triwulan: int, kunci: bool = False
) -> Realisasi | None:
    """The row of one indicator and triwulan, with its bukti; ``kunci`` locks it where the database can."""
    pilih = (
        select(Realisasi)
        .options(selectinload(Realisasi.bukti).options(joinedload(Bukti.berkas)))
        .where(Realisasi.indikator_id == identitas, Realisasi.tahun == tahun, Realisasi.triwulan == triwulan)
        .execution_options(populate_existing=True)
    )
    return sesi.execute(pilih.with_for_update(of=Realisasi) if kunci else pilih).scalar_one_or_none()
