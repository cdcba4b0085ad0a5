"""Rencana aksi: what is done for each indikator, its targets per triwulan and who does it.

The triwulan targets of an indikator should lead to the yearly target of the PK; where they do not, the
difference is put in words and somebody explains it (nothing is changed by itself).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.domain.capaian import Tipe
from kinerja.domain.gabung import gabung_target
from kinerja.domain.laporan_data import DataIndikator
from kinerja.domain.target import KOSONG, JenisTarget, satuan_persen, tulis_target, urai_target


@dataclass(frozen=True)
class ButirAksi:
    """One activity; its triwulan targets are free words ("2 rapat"), empty where nothing is planned."""

    indikator_id: int
    kegiatan: str
    target_triwulan: tuple[str, str, str, str]
    pelaksana: str


def kekurangan_aksi(indikator: Sequence[DataIndikator], butir: Sequence[ButirAksi]) -> tuple[str, ...]:
    """What the rencana aksi still lacks, a sentence each, in the order of the PK; empty when complete."""
    kurang: list[str] = []
    for satu in indikator:
        milik = [aksi for aksi in butir if aksi.indikator_id == satu.id]
        nama = f"Indikator {satu.nomor}"
        if not milik:
            kurang.append(f"{nama} belum mempunyai rencana aksi.")
        if any(not aksi.kegiatan.strip() for aksi in milik):
            kurang.append(f"{nama}: ada rencana aksi tanpa kegiatan.")
        if any(not aksi.pelaksana.strip() for aksi in milik):
            kurang.append(f"{nama}: ada rencana aksi tanpa pelaksana.")
        if any(not "".join(aksi.target_triwulan).strip() for aksi in milik):
            kurang.append(f"{nama}: ada rencana aksi tanpa target triwulan.")
    return tuple(kurang)


def selisih_target(indikator: DataIndikator) -> str | None:
    """In words, how the triwulan targets miss the yearly target; ``None`` when they agree.

    Posisi akhir (and every predicate, every kumulatif part of a whole): target of triwulan IV = yearly
    target. Kumulatif: sum of the triwulan = yearly target, except in "%", which is never added. Rata-rata is
    not checked: no rule asks for it.
    """
    jenis, tahun = indikator.jenis_target, indikator.target_tahun
    bagian = indikator.nisbah is not None and indikator.tipe is Tipe.KUMULATIF
    posisi = jenis is JenisTarget.PREDIKAT or indikator.tipe is Tipe.POSISI_AKHIR or bagian
    if posisi:
        triwulan, sebutan = indikator.target_triwulan[3], "target triwulan IV"
    elif indikator.tipe is Tipe.KUMULATIF and not satuan_persen(indikator.satuan):
        triwulan = gabung_target(indikator.target_triwulan, indikator.tipe, jenis)
        sebutan = "jumlah target triwulan I–IV"
    else:
        return None
    if urai_target(triwulan, jenis, indikator.skala) == urai_target(tahun, jenis, indikator.skala):
        return None
    return f"{sebutan} ({_sebut(triwulan, jenis)}) tidak sama dengan target tahun ({_sebut(tahun, jenis)})"


def _sebut(target: str | None, jenis: JenisTarget) -> str:
    teks = tulis_target(target, jenis)
    return "belum ditargetkan" if teks == KOSONG else teks
