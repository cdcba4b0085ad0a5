"""Mending a figure of a triwulan that is signed already: its unit's cells open again, on record.

The archived report stays as it is; it says "angka berubah sejak laporan" once the figure is another.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah
from kinerja.models.periode import Periode
from kinerja.models.realisasi import LaporanProgres, PengembalianProgres
from kinerja.operations.catatan import catat
from kinerja.operations.laporan.revisi import perevisi, periksa_alasan
from kinerja.operations.realisasi.cari import triwulan
from kinerja.operations.realisasi.hak import laporan_unit
from kinerja.operations.realisasi.isian import IsianUnit, isian_semua


def buka_perbaikan(
    sesi: Session, periode_id: int, identitas: Iterable[int], alasan: str, oleh: Pelaku, pada: datetime
) -> list[PengembalianProgres]:
    """Open these indikator (identitas) of a closed triwulan to their units again; one return per unit.

    By the Kasubag Perencanaan. Money of those units opens with them. Raises BelumLengkap while the triwulan
    is not closed, MasukanSalah (medan "indikator" or "alasan").
    """
    jabatan = perevisi(oleh)
    periode = triwulan(sesi, periode_id)
    if periode.ditutup_pada is None:
        raise BelumLengkap(
            f"{periode.nama} belum disahkan. Kembalikan lewat langkah yang sedang terbuka; "
            "angkanya diperbaiki unit seperti biasa."
        )
    dipilih = set(identitas)
    semua = isian_semua(sesi, periode)
    dikenal = {i.indikator.identitas for unit in semua for i in unit.indikator}
    if not dipilih:
        raise MasukanSalah("Pilih sedikitnya satu indikator yang angkanya diperbaiki.", "indikator")
    if not dipilih <= dikenal:
        raise MasukanSalah("Pilih indikator dari Perjanjian Kinerja triwulan ini.", "indikator")
    rapi = periksa_alasan(alasan)
    hasil = []
    for unit in semua:
        milik = {i.indikator.identitas: i.nomor for i in unit.indikator if i.indikator.identitas in dipilih}
        if not milik:
            continue
        kembali = _buka_unit(sesi, periode, unit, sorted(milik), rapi, oleh, pada)
        hasil.append(kembali)
        catat(
            sesi,
            oleh,
            pada,
            "buka_perbaikan",
            f"laporan_progres:{kembali.laporan_progres_id}",
            f"{periode.nama} yang sudah disahkan: angka indikator {', '.join(milik.values())} "
            f"dibuka untuk diperbaiki {unit.unit.nama}. Alasan: {rapi}",
            sesudah={"pengembalian": kembali.id, "indikator": sorted(milik)},
            jabatan=jabatan.nama_lengkap,
        )
    return hasil


def _buka_unit(
    sesi: Session,
    periode: Periode,
    unit: IsianUnit,
    indikator: list[int],
    alasan: str,
    oleh: Pelaku,
    pada: datetime,
) -> PengembalianProgres:
    laporan = laporan_unit(sesi, periode.id, unit.unit.id, kunci=True)
    if laporan is None:
        laporan = LaporanProgres(periode_id=periode.id, unit_id=unit.unit.id)
        sesi.add(laporan)
    laporan.dikirim_pada = None
    laporan.dilewati_pada, laporan.dilewati_alasan = None, ""
    sesi.flush()
    kembali = PengembalianProgres(
        laporan_progres_id=laporan.id,
        alasan=alasan,
        indikator_id=indikator,
        oleh_id=oleh.pegawai_id,
        oleh_nama=oleh.nama,
        pada=pada,
    )
    sesi.add(kembali)
    sesi.flush()
    return kembali
