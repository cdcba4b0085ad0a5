"""Where a figure of a report came from: its formula with the numbers, its triwulan, the people, the bukti."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from flask import Blueprint, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from kinerja.domain import asal_angka
from kinerja.domain.jabatan import Wewenang
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.laporan_isi import BarisSasaran, IsiLaporan
from kinerja.domain.masa import ROMAWI, Masa
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.rujukan import AsalIndikator, AsalProgram, AsalRealisasi, AsalUang, Rujukan
from kinerja.models.basis_data import db
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja, pk_lengkap
from kinerja.operations.laporan.beda import laporan_beku
from kinerja.operations.laporan.rujukan import rujukan_laporan
from kinerja.operations.laporan.verba import isi_laporan, laporan_kini, laporan_versi
from kinerja.web.akses import perlu
from kinerja.web.laporan.rute import cari_periode
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


@dataclass(frozen=True)
class Halaman:
    """What every page of origins is about: a version of a report, one span of it, its trail."""

    periode: Periode
    laporan: Laporan
    isi: IsiLaporan
    rujukan: Rujukan
    masa: Masa

    def baris(self, asal: AsalIndikator | AsalProgram) -> list[BarisAsal]:
        """The triwulan of the span behind one indikator or program."""
        pilih = (
            select(Periode.ke, Periode.id)
            .join(Laporan, Laporan.periode_id == Periode.id)
            .where(Periode.tahun == self.periode.tahun, Periode.jenis == JenisPeriode.TRIWULAN)
        )
        ada = {ke: nomor for ke, nomor in db.session.execute(pilih)}
        return [BarisAsal(ke, asal.pada(ke), ada.get(ke)) for ke in self.masa.triwulan]

    def sasaran(self, sasaran_id: int) -> BarisSasaran:
        """A sasaran of the report. Raises TidakDitemukan."""
        satu = next((s for s in self.isi.sasaran if s.id == sasaran_id), None)
        if satu is None:
            raise TidakDitemukan(TIDAK_ADA)
        return satu

    def tampilkan(self, templat: str, **konteks: Any) -> Response:
        """The page, with what they all show. ``berubah``: a frozen version exists and is not this one."""
        beku = laporan_beku(db.session(), self.periode.id)
        return respond(
            templat,
            periode=self.periode,
            laporan=self.laporan,
            isi=self.isi,
            rujukan=self.rujukan,
            masa=self.masa,
            kalimat=asal_angka,
            milik={"periode_id": self.periode.id, "versi": self.laporan.nomor_versi},
            berubah=beku is not None and beku.id != self.laporan.id,
            **konteks,
        )


def halaman(periode_id: int) -> Halaman:
    """The version (``?versi=``) and span (``?masa=``) asked for, or the newest and the main one."""
    periode, sesi = cari_periode(periode_id), db.session()
    teks = request.args.get("versi", "")
    diminta = int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 6 else 0
    laporan = laporan_versi(sesi, periode.id, diminta) or laporan_kini(sesi, periode.id)
    if laporan is None:
        raise TidakDitemukan("Laporan periode ini belum ada.")
    pilih = pk_lengkap().where(PerjanjianKinerja.id == laporan.pk_id)
    rujukan = rujukan_laporan(sesi, laporan, periode, sesi.execute(pilih).scalar_one())
    isi = isi_laporan(laporan)
    masa = next((m for m in isi.masa if m.value == request.args.get("masa", "")), isi.masa_utama)
    return Halaman(periode, laporan, isi, rujukan, masa)


@bp.get("/<nomor:periode_id>/asal/<nomor:indikator_id>")
@perlu(Wewenang.BACA)
def indikator(periode_id: int, indikator_id: int) -> Response:
    """Target, realisasi, capaian of one indikator in one span (``?masa=``), and what it is held against."""
    ini = halaman(periode_id)
    kartu = next((i for s in ini.isi.sasaran for i in s.indikator if i.id == indikator_id), None)
    asal = ini.rujukan.untuk(indikator_id)
    if kartu is None or asal is None:
        raise TidakDitemukan(TIDAK_ADA)
    ukuran, baris = kartu.pada(ini.masa), ini.baris(asal)
    nilai = [b.asal.nilai if b.asal is not None else None for b in baris]
    return ini.tampilkan(
        "laporan/asal.html",
        indikator=kartu,
        asal=asal,
        ukuran=ukuran,
        hitungan=lambda: asal_angka.hitungan(
            kartu, ukuran, nilai
        ),  # called while rendering: in the report's digits
        baris=baris,
    )


@bp.get("/<nomor:periode_id>/asal-sasaran/<nomor:sasaran_id>")
@perlu(Wewenang.BACA)
def sasaran(periode_id: int, sasaran_id: int) -> Response:
    """The mean of one sasaran in one span: its indikator, the rule, predikat, efficiency, last year."""
    ini = halaman(periode_id)
    return ini.tampilkan("laporan/asal_sasaran.html", sasaran=ini.sasaran(sasaran_id))


@bp.get("/<nomor:periode_id>/asal-anggaran/<nomor:program_id>")
@perlu(Wewenang.BACA)
def anggaran(periode_id: int, program_id: int) -> Response:
    """The money of one program in one span (``?masa=``)."""
    ini = halaman(periode_id)
    program = next((p for s in ini.isi.sasaran for p in s.program if p.id == program_id), None)
    asal = ini.rujukan.uang(program_id)
    if program is None or asal is None:
        raise TidakDitemukan(TIDAK_ADA)
    baris = ini.baris(asal)
    uang = [Decimal(b.asal.nilai) for b in baris if b.asal is not None and b.asal.nilai is not None]
    return ini.tampilkan(
        "laporan/asal_anggaran.html",
        program=program,
        asal=asal,
        jumlah=program.pada(ini.masa),
        baris=baris,
        uang=uang,
    )


@bp.get("/<nomor:periode_id>/asal-jumlah/<nomor:sasaran_id>")
@bp.get("/<nomor:periode_id>/asal-jumlah")
@perlu(Wewenang.BACA)
def jumlah(periode_id: int, sasaran_id: int | None = None) -> Response:
    """The money of all programs together, of one sasaran or of the office, in one span."""
    ini = halaman(periode_id)
    satu = ini.sasaran(sasaran_id) if sasaran_id is not None else None
    return ini.tampilkan(
        "laporan/asal_jumlah.html",
        sasaran=satu,
        program=[p for s in ((satu,) if satu else ini.isi.sasaran) for p in s.program],
        semua=satu.anggaran_pada(ini.masa) if satu else ini.isi.anggaran_pada(ini.masa),
    )
