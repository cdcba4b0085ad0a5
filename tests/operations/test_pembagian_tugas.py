"""Catatan pembagian tugas: lines per unit, sent once, sent again when they change."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import BelumLengkap, Kesalahan, MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.sop import Halaman
from kinerja.models.catatan import Catatan
from kinerja.models.disposisi import CabangDisposisi, Disposisi
from kinerja.models.jabatan import Jabatan
from kinerja.models.laporan import PembagianTugas
from kinerja.models.tugas import Tugas
from kinerja.operations import pembagian_tugas as verba
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.kelengkapan import periksa
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.langkah import ATURAN
from kinerja.operations.lembar_sop import sop_dari
from kinerja.operations.pembagian_tugas import IsianBagian
from tests.data_uji_sosialisasi import OKTOBER, buat_draf, pk_uji, tugas_uji
from tests.kantor_uji import orang_uji

HARI = date(2026, 10, 8)
TENGGAT = date(2026, 10, 15)


@pytest.fixture
def tugas(sesi: Session) -> Tugas:
    """Step 6 of semester I, open, with a PK of six units."""
    pk_uji(sesi)
    tugas = tugas_uji(sesi, JenisPeriode.SEMESTER, 1, "6")
    tugas.dibuka_pada = OKTOBER
    sesi.flush()
    return tugas


def isian(sesi: Session, tugas: Tugas) -> dict[int, IsianBagian]:
    return {
        b.unit.id: IsianBagian(f"Siapkan data {b.unit.nama}.", TENGGAT)
        for b in verba.daftar_bagian(sesi, tugas, HARI)
    }


def simpan(
    sesi: Session, tugas: Tugas, baris: dict[int, IsianBagian] | None = None
) -> dict[int, IsianBagian]:
    baris = isian(sesi, tugas) if baris is None else baris
    verba.simpan_pembagian(sesi, tugas.id, orang_uji(sesi, "kasubag_perencanaan"), OKTOBER, baris)
    return baris


def kirim(sesi: Session, tugas: Tugas) -> Disposisi:
    return verba.kirim_pembagian(sesi, tugas.id, orang_uji(sesi, "kasubag_perencanaan"), OKTOBER)


def hasil(sesi: Session, tugas: Tugas) -> tuple[bool, str]:
    (satu,) = ATURAN[Halaman.REKAP_SEMESTER].hasil(sesi, tugas)
    return satu.ada, satu.keterangan


def test_every_unit_with_an_indikator_gets_a_proposed_line(sesi: Session, tugas: Tugas) -> None:
    semua = verba.daftar_bagian(sesi, tugas, HARI)
    assert len(semua) == 6
    pelayanan = next(b for b in semua if b.unit.nama == "Seksi Pelayanan Umum")
    assert "Semester I 2026" in pelayanan.uraian
    assert "Indeks Kepuasan Masyarakat" in pelayanan.uraian
    assert "nagari" not in pelayanan.uraian
    assert (pelayanan.tersimpan, pelayanan.disposisi_id) == (False, None)
    assert pelayanan.tenggat == date(2026, 10, 13)  # three working days: the semester itself is long over


def test_saving_ticks_the_kelengkapan_and_not_yet_the_hasil(sesi: Session, tugas: Tugas) -> None:
    langkah = sop_dari(tugas.periode.lembar_sop).langkah(6)
    assert [b.ada for b in periksa(sesi, tugas, langkah)] == [False]
    simpan(sesi, tugas)
    assert [b.ada for b in periksa(sesi, tugas, langkah)] == [True]
    assert hasil(sesi, tugas) == (False, "6 dari 6 bagian belum dikirimi disposisi.")
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert (akhir.tindakan, akhir.objek) == ("simpan_pembagian", f"tugas:{tugas.id}")


def test_one_disposisi_goes_to_the_head_of_every_unit(sesi: Session, tugas: Tugas) -> None:
    simpan(sesi, tugas)
    disposisi = kirim(sesi, tugas)
    cabang = sesi.execute(
        select(Jabatan.nama, CabangDisposisi.tenggat)
        .join(CabangDisposisi, CabangDisposisi.penerima_id == Jabatan.id)
        .where(CabangDisposisi.disposisi_id == disposisi.id)
    ).all()
    assert {nama for nama, _ in cabang} == {
        "Kasubag Perencanaan Keuangan dan Pelaporan",
        "Kasi Pemerintahan",
        "Kasi Pemberdayaan Masyarakat",
        "Kasi Ketenteraman dan Ketertiban Umum",
        "Kasi Kesejahteraan Sosial",
        "Kasi Pelayanan Umum",
    }
    assert {tenggat for _, tenggat in cabang} == {TENGGAT}
    assert disposisi.tugas_id == tugas.id
    assert "Seksi Pelayanan Umum: Siapkan data Seksi Pelayanan Umum." in disposisi.catatan
    assert hasil(sesi, tugas) == (True, "6 bagian sudah dikirimi disposisi")
    (masuk,) = isi_kotak(sesi, orang_uji(sesi, "kasi_pelayanan"), OKTOBER)
    assert (masuk.jenis, masuk.judul) == ("disposisi", "Pembagian tugas penyusunan laporan Semester I 2026")
    assert periksa_rantai(sesi) is None


def test_it_is_sent_once(sesi: Session, tugas: Tugas) -> None:
    simpan(sesi, tugas)
    kirim(sesi, tugas)
    with pytest.raises(SudahDikerjakan):
        kirim(sesi, tugas)
    simpan(sesi, tugas)  # the same words again change nothing
    with pytest.raises(SudahDikerjakan):
        kirim(sesi, tugas)
    assert sesi.execute(select(func.count()).select_from(Disposisi)).scalar_one() == 1


def test_a_changed_line_is_sent_again_alone(sesi: Session, tugas: Tugas) -> None:
    baris = simpan(sesi, tugas)
    pertama = kirim(sesi, tugas)
    unit = next(iter(baris))
    simpan(sesi, tugas, {unit: IsianBagian("Tambahkan grafik.", TENGGAT)})
    assert hasil(sesi, tugas) == (False, "1 dari 6 bagian belum dikirimi disposisi.")
    kedua = kirim(sesi, tugas)
    assert len(kedua.cabang) == 1
    assert kedua.nomor_agenda == pertama.nomor_agenda + 1
    assert hasil(sesi, tugas)[0]


def test_nothing_is_sent_before_every_line_is_stored(sesi: Session, tugas: Tugas) -> None:
    with pytest.raises(BelumLengkap, match="Seksi Pelayanan Umum"):
        kirim(sesi, tugas)
    satu = isian(sesi, tugas)
    satu.popitem()
    simpan(sesi, tugas, satu)
    with pytest.raises(BelumLengkap):
        kirim(sesi, tugas)
    assert not sesi.execute(select(Disposisi)).first()


def test_a_unit_without_a_head_is_named(sesi: Session, tugas: Tugas) -> None:
    simpan(sesi, tugas)
    kepala = sesi.execute(select(Jabatan).where(Jabatan.nama == "Kasi Pelayanan Umum")).scalar_one()
    kepala.aktif = False
    sesi.flush()
    with pytest.raises(BelumLengkap, match="Seksi Pelayanan Umum belum mempunyai jabatan kepala"):
        kirim(sesi, tugas)


@pytest.mark.parametrize(
    ("baris", "awalan"),
    [
        (IsianBagian("  ", TENGGAT), "uraian_"),
        (IsianBagian("x" * 2_001, TENGGAT), "uraian_"),
        (IsianBagian("Siapkan data.", date(2026, 10, 7)), "tenggat_"),
    ],
)
def test_a_wrong_line_is_named_by_its_field(
    sesi: Session, tugas: Tugas, baris: IsianBagian, awalan: str
) -> None:
    unit = verba.daftar_bagian(sesi, tugas, HARI)[2].unit.id
    with pytest.raises(MasukanSalah) as salah:
        simpan(sesi, tugas, {unit: baris})
    assert salah.value.medan == f"{awalan}{unit}"


def test_units_without_indikator_and_other_posts_are_refused(sesi: Session, tugas: Tugas) -> None:
    with pytest.raises(MasukanSalah, match="tidak mempunyai indikator"):
        simpan(sesi, tugas, {999_999: IsianBagian("x", TENGGAT)})
    for siapa in ("kasi_pelayanan", "sekretaris", "camat"):
        for coba in (
            lambda siapa=siapa: verba.simpan_pembagian(
                sesi, tugas.id, orang_uji(sesi, siapa), OKTOBER, isian(sesi, tugas)
            ),
            lambda siapa=siapa: verba.kirim_pembagian(sesi, tugas.id, orang_uji(sesi, siapa), OKTOBER),
        ):
            with pytest.raises(TidakBerwenang):
                coba()
    assert not sesi.execute(select(PembagianTugas)).first()


def test_without_a_pk_there_is_nothing_to_divide(sesi: Session) -> None:
    tugas = tugas_uji(sesi, JenisPeriode.SEMESTER, 1, "6")
    tugas.dibuka_pada = OKTOBER
    assert verba.daftar_bagian(sesi, tugas, HARI) == []
    with pytest.raises(Kesalahan):
        kirim(sesi, tugas)


def test_the_recap_reads_only_frozen_reports(sesi: Session, tugas: Tugas) -> None:
    satu, dua = (tugas_uji(sesi, JenisPeriode.TRIWULAN, ke, "5").periode for ke in (1, 2))
    buat_draf(sesi, satu, beku=True)
    buat_draf(sesi, dua)
    semua = verba.laporan_bagian(sesi, tugas.periode)
    assert [(p.nama, laporan is not None) for p, laporan in semua] == [
        ("Triwulan I 2026", True),
        ("Triwulan II 2026", False),
    ]
