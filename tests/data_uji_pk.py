"""An approved Perjanjian Kinerja with every kind of indicator, for tests of whoever builds on it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.models.jabatan import Unit
from kinerja.models.pegawai import Pegawai
from kinerja.models.perjanjian_kinerja import (
    Indikator,
    PerjanjianKinerja,
    Program,
    RencanaAksi,
    Sasaran,
    pk_berlaku,
)

PEMERINTAHAN = "Seksi Pemerintahan"
PEMBERDAYAAN = "Seksi Pemberdayaan Masyarakat"
TRANTIB = "Seksi Ketenteraman dan Ketertiban Umum"
KESOS = "Seksi Kesejahteraan Sosial"
PELAYANAN = "Seksi Pelayanan Umum"
PERENCANAAN = "Subbag Perencanaan Keuangan dan Pelaporan"
SKALA_AKIP = ["D", "C", "CC", "B", "BB", "A", "AA"]

_Kartu = tuple[str, str, str, str, str, str, str, tuple[str, str, str, str], dict[str, Any]]

# sasaran → indikator (uraian, satuan, metode, tipe, jenis_target, unit, target tahun, target TW I–IV, lain)
SASARAN: tuple[tuple[str, tuple[_Kartu, ...]], ...] = (
    (
        "Meningkatnya kualitas pelayanan publik kecamatan",
        (
            (
                "Indeks Kepuasan Masyarakat",
                "Indeks",
                "positif",
                "rata_rata",
                "angka",
                PELAYANAN,
                "85.5",
                ("85", "85", "86", "86"),
                {"target_renstra": "88", "standar_nasional": "82"},
            ),
            (
                "Waktu rata-rata penyelesaian surat keterangan",
                "Menit",
                "negatif_b",
                "posisi_akhir",
                "rentang",
                PELAYANAN,
                "20..30",
                ("30..40", "25..35", "20..30", "20..30"),
                {},
            ),
        ),
    ),
    (
        "Meningkatnya tata kelola nagari dan peran serta masyarakat",
        (
            (
                "Persentase nagari dengan tata kelola baik",
                "Persen",
                "positif",
                "posisi_akhir",
                "angka",
                PEMERINTAHAN,
                "87",
                ("0", "43.5", "0", "87"),
                {"target_renstra": "95"},
            ),
            (
                "Jumlah lembaga kemasyarakatan yang dibina",
                "Lembaga",
                "positif",
                "kumulatif",
                "angka",
                PEMBERDAYAAN,
                "40",
                ("10", "10", "10", "10"),
                {},
            ),
            (
                "Persentase kehadiran undangan Musrenbang",
                "Persen",
                "positif",
                "posisi_akhir",
                "rentang",
                PEMBERDAYAAN,
                "80..90",
                ("80..90", "80..90", "80..90", "80..90"),
                {},
            ),
        ),
    ),
    (
        "Meningkatnya ketenteraman, ketertiban, dan kesejahteraan sosial",
        (
            (
                "Jumlah gangguan ketenteraman dan ketertiban",
                "Kejadian",
                "negatif_a",
                "kumulatif",
                "angka",
                TRANTIB,
                "12",
                ("3", "3", "3", "3"),
                {"target_renstra": "8"},
            ),
            (
                "Jumlah keluarga rentan yang belum terdata",
                "Keluarga",
                "negatif_a",
                "posisi_akhir",
                "angka",
                KESOS,
                "15",
                ("60", "45", "30", "15"),
                {},
            ),
        ),
    ),
    (
        "Meningkatnya akuntabilitas kinerja kecamatan",
        (
            (
                "Nilai SAKIP kecamatan",
                "Predikat",
                "positif",
                "posisi_akhir",
                "predikat",
                PERENCANAAN,
                "BB",
                ("B", "B", "BB", "BB"),
                {"skala": SKALA_AKIP, "target_renstra": "A"},
            ),
        ),
    ),
)
# a program per sasaran: (nama, pagu, keterangan, unit)
PROGRAM: tuple[tuple[tuple[str, str, str, str], ...], ...] = (
    (("Program Penyelenggaraan Pemerintahan dan Pelayanan Publik", "125000000", "APBD", PELAYANAN),),
    (
        ("Program Pembinaan dan Pengawasan Pemerintahan Nagari", "80000000", "APBD", PEMERINTAHAN),
        ("Program Pemberdayaan Masyarakat Nagari", "96500000", "APBD", PEMBERDAYAAN),
    ),
    (
        ("Program Koordinasi Ketenteraman dan Ketertiban Umum", "60000000", "APBD", TRANTIB),
        ("Program Penyelenggaraan Urusan Kesejahteraan Sosial", "0", "", KESOS),
    ),
    (("Program Penunjang Urusan Pemerintahan Daerah", "1250000000", "APBD", PERENCANAAN),),
)


def bangun_pk(sesi: Session, tahun: int = 2026, setujui: bool = True) -> PerjanjianKinerja:
    """Version 1 for ``tahun``: 4 sasaran, 8 indikator over 6 units, 6 programs, a rencana aksi each.

    Every metode, tipe and jenis target occurs. Approved by the Camat unless ``setujui`` is False (then a
    draft). Flushed, not committed; everything under it is loaded.
    """
    pada = datetime(tahun, 1, 20, 2, 0, tzinfo=UTC)
    unit = {u.nama: u for u in sesi.execute(select(Unit)).scalars()}
    pegawai = {p.nama_pengguna: p for p in sesi.execute(select(Pegawai)).scalars()}
    pk = PerjanjianKinerja(
        tahun=tahun,
        versi=1,
        tempat="Tarusan",
        tanggal=date(tahun, 1, 20),
        pihak_pertama_nama=pegawai["camat"].nama,
        pihak_pertama_jabatan="Camat Koto XI Tarusan",
        pihak_pertama_nip="197501012000031001",
        pihak_pertama_pangkat="Pembina",
        pihak_kedua_nama="Bupati Uji",
        pihak_kedua_jabatan="Bupati Pesisir Selatan",
        dibuat_pada=pada,
        sasaran=[
            Sasaran(urut=ke, uraian=uraian, indikator=[], program=[])
            for ke, (uraian, _) in enumerate(SASARAN, 1)
        ],
    )
    if setujui:
        pk.diajukan_pada, pk.diajukan_oleh_id = pada, pegawai["kasubag_perencanaan"].id
        pk.disetujui_pada, pk.disetujui_oleh_id = pada, pegawai["camat"].id
        pk.disetujui_oleh_nama = pegawai["camat"].nama
    for sasaran, (_, kartu), program in zip(pk.sasaran, SASARAN, PROGRAM, strict=True):
        for ke, satu in enumerate(kartu, 1):
            sasaran.indikator.append(_indikator(ke, satu, unit))
        for ke, (nama, pagu, keterangan, nama_unit) in enumerate(program, 1):
            sasaran.program.append(
                Program(
                    urut=ke,
                    nama=nama,
                    pagu=Decimal(pagu),
                    keterangan=keterangan,
                    unit=unit[nama_unit],
                )
            )
    sesi.add(pk)
    sesi.flush()
    return sesi.execute(_pilih(tahun)).scalar_one() if setujui else pk


def _pilih(tahun: int) -> Any:
    return pk_berlaku(tahun).execution_options(populate_existing=True)


def _indikator(ke: int, kartu: _Kartu, unit: dict[str, Unit]) -> Indikator:
    uraian, satuan, metode, tipe, jenis, nama_unit, tahun, triwulan, lain = kartu
    return Indikator(
        urut=ke,
        uraian=uraian,
        definisi=f"Cara mengukur: {uraian.lower()}.",
        satuan=satuan,
        metode=metode,
        tipe=tipe,
        jenis_target=jenis,
        sumber=f"Laporan {nama_unit}",
        unit=unit[nama_unit],
        target_tahun=tahun,
        target_tw1=triwulan[0],
        target_tw2=triwulan[1],
        target_tw3=triwulan[2],
        target_tw4=triwulan[3],
        rencana_aksi=[
            RencanaAksi(
                kegiatan=f"Rapat koordinasi: {uraian.lower()}",
                target_tw1="1 rapat",
                target_tw2="1 rapat",
                target_tw3="1 rapat",
                target_tw4="1 rapat",
                pelaksana=nama_unit,
            )
        ],
        **lain,
    )
