"""Where a figure of a report came from: its formula with the numbers, its triwulan, the people, the bukti."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from flask import Blueprint, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.domain.asal_angka import hitungan
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.masa import ROMAWI, Masa
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.rujukan import AsalRealisasi, AsalUang, Rujukan
from kinerja.models.basis_data import db
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja, pk_lengkap
from kinerja.operations.beda import laporan_beku
from kinerja.operations.laporan import isi_laporan, laporan_kini, laporan_versi
from kinerja.operations.rujukan import rujukan_laporan
from kinerja.web.akses import perlu
from kinerja.web.laporan import cari_periode
from kinerja.web.respond import respond

bp = Blueprint("laporan_asal", __name__, url_prefix="/laporan")

TIDAK_ADA = "Angka itu tidak ada dalam laporan ini."


@dataclass(frozen=True)
class BarisAsal:
    """One triwulan behind a figure; ``periode_id`` where that triwulan has a report of its own."""

    ke: int
    asal: AsalRealisasi | AsalUang | None
    periode_id: int | None

    @property
    def nama(self) -> str:
        return f"Triwulan {ROMAWI[self.ke - 1]}"

    @property
    def pada(self) -> datetime | None:
        """When the figure was filled in."""
        return datetime.fromisoformat(self.asal.pada) if self.asal is not None else None

    @property
    def dikirim(self) -> datetime | None:
        """When the unit's report was sent."""
        asal = self.asal
        ada = isinstance(asal, AsalRealisasi) and asal.dikirim_pada
        return datetime.fromisoformat(asal.dikirim_pada) if ada and isinstance(asal, AsalRealisasi) else None


def _laporan(periode: Periode) -> tuple[Laporan, IsiLaporan, Rujukan]:
    laporan = _versi(periode.id)
    if laporan is None:
        raise TidakDitemukan("Laporan periode ini belum ada.")
    pilih = pk_lengkap().where(PerjanjianKinerja.id == laporan.pk_id)
    rujukan = rujukan_laporan(db.session(), laporan, periode, db.session.execute(pilih).scalar_one())
    return laporan, isi_laporan(laporan), rujukan


def _versi(periode_id: int) -> Laporan | None:
    """The version asked for (``?versi=``), or the newest."""
    teks = request.args.get("versi", "")
    diminta = int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 6 else 0
    ada = laporan_versi(db.session(), periode_id, diminta)
    return ada or laporan_kini(db.session(), periode_id)


def _masa(isi: IsiLaporan) -> Masa:
    """The span asked for, or the one the report is about."""
    diminta = request.args.get("masa", "")
    return next((m for m in isi.masa if m.value == diminta), isi.masa_utama)


def _triwulan(tahun: int) -> dict[int, int]:
    """Triwulan → id of its period, where a report of it exists."""
    pilih = (
        select(Periode.ke, Periode.id)
        .join(Laporan, Laporan.periode_id == Periode.id)
        .where(Periode.tahun == tahun, Periode.jenis == JenisPeriode.TRIWULAN)
    )
    return {ke: nomor for ke, nomor in db.session.execute(pilih)}


@bp.get("/<nomor:periode_id>/asal/<nomor:indikator_id>")
@perlu(Wewenang.BACA)
def indikator(periode_id: int, indikator_id: int) -> Response:
    """The realisasi and capaian of one indikator in one span (``?masa=``)."""
    periode = cari_periode(periode_id)
    laporan, isi, rujukan = _laporan(periode)
    kartu = next((i for s in isi.sasaran for i in s.indikator if i.id == indikator_id), None)
    asal = rujukan.untuk(indikator_id)
    if kartu is None or asal is None:
        raise TidakDitemukan(TIDAK_ADA)
    masa = _masa(isi)
    ukuran = kartu.pada(masa)
    ada = _triwulan(periode.tahun)
    baris = [BarisAsal(ke, asal.pada(ke), ada.get(ke)) for ke in masa.triwulan]
    nilai = [b.asal.nilai if b.asal is not None else None for b in baris]
    return respond(
        "laporan/asal.html",
        periode=periode,
        laporan=laporan,
        isi=isi,
        indikator=kartu,
        asal=asal,
        masa=masa,
        ukuran=ukuran,
        hitungan=hitungan(kartu, ukuran, nilai),
        baris=baris,
        berubah=_berubah(periode, laporan),
    )


@bp.get("/<nomor:periode_id>/asal-anggaran/<nomor:program_id>")
@perlu(Wewenang.BACA)
def anggaran(periode_id: int, program_id: int) -> Response:
    """The money of one program in one span (``?masa=``)."""
    periode = cari_periode(periode_id)
    laporan, isi, rujukan = _laporan(periode)
    program = next((p for s in isi.sasaran for p in s.program if p.id == program_id), None)
    asal = rujukan.uang(program_id)
    if program is None or asal is None:
        raise TidakDitemukan(TIDAK_ADA)
    masa = _masa(isi)
    ada = _triwulan(periode.tahun)
    baris = [BarisAsal(ke, asal.pada(ke), ada.get(ke)) for ke in masa.triwulan]
    uang = [Decimal(b.asal.nilai) for b in baris if b.asal is not None and b.asal.nilai is not None]
    return respond(
        "laporan/asal_anggaran.html",
        periode=periode,
        laporan=laporan,
        isi=isi,
        program=program,
        asal=asal,
        masa=masa,
        jumlah=program.pada(masa),
        baris=baris,
        uang=uang,
        berubah=_berubah(periode, laporan),
    )


def _berubah(periode: Periode, laporan: Laporan) -> bool:
    """Is there a frozen version, and is the newest one not it (a draft or revision is being read)?"""
    beku = laporan_beku(db.session(), periode.id)
    return beku is not None and beku.id != laporan.id
