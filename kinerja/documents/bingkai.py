"""Frames on the pipe between the office's process and a child: a JSON head, then plain bytes.

No pickle: what comes back from a child that read hostile text or a foreign file is data, never code.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from typing import Any, BinaryIO

_UKURAN = struct.Struct(">Q")
_KEPALA_MAKS = 64 * 1024 * 1024
_MUATAN_MAKS = 512 * 1024 * 1024


class BingkaiPutus(Exception):
    """The other side went away in the middle of a frame."""


def tulis(aliran: BinaryIO, kepala: dict[str, Any], muatan: Sequence[bytes] = ()) -> None:
    """Write one frame and flush it."""
    isi = json.dumps({**kepala, "_muatan": [len(m) for m in muatan]}, ensure_ascii=False).encode("utf-8")
    aliran.write(_UKURAN.pack(len(isi)))
    aliran.write(isi)
    for bagian in muatan:
        aliran.write(bagian)
    aliran.flush()


def baca(aliran: BinaryIO) -> tuple[dict[str, Any], list[bytes]]:
    """Read one frame.

    Errors: BingkaiPutus when the stream ends early or its sizes make no sense.
    """
    (panjang,) = _UKURAN.unpack(_baca_tepat(aliran, _UKURAN.size))
    if panjang > _KEPALA_MAKS:
        raise BingkaiPutus(f"head of {panjang} bytes")
    kepala: dict[str, Any] = json.loads(_baca_tepat(aliran, panjang).decode("utf-8"))
    ukuran = kepala.pop("_muatan")
    if sum(ukuran) > _MUATAN_MAKS:
        raise BingkaiPutus(f"load of {sum(ukuran)} bytes")
    return kepala, [_baca_tepat(aliran, n) for n in ukuran]


def _baca_tepat(aliran: BinaryIO, jumlah: int) -> bytes:
    hasil = bytearray()
    while len(hasil) < jumlah:
        potong = aliran.read(jumlah - len(hasil))
        if not potong:
            raise BingkaiPutus(f"{len(hasil)} of {jumlah} bytes")
        hasil += potong
    return bytes(hasil)
