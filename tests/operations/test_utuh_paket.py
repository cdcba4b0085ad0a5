"""All or nothing: a pack is asked for, finished or given up with its audit row, or not at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.models.catatan import Catatan
from kinerja.operations import paket as verba
from kinerja.web.transaksi import pembuka
from tests.data_uji_arsip import PADA
from tests.isian_formulir import Kiriman
from tests.kantor_uji import TAHUN
from tests.operations.test_utuh import Terputus, coba_putus, pengirim, putus
from tests.web.conftest import KantorPenuh, Masuk

pytestmark = pytest.mark.lambat


def test_a_pack_is_asked_for_with_its_audit_row(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]
) -> None:
    coba_putus(penuh, pengirim(penuh, masuk, isian, "paket.buat"), 2)


def _siap(sesi: Session, nomor: int) -> None:
    kepala = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    verba.siap(sesi, nomor, "a" * 64, 1, 1, 0, kepala, PADA)


@pytest.mark.parametrize("akhir", [_siap, lambda sesi, nomor: verba.gagalkan(sesi, nomor, "Gagal.", PADA)])
def test_a_pack_ends_with_its_audit_row(penuh: KantorPenuh, akhir: Callable[[Session, int], None]) -> None:
    with pembuka(penuh.app)(True) as sesi:
        nomor = verba.minta(sesi, TAHUN, None, PADA).id
    semula = penuh.isi()
    for ke in (1, 2):
        with putus(penuh, ke), pytest.raises(Terputus), pembuka(penuh.app)(True) as sesi:
            akhir(sesi, nomor)
        assert penuh.isi() == semula
    with pembuka(penuh.app)(True) as sesi:
        akhir(sesi, nomor)
    assert penuh.isi() != semula
