"""New lines of a draft Perjanjian Kinerja from its workbook: sasaran, indikator, program.

A new indikator or program names its sasaran by number; that of a new sasaran stands beside its empty row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any, NoReturn

from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.capaian import Metode, Tipe
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.lembar_isian import Baris, Nilai
from kinerja.domain.target import JenisTarget
from kinerja.models.jabatan import Unit
from kinerja.models.perjanjian_kinerja import Indikator, Program, Sasaran
from kinerja.operations.perjanjian_kinerja.baris import IsianProgram, tambah_program, tambah_sasaran
from kinerja.operations.perjanjian_kinerja.indikator import (
    IsianIndikator,
    KartuSalah,
    baca_kartu,
    tambah_indikator,
)
from kinerja.operations.perjanjian_kinerja.verba import kunci_draf

RUANG = {"sasaran": 8, "indikator": 24, "program": 16}  # empty rows offered on each sheet


def baris_baru(sesi: Session) -> tuple[Baris, Baris, Baris]:
    """What an unnamed row on each of the three sheets stands for, with the words to choose from."""
    unit = tuple(sesi.execute(select(Unit.nama).where(Unit.aktif).order_by(Unit.id)).scalars())
    pilihan = (
        ("jenis_target", tuple(satu.label for satu in JenisTarget)),
        ("unit_id", unit),
        ("metode", tuple(satu.label for satu in Metode)),
        ("tipe", tuple(satu.label for satu in Tipe)),
    )
    indikator: tuple[Nilai, ...] = (
        "",
        None,
        "",
        "",
        "",
        *(None,) * 5,
        *("",) * 8,
        None,
        *("",) * 3,
        None,
        None,
    )
    return (
        Baris("baru:sasaran", "Sasaran baru", ("", "")),
        Baris("baru:indikator", "Indikator baru", indikator, pilihan=pilihan),
        Baris("baru:program", "Program baru", ("", None, "", None, "", ""), pilihan=(("unit_id", unit),)),
    )


def ruang(baru: Baris | None, jumlah_sasaran: int) -> Iterable[Baris]:
    """The empty rows of a sheet; those for sasaran carry the number they will get."""
    if baru is None:
        return
    apa = baru.kunci.partition(":")[2]
    for ke in range(1, RUANG[apa] + 1):
        nomor = jumlah_sasaran + ke if apa == "sasaran" else ke
        sel = (str(nomor), *baru.sel[1:]) if apa == "sasaran" else baru.sel
        nama = f"Sasaran baru {nomor}" if apa == "sasaran" else baru.nama
        yield replace(baru, kunci=f"{baru.kunci}:{nomor}", nama=nama, sel=sel)


def terapkan_baru(
    sesi: Session, tahun: int, kunci: str, isian: Mapping[str, str], oleh: Pelaku, pada: datetime
) -> None:
    """One new line; ``kunci`` is "indikator:3". Raises MasukanSalah on a field, KartuSalah for several."""
    apa, _, nomor = kunci.partition(":")
    if apa == "sasaran":
        _sasaran(sesi, tahun, nomor, isian, oleh, pada)
        return
    ketikan: dict[str, Any] = {nama: isi for nama, isi in isian.items() if nama != "sasaran"}
    ketikan["unit_id"] = _unit(sesi, isian.get("unit_id", ""))
    if apa == "program":
        _program(sesi, tahun, isian, ketikan, oleh, pada)
    else:
        _indikator(sesi, tahun, isian, ketikan, oleh, pada)


def _sasaran(
    sesi: Session, tahun: int, nomor: str, isian: Mapping[str, str], oleh: Pelaku, pada: datetime
) -> None:
    pk = kunci_draf(sesi, tahun, oleh)
    ada = sesi.execute(select(Sasaran.uraian).where(Sasaran.pk_id == pk.id)).scalars()
    _tolak_kembar(ada, isian.get("uraian", ""), "uraian", "Sasaran ini sudah ada pada draf.")
    sasaran = tambah_sasaran(sesi, tahun, isian.get("uraian", ""), oleh, pada)
    if nomor.isdecimal() and sasaran.urut != int(nomor):
        raise MasukanSalah(
            f"Ada baris sasaran kosong di atasnya: baris ini bernomor {nomor}, padahal sasaran berikutnya "
            f"nomor {sasaran.urut}. Isi baris sasaran baru berurutan dari atas.",
            "uraian",
        )


def _program(
    sesi: Session, tahun: int, isian: Mapping[str, str], ketikan: dict[str, Any], oleh: Pelaku, pada: datetime
) -> None:
    sasaran = _sasaran_ke(sesi, tahun, isian.get("sasaran", ""), oleh)
    ada = sesi.execute(select(Program.nama).where(Program.sasaran_id == sasaran.id)).scalars()
    pesan = f"Program ini sudah ada pada sasaran {sasaran.urut}. Ubahlah pada barisnya sendiri."
    _tolak_kembar(ada, isian.get("nama", ""), "nama", pesan)
    if not isian.get("pagu"):
        raise MasukanSalah("Isi anggarannya; 0 bila memang tanpa anggaran.", "pagu")
    lengkap = {"nama": "", "pagu": "", "keterangan": ""} | ketikan
    tambah_program(sesi, sasaran.id, IsianProgram(**lengkap), oleh, pada)


def _indikator(
    sesi: Session, tahun: int, isian: Mapping[str, str], ketikan: dict[str, Any], oleh: Pelaku, pada: datetime
) -> None:
    kata: tuple[tuple[str, Iterable[Any]], ...] = (
        ("jenis_target", JenisTarget),
        ("metode", Metode),
        ("tipe", Tipe),
    )
    for medan, pilihan in kata:
        ketikan[medan] = _nilai(ketikan.get(medan, ""), pilihan)
    wajib = {f.name: "" for f in fields(IsianIndikator) if f.name not in ("urut", "riwayat")}
    kartu = IsianIndikator(**(wajib | ketikan))
    try:
        sasaran = _sasaran_ke(sesi, tahun, isian.get("sasaran", ""), oleh)
        ada = sesi.execute(select(Indikator.uraian).where(Indikator.sasaran_id == sasaran.id)).scalars()
        pesan = f"Indikator ini sudah ada pada sasaran {sasaran.urut}. Ubahlah pada barisnya sendiri."
        _tolak_kembar(ada, kartu.uraian, "uraian", pesan)
    except MasukanSalah as salah:
        _semua(sesi, kartu, salah)
    tambah_indikator(sesi, sasaran.id, kartu, oleh, pada)


def _semua(sesi: Session, kartu: IsianIndikator, salah: MasukanSalah) -> NoReturn:
    """The error of the row together with those of its card."""
    try:
        baca_kartu(sesi, kartu)
    except KartuSalah as lain:
        raise KartuSalah([salah, *lain.semua]) from None
    raise salah


def _sasaran_ke(sesi: Session, tahun: int, nomor: str, oleh: Pelaku) -> Sasaran:
    pk = kunci_draf(sesi, tahun, oleh)
    ada = {s.urut: s for s in sesi.execute(select(Sasaran).where(Sasaran.pk_id == pk.id)).scalars()}
    if nomor.strip().isdecimal() and len(nomor) < 5 and int(nomor) in ada:
        return ada[int(nomor)]
    daftar = ", ".join(map(str, sorted(ada)))
    sebab = f"Nomor sasaran yang ada: {daftar}." if ada else "Isi dahulu lembar Sasaran."
    awal = f"Sasaran nomor “{nomor[:20]}” tidak ada." if nomor else "Isi nomor sasarannya."
    raise MasukanSalah(f"{awal} {sebab}", "sasaran")


def _unit(sesi: Session, nama: str) -> int | None:
    """The active unit of that name, however its letters are cased; None is told by the verb."""
    ada = sesi.execute(select(Unit).where(Unit.aktif)).scalars()
    return next((unit.id for unit in ada if _polos(unit.nama) == _polos(nama)), None)


def _nilai(kata: str, pilihan: Iterable[Any]) -> str:
    """The stored word of a label; anything else as it is, for the verb to refuse."""
    return next((str(satu.value) for satu in pilihan if _polos(satu.label) == _polos(kata)), kata)


def _tolak_kembar(ada: Iterable[str], baru: str, medan: str, pesan: str) -> None:
    """The same workbook sent twice, or a row written twice, must not make two lines."""
    if baru and _polos(baru) in map(_polos, ada):
        raise MasukanSalah(pesan, medan)


def _polos(teks: str) -> str:
    return " ".join(teks.split()).casefold()
