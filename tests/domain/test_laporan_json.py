"""A frozen report comes back from its JSON exactly as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.aturan import Aturan
from kinerja.domain.kesalahan import Kesalahan
from kinerja.domain.laporan import susun_semester, susun_tahunan, susun_triwulan
from kinerja.domain.laporan_data import DataRealisasi
from kinerja.domain.laporan_isi import IsiLaporan


def test_every_kind_of_report_survives_its_json(kantor):
    lalu = replace(susun_tahunan(kantor), tahun=2024)
    for isi in (susun_triwulan(kantor, 3), susun_semester(kantor, 2), susun_tahunan(kantor, lalu)):
        kembali = IsiLaporan.dari_json(isi.ke_json())
        assert kembali == isi
        assert kembali.ke_json() == isi.ke_json()
        assert kembali.digest() == isi.digest()
        assert IsiLaporan.dari_data(json.loads(json.dumps(isi.ke_data()))) == isi


def test_the_json_is_canonical(kantor):
    teks = susun_tahunan(kantor).ke_json()
    assert teks.isascii()
    assert teks == json.dumps(json.loads(teks), sort_keys=True, separators=(",", ":"))
    assert not [satu for satu in _angka_pecahan(json.loads(teks))]


def _angka_pecahan(nilai):
    if isinstance(nilai, dict):
        nilai = list(nilai.values())
    if isinstance(nilai, list):
        for satu in nilai:
            yield from _angka_pecahan(satu)
    elif isinstance(nilai, float):
        yield nilai


def test_one_changed_figure_changes_the_digest(kantor):
    isi = susun_triwulan(kantor, 1)
    lain = susun_triwulan(replace(kantor, aturan=Aturan(batas=Decimal(120))), 1)
    assert len(isi.digest()) == 64
    assert isi.digest() == susun_triwulan(kantor, 1).digest()
    assert isi.digest() != lain.digest()


@given(teks=st.text(max_size=40), nilai=st.decimals(0, 10**12, places=4, allow_nan=False))
def test_any_words_and_any_number_survive(teks, nilai, buat_indikator, buat_data):
    satu = buat_indikator(uraian=teks, realisasi={1: DataRealisasi(format(nilai, "f"), hambatan=teks)})
    isi = susun_triwulan(buat_data(satu), 1)
    assert IsiLaporan.dari_json(isi.ke_json()) == isi


def _ubah(**lain):
    return lambda isi: isi.update(lain)


@pytest.mark.parametrize(
    "rusak",
    [
        _ubah(skema=2),
        _ubah(skema="1"),
        _ubah(tahun="2025"),
        _ubah(tahun=True),
        _ubah(jenis="bulanan"),
        _ubah(jenis=1),
        _ubah(masa="tw1"),
        _ubah(aturan=None),
        _ubah(tambahan=1),
        lambda isi: isi.pop("versi_pk"),
        lambda isi: isi["sasaran"][0].pop("uraian"),
        lambda isi: isi["aturan"].update(batas="banyak"),
        lambda isi: isi["aturan"].update(batas=1.5),
        lambda isi: isi["aturan"]["predikat"].update(tingkat=[]),
        lambda isi: isi["sasaran"][0]["capaian"][0]["capaian"].update(nilai=None),
    ],
)
def test_a_damaged_report_is_refused(rusak, kantor):
    isi = susun_triwulan(kantor, 1).ke_data()
    rusak(isi)
    with pytest.raises(Kesalahan, match="tidak dapat dibaca"):
        IsiLaporan.dari_json(json.dumps(isi))


@pytest.mark.parametrize("teks", ["", "{", "[]", "1", "null", "{}", "[" * 100_000])
def test_what_is_no_report_is_refused(teks):
    with pytest.raises(Kesalahan, match="tidak dapat dibaca"):
        IsiLaporan.dari_json(teks)
