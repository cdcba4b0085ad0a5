"""Looking for a file in a backup or any other copy, by its sha256: first where it belongs, then anywhere."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kinerja.archive.gudang import ARSIP, hitung_sha256


class Cadangan:
    """A folder with copies. It is walked once, and only when a file is not where a backup keeps it."""

    def __init__(self, folder: Path, ukuran: set[int]) -> None:
        """``ukuran``: the sizes of the files that will be asked for."""
        self._folder, self._perlu = folder, ukuran
        self._menurut_ukuran: dict[int, list[Path]] | None = None
        self._sidik: dict[Path, str] = {}

    def cari(self, sha256: str, ukuran: int) -> Path | None:
        """A copy whose bytes really give this sha256."""
        return next((p for p in self._calon(sha256, ukuran) if self._hitung(p) == sha256), None)

    def ada_yang_rusak(self, sha256: str) -> bool:
        """Does the backup have a file of this name, though with other bytes?"""
        return any(p.is_file() for p in self._semestinya(sha256))

    def _semestinya(self, sha256: str) -> tuple[Path, ...]:
        letak = Path(sha256[:2], sha256[2:4], sha256)
        return self._folder / ARSIP / letak, self._folder / letak, self._folder / sha256

    def _calon(self, sha256: str, ukuran: int) -> Iterator[Path]:
        yield from (p for p in self._semestinya(sha256) if p.is_file())
        if self._menurut_ukuran is None:
            self._menurut_ukuran = self._jelajahi()
        yield from self._menurut_ukuran[ukuran]

    def _jelajahi(self) -> dict[int, list[Path]]:
        hasil: dict[int, list[Path]] = defaultdict(list)
        for induk, _, nama in os.walk(self._folder):
            for satu in nama:
                tempat = Path(induk, satu)
                try:
                    besar = tempat.stat().st_size
                except OSError:
                    continue
                if besar in self._perlu and tempat.is_file():
                    hasil[besar].append(tempat)
        return hasil

    def _hitung(self, tempat: Path) -> str:
        if tempat not in self._sidik:
            try:
                self._sidik[tempat] = hitung_sha256(tempat)
            except OSError:
                self._sidik[tempat] = ""
        return self._sidik[tempat]
