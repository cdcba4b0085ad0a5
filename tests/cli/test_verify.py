"""``kinerja verify``: what it prints, what it leaves, and what it takes with it."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest
from alembic import command

from kinerja.cli.aplikasi import aplikasi, tutup
from kinerja.models.basis_data import menulis
from tests.cli.test_perintah import jalankan, tanya
from tests.rusakkan import balik

BARIS = "SELECT sebab, selesai_pada IS NOT NULL, berkas, rusak FROM periksa_arsip"


def test_a_check_leaves_a_row_unless_told_not_to(data: Path) -> None:
    hasil = jalankan("verify", "--data", str(data))
    assert hasil.exit_code == 0 and hasil.stdout.endswith("utuh\n")
    assert "3 berkas dibaca" in hasil.stdout and "Kepala rantai: " in hasil.stdout
    assert tanya(data, BARIS) == [("baris_perintah", 1, 3, "[]")]
    sebelum = (data / "kinerja.db").read_bytes()
    assert jalankan("verify", "--data", str(data), "--tanpa-catat").exit_code == 0
    assert (data / "kinerja.db").read_bytes() == sebelum


def test_a_fault_is_named_with_what_to_do_and_is_on_record(data: Path) -> None:
    (berkas, *_) = [p for p in (data / "arsip").rglob("*") if p.is_file()]
    balik(berkas)
    hasil = jalankan("verify", "--data", str(data))
    assert hasil.exit_code == 1
    assert f"berubah ({berkas.name})" in hasil.stdout
    assert "kinerja repair --from" in hasil.stdout
    assert hasil.stdout.endswith("TIDAK UTUH: 1 masalah.\n")
    ((_, _, _, rusak),) = tanya(data, BARIS)
    assert [(t["jenis"], t["sha256"]) for t in json.loads(str(rusak))] == [("isi", berkas.name)]


def test_json_holds_the_same(data: Path) -> None:
    baik = json.loads(jalankan("verify", "--data", str(data), "--json").stdout)
    assert baik["utuh"] is True and baik["rusak"] == [] and baik["berkas"] == 3
    assert baik["kepala"]["seq"] == 3 and len(baik["kepala"]["hash"]) == 64
    (berkas, *_) = [p for p in (data / "arsip").rglob("*") if p.is_file()]
    berkas.unlink()
    hasil = jalankan("verify", "--data", str(data), "--json")
    assert hasil.exit_code == 1
    (satu,) = json.loads(hasil.stdout)["rusak"]
    assert satu["jenis"] == "hilang" and satu["sha256"] == berkas.name


def test_an_unreadable_database_is_one_sentence_in_json_too(tmp_path: Path) -> None:
    (tmp_path / "kinerja.db").write_bytes(b"bukan basis data" * 100)
    hasil = jalankan("verify", "--data", str(tmp_path), "--json", "--tanpa-catat")
    assert hasil.exit_code == 1
    assert json.loads(hasil.stdout)["utuh"] is False


def test_the_printed_head_is_an_anchor_for_later(data: Path) -> None:
    catatan = data / "jangkar.txt"
    catatan.write_text(jalankan("verify", "--data", str(data)).stdout, encoding="utf-8")
    assert jalankan("verify", "--data", str(data), "--jangkar", str(catatan)).exit_code == 0
    catatan.write_text(f"Kepala rantai: 2 {'0' * 64}", encoding="utf-8")
    hasil = jalankan("verify", "--data", str(data), "--jangkar", str(catatan))
    assert hasil.exit_code == 1 and "tidak lagi memuat catatan nomor 2" in hasil.stdout
    catatan.write_text("kosong", encoding="utf-8")
    hasil = jalankan("verify", "--data", str(data), "--jangkar", str(catatan))
    assert hasil.exit_code == 1 and "Tidak ada jangkar" in hasil.output


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="sha256sum is not on this machine")
def test_the_list_is_checked_without_the_program(data: Path, tmp_path: Path) -> None:
    daftar = tmp_path / "daftar.sha256"
    assert jalankan("verify", "--data", str(data), "--daftar", str(daftar)).exit_code == 0
    baris = daftar.read_text(encoding="ascii").splitlines()
    assert len(baris) == 3 and baris == sorted(baris)
    periksa = ["sha256sum", "--check", "--strict", "--quiet", str(daftar)]
    assert subprocess.run(periksa, check=False, cwd=data, capture_output=True).returncode == 0
    balik(data / baris[1].split("  ")[1])
    rusak = subprocess.run(periksa, check=False, cwd=data, capture_output=True, text=True)
    assert rusak.returncode == 1 and rusak.stdout.startswith(baris[1].split("  ")[1])


def test_a_list_that_cannot_be_written_is_one_sentence(data: Path) -> None:
    hasil = jalankan("verify", "--data", str(data), "--daftar", str(data / "tidak-ada" / "daftar"))
    assert hasil.exit_code == 1 and "tidak dapat ditulis" in hasil.output


def jadi_lama(data: Path, versi: str) -> None:
    """The same office in the database of an earlier version."""
    baru = data / "kinerja.db"
    isi = baru.rename(data / "isi.db")
    app = aplikasi(data)
    with app.app_context():
        menulis.set(True)
        command.upgrade(app.extensions["migrate"].migrate.get_config(), versi)
        menulis.set(False)
    tutup(app)
    with sqlite3.connect(baru) as koneksi:
        koneksi.execute("ATTACH ? AS isi", (str(isi),))
        tabel = [t for (t,) in koneksi.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
        for nama in tabel:
            if nama != "alembic_version":
                ada = [
                    {k[1] for k in koneksi.execute(f"PRAGMA {di}.table_info({nama})")}
                    for di in ("main", "isi")
                ]
                kolom = ", ".join(sorted(ada[0] & ada[1]))
                koneksi.execute(f"INSERT INTO main.{nama} ({kolom}) SELECT {kolom} FROM isi.{nama}")
    isi.unlink()


def test_a_backup_of_an_earlier_version_is_checked_and_left_as_it_is(data: Path) -> None:
    jadi_lama(data, "0003")
    sebelum = (data / "kinerja.db").read_bytes()
    hasil = jalankan("verify", "--data", str(data))
    assert hasil.exit_code == 0, hasil.output
    assert hasil.stdout.endswith("utuh\n") and "versi kinerja yang lebih lama" in hasil.stderr
    assert (data / "kinerja.db").read_bytes() == sebelum


def test_a_database_of_a_newer_version_is_not_judged(data: Path) -> None:
    with sqlite3.connect(data / "kinerja.db") as koneksi:
        koneksi.execute("UPDATE alembic_version SET version_num='9999'")
    hasil = jalankan("verify", "--data", str(data))
    assert hasil.exit_code == 1 and "versi kinerja yang lebih baru" in hasil.output


@pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX")
def test_a_copy_without_key_or_with_an_open_one_is_checked_when_nothing_is_written(data: Path) -> None:
    (data / "kunci").chmod(0o644)
    assert jalankan("verify", "--data", str(data), "--tanpa-catat").exit_code == 0
    (data / "kunci").unlink()
    assert jalankan("verify", "--data", str(data), "--tanpa-catat").exit_code == 0
    assert not (data / "kunci").exists()


def test_a_database_nobody_may_write_is_checked_and_said_not_to_be_noted(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(*_: object) -> None:
        raise RuntimeError("rantai catatan belum dimulai")

    monkeypatch.setattr("kinerja.operations.periksa_arsip.catat_selesai", gagal)
    hasil = jalankan("verify", "--data", str(data))
    assert hasil.exit_code == 0 and "tidak dapat dicatat" in hasil.stderr
