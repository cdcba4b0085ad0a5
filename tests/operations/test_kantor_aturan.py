"""The office's rules of the arithmetic reach every report."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy.orm import Session

from kinerja.domain.aturan import Aturan
from kinerja.domain.predikat import PERMENDAGRI_86_2017, baca_skala_predikat
from kinerja.models.kantor import kantor
from kinerja.operations.kantor_aturan import aturan_kantor, simpan_skala, skala_kantor
from kinerja.operations.laporan.data import data_laporan
from tests.data_uji_pk import bangun_pk


def test_a_new_office_has_the_defaults(sesi: Session) -> None:
    assert aturan_kantor(kantor(sesi)) == Aturan()


def test_every_setting_reaches_the_report(sesi: Session) -> None:
    office = kantor(sesi)
    skala = baca_skala_predikat("Skala kantor", "Perbup 5", [("90", "Baik"), ("", "Kurang")])
    office.batas_capaian, office.pin_negatif_b = Decimal(120), Decimal(100)
    office.serapan_rendah, office.desimal = Decimal(40), 1
    office.skala_predikat = simpan_skala(skala)
    office.sumber_aturan = {"batas_capaian": "Perbup 5", "desimal": ""}
    sesi.flush()
    aturan = data_laporan(sesi, bangun_pk(sesi)).aturan
    sumber = (("batas_capaian", "Perbup 5"),)
    assert aturan == Aturan(Decimal(120), Decimal(100), skala, Decimal(40), 1, sumber)


def test_the_table_everybody_starts_with_is_not_stored(sesi: Session) -> None:
    assert simpan_skala(PERMENDAGRI_86_2017) is None
    assert skala_kantor(kantor(sesi)) == PERMENDAGRI_86_2017
