"""A table of a report as the data its tag carries into the child: JSON in an attribute, never markup."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from kinerja.documents.blok import Tabel
from kinerja.documents.paragraf import paragraf

KOSONG = "Tidak ada data."


def jadikan_data(tabel: Tabel) -> str:
    """The JSON of a table; each cell's paragraphs are separated by line ends.

    Text is composed (NFC) and without soft hyphens, as everything the templates print.
    """
    isi: dict[str, Any] = {
        "judul": tabel.judul,
        "rapat": tabel.rapat,
        "kolom": [{"lebar": k.lebar, "rata": k.rata} for k in tabel.kolom],
        "kepala": [
            [{"judul": k.judul, "melebar": k.melebar, "menurun": k.menurun} for k in baris]
            for baris in tabel.kepala
        ],
        "baris": [
            {
                "jumlah": b.jumlah,
                "sambung": b.sambung,
                "sel": ["\n".join(paragraf(teks)) for teks in b.sel],
            }
            for b in tabel.baris
        ],
        "kosong": "" if tabel.baris else KOSONG,
    }
    teks = json.dumps(isi, ensure_ascii=False, separators=(",", ":"))
    return unicodedata.normalize("NFC", teks).replace("\u00ad", "")
