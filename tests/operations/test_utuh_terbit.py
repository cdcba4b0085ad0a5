"""All or nothing for issuing: file row, document, its words for the search and its audit row, or none."""

from __future__ import annotations

import pytest

from kinerja.documents.cetak import HasilCetak
from tests.data_uji_arsip import pdf_uji
from tests.isian_formulir import Kiriman
from tests.operations.test_utuh import coba_putus, pengirim
from tests.web.conftest import KantorPenuh, Masuk

TITIK = {
    "pengesahan.terbitkan": "kinerja.web.pengesahan.cetak_laporan",
    "surat_keluar.terbitkan": "kinerja.web.surat_keluar.rute.cetak_surat",
    "perjanjian_kinerja.terbitkan": "kinerja.web.perjanjian_kinerja.terbit.cetak_pk",
    "sop.terbitkan": "kinerja.web.sop.terbit.cetak_lembar_sop",
}


@pytest.mark.parametrize("titik", TITIK)
def test_a_document_is_issued_whole_or_not_at_all(
    penuh: KantorPenuh,
    masuk: Masuk,
    isian: dict[str, Kiriman],
    titik: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The print itself is another matter and takes seconds: here it is an empty page."""
    hasil = HasilCetak(pdf_uji(2, titik), 2, "0" * 64, "kata untuk dicari")
    monkeypatch.setattr(TITIK[titik], lambda *_a, **_k: hasil)
    coba_putus(penuh, pengirim(penuh, masuk, isian, titik), 4)
