"""The figures of a report on the screen: the words of the printed report, and the length of a bar."""

from __future__ import annotations

from decimal import Decimal

from kinerja.documents.laporan.kata import capaian, patokan, realisasi, selisih, target
from kinerja.domain.angka import bulatkan, tulis_angka, tulis_poin_persen, tulis_rupiah
from kinerja.domain.aturan import kalimat_aturan
from kinerja.domain.capaian import BELUM_DIISI, Capaian
from kinerja.domain.laporan_isi import BarisIndikator, IsiLaporan
from kinerja.domain.masa import ROMAWI, Masa
from kinerja.domain.target import tulis_realisasi

__all__ = [
    "angka_teks",
    "batang",
    "capaian",
    "catatan_aturan",
    "desimal",
    "masa_sampai",
    "patokan",
    "poin",
    "realisasi",
    "realisasi_teks",
    "romawi",
    "selisih",
    "target",
    "uang",
]


def batang(nilai: Capaian) -> str:
    """The value of a ``<meter>`` from 0 to 100, as HTML reads numbers; "" where there is no figure."""
    if nilai.nilai is None:
        return ""
    return format(min(max(bulatkan(nilai.nilai, 2), Decimal(0)), Decimal(100)), "f")


def uang(nilai: Decimal | None) -> str:
    """Rupiah, or "belum diisi"."""
    return BELUM_DIISI if nilai is None else tulis_rupiah(nilai)


def poin(nilai: Decimal | None) -> str:
    """A difference of percentages, or a dash."""
    return "–" if nilai is None else tulis_poin_persen(nilai)


def realisasi_teks(teks: str | None, indikator: BarisIndikator) -> str:
    """A stored realisasi (last year's), or a dash."""
    return tulis_realisasi(teks, indikator.jenis_target)


def angka_teks(teks: str) -> str:
    """A stored number with all its decimals."""
    return tulis_angka(Decimal(teks), None)


def desimal(teks: str) -> Decimal:
    """A stored number, for the words of money."""
    return Decimal(teks)


def romawi(triwulan: int) -> str:
    return ROMAWI[triwulan - 1]


def masa_sampai(isi: IsiLaporan) -> Masa | None:
    """The "sampai dengan" column of a triwulan report."""
    return next((m for m in isi.masa if m is not isi.masa_utama and m.value.startswith("sd")), None)


def catatan_aturan(isi: IsiLaporan) -> str:
    """Which predicate table and cap the figures follow."""
    return " ".join(kalimat_aturan(isi.aturan))
