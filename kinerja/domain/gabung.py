"""Combining the triwulan of an indikator into a semester, a year or "sampai dengan triwulan n".

Always from the filled triwulan themselves. For kumulatif and posisi akhir the year from two semester is
the year from four triwulan. For rata-rata a mean of two semester means would differ as soon as the semester
have an unequal number of filled triwulan (80 and 90; then 100 alone: 92,5 instead of 90), so semester and
year are each the mean of their own filled triwulan.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext

from kinerja.domain.angka import KONTEKS, kanonik
from kinerja.domain.capaian import Tipe
from kinerja.domain.target import JenisTarget, Rentang, teks_target, urai_target


def gabung(nilai: Sequence[Decimal | None], tipe: Tipe) -> Decimal | None:
    """Combine values in the order of their triwulan; ``None`` (n/a or not filled) is never counted.

    Kumulatif adds, posisi akhir takes the last filled one, rata-rata the mean of the filled ones; nothing
    filled gives ``None``. Percentages must not come here as kumulatif (see ``laporan_hitung``).
    """
    terisi = [satu for satu in nilai if satu is not None]
    if not terisi:
        return None
    if tipe is Tipe.POSISI_AKHIR:
        return terisi[-1]
    with localcontext(KONTEKS):
        jumlah = sum(terisi, Decimal(0))
        return jumlah if tipe is Tipe.KUMULATIF else jumlah / len(terisi)


def gabung_realisasi(nilai: Sequence[str | None], tipe: Tipe, jenis: JenisTarget) -> str | None:
    """Combine stored realisasi; a predicate has no sum, so its last filled label stands whatever the type."""
    if jenis is JenisTarget.PREDIKAT or tipe is Tipe.POSISI_AKHIR:
        return next((teks for teks in reversed(nilai) if teks), None)
    hasil = gabung([Decimal(teks) if teks else None for teks in nilai], tipe)
    return None if hasil is None else kanonik(hasil)


def gabung_target(nilai: Sequence[str | None], tipe: Tipe, jenis: JenisTarget) -> str | None:
    """Combine stored targets. A triwulan target of 0 means "not measured yet" and is not counted.

    All of them 0 gives ``"0"`` (belum ditargetkan, as typed); none typed gives ``None``. Of ranges the lower
    and the upper bounds are combined each for itself.
    """
    ditargetkan = [teks for teks in nilai if teks and teks != "0"]
    if not ditargetkan:
        return "0" if "0" in nilai else None
    if jenis is JenisTarget.PREDIKAT or tipe is Tipe.POSISI_AKHIR:
        return ditargetkan[-1]
    urai = [urai_target(teks, jenis) for teks in ditargetkan]
    rentang = [satu for satu in urai if isinstance(satu, Rentang)]
    if rentang:
        bawah = gabung([satu.bawah for satu in rentang], tipe)
        atas = gabung([satu.atas for satu in rentang], tipe)
        return None if bawah is None or atas is None else teks_target(Rentang(bawah, atas))
    return gabung_realisasi(ditargetkan, tipe, jenis)
