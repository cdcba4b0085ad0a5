"""``kinerja repair``: a byte flipped in a live store is mended from a copy, and nothing is thrown away."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from kinerja.archive.gudang import ARSIP, RUSAK, hitung_sha256
from tests.cli.test_perintah import jalankan, tanya
from tests.rusakkan import balik, hapus, jadi_folder, jadi_tautan, potong


@pytest.fixture
def salinan(data: Path, tmp_path: Path) -> Path:
    """A backup of the whole office, as the README makes one."""
    return Path(shutil.copytree(data, tmp_path / "cadangan"))


def berkas(folder: Path) -> list[Path]:
    return sorted(p for p in (folder / ARSIP).rglob("*") if p.is_file() and RUSAK not in p.parts)


def perbaiki(data: Path, dari: Path) -> tuple[int, str]:
    hasil = jalankan("repair", "--from", str(dari), "--data", str(data))
    assert "Traceback" not in hasil.output
    return hasil.exit_code, hasil.stdout


@pytest.mark.parametrize("rusakkan", [balik, potong, hapus, jadi_folder, jadi_tautan])
def test_a_damaged_file_comes_back_from_a_backup_and_verify_says_whole(
    data: Path, salinan: Path, rusakkan: Callable[[Path], None]
) -> None:
    satu = berkas(data)[1]
    rusakkan(satu)
    buruk = satu.read_bytes() if satu.is_file() else None
    assert jalankan("verify", "--data", str(data), "--tanpa-catat").exit_code == 1
    kode, kata = perbaiki(data, salinan)
    assert kode == 0 and kata.endswith("utuh\n")
    assert "dikembalikan: berkas “" in kata and satu.name in kata
    assert jalankan("verify", "--data", str(data)).exit_code == 0
    assert hitung_sha256(satu) == satu.name
    if os.name == "posix":
        assert satu.stat().st_mode & 0o777 == 0o440
    sisih = data / ARSIP / RUSAK / f"{satu.name}.1"
    assert sisih.exists() == (rusakkan is not hapus)
    assert buruk is None or sisih.read_bytes() == buruk
    assert tanya(data, "SELECT count(*) FROM catatan WHERE tindakan = 'pulihkan_berkas'") == [(1,)]
    assert not list((data / ARSIP / "tmp").iterdir())


def test_a_whole_office_needs_nothing(data: Path, salinan: Path) -> None:
    kode, kata = perbaiki(data, salinan)
    assert kode == 0 and kata.startswith("Tidak ada berkas yang rusak") and kata.endswith("utuh\n")
    assert not (data / ARSIP / RUSAK).exists()


def test_a_file_no_backup_has_is_named_and_the_others_come_back(data: Path, salinan: Path) -> None:
    satu, dua, tiga = berkas(data)
    for p in (satu, dua, tiga):
        balik(p)
    (salinan / dua.relative_to(data)).unlink()
    kode, kata = perbaiki(data, salinan)
    assert kode == 1 and kata.endswith("TIDAK UTUH: 1 masalah.\n")
    (baris,) = [b for b in kata.splitlines() if "TIDAK kembali" in b]
    assert dua.name in baris and "tidak ada di cadangan itu" in baris
    assert [hitung_sha256(p) == p.name for p in (satu, dua, tiga)] == [True, False, True]


def test_a_backup_that_is_damaged_itself_mends_nothing_and_changes_nothing(data: Path, salinan: Path) -> None:
    satu = berkas(data)[0]
    balik(satu)
    balik(salinan / satu.relative_to(data), 0.9)
    sebelum = satu.read_bytes()
    kode, kata = perbaiki(data, salinan)
    assert kode == 1 and "di cadangan itu pun rusak" in kata
    assert satu.read_bytes() == sebelum and not (data / ARSIP / RUSAK).exists()


def test_a_disk_that_is_full_for_the_record_stops_no_other_file(
    data: Path, salinan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def penuh(*_: object) -> None:
        raise OperationalError("INSERT", {}, sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr("kinerja.upkeep.repair.catat_pulih", penuh)
    satu, dua = berkas(data)[:2]
    hapus(satu)
    balik(dua)
    kode, kata = perbaiki(data, salinan)
    assert kata.count("; tidak dapat dicatat (database or disk is full)") == 2
    assert kode == 1 and kata.endswith("utuh\n"), "whole again, but not on record"
    assert hitung_sha256(satu) == satu.name and hitung_sha256(dua) == dua.name


def test_a_copy_under_any_name_anywhere_in_the_folder_will_do(
    data: Path, salinan: Path, tmp_path: Path
) -> None:
    satu = berkas(data)[2]
    lain = tmp_path / "kiriman" / "surel lama"
    lain.mkdir(parents=True)
    (lain / "LKj tertanda.pdf").write_bytes(satu.read_bytes())
    (lain / "seukuran.pdf").write_bytes(b"x" * satu.stat().st_size)
    hapus(satu)
    kode, kata = perbaiki(data, tmp_path / "kiriman")
    assert kode == 0 and "LKj tertanda.pdf" in kata


def test_damaged_twice_both_bad_versions_are_kept(data: Path, salinan: Path) -> None:
    satu = berkas(data)[0]
    for di in (0.1, 0.9):
        balik(satu, di)
        assert perbaiki(data, salinan)[0] == 0
    assert sorted(p.name for p in (data / ARSIP / RUSAK).iterdir()) == [f"{satu.name}.1", f"{satu.name}.2"]


def test_a_row_that_was_changed_is_not_the_files_fault(data: Path, salinan: Path) -> None:
    with sqlite3.connect(data / "kinerja.db") as koneksi:
        koneksi.execute("DROP TRIGGER berkas_tolak_ganti")
        koneksi.execute("UPDATE berkas SET ukuran = 1 WHERE id = 1")
    kode, kata = perbaiki(data, salinan)
    assert kode == 1 and "yang berubah barisnya di basis data" in kata
    assert not (data / ARSIP / RUSAK).exists()


@pytest.mark.skipif(os.name != "posix", reason="owners of files are a matter of POSIX")
def test_root_does_not_put_back_what_the_service_could_not_read(
    data: Path, salinan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() == 0:
        os.chown(data, 12345, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 0)
    hasil = jalankan("repair", "--from", str(salinan), "--data", str(data))
    assert hasil.exit_code == 1 and "sudo -u kinerja" in hasil.output
