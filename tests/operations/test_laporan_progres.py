"""Sending a unit's laporan progres, sending it back, going on without it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import (
    BelumLengkap,
    MasukanSalah,
    SudahDikerjakan,
    TidakBerwenang,
    TidakDitemukan,
)
from kinerja.domain.periode import JenisPeriode
from kinerja.models.catatan import Catatan
from kinerja.models.disposisi import CabangDisposisi
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import Indikator
from kinerja.models.realisasi import Bukti, LaporanProgres, PengembalianProgres, Realisasi
from kinerja.models.tugas import Tugas
from kinerja.operations.catatan import periksa_rantai
from kinerja.operations.kotak.isi import isi_kotak
from kinerja.operations.langkah import rekap
from kinerja.operations.laporan import progres as verba
from kinerja.operations.realisasi.hak import hak_isi
from kinerja.operations.realisasi.isian import isian_unit
from kinerja.operations.realisasi.verba import Ketikan, simpan_realisasi
from kinerja.operations.tugas import pekerjaan, selesaikan
from tests.data_uji_disposisi import OKTOBER, jabatan_uji, minta_data, tugas_uji
from tests.data_uji_pk import bangun_pk
from tests.data_uji_realisasi import isi_semua, triwulan_uji
from tests.kantor_uji import orang_uji

NANTI = OKTOBER + timedelta(hours=3)


@pytest.fixture
def periode(sesi: Session) -> Periode:
    """Triwulan III: data asked for, everything filled with bukti, nothing sent; step 2 is open."""
    bangun_pk(sesi)
    minta_data(sesi)
    pertama = tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "1")
    selesaikan(sesi, pertama.id, orang_uji(sesi, "kasubag_umum"), OKTOBER)
    periode = triwulan_uji(sesi)
    isi_semua(sesi, periode, kirim=False)
    return periode


@pytest.fixture
def kasi(sesi: Session) -> Pelaku:
    return orang_uji(sesi, "kasi_pelayanan")


@pytest.fixture
def kasubag(sesi: Session) -> Pelaku:
    return orang_uji(sesi, "kasubag_perencanaan")


def indikator(sesi: Session, kata: str) -> Indikator:
    return sesi.execute(select(Indikator).where(Indikator.uraian.contains(kata))).scalar_one()


def unit(sesi: Session) -> int:
    return indikator(sesi, "Kepuasan").unit_id


def langkah_dua(sesi: Session) -> Tugas:
    return tugas_uji(sesi, JenisPeriode.TRIWULAN, 3, "2")


def catatan_akhir(sesi: Session) -> list[Catatan]:
    return list(sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(2)).scalars())


def test_sending_locks_the_figures_and_finishes_the_branch(
    sesi: Session, periode: Periode, kasi: Pelaku
) -> None:
    assert [b.jenis for b in isi_kotak(sesi, kasi, NANTI)] == ["disposisi"]
    laporan = verba.kirim(sesi, periode.id, unit(sesi), " Sesuai rencana. ", kasi, NANTI)
    assert (laporan.catatan, laporan.dikirim_pada) == ("Sesuai rencana.", NANTI)
    assert laporan.dikirim_oleh_nama == kasi.nama
    akhir = sesi.execute(select(Catatan).where(Catatan.tindakan == "kirim_laporan_progres")).scalar_one()
    assert akhir.uraian == "Laporan progres Triwulan III 2026 Seksi Pelayanan Umum dikirim."
    cabang = sesi.execute(
        select(CabangDisposisi).where(CabangDisposisi.penerima_id == jabatan_uji(sesi, "kasi_pelayanan").id)
    ).scalar_one()
    assert cabang.penyelesaian_id is not None
    assert isi_kotak(sesi, kasi, NANTI) == []
    with pytest.raises(SudahDikerjakan, match=r"sudah dikirim oleh Kasi Pelayanan Umum Uji pukul 12\.00"):
        simpan_realisasi(sesi, periode.id, indikator(sesi, "Kepuasan").identitas, Ketikan("1"), kasi, NANTI)
    with pytest.raises(SudahDikerjakan, match="sudah dikirim"):
        verba.kirim(sesi, periode.id, unit(sesi), "", kasi, NANTI)
    assert periksa_rantai(sesi) is None


def test_an_empty_figure_stops_sending_and_is_named(sesi: Session, periode: Periode, kasi: Pelaku) -> None:
    kartu = indikator(sesi, "Waktu rata-rata")
    simpan_realisasi(sesi, periode.id, kartu.identitas, Ketikan(""), kasi, NANTI)
    with pytest.raises(BelumLengkap, match=r"Masih kosong: indikator 1\.2\."):
        verba.kirim(sesi, periode.id, unit(sesi), "", kasi, NANTI)
    simpan_realisasi(
        sesi, periode.id, kartu.identitas, Ketikan(na=True, alasan_na="Belum diukur"), kasi, NANTI
    )
    assert verba.kirim(sesi, periode.id, unit(sesi), "", kasi, NANTI).dikirim_pada


def test_missing_bukti_is_confirmed_not_forbidden(sesi: Session, periode: Periode, kasi: Pelaku) -> None:
    baris = sesi.execute(
        select(Realisasi).where(Realisasi.indikator_id == indikator(sesi, "Kepuasan").identitas)
    ).scalar_one()
    bukti = sesi.execute(select(Bukti).where(Bukti.realisasi_id == baris.id)).scalar_one()
    bukti.dicabut_pada = OKTOBER
    with pytest.raises(BelumLengkap, match=r"Indikator 1\.1 belum punya bukti") as salah:
        verba.kirim(sesi, periode.id, unit(sesi), "", kasi, NANTI)
    assert salah.value.medan == "tanpa_bukti"
    verba.kirim(sesi, periode.id, unit(sesi), "", kasi, NANTI, tanpa_bukti=True)
    catatan = sesi.execute(select(Catatan).where(Catatan.tindakan == "kirim_laporan_progres")).scalar_one()
    assert '"tanpa_bukti":["1.1"]' in catatan.sesudah


@pytest.mark.parametrize("siapa", ["staf_pelayanan", "kasi_pmd", "camat", "kasubag_perencanaan"])
def test_only_the_head_of_the_unit_sends(sesi: Session, periode: Periode, siapa: str) -> None:
    with pytest.raises((TidakBerwenang, TidakDitemukan)):
        verba.kirim(sesi, periode.id, unit(sesi), "", orang_uji(sesi, siapa), NANTI)
    assert not sesi.execute(select(LaporanProgres)).first()


def test_a_return_opens_exactly_the_marked_indicators(
    sesi: Session, periode: Periode, kasi: Pelaku, kasubag: Pelaku
) -> None:
    kepuasan, waktu = indikator(sesi, "Kepuasan").identitas, indikator(sesi, "Waktu rata-rata").identitas
    verba.kirim(sesi, periode.id, unit(sesi), "", kasi, NANTI)
    verba.kembalikan_unit(sesi, periode.id, unit(sesi), [waktu], "Satuan keliru.", kasubag, NANTI)
    akhir = catatan_akhir(sesi)[0]
    assert akhir.uraian.endswith("dikembalikan (indikator 1.2). Alasan: Satuan keliru.")
    (butir,) = isi_kotak(sesi, kasi, NANTI)
    assert (butir.jenis, butir.dikembalikan, butir.tempat) == ("isian", True, ("realisasi", periode.id))
    assert (butir.judul, butir.keterangan) == ("Perbaiki realisasi Triwulan III 2026", "Satuan keliru.")
    isian = isian_unit(sesi, periode, unit(sesi))
    assert isian is not None and isian.ditandai == {waktu} and not isian.terkirim
    assert hak_isi(sesi, periode, unit(sesi), kasi).hanya == {waktu}
    simpan_realisasi(sesi, periode.id, waktu, Ketikan("26"), kasi, NANTI)
    with pytest.raises(SudahDikerjakan, match="bukan indikator ini"):
        simpan_realisasi(sesi, periode.id, kepuasan, Ketikan("1"), kasi, NANTI)
    verba.kembalikan_unit(sesi, periode.id, unit(sesi), [], "Semua diperiksa lagi.", kasubag, NANTI)
    assert len(isi_kotak(sesi, kasi, NANTI)) == 1
    simpan_realisasi(sesi, periode.id, kepuasan, Ketikan("86"), kasi, NANTI)
    verba.kirim(sesi, periode.id, unit(sesi), "", kasi, NANTI)
    assert all(p.selesai_pada for p in sesi.execute(select(PengembalianProgres)).scalars())
    assert isi_kotak(sesi, kasi, NANTI) == []


def test_a_return_needs_a_sent_report_a_reason_and_own_indicators(
    sesi: Session, periode: Periode, kasi: Pelaku, kasubag: Pelaku
) -> None:
    with pytest.raises(BelumLengkap, match="belum mengirim"):
        verba.kembalikan_unit(sesi, periode.id, unit(sesi), [], "x", kasubag, NANTI)
    verba.kirim(sesi, periode.id, unit(sesi), "", kasi, NANTI)
    for pilihan, alasan, medan in (
        ([], " ", "alasan"),
        ([indikator(sesi, "SAKIP").identitas], "x", "indikator"),
        ([], "x" * 20_001, "alasan"),
    ):
        with pytest.raises(MasukanSalah) as salah:
            verba.kembalikan_unit(sesi, periode.id, unit(sesi), pilihan, alasan, kasubag, NANTI)
        assert salah.value.medan == medan
    for siapa in ("camat", "kasubag_umum", "kasi_pelayanan"):
        with pytest.raises(TidakBerwenang):
            verba.kembalikan_unit(sesi, periode.id, unit(sesi), [], "x", orang_uji(sesi, siapa), NANTI)
        with pytest.raises(TidakBerwenang):
            verba.lewati_unit(sesi, periode.id, unit(sesi), "x", orang_uji(sesi, siapa), NANTI)
    assert not sesi.execute(select(PengembalianProgres)).first()


def test_going_on_without_a_unit_is_on_record_and_can_be_taken_back(
    sesi: Session, periode: Periode, kasi: Pelaku, kasubag: Pelaku
) -> None:
    with pytest.raises(MasukanSalah):
        verba.lewati_unit(sesi, periode.id, unit(sesi), "", kasubag, NANTI)
    laporan = verba.lewati_unit(sesi, periode.id, unit(sesi), "Kasi dirawat", kasubag, NANTI)
    assert (laporan.dilewati_pada, laporan.dilewati_alasan) == (NANTI, "Kasi dirawat")
    assert "tanpa laporan Seksi Pelayanan Umum. Alasan: Kasi dirawat" in catatan_akhir(sesi)[0].uraian
    with pytest.raises(SudahDikerjakan, match="sudah ditandai"):
        verba.lewati_unit(sesi, periode.id, unit(sesi), "lagi", kasubag, NANTI)
    with pytest.raises(SudahDikerjakan, match=r"karena: Kasi dirawat\. Hubungi Kasubag Perencanaan"):
        verba.kirim(sesi, periode.id, unit(sesi), "", kasi, NANTI)
    verba.tunggu_lagi(sesi, periode.id, unit(sesi), kasubag, NANTI)
    with pytest.raises(SudahDikerjakan):
        verba.tunggu_lagi(sesi, periode.id, unit(sesi), kasubag, NANTI)
    verba.kirim(sesi, periode.id, unit(sesi), "", kasi, NANTI)
    with pytest.raises(SudahDikerjakan, match="sudah mengirim"):
        verba.lewati_unit(sesi, periode.id, unit(sesi), "x", kasubag, NANTI)


def test_the_rekap_is_done_when_every_unit_is_in_or_passed_over(
    sesi: Session, periode: Periode, kasi: Pelaku, kasubag: Pelaku
) -> None:
    (butir,) = rekap.hasil(sesi, langkah_dua(sesi))
    assert not butir.ada and "Seksi Pelayanan Umum" in butir.keterangan
    for u in {i.unit_id for i in sesi.execute(select(Indikator)).scalars()} - {unit(sesi)}:
        verba.lewati_unit(sesi, periode.id, u, "ditunggu pada triwulan berikut", kasubag, NANTI)
    (butir,) = rekap.hasil(sesi, langkah_dua(sesi))
    assert butir.keterangan == "Belum: Seksi Pelayanan Umum"
    verba.kirim(sesi, periode.id, unit(sesi), "", kasi, NANTI)
    (butir,) = rekap.hasil(sesi, langkah_dua(sesi))
    assert butir.ada
    tugas = langkah_dua(sesi)
    assert pekerjaan(sesi, tugas).lengkap
    selesaikan(sesi, tugas.id, kasubag, NANTI)
    lain = indikator(sesi, "lembaga").unit_id
    with pytest.raises(SudahDikerjakan, match="Hubungi Kasubag Perencanaan"):
        verba.kirim(sesi, periode.id, lain, "", orang_uji(sesi, "kasi_pmd"), NANTI)
    with pytest.raises(SudahDikerjakan, match="Sudah diselesaikan"):
        verba.tunggu_lagi(sesi, periode.id, lain, kasubag, NANTI)
    with pytest.raises(SudahDikerjakan, match="Rekap Triwulan III 2026 sudah diselesaikan"):
        simpan_realisasi(sesi, periode.id, indikator(sesi, "Kepuasan").identitas, Ketikan("1"), kasi, NANTI)


def test_the_builder_fills_and_sends_every_unit(sesi: Session, tmp_path: Path) -> None:
    bangun_pk(sesi)
    minta_data(sesi)
    periode = triwulan_uji(sesi)
    laporan = isi_semua(sesi, periode, nilai={"Nilai SAKIP kecamatan": None}, data=tmp_path)
    assert len(laporan) == 6
    (butir,) = rekap.hasil(sesi, langkah_dua(sesi))
    assert butir.ada
    assert len(sesi.execute(select(Realisasi).where(Realisasi.na)).all()) == 1
    assert len(sesi.execute(select(Bukti)).all()) == 7
    assert not [b for b in isi_kotak(sesi, orang_uji(sesi, "kasi_kesos"), NANTI)]
    assert sum(p.is_file() for p in tmp_path.rglob("*")) == 1
