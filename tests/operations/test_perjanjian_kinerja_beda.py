"""What a change of the PK changes, and taking a submission back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import SudahDikerjakan, TidakBerwenang
from kinerja.operations.perjanjian_kinerja.beda import Beda, beda_versi
from kinerja.operations.perjanjian_kinerja.indikator import hapus_indikator, tambah_indikator
from kinerja.operations.perjanjian_kinerja.persetujuan import ajukan_pk, buat_perubahan, riwayat_pk, tarik_pk
from kinerja.operations.perjanjian_kinerja.verba import Keadaan, ambil_pk, keadaan
from tests.data_uji_pk import bangun_pk
from tests.kantor_uji import orang_uji
from tests.operations.test_perjanjian_kinerja import PADA, draf, isian, penulis


def test_every_difference_is_told_old_and_new(sesi: Session) -> None:
    assert beda_versi(sesi, bangun_pk(sesi)) is None
    buat_perubahan(sesi, 2026, "anggaran bergeser", penulis(sesi), PADA)
    pk = ambil_pk(sesi, 2026, 2)
    assert beda_versi(sesi, pk) == ()
    pertama, kedua = pk.sasaran[:2]
    satu, dua = pertama.indikator[:2]
    satu.target_tahun, pertama.program[0].pagu = "90", Decimal(1_000_000)
    kedua.uraian = "Sasaran yang ditajamkan"
    sesi.flush()
    hapus_indikator(sesi, dua.id, penulis(sesi), PADA)
    tambah_indikator(sesi, pertama.id, isian(sesi, uraian="Jumlah inovasi"), penulis(sesi), PADA)
    beda = beda_versi(sesi, ambil_pk(sesi, 2026, 2))
    assert beda is not None
    assert Beda("Indikator 1.1 “Indeks Kepuasan Masyarakat”", "Target setahun", "85,5", "90") in beda
    assert Beda("Indikator 1.2", "", "–", "Jumlah inovasi") in beda
    assert any(b.baris == "Indikator 1.2 (lama)" and b.baru == "–" for b in beda)
    assert any(b.medan == "Anggaran" and b.baru == "Rp1.000.000" for b in beda)
    assert any(b.medan == "Sasaran strategis" and b.baru == "Sasaran yang ditajamkan" for b in beda)


def test_a_submission_is_taken_back_by_who_wrote_it_until_it_is_approved(sesi: Session) -> None:
    draf(sesi)
    with pytest.raises(SudahDikerjakan, match="belum diajukan"):
        tarik_pk(sesi, 2026, penulis(sesi), PADA)
    ajukan_pk(sesi, 2026, penulis(sesi), PADA)
    with pytest.raises(TidakBerwenang):
        tarik_pk(sesi, 2026, orang_uji(sesi, "kasubag_umum"), PADA)
    pk = tarik_pk(sesi, 2026, penulis(sesi), PADA)
    assert keadaan(pk) is Keadaan.DRAF
    assert [c.tindakan for c in riwayat_pk(sesi, pk)] == ["tarik", "ajukan"]
    assert ajukan_pk(sesi, 2026, penulis(sesi), PADA).diajukan_pada == PADA


def test_an_approved_pk_is_not_taken_back(sesi: Session) -> None:
    bangun_pk(sesi)
    with pytest.raises(SudahDikerjakan, match="sudah disetujui"):
        tarik_pk(sesi, 2026, penulis(sesi), PADA)
