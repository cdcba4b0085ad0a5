from __future__ import annotations

import io
from collections.abc import Iterator

import pypdf
import pytest


class Terbaca:
    """A PDF read back with pypdf: its text, each letter's size on paper, the fonts that draw letters."""

    def __init__(self, pdf: bytes) -> None:
        self.pembaca = pypdf.PdfReader(io.BytesIO(pdf))
        self.halaman: list[str] = []
        self.ukuran: set[float] = set()
        self.huruf: dict[str, bool] = {}
        for halaman in self.pembaca.pages:
            self.halaman.append(halaman.extract_text(visitor_text=self._lihat))

    def _lihat(self, teks: str, _cm: list[float], tm: list[float], huruf: object, ukuran: float) -> None:
        if not teks.strip() or not isinstance(huruf, dict):
            return
        skala = (_cm[2] ** 2 + _cm[3] ** 2) ** 0.5 * (tm[2] ** 2 + tm[3] ** 2) ** 0.5
        self.ukuran.add(round(ukuran * skala, 2))
        self.huruf[str(huruf["/BaseFont"])] = "/FontFile2" in huruf.get("/FontDescriptor", {})

    @property
    def teks(self) -> str:
        """All text with runs of white space made one space."""
        return " ".join(" ".join(self.halaman).split())

    @property
    def padat(self) -> str:
        """All text without white space: words broken over lines are whole again."""
        return "".join(self.teks.split())


@pytest.fixture
def baca() -> Iterator[type[Terbaca]]:
    yield Terbaca
