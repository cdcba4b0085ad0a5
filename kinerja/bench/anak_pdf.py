"""One engine in a process of its own: warm up, print, say in JSON what it cost.

``python -m kinerja.bench.anak_pdf MESIN BARIS ULANG [BERKAS]``; MESIN is kami, tangan or polos.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kinerja.bench.isi_pdf import IsiUji, isi_uji, laporan_uji

_PEMANASAN = 10
"""Rows of the report printed first, so that imports and typefaces are not counted."""


def cetak_kami(isi: IsiUji) -> tuple[str, bytes]:
    """Our real path: template to HTML, HTML to PDF, as ``documents.cetak`` and its child do it."""
    from kinerja.documents.cetak_anak import _render
    from kinerja.documents.templat import jadikan_html

    html = jadikan_html("pdf/laporan.html", laporan_uji(isi))
    return html, _render(html)


def _mesin(nama: str) -> Callable[[IsiUji], tuple[str, bytes]]:
    if nama == "kami":
        return cetak_kami
    if nama == "tangan":
        from kinerja.bench.pdf_tangan import cetak_tangan

        return lambda isi: ("", cetak_tangan(isi))
    from kinerja.bench.pdf_polos import cetak_polos

    return lambda isi: ("", cetak_polos(isi))


def ukur(nama: str, jumlah: int, ulang: int, berkas: Path | None = None) -> dict[str, Any]:
    """CPU seconds of each print, of reading it back (ours only), pages, bytes, and the peak memory in MB."""
    os.environ["SOURCE_DATE_EPOCH"] = "1760065200"
    mesin, isi = _mesin(nama), isi_uji(jumlah)
    mesin(isi_uji(_PEMANASAN))
    detik, baca = [], []
    html, pdf, lama = "", b"", b""
    for _ in range(ulang):
        mulai = time.process_time()
        html, pdf = mesin(isi)
        detik.append(time.process_time() - mulai)
        if lama and nama == "kami" and pdf != lama:
            raise AssertionError("two renders of one report differ")
        lama = pdf
    halaman = _halaman(pdf)
    if nama == "kami":
        baca.append(_baca_ulang(pdf, html))
    if berkas is not None:
        berkas.write_bytes(pdf)
    return {"detik": detik, "baca": baca, "halaman": halaman, "bita": len(pdf), "memori": _memori()}


def _baca_ulang(pdf: bytes, html: str) -> float:
    from kinerja.documents.baca_ulang import baca_ulang

    mulai = time.process_time()
    hasil = baca_ulang(pdf, html, [])
    if hasil.keluhan:
        raise AssertionError(hasil.keluhan[:3])
    return time.process_time() - mulai


def _halaman(pdf: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(pdf))


def _memori() -> float:
    """Peak of this process in MB; 0 where the system does not say."""
    try:
        import resource
    except ImportError:
        return 0.0
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return puncak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    _nama, _jumlah, _ulang, *_berkas = sys.argv[1:]
    print(json.dumps(ukur(_nama, int(_jumlah), int(_ulang), Path(_berkas[0]) if _berkas else None)))
