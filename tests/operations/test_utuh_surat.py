"""All or nothing for runs, letters and sheets: whichever statement fails, no part of the act stays."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.lembar_sop import LembarSop
from tests.data_uji_berkas import png
from tests.isian_formulir import Kiriman
from tests.operations.test_utuh import coba_putus, pengirim, putus
from tests.web.conftest import KantorPenuh, Masuk


def test_a_run_is_started_or_given_up_whole(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]
) -> None:
    coba_putus(penuh, pengirim(penuh, masuk, isian, "jalan.mulai"), 9, langkah=4)
    coba_putus(penuh, pengirim(penuh, masuk, isian, "jalan.batalkan"), 3)


def test_a_letter_is_saved_whole(penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]) -> None:
    coba_putus(penuh, pengirim(penuh, masuk, isian, "surat_keluar.simpan"), 1)


def test_an_incoming_letter_is_written_down_decided_or_struck_out_whole(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]
) -> None:
    pindaian = (png(), "pindai.png")
    coba_putus(penuh, pengirim(penuh, masuk, isian, "surat_masuk.catat", berkas=pindaian), 3)
    for titik, paling_sedikit in (
        ("surat_masuk.batalkan", 2),
        ("surat_masuk.arsipkan", 2),
        ("surat_masuk.disposisikan", 4),
        ("disposisi.ingatkan", 2),
    ):
        coba_putus(penuh, pengirim(penuh, masuk, isian, titik), paling_sedikit)


def test_a_sheet_is_loaded_dropped_stopped_or_taken_up_whole(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman]
) -> None:
    for titik, paling_sedikit in (
        ("lembar_muat.muat_rancangan", 3),
        ("lembar_muat.buang", 1),
    ):
        coba_putus(penuh, pengirim(penuh, masuk, isian, titik), paling_sedikit)


@pytest.mark.parametrize("titik", ["lembar_muat.hentikan", "lembar_muat.pakai_lagi"])
def test_a_sheet_is_stopped_or_taken_up_with_its_audit_row(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, Kiriman], titik: str
) -> None:
    """Rows are compared, not bytes: a sheet takes several pages, and SQLite leaves freed ones as they are."""
    kirim = pengirim(penuh, masuk, isian, titik)

    def keadaan() -> tuple[object, ...]:
        with penuh.app.app_context():
            lembar = db.session.execute(select(LembarSop.id, LembarSop.dihentikan_pada)).all()
            jumlah = db.session.execute(select(func.count()).select_from(Catatan)).scalar_one()
            db.session.remove()
        return (*map(tuple, lembar), jumlah)

    semula = keadaan()
    for ke in (1, 2):
        with putus(penuh, ke):
            assert kirim().status_code == 500
        assert keadaan() == semula
    assert kirim().status_code == 303
    assert keadaan() != semula
