"""Rencana aksi: what a unit does for its indikator in each triwulan, written by the unit's head.

It is written on the PK in force (or, before there is one, on the one submitted), and may change through
the year; a change of the PK carries it over on approval.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.jabatan import KEPALA_UNIT, Pelaku, Wewenang
from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.models.perjanjian_kinerja import (
    Indikator,
    PerjanjianKinerja,
    RencanaAksi,
    Sasaran,
    pk_berlaku,
    pk_terbaru,
)
from kinerja.operations.catatan import catat
from kinerja.operations.perjanjian_kinerja.verba import teks_bebas, teks_wajib

PALING_BANYAK = 30


@dataclass(frozen=True)
class IsianAksi:
    """An activity as typed; targets are free words ("2 rapat"), at least one of them filled."""

    kegiatan: str
    target_tw1: str
    target_tw2: str
    target_tw3: str
    target_tw4: str
    pelaksana: str


def pk_rencana_aksi(sesi: Session, tahun: int) -> PerjanjianKinerja | None:
    """The version whose rencana aksi are worked on: the one in force, else the one submitted."""
    pk = sesi.execute(pk_berlaku(tahun)).scalar_one_or_none()
    if pk is not None:
        return pk
    pk = sesi.execute(pk_terbaru(tahun)).scalar_one_or_none()
    return pk if pk is not None and pk.diajukan_pada is not None else None


def boleh_tulis(indikator: Indikator, oleh: Pelaku) -> bool:
    """The head of the indikator's unit, or who writes the PK."""
    kepala = any(j.peran in KEPALA_UNIT and j.unit_id == indikator.unit_id for j in oleh.jabatan)
    return kepala or oleh.boleh(Wewenang.TULIS_PK)


def tanpa_rencana_aksi(pk: PerjanjianKinerja, unit_id: frozenset[int] | None = None) -> Sequence[Indikator]:
    """Indikator that have none yet, of these units only where given."""
    return [
        i
        for s in pk.sasaran
        for i in s.indikator
        if not i.rencana_aksi and (unit_id is None or i.unit_id in unit_id)
    ]


def tambah_aksi(
    sesi: Session, indikator_id: int, isian: IsianAksi, oleh: Pelaku, pada: datetime
) -> RencanaAksi:
    indikator, pk = _indikator(sesi, indikator_id, oleh)
    nilai = _baca(isian)
    jumlah = len(sesi.execute(select(RencanaAksi.id).where(RencanaAksi.indikator_id == indikator.id)).all())
    if jumlah >= PALING_BANYAK:
        raise MasukanSalah(f"Paling banyak {PALING_BANYAK} kegiatan untuk satu indikator.", "kegiatan")
    aksi = RencanaAksi(indikator_id=indikator.id, **nilai)
    sesi.add(aksi)
    sesi.flush()
    sesi.expire(indikator, ["rencana_aksi"])  # the page that answers reads the list anew
    pesan = f"Rencana aksi “{aksi.kegiatan}” ditambahkan untuk indikator “{indikator.uraian}” {pk.tahun}."
    catat(sesi, oleh, pada, "tambah", _objek(indikator), pesan, sesudah=isi_aksi(aksi))
    return aksi


def ubah_aksi(sesi: Session, aksi_id: int, isian: IsianAksi, oleh: Pelaku, pada: datetime) -> RencanaAksi:
    aksi = ambil_aksi(sesi, aksi_id)
    indikator, pk = _indikator(sesi, aksi.indikator_id, oleh)
    nilai = _baca(isian)
    lama = isi_aksi(aksi)
    for medan, isi in nilai.items():
        setattr(aksi, medan, isi)
    sesi.flush()
    if isi_aksi(aksi) != lama:
        pesan = f"Rencana aksi “{aksi.kegiatan}” untuk indikator “{indikator.uraian}” {pk.tahun} diubah."
        catat(sesi, oleh, pada, "ubah", _objek(indikator), pesan, lama, isi_aksi(aksi))
    return aksi


def hapus_aksi(sesi: Session, aksi_id: int, oleh: Pelaku, pada: datetime) -> Indikator:
    """Take an activity out of the plan; the audit row keeps what it said."""
    aksi = ambil_aksi(sesi, aksi_id)
    indikator, pk = _indikator(sesi, aksi.indikator_id, oleh)
    pesan = f"Rencana aksi “{aksi.kegiatan}” untuk indikator “{indikator.uraian}” {pk.tahun} dihapus."
    catat(sesi, oleh, pada, "hapus", _objek(indikator), pesan, sebelum=isi_aksi(aksi))
    sesi.delete(aksi)
    sesi.flush()
    sesi.expire(indikator, ["rencana_aksi"])
    return indikator


def ambil_aksi(sesi: Session, aksi_id: int) -> RencanaAksi:
    aksi = sesi.get(RencanaAksi, aksi_id)
    if aksi is None:
        raise TidakDitemukan("Rencana aksi itu sudah tidak ada.")
    return aksi


def isi_aksi(aksi: RencanaAksi) -> dict[str, Any]:
    medan = ("id", "kegiatan", "target_tw1", "target_tw2", "target_tw3", "target_tw4", "pelaksana")
    return {nama: getattr(aksi, nama) for nama in medan}


def _objek(indikator: Indikator) -> str:
    return f"indikator:{indikator.id}"


def _indikator(sesi: Session, indikator_id: int, oleh: Pelaku) -> tuple[Indikator, PerjanjianKinerja]:
    """The indikator for its writer, on the version that is worked on now."""
    indikator = sesi.execute(
        select(Indikator)
        .options(joinedload(Indikator.sasaran).joinedload(Sasaran.pk))
        .where(Indikator.id == indikator_id)
    ).scalar_one_or_none()
    if indikator is None:
        raise TidakDitemukan("Indikator itu sudah tidak ada.")
    if not boleh_tulis(indikator, oleh):
        raise TidakBerwenang("Rencana aksi ditulis oleh kepala unit penanggung jawab indikator ini.")
    pk = indikator.sasaran.pk
    kini = pk_rencana_aksi(sesi, pk.tahun)
    if kini is None:
        raise SudahDikerjakan(f"{pk.nama} belum diajukan, jadi rencana aksinya belum dapat diisi.")
    if kini.id != pk.id:
        raise SudahDikerjakan(f"Rencana aksi sekarang ditulis pada {kini.nama}. Buka halamannya lagi.")
    return indikator, pk


def _baca(isian: IsianAksi) -> dict[str, str]:
    nilai = {"kegiatan": teks_wajib(isian.kegiatan, "kegiatan")}
    for medan in ("target_tw1", "target_tw2", "target_tw3", "target_tw4"):
        nilai[medan] = teks_bebas(getattr(isian, medan), medan, 200)
    if not any(nilai[f"target_tw{ke}"] for ke in range(1, 5)):
        raise MasukanSalah("Isi target paling sedikit pada satu triwulan, misalnya 2 rapat.", "target_tw1")
    return nilai | {"pelaksana": teks_wajib(isian.pelaksana, "pelaksana", 200)}
