"""Reports of the hand-worked office (tests/data/hitungan_tangan.toml), with narrative and annexes."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kinerja.documents.laporan.naskah import (
    BarisPembagian,
    KoreksiCetak,
    Laporan,
    Pelengkap,
    TemuanCetak,
    susun,
)
from kinerja.domain.laporan import susun_semester, susun_tahunan, susun_triwulan
from kinerja.domain.laporan_data import DataIndikator, DataLaporan, DataSasaran
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.narasi import bagian_narasi
from tests.documents.contoh import CAMAT, KANTOR
from tests.documents.contoh_pk import pk
from tests.domain.conftest import BERKAS, _indikator, _program

NARASI = (
    "Pada masa ini kecamatan memusatkan perhatian pada pembinaan nagari dan tertib administrasi. "
    "Sebagian besar indikator mencapai targetnya, sedangkan yang belum tercapai terutama disebabkan oleh "
    "jadwal kegiatan yang bergeser ke masa berikutnya.\n"
    "Untuk itu sudah dilakukan rapat koordinasi dengan wali nagari dan penyesuaian jadwal kegiatan."
)


def _ceritakan(satu: DataIndikator) -> DataIndikator:
    isian = {
        ke: replace(
            r,
            faktor_pendukung="Dukungan wali nagari dan tersedianya data sejak awal triwulan.",
            hambatan="Sebagian laporan nagari terlambat masuk.",
            tindak_lanjut="Pendampingan langsung ke nagari yang terlambat.",
            jumlah_bukti=2,
        )
        for ke, r in satu.realisasi.items()
    }
    return replace(satu, realisasi=isian, target_renstra="90" if satu.id == 11 else None)


def fakta() -> DataLaporan:
    """The office of the table, with what its units wrote."""
    tabel = tomllib.loads(BERKAS.read_text(encoding="utf-8"))
    sasaran = tuple(
        DataSasaran(
            s["id"],
            s["nomor"],
            s["uraian"],
            tuple(_ceritakan(_indikator(i)) for i in s["indikator"]),
            tuple(_program(p, s["id"]) for p in s["program"]),
        )
        for s in tabel["sasaran"]
    )
    return DataLaporan(tabel["tahun"], "Perjanjian Kinerja Perubahan ke-1 Tahun 2025", sasaran)


def pelengkap(isi: IsiLaporan, **ubah: Any) -> Pelengkap:
    """Everything a report can carry."""
    lengkap = Pelengkap(
        kantor=KANTOR,
        penandatangan=CAMAT,
        narasi={b.kunci: NARASI for b in bagian_narasi(isi)},
        temuan=(
            TemuanCetak(
                "Indikator 1.2 triwulan II: nilainya turun dari 3 menjadi 2.",
                "Satu dokumen selesai pada awal triwulan berikutnya.",
                "Kasubag Perencanaan",
            ),
            TemuanCetak("Program 2 mempunyai pagu 0.", ""),
        ),
        koreksi=(
            KoreksiCetak(
                "Angka realisasi", "Realisasi 1.2 seharusnya 4.", "Kasi Pemerintahan", "Sudah diperbaiki."
            ),
        ),
        pembagian_tugas=(
            BarisPembagian("Seksi Pemerintahan", "Menyusun uraian sasaran 1.", "10 Januari 2026"),
            BarisPembagian("Seksi Pelayanan Umum", "Menyusun uraian sasaran 2."),
        ),
        pk=pk(),
        tanggapan_atasan=(("Camat", "Lengkapi uraian sasaran 2."),),
        nomor="000.8.6.3/7/CMT-TRS/2025",
        kode="2025-0007",
        jangkar="412 · 9f3ab1",
    )
    return replace(lengkap, **ubah)


def triwulan(ke: int = 3, **ubah: Any) -> Laporan:
    return _laporan(lambda d: susun_triwulan(d, ke), **ubah)


def semester(ke: int = 2, **ubah: Any) -> Laporan:
    return _laporan(lambda d: susun_semester(d, ke), **ubah)


def tahunan(**ubah: Any) -> Laporan:
    """With last year beside it: the same figures a year earlier."""
    lalu = susun_tahunan(replace(fakta(), tahun=2024))
    return _laporan(lambda d: susun_tahunan(d, lalu), **ubah)


def _laporan(susun_isi: Callable[[DataLaporan], IsiLaporan], **ubah: Any) -> Laporan:
    isi = susun_isi(fakta())
    return susun(isi, pelengkap(isi, **ubah))
