"""Catatan pembagian tugas (SOP step 6): a line per unit, sent out together as one disposisi."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.disposisi import INSTRUKSI, PANJANG_TEKS, SIAPKAN_DATA, Sifat
from kinerja.domain.jabatan import KEPALA_UNIT, Pelaku
from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan, TidakDitemukan
from kinerja.domain.mutu_baku import tambah_hari_kerja
from kinerja.domain.periode import JenisPeriode, bagian
from kinerja.domain.sop import Halaman
from kinerja.models.disposisi import Disposisi
from kinerja.models.jabatan import Jabatan, Unit
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Laporan, PembagianTugas, laporan_terbaru
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.models.tugas import Tugas
from kinerja.operations.catatan import catat
from kinerja.operations.disposisi.verba import buat_disposisi
from kinerja.operations.kalender import libur
from kinerja.operations.kelengkapan import unit_berindikator
from kinerja.operations.laporan.langkah import tugas_berhalaman
from kinerja.operations.pk_periode import pk_periode
from kinerja.operations.tugas import ambil, pastikan_dapat_dikerjakan

PANJANG_URAIAN = 2_000
HARI_KERJA_AWAL = 3
INSTRUKSI_AWAL = (INSTRUKSI[1], SIAPKAN_DATA)


@dataclass(frozen=True)
class Bagian:
    """A unit's line as shown: what is stored, or the proposal where nothing is stored yet."""

    unit: Unit
    uraian: str
    tenggat: date
    tersimpan: bool
    disposisi_id: int | None


@dataclass(frozen=True)
class IsianBagian:
    """A unit's line as typed."""

    uraian: str
    tenggat: date


def daftar_bagian(sesi: Session, tugas: Tugas, hari: date) -> list[Bagian]:
    """A line for every unit that owns an indikator or program. ``tugas.periode`` must be loaded."""
    pk = pk_periode(sesi, tugas.periode)
    ada = {b.unit_id: b for b in _baris(sesi, tugas.periode_id)}
    tenggat = tenggat_awal(sesi, tugas, hari)
    hasil = []
    for unit in unit_berindikator(pk):
        baris = ada.get(unit.id)
        hasil.append(
            Bagian(
                unit=unit,
                uraian=baris.uraian if baris else uraian_awal(tugas.periode, unit, pk),
                tenggat=(baris.tenggat if baris else None) or tenggat,
                tersimpan=baris is not None,
                disposisi_id=baris.disposisi_id if baris else None,
            )
        )
    return hasil


def uraian_awal(periode: Periode, unit: Unit, pk: PerjanjianKinerja | None) -> str:
    """The proposed words for a unit, naming its own indikator."""
    indikator = [i.uraian for s in pk.sasaran for i in s.indikator if i.unit_id == unit.id] if pk else []
    isi = (
        f"Periksa kembali angka kedua triwulan untuk {periode.nama}, "
        "lalu siapkan uraian faktor pendukung, hambatan, dan tindak lanjutnya."
    )
    if indikator:
        isi += " Indikator: " + "; ".join(indikator) + "."
    return isi[:PANJANG_URAIAN]


def tenggat_awal(sesi: Session, tugas: Tugas, hari: date) -> date:
    """The due date of the step that composes the report; at least three working days from today."""
    berikut = sesi.execute(
        select(Tugas.tenggat)
        .where(Tugas.periode_id == tugas.periode_id, Tugas.langkah > (tugas.langkah or 0))
        .order_by(Tugas.langkah)
        .limit(1)
    ).scalar_one_or_none()
    dekat = tambah_hari_kerja(hari, HARI_KERJA_AWAL, libur(kantor(sesi), hari.year))
    return max(dekat, berikut or dekat)


def simpan_pembagian(
    sesi: Session, tugas_id: int, oleh: Pelaku, pada: datetime, isian: Mapping[int, IsianBagian]
) -> list[PembagianTugas]:
    """Store the lines (unit id → line). A line changed after it was sent has to be sent again.

    Errors name the field ``uraian_<unit id>`` or ``tenggat_<unit id>``.
    """
    tugas = _ambil(sesi, tugas_id)
    jabatan = pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    hari = pada.astimezone(timezone(timedelta(hours=kantor(sesi).zona))).date()
    dikenal = {b.unit.id for b in daftar_bagian(sesi, tugas, hari)}
    if not set(isian) <= dikenal:
        raise MasukanSalah("Ada unit yang tidak mempunyai indikator pada Perjanjian Kinerja.")
    ada = {b.unit_id: b for b in _baris(sesi, tugas.periode_id)}
    sebelum = {str(b.unit_id): _isi(b) for b in ada.values()}
    for unit_id, baru in isian.items():
        uraian = _periksa(unit_id, baru, hari, ada.get(unit_id))
        baris = ada.get(unit_id)
        if baris is None:
            baris = PembagianTugas(
                periode_id=tugas.periode_id, unit_id=unit_id, uraian=uraian, tenggat=baru.tenggat
            )
            sesi.add(baris)
            ada[unit_id] = baris
        elif (baris.uraian, baris.tenggat) != (uraian, baru.tenggat):
            baris.uraian, baris.tenggat, baris.disposisi_id = uraian, baru.tenggat, None
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "simpan_pembagian",
        f"tugas:{tugas.id}",
        f"{tugas.periode.nama}: catatan pembagian tugas disimpan untuk {len(isian)} bagian.",
        sebelum,
        {str(b.unit_id): _isi(b) for b in ada.values()},
        jabatan=jabatan.nama_lengkap,
    )
    return _baris(sesi, tugas.periode_id)


def _ambil(sesi: Session, tugas_id: int) -> Tugas:
    """The step, locked; only the one of the sheet that divides the work."""
    tugas = ambil(sesi, tugas_id, kunci=True)
    if tugas_berhalaman(sesi, tugas.periode_id, {Halaman.REKAP_SEMESTER}).id != tugas.id:
        raise TidakDitemukan("Tugas tidak dibagi pada langkah ini.")
    return tugas


def _periksa(unit_id: int, isian: IsianBagian, hari: date, lama: PembagianTugas | None) -> str:
    uraian = isian.uraian.strip()
    if not uraian:
        raise MasukanSalah("Tuliskan apa yang dikerjakan bagian ini.", f"uraian_{unit_id}")
    if len(uraian) > PANJANG_URAIAN:
        raise MasukanSalah(f"Paling panjang {PANJANG_URAIAN} tanda.", f"uraian_{unit_id}")
    if isian.tenggat < hari and (lama is None or lama.tenggat != isian.tenggat):
        raise MasukanSalah("Tenggat ini sudah lewat.", f"tenggat_{unit_id}")
    return uraian


def kirim_pembagian(sesi: Session, tugas_id: int, oleh: Pelaku, pada: datetime) -> Disposisi:
    """Send every line that has not gone out: one disposisi, a branch for the head of each unit."""
    tugas = _ambil(sesi, tugas_id)
    pastikan_dapat_dikerjakan(sesi, tugas, oleh, pada)
    semua = {b.unit_id: b for b in _baris(sesi, tugas.periode_id)}
    pk = pk_periode(sesi, tugas.periode)
    unit = unit_berindikator(pk)
    kurang = [u.nama for u in unit if u.id not in semua]
    if not unit:
        raise BelumLengkap(f"Belum ada bagian: Perjanjian Kinerja {tugas.periode.tahun} belum disetujui.")
    if kurang:
        raise BelumLengkap("Simpan dahulu catatan pembagian tugas untuk: " + ", ".join(kurang) + ".")
    kirim = [(u, semua[u.id]) for u in unit if semua[u.id].disposisi_id is None]
    if not kirim:
        raise SudahDikerjakan("Disposisi pembagian tugas sudah dikirim untuk semua bagian.")
    kepala = {u.id: _kepala(sesi, u) for u, _ in kirim}
    catatan = "\n".join(f"{u.nama}: {b.uraian}" for u, b in kirim)
    if len(catatan) > PANJANG_TEKS:
        raise MasukanSalah(
            f"Catatan pembagian tugas terlalu panjang untuk satu lembar disposisi ({PANJANG_TEKS} tanda); "
            "pendekkan uraiannya."
        )
    disposisi = buat_disposisi(
        sesi,
        oleh,
        pada,
        hal=f"Pembagian tugas penyusunan laporan {tugas.periode.nama}",
        sifat=Sifat.SEGERA,
        instruksi=INSTRUKSI_AWAL,
        catatan=catatan,
        penerima=[(kepala[u.id].id, b.tenggat) for u, b in kirim],
        tugas=tugas,
    )
    for _, baris in kirim:
        baris.disposisi_id = disposisi.id
    sesi.flush()
    return disposisi


def _kepala(sesi: Session, unit: Unit) -> Jabatan:
    kepala = sesi.execute(
        select(Jabatan)
        .where(Jabatan.unit_id == unit.id, Jabatan.aktif, Jabatan.peran.in_(KEPALA_UNIT))
        .order_by(Jabatan.id)
        .limit(1)
    ).scalar_one_or_none()
    if kepala is None:
        raise BelumLengkap(f"{unit.nama} belum mempunyai jabatan kepala; lengkapi struktur kantor dahulu.")
    return kepala


def laporan_bagian(sesi: Session, periode: Periode) -> list[tuple[Periode, Laporan | None]]:
    """The two triwulan of a semester with their frozen reports (None where there is none)."""
    hasil = []
    for murni in bagian(periode.murni, JenisPeriode.TRIWULAN):
        satu = sesi.execute(periode_satu(murni.tahun, murni.jenis, murni.ke)).scalar_one_or_none()
        if satu is not None:
            beku = laporan_terbaru(satu.id).where(Laporan.dibekukan_pada.is_not(None))
            hasil.append((satu, sesi.execute(beku).scalar_one_or_none()))
    return hasil


def _baris(sesi: Session, periode_id: int) -> list[PembagianTugas]:
    pilih = select(PembagianTugas).where(PembagianTugas.periode_id == periode_id)
    return list(sesi.execute(pilih.order_by(PembagianTugas.unit_id)).scalars())


def _isi(baris: PembagianTugas) -> dict[str, object]:
    return {"uraian": baris.uraian, "tenggat": baris.tenggat, "disposisi_id": baris.disposisi_id}
