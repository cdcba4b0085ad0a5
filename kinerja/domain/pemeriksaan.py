"""The checks the system makes on a triwulan's figures (step 3 of the SOP). They warn and change nothing.

A ``Temuan`` is either corrected at its source (then it is no longer found) or explained in a word; which are
explained is known outside. ``kunci`` stays the same while the matter stays, ``pesan`` holds the figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum

from kinerja.domain.angka import KONTEKS, digit_persen, rapikan, tulis_persen, tulis_rupiah
from kinerja.domain.aturan import Aturan
from kinerja.domain.capaian import SERATUS, Metode, Tipe
from kinerja.domain.laporan_data import DataIndikator, DataLaporan, DataProgram, DataRealisasi, DataSasaran
from kinerja.domain.laporan_hitung import baris_sasaran, hitung_anggaran
from kinerja.domain.masa import ROMAWI, Masa, masa_triwulan
from kinerja.domain.rencana_aksi import selisih_target
from kinerja.domain.target import (
    JenisTarget,
    Rentang,
    satuan_persen,
    tulis_realisasi,
    urai_realisasi,
    urai_target,
)


class TingkatTemuan(StrEnum):
    """How much a finding asks for."""

    PERINGATAN = "peringatan"
    CATATAN = "catatan"

    @property
    def label(self) -> str:
        """The word on pages and in the annex."""
        return {"peringatan": "harus dijelaskan", "catatan": "catatan"}[self.value]


@dataclass(frozen=True)
class Temuan:
    """One finding, with a stable ``kunci`` and full Indonesian sentences in ``pesan``.

    ``tempat`` names where it is seen, in words; the ids say where to correct it. A finding of a triwulan
    carries its number, one about the PK or rencana aksi has ``triwulan`` None.
    """

    kunci: str
    tingkat: TingkatTemuan
    pesan: str
    tempat: str
    indikator_id: int | None = None
    program_id: int | None = None
    sasaran_id: int | None = None
    triwulan: int | None = None

    @property
    def perlu_penjelasan(self) -> bool:
        """A warning is corrected or explained; a note only needs to be read."""
        return self.tingkat is TingkatTemuan.PERINGATAN


def periksa(data: DataLaporan, triwulan: int) -> tuple[Temuan, ...]:
    """All findings on the facts of triwulan 1–4, in the order of the PK and the digits of the office."""
    with digit_persen(data.aturan.desimal):
        return tuple(_semua(data, triwulan))


def _semua(data: DataLaporan, triwulan: int) -> Iterator[Temuan]:
    for sasaran in data.sasaran:
        for indikator in sasaran.indikator:
            yield from _periksa_kartu(indikator)
            yield from _periksa_realisasi(indikator, triwulan)
        for program in sasaran.program:
            yield from _periksa_program(program, triwulan)
        yield from _periksa_sasaran(sasaran, triwulan, data.aturan)


def _temuan_kartu(jenis: str, indikator: DataIndikator, pesan: str) -> Temuan:
    tempat = f"Perjanjian Kinerja dan rencana aksi, indikator {indikator.nomor}"
    kunci = f"{jenis}:ind{indikator.id}"
    return Temuan(kunci, TingkatTemuan.PERINGATAN, pesan, tempat, indikator_id=indikator.id)


def _periksa_kartu(indikator: DataIndikator) -> Iterator[Temuan]:
    nama = f"Indikator {indikator.nomor} “{indikator.uraian}”"
    selisih = selisih_target(indikator)
    if selisih is not None:
        yield _temuan_kartu("target_tahun", indikator, f"{nama}: {selisih}.")
    if not satuan_persen(indikator.satuan):
        return
    if indikator.tipe is Tipe.KUMULATIF and indikator.nisbah is None:
        pesan = f"{nama} bersatuan persen tetapi bertipe kumulatif. Persentase tidak dijumlahkan; "
        yield _temuan_kartu("persen_kumulatif", indikator, f"{pesan}pilih posisi akhir atau rata-rata.")
    if any(_target_di_luar(indikator, teks) for teks in (indikator.target_tahun, *indikator.target_triwulan)):
        pesan = f"{nama} bersatuan persen, tetapi ada targetnya yang lebih dari 100."
        yield _temuan_kartu("target_persen", indikator, pesan)


def _target_di_luar(indikator: DataIndikator, teks: str | None) -> bool:
    if indikator.jenis_target is JenisTarget.PREDIKAT:
        return False
    target = urai_target(teks, indikator.jenis_target)
    return target is not None and (target.atas if isinstance(target, Rentang) else target) > SERATUS


def _periksa_realisasi(indikator: DataIndikator, triwulan: int) -> Iterator[Temuan]:
    isian = indikator.realisasi.get(triwulan)
    if isian is None or isian.na or not isian.nilai:
        return
    nama = f"Indikator {indikator.nomor} “{indikator.uraian}” triwulan {ROMAWI[triwulan - 1]}"
    for jenis, pesan in (
        ("posisi_turun", _posisi_turun(indikator, triwulan, isian.nilai)),
        ("persen_luar", _persen_luar(indikator, isian.nilai)),
        ("tanpa_bukti", _tanpa_bukti(isian)),
    ):
        if pesan is not None:
            yield Temuan(
                f"{jenis}:ind{indikator.id}:tw{triwulan}",
                TingkatTemuan.PERINGATAN,
                f"{nama}: {pesan}.",
                f"Realisasi triwulan {ROMAWI[triwulan - 1]}, indikator {indikator.nomor}",
                indikator_id=indikator.id,
                triwulan=triwulan,
            )


def _posisi_turun(indikator: DataIndikator, triwulan: int, nilai: str) -> str | None:
    """A position below the one before it in the same year; for "lower is better" a fall is no matter."""
    jenis = indikator.jenis_target
    posisi = indikator.tipe is Tipe.POSISI_AKHIR or jenis is JenisTarget.PREDIKAT
    if not posisi or indikator.metode is not Metode.POSITIF:
        return None
    for ke in range(triwulan - 1, 0, -1):
        lalu = indikator.realisasi.get(ke)
        if lalu is None or lalu.na or not lalu.nilai:
            continue
        kini = urai_realisasi(nilai, jenis, indikator.skala)
        dulu = urai_realisasi(lalu.nilai, jenis, indikator.skala)
        if kini is None or dulu is None or kini >= dulu:
            return None
        dari, ke_nilai = tulis_realisasi(lalu.nilai, jenis), tulis_realisasi(nilai, jenis)
        return f"nilainya turun dari {dari} pada triwulan {ROMAWI[ke - 1]} menjadi {ke_nilai}"
    return None


def _persen_luar(indikator: DataIndikator, nilai: str) -> str | None:
    if indikator.jenis_target is JenisTarget.PREDIKAT or not satuan_persen(indikator.satuan):
        return None
    if Decimal(0) <= Decimal(nilai) <= SERATUS:
        return None
    return f"realisasi {tulis_realisasi(nilai, indikator.jenis_target)} persen berada di luar 0 sampai 100"


def _tanpa_bukti(isian: DataRealisasi) -> str | None:
    return "belum ada bukti yang dilampirkan" if isian.jumlah_bukti < 1 else None


def _periksa_program(program: DataProgram, triwulan: int) -> Iterator[Temuan]:
    nama = f"Program {program.nomor} “{program.nama}”"
    if program.pagu == 0:
        yield Temuan(
            f"pagu_nol:prog{program.id}",
            TingkatTemuan.CATATAN,
            f"{nama} mempunyai pagu 0, sehingga persentase serapannya dikosongkan.",
            f"Perjanjian Kinerja, program {program.nomor}",
            program_id=program.id,
        )
    terpakai = hitung_anggaran((program,), Masa(f"sd{triwulan}")).realisasi
    if terpakai is not None and terpakai > program.pagu:
        romawi = ROMAWI[triwulan - 1]
        yield Temuan(
            f"anggaran_lebih:prog{program.id}:tw{triwulan}",
            TingkatTemuan.PERINGATAN,
            f"{nama}: realisasi anggaran s.d. triwulan {romawi} {tulis_rupiah(terpakai)} "
            f"melebihi pagu {tulis_rupiah(program.pagu)}.",
            f"Realisasi anggaran triwulan {romawi}, program {program.nomor}",
            program_id=program.id,
            triwulan=triwulan,
        )


def _periksa_sasaran(sasaran: DataSasaran, triwulan: int, aturan: Aturan) -> Iterator[Temuan]:
    """A full capaian on very low budget use, both up to and including this triwulan."""
    masa = masa_triwulan(triwulan)
    baris = baris_sasaran(sasaran, masa, masa[0], aturan)
    capaian = baris.capaian_pada(masa[1]).capaian.nilai
    serapan = baris.anggaran_pada(masa[1]).serapan.nilai
    if capaian is None or serapan is None:
        return
    with localcontext(KONTEKS):
        ambang = aturan.serapan_rendah * triwulan / 4
    if rapikan(capaian) >= SERATUS and rapikan(serapan) < ambang:
        romawi = ROMAWI[triwulan - 1]
        yield Temuan(
            f"serapan_rendah:sas{sasaran.id}:tw{triwulan}",
            TingkatTemuan.PERINGATAN,
            f"Sasaran {sasaran.nomor} “{sasaran.uraian}”: capaian s.d. triwulan {romawi} "
            f"{tulis_persen(capaian)}, padahal serapan anggarannya baru {tulis_persen(serapan)}.",
            f"Capaian dan anggaran s.d. triwulan {romawi}, sasaran {sasaran.nomor}",
            sasaran_id=sasaran.id,
            triwulan=triwulan,
        )
