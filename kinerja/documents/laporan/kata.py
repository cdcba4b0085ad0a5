"""The words of a report's figures: numbers as Indonesians write them, or the reason there is none."""

from __future__ import annotations

from decimal import Decimal

from kinerja.domain.angka import tulis_persen, tulis_rupiah
from kinerja.domain.capaian import Capaian
from kinerja.domain.laporan_isi import BarisIndikator, Patokan, Ukuran
from kinerja.domain.target import JenisTarget, satuan_persen, tulis_realisasi, tulis_target

KOSONG = "–"


def capaian(nilai: Capaian) -> str:
    """``87,50%``, or why there is none."""
    return tulis_persen(nilai.nilai) if nilai.nilai is not None else (nilai.alasan or KOSONG)


def target(teks: str | None, indikator: BarisIndikator) -> str:
    """A target as printed; an absent one is a dash."""
    return tulis_target(teks, indikator.jenis_target)


def realisasi(ukuran: Ukuran, indikator: BarisIndikator) -> str:
    """A realisasi as printed, or why there is none."""
    if ukuran.realisasi is None:
        return ukuran.alasan or KOSONG
    return tulis_realisasi(ukuran.realisasi, indikator.jenis_target)


def patokan(nilai: Patokan, indikator: BarisIndikator) -> str:
    """A renstra target or a national standard."""
    return tulis_target(nilai.target, indikator.jenis_target)


def uang(nilai: Decimal | None) -> str:
    """Rupiah without "Rp", which the column head has; or "belum diisi"."""
    return tulis_rupiah(nilai).replace("Rp", "") if nilai is not None else "belum diisi"


def selisih(nilai: Decimal | None, indikator: BarisIndikator) -> str:
    """The difference of two realisasi with its sign, in poin persen where the satuan is a percentage.

    As many decimals as a realisasi has: one that was worked out is rounded to 2.
    """
    if nilai is None:
        return KOSONG
    tanda = "+" if nilai > 0 else ""
    ekor = " poin persen" if satuan_persen(indikator.satuan) else ""
    return f"{tanda}{tulis_realisasi(f'{nilai:f}', JenisTarget.ANGKA)}{ekor}"
