"""In the child: the QR of the document code, drawn as lines of black in one path.

It says only ``KINERJA:<code>:<page>`` (21 x 21 modules, no picture inside, no frame around it), so that
nobody takes it for the mark of an electronic signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from kinerja.domain.kode_dokumen import tulis_muatan

MODUL = 1.55
"""Points: the side of one module, three dots of a scan at 150 dpi."""
SISI = 21 * MODUL
"""Points: the black square itself."""
SEPI = 4 * MODUL
"""Points of white that the standard asks for on every side."""
_MUAT_SEDANG = 20
"""Signs that fit with a quarter of it damaged; longer ones (page 100 and on) fit with less to spare."""


class KodeQr:
    """The QR codes of one document, page by page; a page that is laid out again is not worked out again."""

    def __init__(self, kode: str) -> None:
        self.kode = kode
        self._topeng: int | None = None
        self._lintasan: dict[int, Any] = {}

    def gambar(self, canv: Any, kiri: float, bawah: float, halaman: int) -> None:
        """Draw the code of one page with its lower left corner there."""
        if halaman not in self._lintasan:
            lintasan = canv.beginPath()
            for x, y, lebar in _garis(self._matriks(halaman)):
                lintasan.rect(x, y, lebar, 1)
            self._lintasan[halaman] = lintasan
        canv.saveState()
        canv.setFillGray(0)
        canv.transform(MODUL, 0, 0, MODUL, kiri, bawah)
        canv.drawPath(self._lintasan[halaman], stroke=0, fill=1)
        canv.restoreState()

    def _matriks(self, halaman: int) -> list[list[bool]]:
        muatan = tulis_muatan(self.kode, halaman)
        sedang = len(muatan) <= _MUAT_SEDANG
        qr = QRCode(1, QRErrorCorrectLevel.M if sedang else QRErrorCorrectLevel.L)
        qr.addData(muatan)
        if self._topeng is None:  # the costly choice, good for all pages: they differ in the last signs only
            self._topeng = qr.getBestMaskPattern()
        qr.makeImpl(False, self._topeng)
        return [[bool(hitam) for hitam in baris] for baris in qr.modules]


def _garis(matriks: list[list[bool]]) -> Iterator[tuple[int, int, int]]:
    """Runs of black from left to right: x, y (from below) and length, in modules."""
    for y, baris in enumerate(reversed(matriks)):
        awal = None
        for x, hitam in enumerate([*baris, False]):
            if hitam and awal is None:
                awal = x
            elif not hitam and awal is not None:
                yield awal, y, x - awal
                awal = None
