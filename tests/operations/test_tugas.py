"""Completing and returning steps: rows, pointers, successors, audit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.periode import Periode, periode_satu
from kinerja.models.tugas import PENGESAHAN, Pengembalian, Penyelesaian, Tugas
from kinerja.operations import pengembalian
from kinerja.operations import tugas as verba
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.kotak.isi import isi_kotak
from tests.kantor_uji import TAHUN, orang_uji

OKTOBER = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)


@pytest.fixture
def tanpa_syarat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps without kelengkapan: these tests are about the flow itself."""
    monkeypatch.setattr(verba, "periksa", lambda *_: ())
    monkeypatch.setattr(verba, "ATURAN", {})


def tugas_ke(sesi: Session, jenis: JenisPeriode, ke: int, kunci: str) -> Tugas:
    periode = sesi.execute(periode_satu(TAHUN, jenis, ke)).scalar_one()
    return sesi.execute(
        select(Tugas).where(Tugas.periode_id == periode.id, Tugas.kunci == kunci)
    ).scalar_one()


def test_a_year_opens_27_langkah_and_7_pengesahan(sesi: Session) -> None:
    jumlah = sesi.execute(select(func.count()).select_from(Tugas).where(Tugas.langkah.is_not(None)))
    assert jumlah.scalar_one() == 27
    sah = sesi.execute(select(func.count()).select_from(Tugas).where(Tugas.kunci == PENGESAHAN))
    assert sah.scalar_one() == 7


def test_the_first_langkah_of_a_triwulan_appears_the_day_after_its_end(sesi: Session) -> None:
    umum = orang_uji(sesi, "kasubag_umum")
    sehari_sebelum = datetime(2026, 3, 31, 16, 59, tzinfo=UTC)  # 23.59 WIB
    assert not isi_kotak(sesi, umum, sehari_sebelum)
    kotak = isi_kotak(sesi, umum, sehari_sebelum + timedelta(minutes=1))
    assert [b.keterangan for b in kotak] == ["Triwulan I 2026"]


def test_completing_writes_row_pointer_successor_and_catatan(sesi: Session, tanpa_syarat: None) -> None:
    tugas = tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "1")
    umum = orang_uji(sesi, "kasubag_umum")
    selesai = verba.selesaikan(sesi, tugas.id, umum, OKTOBER, "data diminta")
    assert tugas.penyelesaian_id == selesai.id
    assert (selesai.oleh_nama, selesai.catatan) == (umum.nama, "data diminta")
    lanjut = tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "2")
    assert lanjut.dibuka_pada == OKTOBER
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert (akhir.tindakan, akhir.objek, akhir.pelaku_id) == (
        "selesaikan",
        f"tugas:{tugas.id}",
        umum.pegawai_id,
    )
    assert periksa_rantai(sesi) is None


def test_a_langkah_cannot_be_finished_before_the_one_above_it(sesi: Session, tanpa_syarat: None) -> None:
    kedua = tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "2")
    with pytest.raises(BelumLengkap, match="langkah sebelumnya"):
        verba.selesaikan(sesi, kedua.id, orang_uji(sesi, "kasubag_perencanaan"), OKTOBER)
    assert not sesi.execute(select(Penyelesaian)).first()


def test_a_second_completion_learns_who_and_when(sesi: Session, tanpa_syarat: None) -> None:
    tugas = tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "1")
    umum = orang_uji(sesi, "kasubag_umum")
    verba.selesaikan(sesi, tugas.id, umum, OKTOBER)
    with pytest.raises(SudahDikerjakan, match=r"Kasubag Umum dan Kepegawaian Uji .* pukul 09\.00"):
        verba.selesaikan(sesi, tugas.id, umum, OKTOBER)
    assert len(sesi.execute(select(Penyelesaian)).all()) == 1


@pytest.mark.parametrize("siapa", ["camat", "kasi_pelayanan", "staf_perencanaan", "admin"])
def test_only_the_holder_of_the_post_completes(sesi: Session, tanpa_syarat: None, siapa: str) -> None:
    tugas = tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "1")
    with pytest.raises(TidakBerwenang):
        verba.selesaikan(sesi, tugas.id, orang_uji(sesi, siapa), OKTOBER)


def test_staf_of_another_unit_does_not_see_the_staf_step(sesi: Session, tanpa_syarat: None) -> None:
    for kunci, siapa in (("1", "kasubag_umum"), ("2", "kasubag_perencanaan")):
        verba.selesaikan(
            sesi, tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, kunci).id, orang_uji(sesi, siapa), OKTOBER
        )
    assert isi_kotak(sesi, orang_uji(sesi, "staf_perencanaan"), OKTOBER)
    assert not isi_kotak(sesi, orang_uji(sesi, "staf_pelayanan"), OKTOBER)


def test_kelengkapan_blocks_and_names_what_is_missing(sesi: Session) -> None:
    tugas = tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "1")
    with pytest.raises(BelumLengkap, match="Perjanjian Kinerja 2026 belum disetujui"):
        verba.selesaikan(sesi, tugas.id, orang_uji(sesi, "kasubag_umum"), OKTOBER)


def test_a_corrected_working_time_needs_a_reason(sesi: Session, tanpa_syarat: None) -> None:
    tugas = tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "1")
    umum = orang_uji(sesi, "kasubag_umum")
    with pytest.raises(MasukanSalah) as salah:
        verba.selesaikan(sesi, tugas.id, umum, OKTOBER, koreksi_menit=20)
    assert salah.value.medan == "koreksi_catatan"
    selesai = verba.selesaikan(
        sesi, tugas.id, umum, OKTOBER, koreksi_menit=20, koreksi_catatan="dikerjakan di luar"
    )
    assert selesai.koreksi_menit == 20


def maju(sesi: Session, jenis: JenisPeriode, ke: int, sampai: int) -> None:
    """Complete the steps of a period up to and including ``sampai``."""
    from kinerja.models.pegawai import Pegawai

    for tugas in sesi.execute(
        select(Tugas).join(Periode).where(Periode.jenis == jenis, Periode.ke == ke)
    ).scalars():
        if tugas.langkah is not None and tugas.langkah <= sampai:
            siapa = "staf_perencanaan" if tugas.peran == "staf" else tugas.peran.value
            assert sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == siapa)).first()
            verba.selesaikan(sesi, tugas.id, orang_uji(sesi, siapa), OKTOBER, "selesai")


def test_a_return_reopens_the_chosen_step_and_keeps_all_input(sesi: Session, tanpa_syarat: None) -> None:
    maju(sesi, JenisPeriode.TRIWULAN, 1, 4)
    kelima = tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "5")
    sekretaris = orang_uji(sesi, "sekretaris")
    kembali = pengembalian.kembalikan(sesi, kelima.id, "3", sekretaris, OKTOBER, "angka indikator 2 keliru")
    terbuka = {
        t.kunci
        for t in sesi.execute(select(Tugas)).scalars()
        if t.terbuka and t.periode_id == kelima.periode_id
    }
    assert terbuka == {"3"}
    assert tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "2").penyelesaian_id is not None
    assert len(sesi.execute(select(Penyelesaian)).all()) == 4
    assert sesi.execute(select(Pengembalian)).scalar_one().id == kembali.id
    maju_lagi = orang_uji(sesi, "staf_perencanaan")
    assert [b.dikembalikan for b in isi_kotak(sesi, maju_lagi, OKTOBER)] == [True]
    verba.selesaikan(sesi, tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "3").id, maju_lagi, OKTOBER, "diperbaiki")
    assert len(sesi.execute(select(Penyelesaian)).all()) == 5
    keempat = ("tugas", tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "4").id)
    kasubag = isi_kotak(sesi, orang_uji(sesi, "kasubag_perencanaan"), OKTOBER)
    assert [b.dikembalikan for b in kasubag if b.tempat == keempat] == [False]


def test_a_return_needs_a_reason_and_an_earlier_step(sesi: Session, tanpa_syarat: None) -> None:
    maju(sesi, JenisPeriode.TRIWULAN, 1, 2)
    ketiga = tugas_ke(sesi, JenisPeriode.TRIWULAN, 1, "3")
    staf = orang_uji(sesi, "staf_perencanaan")
    with pytest.raises(MasukanSalah, match="alasan"):
        pengembalian.kembalikan(sesi, ketiga.id, "1", staf, OKTOBER, "  ")
    for tujuan in ("3", "4", "6", "x"):
        with pytest.raises(MasukanSalah, match="Pilih langkah"):
            pengembalian.kembalikan(sesi, ketiga.id, tujuan, staf, OKTOBER, "alasan")
    assert not sesi.execute(select(Pengembalian)).first()


def test_the_last_step_of_a_triwulan_opens_pengesahan_for_two_posts(
    sesi: Session, tanpa_syarat: None
) -> None:
    maju(sesi, JenisPeriode.TRIWULAN, 1, 5)
    for siapa in ("kasubag_perencanaan", "camat"):
        assert [b.jenis for b in isi_kotak(sesi, orang_uji(sesi, siapa), OKTOBER)] == ["pengesahan"]


def test_the_semester_waits_for_both_its_triwulan(sesi: Session, tanpa_syarat: None) -> None:
    keenam = tugas_ke(sesi, JenisPeriode.SEMESTER, 1, "6")
    for ke in (1, 2):
        assert keenam.dibuka_pada is None
        verba.tutup_periode(
            sesi, sesi.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, ke)).scalar_one(), OKTOBER
        )
    assert keenam.dibuka_pada == OKTOBER
    assert tugas_ke(sesi, JenisPeriode.SEMESTER, 2, "6").dibuka_pada is None


def test_the_year_waits_for_both_semester(sesi: Session, tanpa_syarat: None) -> None:
    kesembilan = tugas_ke(sesi, JenisPeriode.TAHUNAN, 1, "9")
    for ke in (1, 2):
        assert kesembilan.dibuka_pada is None
        verba.tutup_periode(
            sesi, sesi.execute(periode_satu(TAHUN, JenisPeriode.SEMESTER, ke)).scalar_one(), OKTOBER
        )
    assert kesembilan.dibuka_pada == OKTOBER
