"""What differs between two revisions of a sheet, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kinerja.domain.sop import Sop
from kinerja.domain.sop_sel import Sel, sel_sop


class Jejak(StrEnum):
    """What happened to a cell."""

    DITAMBAH = "ditambah"
    DIHAPUS = "dihapus"
    DIUBAH = "diubah"


@dataclass(frozen=True)
class BedaSop:
    """A cell that differs: its name, where it stands in words, the old and the new text."""

    tempat: str
    bagian: str
    kolom: str
    jejak: Jejak
    lama: str
    baru: str

    @property
    def pada_lembar(self) -> bool:
        """Does it stand on the printed sheet, or is it a remark or a confirmation beside it?"""
        return not self.tempat.startswith(("catatan.", "konfirmasi.")) and not self.tempat.endswith(".dasar")


def beda_sop(lama: Sop, baru: Sop) -> tuple[BedaSop, ...]:
    """Return the cells that differ, in the order of the newer sheet; those it no longer has come last."""
    dulu = {satu.tempat: satu for satu in sel_sop(lama)}
    kini = {satu.tempat: satu for satu in sel_sop(baru)}
    hasil = [_beda(dulu.get(tempat), satu) for tempat, satu in kini.items()]
    hasil += [_beda(satu, None) for tempat, satu in dulu.items() if tempat not in kini]
    return tuple(satu for satu in hasil if satu is not None)


def _beda(lama: Sel | None, baru: Sel | None) -> BedaSop | None:
    sel = baru or lama
    if sel is None or (lama and baru and lama.teks == baru.teks):
        return None
    dulu, kini = lama.teks if lama else "", baru.teks if baru else ""
    if not dulu and not kini:
        return None  # a blank cell that came or went
    jejak = Jejak.DIUBAH if dulu and kini else Jejak.DITAMBAH if kini else Jejak.DIHAPUS
    return BedaSop(sel.tempat, sel.bagian, sel.kolom, jejak, dulu, kini)


def kolom_berubah(beda: tuple[BedaSop, ...]) -> dict[int, frozenset[str]]:
    """By the number of the langkah the columns of the matrix in which it differs."""
    hasil: dict[int, set[str]] = {}
    for satu in beda:
        bagian = satu.tempat.split(".")
        if bagian[0] == "langkah" and satu.pada_lembar:
            hasil.setdefault(int(bagian[1]), set()).add(_KOLOM.get(bagian[2], "alur"))
    return {nomor: frozenset(kolom) for nomor, kolom in hasil.items()}


_KOLOM = {
    "kegiatan": "kegiatan",
    "kelengkapan_tertulis": "kelengkapan",
    "kelengkapan": "kelengkapan",
    "waktu_tertulis": "waktu",
    "waktu": "waktu",
    "output_tertulis": "output",
    "output": "output",
    "ket_tertulis": "ket",
}
