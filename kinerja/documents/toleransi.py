"""A row's height is a sum of floats; without room for their noise a cell that fits is refused.

ReportLab compares a cell's text (12.622 pt) with the height it gave the row for that very text
(12.621998999999988 pt) and allows 1e-6 pt; met with ``rowspan`` under ``-pdf-keep-in-frame-mode: error``.
"""

from __future__ import annotations

import functools

TOLERANSI = 0.01
"""Points; far below what an eye or a printer can tell."""


@functools.cache
def beri_toleransi() -> None:
    """Let cells be ``TOLERANSI`` points larger than their room; once a process."""
    from xhtml2pdf.xhtml2pdf_reportlab import PmlKeepInFrame

    asli = PmlKeepInFrame.wrap

    def wrap(self: object, lebar: float, tinggi: float) -> tuple[float, float]:
        hasil: tuple[float, float] = asli(self, lebar + TOLERANSI, tinggi + TOLERANSI)
        return hasil

    PmlKeepInFrame.wrap = wrap
