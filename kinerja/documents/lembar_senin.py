"""Lembar Senin: the state of the office on one sheet of A4, for the Camat's table on Monday morning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kinerja.documents.blok import Gambar
from kinerja.documents.grafik import TANPA_ANGKA, Deret, Titik, batang, uraian
from kinerja.documents.kantor import Kantor
from kinerja.domain.angka import tulis_persen
from kinerja.domain.laporan_isi import IsiLaporan

TEMPLAT = "lembar_senin.html"
SASARAN = 6
"""Bars of the chart at most; the page on the screen shows them all."""


@dataclass(frozen=True)
class Baris:
    """One line of a table: display texts, each short enough for one printed line."""

    isi: tuple[str, ...]


@dataclass(frozen=True)
class Tabel:
    """A short table; ``lebih`` of its rows are not printed. Without rows ``kosong`` stands there."""

    judul: str
    kepala: tuple[tuple[str, int], ...]
    """Heading and width in percent."""
    baris: tuple[Baris, ...]
    kosong: str
    lebih: int = 0


@dataclass(frozen=True)
class LembarSenin:
    """All display text. ``angka`` are the four figures at the top, as (figure, words)."""

    kantor: Kantor
    hari: str
    pukul: str
    angka: tuple[tuple[str, str], ...]
    tabel: tuple[Tabel, ...]
    tahun: str
    perjalanan: tuple[tuple[str, Decimal, str], ...]
    """Period, percent of its steps done, words."""
    gambar: Gambar | None
    gambar_lebih: int
    dibuat_oleh: str

    @property
    def penanda(self) -> tuple[str, ...]:
        """Texts that must be found in the finished PDF."""
        return ("LEMBAR SENIN", self.hari, *(t.judul for t in self.tabel))


def tabel(
    judul: str,
    kepala: Sequence[tuple[str, int, int]],
    baris: Sequence[Sequence[str]],
    kosong: str,
    paling_banyak: int,
    dua_baris: bool = False,
) -> Tabel:
    """The first rows, and how many more there are, so that the sheet stays one page.

    ``kepala`` is (heading, width in percent, characters that stand on one line of it); with ``dua_baris``
    there is room for two lines.
    """
    isi = tuple(
        Baris(tuple(ringkas(sel, k[2] * (1 + dua_baris)) for sel, k in zip(satu, kepala, strict=True)))
        for satu in baris[:paling_banyak]
    )
    return Tabel(judul, tuple(k[:2] for k in kepala), isi, kosong, max(0, len(baris) - paling_banyak))


def ringkas(teks: str, panjang: int) -> str:
    """At most ``panjang`` characters, the cut shown."""
    rapi = " ".join(teks.split())
    return rapi if len(rapi) <= panjang else rapi[: panjang - 1].rstrip() + "…"


def gambar_senin(judul: str, isi: IsiLaporan) -> Gambar:
    """A bar for each of the first sasaran of a report; the course through the year has no room here."""
    titik = [
        Titik(f"Sasaran {s.nomor}", nilai, TANPA_ANGKA if nilai is None else tulis_persen(nilai))
        for s in isi.sasaran[:SASARAN]
        for nilai in (s.capaian_pada(isi.masa_utama).capaian.nilai,)
    ]
    return Gambar(judul, batang(titik), uraian([Deret("", tuple(titik))]))
