"""A frozen report as canonical JSON, without loss, and back.

The types of the dataclasses are the schema; an unknown or missing key is an error, not a guess. Only a field
marked ``SUSULAN`` may be missing: it came later, and is not written while it has its default.
"""

from __future__ import annotations

import hashlib
import json
import types
import typing
from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Any

from kinerja.domain.angka import kanonik
from kinerja.domain.aturan import SUSULAN
from kinerja.domain.kesalahan import Kesalahan
from kinerja.domain.laporan_isi import SKEMA, IsiLaporan

_GAGAL = "Isi laporan yang dibekukan tidak dapat dibaca."


def tulis_json(isi: IsiLaporan) -> str:
    """Sorted keys, no spaces, ASCII; equal content always gives the same text."""
    return json.dumps(_polos(isi), sort_keys=True, separators=(",", ":"), allow_nan=False)


def sidik(isi: IsiLaporan) -> str:
    """SHA-256 (hex) of the canonical JSON."""
    return hashlib.sha256(tulis_json(isi).encode("ascii")).hexdigest()


def baca_json(teks: str) -> IsiLaporan:
    """Read what ``tulis_json`` wrote; anything else raises ``Kesalahan``."""
    try:
        mentah = json.loads(teks)
    except (ValueError, RecursionError) as sebab:
        raise Kesalahan(_GAGAL) from sebab
    return baca_data(mentah)


def tulis_data(isi: IsiLaporan) -> dict[str, Any]:
    """The report as plain dicts, lists and texts."""
    hasil: dict[str, Any] = _polos(isi)
    return hasil


def baca_data(mentah: Any) -> IsiLaporan:
    """Read what ``tulis_data`` gave; anything else raises ``Kesalahan``."""
    if not isinstance(mentah, Mapping) or mentah.get("skema") != SKEMA:
        raise Kesalahan(_GAGAL)
    try:
        hasil: IsiLaporan = _bentuk(IsiLaporan, mentah)
    except (ValueError, TypeError, InvalidOperation, Kesalahan) as sebab:
        raise Kesalahan(_GAGAL) from sebab
    return hasil


def _polos(nilai: Any) -> Any:
    if is_dataclass(nilai):
        isi = {medan: getattr(nilai, medan.name) for medan in fields(nilai)}
        return {m.name: _polos(satu) for m, satu in isi.items() if not (_susulan(m) and satu == m.default)}
    if isinstance(nilai, tuple):
        return [_polos(satu) for satu in nilai]
    if isinstance(nilai, Decimal):
        return kanonik(nilai)
    return nilai.value if isinstance(nilai, StrEnum) else nilai


def _bentuk(tipe: Any, mentah: Any) -> Any:
    """Build a value of ``tipe`` from plain JSON."""
    asal = typing.get_origin(tipe)
    if asal in (types.UnionType, typing.Union):
        (isi,) = (satu for satu in typing.get_args(tipe) if satu is not type(None))
        return None if mentah is None else _bentuk(isi, mentah)
    if asal is tuple:
        if not isinstance(mentah, list):
            raise TypeError(_GAGAL)
        return tuple(_bentuk(typing.get_args(tipe)[0], satu) for satu in mentah)
    if is_dataclass(tipe):
        return _bentuk_data(tipe, mentah)
    if tipe in (int, str):
        if type(mentah) is not tipe:
            raise TypeError(_GAGAL)
        return mentah
    if not isinstance(mentah, str):
        raise TypeError(_GAGAL)
    return tipe(mentah)


def _susulan(medan: Field[Any]) -> bool:
    return bool(medan.metadata.get(SUSULAN))


@cache
def _petunjuk(tipe: Any) -> dict[str, Any]:
    return typing.get_type_hints(tipe)


def _bentuk_data(tipe: Any, mentah: Any) -> Any:
    petunjuk = _petunjuk(tipe)
    if not isinstance(mentah, Mapping) or not set(mentah) <= set(petunjuk):
        raise TypeError(_GAGAL)
    if not {m.name for m in fields(tipe) if not _susulan(m)} <= set(mentah):
        raise TypeError(_GAGAL)
    return tipe(**{nama: _bentuk(petunjuk[nama], isi) for nama, isi in mentah.items()})
