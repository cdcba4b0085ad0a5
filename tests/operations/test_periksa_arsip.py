"""A check is asked for once at a time, comes every week, and is on record; people are warned in time."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import SudahDikerjakan, TidakBerwenang
from kinerja.models.catatan import Catatan
from kinerja.models.pemeriksaan import PeriksaArsip
from kinerja.operations import periksa_arsip as verba
from tests.data_uji_arsip import PADA
from tests.kantor_uji import AWAL, orang_uji

UTUH = verba.HasilTercatat(120, 5_000_000, [], [], 9, "ab" * 32)
SATU = [{"jenis": "hilang", "pesan": "berkas x hilang", "sha256": ""}]
RUSAK = verba.HasilTercatat(120, 5_000_000, SATU, [], 9, "ab" * 32)
MENIT = timedelta(minutes=1)
HARI = timedelta(days=1)


def akhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


@pytest.mark.parametrize("siapa", ["admin", "sekretaris", "kasubag_umum"])
def test_a_check_asked_for_is_on_record_with_its_asker_and_its_result(sesi: Session, siapa: str) -> None:
    oleh = orang_uji(sesi, siapa)
    baris = verba.minta(sesi, oleh, PADA)
    assert (baris.sebab, baris.oleh_nama, baris.selesai_pada) == ("permintaan", oleh.nama, None)
    assert (akhir(sesi).tindakan, akhir(sesi).pelaku_nama) == ("minta_periksa", oleh.nama)
    verba.selesaikan(sesi, baris.id, RUSAK, PADA + MENIT)
    assert (baris.berkas, baris.bita, baris.rusak) == (120, 5_000_000, SATU)
    assert (baris.kepala_seq, baris.kepala_hash) == (9, "ab" * 32)
    assert baris.selesai_pada == PADA + MENIT
    assert akhir(sesi).pelaku_nama == "sistem"
    assert akhir(sesi).uraian == "Pemeriksaan arsip selesai: 120 berkas dibaca, 1 masalah."


@pytest.mark.parametrize("siapa", ["camat", "kasubag_perencanaan", "kasi_pmd", "staf_pelayanan"])
def test_others_do_not_start_one(sesi: Session, siapa: str) -> None:
    with pytest.raises(TidakBerwenang):
        verba.minta(sesi, orang_uji(sesi, siapa), PADA)


def test_while_one_runs_no_second_begins_until_it_has_been_silent_for_long(sesi: Session) -> None:
    admin = orang_uji(sesi, "admin")
    satu = verba.minta(sesi, admin, PADA)
    with pytest.raises(SudahDikerjakan, match="diminta Admin sistem Uji"):
        verba.minta(sesi, admin, PADA + 2 * MENIT)
    verba.berdenyut(sesi, satu.id, 40, 1000, 120, PADA + 2 * MENIT)
    assert (satu.berkas, satu.bita, satu.jumlah) == (40, 1000, 120)
    assert verba.berjalan(sesi, PADA + 4 * MENIT) is satu
    assert verba.berjalan(sesi, PADA + 6 * MENIT) is None
    assert not verba.hidup(satu, PADA + 6 * MENIT)
    assert verba.minta(sesi, admin, PADA + 6 * MENIT).id != satu.id


def test_the_weekly_check_is_due_a_week_after_the_last_whole_one(sesi: Session) -> None:
    assert verba.saatnya(sesi, PADA)
    verba.catat_selesai(sesi, UTUH, PADA, 30)
    terakhir = verba.terakhir(sesi)
    assert terakhir is not None and terakhir.sebab == "baris_perintah"
    assert terakhir.dimulai_pada == PADA - timedelta(seconds=30)
    assert not verba.saatnya(sesi, PADA + 6 * HARI)
    assert verba.saatnya(sesi, PADA + 7 * HARI)


def test_a_check_dated_far_ahead_by_a_wrong_clock_does_not_put_off_the_next(sesi: Session) -> None:
    verba.catat_selesai(sesi, UTUH, PADA + 3650 * HARI, 30)
    assert verba.saatnya(sesi, PADA)
    assert verba.peringatan(sesi, PADA) is not None
    verba.catat_selesai(sesi, UTUH, PADA, 30)
    assert not verba.saatnya(sesi, PADA + HARI)
    assert not verba.saatnya(sesi, PADA - HARI), "set back a little"
    assert verba.peringatan(sesi, PADA) is None


def test_a_check_that_was_cut_off_is_tried_again_hours_later_not_at_once(sesi: Session) -> None:
    verba.mulai(sesi, verba.MINGGUAN, "", PADA)
    assert not verba.saatnya(sesi, PADA + MENIT)
    assert not verba.saatnya(sesi, PADA + 60 * MENIT)
    assert verba.saatnya(sesi, PADA + 4 * 60 * MENIT)
    assert verba.terakhir(sesi) is None


def test_people_are_warned_of_faults_of_age_and_of_none_at_all(sesi: Session) -> None:
    assert verba.peringatan(sesi, AWAL + 13 * HARI) is None, "a new office"
    belum = verba.peringatan(sesi, AWAL + 20 * HARI)
    assert belum is not None and (belum.rusak, belum.pernah) == (0, False)
    verba.catat_selesai(sesi, UTUH, PADA, 1)
    assert verba.peringatan(sesi, PADA + 14 * HARI - MENIT) is None
    lama = verba.peringatan(sesi, PADA + 15 * HARI)
    assert lama is not None and (lama.rusak, lama.hari, lama.pernah) == (0, 15, True)
    verba.catat_selesai(sesi, RUSAK, PADA + HARI, 1)
    rusak = verba.peringatan(sesi, PADA + HARI)
    assert rusak is not None and (rusak.rusak, rusak.pernah) == (1, True)
    verba.mulai(sesi, verba.MINGGUAN, "", PADA + HARI)
    assert verba.peringatan(sesi, PADA + HARI) == rusak, "one that runs changes nothing yet"


def test_the_list_is_newest_first(sesi: Session) -> None:
    for n in range(3):
        verba.catat_selesai(sesi, UTUH, PADA + n * HARI, 1)
    assert [b.id for b in verba.daftar(sesi, 2)] == [3, 2]
    assert len(sesi.execute(select(PeriksaArsip)).all()) == 3
