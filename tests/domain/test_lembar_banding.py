"""Comparing a returned sheet with the data, cell by cell; and a round trip of anything that can be typed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.lembar_banding import BarisTerbaca, LembarTerbaca, SelTerbaca, bandingkan, rapi
from kinerja.domain.lembar_isian import (
    Baris,
    BukuIsian,
    JenisBuku,
    JenisKolom,
    Kolom,
    Lembar,
    Nilai,
    huruf_kolom,
    ketikan,
)

KOLOM = (
    Kolom("Nomor"),
    Kolom("Realisasi", JenisKolom.ANGKA, "nilai"),
    Kolom("Hambatan", JenisKolom.TEKS, "hambatan"),
    Kolom("Pembilang", JenisKolom.ANGKA, "pembilang"),
)
ANGKA = st.decimals(0, 10**12, places=4)
TEKS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cf")), max_size=60).map(rapi)


def buku(nilai: Nilai = Decimal("84.5"), hambatan: str = "Jarak", tahun: int = 2026) -> BukuIsian:
    baris = Baris("indikator:1", "1.1 Indeks", ("1.1", nilai, hambatan, None), frozenset({"pembilang"}))
    return BukuIsian(
        JenisBuku.REALISASI, tahun, 7, 3, "Realisasi", "", (Lembar("Indikator", KOLOM, (baris,)),)
    )


def terbaca(milik: BukuIsian, *sel: SelTerbaca | None, kunci: str = "indikator:1") -> LembarTerbaca:
    (lembar,) = milik.lembar
    judul = tuple(k.judul for k in KOLOM)
    return LembarTerbaca(
        "Indikator", milik.tanda(lembar), milik.sidik(), judul, (BarisTerbaca(5, kunci, sel),)
    )


def teks(isi: str) -> SelTerbaca:
    return SelTerbaca("teks", isi)


@given(ANGKA, TEKS)
def test_what_is_given_out_comes_back_without_a_change(angka: Decimal, tulisan: str) -> None:
    milik = buku(angka, tulisan)
    sebagai_angka = SelTerbaca("angka", format(angka, "f"))
    for sel in (sebagai_angka, teks(ketikan(angka))):
        hasil = bandingkan(milik, [terbaca(milik, teks("1.1"), sel, teks(tulisan), None)])
        assert (hasil.perubahan, hasil.salah, hasil.basi) == ((), (), False)


@given(st.decimals(0, 10**10, places=2), st.decimals(0, 10**10, places=2))
def test_another_number_is_a_change_with_its_address(lama: Decimal, baru: Decimal) -> None:
    milik = buku(lama)
    hasil = bandingkan(milik, [terbaca(milik, None, SelTerbaca("angka", format(baru, "f")))])
    assert [(p.alamat, p.medan, p.ketikan) for p in hasil.perubahan] == (
        [] if lama == baru else [("C5", "nilai", ketikan(baru))]
    )


def test_an_empty_cell_leaves_what_is_there() -> None:
    milik = buku()
    assert bandingkan(milik, [terbaca(milik, teks("1.1"), None, teks("  "), None)]).perubahan == ()


def test_closed_and_context_cells_are_told_not_taken() -> None:
    milik = buku()
    sel = (teks("9.9"), None, None, SelTerbaca("angka", "4"))
    hasil = bandingkan(milik, [terbaca(milik, *sel)])
    assert [s.alamat for s in hasil.salah] == ["B5", "E5"]
    assert hasil.perubahan == ()


def test_unknown_and_double_rows_are_told() -> None:
    milik = buku()
    satu = terbaca(milik, None, SelTerbaca("angka", "1"))
    dua = replace(
        satu, baris=(*satu.baris, replace(satu.baris[0], nomor=6), BarisTerbaca(7, "x:9", (teks("a"),)))
    )
    hasil = bandingkan(milik, [dua])
    assert [(s.alamat, s.pesan[:20]) for s in hasil.salah] == [
        ("baris 6", "Baris ini terdapat d"),
        ("baris 7", "Baris ini tidak dike"),
    ]


@pytest.mark.parametrize("jenis", ["rumus", "tanggal", "benar", "galat", "persen"])
def test_a_foreign_cell_is_an_error_wherever_it_stands(jenis: str) -> None:
    milik = buku()
    hasil = bandingkan(milik, [terbaca(milik, None, SelTerbaca(jenis, ""), SelTerbaca(jenis, ""))])
    assert [s.alamat for s in hasil.salah] == ["C5", "D5"]


def test_a_workbook_of_another_year_sheet_or_nobody_is_refused() -> None:
    milik = buku()
    with pytest.raises(MasukanSalah, match="untuk tahun 2025"):
        bandingkan(milik, [terbaca(buku(tahun=2025))])
    with pytest.raises(MasukanSalah, match="bukan lembar dari kinerja"):
        bandingkan(milik, [])
    satu = terbaca(milik)
    with pytest.raises(MasukanSalah, match="dua kali"):
        bandingkan(milik, [satu, satu])
    with pytest.raises(MasukanSalah, match="Susunan kolom"):
        bandingkan(milik, [replace(satu, judul=satu.judul[::-1])])
    for tanda in (
        "kinerja|realisasi|2026|8|3|Indikator",
        "kinerja|realisasi|2026|7|4|Indikator",
        "kinerja|x",
    ):
        with pytest.raises(MasukanSalah):
            bandingkan(milik, [replace(satu, tanda=tanda)])


def test_a_later_state_is_noticed() -> None:
    assert bandingkan(buku(Decimal(90)), [terbaca(buku())]).basi


def test_hidden_signs_are_refused() -> None:
    milik = buku()
    hasil = bandingkan(milik, [terbaca(milik, None, None, teks("a\u202eb"))])
    assert "tak terlihat" in hasil.salah[0].pesan


def test_columns_are_named_as_excel_does() -> None:
    assert [huruf_kolom(n) for n in (1, 26, 27, 52, 53, 16384)] == ["A", "Z", "AA", "AZ", "BA", "XFD"]
