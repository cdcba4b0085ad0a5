"""The example office, filled once in a test run by the command itself, for every worker that asks."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from kinerja.cli import main

TAHUN = 2026
PALING_LAMA = 600


def contoh_terisi(buat_folder: pytest.TempPathFactory) -> Path:
    """The filled folder, never to be changed: tests copy it. The first worker fills, the others wait."""
    dasar = buat_folder.getbasetemp()
    akar = dasar.parent if "PYTEST_XDIST_WORKER" in os.environ else dasar
    folder, giliran = akar / "contoh" / "demo", akar / "contoh.giliran"
    try:
        giliran.mkdir()
    except FileExistsError:
        _tunggu(folder)
        return folder
    perintah = ["demo", "--data", str(folder), "--tahun", str(TAHUN), "--no-serve"]
    hasil = CliRunner().invoke(main, perintah)
    assert hasil.exit_code == 0, hasil.output
    return folder


def _tunggu(folder: Path) -> None:
    """The command gives the folder its name only when it is whole."""
    batas = time.monotonic() + PALING_LAMA
    while not folder.exists():
        assert time.monotonic() < batas, "kantor contoh tidak selesai diisi oleh pekerja lain"
        time.sleep(0.5)
