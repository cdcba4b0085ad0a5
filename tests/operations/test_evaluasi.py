"""Evaluasi SOP from the rows: each revision by itself, corrected times, returns."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.evaluasi import Nisbah
from kinerja.domain.kesalahan import TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.tugas import Pengembalian, Penyelesaian, Tugas
from kinerja.operations.evaluasi import BarisEvaluasi, evaluasi, evaluasi_langkah, tahun_evaluasi
from kinerja.operations.hari_libur import tambah_libur
from kinerja.operations.lembar_sop import muat_lembar
from kinerja.operations.tugas import buka, tutup
from kinerja.sop import PENGUMPULAN_DATA_KINERJA, muat
from tests.kantor_uji import TAHUN, orang_uji
from tests.operations.test_kantor import tugas

PADA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)  # Thursday 09.00
PEMEGANG = {"1": "kasubag_umum", "2": "kasubag_perencanaan", "3": "staf_perencanaan"}


def kerjakan(sesi: Session, ke: int, kunci: str, menit: int, mulai: datetime = PADA) -> Penyelesaian:
    """A step opened half an hour before it was looked at, done ``menit`` later."""
    t = tugas(sesi, ke, kunci)
    sesi.refresh(t, ["periode"])
    oleh = orang_uji(sesi, PEMEGANG[kunci])
    buka(t, mulai - timedelta(minutes=30))
    t.pertama_dilihat_pada = mulai
    return tutup(sesi, t, oleh.jabatan[0], oleh, mulai + timedelta(minutes=menit))


def baris(sesi: Session, nomor: int, ke: int = 0) -> BarisEvaluasi:
    semua = evaluasi(sesi, TAHUN, PADA)[ke]
    return next(b for b in semua.baris if b.langkah.nomor == nomor)


def test_a_year_nobody_worked_in_has_steps_without_figures(sesi: Session) -> None:
    (satu,) = evaluasi(sesi, TAHUN, PADA)
    assert [b.langkah.nomor for b in satu.baris] == list(range(1, 10))
    assert satu.kali == 0
    assert len(satu.periode) == 7
    assert satu.baris[0].nilai.terlambat == 3  # step 1 of the three triwulan that have ended
    assert tahun_evaluasi(sesi) == [TAHUN]
    assert evaluasi(sesi, 2031, PADA) == []


def test_the_figures_come_from_the_completions(sesi: Session) -> None:
    selesai = [kerjakan(sesi, ke, "3", menit) for ke, menit in ((1, 20), (2, 180), (3, 60))]
    assert [(p.menunggu_menit, p.pengerjaan_menit) for p in selesai] == [(30, 20), (30, 180), (30, 60)]
    assert all(p.dibuka_pada and p.pertama_dilihat_pada == PADA for p in selesai)
    b = baris(sesi, 3)
    assert (b.nilai.kali, b.nilai.median, b.nilai.menunggu, b.nilai.norma) == (3, 60, 30, 2)
    assert b.nilai.terburuk is not None and b.nilai.terburuk.periode == "Triwulan II 2026"
    assert b.nilai.tepat == Nisbah(1, 3)  # triwulan III is due on 9 October, the others long ago
    assert "salah ketik" in b.diragukan
    assert b.nilai.lama == 0


def test_a_weekend_is_no_waiting_and_a_local_day_off_neither(sesi: Session) -> None:
    """Opened on Friday 09.00, looked at on Tuesday 08.00, the Monday between a local day off."""
    tambah_libur(sesi, date(2026, 10, 12), "Hari jadi", orang_uji(sesi, "sekretaris"), PADA)
    selasa = datetime(2026, 10, 13, 1, 0, tzinfo=UTC)
    t = tugas(sesi, 3, "2")
    sesi.refresh(t, ["periode"])
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    jumat = datetime(2026, 10, 9, 2, 0, tzinfo=UTC)
    buka(t, jumat)
    t.pertama_dilihat_pada = selasa
    p = tutup(sesi, t, oleh.jabatan[0], oleh, selasa + timedelta(days=1))
    assert (p.dibuka_pada, p.pertama_dilihat_pada) == (jumat, selasa)
    assert p.menunggu_menit == 6 * 60 + 30  # 9.00–11.30, 13.00–16.30, and half an hour on Tuesday
    assert p.pengerjaan_menit == 7 * 60 + 30


def test_the_officials_own_figure_counts(sesi: Session) -> None:
    p = kerjakan(sesi, 3, "2", 300)
    p.koreksi_menit, p.koreksi_catatan = 25, "Halaman lupa ditutup."
    sesi.flush()
    nilai = baris(sesi, 2).nilai
    assert (nilai.median, nilai.dikoreksi) == (25, 1)


def test_a_time_from_before_office_hours_says_so(sesi: Session) -> None:
    p = kerjakan(sesi, 3, "2", 30)
    p.dibuka_pada = p.pertama_dilihat_pada = None
    sesi.flush()
    assert baris(sesi, 2).nilai.lama == 1


def test_a_return_counts_at_the_step_it_went_to(sesi: Session) -> None:
    kerjakan(sesi, 3, "2", 30)
    kerjakan(sesi, 2, "2", 30)
    sesi.add(
        Pengembalian(
            dari_id=tugas(sesi, 3, "3").id,
            ke_id=tugas(sesi, 3, "2").id,
            oleh_id=orang_uji(sesi, "staf_perencanaan").pegawai_id,
            oleh_nama="Staf",
            jabatan_nama="Staf",
            pada=PADA,
            alasan="Kurang.",
            sel=[],
        )
    )
    buka(tugas(sesi, 3, "2"), PADA)
    sesi.flush()
    nilai = baris(sesi, 2).nilai
    assert (nilai.kembali, nilai.sekali_jadi, nilai.tepat.dari) == (1, Nisbah(1, 2), 1)
    kerjakan(sesi, 3, "2", 10)
    assert baris(sesi, 2).nilai.kali == 3


def test_periods_on_another_revision_have_figures_of_their_own(sesi: Session) -> None:
    lama = sesi.execute(select(LembarSop)).scalar_one()
    sop = muat()
    langkah = tuple(replace(x, waktu=240) if x.nomor == 3 else x for x in sop.langkah_semua)
    oleh = orang_uji(sesi, "sekretaris")
    baru = muat_lembar(
        sesi, PENGUMPULAN_DATA_KINERJA, replace(sop, langkah_semua=langkah), oleh, PADA, "Norma."
    )
    periode = sesi.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, 4)).scalar_one()
    periode.lembar_sop_id = baru.id
    kerjakan(sesi, 3, "3", 180)
    kerjakan(sesi, 4, "3", 120)
    sesi.expire_all()
    pertama, kedua = evaluasi(sesi, TAHUN, PADA)
    assert (pertama.lembar.id, kedua.lembar.id) == (lama.id, baru.id)
    assert kedua.periode == ("Triwulan IV 2026",)
    assert [b.langkah.nomor for b in kedua.baris] == [1, 2, 3, 4, 5]
    assert (baris(sesi, 3).nilai.norma, baris(sesi, 3).nilai.median) == (2, 180)
    assert (baris(sesi, 3, 1).nilai.norma, baris(sesi, 3, 1).nilai.median) == (240, 120)


def test_one_step_shows_every_completion(sesi: Session) -> None:
    p = kerjakan(sesi, 3, "3", 60)
    lembar = sesi.execute(select(LembarSop)).scalar_one()
    e, b, selesai = evaluasi_langkah(sesi, TAHUN, lembar.id, 3, PADA)
    assert (e.lembar.id, b.langkah.nomor) == (lembar.id, 3)
    assert {ke: [x.id for x in semua] for ke, semua in selesai.items()} == {p.tugas_id: [p.id]}
    assert len(b.tugas) == 4
    for tahun, lembar_id, nomor in ((2031, lembar.id, 3), (TAHUN, 999, 3), (TAHUN, lembar.id, 99)):
        with pytest.raises(TidakDitemukan):
            evaluasi_langkah(sesi, tahun, lembar_id, nomor, PADA)


def test_runs_given_up_and_pengesahan_do_not_count(sesi: Session) -> None:
    periode = sesi.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, 4)).scalar_one()
    kerjakan(sesi, 4, "2", 40)
    assert baris(sesi, 2).nilai.kali == 1
    periode.dibatalkan_pada = PADA
    sesi.flush()
    assert baris(sesi, 2).nilai.kali == 0
    semua = sesi.execute(select(Tugas).where(Tugas.langkah.is_(None))).scalars().all()
    dihitung = {t.tugas_id for b in evaluasi(sesi, TAHUN, PADA)[0].baris for t in b.tugas}
    assert semua and not dihitung & {t.id for t in semua}


def test_a_step_is_late_after_its_day_in_the_offices_zone(sesi: Session) -> None:
    t = tugas(sesi, 3, "1")
    t.tenggat = date(2026, 10, 8)
    buka(t, PADA)
    sesi.flush()
    malam = datetime(2026, 10, 8, 16, 59, tzinfo=UTC)  # 23.59 on the due day
    for pada, harap in ((malam, 2), (malam + timedelta(minutes=1), 3)):
        semua = evaluasi(sesi, TAHUN, pada)[0]
        assert semua.baris[0].nilai.terlambat == harap
    assert sesi.execute(select(Periode.tahun).distinct()).scalars().all() == [TAHUN]
