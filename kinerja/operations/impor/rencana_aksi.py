"""A unit's rencana aksi of a year as a workbook, with room for new activities, and back through its verbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import TidakBerwenang, TidakDitemukan
from kinerja.domain.lembar_isian import Baris, BukuIsian, JenisBuku, JenisKolom, Kolom, Lembar
from kinerja.domain.target import JenisTarget, tulis_target
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja
from kinerja.operations.impor.sumber import Sumber
from kinerja.operations.rencana_aksi import (
    IsianAksi,
    ambil_aksi,
    boleh_tulis,
    pk_rencana_aksi,
    tambah_aksi,
    ubah_aksi,
)

BARIS_BARU = 3  # empty rows offered for each indikator
_MEDAN = tuple(f.name for f in fields(IsianAksi))
_KOLOM = (
    Kolom("Nomor", lebar=8),
    Kolom("Indikator", lebar=40),
    Kolom("Target setahun", lebar=14),
    Kolom("Kegiatan", JenisKolom.TEKS, "kegiatan", 44, "Baris kosong di bawahnya untuk kegiatan baru."),
    *(
        Kolom(f"Target TW {romawi}", JenisKolom.TEKS, f"target_tw{ke}", 14, "Misalnya 2 rapat.")
        for ke, romawi in enumerate(("I", "II", "III", "IV"), 1)
    ),
    Kolom("Pelaksana", JenisKolom.TEKS, "pelaksana", 30),
)


def buku_rencana_aksi(sesi: Session, sumber: Sumber, oleh: Pelaku) -> BukuIsian:
    """The workbook of one unit, for its head or who writes the PK."""
    pk, indikator = _milik(sesi, sumber, oleh)
    baris = [baris for nomor, i in indikator for baris in _baris(nomor, i)]
    return BukuIsian(
        JenisBuku.RENCANA_AKSI,
        sumber.tahun,
        0,
        sumber.unit_id,
        f"Rencana aksi {sumber.tahun}, {indikator[0][1].unit.nama}",
        f"{pk.nama}. Kegiatan baru ditulis pada baris kosong di bawah indikatornya.",
        (Lembar("Rencana aksi", _KOLOM, tuple(baris)),),
    )


def pastikan_rencana_aksi(sesi: Session, sumber: Sumber, oleh: Pelaku) -> None:
    """Raises unless the person writes this unit's rencana aksi now."""
    _milik(sesi, sumber, oleh)


def terapkan_rencana_aksi(
    sesi: Session, sumber: Sumber, kunci: str, isian: Mapping[str, str], oleh: Pelaku, pada: datetime
) -> None:
    """One activity, changed or new. Raises what the verb raises."""
    apa, _, nomor = kunci.partition(":")
    if apa == "aksi":
        aksi = ambil_aksi(sesi, int(nomor))
        lama = {nama: getattr(aksi, nama) for nama in _MEDAN}
        ubah_aksi(sesi, aksi.id, IsianAksi(**(lama | dict(isian))), oleh, pada)
    else:
        kosong = dict.fromkeys(_MEDAN, "")
        tambah_aksi(sesi, int(nomor.partition(":")[0]), IsianAksi(**(kosong | dict(isian))), oleh, pada)


def _milik(
    sesi: Session, sumber: Sumber, oleh: Pelaku
) -> tuple[PerjanjianKinerja, list[tuple[str, Indikator]]]:
    pk = pk_rencana_aksi(sesi, sumber.tahun)
    semua = [
        (f"{s.urut}.{i.urut}", i)
        for s in (pk.sasaran if pk else ())
        for i in s.indikator
        if i.unit_id == sumber.unit_id
    ]
    if pk is None or not semua:
        raise TidakDitemukan(f"Unit itu tidak punya indikator pada Perjanjian Kinerja {sumber.tahun}.")
    if not boleh_tulis(semua[0][1], oleh):
        raise TidakBerwenang("Rencana aksi ditulis oleh kepala unit penanggung jawab indikator ini.")
    return pk, semua


def _baris(nomor: str, i: Indikator) -> list[Baris]:
    konteks = (nomor, i.uraian, tulis_target(i.target_tahun, JenisTarget(i.jenis_target)))
    ada = [
        Baris(
            f"aksi:{aksi.id}",
            f"{nomor} {aksi.kegiatan}",
            (*konteks, *(getattr(aksi, nama) for nama in _MEDAN)),
        )
        for aksi in i.rencana_aksi
    ]
    baru = [
        Baris(
            f"baru:{i.id}:{ke}", f"{nomor} kegiatan baru untuk {i.uraian}", (*konteks, *("" for _ in _MEDAN))
        )
        for ke in range(1, BARIS_BARU + 1)
    ]
    return ada + baru
