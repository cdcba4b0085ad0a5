"""A unit's figures of a triwulan as a workbook, and back through the verbs of realisasi."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah, TidakDitemukan
from kinerja.domain.lembar_isian import Baris, BukuIsian, JenisBuku, JenisKolom, Kolom, Lembar, Nilai
from kinerja.domain.target import JenisTarget
from kinerja.models.periode import Periode
from kinerja.operations.impor.sumber import Sumber
from kinerja.operations.realisasi.cari import triwulan
from kinerja.operations.realisasi.hak import HakIsi, hak_isi, pastikan_boleh_isi
from kinerja.operations.realisasi.isian import IsianIndikator, IsianProgram, IsianUnit, isian_unit
from kinerja.operations.realisasi.verba import Ketikan, simpan_anggaran, simpan_realisasi

TIDAK_ADA = "n/a"
_TIDAK_ADA = frozenset({"n/a", "na"})
_URAIAN = ("faktor_pendukung", "hambatan", "tindak_lanjut")
_KOLOM = (
    Kolom("Nomor", lebar=8),
    Kolom("Indikator", lebar=42),
    Kolom("Satuan", lebar=12),
    Kolom("Target triwulan", JenisKolom.ANGKA, lebar=12),
    Kolom("Realisasi", JenisKolom.ANGKA, "nilai", 14, "Angka yang dicapai; n/a bila datanya tidak ada."),
    Kolom("Alasan n/a", JenisKolom.TEKS, "alasan_na", 26, "Hanya bila realisasinya n/a."),
    Kolom("Yang dihitung", lebar=34, bila_ada=True),
    Kolom("Pembilang", JenisKolom.ANGKA, "pembilang", 13, "Berapa yang memenuhi.", True),
    Kolom("Penyebut", JenisKolom.ANGKA, "penyebut", 13, "Dari berapa seluruhnya.", True),
    Kolom("Faktor pendukung", JenisKolom.TEKS, "faktor_pendukung", 36),
    Kolom("Hambatan", JenisKolom.TEKS, "hambatan", 36),
    Kolom("Tindak lanjut", JenisKolom.TEKS, "tindak_lanjut", 36),
)
_KOLOM_ANGGARAN = (
    Kolom("Nomor", lebar=8),
    Kolom("Program", lebar=52),
    Kolom("Pagu (Rp)", JenisKolom.RUPIAH, lebar=20),
    Kolom("Terpakai sebelumnya (Rp)", JenisKolom.RUPIAH, lebar=20),
    Kolom("Realisasi triwulan ini (Rp)", JenisKolom.RUPIAH, "anggaran", 22, "Rupiah triwulan ini saja."),
)


def buku_realisasi(sesi: Session, sumber: Sumber, oleh: Pelaku) -> BukuIsian:
    """The workbook of the own unit. Raises TidakDitemukan for another's."""
    periode, isian = _milik(sesi, sumber, oleh)
    hak = hak_isi(sesi, periode, sumber.unit_id, oleh)
    lembar = [Lembar("Indikator", _KOLOM, tuple(_indikator(i, hak) for i in isian.indikator))]
    if isian.program:
        lembar.append(Lembar("Anggaran", _KOLOM_ANGGARAN, tuple(_program(p, hak) for p in isian.program)))
    return BukuIsian(
        JenisBuku.REALISASI,
        periode.tahun,
        periode.id,
        sumber.unit_id,
        f"Realisasi {periode.nama}, {isian.unit.nama}",
        "Isi sel putih; sel abu-abu keterangan. Lihat lembar Petunjuk.",
        tuple(lembar),
    )


def pastikan_realisasi(sesi: Session, sumber: Sumber, oleh: Pelaku) -> None:
    """Raises the Kesalahan that says why the person may not fill now."""
    pastikan_boleh_isi(sesi, triwulan(sesi, sumber.periode_id), sumber.unit_id, oleh)


def terapkan_realisasi(
    sesi: Session, sumber: Sumber, kunci: str, isian: Mapping[str, str], oleh: Pelaku, pada: datetime
) -> None:
    """One row: what was typed on top of what is stored. Raises what the verb raises."""
    apa, _, nomor = kunci.partition(":")
    if apa == "program":
        simpan_anggaran(sesi, sumber.periode_id, int(nomor), isian["anggaran"], oleh, pada)
        return
    _, semua = _milik(sesi, sumber, oleh)
    i = next((i for i in semua.indikator if i.indikator.identitas == int(nomor)), None)
    if i is None:
        raise TidakDitemukan("Indikator itu bukan milik unit Anda.")
    ketikan = Ketikan(**(_tersimpan(i) | _terisi(i, isian)))
    simpan_realisasi(sesi, sumber.periode_id, int(nomor), ketikan, oleh, pada)


def _milik(sesi: Session, sumber: Sumber, oleh: Pelaku) -> tuple[Periode, IsianUnit]:
    periode = triwulan(sesi, sumber.periode_id)
    isian = isian_unit(sesi, periode, sumber.unit_id) if sumber.unit_id in oleh.unit_id else None
    if isian is None:
        raise TidakDitemukan("Isian itu bukan untuk unit Anda.")
    return periode, isian


def _indikator(i: IsianIndikator, hak: HakIsi) -> Baris:
    r, kartu = i.realisasi, i.indikator
    medan = {k.medan for k in _KOLOM if k.medan}
    terbuka = medan - (set() if i.nisbah else {"pembilang", "penyebut"})
    terkunci = medan - terbuka if hak.boleh(kartu.identitas) else medan
    nilai: Nilai = TIDAK_ADA if r is not None and r.na else _angka(r.nilai if r else None, i.jenis)
    target = kartu.target_triwulan[i.triwulan - 1]
    sel: tuple[Nilai, ...] = (
        i.nomor,
        kartu.uraian,
        kartu.satuan,
        _angka(target, i.jenis) if target and target != "0" and i.jenis is JenisTarget.ANGKA else i.target,
        nilai,
        r.alasan_na if r else "",
        f"{i.nisbah.pembilang} dari {i.nisbah.penyebut}" if i.nisbah else "",
        Decimal(r.pembilang) if r and r.pembilang else None,
        Decimal(r.penyebut) if r and r.penyebut else None,
        *(getattr(r, nama) if r else "" for nama in _URAIAN),
    )
    pilihan = (("nilai", (*(kartu.skala or ()), TIDAK_ADA)),) if i.jenis is JenisTarget.PREDIKAT else ()
    return Baris(
        f"indikator:{kartu.identitas}", f"{i.nomor} {kartu.uraian}", sel, frozenset(terkunci), pilihan
    )


def _angka(teks: str | None, jenis: JenisTarget) -> Nilai:
    if not teks:
        return "" if jenis is JenisTarget.PREDIKAT else None
    return teks if jenis is JenisTarget.PREDIKAT else Decimal(teks)


def _program(p: IsianProgram, hak: HakIsi) -> Baris:
    sel: tuple[Nilai, ...] = (p.nomor, p.program.nama, p.program.pagu, p.terpakai_lalu, p.nilai)
    terkunci = frozenset() if hak.isi else frozenset({"anggaran"})
    return Baris(f"program:{p.program.identitas}", f"{p.nomor} {p.program.nama}", sel, terkunci)


def _tersimpan(i: IsianIndikator) -> dict[str, Any]:
    """What is stored, in the words of Ketikan."""
    r = i.realisasi
    return {
        "nilai": "" if i.nisbah else i.ketikan,
        "na": bool(r and r.na),
        "alasan_na": r.alasan_na if r else "",
        **{nama: getattr(r, nama) if r else "" for nama in _URAIAN},
        "pembilang": ((r.pembilang if r else None) or "").replace(".", ","),
        "penyebut": ((r.penyebut if r else None) or "").replace(".", ","),
    }


def _terisi(i: IsianIndikator, isian: Mapping[str, str]) -> dict[str, Any]:
    """What the cells say, as fields of Ketikan."""
    hasil: dict[str, Any] = dict(isian)
    if "nilai" in isian and isian["nilai"].casefold() in _TIDAK_ADA:
        hasil |= {"na": True, "nilai": ""}
        if i.nisbah:
            hasil |= {"pembilang": "", "penyebut": ""}
    elif "nilai" in isian and i.nisbah:
        raise MasukanSalah(
            "Realisasi indikator ini dihitung dari pembilang dan penyebut. Isi kedua angka itu; "
            "pada kolom ini hanya dapat ditulis n/a.",
            "nilai",
        )
    elif {"nilai", "pembilang", "penyebut"} & set(isian):
        hasil |= {"na": False, "alasan_na": ""}
    if "alasan_na" in isian and not hasil.get("na", bool(i.realisasi and i.realisasi.na)):
        raise MasukanSalah("Alasan hanya untuk realisasi n/a. Tulis n/a pada kolom Realisasi.", "alasan_na")
    return hasil
