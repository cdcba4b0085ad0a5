"""The database itself, and rows that must agree with the rows they point at."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from sqlalchemy import Select, select, text
from sqlalchemy.orm import Session

from kinerja.domain.keutuhan import JenisTemuan, Temuan
from kinerja.models.basis_data import lepas
from kinerja.models.disposisi import CabangDisposisi, PenyelesaianCabang
from kinerja.models.dokumen import Arsip
from kinerja.models.pindaian import LembarPindaian, Pindaian
from kinerja.models.tugas import Penyelesaian, Tugas
from kinerja.upkeep.bertahap import satu_satu

_rusak = partial(Temuan, JenisTemuan.BASIS_DATA)


def basis_data(sesi: Session) -> Iterator[Temuan]:
    """What the database says of itself (SQLite); every pointer to a row that is not there."""
    if sesi.get_bind().dialect.name != "sqlite":
        return
    pesan = sesi.execute(text("PRAGMA integrity_check")).scalars().all()
    asing = sesi.execute(text("PRAGMA foreign_key_check")).all()
    lepas(sesi)
    for satu in pesan:
        if satu != "ok":
            yield _rusak(f"integrity_check: {satu}")
    for baris in asing:
        yield _rusak(
            f"foreign_key_check: tabel {baris[0]} baris {baris[1]} menunjuk ke {baris[2]} yang tidak ada"
        )


def penunjuk(sesi: Session) -> Iterator[Temuan]:
    """Pairs of rows that point at each other agree: steps, branches, receipts of files."""
    for pilih, kunci, kata in _ATURAN:
        for (satu,) in satu_satu(sesi, pilih, kunci):
            yield Temuan(JenisTemuan.PENUNJUK, kata.format(satu))


_Aturan = tuple[Select[*tuple[Any, ...]], Any, str]

_ATURAN: tuple[_Aturan, ...] = (
    (
        select(Tugas.id)
        .join(Penyelesaian, Penyelesaian.id == Tugas.penyelesaian_id)
        .where(Penyelesaian.tugas_id != Tugas.id),
        Tugas.id,
        "tugas {} menunjuk penyelesaian tugas lain",
    ),
    (
        select(Tugas.id).where(Tugas.penyelesaian_id.is_not(None), Tugas.dibuka_pada.is_(None)),
        Tugas.id,
        "tugas {} selesai tanpa pernah dibuka",
    ),
    (
        select(CabangDisposisi.id)
        .join(PenyelesaianCabang, PenyelesaianCabang.id == CabangDisposisi.penyelesaian_id)
        .where(PenyelesaianCabang.cabang_id != CabangDisposisi.id),
        CabangDisposisi.id,
        "cabang disposisi {} menunjuk penyelesaian cabang lain",
    ),
    (
        select(CabangDisposisi.id).where(
            CabangDisposisi.penyelesaian_id.is_(None),
            CabangDisposisi.id.in_(select(PenyelesaianCabang.cabang_id)),
        ),
        CabangDisposisi.id,
        "cabang disposisi {} sudah diselesaikan tetapi tercatat terbuka",
    ),
    (
        select(Arsip.id)
        .join(Pindaian, Pindaian.id == Arsip.pindaian_id)
        .where(
            (Arsip.berkas_id != Pindaian.berkas_id) | (Arsip.dokumen_id.is_distinct_from(Pindaian.dokumen_id))
        ),
        Arsip.id,
        "arsip {} bukan berkas atau dokumen dari pindaian asalnya",
    ),
    (
        select(Pindaian.id)
        .outerjoin(Arsip, Arsip.pindaian_id == Pindaian.id)
        .where(Pindaian.keadaan == "diarsipkan", Arsip.id.is_(None)),
        Pindaian.id,
        "pindaian {} tercatat diarsipkan tetapi tidak ada di arsip",
    ),
    (
        select(LembarPindaian.id)
        .join(Pindaian, Pindaian.id == LembarPindaian.pindaian_id)
        .where(LembarPindaian.urut < 1),
        LembarPindaian.id,
        "lembar pindaian {} tanpa urutan",
    ),
)
