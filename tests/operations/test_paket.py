"""Asking for an inspection pack: one at a time, on record, and what a dead process left has failed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan
from kinerja.models.catatan import Catatan
from kinerja.operations import paket as verba
from tests.data_uji_arsip import PADA
from tests.kantor_uji import TAHUN, orang_uji


def _catatan(sesi: Session) -> list[tuple[str, str]]:
    pilih = select(Catatan).where(Catatan.objek.like("paket_inspeksi:%")).order_by(Catatan.seq)
    return [(c.tindakan, c.uraian) for c in sesi.execute(pilih).scalars()]


def _kepala(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def test_asking_and_finishing_are_on_record(sesi: Session) -> None:
    paket = verba.minta(sesi, TAHUN, orang_uji(sesi, "sekretaris"), PADA)
    assert verba.antrean(sesi) is paket
    verba.maju(sesi, paket.id, 3, 9, "Laporan")
    assert (paket.selesai, paket.jumlah, paket.kemajuan) == (3, 9, "Laporan")
    assert verba.antrean(sesi) is None
    kepala = _kepala(sesi)
    verba.siap(sesi, paket.id, "a" * 64, 12, 8, 1, kepala, PADA)
    assert (paket.keadaan, paket.selesai, paket.jumlah) == (verba.SIAP, 8, 9)
    assert (paket.kepala_seq, paket.kepala_hash) == (kepala.seq, kepala.hash)
    assert paket.kemajuan.startswith("1 berkas tidak dapat disertakan")
    assert _catatan(sesi) == [
        ("minta_paket", f"Paket inspeksi {TAHUN} diminta."),
        ("siapkan_paket", f"Paket inspeksi {TAHUN} yang diminta Sekretaris Uji selesai dibuat."),
    ]
    assert verba.daftar_paket(sesi) == [paket]


def test_a_year_never_opened_is_refused(sesi: Session) -> None:
    with pytest.raises(MasukanSalah, match="sudah dibuka") as salah:
        verba.minta(sesi, 2019, orang_uji(sesi, "camat"), PADA)
    assert salah.value.medan == "tahun"
    assert not _catatan(sesi)


def test_a_second_one_waits_and_learns_whose_is_first(sesi: Session) -> None:
    verba.minta(sesi, TAHUN, orang_uji(sesi, "sekretaris"), PADA)
    with pytest.raises(SudahDikerjakan, match=f"Paket {TAHUN} sedang dibuat atas permintaan Sekretaris Uji"):
        verba.minta(sesi, TAHUN, orang_uji(sesi, "camat"), PADA + timedelta(minutes=1))
    assert len(_catatan(sesi)) == 1


def test_what_a_dead_process_left_has_failed(sesi: Session) -> None:
    paket = verba.minta(sesi, TAHUN, None, PADA)
    assert paket.diminta_oleh_nama == "baris perintah"
    assert verba.tutup_terputus(sesi, PADA) == 1
    assert (paket.keadaan, paket.kemajuan) == (verba.GAGAL, verba.TERPUTUS)
    assert verba.tutup_terputus(sesi, PADA) == 0
    assert [t for t, _ in _catatan(sesi)] == ["minta_paket", "gagalkan_paket"]


def test_one_that_was_asked_for_hours_ago_stands_in_nobodys_way(sesi: Session) -> None:
    lama = verba.minta(sesi, TAHUN, None, PADA)
    baru = verba.minta(sesi, TAHUN, None, PADA + verba.DIANGGAP_MATI + timedelta(seconds=1))
    assert (lama.keadaan, baru.keadaan) == (verba.GAGAL, verba.DIBUAT)
