"""The draft of a year's Perjanjian Kinerja as a workbook, and back through its verbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.angka import tulis_angka
from kinerja.domain.capaian import Metode, Tipe
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.lembar_isian import Baris, BukuIsian, JenisBuku, JenisKolom, Kolom, Lembar, Nilai
from kinerja.domain.target import JenisTarget, tulis_skala, tulis_target
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, Program, Sasaran, pk_terbaru
from kinerja.operations.impor.pk_baru import baris_baru, ruang, terapkan_baru
from kinerja.operations.impor.sumber import Sumber
from kinerja.operations.perjanjian_kinerja.baris import IsianProgram, ubah_program, ubah_sasaran
from kinerja.operations.perjanjian_kinerja.indikator import IsianIndikator, ambil_indikator, ubah_indikator
from kinerja.operations.perjanjian_kinerja.verba import dapat_diubah, kunci_draf, pastikan_penulis

TARGET = ("target_tahun", "target_tw1", "target_tw2", "target_tw3", "target_tw4")
_BERBENTUK = frozenset((*TARGET, "target_renstra", "standar_nasional"))
_HANYA_BARU = frozenset(("sasaran", "jenis_target", "unit_id", "metode", "tipe", "skala"))
_SASARAN = (
    Kolom("Nomor", lebar=8),
    Kolom("Sasaran strategis", JenisKolom.TEKS, "uraian", 90),
)
_INDIKATOR = (
    Kolom("Nomor", lebar=8),
    Kolom("Nomor sasaran", JenisKolom.ANGKA, "sasaran", 10),
    Kolom("Indikator kinerja", JenisKolom.TEKS, "uraian", 48),
    Kolom("Satuan", JenisKolom.TEKS, "satuan", 14),
    Kolom("Bentuk target", JenisKolom.TEKS, "jenis_target", 16),
    Kolom("Target setahun", JenisKolom.ANGKA, "target_tahun", 14),
    *(
        Kolom(f"Target TW {romawi}", JenisKolom.ANGKA, f"target_tw{ke}", 13)
        for ke, romawi in enumerate(("I", "II", "III", "IV"), 1)
    ),
    Kolom("Penanggung jawab", JenisKolom.TEKS, "unit_id", 34),
    Kolom("Cara menghitung capaian", JenisKolom.TEKS, "metode", 26),
    Kolom("Penggabungan triwulan", JenisKolom.TEKS, "tipe", 22),
    Kolom("Urutan predikat, rendah ke tinggi", JenisKolom.TEKS, "skala", 24),
    Kolom("Penjelasan", JenisKolom.TEKS, "definisi", 48),
    Kolom("Rumus dalam kata", JenisKolom.TEKS, "rumus", 40),
    Kolom("Pembilang", JenisKolom.TEKS, "pembilang", 28),
    Kolom("Penyebut", JenisKolom.TEKS, "penyebut", 28),
    Kolom("Pengali", JenisKolom.ANGKA, "pengali", 10),
    Kolom("Sumber data", JenisKolom.TEKS, "sumber", 30),
    Kolom("Frekuensi", JenisKolom.TEKS, "frekuensi", 16),
    Kolom("Medium", JenisKolom.TEKS, "medium", 24),
    Kolom("Target akhir renstra", JenisKolom.ANGKA, "target_renstra", 14),
    Kolom("Standar nasional", JenisKolom.ANGKA, "standar_nasional", 14),
)
_PROGRAM = (
    Kolom("Nomor", lebar=8),
    Kolom("Nomor sasaran", JenisKolom.ANGKA, "sasaran", 10),
    Kolom("Program", JenisKolom.TEKS, "nama", 56),
    Kolom("Anggaran (Rp)", JenisKolom.RUPIAH, "pagu", 22),
    Kolom("Keterangan (sumber dana)", JenisKolom.TEKS, "keterangan", 24),
    Kolom("Pelaksana", JenisKolom.TEKS, "unit_id", 34),
)


def buku_pk(sesi: Session, sumber: Sumber, oleh: Pelaku) -> BukuIsian:
    """The newest version of the year, for who writes it; a draft with room for new lines."""
    pastikan_penulis(oleh)
    pk = _pk(sesi, sumber.tahun)
    baru: tuple[Baris | None, ...] = (None, None, None)
    keterangan = "Versi ini sudah diajukan atau disetujui, jadi hanya untuk dibaca."
    if dapat_diubah(pk):
        baru = baris_baru(sesi)
        keterangan = (
            "Baris baru ditulis pada baris putih di bawah tabel. "
            "Menghapus baris di Excel tidak menghapus apa pun di kinerja."
        )
    isi = (
        ("Sasaran", _SASARAN, [_sasaran(s) for s in pk.sasaran]),
        ("Indikator", _INDIKATOR, [_indikator(s, i) for s in pk.sasaran for i in s.indikator]),
        ("Program", _PROGRAM, [_program(s, p) for s in pk.sasaran for p in s.program]),
    )
    return BukuIsian(
        JenisBuku.PERJANJIAN_KINERJA,
        sumber.tahun,
        0,
        0,
        pk.nama,
        keterangan,
        tuple(
            Lembar(nama, kolom, (*ada, *ruang(satu, len(pk.sasaran))), satu)
            for (nama, kolom, ada), satu in zip(isi, baru, strict=True)
        ),
    )


def pastikan_pk(sesi: Session, sumber: Sumber, oleh: Pelaku) -> None:
    """Raises unless there is a draft that the person may write."""
    kunci_draf(sesi, sumber.tahun, oleh)


def terapkan_pk(
    sesi: Session, sumber: Sumber, kunci: str, isian: Mapping[str, str], oleh: Pelaku, pada: datetime
) -> None:
    """One row of the draft. Raises what the verb raises (KartuSalah: every field at once)."""
    apa, _, nomor = kunci.partition(":")
    if apa == "baru":
        terapkan_baru(sesi, sumber.tahun, nomor, isian, oleh, pada)
    elif apa == "sasaran":
        ubah_sasaran(sesi, int(nomor), isian["uraian"], oleh, pada)
    elif apa == "program":
        program = sesi.execute(select(Program).where(Program.id == int(nomor))).scalar_one_or_none()
        if program is None:
            raise TidakDitemukan("Program itu sudah tidak ada pada draf.")
        lama: dict[str, Any] = {
            "nama": program.nama,
            "pagu": tulis_angka(program.pagu, None),
            "keterangan": program.keterangan,
        }
        ubah_program(
            sesi, program.id, IsianProgram(**(lama | dict(isian)), unit_id=program.unit_id), oleh, pada
        )
    else:
        indikator = ambil_indikator(sesi, int(nomor))
        ubah_indikator(
            sesi, indikator.id, IsianIndikator(**(_tersimpan(indikator) | dict(isian))), oleh, pada
        )


def _tersimpan(indikator: Indikator) -> dict[str, Any]:
    """The whole card as typed, so that what the workbook does not hold stays."""
    jenis = JenisTarget(indikator.jenis_target)
    hasil: dict[str, Any] = {}
    for nama in (f.name for f in fields(IsianIndikator)):
        ada = getattr(indikator, nama)
        if nama == "urut":
            ada = None
        elif nama == "skala":
            ada = tulis_skala(tuple(ada or ()))
        elif nama in _BERBENTUK:
            ada = tulis_target(ada, jenis) if ada else ""
        elif isinstance(ada, Decimal):
            ada = tulis_angka(ada, None)
        hasil[nama] = "" if ada is None and nama not in ("urut", "unit_id") else ada
    return hasil


def _pk(sesi: Session, tahun: int) -> PerjanjianKinerja:
    pilih = pk_terbaru(tahun).execution_options(populate_existing=True)
    pk = sesi.execute(pilih).scalar_one_or_none()
    if pk is None:
        raise TidakDitemukan(f"Perjanjian Kinerja {tahun} belum dibuat.")
    return pk


def _sasaran(sasaran: Sasaran) -> Baris:
    return Baris(f"sasaran:{sasaran.id}", f"Sasaran {sasaran.urut}", (str(sasaran.urut), sasaran.uraian))


def _indikator(sasaran: Sasaran, i: Indikator) -> Baris:
    jenis = JenisTarget(i.jenis_target)
    nomor = f"{sasaran.urut}.{i.urut}"
    tertulis: dict[str, Nilai] = {nama: _target(getattr(i, nama), jenis) for nama in _BERBENTUK} | {
        "sasaran": Decimal(sasaran.urut),
        "jenis_target": jenis.label,
        "unit_id": i.unit.nama,
        "metode": Metode(i.metode).label,
        "tipe": Tipe(i.tipe).label,
        "skala": tulis_skala(tuple(i.skala or ())),
    }
    sel = (
        nomor,
        *(tertulis[k.medan] if k.medan in tertulis else getattr(i, k.medan) for k in _INDIKATOR[1:]),
    )
    pilihan: tuple[tuple[str, tuple[str, ...]], ...] = ()
    if jenis is JenisTarget.PREDIKAT:
        pilihan = tuple((nama, tuple(i.skala or ())) for nama in TARGET)
    return Baris(f"indikator:{i.id}", f"{nomor} {i.uraian}", sel, _HANYA_BARU, pilihan)


def _target(teks: str, jenis: JenisTarget) -> Nilai:
    """Numbers as numbers; "20–30" and "BB" as words, also where none is set yet."""
    if jenis is JenisTarget.ANGKA:
        return Decimal(teks) if teks else None
    return tulis_target(teks, jenis) if teks else ""


def _program(sasaran: Sasaran, p: Program) -> Baris:
    nomor = f"{sasaran.urut}.{p.urut}"
    sel: tuple[Nilai, ...] = (nomor, Decimal(sasaran.urut), p.nama, p.pagu, p.keterangan, p.unit.nama)
    return Baris(f"program:{p.id}", f"{nomor} {p.nama}", sel, _HANYA_BARU)
