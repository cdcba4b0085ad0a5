"""The drawn matrix: right symbols in the right columns, arrows that join from row to row."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from kinerja.documents.bagan_jalur import Jalur, jalur
from kinerja.documents.bagan_sop import Bagan, bagan
from kinerja.documents.bagan_svg import Keadaan, Ukuran, svg_cetak, svg_layar
from kinerja.documents.templat import jadikan_html
from kinerja.domain.sop import Jenis, Sop
from kinerja.domain.sop_baca import baca_sop
from kinerja.sop import muat

SOP = muat()
UKURAN = Ukuran(lebar=40, tinggi=22, huruf=7.5)


def langkah(nomor: int, jenis: str, pelaksana: str, **panah: int) -> dict:
    return {
        "nomor": nomor,
        "kegiatan": f"Kegiatan {nomor}",
        "jenis": jenis,
        "daur": "sekali",
        "pelaksana": pelaksana,
        **panah,
    }


def sop_bercabang() -> Sop:
    """Goes back over one and over two rows, and jumps ahead over one."""
    return baca_sop(
        {
            "identitas": {"nama": "Surat Keluar"},
            "pelaksana": [{"kode": kode, "nama": kode.title()} for kode in ("staf", "kasi", "camat")],
            "langkah": [
                langkah(1, "mulai", "staf", berikut=2),
                langkah(2, "keputusan", "kasi", ya=3, tidak=1),
                langkah(3, "keputusan", "camat", ya=4, tidak=1),
                langkah(4, "keputusan", "staf", ya=6, tidak=5),
                langkah(5, "proses", "staf", berikut=6),
                langkah(6, "selesai", "kasi"),
            ],
        }
    )


def ujung(baris: Jalur, tepi: float) -> set[float]:
    """x of every piece that touches an edge of the row (0 upper, 1 lower)."""
    return {r.x1 for r in baris.ruas if r.y1 == tepi} | {r.x2 for r in baris.ruas if r.y2 == tepi}


@pytest.mark.parametrize("sop", [SOP, sop_bercabang()], ids=lambda sop: sop.nama)
def test_arrows_join_from_row_to_row(sop):
    baris = jalur(sop)
    assert ujung(baris[0], 0) == ujung(baris[-1], 1) == set()
    for atas, bawah in pairwise(baris):
        assert ujung(atas, 1) == ujung(bawah, 0) != set()
        assert {x for x, _turun in atas.lewat_bawah} == ujung(atas, 1)


@pytest.mark.parametrize("sop", [SOP, sop_bercabang()], ids=lambda sop: sop.nama)
def test_arrows_run_at_right_angles(sop):
    assert all(r.x1 == r.x2 or r.y1 == r.y2 for baris in jalur(sop) for r in baris.ruas)


@pytest.mark.parametrize("sop", [SOP, sop_bercabang()], ids=lambda sop: sop.nama)
def test_no_arrow_runs_through_a_symbol_of_another_langkah(sop):
    for baris in jalur(sop):
        tengah = baris.kolom + 0.5
        for r in baris.ruas:
            if (r.y1, r.y2) == (0, 1):
                assert abs(r.x1 - tengah) > 0.34


def test_langkah_stand_in_the_columns_of_their_pelaksana():
    assert [baris.kolom for baris in jalur(SOP)] == [0, 2, 4, 2, 1, 2, 2, 1, 2]


def test_every_langkah_but_the_first_is_entered_from_above():
    assert [baris.masuk for baris in jalur(SOP)] == [(), *[("atas",)] * 8]


def test_keputusan_says_ya_and_tidak():
    label = {baris.langkah.nomor: dict(baris.label) for baris in jalur(sop_bercabang())}
    assert label == {
        1: {},
        2: {"bawah": "Ya", "kiri": "Tidak"},
        3: {"bawah": "Ya", "kiri": "Tidak"},
        4: {"bawah": "Tidak", "kanan": "Ya"},
        5: {},
        6: {},
    }


def test_arrows_back_have_lanes_of_their_own():
    kembali = {x for baris in jalur(sop_bercabang()) for x, turun in baris.lewat_bawah if not turun}
    assert len(kembali) == 2


def bentuk(svg: str) -> list[str]:
    return re.findall(r"<(rect|polygon|circle|polyline)", svg)


def test_start_and_end_are_capsules_with_their_words():
    baris = jalur(SOP)
    for satu in baris:
        svg = svg_layar(satu, 5)
        kapsul = satu.langkah.jenis in (Jenis.MULAI, Jenis.SELESAI)
        assert (" rx=" in svg) == kapsul
        assert re.findall(r">(\w+)</text>", svg) == {1: ["Mulai"], 9: ["Selesai"]}.get(satu.langkah.nomor, [])


def test_keputusan_is_a_diamond():
    assert " rx=" not in svg_layar(jalur(sop_bercabang())[1], 3)
    assert 'points="0,-16 27,0 0,16 -27,0"' in svg_layar(jalur(sop_bercabang())[1], 3)


def test_state_is_drawn_by_shape_not_by_colour_alone():
    baris = jalur(SOP)[3]
    biasa, selesai, kini = (
        bentuk(svg_layar(baris, 5, satu)) for satu in (None, Keadaan.SELESAI, Keadaan.BERJALAN)
    )
    assert sorted(selesai) == sorted([*biasa, "polyline"])
    assert sorted(kini) == sorted([*biasa, "circle"])


@pytest.mark.parametrize("sop", [SOP, sop_bercabang()], ids=lambda sop: sop.nama)
def test_svg_is_well_formed_and_has_attributes_only(sop):
    for baris in jalur(sop):
        for svg in (svg_layar(baris, 5, Keadaan.BERJALAN), svg_cetak(baris, 5, 310, 36, UKURAN)):
            akar = ET.fromstring(svg)
            assert not re.search(r"style|script|href|<style|\bon\w+=", svg)
            assert akar.get("width")
            assert akar.get("height")


def layar(data: Bagan) -> str:
    return jadikan_html("sop/_bagan.html", {"bagan": data})


def test_screen_shows_every_text_and_where_you_are():
    keadaan = {1: Keadaan.SELESAI, 2: Keadaan.BERJALAN, 3: Keadaan.MENUNGGU}
    html = layar(bagan(SOP, keadaan))
    for satu in SOP.langkah_semua:
        assert satu.kegiatan in html
        assert satu.kelengkapan_tertulis in html
    assert html.count('aria-current="step"') == 1
    assert [html.count(f">{kata}<") for kata in ("Anda di sini", "Menunggu")] == [1, 1]
    assert "Pelaksana: Staf (perlu dikonfirmasi kantor); lanjut ke langkah 4" in html
    assert "Pelaksana: Kasubag Umum dan Kepegawaian; lanjut ke langkah 2" in html
    assert "style=" not in html


def test_text_of_a_sheet_never_becomes_markup():
    data = sop_bercabang().ke_dict()
    data["langkah"][0]["kegiatan"] = "<script>alert(1)</script>"
    data["pelaksana"][0]["nama"] = "<b>Staf</b>"
    html = layar(bagan(baca_sop(data)))
    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;" in html
