"""A realisasi worked out from two typed numbers."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.models.catatan import Catatan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import Indikator
from kinerja.models.realisasi import Realisasi
from kinerja.operations.laporan.data import hitung_isi
from kinerja.operations.realisasi.isian import IsianIndikator, isian_semua
from kinerja.operations.realisasi.verba import Ketikan, sidik, simpan_realisasi
from tests.data_uji_disposisi import OKTOBER, minta_data
from tests.data_uji_pk import bangun_pk
from tests.data_uji_realisasi import triwulan_uji
from tests.kantor_uji import orang_uji


@pytest.fixture
def periode(sesi: Session) -> Periode:
    """Triwulan III; the share of well-run nagari is counted from two numbers."""
    bangun_pk(sesi)
    satu = kartu(sesi)
    satu.pembilang, satu.penyebut = "jumlah nagari baik", "jumlah nagari"
    satu.target_tw3 = "80"
    sesi.flush()
    minta_data(sesi)
    return triwulan_uji(sesi)


def kartu(sesi: Session) -> Indikator:
    return sesi.execute(select(Indikator).where(Indikator.uraian.contains("tata kelola baik"))).scalar_one()


def simpan(sesi: Session, periode: Periode, **isi: Any) -> Realisasi:
    oleh = orang_uji(sesi, "kasi_pemerintahan")
    return simpan_realisasi(sesi, periode.id, kartu(sesi).identitas, Ketikan(**isi), oleh, OKTOBER)


def tampil(sesi: Session, periode: Periode) -> IsianIndikator:
    semua = [i for u in isian_semua(sesi, periode) for i in u.indikator]
    return next(i for i in semua if i.nisbah is not None)


def test_the_figure_is_worked_out_and_kept_with_its_numbers(sesi: Session, periode: Periode) -> None:
    baris = simpan(sesi, periode, pembilang="16", penyebut="23")
    assert (baris.pembilang, baris.penyebut, baris.nilai) == ("16", "23", "69.56521739130434782609")
    akhir = sesi.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
    assert akhir.uraian.endswith("diisi 69,57 (16 dari 23).")
    i = tampil(sesi, periode)
    assert (i.nilai, i.dua_angka, i.nilai_capaian, i.terisi) == (
        "69,57 (16 dari 23)",
        ("16", "23"),
        "86,96%",
        True,
    )
    isi = hitung_isi(sesi, periode)
    ukuran = next(b for s in isi.sasaran for b in s.indikator if b.nisbah).ukuran[0]
    assert (ukuran.pembilang, ukuran.penyebut) == ("16", "23")


def test_an_empty_whole_is_a_reason_never_a_zero(sesi: Session, periode: Periode) -> None:
    baris = simpan(sesi, periode, pembilang="0", penyebut="0")
    assert (baris.nilai, baris.pembilang) == (None, "0")
    i = tampil(sesi, periode)
    assert i.terisi
    assert i.nilai == i.nilai_capaian == "tidak dapat dihitung: jumlah nagari 0"


@pytest.mark.parametrize(
    ("isi", "medan"),
    [
        ({"nilai": "70"}, "pembilang"),
        ({"pembilang": "16"}, "penyebut"),
        ({"pembilang": "1", "penyebut": "0"}, "penyebut"),
        ({"pembilang": "1", "penyebut": "2", "na": True, "alasan_na": "hilang"}, "pembilang"),
    ],
)
def test_what_does_not_fit_is_asked_back(sesi: Session, periode: Periode, isi: Any, medan: str) -> None:
    with pytest.raises(MasukanSalah) as salah:
        simpan(sesi, periode, **isi)
    assert salah.value.medan == medan


def test_n_a_takes_the_numbers_away_and_the_mark_of_the_form_follows(sesi: Session, periode: Periode) -> None:
    lama = sidik(simpan(sesi, periode, pembilang="16", penyebut="23"))
    baru = sidik(simpan(sesi, periode, pembilang="160", penyebut="230"))
    assert lama != baru
    baris = simpan(sesi, periode, na=True, alasan_na="rusak")
    assert (baris.nilai, baris.pembilang, baris.penyebut, baris.na) == (None, None, None, True)
