"""In the child: what must stand together on a page: a heading with what follows, a signature with its text.

ReportLab keeps a heading with the *whole* of what follows or not at all; when that is a long table, the
heading stayed alone at the foot of the page. Here the beginning of what follows is enough, and asked for.
"""

from __future__ import annotations

from typing import Any

from reportlab.platypus.doctemplate import ActionFlowable, FrameBreak
from reportlab.platypus.flowables import Flowable, KeepTogether, _listWrapOn
from reportlab.platypus.tables import Table
from xhtml2pdf.reportlab_paragraph import Paragraph

from kinerja.documents.tabel_panjang import TabelPanjang

_BARIS = 3
"""Lines of a paragraph that a heading, or a signature, wants beside it."""
_KECIL = 9
"""Points: text below this size is a note, not a paragraph of its own."""
_TANPA_BATAS = 0xFFFFFF


class TandaIkat(Flowable):  # type: ignore[misc]
    """A mark in the story: what follows (a signature) stays with what stands before."""

    def wrap(self, _lebar: float, _tinggi: float) -> tuple[float, float]:
        """No size."""
        return 0, 0

    def draw(self) -> None:
        """Nothing to see."""


class _Kelompok(KeepTogether):  # type: ignore[misc]
    """A group whose height is never its sum: the frame always asks it to split."""

    def wrap(self, lebar: float, _tinggi: float) -> tuple[float, float]:
        """Ask to be split."""
        return lebar, _TANPA_BATAS

    @property
    def _di_atas(self) -> bool:
        return bool(getattr(getattr(self, "_frame", None), "_atTop", True))


class IkatKepala(_Kelompok):
    """Headings and what they are about: they begin here when it can begin here too."""

    def split(self, lebar: float, tinggi: float) -> list[Flowable]:
        """All of it, behind a break when the beginning does not fit."""
        isi = list(self._content)
        if self._di_atas:
            return isi
        perlu = _jumlah(isi[:-1], lebar, self.canv) + isi[-2].getSpaceAfter() if len(isi) > 1 else 0.0
        perlu += awal(isi[-1], lebar, self.canv)
        return isi if perlu <= tinggi else [FrameBreak(), *isi]


class IkatAkhir(_Kelompok):
    """A text or table and the signature under it: the last lines go with the signature."""

    def split(self, lebar: float, tinggi: float) -> list[Flowable]:
        """All of it here, or a first part here and the rest with the signature on the next page."""
        isi, ekor = self._content[0], list(self._content[1:])
        _, tinggi_isi = isi.wrapOn(self.canv, lebar, tinggi)
        if _jumlah([isi, *ekor], lebar, self.canv) <= tinggi:
            return [isi, *ekor]
        belah = isi.splitOn(
            self.canv, lebar, tinggi if tinggi_isi > tinggi else _sebelum_akhir(isi, tinggi_isi)
        )
        if len(belah) == 2:
            return [belah[0], FrameBreak(), type(self)([belah[1], *ekor])]
        return [isi, *ekor] if self._di_atas else [FrameBreak(), isi, *ekor]

    def awal(self, lebar: float, canv: Any) -> float:
        """The least height it can begin with."""
        isi = self._content[0]
        _, tinggi = isi.wrapOn(canv, lebar, _TANPA_BATAS)
        pendek = tinggi < _BARIS * 2 * _spasi(isi)
        return _jumlah(list(self._content), lebar, canv) if pendek else awal(isi, lebar, canv)


def awal(isi: Flowable, lebar: float, canv: Any) -> float:
    """Points that must be free for ``isi`` to begin on a page."""
    if isinstance(isi, IkatAkhir):
        return float(isi.awal(lebar, canv))
    if isinstance(isi, TabelPanjang):
        return float(isi.getSpaceBefore()) + isi.tinggi_awal(lebar)
    if isinstance(isi, KeepTogether):
        return _jumlah(isi._content, lebar, canv)
    _, tinggi = isi.wrapOn(canv, lebar, _TANPA_BATAS)
    if isinstance(isi, Table):
        return float(sum(isi._rowHeights[: _kepala(isi) + 1]))
    return float(min(tinggi, _BARIS * _spasi(isi)))


def _jumlah(isi: list[Flowable], lebar: float, canv: Any) -> float:
    return float(_listWrapOn(isi, lebar, canv)[1]) if isi else 0.0


def ikat_akhir(story: list[Flowable]) -> list[Flowable]:
    """The story with each mark, what stands before it and what follows made one group."""
    hasil: list[Flowable] = []
    lanjut = False
    for satu in story:
        if isinstance(satu, TandaIkat):
            lanjut = bool(hasil) and _dapat_diikat(hasil[-1])
        elif lanjut:
            depan = hasil[-1]._content if isinstance(hasil[-1], IkatAkhir) else [hasil[-1]]
            hasil[-1] = IkatAkhir([*depan, satu])
            lanjut = False
        else:
            hasil.append(satu)
    for judul, keterangan, isi in zip(hasil, hasil[1:], hasil[2:], strict=False):
        if judul.getKeepWithNext() and _kecil(keterangan) and not isinstance(isi, ActionFlowable):
            keterangan.keepWithNext = 1  # small print under a heading belongs to it, not to the page's foot
    return _dengan_kepala(hasil)


def _dengan_kepala(story: list[Flowable]) -> list[Flowable]:
    """Headings over a signed text made one group with it; ReportLab leaves a group out of its own ones."""
    hasil: list[Flowable] = []
    for satu in story:
        if isinstance(satu, IkatAkhir):
            mulai = len(hasil)
            while mulai and hasil[mulai - 1].getKeepWithNext():
                mulai -= 1
            hasil[mulai:] = [IkatKepala([*hasil[mulai:], satu])] if mulai < len(hasil) else [satu]
        else:
            hasil.append(satu)
    return hasil


def _kecil(satu: Any) -> bool:
    return isinstance(satu, Paragraph) and satu.style.fontSize < _KECIL


def _dapat_diikat(satu: Flowable) -> bool:
    if satu.getKeepWithNext():
        return False
    return isinstance(satu, TabelPanjang | IkatAkhir) or hasattr(satu, "blPara") or hasattr(satu, "frags")


def _kepala(tabel: Any) -> int:
    return tabel.repeatRows if isinstance(tabel.repeatRows, int) else len(tabel.repeatRows)


def _spasi(isi: Any) -> float:
    return float(getattr(getattr(isi, "style", None), "leading", 12))


def _sebelum_akhir(isi: Any, tinggi: float) -> float:
    """A height that leaves the last lines, or the last row, for the next page."""
    if isinstance(isi, TabelPanjang):
        return tinggi - isi.baris[-1].tinggi / 2
    return tinggi - (_BARIS - 1) * _spasi(isi)
