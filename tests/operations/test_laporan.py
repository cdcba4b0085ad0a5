"""Computing, freezing and thawing a report; its figures against the table worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.angka import tulis_angka, tulis_rupiah
from kinerja.domain.kesalahan import BelumLengkap, SudahDikerjakan, TidakBerwenang
from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.target import tulis_realisasi
from kinerja.models.catatan import Catatan
from kinerja.models.kantor import kantor
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.models.realisasi import Bukti, Realisasi
from kinerja.models.tugas import PENGESAHAN, Tugas
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.laporan.data import hitung_isi
from kinerja.operations.laporan.verba import angka_terkini, bekukan, cairkan, isi_laporan, laporan_kini, olah
from kinerja.operations.pengembalian import kembalikan
from kinerja.operations.tugas import selesaikan
from tests.data_uji_laporan import (
    PADA,
    bangun_tangan,
    buka_langkah,
    periode,
    perjanjian_perubahan,
    siapkan_draf,
    tabel_tangan,
    tulis_narasi,
)
from tests.kantor_uji import TAHUN, orang_uji

OLAH = {JenisPeriode.TRIWULAN: "3", JenisPeriode.SEMESTER: "7", JenisPeriode.TAHUNAN: "9"}


@pytest.fixture
def pk(sesi: Session) -> PerjanjianKinerja:
    return bangun_tangan(sesi)


def olah_periode(sesi: Session, jenis: JenisPeriode, ke: int = 1) -> Laporan:
    siapa = "staf_perencanaan" if jenis is JenisPeriode.TRIWULAN else "kasubag_perencanaan"
    return siapkan_draf(sesi, periode(sesi, jenis, ke), OLAH[jenis], orang_uji(sesi, siapa))


def akhir(sesi: Session) -> Catatan:
    return sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()


def _tulis(capaian: object) -> str:
    nilai = capaian.nilai
    return "-" if nilai is None else tulis_angka(nilai)


def _cocok(isi: IsiLaporan, kolom: list[str]) -> None:
    """Every capaian, mean and serapan of these columns equals the literal of the table."""
    tabel = tabel_tangan()
    for sasaran, s in zip(isi.sasaran, tabel["sasaran"], strict=True):
        for nama in kolom:
            posisi = tabel["kolom"].index(nama)
            assert _tulis(sasaran.capaian_pada(nama).capaian) == s["capaian"][posisi]
            assert _tulis(sasaran.anggaran_pada(nama).serapan) == s["serapan"][posisi]
            for indikator, i in zip(sasaran.indikator, s["indikator"], strict=True):
                assert (i["nomor"], nama, _tulis(indikator.pada(nama).capaian)) == (
                    i["nomor"],
                    nama,
                    i["capaian"][posisi],
                )


def test_every_stored_figure_of_triwulan_semester_and_year_equals_the_hand_worked_table(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    for ke in (1, 2, 3, 4):
        isi = isi_laporan(olah_periode(sesi, JenisPeriode.TRIWULAN, ke))
        _cocok(isi, [f"tw{ke}"] + ([f"sd{ke}"] if ke in (2, 3) else []))
    for ke in (1, 2):
        isi = isi_laporan(olah_periode(sesi, JenisPeriode.SEMESTER, ke))
        _cocok(isi, [f"tw{2 * ke - 1}", f"tw{2 * ke}", f"sem{ke}"])
    isi = isi_laporan(olah_periode(sesi, JenisPeriode.TAHUNAN))
    _cocok(isi, ["tw1", "tw2", "tw3", "tw4", "sem1", "sem2", "tahun"])
    tabel = tabel_tangan()
    for sasaran, s in zip(isi.sasaran, tabel["sasaran"], strict=True):
        assert sasaran.efisiensi is not None
        assert (sasaran.predikat, sasaran.efisiensi.simpulan) == (s["predikat_tahun"], s["efisiensi"])
        for indikator, i in zip(sasaran.indikator, s["indikator"], strict=True):
            gabungan = [
                tulis_realisasi(indikator.pada(m).realisasi, indikator.jenis_target)
                for m in ("sem1", "sem2", "tahun")
            ]
            assert gabungan == [g if g != "-" else "–" for g in i["gabungan"]]
    tahun = isi.anggaran_pada("tahun")
    assert tahun.realisasi is not None
    assert (tulis_rupiah(tahun.pagu), tulis_rupiah(tahun.realisasi), _tulis(tahun.serapan)) == (
        "Rp800.000.000",
        "Rp490.500.000",
        "61,31",
    )


def test_the_draft_is_a_row_with_its_digest_and_one_catatan(sesi: Session, pk: PerjanjianKinerja) -> None:
    laporan = olah_periode(sesi, JenisPeriode.TRIWULAN, 2)
    assert (laporan.versi, laporan.pk_id, laporan.diolah_pada) == (1, pk.id, PADA)
    assert laporan.digest == isi_laporan(laporan).digest()
    assert isi_laporan(laporan).versi_pk == pk.nama
    assert (akhir(sesi).tindakan, akhir(sesi).objek) == ("olah", f"laporan:{laporan.id}")
    assert akhir(sesi).jabatan_nama == "Staf Perencanaan"
    assert periksa_rantai(sesi) is None


def test_olah_again_computes_in_place_and_keeps_the_texts(sesi: Session, pk: PerjanjianKinerja) -> None:
    laporan = olah_periode(sesi, JenisPeriode.TRIWULAN, 2)
    tulis_narasi(sesi, laporan)
    narasi, digest = dict(laporan.narasi), laporan.digest
    realisasi = sesi.execute(
        select(Realisasi).where(
            Realisasi.triwulan == 2, Realisasi.indikator_id == pk.sasaran[0].indikator[0].id
        )
    ).scalar_one()
    realisasi.nilai = "51"
    sesi.flush()
    assert not angka_terkini(sesi, periode(sesi, JenisPeriode.TRIWULAN, 2), laporan)
    ulang = olah(
        sesi,
        periode(sesi, JenisPeriode.TRIWULAN, 2),
        orang_uji(sesi, "staf_perencanaan"),
        PADA + timedelta(1),
    )
    assert (ulang.id, ulang.versi, ulang.narasi) == (laporan.id, 1, narasi)
    assert ulang.digest != digest
    assert tulis_angka(isi_laporan(ulang).sasaran[0].indikator[0].pada("tw2").capaian.nilai) == "60,00"
    assert angka_terkini(sesi, periode(sesi, JenisPeriode.TRIWULAN, 2), ulang)
    assert len(sesi.execute(select(Catatan).where(Catatan.tindakan == "olah")).all()) == 2


def test_the_cap_of_the_office_reaches_the_figures(sesi: Session, pk: PerjanjianKinerja) -> None:
    kantor(sesi).batas_capaian = Decimal(100)
    sesi.flush()
    laporan = olah_periode(sesi, JenisPeriode.TRIWULAN, 3)
    capaian = isi_laporan(laporan).sasaran[0].indikator[0].pada("tw3").capaian
    assert (capaian.nilai, tulis_angka(capaian.sebelum_batas)) == (Decimal(100), "101,76")


def test_a_withdrawn_bukti_is_not_counted(sesi: Session, pk: PerjanjianKinerja) -> None:
    milik = periode(sesi, JenisPeriode.TRIWULAN, 1)
    assert hitung_isi(sesi, milik).sasaran[0].indikator[0].uraian_triwulan[0].jumlah_bukti == 1
    for bukti in sesi.execute(select(Bukti)).scalars():
        bukti.dicabut_pada = PADA
    sesi.flush()
    assert hitung_isi(sesi, milik).sasaran[0].indikator[0].uraian_triwulan[0].jumlah_bukti == 0


def test_without_an_approved_pk_nothing_is_computed(sesi: Session) -> None:
    with pytest.raises(BelumLengkap, match=f"Perjanjian Kinerja {TAHUN} belum disetujui"):
        olah_periode(sesi, JenisPeriode.TRIWULAN, 1)
    assert sesi.execute(select(Laporan)).first() is None


@pytest.mark.parametrize("siapa", ["kasubag_perencanaan", "staf_pelayanan", "camat", "kasi_pmd", "admin"])
def test_only_the_staf_of_perencanaan_processes_a_triwulan(
    sesi: Session, pk: PerjanjianKinerja, siapa: str
) -> None:
    milik = periode(sesi, JenisPeriode.TRIWULAN, 3)
    buka_langkah(sesi, milik, "3")
    with pytest.raises(TidakBerwenang):
        olah(sesi, milik, orang_uji(sesi, siapa), PADA)
    assert sesi.execute(select(Laporan)).first() is None


def test_olah_waits_for_its_step(sesi: Session, pk: PerjanjianKinerja) -> None:
    with pytest.raises(BelumLengkap, match="belum terbuka"):
        olah(sesi, periode(sesi, JenisPeriode.TRIWULAN, 3), orang_uji(sesi, "staf_perencanaan"), PADA)


def test_semester_two_opens_the_yearly_draft_and_semester_one_does_not(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    tahunan = periode(sesi, JenisPeriode.TAHUNAN, 1)
    olah_periode(sesi, JenisPeriode.SEMESTER, 1)
    assert laporan_kini(sesi, tahunan.id) is None
    olah_periode(sesi, JenisPeriode.SEMESTER, 2)
    draf = laporan_kini(sesi, tahunan.id)
    assert draf is not None
    assert isi_laporan(draf).masa_utama == "tahun"


def test_a_frozen_report_is_final_until_pengesahan_sends_it_back(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    sekretaris = orang_uji(sesi, "sekretaris")
    milik = periode(sesi, JenisPeriode.TRIWULAN, 1)
    with pytest.raises(BelumLengkap):
        bekukan(sesi, milik, sekretaris, PADA)
    laporan = olah_periode(sesi, JenisPeriode.TRIWULAN, 1)
    tulis_narasi(sesi, laporan)
    assert bekukan(sesi, milik, sekretaris, PADA).dibekukan_pada == PADA
    assert akhir(sesi).tindakan == "bekukan"
    assert laporan.digest in akhir(sesi).sesudah
    assert bekukan(sesi, milik, sekretaris, PADA + timedelta(1)).dibekukan_pada == PADA
    with pytest.raises(SudahDikerjakan, match="dibekukan"):
        olah(sesi, milik, orang_uji(sesi, "staf_perencanaan"), PADA)

    baru = cairkan(sesi, milik, orang_uji(sesi, "kasubag_perencanaan"), PADA + timedelta(2))
    assert baru is not None
    assert (baru.versi, baru.digest, baru.narasi, baru.dibekukan_pada) == (
        2,
        laporan.digest,
        laporan.narasi,
        None,
    )
    assert laporan.dibekukan_pada == PADA
    assert akhir(sesi).tindakan == "cairkan"
    assert cairkan(sesi, milik, sekretaris, PADA).versi == 2  # type: ignore[union-attr]
    assert olah(sesi, milik, orang_uji(sesi, "staf_perencanaan"), PADA).versi == 2
    assert periksa_rantai(sesi) is None


def test_a_closed_period_is_not_thawed(sesi: Session, pk: PerjanjianKinerja) -> None:
    milik = periode(sesi, JenisPeriode.TRIWULAN, 1)
    olah_periode(sesi, JenisPeriode.TRIWULAN, 1)
    milik.ditutup_pada = PADA
    with pytest.raises(SudahDikerjakan, match="disahkan"):
        cairkan(sesi, milik, orang_uji(sesi, "camat"), PADA)


def test_the_year_is_compared_with_the_frozen_yearly_report_before_it(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    kini = periode(sesi, JenisPeriode.TAHUNAN, 1)
    isi = replace(hitung_isi(sesi, kini), tahun=TAHUN - 1)
    lama = Periode(
        lembar_sop_id=kini.lembar_sop_id,
        tahun=TAHUN - 1,
        jenis=JenisPeriode.TAHUNAN,
        ke=1,
        dibuka_pada=PADA,
        ditutup_pada=PADA,
    )
    sesi.add(lama)
    sesi.flush()
    beku = Laporan(
        periode_id=lama.id,
        versi=1,
        pk_id=pk.id,
        isi=isi.ke_data(),
        digest=isi.digest(),
        narasi={},
        diolah_pada=PADA,
    )
    sesi.add(beku)
    sesi.flush()
    assert hitung_isi(sesi, kini).sasaran[0].indikator[0].banding is None  # not frozen: not used
    beku.dibekukan_pada = PADA
    sesi.flush()
    banding = hitung_isi(sesi, kini).sasaran[0].indikator[0].banding
    assert banding is not None
    assert (banding.realisasi_lalu, banding.selisih_capaian) == ("85.375", 0)


def test_a_new_version_of_the_pk_keeps_realisasi_and_moves_the_texts(
    sesi: Session, pk: PerjanjianKinerja
) -> None:
    laporan = olah_periode(sesi, JenisPeriode.TRIWULAN, 2)
    tulis_narasi(sesi, laporan)
    kedua = perjanjian_perubahan(
        sesi, pk, urutan=(2, 0)
    )  # third sasaran first, first second, the second gone
    ulang = olah(sesi, periode(sesi, JenisPeriode.TRIWULAN, 2), orang_uji(sesi, "staf_perencanaan"), PADA)
    isi = isi_laporan(ulang)
    assert (ulang.pk_id, isi.versi_pk) == (kedua.id, kedua.nama)
    assert tulis_angka(isi.sasaran[1].indikator[0].pada("tw2").capaian.nilai) == "100,00"
    assert ulang.narasi["sasaran-1-analisis"] == "Uraian sasaran-3-analisis."
    assert ulang.narasi["sasaran-2-analisis"] == "Uraian sasaran-1-analisis."
    assert ulang.narasi["lepas-sasaran-2-analisis"] == "Uraian sasaran-2-analisis."
    assert ulang.narasi["ringkasan"] == "Uraian ringkasan."


def test_pengesahan_sent_back_gives_a_version_to_work_on(
    sesi: Session, pk: PerjanjianKinerja, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kinerja.operations.tugas.periksa", lambda *_: ())
    kasubag = orang_uji(sesi, "kasubag_perencanaan")
    milik = periode(sesi, JenisPeriode.TAHUNAN, 1)
    laporan = olah_periode(sesi, JenisPeriode.TAHUNAN)
    tulis_narasi(sesi, laporan)
    selesaikan(sesi, buka_langkah(sesi, milik, "9").id, kasubag, PADA)
    pengesahan = sesi.execute(
        select(Tugas).where(Tugas.periode_id == milik.id, Tugas.kunci == PENGESAHAN)
    ).scalar_one()
    kembalikan(sesi, pengesahan.id, "9", kasubag, PADA, "Nama program keliru")
    kini = laporan_kini(sesi, milik.id)
    assert kini is not None
    assert (kini.versi, kini.dibekukan_pada, kini.narasi) == (2, None, laporan.narasi)
    assert olah(sesi, milik, kasubag, PADA).versi == 2
