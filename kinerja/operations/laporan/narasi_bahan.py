"""Reading matter for the one who writes: what the units noted, and what earlier reports already say."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.laporan_isi import IsiLaporan, JenisLaporan
from kinerja.domain.periode import JenisPeriode, bagian
from kinerja.models.laporan import PembagianTugas
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.realisasi import LaporanProgres
from kinerja.operations.laporan.verba import isi_laporan, laporan_kini, narasi_laporan

# Section of the yearly report ← section of the semester report that speaks of the same.
_ASAL_TAHUNAN = {
    "kesimpulan": "ringkasan",
    "langkah-ke-depan": "tindak_lanjut",
    "anggaran": "anggaran",
    "penyebab": "analisis",
}


@dataclass(frozen=True)
class Bahan:
    """One text to read while writing a section, and where it comes from."""

    asal: str
    teks: str


def bahan_narasi(sesi: Session, periode: Periode, isi: IsiLaporan) -> dict[str, list[Bahan]]:
    """Section key → reading matter, oldest first. Nothing of it enters the report by itself."""
    hasil: dict[str, list[Bahan]] = {}
    if isi.jenis is JenisLaporan.TRIWULAN:
        hasil["ringkasan"] = _catatan_unit(sesi, periode.id)
        return hasil
    jenis = JenisPeriode.TRIWULAN if isi.jenis is JenisLaporan.SEMESTER else JenisPeriode.SEMESTER
    for murni in bagian(periode.murni, jenis):
        lain = sesi.execute(periode_satu(murni.tahun, murni.jenis, murni.ke)).scalar_one_or_none()
        laporan = laporan_kini(sesi, lain.id) if lain else None
        if laporan is None:
            continue
        narasi = narasi_laporan(laporan)
        for tujuan, asal in _pasangan(isi, isi_laporan(laporan)).items():
            if teks := narasi.get(asal, "").strip():
                hasil.setdefault(tujuan, []).append(Bahan(f"Laporan {murni.nama}", teks))
    return hasil


def _pasangan(isi: IsiLaporan, asal: IsiLaporan) -> dict[str, str]:
    """Section of this report → section of the earlier one; a sasaran is known again by its words."""
    tahunan = isi.jenis is JenisLaporan.TAHUNAN
    ekor = "penyebab" if tahunan else "analisis"
    hasil = {
        f"sasaran-{kini.nomor}-{ekor}": f"sasaran-{dulu.nomor}-{_ASAL_TAHUNAN['penyebab']}"
        for kini in isi.sasaran
        for dulu in asal.sasaran
        if kini.uraian == dulu.uraian
    }
    umum = ("kesimpulan", "langkah-ke-depan", "anggaran")
    if tahunan:
        return hasil | {kunci: _ASAL_TAHUNAN[kunci] for kunci in umum}
    return hasil | {kunci: kunci for kunci in ("ringkasan", "anggaran", "hambatan", "tindak_lanjut")}


def _catatan_unit(sesi: Session, periode_id: int) -> list[Bahan]:
    semua = sesi.execute(
        select(LaporanProgres)
        .options(joinedload(LaporanProgres.unit))
        .where(LaporanProgres.periode_id == periode_id)
        .order_by(LaporanProgres.unit_id)
    ).scalars()
    return [
        Bahan(p.unit.nama, p.dilewati_alasan if p.dilewati_pada else p.catatan)
        for p in semua
        if (p.dilewati_alasan if p.dilewati_pada else p.catatan).strip()
    ]


def pembagian_tugas(sesi: Session, periode_id: int) -> list[PembagianTugas]:
    """The catatan pembagian tugas of step 6, with its units."""
    return list(
        sesi.execute(
            select(PembagianTugas)
            .options(joinedload(PembagianTugas.unit))
            .where(PembagianTugas.periode_id == periode_id)
            .order_by(PembagianTugas.unit_id)
        ).scalars()
    )
