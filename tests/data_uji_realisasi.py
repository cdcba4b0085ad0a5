"""Realisasi of a whole triwulan, filled and sent by every unit, for tests of whoever builds on it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.archive.gudang import simpan
from kinerja.domain.jabatan import KEPALA_UNIT, Pelaku
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.target import JenisTarget
from kinerja.models.berkas import Berkas
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.perjanjian_kinerja import Indikator, pk_berlaku
from kinerja.models.realisasi import Bukti, LaporanProgres, Realisasi, RealisasiAnggaran
from kinerja.operations.disposisi.permintaan import selesaikan_cabang_unit
from kinerja.operations.kelengkapan import unit_berindikator
from kinerja.operations.orang import pelaku_dari
from tests.data_uji_berkas import png

PADA = datetime(2026, 10, 8, 3, 0, tzinfo=UTC)

# uraian of tests/data_uji_pk.py → realisasi TW I–IV, stored form
NILAI: dict[str, tuple[str, str, str, str]] = {
    "Indeks Kepuasan Masyarakat": ("84.2", "85.75", "86.4", "87"),
    "Waktu rata-rata penyelesaian surat keterangan": ("42", "33", "28", "25"),
    "Persentase nagari dengan tata kelola baik": ("21.74", "47.83", "69.57", "86.96"),
    "Jumlah lembaga kemasyarakatan yang dibina": ("8", "11", "10", "12"),
    "Persentase kehadiran undangan Musrenbang": ("91.5", "92", "92", "92"),
    "Jumlah gangguan ketenteraman dan ketertiban": ("4", "2", "3", "1"),
    "Jumlah keluarga rentan yang belum terdata": ("58", "45", "33", "15"),
    "Nilai SAKIP kecamatan": ("B", "B", "BB", "BB"),
}
BAGIAN_PAGU = (Decimal("0.18"), Decimal("0.22"), Decimal("0.25"), Decimal("0.3"))


def triwulan_uji(sesi: Session, ke: int = 3, tahun: int = 2026) -> Periode:
    """The row of one triwulan, with its sheet."""
    pilih = periode_satu(tahun, JenisPeriode.TRIWULAN, ke).options(joinedload(Periode.lembar_sop))
    return sesi.execute(pilih).scalar_one()


def kepala_uji(sesi: Session, unit_id: int) -> Pelaku:
    """Whoever heads a unit, as the domain knows them."""
    pegawai = sesi.execute(
        select(Pegawai)
        .join(Penugasan, Penugasan.pegawai_id == Pegawai.id)
        .join(Jabatan, Jabatan.id == Penugasan.jabatan_id)
        .where(Jabatan.unit_id == unit_id, Jabatan.peran.in_(KEPALA_UNIT))
        .limit(1)
    ).scalar_one()
    return pelaku_dari(sesi, pegawai, PADA.date())


def isi_semua(
    sesi: Session,
    periode: Periode,
    pada: datetime = PADA,
    *,
    nilai: Mapping[str, str | None] | None = None,
    bukti: bool = True,
    kirim: bool = True,
    data: Path | None = None,
) -> list[LaporanProgres]:
    """Write rows as if every unit had filled a triwulan and sent it (no audit rows; flushed, not committed).

    ``nilai``: uraian → stored realisasi instead of ``NILAI``, None for n/a. Money: a fixed part of the pagu.
    ``bukti``: a small picture each; with ``data`` its bytes go into the store of that data folder, too.
    With ``kirim`` the open branches of the request are finished as sending does.
    """
    pk = sesi.execute(pk_berlaku(periode.tahun)).scalar_one()
    kepala = {u.id: kepala_uji(sesi, u.id) for u in unit_berindikator(pk)}
    for sasaran in pk.sasaran:
        for i in sasaran.indikator:
            oleh = kepala[i.unit_id]
            isi = (nilai or {}).get(i.uraian, _bawaan(i, periode.ke))
            realisasi = Realisasi(
                indikator_id=i.identitas,
                tahun=periode.tahun,
                triwulan=periode.ke,
                nilai=isi,
                na=isi is None,
                alasan_na="Belum diukur pada triwulan ini." if isi is None else "",
                faktor_pendukung=f"Dukungan untuk {i.uraian.lower()}.",
                hambatan="Jarak antarnagari.",
                tindak_lanjut="Jadwal kunjungan disusun ulang.",
                diisi_pada=pada,
                diisi_oleh_id=oleh.pegawai_id,
                diisi_oleh_nama=oleh.nama,
                bukti=[],
            )
            sesi.add(realisasi)
            if bukti and isi is not None:
                sesi.flush()
                berkas = _berkas(sesi, f"bukti {i.id}.png", oleh, pada, data)
                sesi.add(Bukti(realisasi_id=realisasi.id, berkas_id=berkas.id))
        for p in sasaran.program:
            sesi.add(
                RealisasiAnggaran(
                    program_id=p.identitas,
                    tahun=periode.tahun,
                    triwulan=periode.ke,
                    nilai=(p.pagu * BAGIAN_PAGU[periode.ke - 1]).quantize(Decimal(1)),
                    diisi_pada=pada,
                    diisi_oleh_id=kepala[p.unit_id].pegawai_id,
                )
            )
    sesi.flush()
    return [_kirim(sesi, periode, unit_id, oleh, pada) for unit_id, oleh in kepala.items()] if kirim else []


def _bawaan(indikator: Indikator, ke: int) -> str:
    if indikator.uraian in NILAI:
        return NILAI[indikator.uraian][ke - 1]
    target = indikator.target_triwulan[ke - 1] or indikator.target_tahun
    return target.partition("..")[0] if indikator.jenis_target == JenisTarget.RENTANG else target


def _berkas(sesi: Session, nama: str, oleh: Pelaku, pada: datetime, data: Path | None) -> Berkas:
    isi = png()
    if data is not None:
        simpan(data, io.BytesIO(isi), len(isi))
    berkas = Berkas(
        sha256=hashlib.sha256(isi).hexdigest(),
        ukuran=len(isi),
        jenis="image/png",
        nama=nama,
        diterima_pada=pada,
        diterima_oleh=oleh.pegawai_id,
    )
    sesi.add(berkas)
    sesi.flush()
    return berkas


def _kirim(sesi: Session, periode: Periode, unit_id: int, oleh: Pelaku, pada: datetime) -> LaporanProgres:
    laporan = LaporanProgres(
        periode_id=periode.id,
        unit_id=unit_id,
        catatan="Sesuai rencana.",
        dikirim_pada=pada,
        dikirim_oleh_id=oleh.pegawai_id,
        dikirim_oleh_nama=oleh.nama,
    )
    sesi.add(laporan)
    sesi.flush()
    selesaikan_cabang_unit(sesi, periode.id, unit_id, oleh, pada)
    return laporan
