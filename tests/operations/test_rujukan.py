"""The trail stored with a report, and what a frozen report says once the data under it change."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.periode import JenisPeriode
from kinerja.domain.rujukan import Rujukan, sidik_data
from kinerja.models.catatan import Catatan
from kinerja.models.jabatan import Unit
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.models.realisasi import LaporanProgres, Realisasi
from kinerja.operations.laporan.beda import TIDAK_TERHITUNG, beda_sejak, laporan_beku, perubahan
from kinerja.operations.laporan.rujukan import rujukan_laporan, susun_rujukan, triwulan_berbeda
from kinerja.operations.laporan.verba import bekukan, laporan_kini
from tests.data_uji_laporan import PADA, bangun_tangan, periode, perjanjian_perubahan, siapkan_draf
from tests.kantor_uji import orang_uji


@pytest.fixture
def pk(sesi: Session) -> PerjanjianKinerja:
    return bangun_tangan(sesi)


def beku(sesi: Session, jenis: JenisPeriode = JenisPeriode.TRIWULAN, ke: int = 1) -> tuple[Periode, Laporan]:
    milik = periode(sesi, jenis, ke)
    kunci, siapa = (
        ("3", "staf_perencanaan") if jenis is JenisPeriode.TRIWULAN else ("7", "kasubag_perencanaan")
    )
    siapkan_draf(sesi, milik, kunci, orang_uji(sesi, siapa))
    return milik, bekukan(sesi, milik, orang_uji(sesi, "sekretaris"), PADA)


def ubah(sesi: Session, triwulan: int, nilai: str) -> Realisasi:
    """Another figure for the first indikator in this triwulan."""
    satu = (
        sesi.execute(select(Realisasi).where(Realisasi.triwulan == triwulan).order_by(Realisasi.id))
        .scalars()
        .first()
    )
    assert satu is not None
    satu.nilai = nilai
    sesi.flush()
    return satu


def test_olah_stores_who_filled_each_figure_when_who_sent_it_and_its_bukti(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    unit = sesi.execute(select(Unit).where(Unit.nama == "Seksi Pelayanan Umum")).scalar_one()
    tw1 = periode(sesi, JenisPeriode.TRIWULAN, 1)
    kirim = LaporanProgres(periode_id=tw1.id, unit_id=unit.id, dikirim_pada=PADA, dikirim_oleh_nama="Kasi")
    sesi.add(kirim)
    semester = periode(sesi, JenisPeriode.SEMESTER, 1)
    laporan = siapkan_draf(sesi, semester, "7", orang_uji(sesi, "kasubag_perencanaan"))
    rujukan = Rujukan.dari_data(laporan.rujukan)
    indikator = pk.sasaran[0].indikator[0]
    asal = rujukan.untuk(indikator.identitas)
    assert asal is not None
    assert (asal.nomor, asal.uraian, asal.unit) == ("1.1", indikator.uraian, unit.nama)
    assert {t.triwulan for s in rujukan.indikator for t in s.triwulan} == {1, 2}
    satu = asal.triwulan[0]
    orang = orang_uji(sesi, "kasi_pelayanan")
    assert (satu.oleh, satu.pada, satu.unit) == (orang.nama, PADA.isoformat(), unit.nama)
    assert (satu.dikirim_oleh, satu.dikirim_pada) == ("Kasi", PADA.isoformat())
    assert [(b.nama, b.sha256, b.ukuran) for b in satu.bukti] == [("bukti.pdf", "0" * 64, 1)]
    uang = [u for p in rujukan.program for u in p.triwulan]
    assert uang and all(u.oleh == orang.nama for u in uang)
    assert len(rujukan.program) == sum(len(s.program) for s in pk.sasaran)


def test_a_report_from_before_the_trail_was_kept_shows_the_present_one(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    milik, laporan = beku(sesi)
    assert rujukan_laporan(sesi, laporan, milik, pk) == Rujukan.dari_data(laporan.rujukan)
    laporan.rujukan = None
    assert rujukan_laporan(sesi, laporan, milik, pk) == susun_rujukan(sesi, milik, pk)


def test_freezing_keeps_trail_and_findings_and_the_audit_row_their_digests(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    _, laporan = beku(sesi)
    baris = sesi.execute(select(Catatan).where(Catatan.tindakan == "bekukan")).scalar_one()
    assert sidik_data(laporan.rujukan) in baris.sesudah
    assert sidik_data(laporan.temuan) in baris.sesudah
    assert laporan.temuan
    assert set(laporan.temuan[0]) == {
        "kunci",
        "tingkat",
        "triwulan",
        "pesan",
        "tempat",
        "penjelasan",
        "oleh",
        "pada",
    }


def test_a_figure_changed_after_the_freeze_is_named_and_the_trail_stays(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    milik, laporan = beku(sesi)
    assert perubahan(sesi, milik, laporan).beda == ()
    sidik = sidik_data(laporan.rujukan)
    ubah(sesi, 1, "1")
    beda = beda_sejak(sesi, milik, laporan)
    assert any(b.ukuran == "Realisasi" and b.masa == "Triwulan I" and b.baru == "1" for b in beda)
    assert sidik_data(laporan.rujukan) == sidik
    assert perubahan(sesi, milik, laporan).digest != laporan.digest


def test_a_setting_and_a_new_version_of_the_pk_change_figures_too(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    semester = periode(sesi, JenisPeriode.SEMESTER, 1)
    _, laporan = beku(sesi, JenisPeriode.SEMESTER)
    kantor(sesi).batas_capaian = Decimal(100)
    sesi.flush()
    assert any(b.ukuran == "Batas capaian" for b in beda_sejak(sesi, semester, laporan))
    kantor(sesi).batas_capaian = None
    perjanjian_perubahan(sesi, pk, (1, 0))
    assert any(b.ukuran == "Versi" for b in beda_sejak(sesi, semester, laporan))


def test_a_draft_has_no_differences_and_data_that_are_gone_are_said(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    milik = periode(sesi, JenisPeriode.TRIWULAN, 1)
    draf = siapkan_draf(sesi, milik, "3", orang_uji(sesi, "staf_perencanaan"))
    ubah(sesi, 1, "1")
    assert beda_sejak(sesi, milik, draf) == ()
    assert laporan_beku(sesi, milik.id) is None
    laporan = bekukan(sesi, milik, orang_uji(sesi, "sekretaris"), PADA)
    assert laporan_beku(sesi, milik.id) == laporan == laporan_kini(sesi, milik.id)
    pk.disetujui_pada = None
    sesi.flush()
    assert beda_sejak(sesi, milik, laporan) == (TIDAK_TERHITUNG,)


def test_a_semester_names_the_triwulan_whose_report_says_otherwise(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    tw1, _ = beku(sesi)
    semester = periode(sesi, JenisPeriode.SEMESTER, 1)
    assert triwulan_berbeda(sesi, semester) == ()
    ubah(sesi, 1, "1")
    assert triwulan_berbeda(sesi, semester) == (tw1.nama,)
    assert triwulan_berbeda(sesi, tw1) == ()
    laporan = siapkan_draf(sesi, semester, "7", orang_uji(sesi, "kasubag_perencanaan"))
    assert Rujukan.dari_data(laporan.rujukan).berbeda == (tw1.nama,)
