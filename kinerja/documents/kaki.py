"""In the child: the foot of every page: a rule, the document's line, "Halaman x dari y", an issued one's QR.

How many pages there are is known only at the end. Each page refers to a small drawing of its own that is
made then, so that no document is laid out twice for it. The QR stands in the middle: a sheet that lies
askew on the glass, or whose corner is folded or stapled, still shows it.
"""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth

from kinerja.documents.kode_qr import SEPI, SISI, KodeQr
from kinerja.documents.teks_tampak import KATA_KODE

UKURAN = 7.5
_SPASI = 9.0
_JARAK = 8.5
"""Points between the text's frame and the rule."""
_ANTARA = 12.0
_ABU, _GARIS = HexColor("#333333"), HexColor("#777777")
_FORMULIR = "kaki{}"
_PEMISAH = " · "
_BARIS_KODE = 3
"""The line beside the QR that names the code; the first one on that side is the page's number."""


class Kaki:
    """The footer of one document: its line of text, its typeface, and its code where it is issued."""

    def __init__(self, teks: str, huruf: str, kode: str = "") -> None:
        self.teks = teks
        self.huruf = huruf
        self._qr = KodeQr(kode) if kode else None
        self._baris: dict[float, list[str]] = {}
        self._tempat: list[tuple[float, float]] = []

    def gambar(self, canv: Any, bingkai: Any) -> None:
        """Draw the foot of the page that has just been filled, under its frame of text."""
        kiri, kanan = bingkai._x1, bingkai._x1 + bingkai._width
        atas = bingkai._y1 - _JARAK
        nomor = canv.getPageNumber()
        canv.saveState()
        canv.setStrokeColor(_GARIS)
        canv.setLineWidth(0.5)
        canv.line(kiri, atas, kanan, atas)
        canv.setFillColor(_ABU)
        canv.setFont(self.huruf, UKURAN)
        for n, baris in enumerate(self._pecah(kanan - kiri), start=1):
            canv.drawString(kiri, atas - n * _SPASI - 1, baris)
        if self._qr is not None:
            tengah = (kiri + kanan - SISI) / 2
            self._qr.gambar(canv, tengah, atas - SEPI - SISI, nomor)
            kata = f"{KATA_KODE} {self._qr.kode}"
            canv.drawString(tengah + SISI + SEPI, atas - _BARIS_KODE * _SPASI - 1, kata)
        canv.doForm(_FORMULIR.format(nomor))
        canv.restoreState()
        del self._tempat[nomor - 1 :]
        self._tempat.append((kanan, atas - _SPASI - 1))

    def selesai(self, canv: Any) -> None:
        """Draw "Halaman x dari y" for every page; the last thing before the file is written."""
        for nomor, (kanan, dasar) in enumerate(self._tempat, start=1):
            canv.beginForm(_FORMULIR.format(nomor), 0, 0, kanan + 1, dasar + _SPASI)
            canv.setFillColor(_ABU)
            canv.setFont(self.huruf, UKURAN)
            canv.drawRightString(kanan, dasar, f"Halaman {nomor} dari {len(self._tempat)}")
            canv.endForm()

    def _pecah(self, lebar: float) -> list[str]:
        if lebar not in self._baris:
            nomor = stringWidth("Halaman 1000 dari 1000", self.huruf, UKURAN)
            muat = lebar - nomor - _ANTARA if self._qr is None else (lebar - SISI) / 2 - 2 * _ANTARA
            self._baris[lebar] = self._susun(muat)
        return self._baris[lebar]

    def _susun(self, lebar: float) -> list[str]:
        """Lines no wider than ``lebar``; a line ends between two parts where it can."""
        hasil: list[str] = []
        for bagian in self.teks.split(_PEMISAH):
            baru = f"{hasil[-1]}{_PEMISAH}{bagian}" if hasil else bagian
            if hasil and stringWidth(baru, self.huruf, UKURAN) <= lebar:
                hasil[-1] = baru
                continue
            if hasil:
                hasil[-1] += _PEMISAH.rstrip()  # what is read back is counted, this sign too
            hasil.extend(simpleSplit(bagian, self.huruf, UKURAN, lebar))
        return hasil
