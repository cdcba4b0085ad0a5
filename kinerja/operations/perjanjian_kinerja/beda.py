"""What a version of the PK changes against the one before: lines added, taken out, and old → new."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from kinerja.domain.angka import tulis_angka, tulis_rupiah
from kinerja.domain.capaian import JenisTarget, Metode, Tipe, tulis_target
from kinerja.domain.target import tulis_skala
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, Program, Sasaran
from kinerja.operations.perjanjian_kinerja.verba import ambil_pk

T = TypeVar("T", Indikator, Program)
KOSONG = "–"


@dataclass(frozen=True)
class Beda:
    """One difference: the line, what of it ("" for a whole line), old and new as printed."""

    baris: str
    medan: str
    lama: str
    baru: str


def beda_versi(sesi: Session, pk: PerjanjianKinerja) -> tuple[Beda, ...] | None:
    """All differences to the version before, in the order of the PK; None for the first version."""
    if pk.versi < 2:
        return None
    lama = ambil_pk(sesi, pk.tahun, pk.versi - 1)
    return (
        *_sasaran(lama, pk),
        *_baris("Indikator", _indikator(lama), _indikator(pk), _isi_indikator),
        *_baris("Program", _program(lama), _program(pk), _isi_program),
    )


def _sasaran(lama: PerjanjianKinerja, baru: PerjanjianKinerja) -> list[Beda]:
    """A sasaran is known again by an indikator or program it holds, else by its words."""
    hasil = []
    dipakai: set[int] = set()
    for kini in baru.sasaran:
        dulu = next((s for s in lama.sasaran if s.id not in dipakai and _sama(s, kini)), None)
        if dulu is None:
            hasil.append(Beda(f"Sasaran {kini.urut}", "", KOSONG, kini.uraian))
            continue
        dipakai.add(dulu.id)
        if dulu.uraian != kini.uraian:
            hasil.append(Beda(f"Sasaran {kini.urut}", "Sasaran strategis", dulu.uraian, kini.uraian))
    hasil += [
        Beda(f"Sasaran {s.urut} (lama)", "", s.uraian, KOSONG) for s in lama.sasaran if s.id not in dipakai
    ]
    return hasil


def _sama(dulu: Sasaran, kini: Sasaran) -> bool:
    def isi(s: Sasaran) -> set[tuple[str, int]]:
        return {("i", i.identitas) for i in s.indikator} | {("p", p.identitas) for p in s.program}

    return bool(isi(dulu) & isi(kini)) or dulu.uraian == kini.uraian


def _indikator(pk: PerjanjianKinerja) -> dict[int, tuple[str, Indikator]]:
    return {i.identitas: (f"{s.urut}.{i.urut}", i) for s in pk.sasaran for i in s.indikator}


def _program(pk: PerjanjianKinerja) -> dict[int, tuple[str, Program]]:
    return {p.identitas: (f"{s.urut}.{p.urut}", p) for s in pk.sasaran for p in s.program}


def _baris(
    apa: str,
    lama: Mapping[int, tuple[str, T]],
    baru: Mapping[int, tuple[str, T]],
    isi: Callable[[T], dict[str, str]],
) -> list[Beda]:
    hasil = []
    for identitas, (nomor, kini) in baru.items():
        sesudah = isi(kini)
        judul = next(iter(sesudah.values()))
        if identitas not in lama:
            hasil.append(Beda(f"{apa} {nomor}", "", KOSONG, judul))
            continue
        sebelum = isi(lama[identitas][1])
        hasil += [
            Beda(f"{apa} {nomor} “{judul}”", medan, sebelum[medan], nilai)
            for medan, nilai in sesudah.items()
            if sebelum[medan] != nilai
        ]
    hilang = [(nomor, isi(dulu)) for identitas, (nomor, dulu) in lama.items() if identitas not in baru]
    return hasil + [Beda(f"{apa} {nomor} (lama)", "", next(iter(i.values())), KOSONG) for nomor, i in hilang]


def _isi_indikator(i: Indikator) -> dict[str, str]:
    jenis = JenisTarget(i.jenis_target)
    target: dict[str, str] = {
        "Target setahun": i.target_tahun,
        **{
            f"Target TW {nama}": t
            for nama, t in zip(("I", "II", "III", "IV"), i.target_triwulan, strict=True)
        },
        "Target akhir renstra": i.target_renstra,
        "Standar nasional": i.standar_nasional,
    }
    teks: dict[str, Any] = {
        "Indikator kinerja": i.uraian,
        "Satuan": i.satuan,
        "Cara menghitung capaian": Metode(i.metode).label,
        "Cara menggabung triwulan": Tipe(i.tipe).label,
        "Bentuk target": jenis.label,
        "Skala predikat": tulis_skala(tuple(i.skala or ())),
        "Penanggung jawab": i.unit.nama,
        "Pembilang": i.pembilang,
        "Penyebut": i.penyebut,
        "Pengali": "" if i.pengali is None else tulis_angka(i.pengali, None),
        "Penjelasan": i.definisi,
        "Rumus": i.rumus,
        "Sumber data": i.sumber,
        "Frekuensi": i.frekuensi,
        "Alat pengumpulan data": i.medium,
        "Sumber standar nasional": i.standar_sumber,
    }
    angka = {medan: tulis_target(nilai, jenis) if nilai else "" for medan, nilai in target.items()}
    return {medan: nilai or KOSONG for medan, nilai in (teks | angka).items()}


def _isi_program(p: Program) -> dict[str, str]:
    return {
        "Program": p.nama,
        "Anggaran": tulis_rupiah(p.pagu),
        "Keterangan": p.keterangan or KOSONG,
        "Pelaksana": p.unit.nama,
    }
