"""The trail of a report's figures from the present rows: who filled, who sent, which bukti, what money."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from kinerja.domain.angka import kanonik
from kinerja.domain.periode import JenisPeriode, bagian
from kinerja.domain.rujukan import (
    AsalIndikator,
    AsalProgram,
    AsalRealisasi,
    AsalUang,
    BuktiAsal,
    Rujukan,
)
from kinerja.models.laporan import Laporan
from kinerja.models.pegawai import Pegawai
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.models.realisasi import Bukti, LaporanProgres, Realisasi, RealisasiAnggaran
from kinerja.operations.laporan.beda import beda_sejak, laporan_beku


def rujukan_laporan(sesi: Session, laporan: Laporan, periode: Periode, pk: PerjanjianKinerja) -> Rujukan:
    """What was stored with the report; for one from before that was stored, what the rows say now."""
    return Rujukan.dari_data(laporan.rujukan) if laporan.rujukan else susun_rujukan(sesi, periode, pk)


def susun_rujukan(sesi: Session, periode: Periode, pk: PerjanjianKinerja) -> Rujukan:
    """The trail of every indikator and program of the PK, for the triwulan from I up to the period's last."""
    sampai = periode.murni.triwulan[-1]
    realisasi = _realisasi(sesi, periode.tahun, sampai)
    kiriman = _kiriman(sesi, periode.tahun)
    uang = _uang(sesi, periode.tahun, sampai)
    indikator = tuple(
        AsalIndikator(
            i.identitas,
            f"{s.urut}.{ke}",
            i.uraian,
            i.unit.nama,
            _asal(realisasi.get(i.identitas, []), kiriman, i.unit_id, i.unit.nama),
        )
        for s in pk.sasaran
        for ke, i in enumerate(s.indikator, start=1)
    )
    program = tuple(
        AsalProgram(p.identitas, str(ke), p.nama, p.unit.nama, tuple(uang.get(p.identitas, ())))
        for ke, p in enumerate((p for s in pk.sasaran for p in s.program), start=1)
    )
    return Rujukan(indikator, program, triwulan_berbeda(sesi, periode))


def triwulan_berbeda(sesi: Session, periode: Periode) -> tuple[str, ...]:
    """The triwulan of a semester or year whose frozen report has other figures than the present data."""
    if periode.jenis is JenisPeriode.TRIWULAN:
        return ()
    hasil = []
    for murni in bagian(periode.murni, JenisPeriode.TRIWULAN):
        satu = sesi.execute(periode_satu(murni.tahun, murni.jenis, murni.ke)).scalar_one_or_none()
        beku = laporan_beku(sesi, satu.id) if satu is not None else None
        if satu is not None and beku is not None and beda_sejak(sesi, satu, beku):
            hasil.append(satu.nama)
    return tuple(hasil)


def _iso(waktu: datetime | None) -> str:
    return waktu.isoformat() if waktu is not None else ""


def _realisasi(sesi: Session, tahun: int, sampai: int) -> dict[int, list[Realisasi]]:
    pilih = (
        select(Realisasi)
        .options(selectinload(Realisasi.bukti).options(joinedload(Bukti.berkas)))
        .where(Realisasi.tahun == tahun, Realisasi.triwulan <= sampai)
        .order_by(Realisasi.triwulan)
        .execution_options(populate_existing=True)
    )
    hasil: dict[int, list[Realisasi]] = defaultdict(list)
    for satu in sesi.execute(pilih).scalars():
        hasil[satu.indikator_id].append(satu)
    return hasil


def _asal(
    daftar: list[Realisasi], kiriman: Mapping[tuple[int, int], LaporanProgres], unit_id: int, unit: str
) -> tuple[AsalRealisasi, ...]:
    hasil = []
    for satu in daftar:
        kirim = kiriman.get((satu.triwulan, unit_id))
        hasil.append(
            AsalRealisasi(
                triwulan=satu.triwulan,
                nilai=None if satu.na else satu.nilai or None,
                na=satu.na,
                alasan_na=satu.alasan_na,
                pembilang=satu.pembilang,
                penyebut=satu.penyebut,
                oleh=satu.diisi_oleh_nama,
                pada=_iso(satu.diisi_pada),
                unit=unit,
                dikirim_oleh=kirim.dikirim_oleh_nama if kirim and kirim.dikirim_pada else "",
                dikirim_pada=_iso(kirim.dikirim_pada) if kirim else "",
                bukti=tuple(
                    BuktiAsal(b.berkas_id, b.berkas.nama, b.berkas.sha256, b.berkas.ukuran)
                    for b in satu.bukti
                    if b.dicabut_pada is None
                ),
            )
        )
    return tuple(hasil)


def _kiriman(sesi: Session, tahun: int) -> dict[tuple[int, int], LaporanProgres]:
    """The units' laporan progres of a year, by (triwulan, unit)."""
    pilih = (
        select(Periode.ke, LaporanProgres)
        .join(Periode, Periode.id == LaporanProgres.periode_id)
        .where(Periode.tahun == tahun, Periode.jenis == JenisPeriode.TRIWULAN)
    )
    return {(ke, satu.unit_id): satu for ke, satu in sesi.execute(pilih)}


def _uang(sesi: Session, tahun: int, sampai: int) -> dict[int, list[AsalUang]]:
    pilih = (
        select(RealisasiAnggaran, Pegawai.nama)
        .join(Pegawai, Pegawai.id == RealisasiAnggaran.diisi_oleh_id)
        .where(RealisasiAnggaran.tahun == tahun, RealisasiAnggaran.triwulan <= sampai)
        .order_by(RealisasiAnggaran.triwulan)
    )
    hasil: dict[int, list[AsalUang]] = defaultdict(list)
    for satu, nama in sesi.execute(pilih):
        nilai = kanonik(satu.nilai) if satu.nilai is not None else None
        hasil[satu.program_id].append(AsalUang(satu.triwulan, nilai, nama, _iso(satu.diisi_pada)))
    return hasil
