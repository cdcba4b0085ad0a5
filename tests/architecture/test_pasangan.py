"""What the sheet names has its page, its rule and its place; links have their pages."""

from __future__ import annotations

from pathlib import Path

from flask import Flask

from kinerja.domain.sop import HALAMAN_SURAT, Halaman
from kinerja.operations.langkah import ATURAN
from kinerja.sop import muat
from kinerja.web.langkah import KONTEKS
from kinerja.web.templat import TEMPAT

TEMPLAT = Path(__file__).parents[2] / "templates"


def test_every_work_page_of_the_sheet_has_rule_context_and_template() -> None:
    assert set(ATURAN) == set(KONTEKS) == set(Halaman)
    for halaman in Halaman:
        assert (TEMPLAT / f"tugas/langkah/{halaman}.html").is_file()


def test_every_step_of_the_office_sheet_has_a_work_page() -> None:
    laporan = [satu for satu in Halaman if satu not in HALAMAN_SURAT]
    assert [langkah.halaman for langkah in muat().langkah_semua] == laporan


def test_every_place_leads_to_a_page(_aplikasi: Flask) -> None:
    rute = {
        aturan.endpoint: aturan
        for aturan in _aplikasi.url_map.iter_rules()
        if "GET" in (aturan.methods or ())
    }
    for kata, (titik, nama) in TEMPAT.items():
        assert titik in rute, kata
        wajib = rute[titik].arguments
        assert wajib <= ({nama} if nama else set()), kata
