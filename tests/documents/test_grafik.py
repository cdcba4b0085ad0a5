"""Charts: every figure printed, gaps in words, the same shapes as SVG and as PNG."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from kinerja.documents.grafik import LEBAR, TANPA_ANGKA, Deret, Titik, batang, kolom, pasangan, uraian
from kinerja.documents.lukisan import Kotak, Lukisan, Teks, png, svg

SATU = (
    Titik("Sasaran 1", Decimal("87.5"), "87,50%"),
    Titik("Sasaran 2", None, TANPA_ANGKA),
    Titik("Sasaran 3", Decimal(250), "250,00%"),
    Titik("Sasaran 4", Decimal(-40), "-40,00%"),
)
TW = Deret("Sasaran 1", tuple(Titik(f"TW {n}", t.nilai, t.teks) for n, t in zip("1234", SATU, strict=True)))
SEMUA = (batang(SATU), pasangan([Deret("Sasaran 1", SATU[:2])], ("capaian", "serapan")), kolom([TW] * 3))


def huruf(lukisan: Lukisan) -> list[str]:
    return [b.isi for b in lukisan.bentuk if isinstance(b, Teks)]


@pytest.mark.parametrize("lukisan", SEMUA)
def test_a_drawing_is_attributes_only_readable_and_within_its_frame(lukisan: Lukisan) -> None:
    akar = ET.fromstring(svg(lukisan, "Capaian", "Sasaran 1 87,50%"))
    assert akar.get("role") == "img"
    nama = "{http://www.w3.org/2000/svg}"
    assert akar.findtext(f"{nama}title") == "Capaian"
    for satu in akar.iter():
        assert not {"style", "class", "href"} & set(satu.attrib) or satu is akar
    for b in lukisan.bentuk:
        if isinstance(b, Teks):
            assert b.ukuran >= 7
            assert 0 <= b.x <= LEBAR
            assert 0 < b.y <= lukisan.tinggi
        elif isinstance(b, Kotak):
            assert b.x >= 0 and b.x + b.lebar <= LEBAR
            assert b.tinggi >= 0 and b.lebar >= 0 and b.y + b.tinggi <= lukisan.tinggi


def test_every_figure_is_printed_and_a_missing_one_is_said_without_a_bar() -> None:
    tulisan = huruf(batang(SATU))
    assert {"87,50%", "250,00%", "-40,00%", TANPA_ANGKA} <= set(tulisan)
    kosong = batang([SATU[1]])
    assert not [b for b in kosong.bentuk if isinstance(b, Kotak) and b.y < 18 + 16]


def test_bars_end_where_the_figure_says_and_never_past_the_scale() -> None:
    panjang = [b.lebar for b in batang(SATU).bentuk if isinstance(b, Kotak) and b.tinggi == 10]
    assert panjang == pytest.approx([300 * 87.5 / 120, 300, 0])


def test_reached_and_missed_differ_in_more_than_colour() -> None:
    isi = [b.isi for b in batang(SATU).bentuk if isinstance(b, Kotak)]
    terang = [int(w[1:3], 16) for w in isi[:2]]
    assert abs(terang[0] - terang[1]) > 100  # far apart in grey
    tulisan = huruf(batang(SATU))
    assert "100% atau lebih" in tulisan and "di bawah 100%" in tulisan


def test_a_gap_in_time_is_not_joined() -> None:
    jingga = re.findall(r'stroke="#8a5a00"', svg(kolom([TW])))
    assert len(jingga) == 1  # only III to IV; II has no figure
    assert "tidak ada" in huruf(kolom([TW]))


def test_the_words_say_the_same() -> None:
    assert uraian([Deret("", SATU[:2])]) == "Sasaran 1 87,50%; Sasaran 2 tidak ada angka"


@pytest.mark.parametrize("lukisan", SEMUA)
def test_the_picture_for_word_has_the_same_shape_and_the_same_bytes_each_time(lukisan: Lukisan) -> None:
    isi = png(lukisan)
    gambar = Image.open(io.BytesIO(isi))
    assert gambar.width / gambar.height == pytest.approx(lukisan.lebar / lukisan.tinggi, rel=0.01)
    assert gambar.convert("L").getextrema()[0] < 80
    assert png(lukisan) == isi


def test_what_could_be_markup_is_text() -> None:
    assert "&lt;b&gt;" in svg(Lukisan(10, 10, (Teks(0, 8, "<b>"),)))
