"""Text that people typed, cut so that a page can break inside it."""

from __future__ import annotations

import re

_SEL_PENDEK = 600
_POTONGAN = 400


def paragraf(teks: str) -> list[str]:
    """The paragraphs of a text: one a line, blank lines dropped, runs of spaces made one."""
    baris = (" ".join(b.split()) for b in re.split(r"[\r\n\u2028\u2029\x0b\x0c\x85]+", teks))
    return [b for b in baris if b]


def potongan(teks: str) -> list[str]:
    """A table cell's text: one piece when short, else pieces of some 400 characters cut at a space.

    A cell in one piece cannot be broken over pages; a long one becomes stacked rows inside its cell.
    """
    alinea = paragraf(teks)
    if len(alinea) <= 1 and len(teks) <= _SEL_PENDEK:
        return alinea or [""]
    return [satu for a in alinea for satu in _potong(a)]


def _potong(alinea: str) -> list[str]:
    hasil = []
    while len(alinea) > _POTONGAN:
        tempat = alinea.rfind(" ", _POTONGAN // 2, _POTONGAN)
        if tempat < 0:
            tempat = _POTONGAN - 1
        hasil.append(alinea[: tempat + 1].strip())
        alinea = alinea[tempat + 1 :]
    return [*hasil, alinea]
