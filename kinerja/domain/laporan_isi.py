"""The computed content of a report: every figure a ``Decimal`` (or stored text), or the reason it is missing.

Frozen with the report as JSON (``laporan_json``) and printed from there; nothing is computed while printing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from kinerja.domain.aturan import SUSULAN, Aturan, susulan
from kinerja.domain.capaian import Capaian, Metode, Tipe, sebut_gabung
from kinerja.domain.masa import Masa
from kinerja.domain.nisbah import Nisbah
from kinerja.domain.target import JenisTarget, Skala

SKEMA = 1


class JenisLaporan(StrEnum):
    """The three reports of the SOP."""

    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUNAN = "tahunan"


class _BerMasa(Protocol):
    @property
    def masa(self) -> Masa: ...


_T = TypeVar("_T", bound=_BerMasa)


def _pada(kolom: Iterable[_T], masa: Masa | str) -> _T:
    for satu in kolom:
        if satu.masa == masa:
            return satu
    raise KeyError(masa)


@dataclass(frozen=True)
class Ukuran:
    """Target, realisasi and capaian of an indikator in one span.

    ``target`` and ``realisasi`` are stored texts for ``tulis_target`` and ``tulis_realisasi``; ``alasan``
    says why there is no realisasi ("belum diisi", "n/a: …"). ``pembilang`` and ``penyebut``: the two numbers
    that the realisasi was worked out from, where one pair stands behind it.
    """

    masa: Masa
    target: str | None
    realisasi: str | None
    alasan: str | None
    capaian: Capaian
    pembilang: str | None = susulan(None)
    penyebut: str | None = susulan(None)


@dataclass(frozen=True)
class UraianTriwulan:
    """What the unit wrote for one triwulan, word for word."""

    triwulan: int
    faktor_pendukung: str
    hambatan: str
    tindak_lanjut: str
    jumlah_bukti: int


@dataclass(frozen=True)
class Banding:
    """This year against last year.

    ``selisih_capaian`` in poin persen; ``selisih_realisasi`` in the indikator's satuan (poin persen where
    that is "%"). ``catatan`` says why a difference is missing or should be read with care.
    """

    realisasi_lalu: str | None
    capaian_lalu: Capaian
    selisih_realisasi: Decimal | None
    selisih_capaian: Decimal | None
    catatan: str | None = None


@dataclass(frozen=True)
class Patokan:
    """The year's realisasi held against another mark: the renstra target or a national standard.

    ``sumber``: the rule a national standard stands in, as the card says; empty where it does not.
    """

    target: str
    capaian: Capaian
    sumber: str = susulan("")


@dataclass(frozen=True)
class TahunSilam:
    """One earlier year of an indikator; ``sumber`` says in words where its figures stand."""

    tahun: int
    target: str | None
    realisasi: str | None
    capaian: Capaian
    sumber: str


@dataclass(frozen=True)
class BarisIndikator:
    """One indikator with a ``Ukuran`` per column; ``predikat`` is of the report's main span.

    ``banding``, ``renstra`` and ``standar`` are only in the yearly report.
    """

    id: int
    nomor: str
    uraian: str
    satuan: str
    metode: Metode
    tipe: Tipe
    jenis_target: JenisTarget
    skala: Skala
    penanggung_jawab: str
    rumus: str
    target_tahun: str | None
    target_triwulan: tuple[str | None, ...]
    ukuran: tuple[Ukuran, ...]
    uraian_triwulan: tuple[UraianTriwulan, ...]
    predikat: str | None
    banding: Banding | None = None
    renstra: Patokan | None = None
    standar: Patokan | None = None
    riwayat: tuple[TahunSilam, ...] = susulan(())
    """Earlier years, oldest first; only in the yearly report."""
    kegiatan: tuple[str, ...] = susulan(())
    """The activities of the rencana aksi."""
    nisbah: Nisbah | None = field(default=None, metadata={SUSULAN: True})
    """What is divided by what, where the realisasi is worked out from two numbers."""

    def pada(self, masa: Masa | str) -> Ukuran:
        """The figures of one span; ``KeyError`` where this report has no such column."""
        return _pada(self.ukuran, masa)

    @property
    def cara_gabung(self) -> str:
        """How its triwulan are combined, in words."""
        return sebut_gabung(self.tipe, self.nisbah)


@dataclass(frozen=True)
class Anggaran:
    """Money in one span against the pagu of the year, in rupiah; ``serapan`` in percent.

    ``belum_diisi`` counts the program-triwulan without a figure, which ``realisasi`` does not hold.
    """

    masa: Masa
    pagu: Decimal
    realisasi: Decimal | None
    serapan: Capaian
    belum_diisi: int


@dataclass(frozen=True)
class BarisProgram:
    """One program with its money per column."""

    id: int
    nomor: str
    nama: str
    keterangan: str
    pagu: Decimal
    anggaran: tuple[Anggaran, ...]

    def pada(self, masa: Masa | str) -> Anggaran:
        """The money of one span."""
        return _pada(self.anggaran, masa)


@dataclass(frozen=True)
class CapaianSasaran:
    """Mean of the indikator of a sasaran in one span; ``terhitung`` of ``jumlah`` indikator have a figure."""

    masa: Masa
    capaian: Capaian
    terhitung: int
    jumlah: int


@dataclass(frozen=True)
class Efisiensi:
    """Capaian against budget use; ``selisih`` in poin persen, positive when capaian is the higher."""

    selisih: Decimal | None
    simpulan: str


@dataclass(frozen=True)
class BarisSasaran:
    """One sasaran; efficiency and last year only in the yearly report."""

    id: int
    nomor: str
    uraian: str
    indikator: tuple[BarisIndikator, ...]
    program: tuple[BarisProgram, ...]
    capaian: tuple[CapaianSasaran, ...]
    anggaran: tuple[Anggaran, ...]
    predikat: str | None
    efisiensi: Efisiensi | None = None
    banding: Banding | None = None

    def capaian_pada(self, masa: Masa | str) -> CapaianSasaran:
        """The capaian of one span."""
        return _pada(self.capaian, masa)

    def anggaran_pada(self, masa: Masa | str) -> Anggaran:
        """The money of one span, all programs together."""
        return _pada(self.anggaran, masa)


@dataclass(frozen=True)
class IsiLaporan:
    """A report's figures; ``masa`` are the columns in order, ``masa_utama`` the one the report is about."""

    jenis: JenisLaporan
    tahun: int
    ke: int
    versi_pk: str
    aturan: Aturan
    masa: tuple[Masa, ...]
    masa_utama: Masa
    sasaran: tuple[BarisSasaran, ...]
    anggaran: tuple[Anggaran, ...]
    skema: int = SKEMA

    def anggaran_pada(self, masa: Masa | str) -> Anggaran:
        """The money of one span, the whole office together."""
        return _pada(self.anggaran, masa)

    def ke_json(self) -> str:
        """Canonical JSON without loss: sorted keys, ASCII, decimals as text."""
        from kinerja.domain.laporan_json import tulis_json

        return tulis_json(self)

    @staticmethod
    def dari_json(teks: str) -> IsiLaporan:
        """The report that ``ke_json`` wrote. Raises ``Kesalahan`` when the text is not one."""
        from kinerja.domain.laporan_json import baca_json

        return baca_json(teks)

    def ke_data(self) -> dict[str, Any]:
        """The same as plain dicts, lists and texts, for a JSON column."""
        from kinerja.domain.laporan_json import tulis_data

        return tulis_data(self)

    @staticmethod
    def dari_data(data: Mapping[str, Any]) -> IsiLaporan:
        """The report that ``ke_data`` gave. Raises ``Kesalahan`` when it is not one."""
        from kinerja.domain.laporan_json import baca_data

        return baca_data(data)

    def digest(self) -> str:
        """SHA-256 (hex) of ``ke_json``."""
        from kinerja.domain.laporan_json import sidik

        return sidik(self)
