"""In the child: a table of a report inside xhtml2pdf's story, a ReportLab table for each page.

xhtml2pdf's own HTML tables grow as n^1.6: at each page break ReportLab works through the style commands and
spans of all remaining rows. Here every cell is wrapped once, rows are dealt out to pages by their heights,
and each page becomes a small table of ReportLab with the head repeated. Cell text is never read as markup.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.flowables import Flowable
from reportlab.platypus.tables import Table

from kinerja.documents.sel_tabel import BIASA, BULAT, HITAM, RAPAT, RATA, Sel, belah_sel, gaya_sel, sel_teks

_GARIS = 0.5
"""Points of the lines."""
_LATAR = HexColor("#e7e7e7")
_BELAH = 1 / 3
"""A row taller than this part of a page may be broken inside; a lower one moves to the next page whole."""
_KECIL = 1 / 4
"""A table no taller than this part of a page is not broken at all."""
_BERDUA = 2
_SISA_TERKECIL = 4
"""Lines of text that must fit before a tall row is broken."""


@dataclass(frozen=True)
class BarisTabel:
    """A row ready to draw: flowables per column, and its height in points."""

    sel: tuple[list[Sel], ...]
    tinggi: float
    rentang: tuple[tuple[int, int, int], ...] = ()
    """Cells that span: column, number of columns, number of rows."""
    sambung: int = 0
    """So many of its first cells go on from the row above."""


class TabelPanjang(Flowable):  # type: ignore[misc]
    """A table of any length; ``mulai`` is the first of its rows that is not drawn yet."""

    def __init__(self, data: dict[str, Any], biasa: str, tebal: str) -> None:
        super().__init__()
        self.data = data
        self.huruf = (biasa, tebal)
        self.ukuran = RAPAT if data["rapat"] else BIASA
        self.spaceBefore, self.spaceAfter = (8 if data["judul"] else 3), 8
        self.lebar = 0.0
        self.kepala: list[BarisTabel] = []
        self.baris: Sequence[BarisTabel] = ()

    def wrap(self, lebar: float, _tinggi: float) -> tuple[float, float]:
        """Width and height of the whole; the cells are wrapped the first time only."""
        if self.lebar != lebar:
            self.lebar = lebar
            self.kolom = _lebar_kolom([k["lebar"] for k in self.data["kolom"]], lebar)
            self.kepala = self._susun_kepala()
            self.baris = self._susun_baris()
        return lebar, self.tinggi_kepala + sum(b.tinggi for b in self.baris)

    @property
    def tinggi_kepala(self) -> float:
        """Points the repeated head takes."""
        return sum(b.tinggi for b in self.kepala)

    def tinggi_awal(self, lebar: float) -> float:
        """The least height that must be free for this table to begin: its head and some of its first row."""
        self.wrap(lebar, 0)
        utuh = self.tinggi_kepala + sum(b.tinggi for b in self.baris)
        if utuh <= self.tinggi_halaman * _KECIL:
            return utuh
        pertama = self.baris[0].tinggi
        sedikit = _SISA_TERKECIL * self.ukuran.spasi + self.ukuran.atas + self.ukuran.bawah
        return self.tinggi_kepala + (min(pertama, sedikit) if self._boleh_dibelah(pertama) else pertama)

    def split(self, lebar: float, tinggi: float) -> list[Flowable]:
        """This page's part and the rest; empty when nothing fits here."""
        self.wrap(lebar, tinggi)
        ruang = tinggi - self.tinggi_kepala + BULAT
        jumlah = [*accumulate(b.tinggi for b in self.baris)]
        muat = next((n for n, h in enumerate(jumlah) if h > ruang), len(jumlah))
        if muat == len(jumlah):
            return [self]
        if self.awal and self.tinggi_kepala + jumlah[-1] <= self.tinggi_halaman * _KECIL:
            return []
        if len(jumlah) - muat == 1 and muat > _BERDUA and not self._boleh_dibelah(self.baris[-1].tinggi):
            muat -= 1  # a last row, the sum above all, does not stand alone
        sisa = ruang - (jumlah[muat - 1] if muat else 0)
        kini, nanti = list(self.baris[:muat]), list(self.baris[muat:])
        if self._boleh_dibelah(nanti[0].tinggi) and (belah := self._belah(nanti[0], sisa)):
            kini.append(belah[0])
            nanti[0] = belah[1]
        if not kini:
            return []
        nanti[0] = self._sebut_ulang(nanti[0], kini)
        return [self._bagian(kini, awal=True), self._bagian(nanti, awal=False)]

    def draw(self) -> None:
        """Draw what is left as one table of ReportLab."""
        tabel = self._tabel(self.baris)
        tabel.wrapOn(self.canv, self.lebar, 0)
        tabel.drawOn(self.canv, 0, 0)

    def _bagian(self, baris: list[BarisTabel], *, awal: bool) -> TabelPanjang:
        satu = TabelPanjang(self.data, *self.huruf)
        satu.lebar, satu.kolom, satu.kepala, satu.baris = self.lebar, self.kolom, self.kepala, baris
        satu.awal = False
        satu.spaceBefore, satu.spaceAfter = (self.spaceBefore, 0) if awal else (0, self.spaceAfter)
        return satu

    awal = True
    """Nothing of it is drawn yet."""
    tinggi_halaman = 480.0
    """Points of a page's text; a lying page's, so that a row never waits for more than it can get."""

    def _boleh_dibelah(self, tinggi: float) -> bool:
        return tinggi > self.tinggi_halaman * _BELAH

    def _belah(self, baris: BarisTabel, ruang: float) -> tuple[BarisTabel, BarisTabel] | None:
        u = self.ukuran
        isi = ruang - u.atas - u.bawah
        if isi < _SISA_TERKECIL * u.spasi:
            return None
        atas, bawah = [], []
        for sel, lebar in zip(baris.sel, self.kolom, strict=True):
            satu, dua = belah_sel(sel, lebar - 2 * u.sisi, isi)
            atas.append(satu)
            bawah.append(dua)
        return self._baris(atas, baris.sambung), self._baris(bawah, baris.sambung)

    def _sebut_ulang(self, baris: BarisTabel, sebelum: Sequence[BarisTabel]) -> BarisTabel:
        """A row that goes on from the page before says again what it belongs to."""
        induk = next((b for b in reversed(sebelum) if not b.sambung), None)
        if not baris.sambung or induk is None:
            return baris
        return self._baris([*induk.sel[: baris.sambung], *baris.sel[baris.sambung :]])

    def _susun_baris(self) -> list[BarisTabel]:
        gaya = {
            tebal: [self.gaya(k["rata"], tebal=tebal) for k in self.data["kolom"]] for tebal in (False, True)
        }
        if not self.data["baris"]:
            return [self._baris_lebar(sel_teks(self.data["kosong"], self.gaya("kiri")))]
        return [
            self._baris(
                [
                    [sel_teks(p, g) for p in teks.split("\n")] if teks else []
                    for teks, g in zip(b["sel"], gaya[b["jumlah"]], strict=True)
                ],
                b["sambung"],
            )
            for b in self.data["baris"]
        ]

    def _baris(self, isi: Sequence[list[Sel]], sambung: int = 0) -> BarisTabel:
        u = self.ukuran
        tinggi = u.spasi
        for sel, lebar in zip(isi, self.kolom, strict=True):
            if sel:
                tinggi = max(tinggi, sum(s.wrap(lebar - 2 * u.sisi, 0)[1] for s in sel))
        return BarisTabel(tuple(isi), tinggi + u.atas + u.bawah, (), sambung)

    def _baris_lebar(self, sel: Sel) -> BarisTabel:
        """A row of one cell across all columns."""
        u = self.ukuran
        tinggi = sel.wrap(self.lebar - 2 * u.sisi, 0)[1] + u.atas + u.bawah
        sisanya: list[list[Sel]] = [[] for _ in self.kolom[1:]]
        return BarisTabel(([sel], *sisanya), tinggi, ((0, len(self.kolom), 1),))

    def _susun_kepala(self) -> list[BarisTabel]:
        hasil = []
        if self.data["judul"]:
            gaya = self.gaya("kiri", tebal=True, huruf=self.ukuran.judul)
            hasil.append(self._baris_lebar(sel_teks(self.data["judul"], gaya)))
        return [*hasil, *susun_kepala(self)]

    def gaya(self, rata: str, *, tebal: bool = False, huruf: float = 0) -> ParagraphStyle:
        u = self.ukuran
        return ParagraphStyle(
            "sel",
            fontName=self.huruf[tebal],
            fontSize=huruf or u.huruf,
            leading=u.spasi * (huruf or u.huruf) / u.huruf,
            alignment=RATA[rata],
            splitLongWords=1,
            allowWidows=0,
        )

    def _tabel(self, baris: Sequence[BarisTabel]) -> Table:
        u = self.ukuran
        semua = [*self.kepala, *baris]
        judul, kepala = (1 if self.data["judul"] else 0), len(self.kepala)
        perintah: list[tuple[Any, ...]] = [
            *_semua_garis(judul, kepala, [b.sambung for b in baris]),
            ("BACKGROUND", (0, judul), (-1, kepala - 1), _LATAR),
            *(
                ("SPAN", (kolom, n), (kolom + melebar - 1, n + menurun - 1))
                for n, b in enumerate(semua)
                for kolom, melebar, menurun in b.rentang
            ),
        ]
        gaya = [gaya_sel(u, "MIDDLE")] * len(self.kolom), [gaya_sel(u, "TOP")] * len(self.kolom)
        return Table(
            [list(b.sel) for b in semua],
            colWidths=self.kolom,
            rowHeights=[b.tinggi for b in semua],
            cellStyles=[gaya[n >= kepala] for n in range(len(semua))],
            normalizedData=1,
            style=perintah,
            hAlign="LEFT",
        )


def buat(data: str, biasa: str, tebal: str) -> TabelPanjang:
    """The flowable of a tag's JSON, in the two typefaces (regular, bold) named."""
    return TabelPanjang(json.loads(data), biasa, tebal)


def _semua_garis(judul: int, kepala: int, sambung: Sequence[int]) -> list[tuple[Any, ...]]:
    """The lines: all of them, but none above a cell that goes on from the row above on this page."""
    menyambung = max(sambung[1:], default=0)
    if not menyambung:
        return [("GRID", (0, judul), (-1, -1), _GARIS, HITAM)]
    hasil: list[tuple[Any, ...]] = [("GRID", (0, judul), (-1, kepala - 1), _GARIS, HITAM)]
    hasil += [("BOX", (n, kepala), (n, -1), _GARIS, HITAM) for n in range(menyambung)]
    hasil.append(("GRID", (menyambung, kepala), (-1, -1), _GARIS, HITAM))
    hasil += [
        ("LINEABOVE", (n, letak), (menyambung - 1, letak), _GARIS, HITAM)
        for letak, n in enumerate(sambung[1:], start=kepala + 1)
        if n < menyambung
    ]
    return hasil


def susun_kepala(tabel: TabelPanjang) -> list[BarisTabel]:
    """The rows of the head with their spans; a cell over two rows stretches the lower one if it must."""
    u, kolom = tabel.ukuran, tabel.kolom
    gaya = tabel.gaya("tengah", tebal=True)
    baris = tabel.data["kepala"]
    tinggi = [u.spasi] * len(baris)
    isi: list[list[list[Sel]]] = [[[] for _ in kolom] for _ in baris]
    rentang: list[list[tuple[int, int, int]]] = [[] for _ in baris]
    terisi: set[tuple[int, int]] = set()
    panjang: list[tuple[int, float]] = []
    for n, satu_baris in enumerate(baris):
        letak = 0
        for k in satu_baris:
            while (n, letak) in terisi:
                letak += 1
            sel = sel_teks(k["judul"], gaya)
            lebar = sum(kolom[letak : letak + k["melebar"]]) - 2 * u.sisi
            butuh = sel.wrap(lebar, 0)[1]
            if k["menurun"] == 1:
                tinggi[n] = max(tinggi[n], butuh)
            else:
                panjang.append((n, butuh))
            isi[n][letak] = [sel]
            if k["melebar"] > 1 or k["menurun"] > 1:
                rentang[n].append((letak, k["melebar"], k["menurun"]))
            terisi |= {(n + y, letak + x) for y in range(k["menurun"]) for x in range(k["melebar"])}
    tepi = u.atas + u.bawah
    for n, butuh in panjang:
        tinggi[-1] = max(tinggi[-1], butuh + tepi - sum(h + tepi for h in tinggi[n:-1]) - tepi)
    return [
        BarisTabel(tuple(sel), h + tepi, tuple(r)) for sel, h, r in zip(isi, tinggi, rentang, strict=True)
    ]


def _lebar_kolom(persen: Sequence[float], lebar: float) -> list[float]:
    """Column widths in points; percents that miss 100 are scaled to it."""
    jumlah = sum(persen)
    return [lebar * p / jumlah for p in persen]
