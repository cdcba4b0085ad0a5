"""A figure worked out before the reader's eyes: its formula in words with the numbers filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.domain.angka import tulis_angka, tulis_persen, tulis_poin_persen
from kinerja.domain.capaian import Capaian, Metode, Tipe
from kinerja.domain.gabung import gabung_realisasi
from kinerja.domain.laporan_isi import BarisIndikator, BarisSasaran, TahunSilam, Ukuran
from kinerja.domain.masa import ROMAWI, Masa
from kinerja.domain.predikat import SkalaPredikat
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


def kalimat_target(indikator: BarisIndikator, masa: Masa, versi_pk: str) -> str:
    """Where the target of a span stands: in the PK for the year, else in the rencana aksi triwulan."""
    jenis, target = indikator.jenis_target, indikator.pada(masa).target
    if not target:
        return "Tidak ada angka target: belum ditargetkan."
    hasil = tulis_target(target, jenis)
    if masa is Masa.TAHUN:
        return f"Target setahun = {hasil}, tercantum dalam {versi_pk}."
    triwulan = [(ROMAWI[ke - 1], indikator.target_triwulan[ke - 1]) for ke in masa.triwulan]
    rincian = "; ".join(f"triwulan {romawi} {tulis_target(teks, jenis)}" for romawi, teks in triwulan)
    asal = f"Rencana aksi dari {versi_pk}: {rincian}."
    if len(triwulan) == 1:
        return asal
    return f"{asal} Digabung ({indikator.cara_gabung.lower()}): target {masa.label} = {hasil}."


def kalimat_patokan(indikator: BarisIndikator, target: str, capaian: Capaian, masa: Masa) -> str:
    """The capaian of this report's realisasi against another target, with the numbers filled in."""
    return _capaian(indikator, replace(indikator.pada(masa), target=target, capaian=capaian))


def kalimat_tahun(indikator: BarisIndikator, satu: TahunSilam) -> str:
    """The capaian of an earlier year, by its own target and realisasi."""
    return _capaian(indikator, Ukuran(Masa.TAHUN, satu.target, satu.realisasi, None, satu.capaian))


def kalimat_selisih(kini: Capaian, lalu: Capaian, selisih: Decimal | None) -> str:
    """Capaian of this year less that of last year; "" where one is missing."""
    if kini.nilai is None or lalu.nilai is None or selisih is None:
        return ""
    return f"{tulis_persen(kini.nilai)} − {tulis_persen(lalu.nilai)} = {tulis_poin_persen(selisih)}."


def kalimat_rata(sasaran: BarisSasaran, masa: Masa) -> str:
    """The mean of a sasaran with the capaian of its indikator filled in, and which of them are left out."""
    rata, hasil = sasaran.capaian_pada(masa), sasaran.capaian_pada(masa).capaian
    ada = [i.pada(masa).capaian.nilai for i in sasaran.indikator]
    nilai = [tulis_persen(satu) for satu in ada if satu is not None]
    luar = [i.nomor for i, satu in zip(sasaran.indikator, ada, strict=True) if satu is None]
    kalimat = f"{rata.terhitung} dari {rata.jumlah} indikator terhitung."
    if hasil.nilai is None:
        return f"{kalimat} Tidak ada angka capaian: {hasil.alasan}."
    tidak = f" Tidak ikut dihitung karena tidak ada angkanya: indikator {', '.join(luar)}." if luar else ""
    return f"{kalimat} ({' + '.join(nilai)}) ÷ {len(nilai)} = {tulis_persen(hasil.nilai)}.{tidak}"


def kalimat_predikat(capaian: Capaian, predikat: str | None, skala: SkalaPredikat) -> str:
    """Why a capaian carries its predicate: the row of the table it falls in, and where the table stands."""
    if capaian.nilai is None or not predikat:
        return "Tidak ada predikat karena tidak ada angka capaian."
    bawah = next((t.bawah for t in skala.tingkat if t.label == predikat), None)
    batas = f"mulai {tulis_angka(bawah, None)}" if bawah is not None else "di bawah semua batas lain"
    sumber = f"{skala.nama}, {skala.sumber}" if skala.sumber else skala.nama
    return f"Predikat {tulis_persen(capaian.nilai)} adalah {predikat} ({batas}; {sumber})."


def kalimat_efisiensi(sasaran: BarisSasaran, masa: Masa) -> str:
    """Capaian less serapan and what follows, or which of the two is missing."""
    hasil = sasaran.efisiensi
    capaian, serapan = sasaran.capaian_pada(masa).capaian, sasaran.anggaran_pada(masa).serapan
    if hasil is None or hasil.selisih is None or capaian.nilai is None or serapan.nilai is None:
        sebab = "; ".join(str(satu.alasan) for satu in (capaian, serapan) if satu.nilai is None)
        return f"Tidak dapat dihitung: {sebab}."
    return (
        f"Capaian {tulis_persen(capaian.nilai)} − serapan {tulis_persen(serapan.nilai)} = "
        f"{tulis_poin_persen(hasil.selisih)}, jadi {hasil.simpulan}."
    )
