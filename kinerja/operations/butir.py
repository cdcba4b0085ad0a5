"""The lines that pages are made of: a tick of a step's checklist, an entry of the inbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class Butir:
    """One tick: is it there, and if not, what is missing.

    ``tempat`` names the page where it is made, as (noun, id); the web layer turns it into a link.
    """

    label: str
    ada: bool
    keterangan: str = ""
    tempat: tuple[str, int] | None = None


@dataclass(frozen=True)
class ButirKotak:
    """One line of the inbox. ``tempat`` is (noun, id) as in ``Butir``; ``sejak`` when it arrived."""

    jenis: str  # "langkah" | "pengesahan" | "disposisi" | "tanggapan" | "persetujuan" …
    judul: str
    keterangan: str
    tempat: tuple[str, int]
    sejak: datetime
    tenggat: date | None = None
    dikembalikan: bool = False
    diingatkan_pada: datetime | None = None  # the last reminder of who gave it
    diingatkan_oleh: str = ""  # the post that reminded
    delegasi_dari: str = ""  # the holder for whom this person stands in
