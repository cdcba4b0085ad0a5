"""A figure worked out before the reader's eyes: its formula in words with the numbers filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.domain.angka import tulis_angka, tulis_persen
from kinerja.domain.capaian import Metode, Tipe
from kinerja.domain.gabung import gabung_realisasi
from kinerja.domain.laporan_isi import BarisIndikator, Ukuran
from kinerja.domain.masa import ROMAWI
from kinerja.domain.target import (
    JenisTarget,
    Rentang,
    tulis_realisasi,
    tulis_target,
    urai_realisasi,
    urai_target,
)


@dataclass(frozen=True)
class Hitungan:
    """The two sentences of a figure: how its triwulan were combined, and how the capaian came out."""

    realisasi: str
    capaian: str


def hitungan(indikator: BarisIndikator, ukuran: Ukuran, nilai: Sequence[str | None]) -> Hitungan:
    """``nilai``: the stored realisasi of the span's triwulan in order, None where there is none.

    The sentence gives the stored figure of the report; where the triwulan no longer give it (they were
    changed since), it says that too.
    """
    return Hitungan(_gabungan(indikator, ukuran, nilai), _capaian(indikator, ukuran))


def _gabungan(indikator: BarisIndikator, ukuran: Ukuran, nilai: Sequence[str | None]) -> str:
    jenis = indikator.jenis_target
    if ukuran.realisasi is None:
        return f"Tidak ada angka realisasi: {ukuran.alasan or 'belum diisi'}."
    hasil = tulis_realisasi(ukuran.realisasi, jenis)
    terisi = [tulis_realisasi(satu, jenis) for satu in nilai if satu]
    if len(ukuran.masa.triwulan) == 1:
        kalimat = f"Realisasi {ukuran.masa.label} = {hasil}."
    elif indikator.tipe is Tipe.POSISI_AKHIR or jenis is JenisTarget.PREDIKAT:
        ke = max((t for t, satu in zip(ukuran.masa.triwulan, nilai, strict=True) if satu), default=0)
        asal = f" (triwulan {ROMAWI[ke - 1]})" if ke else ""
        kalimat = f"{'; '.join(terisi)} → posisi akhir{asal} = {hasil}."
    elif indikator.tipe is Tipe.RATA_RATA:
        kalimat = f"({' + '.join(terisi)}) ÷ {len(terisi)} = {hasil}."
    else:
        kalimat = f"{' + '.join(terisi)} = {hasil}."
    if gabung_realisasi(nilai, indikator.tipe, jenis) != ukuran.realisasi:
        return f"{kalimat} Isian triwulan di bawah sudah tidak sama dengan angka laporan ini."
    return kalimat


def _capaian(indikator: BarisIndikator, ukuran: Ukuran) -> str:
    capaian = ukuran.capaian
    if capaian.nilai is None:
        return f"Tidak ada angka capaian: {capaian.alasan}."
    jenis, skala = indikator.jenis_target, indikator.skala
    tujuan = urai_target(ukuran.target, jenis, skala)
    hasil = urai_realisasi(ukuran.realisasi, jenis, skala)
    akhir = tulis_persen(capaian.nilai)
    if tujuan is None or hasil is None:
        return f"Capaian = {akhir}."
    if isinstance(tujuan, Rentang):
        rentang = tulis_target(ukuran.target, jenis)
        if tujuan.bawah <= hasil <= tujuan.atas:
            return f"{tulis_angka(hasil, None)} di dalam rentang target {rentang}, jadi capaian = {akhir}."
        batas = "bawah" if hasil < tujuan.bawah else "atas"
        tujuan = tujuan.bawah if batas == "bawah" else tujuan.atas
        awal = f"Di luar rentang target {rentang}, dipakai batas {batas} {tulis_angka(tujuan, None)}. "
    else:
        awal = _urutan(indikator, ukuran)
    if indikator.metode is Metode.NEGATIF_B and hasil == 0:
        return f"{awal}Realisasi 0 tidak dapat menjadi pembagi; capaian = {akhir} ({capaian.catatan})."
    ekor = f" ({capaian.catatan})" if capaian.catatan else ""
    return f"{awal}Capaian = {_rumus(indikator.metode, tujuan, hasil)} = {akhir}{ekor}."


def _urutan(indikator: BarisIndikator, ukuran: Ukuran) -> str:
    """A predicate counts by its place on the scale: said before the numbers come."""
    if indikator.jenis_target is not JenisTarget.PREDIKAT:
        return ""
    urutan = {label: ke for ke, label in enumerate(indikator.skala, start=1)}
    dua = [teks for teks in dict.fromkeys((ukuran.target, ukuran.realisasi)) if teks in urutan]
    return f"Urutan predikat: {', '.join(f'{teks} = {urutan[teks]}' for teks in dua)}. " if dua else ""


def _rumus(metode: Metode, target: Decimal, realisasi: Decimal) -> str:
    t, r = tulis_angka(target, None), tulis_angka(realisasi, None)
    if metode is Metode.POSITIF:
        return f"{r} ÷ {t} × 100"
    return f"(2 × {t} − {r}) ÷ {t} × 100" if metode is Metode.NEGATIF_A else f"{t} ÷ {r} × 100"
