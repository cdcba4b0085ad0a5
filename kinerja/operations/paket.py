"""Asking for an inspection pack and saying what became of it. One is made at a time."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan
from kinerja.models.catatan import Catatan
from kinerja.models.pemeriksaan import PaketInspeksi
from kinerja.operations.catatan import catat
from kinerja.operations.paket_isi import tahun_ada

DIBUAT, SIAP, GAGAL = "dibuat", "siap", "gagal"
TERPUTUS = "Pembuatannya terputus karena server dimatikan. Buat sekali lagi."
ANTRE = "Menunggu giliran"
DIANGGAP_MATI = timedelta(hours=2)
DAFTAR_TERBANYAK = 20


def minta(sesi: Session, tahun: int, oleh: Pelaku | None, pada: datetime) -> PaketInspeksi:
    """The row of a pack about to be made; ``oleh`` None: from the command line.

    Raises MasukanSalah for a year never opened, SudahDikerjakan while another one is being made.
    """
    if tahun not in tahun_ada(sesi):
        raise MasukanSalah("Pilih tahun yang sudah dibuka.", "tahun")
    tutup_terputus(sesi, pada, pada - DIANGGAP_MATI)
    lain = sesi.execute(select(PaketInspeksi).where(PaketInspeksi.keadaan == DIBUAT)).scalars().first()
    if lain is not None:
        raise SudahDikerjakan(
            f"Paket {lain.tahun} sedang dibuat atas permintaan {lain.diminta_oleh_nama}. "
            "Tunggu sampai selesai, lalu coba lagi."
        )
    paket = PaketInspeksi(
        tahun=tahun,
        diminta_pada=pada,
        diminta_oleh_nama=oleh.nama if oleh else "baris perintah",
        keadaan=DIBUAT,
        kemajuan=ANTRE,
    )
    sesi.add(paket)
    sesi.flush()
    uraian = f"Paket inspeksi {tahun} diminta."
    catat(sesi, oleh, pada, "minta_paket", f"paket_inspeksi:{paket.id}", uraian, sesudah={"tahun": tahun})
    return paket


def antrean(sesi: Session) -> PaketInspeksi | None:
    """The pack that waits for the server's maker."""
    pilih = select(PaketInspeksi).where(PaketInspeksi.keadaan == DIBUAT, PaketInspeksi.kemajuan == ANTRE)
    return sesi.execute(pilih.order_by(PaketInspeksi.id)).scalars().first()


def maju(sesi: Session, paket_id: int, selesai: int, jumlah: int, kata: str) -> None:
    """How far it is; no act."""
    paket = sesi.get_one(PaketInspeksi, paket_id)
    paket.selesai, paket.jumlah, paket.kemajuan = selesai, jumlah, kata[:200]
    sesi.flush()


def siap(
    sesi: Session,
    paket_id: int,
    sha256: str,
    ukuran: int,
    jumlah: int,
    tertinggal: int,
    kepala: Catatan,
    pada: datetime,
) -> PaketInspeksi:
    """The zip lies on the disk under its name, with ``jumlah`` files and without ``tertinggal`` others."""
    paket = sesi.get_one(PaketInspeksi, paket_id)
    paket.keadaan, paket.selesai, paket.jumlah = SIAP, jumlah, jumlah + tertinggal
    paket.kemajuan = (
        f"{tertinggal} berkas tidak dapat disertakan; sebabnya ada pada halaman isi." if tertinggal else ""
    )
    paket.sha256, paket.ukuran = sha256, ukuran
    paket.kepala_seq, paket.kepala_hash = kepala.seq, kepala.hash
    sesi.flush()
    catat(
        sesi,
        None,
        pada,
        "siapkan_paket",
        f"paket_inspeksi:{paket.id}",
        f"Paket inspeksi {paket.tahun} yang diminta {paket.diminta_oleh_nama} selesai dibuat.",
        sesudah={"sha256": sha256, "ukuran": ukuran, "tertinggal": tertinggal, "kepala": kepala.seq},
    )
    return paket


def gagalkan(sesi: Session, paket_id: int, alasan: str, pada: datetime) -> None:
    """It did not come to be; ``alasan`` is a sentence."""
    paket = sesi.get_one(PaketInspeksi, paket_id)
    paket.keadaan, paket.kemajuan = GAGAL, alasan[:500]
    sesi.flush()
    uraian = f"Paket inspeksi {paket.tahun} yang diminta {paket.diminta_oleh_nama} gagal dibuat."
    catat(sesi, None, pada, "gagalkan_paket", f"paket_inspeksi:{paket.id}", uraian)


def tutup_terputus(sesi: Session, pada: datetime, sebelum: datetime | None = None) -> int:
    """Packs whose maker died have failed: all that are unfinished, or those asked for before ``sebelum``."""
    pilih = select(PaketInspeksi.id).where(PaketInspeksi.keadaan == DIBUAT)
    if sebelum is not None:
        pilih = pilih.where(PaketInspeksi.diminta_pada < sebelum)
    mati = list(sesi.execute(pilih).scalars())
    for nomor in mati:
        gagalkan(sesi, nomor, TERPUTUS, pada)
    return len(mati)


def daftar_paket(sesi: Session) -> list[PaketInspeksi]:
    """The latest, newest first."""
    pilih = select(PaketInspeksi).order_by(PaketInspeksi.id.desc()).limit(DAFTAR_TERBANYAK)
    return list(sesi.execute(pilih).scalars())
