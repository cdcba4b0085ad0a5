"""The text of an SOP file to plain data; a syntax error is told with its line, in Indonesian."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from kinerja.domain.sop import Sop
from kinerja.domain.sop_baca import baca_sop
from kinerja.domain.sop_salah import SalahSop, SopTidakSah

MAKS_HURUF = 200_000
MAKS_KURUNG = 40
"""Brackets one inside another; the parser would run out of stack at some hundreds."""

_ARTI = (
    (r"Cannot overwrite|Duplicate|twice", "kunci atau tabel yang sama ditulis dua kali"),
    (r"Expected '='", "sesudah nama kunci harus ada tanda ="),
    (r"Unterminated|Expected '\"", "teks belum ditutup dengan tanda kutip"),
    (r"Unclosed array", "daftar belum ditutup dengan kurung siku"),
    (r"Unclosed inline table", "tabel sebaris belum ditutup dengan kurung kurawal"),
    (r"Expected '\]", "judul tabel belum ditutup dengan kurung siku"),
    (r"Expected newline", "ada tulisan lebih di belakang nilainya"),
    (r"Invalid date", "tanggal ini tidak ada"),
    (r"Illegal character|Unescaped", "ada huruf yang tidak boleh dipakai di dalam teks"),
    (r"initial character for a key", "nama kunci tidak boleh dimulai dengan huruf ini"),
    (r"Invalid value", "nilai tidak dapat dibaca; teks harus di antara tanda kutip"),
)


def baca_teks(teks: str) -> Sop:
    """Return the sheet written in ``teks`` (TOML); raise SopTidakSah."""
    return baca_sop(uraikan_toml(teks))


def uraikan_toml(teks: str) -> dict[str, Any]:
    """Return the data of a TOML text; raise SopTidakSah with the line when it cannot be read."""
    if len(teks) > MAKS_HURUF:
        raise SopTidakSah(
            [SalahSop(None, "", f"terlalu panjang untuk lembar SOP (paling banyak {MAKS_HURUF} huruf)")]
        )
    for baris, isi in enumerate(teks.split("\n"), 1):
        if isi.count("[") > MAKS_KURUNG or isi.count("{") > MAKS_KURUNG:
            raise SopTidakSah([SalahSop(None, "", "terlalu banyak kurung", baris)])
    try:
        return tomllib.loads(teks)
    except RecursionError:
        raise SopTidakSah([SalahSop(None, "", "kurung di dalam kurung terlalu dalam")]) from None
    except ValueError as galat:
        raise SopTidakSah([_salah_tulis(str(galat), teks)]) from None


def _salah_tulis(galat: str, teks: str) -> SalahSop:
    """Turn the parser's message, ``... (at line 3, column 7)``, into a fault with its line."""
    cocok = re.search(r"\(at line (\d+)", galat)
    baris = int(cocok[1]) if cocok else teks.rstrip().count("\n") + 1
    arti = next((arti for pola, arti in _ARTI if re.search(pola, galat)), "tulisan tidak dapat dibaca")
    return SalahSop(None, "", arti, baris)
