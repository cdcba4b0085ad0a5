"""Step 3: findings disappear when mended at their source, or are explained on record."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, TidakBerwenang, TidakDitemukan
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.laporan import PenjelasanTemuan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import Indikator, Program
from kinerja.models.realisasi import Bukti, Realisasi
from kinerja.operations.langkah import olah
from kinerja.operations.laporan.temuan import daftar_temuan, jelaskan, temuan_laporan
from kinerja.operations.tugas import ambil, selesaikan
from tests.data_uji_laporan import PADA, bangun_tangan, buka_langkah, periode, siapkan_draf
from tests.kantor_uji import orang_uji


@pytest.fixture
def triwulan(sesi: Session) -> Periode:
    """Triwulan I, all well with it but for one realisasi whose bukti was withdrawn."""
    bangun_tangan(sesi)
    milik = periode(sesi, JenisPeriode.TRIWULAN, 1)
    siapkan_draf(sesi, milik, "3", orang_uji(sesi, "staf_perencanaan"))
    return milik


def cabut_bukti(sesi: Session) -> Bukti:
    bukti = sesi.execute(select(Bukti).order_by(Bukti.id).limit(1)).scalar_one()
    bukti.dicabut_pada = PADA
    sesi.flush()
    return bukti


def terbuka(sesi: Session, milik: Periode) -> list[str]:
    return [b.temuan.kunci for b in daftar_temuan(sesi, milik) if b.terbuka]


def test_a_finding_names_its_source_and_goes_when_that_is_mended(sesi: Session, triwulan: Periode) -> None:
    awal = terbuka(sesi, triwulan)
    bukti = cabut_bukti(sesi)
    (baru,) = set(terbuka(sesi, triwulan)) - set(awal)
    baris = next(b for b in daftar_temuan(sesi, triwulan) if b.temuan.kunci == baru)
    assert "belum ada bukti" in baris.temuan.pesan
    assert baris.tempat == ("laporan_progres", triwulan.id)
    bukti.dicabut_pada = None
    sesi.flush()
    assert terbuka(sesi, triwulan) == awal


def test_findings_about_the_pk_lead_to_the_pk(sesi: Session, triwulan: Periode) -> None:
    catatan = [b for b in daftar_temuan(sesi, triwulan) if b.temuan.kunci.startswith("pagu_nol")]
    assert [(b.tempat, b.terbuka) for b in catatan] == [(("perjanjian_kinerja", 2026), False)]


def test_an_explanation_is_kept_replaced_and_on_record(sesi: Session, triwulan: Periode) -> None:
    cabut_bukti(sesi)
    staf = orang_uji(sesi, "staf_perencanaan")
    kunci = next(k for k in terbuka(sesi, triwulan) if k.startswith("tanpa_bukti"))
    jelaskan(sesi, triwulan, kunci, " Bukti menyusul. ", staf, PADA)
    assert kunci not in terbuka(sesi, triwulan)
    jelaskan(sesi, triwulan, kunci, "Bukti ada di map 3.", staf, PADA)
    baris = sesi.execute(select(PenjelasanTemuan)).scalar_one()
    assert (baris.kunci, baris.penjelasan, baris.oleh_nama) == (kunci, "Bukti ada di map 3.", staf.nama)
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert akhir.tindakan == "jelaskan_temuan"
    assert "Bukti menyusul." in akhir.sebelum


def test_wrong_explanations_change_nothing(sesi: Session, triwulan: Periode) -> None:
    cabut_bukti(sesi)
    staf = orang_uji(sesi, "staf_perencanaan")
    kunci = terbuka(sesi, triwulan)[0]
    with pytest.raises(MasukanSalah) as salah:
        jelaskan(sesi, triwulan, kunci, " ", staf, PADA)
    assert salah.value.medan == "penjelasan"
    with pytest.raises(MasukanSalah):
        jelaskan(sesi, triwulan, kunci, "x" * 20_001, staf, PADA)
    for bukan in ("tidak_ada", "pagu_nol:prog999"):
        with pytest.raises(TidakDitemukan):
            jelaskan(sesi, triwulan, bukan, "x", staf, PADA)
    for siapa in ("kasubag_perencanaan", "staf_pelayanan", "camat"):
        with pytest.raises(TidakBerwenang):
            jelaskan(sesi, triwulan, kunci, "x", orang_uji(sesi, siapa), PADA)
    assert sesi.execute(select(PenjelasanTemuan)).first() is None


def test_step_3_ends_with_a_fresh_draft_and_every_finding_explained(
    sesi: Session, triwulan: Periode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja.operations.tugas.periksa", lambda *_: ())
    staf = orang_uji(sesi, "staf_perencanaan")
    tugas = ambil(sesi, buka_langkah(sesi, triwulan, "3").id)
    cabut_bukti(sesi)
    draf, temuan = olah.hasil(sesi, tugas)
    assert (draf.ada, draf.keterangan) == (False, "Angka berubah sejak draf diolah; olah lagi.")
    assert not temuan.ada
    with pytest.raises(BelumLengkap, match=r"olah lagi.* temuan belum diperbaiki atau dijelaskan"):
        selesaikan(sesi, tugas.id, staf, PADA)
    siapkan_draf(sesi, triwulan, "3", staf)
    for kunci in terbuka(sesi, triwulan):
        jelaskan(sesi, triwulan, kunci, "Sudah diperiksa.", staf, PADA)
    assert [b.ada for b in olah.hasil(sesi, tugas)] == [True, True]
    selesaikan(sesi, tugas.id, staf, PADA)
    assert tugas.penyelesaian_id is not None


def test_only_a_triwulan_is_checked(sesi: Session, triwulan: Periode) -> None:
    assert daftar_temuan(sesi, periode(sesi, JenisPeriode.SEMESTER, 1)) == ()


def test_an_explanation_of_other_figures_must_be_confirmed(sesi: Session, triwulan: Periode) -> None:
    staf = orang_uji(sesi, "staf_perencanaan")
    semua = sesi.execute(select(Realisasi).where(Realisasi.triwulan == triwulan.ke)).scalars().all()
    satu = semua[0]
    sesi.get_one(Indikator, satu.indikator_id).satuan = "%"
    satu.nilai = "101"
    sesi.flush()
    kunci = f"persen_luar:ind{satu.indikator_id}:tw{triwulan.ke}"
    jelaskan(sesi, triwulan, kunci, "Memang begitu.", staf, PADA)
    baris = next(b for b in daftar_temuan(sesi, triwulan) if b.temuan.kunci == kunci)
    assert (baris.usang, baris.terbuka) == (False, False)
    satu.nilai = "102"
    sesi.flush()
    baris = next(b for b in daftar_temuan(sesi, triwulan) if b.temuan.kunci == kunci)
    assert (baris.usang, baris.terbuka) == (True, True)
    _, butir = olah.hasil(sesi, ambil(sesi, buka_langkah(sesi, triwulan, "3").id))
    assert "1 di antaranya angkanya berubah sejak dijelaskan" in butir.keterangan
    jelaskan(sesi, triwulan, kunci, "Memang begitu.", staf, PADA)
    baris = next(b for b in daftar_temuan(sesi, triwulan) if b.temuan.kunci == kunci)
    assert (baris.usang, baris.terbuka) == (False, False)
    catatan = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert "101" in catatan.sebelum and "102" in catatan.uraian


def test_a_note_may_be_explained_and_findings_are_kept_once(sesi: Session, triwulan: Periode) -> None:
    program = sesi.execute(select(Program)).scalars().first()
    assert program is not None
    program.pagu = Decimal(0)
    sesi.flush()
    kunci = f"pagu_nol:prog{program.identitas}"
    jelaskan(sesi, triwulan, kunci, "Belum dianggarkan.", orang_uji(sesi, "staf_perencanaan"), PADA)
    semester = periode(sesi, JenisPeriode.SEMESTER, (triwulan.ke + 1) // 2)
    semua = [t for t in temuan_laporan(sesi, semester) if t["kunci"] == kunci]
    assert len(semua) == 1
    assert (semua[0]["tingkat"], semua[0]["penjelasan"]) == ("catatan", "Belum dianggarkan.")
    assert semua[0]["pada"] == PADA.isoformat()
    assert semua[0]["oleh"] == orang_uji(sesi, "staf_perencanaan").nama
