"""Indikator that are a part of a whole: two numbers are reported, and the realisasi is worked out from them.

realisasi = pembilang ÷ penyebut × pengali. Percentages are never added: over several triwulan a kumulatif
indikator is the sum of its pembilang divided by the sum of its penyebut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext

from kinerja.domain.angka import KONTEKS, baca_angka, kanonik, rapikan, tulis_angka
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.target import JenisTarget

PENGALI = Decimal(100)


@dataclass(frozen=True)
class Nisbah:
    """What is counted (``pembilang``) of how many (``penyebut``), in words, and the factor."""

    pembilang: str
    penyebut: str
    pengali: Decimal = PENGALI

    @property
    def rumus(self) -> str:
        """How the realisasi is worked out, in words."""
        return f"{self.pembilang} ÷ {self.penyebut} × {tulis_angka(self.pengali, None)}"

    @property
    def penyebut_nol(self) -> str:
        """The reason that stands where no figure can be worked out."""
        return f"tidak dapat dihitung: {self.penyebut} 0"


@dataclass(frozen=True)
class Hasil:
    """A worked-out realisasi (stored text) or the reason why there is none, with the two numbers used."""

    nilai: str | None
    alasan: str | None = None
    pembilang: str | None = None
    penyebut: str | None = None


def hitung(nisbah: Nisbah, pembilang: Decimal, penyebut: Decimal) -> Hasil:
    """The realisasi of two numbers; a penyebut of 0 gives the reason, never 0. Kept to 20 decimals."""
    dua = kanonik(pembilang), kanonik(penyebut)
    if penyebut == 0:
        return Hasil(None, nisbah.penyebut_nol, *dua)
    with localcontext(KONTEKS):
        nilai = pembilang * nisbah.pengali / penyebut
    return Hasil(kanonik(rapikan(nilai)), None, *dua)


def gabung_kumulatif(nisbah: Nisbah, isian: Sequence[tuple[str | None, str | None]]) -> Hasil:
    """Σ pembilang ÷ Σ penyebut × pengali of the filled triwulan; one of the two missing there: no figure."""
    if any(not satu for dua in isian for satu in dua):
        return Hasil(None, "tidak dapat digabung: pembilang atau penyebut salah satu triwulan belum diisi")
    with localcontext(KONTEKS):
        atas = sum((Decimal(satu) for satu, _ in isian if satu), Decimal(0))
        bawah = sum((Decimal(satu) for _, satu in isian if satu), Decimal(0))
    return hitung(nisbah, atas, bawah)


def baca_dua(pembilang: str, penyebut: str) -> tuple[str, str] | None:
    """The two numbers as typed to their stored texts; both empty is ``None`` (not yet filled)."""
    if not pembilang.strip() and not penyebut.strip():
        return None
    for medan, isi, lain in (("pembilang", pembilang, "penyebut"), ("penyebut", penyebut, "pembilang")):
        if not isi.strip():
            raise MasukanSalah(
                f"Isi juga angka ini: realisasi dihitung dari dua angka, {lain} sudah diisi.", medan
            )
    atas, bawah = baca_angka(pembilang, "pembilang"), baca_angka(penyebut, "penyebut")
    if bawah == 0 and atas != 0:
        raise MasukanSalah(
            "Tidak mungkin 0 bila angka di atasnya lebih dari 0. Periksa keduanya.", "penyebut"
        )
    return kanonik(atas), kanonik(bawah)


def baca_nisbah(pembilang: str, penyebut: str, pengali: str, jenis: JenisTarget) -> Nisbah | None:
    """The part of an indicator card; all empty is ``None``. Raises ``MasukanSalah`` beside the field."""
    atas, bawah = " ".join(pembilang.split()), " ".join(penyebut.split())
    if not atas and not bawah:
        if pengali.strip():
            raise MasukanSalah("Pengali hanya untuk indikator dengan pembilang dan penyebut.", "pengali")
        return None
    if not atas:
        raise MasukanSalah("Tulis apa yang dihitung, atau kosongkan juga penyebutnya.", "pembilang")
    if not bawah:
        raise MasukanSalah("Tulis pembaginya, atau kosongkan juga pembilangnya.", "penyebut")
    if jenis is JenisTarget.PREDIKAT:
        raise MasukanSalah(
            "Target predikat tidak dihitung dari dua angka; kosongkan bagian ini.", "pembilang"
        )
    if not pengali.strip():
        return Nisbah(atas, bawah)
    nilai = baca_angka(pengali, "pengali")
    if nilai <= 0:
        raise MasukanSalah("Pengali harus lebih dari 0; untuk persen tulis 100.", "pengali")
    return Nisbah(atas, bawah, nilai)
