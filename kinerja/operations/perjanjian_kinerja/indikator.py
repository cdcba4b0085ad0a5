"""The indicator card of a draft: what is typed is read to its stored form, all errors told at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.angka import kanonik
from kinerja.domain.capaian import (
    JenisTarget,
    Metode,
    Skala,
    Tipe,
    baca_realisasi,
    baca_target,
    periksa_kartu,
)
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah, TidakDitemukan
from kinerja.domain.nisbah import PENGALI, Nisbah, baca_nisbah
from kinerja.domain.target import baca_skala
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, RencanaAksi
from kinerja.operations.catatan import catat
from kinerja.operations.perjanjian_kinerja.baris import (
    buang,
    letakkan,
    nomor_berikut,
    sasaran_draf,
    unit_aktif,
)
from kinerja.operations.perjanjian_kinerja.verba import objek_pk, teks_bebas, teks_wajib

T = TypeVar("T")
_MEDAN = (
    "id",
    "urut",
    "uraian",
    "definisi",
    "satuan",
    "metode",
    "tipe",
    "jenis_target",
    "skala",
    "sumber",
    "unit_id",
    "target_tahun",
    "target_tw1",
    "target_tw2",
    "target_tw3",
    "target_tw4",
    "target_renstra",
    "standar_nasional",
    "standar_sumber",
    "rumus",
    "frekuensi",
    "medium",
    "pembilang",
    "penyebut",
    "pengali",
    "riwayat",
)
_TARGET_LAIN = ("target_tw1", "target_tw2", "target_tw3", "target_tw4", "target_renstra", "standar_nasional")


@dataclass(frozen=True)
class IsianIndikator:
    """A card as typed: targets the Indonesian way ("1.234,56", "60-70", "BB"), the scale "D < C < B".

    ``riwayat``: (year, target, realisasi) of years before kinerja; None leaves what is stored as it is.
    """

    uraian: str
    satuan: str
    metode: str
    tipe: str
    jenis_target: str
    unit_id: int | None
    target_tahun: str
    target_tw1: str = ""
    target_tw2: str = ""
    target_tw3: str = ""
    target_tw4: str = ""
    target_renstra: str = ""
    standar_nasional: str = ""
    definisi: str = ""
    sumber: str = ""
    skala: str = ""
    urut: int | None = None
    standar_sumber: str = ""
    rumus: str = ""
    frekuensi: str = ""
    medium: str = ""
    pembilang: str = ""
    penyebut: str = ""
    pengali: str = ""
    riwayat: tuple[tuple[int, str, str], ...] | None = None


class KartuSalah(MasukanSalah):
    """A card that cannot be taken; ``semua`` holds every error, each with its field."""

    def __init__(self, semua: list[MasukanSalah]) -> None:
        super().__init__(semua[0].pesan, semua[0].medan)
        self._semua = tuple(semua)

    @property
    def semua(self) -> tuple[MasukanSalah, ...]:
        return self._semua


def tambah_indikator(
    sesi: Session, sasaran_id: int, isian: IsianIndikator, oleh: Pelaku, pada: datetime
) -> Indikator:
    """A new card under a sasaran of the draft. Raises KartuSalah."""
    pk, sasaran = sasaran_draf(sesi, sasaran_id, oleh)
    nilai = baca_kartu(sesi, isian)
    urut = nomor_berikut(sesi, Indikator, Indikator.sasaran_id == sasaran.id)
    indikator = Indikator(sasaran_id=sasaran.id, urut=urut, **nilai)
    sesi.add(indikator)
    sesi.flush()
    pesan = f"Indikator {sasaran.urut}.{urut} “{indikator.uraian}” ditambahkan."
    catat(sesi, oleh, pada, "tambah", objek_pk(pk), pesan, sesudah=isi_indikator(indikator))
    return indikator


def ubah_indikator(
    sesi: Session, indikator_id: int, isian: IsianIndikator, oleh: Pelaku, pada: datetime
) -> Indikator:
    """Change a card of the draft; its identity, on which realisasi hang, stays. Raises KartuSalah."""
    indikator = ambil_indikator(sesi, indikator_id)
    pk, sasaran = sasaran_draf(sesi, indikator.sasaran_id, oleh)
    nilai = baca_kartu(sesi, isian, indikator.riwayat or ())
    lama = isi_indikator(indikator)
    for medan, isi in nilai.items():
        setattr(indikator, medan, isi)
    letakkan(sesi, indikator, Indikator.sasaran_id == sasaran.id, isian.urut)
    sesi.flush()
    baru = isi_indikator(indikator)
    if lama != baru:
        beda = [medan for medan in baru if lama[medan] != baru[medan]]
        pesan = f"Indikator {sasaran.urut}.{indikator.urut} “{indikator.uraian}” diubah."
        catat(
            sesi,
            oleh,
            pada,
            "ubah",
            objek_pk(pk),
            pesan,
            {"id": indikator.id} | {medan: lama[medan] for medan in beda},
            {medan: baru[medan] for medan in beda},
        )
    return indikator


def hapus_indikator(sesi: Session, indikator_id: int, oleh: Pelaku, pada: datetime) -> PerjanjianKinerja:
    """Remove a card from the draft, with the rencana aksi that units already wrote for it."""
    indikator = ambil_indikator(sesi, indikator_id)
    pk, sasaran = sasaran_draf(sesi, indikator.sasaran_id, oleh)
    aksi = sesi.execute(select(RencanaAksi).where(RencanaAksi.indikator_id == indikator.id)).scalars().all()
    pesan = f"Indikator {sasaran.urut}.{indikator.urut} “{indikator.uraian}” dihapus dari draf."
    sebelum = isi_indikator(indikator) | {"rencana_aksi": [a.kegiatan for a in aksi]}
    catat(sesi, oleh, pada, "hapus_draf", objek_pk(pk), pesan, sebelum=sebelum)
    for satu in aksi:
        sesi.delete(satu)
    sesi.flush()
    buang(sesi, indikator, Indikator.sasaran_id == sasaran.id)
    return pk


def ambil_indikator(sesi: Session, indikator_id: int) -> Indikator:
    indikator = sesi.get(Indikator, indikator_id)
    if indikator is None:
        raise TidakDitemukan("Indikator itu sudah tidak ada pada draf.")
    return indikator


def isi_indikator(indikator: Indikator) -> dict[str, Any]:
    isi = {medan: getattr(indikator, medan) for medan in _MEDAN}
    return isi | {"pengali": None if indikator.pengali is None else kanonik(indikator.pengali)}


def baca_kartu(
    sesi: Session, isian: IsianIndikator, riwayat: Sequence[dict[str, Any]] = ()
) -> dict[str, Any]:
    """The stored values of a typed card; every field is tried before KartuSalah is raised."""
    salah: list[MasukanSalah] = []

    def coba(baca: Callable[[], T], gagal: T) -> T:
        try:
            return baca()
        except MasukanSalah as satu:
            salah.append(satu)
            return gagal

    nilai: dict[str, Any] = {
        "uraian": coba(lambda: teks_wajib(isian.uraian, "uraian"), ""),
        "definisi": coba(lambda: teks_bebas(isian.definisi, "definisi", 5000), ""),
        "satuan": coba(lambda: teks_wajib(isian.satuan, "satuan", 50), ""),
        "sumber": coba(lambda: teks_bebas(isian.sumber, "sumber"), ""),
        "standar_sumber": coba(lambda: teks_bebas(isian.standar_sumber, "standar_sumber"), ""),
        "rumus": coba(lambda: teks_bebas(isian.rumus, "rumus", 2000), ""),
        "frekuensi": coba(lambda: teks_bebas(isian.frekuensi, "frekuensi", 200), ""),
        "medium": coba(lambda: teks_bebas(isian.medium, "medium"), ""),
        "unit_id": coba(lambda: unit_aktif(sesi, isian.unit_id).id, 0),
        "metode": coba(lambda: _pilih(Metode, isian.metode, "metode", "Pilih cara menghitungnya."), None),
    }
    jenis = coba(
        lambda: _pilih(JenisTarget, isian.jenis_target, "jenis_target", "Pilih bentuk target."), None
    )
    tipe = coba(lambda: _pilih(Tipe, isian.tipe, "tipe", "Pilih cara menggabung triwulannya."), None)
    if jenis is not None:
        skala = coba(lambda: _skala(isian, jenis), None)
        nisbah = coba(lambda: _nisbah(isian, jenis), None)
        nilai["pembilang"], nilai["penyebut"] = (nisbah.pembilang, nisbah.penyebut) if nisbah else ("", "")
        nilai["pengali"] = nisbah.pengali if nisbah and nisbah.pengali != PENGALI else None
        nilai["skala"] = list(skala) if skala else None
        if tipe is not None and skala is not None:
            coba(lambda: periksa_kartu(tipe, jenis, skala), None)
        if skala is not None:
            nilai["target_tahun"] = coba(lambda: _target_tahun(isian.target_tahun, jenis, skala), "")
            kosong: list[dict[str, Any]] = []
            nilai["riwayat"] = coba(lambda: baca_riwayat(isian.riwayat, riwayat, jenis, skala), kosong)
            for medan in _TARGET_LAIN:
                baca = partial(baca_target, getattr(isian, medan), jenis, skala, medan)
                nilai[medan] = coba(baca, None) or ""
    if salah:
        raise KartuSalah(salah)
    return nilai | {"jenis_target": jenis, "tipe": tipe}


def _pilih(pilihan: type[T], isi: str, medan: str, pesan: str) -> T:
    try:
        return pilihan(isi)  # type: ignore[call-arg]
    except ValueError:
        raise MasukanSalah(pesan, medan) from None


def _skala(isian: IsianIndikator, jenis: JenisTarget) -> Skala:
    return baca_skala(isian.skala, "skala") if jenis is JenisTarget.PREDIKAT else ()


def _nisbah(isian: IsianIndikator, jenis: JenisTarget) -> Nisbah | None:
    for medan in ("pembilang", "penyebut"):
        teks_bebas(getattr(isian, medan), medan, 300)
    return baca_nisbah(isian.pembilang, isian.penyebut, isian.pengali, jenis)


def baca_riwayat(
    ketikan: Sequence[tuple[int, str, str]] | None,
    lama: Sequence[dict[str, Any]],
    jenis: JenisTarget,
    skala: Skala,
) -> list[dict[str, Any]]:
    """Earlier years as stored, oldest first; a year typed empty is taken out, one not typed stays."""
    hasil = {satu["tahun"]: satu for satu in lama}
    for tahun, target, realisasi in ketikan or ():
        isi = {
            "target": baca_target(target, jenis, skala, f"riwayat_target_{tahun}") or "",
            "realisasi": baca_realisasi(realisasi, jenis, skala, f"riwayat_realisasi_{tahun}") or "",
        }
        hasil.pop(tahun, None)
        if any(isi.values()):
            hasil[tahun] = {"tahun": tahun} | isi
    return [hasil[tahun] for tahun in sorted(hasil)]


def _target_tahun(teks: str, jenis: JenisTarget, skala: Skala) -> str:
    nilai = baca_target(teks, jenis, skala, "target_tahun")
    if nilai is None:
        raise MasukanSalah("Isi target setahunnya.", "target_tahun")
    return nilai
