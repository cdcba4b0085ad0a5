"""The console verbs: what they print, what they refuse, and that nobody sees a traceback."""

from __future__ import annotations

import os
import re
import socket
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kinerja.cli import main
from kinerja.operations.orang import hash_kode

KODE = re.compile(r"\b[A-Z2-9]{5}(?:-[A-Z2-9]{5}){3}\b")


def jalankan(*kata: str) -> Result:
    return CliRunner().invoke(main, list(kata))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder after ``kinerja init``."""
    assert jalankan("init", "--data", str(tmp_path)).exit_code == 0
    return tmp_path


def tanya(data: Path, perintah: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(data / "kinerja.db") as koneksi:
        return koneksi.execute(perintah).fetchall()


def test_init_makes_an_office_and_prints_a_code_kept_only_as_hash(tmp_path: Path) -> None:
    hasil = jalankan("init", "--data", str(tmp_path))
    kode = KODE.search(hasil.output)
    assert hasil.exit_code == 0 and kode is not None
    assert tanya(tmp_path, "SELECT kode_hash, tujuan FROM kode_sekali") == [(hash_kode(kode[0]), "siapkan")]
    tindakan = [("pasang",), ("muat_sop",), ("muat_sop",)]
    assert tanya(tmp_path, "SELECT tindakan FROM catatan ORDER BY seq") == tindakan
    assert tanya(tmp_path, "SELECT kode FROM lembar_sop") == [
        ("pengumpulan-data-kinerja",),
        ("surat-keluar",),
    ]
    assert tanya(tmp_path, "SELECT count(*) FROM pegawai") == [(0,)]


@pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX")
def test_what_init_writes_is_nobody_elses(data: Path) -> None:
    for nama in ("kunci", "kinerja.db"):
        assert (data / nama).stat().st_mode & 0o077 == 0, nama


def test_a_second_init_keeps_the_office_and_gives_a_new_code(data: Path) -> None:
    sebelum = tanya(data, "SELECT pemasangan FROM kantor")
    hasil = jalankan("init", "--data", str(data))
    assert hasil.exit_code == 0 and KODE.search(hasil.output)
    assert tanya(data, "SELECT pemasangan FROM kantor") == sebelum
    assert tanya(data, "SELECT count(*) FROM kode_sekali WHERE dipakai_pada IS NULL") == [(1,)]


def test_user_add_and_reset_print_one_time_codes(data: Path) -> None:
    tambah = jalankan("user", "add", "Siti", "--nama", "Siti Uji", "--data", str(data))
    assert tambah.exit_code == 0 and KODE.search(tambah.output)
    assert tanya(data, "SELECT nama, nama_pengguna, sandi FROM pegawai") == [("Siti Uji", "siti", None)]
    lagi = jalankan("user", "reset", "siti", "--data", str(data))
    assert lagi.exit_code == 0 and KODE.search(lagi.output)
    assert tanya(data, "SELECT count(*) FROM kode_sekali WHERE tujuan='sandi' AND dipakai_pada IS NULL") == [
        (1,)
    ]
    assert ("buat_kode",) in tanya(data, "SELECT tindakan FROM catatan")


@pytest.mark.parametrize(
    ("kata", "pesan"),
    [
        (("user", "add", "a b", "--nama", "X"), "Nama pengguna"),
        (("user", "reset", "tidak-ada"), "Tidak ada pegawai"),
    ],
)
def test_a_refusal_is_one_sentence(data: Path, kata: tuple[str, ...], pesan: str) -> None:
    hasil = jalankan(*kata, "--data", str(data))
    assert hasil.exit_code == 1
    assert pesan in hasil.output and "Traceback" not in hasil.output


def test_verify_says_utuh_or_what_is_broken(data: Path) -> None:
    assert jalankan("verify", "--data", str(data)).output.endswith("utuh\n")
    with sqlite3.connect(data / "kinerja.db") as koneksi:
        koneksi.execute("DROP TRIGGER catatan_tolak_update")
        koneksi.execute("UPDATE catatan SET uraian='lain' WHERE seq=2")
    hasil = jalankan("verify", "--data", str(data))
    assert hasil.exit_code == 1
    assert "catatan nomor 2" in hasil.output and "TIDAK UTUH: 1 masalah" in hasil.output


def test_serve_refuses_a_folder_that_was_not_prepared(tmp_path: Path) -> None:
    hasil = jalankan("serve", "--data", str(tmp_path / "baru"))
    assert hasil.exit_code == 1
    assert "kinerja init" in hasil.output


def test_serve_names_a_port_that_is_taken(data: Path) -> None:
    with socket.socket() as lain:
        lain.bind(("127.0.0.1", 0))
        lain.listen()
        hasil = jalankan("serve", "--data", str(data), "--port", str(lain.getsockname()[1]))
    assert hasil.exit_code == 1
    assert "tidak dapat dipakai" in hasil.output


@pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX")
def test_a_key_others_can_read_is_refused(data: Path) -> None:
    (data / "kunci").chmod(0o644)
    hasil = jalankan("verify", "--data", str(data))
    assert hasil.exit_code == 1
    assert "chmod 600" in hasil.output


def test_a_database_of_another_version_is_refused(data: Path) -> None:
    with sqlite3.connect(data / "kinerja.db") as koneksi:
        koneksi.execute("UPDATE alembic_version SET version_num='9999'")
    hasil = jalankan("serve", "--data", str(data))
    assert hasil.exit_code == 1
    assert "versi kinerja yang lebih baru" in hasil.output


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kinerja.db").write_bytes(b"bukan basis data" * 100)
    for verba in ("init", "verify", "serve"):
        hasil = jalankan(verba, "--data", str(tmp_path))
        assert hasil.exit_code == 1, verba
        assert "Traceback" not in hasil.output and hasil.exception.__class__ is SystemExit, verba


def test_verify_of_an_empty_folder_says_so(tmp_path: Path) -> None:
    hasil = jalankan("verify", "--data", str(tmp_path / "kosong"))
    assert hasil.exit_code == 1
    assert not (tmp_path / "kosong").exists()
