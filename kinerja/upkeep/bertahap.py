"""Reading a table in pieces: between two of them no transaction is open, so nobody's writing waits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Row, Select
from sqlalchemy.orm import Session

from kinerja.models.basis_data import lepas

SEKALI = 500


def bertahap(
    sesi: Session, pilih: Select[*tuple[Any, ...]], kunci: Any, banyak: int = SEKALI
) -> Iterator[Sequence[Row[*tuple[Any, ...]]]]:
    """The rows in the order of ``kunci``, which is unique and the first thing selected."""
    berikut = pilih.order_by(kunci).limit(banyak)
    bagian = sesi.execute(berikut).all()
    lepas(sesi)
    while bagian:
        yield bagian
        if len(bagian) < banyak:
            return
        bagian = sesi.execute(berikut.where(kunci > bagian[-1][0])).all()
        lepas(sesi)


def satu_satu(
    sesi: Session, pilih: Select[*tuple[Any, ...]], kunci: Any, banyak: int = SEKALI
) -> Iterator[Row[*tuple[Any, ...]]]:
    """The same, row by row."""
    for bagian in bertahap(sesi, pilih, kunci, banyak):
        yield from bagian
