"""In the child: our own tags for xhtml2pdf, and the order we bring into its story; once a process.

``<tabelpanjang data="JSON">`` a table drawn by ReportLab, ``<kakihalaman teks="…" kode="…">`` the footer,
``<ikat>`` keeps what follows (a signature) with what stands before.
"""

from __future__ import annotations

import functools
from typing import Any

from reportlab.lib.fonts import tt2ps
from reportlab.platypus.flowables import KeepInFrame
from xhtml2pdf import parser
from xhtml2pdf.default import MUST, STRING, TAGS
from xhtml2pdf.tags import pisaTag
from xhtml2pdf.xhtml2pdf_reportlab import PmlBaseDoc, PmlPageTemplate, PmlParagraph

from kinerja.documents.ikat import IkatKepala, TandaIkat, ikat_akhir
from kinerja.documents.kaki import Kaki
from kinerja.documents.tabel_panjang import buat
from kinerja.documents.teks_tampak import KAKI, TABEL

IKAT = "ikat"


class _Tabel(pisaTag):  # type: ignore[misc]
    def start(self, c: Any) -> None:
        c.addPara()
        c.addStory(buat(self.attr["data"], *(tt2ps(c.frag.fontName, tebal, 0) for tebal in (0, 1))))


class _TandaKaki(TandaIkat):
    """Carries the footer through the story to the document."""

    def __init__(self, kaki: Kaki) -> None:
        super().__init__()
        self.kaki = kaki


class _Kaki(pisaTag):  # type: ignore[misc]
    def start(self, c: Any) -> None:
        c.addPara()
        teks, huruf = " ".join(self.attr["teks"].split()), tt2ps(c.frag.fontName, 0, 0)
        c.addStory(_TandaKaki(Kaki(teks, huruf, self.attr.get("kode") or "")))


class _Ikat(pisaTag):  # type: ignore[misc]
    def start(self, c: Any) -> None:
        c.addPara()
        c.addStory(TandaIkat())


@functools.cache
def pasang() -> None:
    """Make the tags known and put our order into every document built from now on."""
    kaki = {"teks": (STRING, MUST), "kode": (STRING, "")}
    for nama, kelas, sifat in (
        (TABEL, _Tabel, {"data": (STRING, MUST)}),
        (KAKI, _Kaki, kaki),
        (IKAT, _Ikat, {}),
    ):
        setattr(parser, f"pisaTag{nama.upper()}", kelas)
        TAGS[nama] = (1, sifat)
    PmlParagraph.allowWidows = 0
    _pasang_dokumen()
    _pasang_halaman()


def _pasang_dokumen() -> None:
    """Footer out of the story; signatures tied; headings tied; the number of pages written at the end.

    For each cell with a keep-in-frame mode xhtml2pdf 0.2.28 leaves an empty box in the story before the
    table; a heading was kept with that box instead of with its table.
    """
    build, akhir = PmlBaseDoc.build, PmlBaseDoc._endBuild

    def build_teratur(self: Any, story: list[Any], *args: Any, **kwargs: Any) -> Any:
        kaki = [f for f in story if isinstance(f, _TandaKaki)]
        self.kaki = kaki[0].kaki if kaki else getattr(self, "kaki", None)
        self.keepTogetherClass = IkatKepala
        berisi = [f for f in story if not _kosong(f) and not isinstance(f, _TandaKaki)]
        story[:] = ikat_akhir(berisi)
        return build(self, story, *args, **kwargs)

    def akhir_bernomor(self: Any) -> None:
        simpan, self.canv.save = self.canv.save, lambda: None
        akhir(self)
        if self.kaki is not None:
            self.kaki.selesai(self.canv)
        self.canv.save = simpan
        if getattr(self, "_doSave", 1):
            simpan()

    PmlBaseDoc.build, PmlBaseDoc._endBuild = build_teratur, akhir_bernomor


def _pasang_halaman() -> None:
    sesudah = PmlPageTemplate.afterDrawPage

    def sesudah_berkaki(self: Any, canvas: Any, doc: Any) -> None:
        sesudah(self, canvas, doc)
        if getattr(doc, "kaki", None) is not None:
            doc.kaki.gambar(canvas, self.frames[0])

    PmlPageTemplate.afterDrawPage = sesudah_berkaki


def _kosong(satu: Any) -> bool:
    return type(satu) is KeepInFrame and not satu._content
