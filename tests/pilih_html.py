"""Picking elements by "tag.class", ".class", "#id", with blanks for "inside" and commas for "or"."""

from __future__ import annotations

import re
from typing import Any

_SATU = re.compile(r"(?P<tag>[a-z0-9]*)(?:\.(?P<kelas>[\w-]+))?(?:\.(?P<juga>[\w-]+))?(?:#(?P<id>[\w-]+))?")


def pilih(akar: Any, pola: str) -> list[Any]:
    """The elements under ``akar`` that fit, in the order of the page."""
    jalur = " | ".join("." + "".join(map(_langkah, satu.split())) for satu in pola.split(","))
    hasil: list[Any] = akar.xpath(jalur)
    return hasil


def _langkah(satu: str) -> str:
    cocok = _SATU.fullmatch(satu)
    assert cocok, satu
    syarat = "".join(
        f"[contains(concat(' ', normalize-space(@class), ' '), ' {kelas} ')]"
        for kelas in (cocok["kelas"], cocok["juga"])
        if kelas
    )
    return f"//{cocok['tag'] or '*'}{syarat}" + (f"[@id='{cocok['id']}']" if cocok["id"] else "")
