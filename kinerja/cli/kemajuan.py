"""One line on the terminal that says how far a long check is; silent when nobody sits there."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kinerja.upkeep.verify_arsip import Kemajuan

SELANG_DETIK = 0.2


class BarisKemajuan:
    """Called with the progress; drawn on stderr a few times a second, gone at the end."""

    def __init__(self) -> None:
        self._layar = sys.stderr.isatty()
        self._lalu, self._panjang = time.monotonic(), 0

    def __call__(self, kini: Kemajuan) -> None:
        saat = time.monotonic()
        if self._layar and saat - self._lalu >= SELANG_DETIK:
            self._lalu = saat
            self._tulis(f"  membaca berkas {kini.berkas} dari {kini.jumlah} ({kini.bita / 1e6:.0f} MB)")

    def selesai(self) -> None:
        """Take the line away."""
        if self._panjang:
            self._tulis("")

    def _tulis(self, kata: str) -> None:
        sys.stderr.write(f"\r{kata.ljust(self._panjang)}\r" if not kata else f"\r{kata.ljust(self._panjang)}")
        sys.stderr.flush()
        self._panjang = len(kata)
