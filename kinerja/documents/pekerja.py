"""Children that do the dangerous work: printing what people typed, reading files that came from outside.

A child is a fresh interpreter (never a fork), so it works on Windows too and knows nothing of the database,
the secret key or the web. It does not import the parent's ``__main__`` again, as multiprocessing would:
started from pytest, ``kinerja serve`` or wsgi.py alike, it imports ``kinerja.documents.anak`` and no more.
It ends when its time is up, when its memory is up (where the system can say so), or when its parent dies.
A pool that is kept warm has one child waiting that has imported the printer already; it serves one request
like any other, and the next one is started.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

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
_TUGAS_HANGAT = "cetak"
"""The task the waiting child is ready for."""
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


@dataclass
class _Anak:
    """A running child and the file its complaints go to."""

    proses: subprocess.Popen[bytes]
    keluhan: IO[bytes]


class Kolam:
    """How many children may run at once; the next one waits its turn, but not for ever."""

    def __init__(self, maks: int = 2, tunggu_detik: float = 90) -> None:
        self._tempat = threading.BoundedSemaphore(maks)
        self._tunggu_detik = tunggu_detik
        self._kunci = threading.Lock()
        self._hangat = False
        self._cadangan: _Anak | None = None

    def hangatkan(self) -> None:
        """Keep a child ready that has imported the printer, from now on; for a process that serves."""
        self._hangat = True
        atexit.register(self.dinginkan)
        self._siapkan_cadangan()

    def dinginkan(self) -> None:
        """End the waiting child and start no more."""
        self._hangat = False
        atexit.unregister(self.dinginkan)
        with self._kunci:
            anak, self._cadangan = self._cadangan, None
        if anak is not None:
            _akhiri(anak)

    def _siapkan_cadangan(self) -> None:
        with self._kunci:
            if self._hangat and self._cadangan is None:
                self._cadangan = _mulai(hangat=True)

    def _ambil(self, tugas: str) -> _Anak:
        if tugas == _TUGAS_HANGAT:
            with self._kunci:
                anak, self._cadangan = self._cadangan, None
            if anak is not None and anak.proses.poll() is None:
                return anak
            if anak is not None:
                _akhiri(anak)
        return _mulai()

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
            return _jalankan(self._ambil(tugas), permintaan, muatan, batas_detik)
        finally:
            self._tempat.release()
            self._siapkan_cadangan()


def _jalankan(
    anak: _Anak, permintaan: dict[str, Any], muatan: Sequence[bytes], batas_detik: float
) -> tuple[dict[str, Any], list[bytes]]:
    habis = threading.Event()
    with anak.keluhan as keluhan, anak.proses as proses:

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


def _mulai(*, hangat: bool = False) -> _Anak:
    lingkungan = {nama: os.environ[nama] for nama in _LINGKUNGAN if nama in os.environ}
    lingkungan |= {
        "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
    }
    keluhan = tempfile.TemporaryFile()  # noqa: SIM115 (closed by whoever ends the child)
    proses = subprocess.Popen(  # noqa: S603 (our own interpreter, a constant command)
        [sys.executable, "-P", "-c", _PERINTAH, str(_PAKET), *(["hangat"] if hangat else [])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=keluhan,
        cwd=folder_huruf(),
        env=lingkungan,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    return _Anak(proses, keluhan)


def _akhiri(anak: _Anak) -> None:
    """End a child that was given nothing to do."""
    with anak.keluhan, anak.proses as proses:
        proses.kill()
        _tutup(proses)


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
