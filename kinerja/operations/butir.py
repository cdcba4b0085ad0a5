"""One tick of a step's checklist: is it there, and if not, what is missing and where it is made."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Butir:
    """``tempat`` names the page where it is made, as (noun, id); the web layer turns it into a link."""

    label: str
    ada: bool
    keterangan: str = ""
    tempat: tuple[str, int] | None = None
