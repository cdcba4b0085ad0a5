"""An office just installed: no post, no person."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from kinerja.models.basis_data import Model
from kinerja.operations.pemasangan import pasang
from kinerja.sop import PENGUMPULAN_DATA_KINERJA, muat
from tests.kantor_uji import AWAL
from tests.web.conftest import _penuh, isian, penuh

__all__ = ["_penuh", "isian", "kantor_kosong", "penuh"]


@pytest.fixture
def kantor_kosong() -> Iterator[Session]:
    mesin = create_engine("sqlite://")
    Model.metadata.create_all(mesin)
    with Session(mesin) as sesi:
        pasang(sesi, muat(), PENGUMPULAN_DATA_KINERJA, AWAL)
        yield sesi
    mesin.dispose()
