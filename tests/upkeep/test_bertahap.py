"""Pieces hold every row once, in order, and leave no transaction open between them."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.models.jabatan import Jabatan
from kinerja.upkeep.bertahap import bertahap, satu_satu


@pytest.mark.parametrize("banyak", [1, 5, 12, 500])
def test_every_row_once_in_order(sesi: Session, banyak: int) -> None:
    semua = sorted(sesi.execute(select(Jabatan.id)).scalars())
    assert len(semua) == 12
    bagian = []
    for satu in bertahap(sesi, select(Jabatan.id, Jabatan.nama), Jabatan.id, banyak):
        assert not sesi.in_transaction()
        assert len(satu) <= banyak
        bagian += [baris[0] for baris in satu]
    assert bagian == semua
    assert [n for (n,) in satu_satu(sesi, select(Jabatan.id), Jabatan.id, banyak)] == semua
