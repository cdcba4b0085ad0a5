"""In the child: pictures with 16 bits of grey, as some scanners save them, made ordinary ones."""

from __future__ import annotations

from typing import Any


def delapan_bit(gambar: Any) -> Any:
    """Sixteen bits of grey as eight; any other picture as it is.

    Pillow cuts such values off at 255, so that the whole page would turn white.
    """
    if not gambar.mode.startswith("I"):
        return gambar
    return gambar.convert("I").point(lambda v: v * (1 / 257)).convert("L")
