"""Opening years, early starts, due dates."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah, SudahDikerjakan, TidakBerwenang, TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.lembar_sop import LembarSop
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.tugas import Tugas
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.periode import buka_tahun, mulai_dini
from tests.kantor_uji import TAHUN, orang_uji

JULI = datetime(2026, 7, 20, 2, 0, tzinfo=UTC)


def lembar(sesi: Session) -> LembarSop:
    return sesi.execute(select(LembarSop)).scalar_one()


def test_the_same_year_opens_only_once(sesi: Session) -> None:
    with pytest.raises(SudahDikerjakan):
        buka_tahun(sesi, lembar(sesi), TAHUN, orang_uji(sesi, "kasubag_umum"), JULI)


def test_another_year_opens_beside_it(sesi: Session) -> None:
    baru = buka_tahun(sesi, lembar(sesi), 2027, orang_uji(sesi, "kasubag_perencanaan"), JULI)
    assert [p.nama for p in baru] == [
        "Triwulan I 2027",
        "Triwulan II 2027",
        "Triwulan III 2027",
        "Triwulan IV 2027",
        "Semester I 2027",
        "Semester II 2027",
        "Tahun 2027",
    ]


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", "kasi_pmd", "staf_perencanaan", "admin"])
def test_others_do_not_open_a_year(sesi: Session, siapa: str) -> None:
    with pytest.raises(TidakBerwenang):
        buka_tahun(sesi, lembar(sesi), 2027, orang_uji(sesi, siapa), JULI)


@pytest.mark.parametrize("tahun", [0, 2014, 2101, 99999])
def test_a_year_out_of_reach_is_refused(sesi: Session, tahun: int) -> None:
    with pytest.raises(MasukanSalah):
        buka_tahun(sesi, lembar(sesi), tahun, orang_uji(sesi, "kasubag_umum"), JULI)


def test_an_early_start_is_on_record_with_its_reason(sesi: Session) -> None:
    umum = orang_uji(sesi, "kasubag_umum")
    tw3 = sesi.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, 3)).scalar_one()
    assert all(b.keterangan != tw3.nama for b in isi_kotak(sesi, umum, JULI))
    mulai_dini(sesi, tw3.id, umum, JULI, " audit lebih awal ")
    assert any(b.keterangan == tw3.nama for b in isi_kotak(sesi, umum, JULI))
    assert tw3.mulai_dini_alasan == "audit lebih awal"
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert akhir.tindakan == "mulai_dini"
    with pytest.raises(SudahDikerjakan):
        mulai_dini(sesi, tw3.id, umum, JULI, "lagi")


def test_an_early_start_needs_the_kasubag_umum_a_reason_and_a_triwulan(sesi: Session) -> None:
    tw3 = sesi.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, 3)).scalar_one()
    sem = sesi.execute(periode_satu(TAHUN, JenisPeriode.SEMESTER, 1)).scalar_one()
    umum = orang_uji(sesi, "kasubag_umum")
    with pytest.raises(TidakBerwenang):
        mulai_dini(sesi, tw3.id, orang_uji(sesi, "kasubag_perencanaan"), JULI, "x")
    with pytest.raises(MasukanSalah):
        mulai_dini(sesi, tw3.id, umum, JULI, "  ")
    for salah in (sem.id, 9999):
        with pytest.raises(TidakDitemukan):
            mulai_dini(sesi, salah, umum, JULI, "x")


def test_due_dates_skip_weekends_and_holidays(sesi: Session) -> None:
    def tenggat(jenis: JenisPeriode, ke: int, kunci: str) -> date:
        return sesi.execute(
            select(Tugas.tenggat)
            .join(Periode)
            .where(Periode.jenis == jenis, Periode.ke == ke, Tugas.kunci == kunci)
        ).scalar_one()

    # The quarter ends Tuesday 31-03-2026; Friday 03-04-2026 is Good Friday.
    assert tenggat(JenisPeriode.TRIWULAN, 1, "1") == date(2026, 4, 2)
    assert tenggat(JenisPeriode.TRIWULAN, 1, "2") == date(2026, 4, 9)
    assert tenggat(JenisPeriode.TAHUNAN, 1, "9") == date(2027, 2, 28)


def test_the_staf_step_belongs_to_the_planning_subbag(sesi: Session) -> None:
    staf = orang_uji(sesi, "staf_perencanaan")
    tugas = sesi.execute(select(Tugas).where(Tugas.kunci == "3")).scalars().all()
    assert len(tugas) == 4
    assert {t.unit_id for t in tugas} == set(staf.unit_id)
