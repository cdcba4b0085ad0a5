"""The papers of a sosialisasi in one file: invitation, attendance list, minutes and corrections."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.documents.kantor import Kantor, Penandatangan

TEMPLAT = "sosialisasi.html"


@dataclass(frozen=True)
class Undangan:
    """An invited post. ``hadir`` and ``jawaban`` are words, empty while not known (room to sign by hand)."""

    jabatan: str
    nama: str
    hadir: str = ""
    jawaban: str = ""


@dataclass(frozen=True)
class ButirKoreksi:
    """One correction and what was done about it (empty: nothing yet)."""

    bagian: str
    uraian: str
    oleh: str
    tindak_lanjut: str = ""


@dataclass(frozen=True)
class BerkasSosialisasi:
    """All display text; without ``undangan`` it is the record that corrections were checked, no meeting."""

    kantor: Kantor
    periode: str
    putaran: int
    hari: str
    pukul: str
    tempat: str
    agenda: str
    undangan: tuple[Undangan, ...]
    notulen: str
    koreksi: tuple[ButirKoreksi, ...]
    keadaan: str
    penanda_tangan: Penandatangan

    @property
    def penanda(self) -> tuple[str, ...]:
        """Texts that must be found in the finished PDF."""
        return (self.periode, self.agenda, *(u.jabatan for u in self.undangan))
