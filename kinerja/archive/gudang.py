"""The content-addressed store: ``arsip/ab/cd/<sha256>`` in the data folder, write-once (reliability.md §7).

A file is written under a random name in ``arsip/tmp``, synced, and only then renamed to the name its bytes
give it, so a crash leaves at most a leftover in ``tmp``. The database row comes after; the name a person
gave the file never reaches the disk.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import BinaryIO

from kinerja.domain.kesalahan import MasukanSalah

ARSIP = "arsip"
TMP = "tmp"
RUSAK = "rusak"  # damaged files that were replaced by whole ones; kept, never read
UMUR_TMP_DETIK = 3600
_POTONG = 1024 * 1024
_SHA = re.compile(r"[0-9a-f]{64}")
_MB = 1024 * 1024


class BerkasHilang(Exception):
    """A row names a file that the store does not have (or cannot read)."""


class CadanganRusak(Exception):
    """A copy does not hold the bytes its name or size promised."""


@dataclass(frozen=True)
class Tersimpan:
    """A file in the store: its sha256 (64 hex digits), size in bytes and path."""

    sha256: str
    ukuran: int
    jalur: Path


def jalur(data: Path, sha256: str) -> Path:
    """Where the file with this sha256 lies; ``ValueError`` for anything that is no sha256."""
    if not _SHA.fullmatch(sha256):
        raise ValueError("bukan sha256")
    return data.joinpath(ARSIP, sha256[:2], sha256[2:4], sha256)


def nama_di(data: Path, tempat: Path) -> str:
    """The sha256 that a path of the store stands for; "" for a stranger or one in a wrong folder."""
    bagian = tempat.parts
    nama = bagian[-1]
    letak = bagian[len(data.parts) : -1]
    return nama if letak == (ARSIP, nama[:2], nama[2:4]) and _SHA.fullmatch(nama) else ""


def simpan(data: Path, aliran: BinaryIO, batas: int) -> Tersimpan:
    """Take in a stream of at most ``batas`` bytes, exactly as received; bytes already here stay as they are.

    Raises ``MasukanSalah`` for an empty or too large file, ``OSError`` when the disk refuses; both leave
    nothing behind.
    """
    tmp = _folder(data / ARSIP / TMP) / secrets.token_hex(16)
    try:
        sha256, ukuran = _tulis(tmp, aliran, batas)
        tujuan = jalur(data, sha256)
        if not (berkas_biasa(tujuan) and hitung_sha256(tujuan) == sha256):  # a damaged one is healed
            _tempatkan(data, tmp, tujuan)
        return Tersimpan(sha256, ukuran, tujuan)
    finally:
        tmp.unlink(missing_ok=True)


def pulihkan(data: Path, sha256: str, sumber: Path) -> Path | None:
    """Put the file with this sha256 back from a copy; gives where damaged bytes were put aside, if any.

    Raises ``CadanganRusak`` when the copy gives other bytes (nothing is changed then), ``OSError`` when it
    cannot be read or the disk refuses.
    """
    tujuan = jalur(data, sha256)
    tmp = _folder(data / ARSIP / TMP) / secrets.token_hex(16)
    try:
        with sumber.open("rb") as aliran:
            didapat, _ = _tulis(tmp, aliran, sys.maxsize)
        if didapat != sha256:
            raise CadanganRusak(sha256)
        return _tempatkan(data, tmp, tujuan)
    except MasukanSalah as kosong:
        raise CadanganRusak(sha256) from kosong
    finally:
        tmp.unlink(missing_ok=True)


def buka(data: Path, sha256: str) -> BinaryIO:
    """The file for reading. Raises ``BerkasHilang``."""
    try:
        return jalur(data, sha256).open("rb")
    except OSError as salah:
        raise BerkasHilang(sha256) from salah


def berkas_biasa(tempat: Path) -> bool:
    """Is this a file itself, not a folder and not a link to bytes that lie elsewhere?"""
    return tempat.is_file() and not tempat.is_symlink()


def hitung_sha256(berkas: Path) -> str:
    """The sha256 of the bytes on disk now."""
    with berkas.open("rb") as aliran:
        return hashlib.file_digest(aliran, "sha256").hexdigest()


def semua(data: Path) -> Iterator[Path]:
    """Every path of the store in the order of names, folder by folder; strangers too, for ``verify``.

    Left out are ``tmp`` and what was put aside as damaged.
    """
    try:
        isi = _isi(data / ARSIP)
    except OSError:
        return
    for satu in isi:
        if satu.name not in (TMP, RUSAK):
            yield from _semua(satu)


def _semua(tempat: Path) -> Iterator[Path]:
    try:
        folder = tempat.is_dir() and not tempat.is_symlink() and not _SHA.fullmatch(tempat.name)
        isi = _isi(tempat) if folder else []
    except OSError:  # a folder that cannot be read is a stranger; rows name the files that are missed in it
        folder = False
    if not folder:
        yield tempat
        return
    for satu in isi:
        yield from _semua(satu)


def _isi(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


def bersihkan_tmp(data: Path, kini: float | None = None) -> int:
    """Remove leftovers of broken uploads older than an hour; how many there were."""
    folder = data / ARSIP / TMP
    batas = (time.time() if kini is None else kini) - UMUR_TMP_DETIK
    jumlah = 0
    for satu in folder.iterdir() if folder.is_dir() else ():
        if satu.is_file() and satu.stat().st_mtime < batas:
            satu.unlink(missing_ok=True)
            jumlah += 1
    return jumlah


def _tulis(tmp: Path, aliran: BinaryIO, batas: int) -> tuple[str, int]:
    sari = hashlib.sha256()
    ukuran = 0
    with tmp.open("xb") as tulis:
        while potong := aliran.read(_POTONG):
            ukuran += len(potong)
            if ukuran > batas:
                raise MasukanSalah(f"Berkas terlalu besar: paling besar {batas // _MB} MB.", "berkas")
            sari.update(potong)
            tulis.write(potong)
        tulis.flush()
        os.fsync(tulis.fileno())
    if not ukuran:
        raise MasukanSalah("Berkas ini kosong.", "berkas")
    return sari.hexdigest(), ukuran


def _tempatkan(data: Path, tmp: Path, tujuan: Path) -> Path | None:
    """Give a written file its name; damaged bytes that stand there are put aside and keep a name."""
    _folder(tujuan.parent)
    tmp.chmod(0o440)
    sisih = None
    if os.path.lexists(tujuan):
        folder = _folder(data / ARSIP / RUSAK)
        sisih = next(p for n in count(1) if not os.path.lexists(p := folder / f"{tujuan.name}.{n}"))
        try:
            os.link(tujuan, sisih, follow_symlinks=False)  # so that the name is never without a file
        except OSError:
            tujuan.rename(sisih)
        _sinkron(folder)
    tmp.replace(tujuan)
    _sinkron(tujuan.parent)
    return sisih


def _folder(folder: Path) -> Path:
    """Make a folder and what is missing above it, each made to last."""
    if not folder.is_dir():
        _folder(folder.parent)
        folder.mkdir(mode=0o750, exist_ok=True)
        _sinkron(folder.parent)
    return folder


def _sinkron(folder: Path) -> None:
    """Make a rename in this folder last through a power cut (Windows does so by itself)."""
    if os.name != "posix":
        return
    pegangan = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(pegangan)
    finally:
        os.close(pegangan)
