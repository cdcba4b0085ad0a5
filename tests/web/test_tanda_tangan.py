"""Electronic signatures on screen: the trusted roots, the verdict at receipt, and a second look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import lxml.html
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from kinerja.domain.kaitan import Kaitan
from kinerja.domain.tanda_tangan import PENCABUTAN_LURING, HasilTtd, TandaTangan, Verdict
from kinerja.models import db
from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip
from kinerja.models.pemeriksaan import PeriksaTtd
from kinerja.operations.periksa_ttd import catat_verdict
from tests.data_uji_arsip import simpan_uji
from tests.korpus_ttd import baik
from tests.penanda_uji import NAMA, penerbit
from tests.rusakkan import izinkan
from tests.web.conftest import KantorPenuh

Masuk = Callable[[str], FlaskClient]
DITERIMA = datetime(2026, 10, 8, 2, 0, tzinfo=UTC)
SAAT_ITU = HasilTtd(
    Verdict.SAH,
    tanda_tangan=(
        TandaTangan(
            NAMA,
            Verdict.SAH,
            waktu="2026-10-08T01:00:00+00:00",
            penerbit="Akar Uji",
            seri="7d1",
            berlaku_dari="2026-01-01T00:00:00+00:00",
            berlaku_sampai="2027-01-01T00:00:00+00:00",
            cakupan="seluruh berkas",
        ),
    ),
    peringatan=("Berkas ini berisi skrip yang dapat bekerja sendiri saat dibuka.",),
    akar=("ab",),
)


def teks(jawab: TestResponse) -> str:
    """The words of a page."""
    return " ".join(lxml.html.fromstring(jawab.text).text_content().split())


@pytest.fixture
def folder(penuh: KantorPenuh) -> Path:
    """The office's trust folder, still empty."""
    tempat: Path = penuh.app.config["DATA"] / "trust"
    tempat.mkdir()
    return tempat


@pytest.fixture
def bertanda(penuh: KantorPenuh) -> KantorPenuh:
    """The report of triwulan I, archived as a TTE file with its verdict."""
    with penuh.app.app_context():
        berkas = simpan_uji(db.session(), penuh.app.config["DATA"], baik(), "tertanda.pdf")
        izinkan(db.session(), "arsip_tolak_ganti")  # stands in for a receipt of its own
        db.session.execute(
            update(Arsip)
            .where(Arsip.id == penuh.nomor["arsip"])
            .values(cara="tte", berkas_id=berkas.id, kaitan=str(Kaitan.DIAWALI))
        )
        catat_verdict(db.session(), berkas, SAAT_ITU, "Kasubag Contoh", DITERIMA)
        db.session.commit()
    return penuh


def test_the_page_lists_each_root_and_says_how_to_add_one(masuk: Masuk, folder: Path) -> None:
    kosong = teks(masuk("kasi_pmd").get("/akar-tepercaya/"))
    assert "Belum ada akar tepercaya" in kosong
    assert "Menambah sertifikat akar BSrE" in kosong
    (folder / "akar.pem").write_bytes(penerbit().pem)
    (folder / "salah.pem").write_text("bukan")
    isi = teks(masuk("admin").get("/akar-tepercaya/"))
    assert "Akar Uji" in isi
    assert "akar.pem" in isi
    assert "Berkas salah.pem tidak terbaca" in isi
    assert "Belum ada akar tepercaya" not in isi


def test_the_document_shows_the_verdict_at_receipt_in_words(masuk: Masuk, bertanda: KantorPenuh) -> None:
    isi = teks(masuk("kasi_pmd").get(bertanda.alamat("/arsip/{dokumen_tw1}")))
    assert "Sah saat diterima" in isi
    assert "isinya tidak berubah sejak ditandatangani" in isi
    assert "Diawali dokumen terbit" in isi
    assert f"{PENCABUTAN_LURING.capitalize()}" in isi
    assert "8 Oktober 2026 pukul 08.00 (menurut komputer penandatangan)" in isi
    assert "berisi skrip yang dapat bekerja sendiri" in isi
    assert "Periksa ulang tanda tangan" not in isi


def test_a_second_look_stands_below_the_first(masuk: Masuk, bertanda: KantorPenuh, folder: Path) -> None:
    alamat = bertanda.alamat("/arsip/{dokumen_tw1}/tanda-tangan")
    camat = masuk("camat")
    assert "diperiksa ulang: tidak dipercaya" in teks(camat.post(alamat, follow_redirects=True))
    (folder / "akar.pem").write_bytes(penerbit().pem)
    isi = teks(camat.post(alamat, follow_redirects=True))
    assert "Sah saat diterima" in isi
    assert isi.index("Sah saat diterima") < isi.index("Diperiksa ulang")
    with bertanda.app.app_context():
        semua = db.session.execute(select(PeriksaTtd).order_by(PeriksaTtd.id)).scalars().all()
        assert [(v.verdict, v.ulang) for v in semua] == [
            ("sah", False),
            ("tidak dipercaya", True),
            ("sah", True),
        ]
        assert HasilTtd.dari_data(semua[0].hasil) == SAAT_ITU
        ulang = select(Catatan).where(Catatan.tindakan == "periksa_ttd")
        assert len(db.session.execute(ulang).scalars().all()) == 2


def test_a_lost_file_is_said_and_nothing_is_written(masuk: Masuk, bertanda: KantorPenuh) -> None:
    with bertanda.app.app_context():
        arsip = db.session.get_one(Arsip, bertanda.nomor["arsip"])
        izinkan(db.session(), "berkas_tolak_ganti")
        db.session.execute(update(Berkas).where(Berkas.id == arsip.berkas_id).values(sha256="0" * 64))
        db.session.commit()
    alamat = bertanda.alamat("/arsip/{dokumen_tw1}/tanda-tangan")
    assert "tidak terbaca" in teks(masuk("camat").post(alamat, follow_redirects=True))
    with bertanda.app.app_context():
        assert len(db.session.execute(select(PeriksaTtd)).scalars().all()) == 1


def test_paper_has_no_signature_to_judge(masuk: Masuk, penuh: KantorPenuh) -> None:
    jawab = masuk("camat").post(penuh.alamat("/arsip/{dokumen_tw1}/tanda-tangan"))
    assert jawab.status_code == 409
    assert "tidak diarsipkan dengan tanda tangan elektronik" in teks(jawab)
