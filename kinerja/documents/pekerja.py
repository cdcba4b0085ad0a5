"""Children that do the dangerous work: printing what people typed, reading files that came from outside.

A child is a fresh interpreter (never a fork), so it works on Windows too and knows nothing of the database,
the secret key or the web. It does not import the parent's ``__main__`` again, as multiprocessing would:
started from pytest, ``kinerja serve`` or wsgi.py alike, it imports ``kinerja.documents.anak`` and no more.
It ends when its time is up, when its memory is up (where the system can say so), or when its parent dies.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO, cast

from kinerja.documents import bingkai
from kinerja.documents.huruf import folder_huruf

BATAS_DETIK = 60
BATAS_MEMORI = 1_500_000_000
"""Bytes of address space (RLIMIT_AS); Windows has no such limit, the time limit holds there."""

_PAKET = Path(__file__).resolve().parents[1]
# A bare package object instead of kinerja/__init__.py: the child never loads Flask nor create_app.
_PERINTAH = (
    "import sys, types; p = types.ModuleType('kinerja'); p.__path__ = [sys.argv[1]]; "
    "sys.modules['kinerja'] = p; from kinerja.documents.anak import utama; utama()"
)
_LINGKUNGAN = ("PATH", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH", "LANG")


class PekerjaGagal(Exception):
    """A child gave no answer. ``sebab`` is one of: waktu, memori, mati, sibuk, tolak.

    ``tolak`` is a refusal the child worded itself: ``kepala`` is what it said.
    """

    def __init__(self, sebab: str, rincian: str = "", kepala: dict[str, Any] | None = None) -> None:
        super().__init__(f"{sebab}: {rincian}")
        self.sebab = sebab
        self.rincian = rincian
        self.kepala = kepala or {}


class Kolam:
    """How many children may run at once; the next one waits its turn, but not for ever."""

    def __init__(self, maks: int = 2, tunggu_detik: float = 90) -> None:
        self._tempat = threading.BoundedSemaphore(maks)
        self._tunggu_detik = tunggu_detik

    def jalankan(
        self,
        tugas: str,
        kepala: dict[str, Any],
        muatan: Sequence[bytes] = (),
        *,
        batas_detik: float = BATAS_DETIK,
        batas_memori: int = BATAS_MEMORI,
    ) -> tuple[dict[str, Any], list[bytes]]:
        """Run one task of ``kinerja.documents.anak`` in a new child and give back its answer.

        Errors: PekerjaGagal.
        """
        if not self._tempat.acquire(timeout=self._tunggu_detik):
            raise PekerjaGagal("sibuk")
        try:
            permintaan = {**kepala, "tugas": tugas, "memori": batas_memori, "detik": batas_detik}
            return _jalankan(permintaan, muatan, batas_detik)
        finally:
            self._tempat.release()


def _jalankan(
    permintaan: dict[str, Any], muatan: Sequence[bytes], batas_detik: float
) -> tuple[dict[str, Any], list[bytes]]:
    habis = threading.Event()
    with tempfile.TemporaryFile() as keluhan, _mulai(permintaan, keluhan) as proses:

        def hentikan() -> None:
            habis.set()
            proses.kill()

        jam = threading.Timer(batas_detik, hentikan)
        jam.daemon = True
        jam.start()
        try:
            bingkai.tulis(cast(BinaryIO, proses.stdin), permintaan, muatan)
            kepala, hasil = bingkai.baca(cast(BinaryIO, proses.stdout))
        except (bingkai.BingkaiPutus, OSError) as putus:
            proses.kill()
            proses.wait()
            raise _sebab(habis, proses.returncode, keluhan) from putus
        finally:
            jam.cancel()
            proses.kill()
            _tutup(proses)
    if not kepala.get("berhasil"):
        raise PekerjaGagal(kepala.get("sebab", "tolak"), kepala.get("rincian", ""), kepala)
    return kepala, hasil


def _mulai(permintaan: dict[str, Any], keluhan: Any) -> subprocess.Popen[bytes]:
    lingkungan = {nama: os.environ[nama] for nama in _LINGKUNGAN if nama in os.environ}
    lingkungan |= {
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        **permintaan.pop("lingkungan", {}),
    }
    return subprocess.Popen(  # noqa: S603 (our own interpreter, a constant command)
        [sys.executable, "-P", "-c", _PERINTAH, str(_PAKET)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=keluhan,
        cwd=folder_huruf(),
        env=lingkungan,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _tutup(proses: subprocess.Popen[bytes]) -> None:
    """Close the child's stdin without minding that it is gone already."""
    try:
        if proses.stdin is not None:
            proses.stdin.close()
    except OSError:
        proses.stdin = None


def _sebab(habis: threading.Event, kode: int | None, keluhan: Any) -> PekerjaGagal:
    keluhan.seek(0)
    akhir = keluhan.read()[-4000:].decode("utf-8", "replace")
    if habis.is_set():
        return PekerjaGagal("waktu", akhir)
    if "MemoryError" in akhir:
        return PekerjaGagal("memori", akhir)
    return PekerjaGagal("mati", f"exit {kode}: {akhir}")
