"""The self-check as rows: who saves it, what the audit row holds, what a frozen report refuses."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from kinerja.domain.kesalahan import BelumLengkap, MasukanSalah, SudahDikerjakan, TidakBerwenang
from kinerja.domain.periode import JenisPeriode
from kinerja.domain.reviu import BUTIR, Jawaban
from kinerja.models.catatan import Catatan
from kinerja.models.laporan import ReviuMandiri
from kinerja.operations.laporan.reviu import daftar_reviu, simpan_reviu
from tests.data_uji_laporan import PADA, bangun_tangan, periode, siapkan_draf
from tests.kantor_uji import orang_uji

ISIAN = {b.kunci: ("ya", "Sesuai.") for b in BUTIR}


@pytest.fixture
def draf(sesi):
    bangun_tangan(sesi)
    milik = periode(sesi, JenisPeriode.TRIWULAN, 2)
    return milik, siapkan_draf(sesi, milik, "3", orang_uji(sesi, "staf_perencanaan"))


def _catatan(sesi):
    pilih = select(Catatan).where(Catatan.tindakan == "simpan_reviu").order_by(Catatan.seq)
    return list(sesi.execute(pilih).scalars())


def test_before_anybody_saved_the_data_speak(sesi, draf):
    daftar = daftar_reviu(sesi, *draf, PADA.date())
    assert len(daftar) == 23
    dari = {b.butir.kunci: (b.jawaban, b.catatan) for b in daftar}
    assert dari["m1"] == (
        Jawaban.YA,
        "Menurut lembar SOP laporan ini disusun oleh Kasubag Perencanaan Keuangan dan Pelaporan.",
    )
    assert dari["m3"] == (Jawaban.TIDAK, "Laporan progres unit yang sudah dikirim: 0 dari 1.")
    assert dari["m4"] == (Jawaban.YA, "Unit pemilik indikator yang ada pejabatnya: 1 dari 1.")
    assert not sesi.execute(select(ReviuMandiri)).scalars().all()


def test_saving_stores_every_answer_with_one_audit_row(sesi, draf):
    milik, laporan = draf
    orang = orang_uji(sesi, "kasubag_perencanaan")
    simpan_reviu(sesi, milik, ISIAN, True, orang, PADA)
    simpan_reviu(sesi, milik, ISIAN, True, orang, PADA)  # nothing new, no row
    simpan_reviu(sesi, milik, ISIAN | {"f1": ("tidak", "Belum.")}, True, orang, PADA)
    pertama, kedua = _catatan(sesi)
    assert (pertama.objek, len(json.loads(pertama.sesudah))) == (f"laporan:{laporan.id}", 24)
    assert json.loads(kedua.sebelum) == {"f1": ["ya", "Sesuai."]}
    assert json.loads(kedua.sesudah) == {"f1": ["tidak", "Belum."]}
    assert laporan.lampirkan_reviu is True
    daftar = {b.butir.kunci: b for b in daftar_reviu(sesi, milik, laporan, PADA.date())}
    assert (daftar["f1"].jawaban, daftar["f1"].catatan) == (Jawaban.TIDAK, "Belum.")
    assert daftar["f2"].tersimpan.oleh_nama == orang.nama


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", "kasi_pmd", "staf_perencanaan", "admin"])
def test_only_kasubag_perencanaan_saves(sesi, draf, siapa):
    with pytest.raises(TidakBerwenang):
        simpan_reviu(sesi, draf[0], ISIAN, False, orang_uji(sesi, siapa), PADA)


def test_a_frozen_report_and_none_at_all_are_refused(sesi, draf):
    milik, laporan = draf
    orang = orang_uji(sesi, "kasubag_perencanaan")
    with pytest.raises(BelumLengkap):
        simpan_reviu(sesi, periode(sesi, JenisPeriode.TRIWULAN, 4), ISIAN, False, orang, PADA)
    laporan.dibekukan_pada = PADA
    sesi.flush()
    with pytest.raises(SudahDikerjakan):
        simpan_reviu(sesi, milik, ISIAN, False, orang, PADA)


def test_a_wrong_answer_and_a_long_note_name_their_field(sesi, draf):
    orang = orang_uji(sesi, "kasubag_perencanaan")
    with pytest.raises(MasukanSalah) as salah:
        simpan_reviu(sesi, draf[0], {"f1": ("mungkin", "")}, False, orang, PADA)
    assert salah.value.medan == "jawaban_f1"
    with pytest.raises(MasukanSalah) as salah:
        simpan_reviu(sesi, draf[0], {"s2": ("ya", "x" * 501)}, False, orang, PADA)
    assert salah.value.medan == "catatan_s2"
