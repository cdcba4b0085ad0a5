"""The verify page's work on files: one child for all strangers together, apart from the officials'."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kinerja.archive import gudang
from kinerja.archive.gudang import BerkasHilang
from kinerja.documents.kode_tertulis import SIBUK
from kinerja.documents.pekerja import Kolam
from kinerja.documents.pratinjau import PratinjauGagal, gambar_halaman

LEBAR = 900
KOLAM_UMUM = Kolam(maks=1, tunggu_detik=5)
_MAKS_SIMPANAN = 40
_simpanan: OrderedDict[tuple[str, int], bytes] = OrderedDict()
_kunci = threading.Lock()
# One in the child and one that waits for it; the server has few threads and the officials need them.
_antre = threading.BoundedSemaphore(2)


@contextmanager
def giliran() -> Iterator[None]:
    """A place in the short queue. Errors: PratinjauGagal when it is full."""
    if not _antre.acquire(blocking=False):
        raise PratinjauGagal(SIBUK)
    try:
        yield
    finally:
        _antre.release()


def gambar(data: Path, sha256: str, halaman: int) -> bytes:
    """PNG of one page (from 1) of a PDF of the store, drawn by us. Errors: PratinjauGagal."""
    kunci = (sha256, halaman)
    with _kunci:
        if kunci in _simpanan:
            _simpanan.move_to_end(kunci)
            return _simpanan[kunci]
    with giliran():
        try:
            with gudang.buka(data, sha256) as aliran:
                isi = aliran.read()
        except BerkasHilang as salah:
            raise PratinjauGagal("Halaman ini tidak dapat ditampilkan.") from salah
        _, lembar = gambar_halaman(isi, dari=halaman, sampai=halaman, lebar=LEBAR, kolam=KOLAM_UMUM)
    if not lembar:
        raise PratinjauGagal("Halaman itu tidak ada.")
    with _kunci:
        _simpanan[kunci] = lembar[0]
        while len(_simpanan) > _MAKS_SIMPANAN:
            _simpanan.popitem(last=False)
    return lembar[0]
