"""What people type into the search box, made into an expression that can never be an error; marked words."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

AWAL, AKHIR = "\ue000", "\ue001"
"""Around a found word in what the index gives back: private signs that no indexed text holds."""
PANJANG_KATA = 100
_KATA_TERBANYAK = 10
_ISI_TERPANJANG = 1_000_000
_DIBUANG = frozenset({"Cc", "Co", "Cs", "Cn"})
_SAMBUNG = re.compile("[\u00ad\ufffe\u0002]\\s*")
_TITIK = re.compile(r"\.{4,}")
_SUSUN = frozenset({"L", "N"})


class Potong(NamedTuple):
    """A piece of a text; ``kena``: one of the words searched for."""

    teks: str
    kena: bool


def bersih(teks: str) -> str:
    """A text for the index: words joined again at line ends, no control or private signs, no dot leaders."""
    utuh = _TITIK.sub(" … ", _SAMBUNG.sub("", teks[:_ISI_TERPANJANG]))
    kosong: dict[str, str | int | None] = {
        satu: " " for satu in set(utuh) if unicodedata.category(satu) in _DIBUANG
    }
    return " ".join(utuh.translate(str.maketrans(kosong)).split())


def kata_cari(ketikan: str) -> tuple[str, ...]:
    """The words of what was typed: those with a letter or digit in them, ten at most."""
    kata = bersih(ketikan[:PANJANG_KATA]).split()
    return tuple(k for k in kata if any(unicodedata.category(h)[0] in _SUSUN for h in k))[:_KATA_TERBANYAK]


def ungkapan(kata: tuple[str, ...]) -> str:
    """An FTS5 expression: all the words, each quoted, the last one also as a beginning. "" for no words.

    A number such as 000.7.2.8/12/CMT/2026 stays one word: its parts must stand side by side.
    """
    petik = ['"' + k.replace('"', '""') + '"' for k in kata]
    return " ".join(petik) + "*" if petik else ""


def pecah(bertanda: str) -> tuple[Potong, ...]:
    """A text from the index as pieces, the found words marked."""
    hasil = []
    for ke, bagian in enumerate(bertanda.split(AWAL)):
        kena, ada, sisa = bagian.partition(AKHIR) if ke else ("", "", bagian)
        if not ada and ke:
            kena, sisa = "", kena
        hasil += [Potong(kena, True)] if kena else []
        hasil += [Potong(sisa, False)] if sisa else []
    return tuple(hasil)


def tandai(teks: str, kata: tuple[str, ...]) -> tuple[Potong, ...]:
    """A text with the words marked wherever they stand in it, letters large or small."""
    if not kata:
        return (Potong(teks, False),) if teks else ()
    pola = re.compile("(" + "|".join(re.escape(k) for k in sorted(kata, key=len, reverse=True)) + ")", re.I)
    return tuple(Potong(bagian, ke % 2 == 1) for ke, bagian in enumerate(pola.split(teks)) if bagian)


def sekitar(teks: str, kata: tuple[str, ...], lebar: int = 160) -> tuple[Potong, ...]:
    """The part of a text around the first of the words in it; nothing when none is there."""
    tempat = [p for p in (teks.casefold().find(k.casefold()) for k in kata) if p >= 0]
    if not tempat:
        return ()
    mulai = max(0, min(tempat) - lebar // 3)
    akhir = min(len(teks), mulai + lebar)
    tepi = ("… " if mulai else "") + teks[mulai:akhir] + (" …" if akhir < len(teks) else "")
    return tandai(tepi, kata)
