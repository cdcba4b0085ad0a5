"""Asking for a check and what it leaves are whole or not there, whichever statement fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kinerja.models import db
from kinerja.models.basis_data import menulis
from kinerja.operations import periksa_arsip as verba
from kinerja.upkeep.utas import Utas
from kinerja.web.transaksi import pembuka
from tests.conftest import HARI_UJI
from tests.isian_formulir import Kiriman
from tests.operations.test_utuh import Terputus, coba_putus, pengirim, putus
from tests.web.conftest import KantorPenuh, Masuk

pytestmark = pytest.mark.lambat


@pytest.fixture
def utas(penuh: KantorPenuh) -> Iterator[Utas]:
    satu = Utas("uji", lambda: None, 3600)
    satu.mulai()
    penuh.app.extensions["kinerja_pemeriksa"] = satu
    yield satu
    del penuh.app.extensions["kinerja_pemeriksa"]
    satu.berhenti()


def test_a_check_that_was_asked_for_is_whole(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman], utas: Utas
) -> None:
    assert utas.jalan
    coba_putus(penuh, pengirim(penuh, masuk, isian, "pemeriksaan.mulai"), 2)


def test_a_check_within_the_request_is_whole(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]
) -> None:
    coba_putus(penuh, pengirim(penuh, masuk, isian, "pemeriksaan.mulai"), 3)


@pytest.mark.parametrize("ke", [1, 2])
def test_the_end_of_a_check_and_its_audit_row_are_one(penuh: KantorPenuh, ke: int) -> None:
    buka = pembuka(penuh.app)
    with buka(True) as sesi:
        nomor = verba.mulai(sesi, verba.MINGGUAN, "", HARI_UJI).id
    semula = penuh.isi()
    hasil = verba.HasilTercatat(3, 100, [], [], 0, "")
    with putus(penuh, ke), pytest.raises(Terputus), buka(True) as sesi:
        verba.selesaikan(sesi, nomor, hasil, HARI_UJI)
    assert penuh.isi() == semula
    with penuh.app.app_context():
        db.session.remove()
    menulis.set(False)
