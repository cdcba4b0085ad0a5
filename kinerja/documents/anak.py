"""The child's side: one request from stdin, one answer to stdout, then the end.

Imports only what its task needs. It opens no connection and starts no program: an audit hook refuses both,
whatever a document or a file may ask for.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
import threading
import traceback
from typing import Any

from kinerja.documents import bingkai

_TUGAS = {
    "baca_buku": ("kinerja.documents.xlsx.baca_anak", "baca_buku"),
    "baca_kode": ("kinerja.documents.baca_kode_anak", "baca_kode"),
    "cetak": ("kinerja.documents.cetak_anak", "cetak"),
    "foto": ("kinerja.documents.cuplikan_anak", "foto"),
    "gabung_foto": ("kinerja.documents.gabung_foto_anak", "gabung_foto"),
    "gambar": ("kinerja.documents.pratinjau_anak", "gambar"),
    "halaman_sama": ("kinerja.documents.tanda_tangan.kaitan_anak", "halaman_sama"),
    "intip": ("kinerja.documents.cuplikan_anak", "intip"),
    "kode_tertulis": ("kinerja.documents.kode_tertulis_anak", "kode_tertulis"),
    "periksa": ("kinerja.documents.pratinjau_anak", "periksa"),
    "teks_pdf": ("kinerja.documents.teks_pdf_anak", "teks_pdf"),
    "periksa_ttd": ("kinerja.documents.tanda_tangan.periksa_anak", "periksa_ttd"),
}
_HANGAT = "hangat"
"""Argument of a child that imports the printer before it is asked."""
_TERLARANG = frozenset(
    {
        "socket.connect",
        "socket.getaddrinfo",
        "socket.bind",
        "socket.sendto",
        "subprocess.Popen",
        "os.system",
        "os.exec",
        "os.posix_spawn",
        "os.fork",
        "os.startfile",
        "webbrowser.open",
    }
)


class Tolak(Exception):
    """The task refuses its input; ``kepala`` travels to the parent as it stands."""

    def __init__(self, **kepala: Any) -> None:
        super().__init__(str(kepala))
        self.kepala = kepala


def utama() -> None:
    """Serve one request. Exit code 0 when an answer (also a refusal) was given."""
    masuk, keluar = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    if _HANGAT in sys.argv[1:]:
        importlib.import_module("kinerja.documents.cetak_anak").siapkan()
    try:
        permintaan, muatan = bingkai.baca(masuk)
    except bingkai.BingkaiPutus:  # the parent ended, or needs us no more
        os._exit(0)
    os.environ.update(permintaan.get("lingkungan", {}))
    _batasi(permintaan["memori"], permintaan["detik"])
    threading.Thread(target=_jaga_induk, args=(masuk,), daemon=True).start()
    sys.addaudithook(_tolak_terlarang)
    try:
        modul, nama = _TUGAS[permintaan["tugas"]]
        kepala, hasil = getattr(importlib.import_module(modul), nama)(permintaan, muatan)
        bingkai.tulis(keluar, {"berhasil": True, **kepala}, hasil)
    except Tolak as tolak:
        bingkai.tulis(keluar, {"berhasil": False, "sebab": "tolak", **tolak.kepala})
    except (MemoryError, SystemError):  # Python itself says SystemError when not even the error fits
        bingkai.tulis(keluar, {"berhasil": False, "sebab": "memori"})
    except Exception:
        rincian = traceback.format_exc()[-4000:]
        bingkai.tulis(keluar, {"berhasil": False, "sebab": "mati", "rincian": rincian})
    sys.stderr.flush()
    os._exit(0)


def _jaga_induk(masuk: Any) -> None:
    """The parent holds our stdin open as long as it lives; its end is our end."""
    with contextlib.suppress(Exception):
        while masuk.read(1):
            pass
    os._exit(3)


def _tolak_terlarang(peristiwa: str, _argumen: tuple[Any, ...]) -> None:
    if peristiwa in _TERLARANG:
        raise PermissionError(f"refused in the child: {peristiwa}")


def _batasi(memori: int, detik: float) -> None:
    """Memory, processor time and priority, where the system has such limits."""
    try:
        import resource
    except ImportError:
        return
    for batas, nilai in (
        (resource.RLIMIT_AS, memori),
        (resource.RLIMIT_CPU, int(detik) + 10),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(batas, (nilai, nilai))
    with contextlib.suppress(OSError):
        os.nice(5)
