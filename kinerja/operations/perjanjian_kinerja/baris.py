"""Sasaran and program of a draft: add, change, move, remove. A removed draft line was never official."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from kinerja.domain.angka import baca_rupiah, tulis_rupiah
from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan, TidakDitemukan
from kinerja.models.jabatan import Unit
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, Program, Sasaran
from kinerja.operations.catatan import catat
from kinerja.operations.perjanjian_kinerja.verba import kunci_draf, objek_pk, teks_bebas, teks_wajib


def sasaran_draf(sesi: Session, sasaran_id: int, oleh: Pelaku) -> tuple[PerjanjianKinerja, Sasaran]:
    """A sasaran with its PK, the PK being a draft the person may write."""
    sasaran = sesi.execute(
        select(Sasaran).options(joinedload(Sasaran.pk)).where(Sasaran.id == sasaran_id)
    ).scalar_one_or_none()
    if sasaran is None:
        raise TidakDitemukan("Sasaran itu sudah tidak ada pada draf.")
    pk = kunci_draf(sesi, sasaran.pk.tahun, oleh)
    if pk.id != sasaran.pk_id:
        raise SudahDikerjakan("Sasaran itu milik versi yang sudah disetujui; ubahlah pada draf perubahan.")
    return pk, sasaran


def unit_aktif(sesi: Session, unit_id: int | None, medan: str = "unit_id") -> Unit:
    unit = sesi.get(Unit, unit_id) if unit_id else None
    if unit is None or not unit.aktif:
        raise MasukanSalah("Pilih unit penanggung jawabnya.", medan)
    return unit


def tambah_sasaran(sesi: Session, tahun: int, uraian: str, oleh: Pelaku, pada: datetime) -> Sasaran:
    pk = kunci_draf(sesi, tahun, oleh)
    uraian = teks_wajib(uraian, "uraian")
    urut = nomor_berikut(sesi, Sasaran, Sasaran.pk_id == pk.id)
    sasaran = Sasaran(pk_id=pk.id, urut=urut, uraian=uraian)
    sesi.add(sasaran)
    sesi.flush()
    catat(
        sesi, oleh, pada, "tambah", objek_pk(pk), f"Sasaran {urut} ditambahkan.", sesudah=isi_sasaran(sasaran)
    )
    return sasaran


def ubah_sasaran(
    sesi: Session, sasaran_id: int, uraian: str, oleh: Pelaku, pada: datetime, urut: int | None = None
) -> Sasaran:
    pk, sasaran = sasaran_draf(sesi, sasaran_id, oleh)
    lama = isi_sasaran(sasaran)
    sasaran.uraian = teks_wajib(uraian, "uraian")
    letakkan(sesi, sasaran, Sasaran.pk_id == pk.id, urut)
    _catat_ubah(sesi, oleh, pada, pk, f"Sasaran {sasaran.urut}", lama, isi_sasaran(sasaran))
    return sasaran


def hapus_sasaran(sesi: Session, sasaran_id: int, oleh: Pelaku, pada: datetime) -> PerjanjianKinerja:
    """Only an empty one: what is under it is removed first, each on record."""
    pk, sasaran = sasaran_draf(sesi, sasaran_id, oleh)
    for anak, nama in ((Indikator, "indikator"), (Program, "program")):
        if sesi.execute(select(anak.id).where(anak.sasaran_id == sasaran.id).limit(1)).first():
            raise BelumLengkap(
                f"Sasaran ini masih mempunyai {nama}. Hapus dahulu {nama} di bawahnya, satu per satu."
            )
    pesan = f"Sasaran {sasaran.urut} dihapus dari draf."
    catat(sesi, oleh, pada, "hapus_draf", objek_pk(pk), pesan, sebelum=isi_sasaran(sasaran))
    buang(sesi, sasaran, Sasaran.pk_id == pk.id)
    return pk


def isi_sasaran(sasaran: Sasaran) -> dict[str, Any]:
    return {"id": sasaran.id, "urut": sasaran.urut, "uraian": sasaran.uraian}


@dataclass(frozen=True)
class IsianProgram:
    """A program as typed; ``pagu`` in rupiah ("Rp125.000.000")."""

    nama: str
    pagu: str
    keterangan: str
    unit_id: int | None
    urut: int | None = None


def tambah_program(
    sesi: Session, sasaran_id: int, isian: IsianProgram, oleh: Pelaku, pada: datetime
) -> Program:
    pk, sasaran = sasaran_draf(sesi, sasaran_id, oleh)
    nilai = _baca_program(sesi, isian)
    urut = nomor_berikut(sesi, Program, Program.sasaran_id == sasaran.id)
    program = Program(sasaran_id=sasaran.id, urut=urut, **nilai)
    sesi.add(program)
    sesi.flush()
    pesan = (
        f"Program “{program.nama}” ({tulis_rupiah(program.pagu)}) ditambahkan pada sasaran {sasaran.urut}."
    )
    catat(sesi, oleh, pada, "tambah", objek_pk(pk), pesan, sesudah=isi_program(program))
    return program


def ubah_program(
    sesi: Session, program_id: int, isian: IsianProgram, oleh: Pelaku, pada: datetime
) -> Program:
    program = _program(sesi, program_id)
    pk, sasaran = sasaran_draf(sesi, program.sasaran_id, oleh)
    nilai = _baca_program(sesi, isian)
    lama = isi_program(program)
    for medan, isi in nilai.items():
        setattr(program, medan, isi)
    letakkan(sesi, program, Program.sasaran_id == sasaran.id, isian.urut)
    _catat_ubah(sesi, oleh, pada, pk, f"Program “{program.nama}”", lama, isi_program(program))
    return program


def hapus_program(sesi: Session, program_id: int, oleh: Pelaku, pada: datetime) -> PerjanjianKinerja:
    program = _program(sesi, program_id)
    pk, sasaran = sasaran_draf(sesi, program.sasaran_id, oleh)
    pesan = f"Program “{program.nama}” dihapus dari draf."
    catat(sesi, oleh, pada, "hapus_draf", objek_pk(pk), pesan, sebelum=isi_program(program))
    buang(sesi, program, Program.sasaran_id == sasaran.id)
    return pk


def isi_program(program: Program) -> dict[str, Any]:
    medan = ("id", "urut", "nama", "pagu", "keterangan", "unit_id")
    return {nama: getattr(program, nama) for nama in medan}


def _program(sesi: Session, program_id: int) -> Program:
    program = sesi.get(Program, program_id)
    if program is None:
        raise TidakDitemukan("Program itu sudah tidak ada pada draf.")
    return program


def _baca_program(sesi: Session, isian: IsianProgram) -> dict[str, Any]:
    pagu: Decimal = baca_rupiah(isian.pagu, "pagu")
    return {
        "nama": teks_wajib(isian.nama, "nama"),
        "pagu": pagu,
        "keterangan": teks_bebas(isian.keterangan, "keterangan"),
        "unit_id": unit_aktif(sesi, isian.unit_id).id,
    }


def _catat_ubah(
    sesi: Session, oleh: Pelaku, pada: datetime, pk: PerjanjianKinerja, apa: str, lama: Any, baru: Any
) -> None:
    sesi.flush()
    if lama != baru:
        catat(sesi, oleh, pada, "ubah", objek_pk(pk), f"{apa} diubah.", lama, baru)


# Lines are numbered 1, 2, 3 … within what they stand under, without gaps: the number is printed.


def nomor_berikut(sesi: Session, model: Any, di_bawah: Any) -> int:
    terakhir = sesi.execute(select(func.max(model.urut)).where(di_bawah)).scalar_one()
    return int(terakhir or 0) + 1


def letakkan(sesi: Session, baris: Any, di_bawah: Any, urut: int | None) -> None:
    """Move a line to the place ``urut`` among its siblings; None leaves it where it is."""
    if urut is None or urut == baris.urut:
        return
    model = type(baris)
    saudara = list(
        sesi.execute(select(model).where(di_bawah, model.id != baris.id).order_by(model.urut)).scalars()
    )
    saudara.insert(min(max(urut, 1), len(saudara) + 1) - 1, baris)
    for ke, satu in enumerate(saudara, 1):
        satu.urut = ke
    sesi.flush()


def buang(sesi: Session, baris: Any, di_bawah: Any) -> None:
    """Delete a line and close the gap in the numbers."""
    model = type(baris)
    sesi.delete(baris)
    sesi.flush()
    for ke, satu in enumerate(sesi.execute(select(model).where(di_bawah).order_by(model.urut)).scalars(), 1):
        satu.urut = ke
    sesi.flush()
