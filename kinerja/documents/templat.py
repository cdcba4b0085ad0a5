"""The printed page's own Jinja environment: always escaping, never guessing a missing value.

It shares nothing with the web's environment, so no filter or global of the web reaches a document.
"""

from __future__ import annotations

import dataclasses
import functools
import unicodedata
from typing import Any

import jinja2

from kinerja.documents.gambar import batang, kotak_centang, uri_lukisan
from kinerja.documents.huruf import BERKAS, KELUARGA
from kinerja.documents.paragraf import paragraf, potongan
from kinerja.documents.perjanjian_kinerja.tabel import tabel_program, tabel_sasaran
from kinerja.documents.rencana_aksi_tabel import tabel_aksi
from kinerja.documents.tabel_data import jadikan_data
from kinerja.sumber import folder_sumber


@functools.cache
def lingkungan() -> jinja2.Environment:
    """The one environment of the documents."""
    hasil = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder_sumber("templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_rapikan,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    hasil.filters["paragraf"] = paragraf
    hasil.filters["potongan"] = potongan
    hasil.filters["kotak_centang"] = kotak_centang
    hasil.filters["batang"] = batang
    hasil.filters["uri_lukisan"] = uri_lukisan
    hasil.filters["data_tabel"] = jadikan_data
    hasil.filters["tabel_aksi"] = tabel_aksi
    hasil.filters["tabel_program"] = tabel_program
    hasil.filters["tabel_sasaran"] = tabel_sasaran
    hasil.globals["huruf"] = {"keluarga": KELUARGA, "berkas": BERKAS}
    return hasil


def jadikan_html(nama_templat: str, data: object) -> str:
    """Fill a template of ``templates/``.

    A dataclass gives its fields as names and itself as ``dokumen``; a dict its keys.
    """
    konteks: dict[str, Any]
    if dataclasses.is_dataclass(data) and not isinstance(data, type):
        konteks = {bidang.name: getattr(data, bidang.name) for bidang in dataclasses.fields(data)}
    elif isinstance(data, dict):
        konteks = dict(data)
    else:
        raise TypeError(f"a dataclass or a dict, not {type(data).__name__}")
    return lingkungan().get_template(nama_templat).render(konteks, dokumen=data)


def _rapikan(nilai: object) -> object:
    """Plain text in composed form (NFC), as the typeface has it; None is a mistake of the template."""
    if nilai is None:
        raise TypeError("a document prints None")
    if type(nilai) is str:
        return unicodedata.normalize("NFC", nilai).replace("\u00ad", "")
    return nilai
