"""``kinerja pack``: the zip of a year without the server."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import time
import zipfile
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from kinerja.cli.aplikasi import aplikasi, dalam_transaksi, tutup
from kinerja.cli.serve import mulai_paket
from kinerja.operations import paket as verba
from kinerja.web.paket.kerja import EKSTENSI
from kinerja.web.paket.susun import jalur_paket
from tests.cli.test_perintah import jalankan, tanya


@pytest.fixture
def kantor(data: Path) -> Path:
    """An office whose year 2026 is open; the archive's odd files belong to nothing of it."""
    with sqlite3.connect(data / "kinerja.db") as koneksi:
        koneksi.execute(
            "INSERT INTO periode (lembar_sop_id, tahun, jenis, ke, dibuka_pada, judul, dibatalkan_alasan, "
            "dibatalkan_oleh_nama) VALUES (1, 2026, 'triwulan', 1, '2026-01-05 01:00:00', '', '', '')"
        )
    return data


@pytest.mark.lambat
def test_it_writes_the_pack_and_says_its_sha256_and_the_head(kantor: Path, tmp_path: Path) -> None:
    keluaran = tmp_path / "hasil.zip"
    hasil = jalankan("pack", "2026", "--data", str(kantor), "-o", str(keluaran))
    assert hasil.exit_code == 0, hasil.output
    assert hashlib.sha256(keluaran.read_bytes()).hexdigest() in hasil.output
    with zipfile.ZipFile(keluaran) as zip_:
        assert {"index.html", "SHA256SUMS", "6-sop/evaluasi-sop-2026.pdf"} <= set(zip_.namelist())
        jangkar = zip_.read("7-catatan/jangkar.txt").decode()
    kepala = re.search(r"Kepala rantai: (\d+) ([0-9a-f]{64})", hasil.output)
    assert kepala is not None and kepala[0] in jangkar
    assert tanya(kantor, "SELECT keadaan, diminta_oleh_nama FROM paket_inspeksi") == [
        ("siap", "baris perintah")
    ]
    akhir = tanya(kantor, "SELECT tindakan FROM catatan ORDER BY seq DESC LIMIT 2")
    assert akhir == [("siapkan_paket",), ("minta_paket",)]
    assert not (kantor / "paket").exists()
    catatan = tmp_path / "jangkar.txt"
    catatan.write_text(jangkar, encoding="utf-8")
    periksa = jalankan("verify", "--tanpa-catat", "--data", str(kantor), "--jangkar", str(catatan))
    assert "Rantai catatan: baik" in periksa.output
    lain = "0" if kepala[2][-1] != "0" else "1"
    catatan.write_text(f"{kepala[1]} {kepala[2][:-1]}{lain}", encoding="utf-8")
    beda = jalankan("verify", "--tanpa-catat", "--data", str(kantor), "--jangkar", str(catatan))
    assert "Rantai catatan: 1 masalah" in beda.output and beda.exit_code == 1


@pytest.mark.parametrize("tahun", ["2019", "26", "abc"])
def test_a_year_that_was_never_opened_is_refused_in_a_sentence(kantor: Path, tahun: str) -> None:
    hasil = jalankan("pack", tahun, "--data", str(kantor))
    assert hasil.exit_code != 0
    assert "Traceback" not in hasil.output
    assert tanya(kantor, "SELECT count(*) FROM paket_inspeksi") == [(0,)]


def test_one_that_a_dead_process_left_is_explained(kantor: Path, tmp_path: Path) -> None:
    app = aplikasi(kantor)
    dalam_transaksi(app, lambda sesi, kini: verba.minta(sesi, 2026, None, kini).id)
    tutup(app)
    hasil = jalankan("pack", "2026", "--data", str(kantor), "-o", str(tmp_path / "a.zip"))
    assert hasil.exit_code == 1 and "Tunggu sampai selesai" in hasil.output
    assert "Bila komputernya mati di tengah pembuatan: jalankan ulang kinerja serve" in hasil.output


def test_a_database_that_takes_nothing_is_said_in_a_sentence(
    kantor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def penuh(*_: object) -> None:
        raise OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr(verba, "minta", penuh)
    hasil = jalankan("pack", "2026", "--data", str(kantor), "-o", str(tmp_path / "a.zip"))
    assert hasil.exit_code == 1 and "Traceback" not in hasil.output
    assert "Basis data tidak dapat dipakai: database or disk is full" in hasil.output


def test_where_it_cannot_be_written_it_says_so_and_leaves_nothing(kantor: Path, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    hasil = jalankan("pack", "2026", "--data", str(kantor), "-o", str(tmp_path / "berkas" / "a.zip"))
    assert hasil.exit_code == 1
    assert "tidak dapat ditulis" in hasil.output and "Traceback" not in hasil.output
    assert tanya(kantor, "SELECT keadaan FROM paket_inspeksi") == [("gagal",)]
    assert tanya(kantor, "SELECT tindakan FROM catatan ORDER BY seq DESC LIMIT 1") == [("gagalkan_paket",)]


@pytest.mark.lambat
def test_the_servers_thread_makes_what_is_asked_for_and_gives_up_what_a_dead_one_left(kantor: Path) -> None:
    app = aplikasi(kantor)
    mati = dalam_transaksi(app, lambda sesi, kini: verba.minta(sesi, 2026, None, kini).id)
    utas = mulai_paket(app)
    try:
        assert tanya(kantor, "SELECT id, keadaan FROM paket_inspeksi") == [(mati, "gagal")]
        baru = dalam_transaksi(app, lambda sesi, kini: verba.minta(sesi, 2026, None, kini).id)
        app.extensions[EKSTENSI].bangunkan()
        batas = time.monotonic() + 60
        while tanya(kantor, f"SELECT keadaan FROM paket_inspeksi WHERE id = {baru}") == [("dibuat",)]:
            assert time.monotonic() < batas
            time.sleep(0.1)
    finally:
        utas.berhenti()
        tutup(app)
    ((keadaan, sidik),) = tanya(kantor, f"SELECT keadaan, sha256 FROM paket_inspeksi WHERE id = {baru}")
    assert keadaan == "siap"
    assert hashlib.sha256(jalur_paket(kantor, 2026, baru).read_bytes()).hexdigest() == sidik
    assert not list((kantor / "paket").glob("tmp-*"))
