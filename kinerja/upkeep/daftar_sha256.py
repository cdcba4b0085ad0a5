"""The list of all files in the format of ``sha256sum``: checked without this program, on any machine."""

from __future__ import annotations

from pathlib import Path
from typing import IO

from sqlalchemy.orm import Session

from kinerja.archive.gudang import jalur
from kinerja.upkeep.verify_arsip import baris_berkas


def tulis_daftar(sesi: Session, ke: IO[str]) -> int:
    """Write a line a file, its path from the data folder; how many. Ends the running transaction.

    In the data folder: ``sha256sum --check --quiet LIST``. Listed is what must be there, whole or not.
    """
    jumlah = 0
    for bagian in baris_berkas(sesi):
        for baris in bagian:
            ke.write(f"{baris.sha256}  {jalur(Path(), baris.sha256).as_posix()}\n")
            jumlah += 1
    return jumlah
