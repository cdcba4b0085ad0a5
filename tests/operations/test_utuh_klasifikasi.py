"""All or nothing for the schedule and the shelf: whichever statement fails, no part of the act stays."""

from __future__ import annotations

import pytest

from tests.isian_formulir import Kiriman
from tests.operations.test_utuh import coba_putus, pengirim
from tests.web.conftest import KantorPenuh, Masuk

pytestmark = pytest.mark.lambat


@pytest.mark.parametrize(
    "titik",
    [
        "klasifikasi.tambah",
        "klasifikasi.ubah",
        "klasifikasi.jenis",
        "klasifikasi.hentikan",
        "arsip.pindah_rak",
    ],
)
def test_a_change_and_its_audit_row_are_written_together(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman], titik: str
) -> None:
    coba_putus(penuh, pengirim(penuh, masuk, isian, titik), 2)
