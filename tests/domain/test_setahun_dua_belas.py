"""The worked year of twelve indikator: every figure of every span equals what was worked out by hand."""

from __future__ import annotations

import pytest

from kinerja.domain.angka import tulis_persen, tulis_poin_persen
from kinerja.domain.capaian import Metode, Tipe
from kinerja.domain.laporan import susun_semester, susun_tahunan, susun_triwulan
from kinerja.domain.target import JenisTarget, tulis_realisasi
from tests import setahun_dua_belas as tangan


def _cetak(capaian):
    return None if capaian.nilai is None else tulis_persen(capaian.nilai)


def test_the_table_covers_every_method_with_every_kind_of_target_and_every_tipe():
    semua = list(tangan.indikator())
    assert len(semua) == 12
    assert {i["metode"] for i in semua} == set(Metode)
    assert {i["jenis_target"] for i in semua} == set(JenisTarget)
    assert {i["tipe"] for i in semua} == set(Tipe)
    pasangan = {(i["metode"], i["jenis_target"]) for i in semua if i["jenis_target"] != "predikat"}
    assert len(pasangan) == 6
    assert any("n/a" in i["realisasi"] for i in semua)
    assert any("pembilang" in i for i in semua)


@pytest.mark.parametrize("nomor", [i["nomor"] for i in tangan.indikator()])
def test_every_capaian_and_combined_realisasi(nomor):
    isi = susun_tahunan(tangan.fakta())
    i = next(i for i in tangan.indikator() if i["nomor"] == nomor)
    baris = next(b for s in isi.sasaran for b in s.indikator if b.nomor == nomor)
    kolom = tangan.tabel()["kolom"]
    assert [_cetak(baris.pada(m).capaian) for m in kolom] == [tangan.harapan(a) for a in i["capaian"]]
    gabungan = [tulis_realisasi(baris.pada(m).realisasi, baris.jenis_target) for m in kolom[4:]]
    assert gabungan == [g.replace("-", "–") for g in i["gabungan"]]
    for masa in kolom:
        u = baris.pada(masa)
        assert (u.capaian.nilai is None) == bool(u.capaian.alasan)


def test_the_reasons_where_there_is_no_figure():
    isi = susun_tahunan(tangan.fakta())
    alasan = {
        (b.nomor, str(u.masa)): u.capaian.alasan
        for s in isi.sasaran
        for b in s.indikator
        for u in b.ukuran
        if u.capaian.alasan
    }
    assert alasan["1.3", "tw2"] == f"n/a: {tangan.ALASAN_NA}"
    assert alasan["2.3", "tw2"] == alasan["2.3", "sem1"]
    assert alasan["2.3", "tw2"].startswith("tidak terdefinisi: realisasi 0")
    assert {alasan["3.3", m] for m in tangan.tabel()["kolom"]} == {"belum ditargetkan"}
    assert alasan["3.1", "tw1"] == alasan["3.1", "tw3"] == "belum ditargetkan"


def test_sasaran_money_and_efficiency():
    isi = susun_tahunan(tangan.fakta())
    for s, baris in zip(tangan.tabel()["sasaran"], isi.sasaran, strict=True):
        kolom = tangan.tabel()["kolom"]
        assert [_cetak(baris.capaian_pada(m).capaian) for m in kolom] == [
            tangan.harapan(a) for a in s["capaian"]
        ]
        assert [baris.capaian_pada(m).terhitung for m in kolom] == s["terhitung"]
        assert [_cetak(baris.anggaran_pada(m).serapan) for m in kolom] == [
            tangan.harapan(a) for a in s["serapan"]
        ]
        assert baris.efisiensi is not None
        selisih = baris.efisiensi.selisih
        assert (tulis_poin_persen(selisih) if selisih is not None else "–") == s["selisih"]
        assert (baris.efisiensi.simpulan, baris.predikat) == (s["efisiensi"], s["predikat_tahun"])
    assert _cetak(isi.anggaran_pada("tahun").serapan) == tangan.harapan(tangan.tabel()["serapan_tahun"])


def test_triwulan_and_semester_reports_say_the_same():
    kolom = tangan.tabel()["kolom"]
    for isi in (susun_triwulan(tangan.fakta(), 2), susun_semester(tangan.fakta(), 1)):
        baris = [b for s in isi.sasaran for b in s.indikator]
        for b, i in zip(baris, tangan.indikator(), strict=True):
            for masa in (m for m in isi.masa if m in kolom):
                assert _cetak(b.pada(masa).capaian) == tangan.harapan(i["capaian"][kolom.index(masa)])
