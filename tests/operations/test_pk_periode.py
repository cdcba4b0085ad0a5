"""Which version of the PK a triwulan, semester and year are measured by."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import JenisPenugasan
from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.operations.laporan.data import hitung_isi, pk_laporan
from kinerja.operations.penugasan import tugaskan
from kinerja.operations.perjanjian_kinerja.indikator import ubah_indikator
from kinerja.operations.perjanjian_kinerja.persetujuan import ajukan_pk, buat_perubahan, setujui_pk
from kinerja.operations.perjanjian_kinerja.verba import ambil_pk, ubah_pihak
from kinerja.operations.pk_periode import pindah_pk, pk_baru, pk_periode
from kinerja.operations.realisasi.isian import isian_semua
from tests.data_uji_disposisi import OKTOBER, minta_data
from tests.data_uji_laporan import periode as periode_laporan
from tests.data_uji_pk import bangun_pk
from tests.data_uji_realisasi import isi_semua, triwulan_uji
from tests.kantor_uji import orang_uji
from tests.operations.test_perjanjian_kinerja import IsianPihak, isian


def setujui_perubahan(sesi: Session, target: str = "90") -> PerjanjianKinerja:
    """A change in force that asks more of the first indicator."""
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    pk = buat_perubahan(sesi, 2026, "anggaran bergeser", oleh, OKTOBER)
    pertama = ambil_pk(sesi, 2026, pk.versi).sasaran[0].indikator[0]
    kartu = isian(sesi, tipe="rata_rata", target_tahun=target, target_tw3=target, target_tw4=target)
    ubah_indikator(sesi, pertama.id, kartu, oleh, OKTOBER)
    pihak = IsianPihak("Tarusan", date(2026, 10, 9), "Camat", "Camat", "", "", "Bupati", "Bupati")
    ubah_pihak(sesi, 2026, pihak, oleh, OKTOBER)
    ajukan_pk(sesi, 2026, oleh, OKTOBER)
    return setujui_pk(sesi, 2026, orang_uji(sesi, "camat"), OKTOBER)


@pytest.fixture
def berjalan(sesi: Session) -> Periode:
    """Triwulan III, begun with the first version, a change approved since."""
    bangun_pk(sesi)
    minta_data(sesi)
    setujui_perubahan(sesi)
    return triwulan_uji(sesi)


def versi(sesi: Session, periode: Periode) -> int:
    pk = pk_periode(sesi, periode)
    assert pk is not None
    return pk.versi


def test_a_running_triwulan_keeps_the_version_it_began_with(sesi: Session, berjalan: Periode) -> None:
    assert (versi(sesi, berjalan), versi(sesi, triwulan_uji(sesi, 4))) == (1, 2)
    kartu = isian_semua(sesi, berjalan)
    target = {i.indikator.uraian: i.target_tahun for u in kartu for i in u.indikator}
    assert target["Indeks Kepuasan Masyarakat"] == "85,5"
    isi_semua(sesi, berjalan)
    isi = hitung_isi(sesi, berjalan)
    assert isi.versi_pk == "Perjanjian Kinerja 2026"
    assert isi.sasaran[0].indikator[0].target_tahun == "85.5"


def test_semester_and_year_follow_their_last_triwulan(sesi: Session, berjalan: Periode) -> None:
    assert versi(sesi, periode_laporan(sesi, JenisPeriode.SEMESTER, 1)) == 2
    assert versi(sesi, periode_laporan(sesi, JenisPeriode.TAHUNAN, 1)) == 2
    triwulan_uji(sesi, 4).pk_id = berjalan.pk_id
    sesi.flush()
    for jenis, ke in ((JenisPeriode.SEMESTER, 2), (JenisPeriode.TAHUNAN, 1)):
        assert versi(sesi, periode_laporan(sesi, jenis, ke)) == 1


def test_a_triwulan_that_ran_before_versions_were_noted_keeps_the_old_one(sesi: Session) -> None:
    bangun_pk(sesi)
    minta_data(sesi)
    triwulan_uji(sesi).pk_id = None
    sesi.flush()
    setujui_perubahan(sesi)
    assert versi(sesi, triwulan_uji(sesi)) == 1
    assert triwulan_uji(sesi, 4).pk_id is None


def test_the_office_moves_a_triwulan_on_record(sesi: Session, berjalan: Periode) -> None:
    oleh = orang_uji(sesi, "kasubag_perencanaan")
    baru = pk_baru(sesi, berjalan)
    assert baru is not None
    for siapa, alasan, salah in (
        ("kasubag_umum", "anggaran bergeser", TidakBerwenang),
        ("kasubag_perencanaan", " ", MasukanSalah),
        ("kasubag_perencanaan", "x" * 2001, MasukanSalah),
    ):
        with pytest.raises(salah):
            pindah_pk(sesi, berjalan.id, alasan, orang_uji(sesi, siapa), OKTOBER)
    pindah_pk(sesi, berjalan.id, "Disepakati dalam rapat", oleh, OKTOBER)
    assert versi(sesi, triwulan_uji(sesi)) == 2
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert (akhir.tindakan, akhir.objek) == ("pindah_pk", f"periode:{berjalan.id}")
    assert "memakai Perjanjian Kinerja Perubahan ke-1 Tahun 2026. Alasan: Disepakati" in akhir.uraian
    with pytest.raises(SudahDikerjakan):
        pindah_pk(sesi, berjalan.id, "lagi", oleh, OKTOBER)


def test_a_triwulan_that_has_not_begun_or_is_closed_is_not_moved(sesi: Session, berjalan: Periode) -> None:
    assert pk_baru(sesi, triwulan_uji(sesi, 4)) is None
    berjalan.ditutup_pada = OKTOBER
    assert pk_baru(sesi, berjalan) is None


def test_without_an_approved_pk_there_is_none(sesi: Session) -> None:
    assert pk_periode(sesi, triwulan_uji(sesi)) is None
    with pytest.raises(BelumLengkap, match="belum disetujui"):
        pk_laporan(sesi, triwulan_uji(sesi))


def test_a_changed_pk_names_the_camat_of_its_own_day(sesi: Session) -> None:
    """The old version keeps whom it named; a new one starts with the new Camat, else with what was typed."""
    lama = bangun_pk(sesi)
    lama.tanggal, lama.pihak_pertama_nama = date(2026, 1, 12), "NURIA NI, S.E."
    oleh, admin = orang_uji(sesi, "kasubag_perencanaan"), orang_uji(sesi, "admin")
    with sesi.begin_nested() as coba:
        sama = buat_perubahan(sesi, 2026, "anggaran bergeser", oleh, OKTOBER)
        assert sama.pihak_pertama_nama == "NURIA NI, S.E."
        coba.rollback()
    post = sesi.execute(select(Jabatan).where(Jabatan.nama == "Camat")).scalar_one()
    dulu = sesi.execute(select(Penugasan).where(Penugasan.jabatan_id == post.id)).scalar_one()
    dulu.selesai = date(2026, 9, 30)
    baru = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == "sekretaris")).scalar_one()
    tugaskan(sesi, baru, post, date(2026, 10, 1), admin, OKTOBER, JenisPenugasan.PLT)
    pk = buat_perubahan(sesi, 2026, "pejabat berganti", oleh, OKTOBER)
    assert (pk.pihak_pertama_nama, pk.pihak_pertama_jabatan) == (
        "Sekretaris Uji",
        "Plt. Camat Koto XI Tarusan",
    )
    assert lama.pihak_pertama_nama == "NURIA NI, S.E."
