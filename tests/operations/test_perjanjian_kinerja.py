"""Perjanjian Kinerja: writing, submitting, approving, changing."""

from __future__ import annotations

from sqlalchemy.orm import Session

from tests.data_uji_pk import bangun_pk


def test_the_test_pk_covers_every_metode_tipe_and_jenis_target(sesi: Session) -> None:
    indikator = [i for s in bangun_pk(sesi).sasaran for i in s.indikator]
    assert {i.metode for i in indikator} == {"positif", "negatif_a", "negatif_b"}
    assert {i.tipe for i in indikator} == {"kumulatif", "posisi_akhir", "rata_rata"}
    assert {i.jenis_target for i in indikator} == {"angka", "rentang", "predikat"}
    assert len({i.unit.nama for i in indikator}) == 6
    assert all(i.rencana_aksi for i in indikator)
