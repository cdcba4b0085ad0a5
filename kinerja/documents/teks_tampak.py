"""The text of a document's HTML that is meant to be seen: marked-up text, table data, the footer.

The parent looks for characters the typeface lacks in it, the child compares it with the finished PDF.
"""

from __future__ import annotations

import json
from html.parser import HTMLParser

TABEL = "tabelpanjang"
"""Tag of a table drawn by ReportLab; its attribute ``data`` is JSON (``tabel_data.jadikan_data``)."""
KAKI = "kakihalaman"
"""Tag of the footer: ``teks`` stands at the foot of every page, ``kode`` under it where it is issued."""
KATA_KODE = "Kode dokumen"
_TERTUTUP = frozenset({"head", "style", "title"})


class _Tampak(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.bagian: list[str] = []
        self._tertutup = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Text of the head is not printed; that of our own tags is in an attribute."""
        if tag in _TERTUTUP:
            self._tertutup += 1
        elif tag == TABEL:
            self.bagian.extend(_teks_tabel(dict(attrs).get("data") or "{}"))
        elif tag == KAKI:
            sifat = dict(attrs)
            self.bagian.append(sifat.get("teks") or "")
            if kode := sifat.get("kode"):
                self.bagian.append(f"{KATA_KODE} {kode}")

    def handle_endtag(self, tag: str) -> None:
        """Out of the head again."""
        if tag in _TERTUTUP:
            self._tertutup -= 1

    def handle_data(self, data: str) -> None:
        """Keep what is seen."""
        if not self._tertutup:
            self.bagian.append(data)


def teks_tampak(html: str) -> str:
    """All text of ``html`` that should be found on paper, its parts separated by spaces."""
    pembaca = _Tampak()
    pembaca.feed(html)
    pembaca.close()
    return " ".join(pembaca.bagian)


def _teks_tabel(data: str) -> list[str]:
    """Title, heads and cells, each once."""
    isi = json.loads(data)
    kepala = [sel["judul"] for baris in isi.get("kepala", ()) for sel in baris]
    return [isi.get("judul", ""), *kepala, *(teks for baris in isi.get("baris", ()) for teks in baris["sel"])]
