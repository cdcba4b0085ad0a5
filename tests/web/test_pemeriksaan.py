"""The page of the fixity check: how it stands in plain words, starting one, watching it, and the warning."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.pemeriksaan import PeriksaArsip
from kinerja.operations import periksa_arsip as verba
from kinerja.upkeep.utas import Utas
from kinerja.web.arsip.pemeriksaan import kata_lama
from tests.conftest import HARI_UJI
from tests.data_uji_arsip import siap_disahkan, terbit
from tests.kantor_uji import orang_uji
from tests.rusakkan import balik

Masuk = Callable[[str], FlaskClient]
UTUH = verba.HasilTercatat(120, 5_000_000, [], [], 9, "ab" * 32)


@pytest.fixture
def berkas(aplikasi: Flask, tmp_path: Path) -> Path:
    """The one file of the archive."""
    with aplikasi.app_context():
        dokumen = terbit(db.session(), tmp_path, siap_disahkan(db.session()))
        db.session.commit()
        assert dokumen.nomor
    (satu,) = [p for p in (tmp_path / "arsip").rglob("*") if p.is_file()]
    return satu


@pytest.fixture
def utas(aplikasi: Flask) -> Iterator[Utas]:
    """A background as ``kinerja serve`` has one; it does nothing."""
    satu = Utas("uji", lambda: None, 3600)
    satu.mulai()
    aplikasi.extensions["kinerja_pemeriksa"] = satu
    yield satu
    del aplikasi.extensions["kinerja_pemeriksa"]
    satu.berhenti()


def catat(aplikasi: Flask, hasil: verba.HasilTercatat, hari: int = 0) -> None:
    with aplikasi.app_context():
        verba.catat_selesai(db.session(), hasil, HARI_UJI - timedelta(days=hari), 65)
        db.session.commit()


def test_before_the_first_check_the_page_says_so_and_offers_one(masuk: Masuk) -> None:
    isi = masuk("admin").get("/pemeriksaan/").text
    assert "Belum pernah diperiksa" in isi and "Periksa sekarang" in isi


@pytest.mark.parametrize("siapa", ["camat", "kasubag_perencanaan"])
def test_who_only_reads_gets_no_button(masuk: Masuk, siapa: str) -> None:
    klien = masuk(siapa)
    assert "Periksa sekarang" not in klien.get("/pemeriksaan/").text
    assert klien.post("/pemeriksaan/").status_code == 403


def test_without_a_background_the_button_checks_at_once(masuk: Masuk, berkas: Path, aplikasi: Flask) -> None:
    klien = masuk("kasubag_umum")
    assert klien.post("/pemeriksaan/").status_code == 303
    isi = klien.get("/pemeriksaan/").text
    assert "Pemeriksaan selesai." in isi and "Semua utuh" in isi and "1 (1 kB)" in isi
    assert "Diminta oleh Kasubag Umum dan Kepegawaian Uji" in isi
    with aplikasi.app_context():
        akhir = db.session.execute(select(Catatan).order_by(Catatan.seq.desc()).limit(1)).scalar_one()
        assert akhir.tindakan == "periksa_arsip" and akhir.pelaku_nama.startswith("Kasubag Umum")


def test_a_damaged_file_is_told_in_words_with_what_to_do_and_warned_of_on_the_first_pages(
    masuk: Masuk, berkas: Path
) -> None:
    balik(berkas)
    masuk("admin").post("/pemeriksaan/")
    isi = masuk("sekretaris").get("/pemeriksaan/").text
    assert "1 masalah" in isi and "Isi berkas berubah" in isi
    assert "Isi berkas dokumen 000.7.2.8/1/CMT-TRS/2026 berubah" in isi
    assert berkas.name in isi and "kinerja repair --from" in isi
    for siapa, alamat in (("admin", "/"), ("camat", "/"), ("camat", "/ringkasan/"), ("kasubag_umum", "/")):
        assert "Pemeriksaan arsip menemukan 1 masalah" in masuk(siapa).get(alamat).text, (siapa, alamat)
    for siapa in ("kasi_pmd", "staf_perencanaan"):
        assert "Pemeriksaan arsip" not in masuk(siapa).get("/").text


def test_an_old_check_is_warned_of(masuk: Masuk, aplikasi: Flask) -> None:
    catat(aplikasi, UTUH, 13)
    assert "lama tidak diperiksa" not in masuk("admin").get("/").text
    catat(aplikasi, UTUH, 20)
    isi = masuk("admin").get("/").text
    assert "Arsip sudah lama tidak diperiksa" in isi and "20 hari yang lalu" in isi
    assert "Sudah lama" in masuk("admin").get("/pemeriksaan/").text


def test_with_a_background_the_check_is_asked_for_and_its_progress_is_fetched(
    masuk: Masuk, aplikasi: Flask, utas: Utas
) -> None:
    klien = masuk("admin")
    jawab = klien.post("/pemeriksaan/", headers={"HX-Request": "true"})
    assert jawab.status_code == 200 and 'hx-trigger="every 2s"' in jawab.text
    assert "Memeriksa basis data" in jawab.text and "Periksa sekarang" not in jawab.text
    with aplikasi.app_context():
        (baris,) = db.session.execute(select(PeriksaArsip)).scalars()
        verba.berdenyut(db.session(), baris.id, 40, 3_000_000, 120, HARI_UJI)
        db.session.commit()
        nomor = baris.id
    isi = klien.get("/pemeriksaan/", headers={"HX-Request": "true"}).text
    assert "40 dari 120 berkas, 3,0 MB" in isi and isi.lstrip().startswith('<div id="pemeriksaan" hx-get')
    assert klien.post("/pemeriksaan/", headers={"HX-Request": "true"}).status_code == 409
    lain = masuk("sekretaris").post("/pemeriksaan/")
    assert lain.status_code == 409 and "diminta Admin sistem Uji" in lain.text
    with aplikasi.app_context():
        verba.selesaikan(db.session(), nomor, UTUH, HARI_UJI)
        db.session.commit()
    isi = klien.get("/pemeriksaan/", headers={"HX-Request": "true"}).text
    assert "hx-trigger" not in isi and "Semua utuh" in isi and "120 (5,0 MB)" in isi


def test_plain_html_starts_one_and_reloads(masuk: Masuk, utas: Utas) -> None:
    klien = masuk("admin")
    assert klien.post("/pemeriksaan/").status_code == 303
    isi = klien.get("/pemeriksaan/").text
    assert "Pemeriksaan dimulai." in isi and "Lihat kemajuannya" in isi


def test_earlier_runs_are_listed_with_one_that_was_cut_off(masuk: Masuk, aplikasi: Flask) -> None:
    catat(aplikasi, UTUH, 9)
    with aplikasi.app_context():
        verba.mulai(db.session(), verba.MINGGUAN, "", HARI_UJI - timedelta(days=2))
        db.session.commit()
    catat(aplikasi, UTUH, 1)
    isi = masuk("camat").get("/pemeriksaan/").text
    assert isi.count("Semua utuh") == 3 and "Terputus" in isi
    assert "1 menit 5 detik" in isi and "Dari komputer server" in isi


def test_many_findings_of_a_kind_are_counted_not_all_shown(masuk: Masuk, aplikasi: Flask) -> None:
    data = [{"jenis": "hilang", "pesan": f"berkas {n} hilang", "sha256": f"{n:064x}"} for n in range(23)]
    catat(aplikasi, verba.HasilTercatat(120, 1, data, [], 9, "ab" * 32))
    isi = masuk("admin").get("/pemeriksaan/").text
    assert "Berkas hilang (23)" in isi and "dan 3 lagi" in isi and "Berkas 19 hilang" in isi


def test_how_long_in_words() -> None:
    def lama(detik: float) -> str:
        return kata_lama(
            PeriksaArsip(dimulai_pada=HARI_UJI, selesai_pada=HARI_UJI + timedelta(seconds=detik))
        )

    assert lama(0.2) == "kurang dari satu detik"
    assert lama(12) == "12 detik"
    assert lama(185) == "3 menit 5 detik"
    assert kata_lama(PeriksaArsip(dimulai_pada=HARI_UJI)) == "–"


def test_no_thread_is_started_by_the_application_itself(aplikasi: Flask) -> None:
    assert not [u for u in threading.enumerate() if u.name == "kinerja-pemeriksa"]
    with aplikasi.app_context():
        assert orang_uji(db.session(), "admin")


def test_the_bell_leads_to_the_page(aplikasi: Flask, masuk: Masuk) -> None:
    rusak = [{"jenis": "isi", "pesan": "isi berkas berubah", "sha256": "a" * 64}]
    catat(aplikasi, verba.HasilTercatat(1, 1, rusak, [], 0, ""))
    klien = masuk("camat")
    isi = klien.get("/pemberitahuan/").text
    assert "Pemeriksaan arsip menemukan kerusakan" in isi and "Arsip rusak" in isi
    jawab = klien.post("/pemberitahuan/buka", data={"kunci": "rusak:1"})
    assert jawab.status_code == 303 and jawab.location == "/pemeriksaan/"
