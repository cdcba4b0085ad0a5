"""The facts a report is made from, as plain values; whoever loads them from rows fills these in.

Targets and realisasi are the stored texts of ``kinerja.domain.target``; a mapping's keys are triwulan 1–4,
and a triwulan that is not in it is not filled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.domain.aturan import Aturan
from kinerja.domain.capaian import Metode, Tipe
from kinerja.domain.nisbah import Nisbah
from kinerja.domain.target import JenisTarget, Skala

EmpatTarget = tuple[str | None, str | None, str | None, str | None]


@dataclass(frozen=True)
class DataRealisasi:
    """What a unit reported for one indikator and triwulan; ``nilai`` None without ``na`` is "belum diisi".

    ``pembilang`` and ``penyebut`` (stored numbers) only for an indikator that is a part of a whole.
    """

    nilai: str | None
    na: bool = False
    alasan_na: str = ""
    faktor_pendukung: str = ""
    hambatan: str = ""
    tindak_lanjut: str = ""
    jumlah_bukti: int = 0
    pembilang: str | None = None
    penyebut: str | None = None


@dataclass(frozen=True)
class DataTahun:
    """A year before kinerja, as typed on the card: stored target and realisasi texts."""

    tahun: int
    target: str | None
    realisasi: str | None


@dataclass(frozen=True)
class DataIndikator:
    """An indikator card of the PK with its targets and what was reported.

    ``sebelumnya_id`` names the indikator of last year's report it continues; without it the same uraian and
    satuan are looked for. ``target_renstra`` and ``standar_nasional`` are stored target texts, too.
    """

    id: int
    nomor: str
    uraian: str
    satuan: str
    metode: Metode
    tipe: Tipe
    jenis_target: JenisTarget
    penanggung_jawab: str
    target_tahun: str | None
    target_triwulan: EmpatTarget
    skala: Skala = ()
    realisasi: Mapping[int, DataRealisasi] = field(default_factory=dict)
    sebelumnya_id: int | None = None
    target_renstra: str | None = None
    standar_nasional: str | None = None
    standar_sumber: str = ""
    riwayat: tuple[DataTahun, ...] = ()
    kegiatan: tuple[str, ...] = ()
    nisbah: Nisbah | None = None


@dataclass(frozen=True)
class DataProgram:
    """A program under a sasaran; ``pagu`` for the year in rupiah.

    ``realisasi_anggaran``: rupiah spent *in* each triwulan (not a running total); they are added up here.
    """

    id: int
    nomor: str
    nama: str
    sasaran_id: int
    pagu: Decimal
    keterangan: str = ""
    realisasi_anggaran: Mapping[int, Decimal | None] = field(default_factory=dict)


@dataclass(frozen=True)
class DataSasaran:
    """A sasaran strategis with its indikator and program, each in the order of the PK."""

    id: int
    nomor: str
    uraian: str
    indikator: tuple[DataIndikator, ...]
    program: tuple[DataProgram, ...] = ()


@dataclass(frozen=True)
class DataLaporan:
    """A year's facts; ``versi_pk`` names the version of the PK, as reports print it ("PK Perubahan 2025")."""

    tahun: int
    versi_pk: str
    sasaran: tuple[DataSasaran, ...]
    aturan: Aturan = field(default_factory=Aturan)
