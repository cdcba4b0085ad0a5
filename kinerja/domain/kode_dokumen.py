"""The document code: what its QR says, and the code as people type it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kinerja.domain.nomor import ABJAD_KODE

MAKS_HALAMAN = 9999
_AWALAN = "KINERJA"
_KODE = rf"[{ABJAD_KODE}]{{4}}-[{ABJAD_KODE}]{{4}}"
_MUATAN = re.compile(rf"{_AWALAN}:({_KODE}):([1-9][0-9]{{0,3}})", re.ASCII)
_SALAH_BACA = str.maketrans({"O": "0", "I": "1", "L": "1"})  # letters the code never has


@dataclass(frozen=True, slots=True)
class MuatanKode:
    """What one QR says: the code of the document, and which page of it this is (from 1)."""

    kode: str
    halaman: int


def tulis_muatan(kode: str, halaman: int) -> str:
    """``KINERJA:ABCD-EFGH:3``: only signs of the QR's alphanumeric mode, so that it stays small.

    Raises ``ValueError`` for what is no code or no page.
    """
    muatan = f"{_AWALAN}:{kode}:{halaman}"
    if not _MUATAN.fullmatch(muatan):
        raise ValueError(f"no document code: {muatan!r}")
    return muatan


def baca_muatan(teks: str) -> MuatanKode | None:
    """What our own QR says; None for every other text, however alike."""
    cocok = _MUATAN.fullmatch(teks)
    return MuatanKode(cocok[1], int(cocok[2])) if cocok else None


def rapikan_kode(ketikan: str) -> str | None:
    """The code as typed by hand: small letters, spaces, another dash or none, O for 0, I or L for 1."""
    padat = re.sub(r"[\s\-‐‑‒–—_.]", "", ketikan[:40]).upper().translate(_SALAH_BACA)
    kode = f"{padat[:4]}-{padat[4:]}"
    return kode if re.fullmatch(_KODE, kode, re.ASCII) else None
