"""Bukti: files that show a realisasi. A wrong one is marked dicabut with the reason and stays on record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakDitemukan
from kinerja.models.berkas import Berkas
from kinerja.models.realisasi import Bukti
from kinerja.operations.catatan import catat
from kinerja.operations.realisasi.cari import indikator_berlaku, triwulan
from kinerja.operations.realisasi.hak import pastikan_boleh_isi
from kinerja.operations.realisasi.verba import PANJANG_ALASAN, baris_realisasi

MAKS_BUKTI = 50  # per indicator and triwulan


def tambah_bukti(
    sesi: Session,
    periode_id: int,
    identitas: int,
    berkas: Sequence[Berkas],
    keterangan: str,
    oleh: Pelaku,
    pada: datetime,
) -> list[Bukti]:
    """Hang received files on an indicator's realisasi; the figure itself may still be missing."""
    periode = triwulan(sesi, periode_id)
    indikator = indikator_berlaku(sesi, periode, identitas)
    if indikator is None:
        raise TidakDitemukan("Indikator itu tidak ada dalam Perjanjian Kinerja yang dipakai triwulan ini.")
    jabatan = pastikan_boleh_isi(sesi, periode, indikator.unit_id, oleh, identitas)
    if len(keterangan) > PANJANG_ALASAN:
        raise MasukanSalah(f"Paling panjang {PANJANG_ALASAN} tanda.", "keterangan")
    realisasi = baris_realisasi(sesi, periode, identitas, oleh, pada)
    if sum(b.dicabut_pada is None for b in realisasi.bukti) + len(berkas) > MAKS_BUKTI:
        raise MasukanSalah(f"Paling banyak {MAKS_BUKTI} bukti untuk satu indikator.", "bukti")
    hasil = [
        Bukti(realisasi_id=realisasi.id, berkas_id=satu.id, keterangan=keterangan.strip()) for satu in berkas
    ]
    sesi.add_all(hasil)
    sesi.flush()
    nama = ", ".join(f"“{satu.nama}”" for satu in berkas)
    catat(
        sesi,
        oleh,
        pada,
        "unggah_bukti",
        f"realisasi:{realisasi.id}",
        f"{periode.nama}: bukti {nama} diunggah untuk “{indikator.uraian}”.",
        sesudah=[{"bukti": b.id, "sha256": f.sha256} for b, f in zip(hasil, berkas, strict=True)],
        jabatan=jabatan.nama_lengkap,
    )
    return hasil


def cabut_bukti(
    sesi: Session, periode_id: int, bukti_id: int, alasan: str, oleh: Pelaku, pada: datetime
) -> Bukti:
    """Mark a wrong bukti; file and row stay."""
    periode = triwulan(sesi, periode_id)
    bukti = sesi.execute(
        select(Bukti)
        .options(joinedload(Bukti.realisasi), joinedload(Bukti.berkas))
        .where(Bukti.id == bukti_id)
        .execution_options(populate_existing=True)
    ).scalar_one_or_none()
    if bukti is None or (bukti.realisasi.tahun, bukti.realisasi.triwulan) != (periode.tahun, periode.ke):
        raise TidakDitemukan("Bukti itu tidak ada.")
    identitas = bukti.realisasi.indikator_id
    indikator = indikator_berlaku(sesi, periode, identitas)
    if indikator is None:
        raise TidakDitemukan("Bukti itu tidak ada.")
    jabatan = pastikan_boleh_isi(sesi, periode, indikator.unit_id, oleh, identitas)
    if bukti.dicabut_pada is not None:
        raise SudahDikerjakan("Bukti ini sudah dicabut.")
    if not alasan.strip():
        raise MasukanSalah("Tuliskan mengapa bukti ini dicabut.", "alasan")
    if len(alasan) > PANJANG_ALASAN:
        raise MasukanSalah(f"Paling panjang {PANJANG_ALASAN} tanda.", "alasan")
    bukti.dicabut_pada, bukti.dicabut_alasan = pada, alasan.strip()
    sesi.flush()
    catat(
        sesi,
        oleh,
        pada,
        "cabut_bukti",
        f"realisasi:{bukti.realisasi_id}",
        f"{periode.nama}: bukti “{bukti.berkas.nama}” untuk “{indikator.uraian}” dicabut. "
        f"Alasan: {alasan.strip()}",
        sesudah={"bukti": bukti.id},
        jabatan=jabatan.nama_lengkap,
    )
    return bukti
