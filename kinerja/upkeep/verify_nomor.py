"""Numbers: every row has one, and those that were never given are shown."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from kinerja.domain.keutuhan import JenisTemuan, Temuan, rentang
from kinerja.domain.nomor import lompatan
from kinerja.models.basis_data import lepas
from kinerja.models.disposisi import Disposisi
from kinerja.models.dokumen import Dokumen
from kinerja.models.surat import SuratMasuk
from kinerja.upkeep.bertahap import satu_satu

# name, table, year, number, and what a row without a number looks like
_Daftar = tuple[str, type[Any], Any, Any, ColumnElement[bool]]
_BERNOMOR: tuple[_Daftar, ...] = (
    ("dokumen", Dokumen, Dokumen.tahun, Dokumen.urut, (Dokumen.urut < 1) | (Dokumen.nomor == "")),
    (
        "agenda disposisi",
        Disposisi,
        Disposisi.tahun,
        Disposisi.nomor_agenda,
        Disposisi.nomor_agenda < 1,
    ),
    (
        "agenda surat masuk",
        SuratMasuk,
        SuratMasuk.tahun,
        SuratMasuk.nomor_agenda,
        SuratMasuk.nomor_agenda < 1,
    ),
)


def nomor(sesi: Session) -> Iterator[Temuan]:
    """Rows without their number."""
    for nama, model, _, _, tanpa in _BERNOMOR:
        for (satu,) in satu_satu(sesi, select(model.id).where(tanpa), model.id):
            yield Temuan(JenisTemuan.TANPA_NOMOR, f"{nama} {satu} tanpa nomor")


def celah(sesi: Session) -> Iterator[Temuan]:
    """Numbers that were never given, a finding a list and year: shown, not an error."""
    for nama, _, tahun, urut, _ in _BERNOMOR:
        semua = sesi.execute(select(tahun, urut).where(urut > 0).order_by(tahun, urut)).all()
        lepas(sesi)
        for t, baris in groupby(semua, key=lambda satu: satu[0]):
            if kosong := list(lompatan(n for _, n in baris)):
                yield Temuan(JenisTemuan.CELAH, f"nomor {nama} {t} yang tidak terpakai: {rentang(kosong)}")
