"""A signed paper that came back and waits to be compared: said in the archive to those who may hand in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from kinerja.domain.pindaian import Lembar
from kinerja.models import db
from kinerja.models.dokumen import Dokumen
from kinerja.operations.pindaian.verba import Kiriman, terima
from tests.data_uji_arsip import pdf_uji, simpan_uji
from tests.web.conftest import KantorPenuh

Masuk = Callable[[str], FlaskClient]


@pytest.fixture
def kembali(penuh: KantorPenuh) -> str:
    """The address of the issued triwulan III report whose paper lies on the scanner."""
    with penuh.app.app_context():
        sesi = db.session()
        dokumen = sesi.get_one(Dokumen, penuh.nomor["dokumen_lalu3"])
        berkas = simpan_uji(sesi, penuh.app.config["DATA"], pdf_uji(dokumen.halaman, "kertas"), "kertas.pdf")
        lembar = tuple(Lembar(dokumen.kode, ke) for ke in range(1, dokumen.halaman + 1))
        terima(sesi, Kiriman(berkas, lembar, asal="folder"), dokumen, None, datetime(2026, 10, 8, tzinfo=UTC))
        sesi.commit()
    return penuh.alamat("/arsip/{dokumen_lalu3}")


def test_those_who_may_hand_in_see_that_it_came_back(kembali: str, masuk: Masuk) -> None:
    camat = masuk("camat")
    daftar, satu = camat.get("/arsip/").text, camat.get(kembali).text
    assert daftar.count("Menunggu dibandingkan") == 1
    assert "Menunggu dibandingkan" in satu and "Yang tertanda sudah kembali" in satu
    assert 'class="baris-tautan" href="/pindai/' in satu


def test_for_others_there_is_no_receipt_and_no_link_to_one(kembali: str, masuk: Masuk) -> None:
    kasi = masuk("kasi_pmd")
    assert "Menunggu dibandingkan" not in kasi.get("/arsip/").text
    satu = kasi.get(kembali).text
    assert "Menunggu tanda tangan" in satu and "Menunggu dibandingkan" not in satu
    assert "PDF bertanda tangan belum kembali" in satu
    assert 'class="baris-tautan" href="/pindai/' not in satu
