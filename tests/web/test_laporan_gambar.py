"""The charts stand on the report pages, with the figures of the report, readable by those who listen."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import KantorPenuh

Masuk = Callable[[str], FlaskClient]


def test_a_report_shows_its_charts(penuh: KantorPenuh, masuk: Masuk) -> None:
    isi = masuk("camat").get(penuh.alamat("/laporan/{lalu2}")).text
    gambar = re.findall(r"<figure.*?</figure>", isi, re.S)
    assert any("Capaian per sasaran, Triwulan II" in g for g in gambar)
    assert any("Capaian per indikator, Triwulan II" in g for g in gambar)
    for g in gambar:
        assert 'role="img"' in g
        assert re.search(r"<title>[^<]+</title><desc>[^<]+</desc>", g)
        assert "style=" not in g
        assert re.search(r">-?[\d.]+,\d\d%</text>", g)


def test_the_years_course_stands_above_the_list_of_reports(penuh: KantorPenuh, masuk: Masuk) -> None:
    isi = masuk("camat").get("/laporan/").text
    assert "Capaian tahun 2026" in isi
    (uraian,) = re.findall(r"<title>Capaian tahun 2026 per triwulan</title><desc>([^<]+)</desc>", isi)
    assert re.search(r"Sasaran 1: TW I [\d,]+%; TW II [\d,]+%; TW III tidak ada angka", uraian)


def test_in_a_new_year_the_last_one_with_a_report_stands_there(
    penuh: KantorPenuh, masuk: Masuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    camat = masuk("camat")
    monkeypatch.setattr("kinerja.web.laporan.gambar.hari_ini", lambda: date(2027, 2, 1))
    assert "<title>Capaian tahun 2026 per triwulan</title>" in camat.get("/laporan/").text
