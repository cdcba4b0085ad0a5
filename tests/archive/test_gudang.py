"""The store: exact bytes under their own sha256, nothing half, nothing overwritten."""

from __future__ import annotations

import hashlib
import io
import os
import stat
from pathlib import Path

import pytest

from kinerja.archive import gudang
from kinerja.domain.kesalahan import MasukanSalah

ISI = b"%PDF-1.7\r\n bytes \x00\xff as received"
SHA = hashlib.sha256(ISI).hexdigest()


def isi_folder(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_the_bytes_lie_under_their_sha256_and_cannot_be_written(tmp_path: Path) -> None:
    hasil = gudang.simpan(tmp_path, io.BytesIO(ISI), 100)
    assert (hasil.sha256, hasil.ukuran) == (SHA, len(ISI))
    assert hasil.jalur == tmp_path / "arsip" / SHA[:2] / SHA[2:4] / SHA
    assert hasil.jalur.read_bytes() == ISI
    assert stat.S_IMODE(hasil.jalur.stat().st_mode) == 0o440
    assert isi_folder(tmp_path) == [f"arsip/{SHA[:2]}/{SHA[2:4]}/{SHA}"]


def test_the_same_bytes_a_second_time_leave_the_first_file_alone(tmp_path: Path) -> None:
    pertama = gudang.simpan(tmp_path, io.BytesIO(ISI), 100).jalur.stat()
    kedua = gudang.simpan(tmp_path, io.BytesIO(ISI), 100).jalur.stat()
    assert (pertama.st_ino, pertama.st_mtime_ns) == (kedua.st_ino, kedua.st_mtime_ns)
    assert len(isi_folder(tmp_path)) == 1


@pytest.mark.parametrize("rusak", [ISI[:4], ISI.replace(b"bytes", b"Bytes")])
def test_a_damaged_file_is_healed_by_the_next_receipt(tmp_path: Path, rusak: bytes) -> None:
    jalur = gudang.simpan(tmp_path, io.BytesIO(ISI), 100).jalur
    jalur.chmod(0o600)
    jalur.write_bytes(rusak)
    gudang.simpan(tmp_path, io.BytesIO(ISI), 100)
    assert jalur.read_bytes() == ISI


@pytest.mark.parametrize(("isi", "pesan"), [(b"", "kosong"), (b"x" * 101, "terlalu besar")])
def test_an_empty_or_too_large_file_leaves_nothing(tmp_path: Path, isi: bytes, pesan: str) -> None:
    with pytest.raises(MasukanSalah, match=pesan):
        gudang.simpan(tmp_path, io.BytesIO(isi), 100)
    assert isi_folder(tmp_path) == []


def test_a_stream_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    class Putus(io.BytesIO):
        def read(self, _n: int | None = -1) -> bytes:
            raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        gudang.simpan(tmp_path, Putus(ISI), 100)
    assert isi_folder(tmp_path) == []


@pytest.mark.parametrize("nama", ["../../kunci", "", "a" * 63, "A" * 64, f"{SHA}/..", f"{SHA}\n", "٠" * 64])
def test_only_a_sha256_is_a_path(tmp_path: Path, nama: str) -> None:
    with pytest.raises(ValueError, match="sha256"):
        gudang.jalur(tmp_path, nama)


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(gudang.BerkasHilang):
        gudang.buka(tmp_path, SHA)
    gudang.simpan(tmp_path, io.BytesIO(ISI), 100)
    with gudang.buka(tmp_path, SHA) as aliran:
        assert aliran.read() == ISI


def test_only_leftovers_older_than_an_hour_are_removed(tmp_path: Path) -> None:
    assert gudang.bersihkan_tmp(tmp_path) == 0
    gudang.simpan(tmp_path, io.BytesIO(ISI), 100)
    tmp = tmp_path / "arsip" / "tmp"
    for nama, umur in (("lama", 3700), ("baru", 60)):
        (tmp / nama).write_bytes(b"setengah")
        os.utime(tmp / nama, (10_000 - umur, 10_000 - umur))
    assert gudang.bersihkan_tmp(tmp_path, kini=10_000) == 1
    assert [p.name for p in tmp.iterdir()] == ["baru"]


def test_the_walk_names_strangers_but_not_leftovers(tmp_path: Path) -> None:
    jalur = gudang.simpan(tmp_path, io.BytesIO(ISI), 100).jalur
    (tmp_path / "arsip" / "tmp" / "sisa").write_bytes(b"x")
    (tmp_path / "arsip" / "asing.txt").write_bytes(b"x")
    assert {p.name for p in gudang.semua(tmp_path)} == {jalur.name, "asing.txt"}
    assert list(gudang.semua(tmp_path / "tidak ada")) == []
    assert gudang.hitung_sha256(jalur) == SHA


def test_a_file_is_put_back_only_from_the_same_bytes(tmp_path: Path) -> None:
    asal = gudang.simpan(tmp_path, io.BytesIO(b"isi asli"), 100)
    asal.jalur.chmod(0o600)
    asal.jalur.write_bytes(b"isi rusak")
    for buruk in (b"bukan ini", b""):
        (tmp_path / "salinan").write_bytes(buruk)
        with pytest.raises(gudang.CadanganRusak):
            gudang.pulihkan(tmp_path, asal.sha256, tmp_path / "salinan")
    assert asal.jalur.read_bytes() == b"isi rusak"
    (tmp_path / "salinan").write_bytes(b"isi asli")
    sisih = gudang.pulihkan(tmp_path, asal.sha256, tmp_path / "salinan")
    assert asal.jalur.read_bytes() == b"isi asli"
    assert sisih is not None and sisih.read_bytes() == b"isi rusak"
    assert list(gudang.semua(tmp_path)) == [asal.jalur]
    asal.jalur.unlink()
    assert gudang.pulihkan(tmp_path, asal.sha256, tmp_path / "salinan") is None
    assert not list((tmp_path / "arsip" / "tmp").iterdir())


def test_an_upload_that_heals_a_damaged_file_keeps_the_damaged_bytes(tmp_path: Path) -> None:
    asal = gudang.simpan(tmp_path, io.BytesIO(b"isi asli"), 100)
    asal.jalur.chmod(0o600)
    asal.jalur.write_bytes(b"isi rusak")
    gudang.simpan(tmp_path, io.BytesIO(b"isi asli"), 100)
    assert asal.jalur.read_bytes() == b"isi asli"
    assert [p.read_bytes() for p in (tmp_path / "arsip" / gudang.RUSAK).iterdir()] == [b"isi rusak"]


def test_a_path_stands_for_a_sha256_only_where_it_belongs(tmp_path: Path) -> None:
    benar = gudang.jalur(tmp_path, SHA)
    assert gudang.nama_di(tmp_path, benar) == SHA
    for salah in (
        benar.parent / "Thumbs.db",
        benar.parent.parent / SHA,
        tmp_path / "arsip" / "salinan" / "arsip" / SHA[:2] / SHA[2:4] / SHA,
        tmp_path / "arsip" / SHA[2:4] / SHA[:2] / SHA,
    ):
        assert gudang.nama_di(tmp_path, salah) == ""
