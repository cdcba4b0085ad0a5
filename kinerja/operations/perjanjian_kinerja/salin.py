"""Copying the content of a PK: into its next version, into the next year, and rencana aksi on approval."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.models.perjanjian_kinerja import (
    Indikator,
    PerjanjianKinerja,
    Program,
    RencanaAksi,
    Sasaran,
    pk_berlaku,
)
from kinerja.operations.catatan import catat
from kinerja.operations.perjanjian_kinerja.verba import buat_pk, objek_pk

KARTU = (
    "urut",
    "uraian",
    "definisi",
    "satuan",
    "metode",
    "tipe",
    "jenis_target",
    "skala",
    "sumber",
    "unit_id",
    "target_tahun",
    "target_tw1",
    "target_tw2",
    "target_tw3",
    "target_tw4",
    "target_renstra",
    "standar_nasional",
    "standar_sumber",
    "rumus",
    "frekuensi",
    "medium",
    "pembilang",
    "penyebut",
    "pengali",
    "riwayat",
)
PROGRAM = ("urut", "nama", "pagu", "keterangan", "unit_id")
AKSI = ("kegiatan", "target_tw1", "target_tw2", "target_tw3", "target_tw4", "pelaksana")


def salin_isi(asal: PerjanjianKinerja, identitas: bool) -> list[Sasaran]:
    """New rows with the same content. ``identitas``: the same indikator and program, for a next version."""
    return [
        Sasaran(
            urut=s.urut,
            uraian=s.uraian,
            indikator=[
                Indikator(
                    asal_id=i.identitas if identitas else None,
                    **{medan: getattr(i, medan) for medan in KARTU},
                )
                for i in s.indikator
            ],
            program=[
                Program(
                    asal_id=p.identitas if identitas else None,
                    **{medan: getattr(p, medan) for medan in PROGRAM},
                )
                for p in s.program
            ],
        )
        for s in asal.sasaran
    ]


def salin_rencana_aksi(sesi: Session, lama: PerjanjianKinerja, baru: PerjanjianKinerja) -> int:
    """Give the indikator of ``baru`` the rencana aksi they have in ``lama``; returns how many rows."""
    milik = {i.identitas: i.rencana_aksi for s in lama.sasaran for i in s.indikator}
    jumlah = 0
    for sasaran in baru.sasaran:
        for indikator in sasaran.indikator:
            if indikator.rencana_aksi:
                continue
            for aksi in milik.get(indikator.identitas, []):
                isi = {medan: getattr(aksi, medan) for medan in AKSI}
                indikator.rencana_aksi.append(RencanaAksi(**isi))
                jumlah += 1
    sesi.flush()
    return jumlah


def buat_pk_dari_tahun_lalu(sesi: Session, tahun: int, oleh: Pelaku, pada: datetime) -> PerjanjianKinerja:
    """``buat_pk`` filled with last year's sasaran, indikator and program, to be gone through and changed."""
    asal = sesi.execute(pk_berlaku(tahun - 1)).scalar_one_or_none()
    if asal is None:
        raise TidakDitemukan(f"Perjanjian Kinerja {tahun - 1} yang disetujui tidak ada.")
    pk = buat_pk(sesi, tahun, oleh, pada)
    pk.sasaran = salin_isi(asal, identitas=False)
    sesi.flush()
    catat(sesi, oleh, pada, "salin", objek_pk(pk), f"Isi {asal.nama} disalin ke draf {pk.nama}.")
    return pk
