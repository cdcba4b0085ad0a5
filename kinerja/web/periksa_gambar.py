"""The verify page's work on files: one child for all strangers together, apart from the officials'."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kinerja.archive import gudang
from kinerja.archive.gudang import BerkasHilang
from kinerja.documents.baca_kode import baca_kode
from kinerja.documents.kode_tertulis import SIBUK
from kinerja.documents.pekerja import BATAS_MEMORI, Kolam, PekerjaGagal
from kinerja.documents.pratinjau import PratinjauGagal, gambar_halaman

LEBAR = 900
BATAS_DETIK = 25


class KolamUmum(Kolam):
    """One child, and not for long, whatever the task would be given elsewhere."""

    def jalankan(
        self,
        tugas: str,
        kepala: dict[str, Any],
        muatan: Sequence[bytes] = (),
        *,
        batas_detik: float = BATAS_DETIK,
        batas_memori: int = BATAS_MEMORI,
    ) -> tuple[dict[str, Any], list[bytes]]:
        singkat = min(batas_detik, BATAS_DETIK)
        return super().jalankan(tugas, kepala, muatan, batas_detik=singkat, batas_memori=batas_memori)


KOLAM_UMUM = KolamUmum(maks=1, tunggu_detik=5)
TERLALU_LAMA = "Kode pada berkas ini tidak terbaca dalam waktu yang tersedia. Ketik kode dokumennya saja."
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


def kode_bergambar(pdf: bytes) -> tuple[str, ...]:
    """The codes of our QR on the pages, each once. Errors: PratinjauGagal when it takes too long."""
    try:
        halaman = baca_kode(pdf, "application/pdf", kolam=KOLAM_UMUM)
    except PratinjauGagal as gagal:
        sebab = gagal.__cause__.sebab if isinstance(gagal.__cause__, PekerjaGagal) else ""
        if sebab == "sibuk":
            raise
        if sebab in ("waktu", "memori"):
            raise PratinjauGagal(TERLALU_LAMA) from gagal
        return ()  # no PDF that can be drawn
    return tuple(dict.fromkeys(h.muatan.kode for h in halaman if h.muatan is not None))


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
