"""In the child: HTML → PDF with xhtml2pdf, under its own resource policy, then the PDF is read back."""

from __future__ import annotations

import io
import logging
from typing import Any

from kinerja.documents.anak import Tolak
from kinerja.documents.huruf import folder_huruf
from kinerja.documents.huruf_gambar import daftarkan_huruf_gambar
from kinerja.documents.toleransi import beri_toleransi


class _Penampung(logging.Handler):
    """Keeps what the libraries complain about: a warning means text or a picture was lost or changed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.catatan: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one complaint, shortened."""
        self.catatan.append(f"{record.name}: {record.getMessage()}"[:600])


def cetak(permintaan: dict[str, Any], _muatan: list[bytes]) -> tuple[dict[str, Any], list[bytes]]:
    """Render and check. Refuses with ``alasan``: sel (a cell that does not fit), peringatan or hilang."""
    penampung = _Penampung()
    logging.getLogger().addHandler(penampung)
    pdf = _render(permintaan["html"])
    if penampung.catatan:
        raise Tolak(alasan="peringatan", rincian="\n".join(penampung.catatan[:20]))

    from kinerja.documents.baca_ulang import baca_ulang

    hasil = baca_ulang(pdf, permintaan["html"], permintaan["penanda"])
    if hasil.keluhan:
        raise Tolak(alasan="hilang", rincian="\n".join(hasil.keluhan[:20]))
    return {"halaman": hasil.halaman, "teks": hasil.teks}, [pdf]


def siapkan() -> None:
    """Import and set up all that printing needs; a waiting child does it before it is asked."""
    from reportlab import rl_config

    rl_config.invariant = 1
    import xhtml2pdf.document  # noqa: F401

    from kinerja.documents.tag_sendiri import pasang

    pasang()
    beri_toleransi()
    daftarkan_huruf_gambar()


def _render(html: str) -> bytes:
    siapkan()
    from reportlab.platypus.doctemplate import LayoutError
    from xhtml2pdf.config.resources import ResourceAccessPolicy
    from xhtml2pdf.document import pisaDocument

    akar = folder_huruf()
    keluar = io.BytesIO()
    try:
        konteks = pisaDocument(
            html,
            keluar,
            path=str(akar / "dokumen.html"),
            encoding="utf-8",
            resource_policy=ResourceAccessPolicy.server(base_dir=akar, allow_remote=False),
        )
    except LayoutError as galat:
        raise Tolak(alasan="sel", rincian=str(galat)[:2000]) from galat
    if konteks.err:
        raise Tolak(alasan="peringatan", rincian=str(konteks.log)[:2000])
    return keluar.getvalue()
