"""A rendered form and what was typed into it earlier: its fingerprint, and putting the text back."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import lxml.html
from markupsafe import Markup

_MEDAN = re.compile(r"<(?:input|option)\b[^>]*>|<textarea\b[^>]*>[^<]*", re.I)
_TANDA = re.compile(r'\b(?:name|value|checked|selected)(?:="[^"]*")?|>[^<]*')
_BIASA = frozenset({"text", "number", "date", "time", "search", "email", "tel", "url"})


def sidik(isi: str) -> str:
    """What the fields of a rendered form hold, as a short fingerprint; labels and help do not count."""
    medan = ["".join(_TANDA.findall(satu)) for satu in _MEDAN.findall(isi)]
    return hashlib.sha256("\n".join(medan).encode()).hexdigest()[:16]


def pulihkan(isi: str, isian: Sequence[tuple[str, str]]) -> tuple[Markup, list[tuple[str, str]]]:
    """The form with the typed values in its fields, and the values that find no field in it.

    Hidden fields keep what the page gives them; the choice of files cannot be put back.
    """
    sisa: defaultdict[str, list[str]] = defaultdict(list)
    for nama, nilai in isian:
        sisa[nama].append(nilai)
    akar: Any = lxml.html.fragment_fromstring(isi, create_parent="div")
    for medan in akar.iter("input", "textarea", "select"):
        nama = medan.get("name")
        jenis = (medan.get("type") or "text").lower() if medan.tag == "input" else medan.tag
        if not nama:
            continue
        if jenis in ("checkbox", "radio"):
            _pilih(medan, "checked", medan.get("value", "on"), sisa[nama])
        elif jenis == "select":
            for pilihan in medan.iter("option"):
                _pilih(pilihan, "selected", pilihan.get("value", pilihan.text or ""), sisa[nama])
        elif jenis == "hidden":
            sisa.pop(nama, None)
        elif sisa[nama] and jenis == "textarea":
            medan.text = "\n" + sisa[nama].pop(0)
        elif sisa[nama] and jenis in _BIASA:
            medan.set("value", sisa[nama].pop(0))
    html = "".join(lxml.html.tostring(satu, encoding="unicode") for satu in akar)
    awal = Markup.escape(akar.text or "")
    tersisa = [(nama, nilai) for nama, semua in sisa.items() for nilai in semua if nilai.strip()]
    return awal + Markup(html), tersisa  # noqa: S704 (serialised by lxml from our own template)


def _pilih(benda: Any, tanda: str, nilai: str, dipilih: list[str]) -> None:
    benda.attrib.pop(tanda, None)
    if nilai in dipilih:
        benda.set(tanda, tanda)
        dipilih.remove(nilai)
