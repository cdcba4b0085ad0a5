"""Text that people typed, cut into paragraphs: a page can break inside each, as it cannot in a table cell."""

from __future__ import annotations

import re


def paragraf(teks: str) -> list[str]:
    """The paragraphs of a text: one a line, blank lines dropped, runs of spaces made one."""
    baris = (" ".join(b.split()) for b in re.split(r"[\r\n\u2028\u2029\x0b\x0c\x85]+", teks))
    return [b for b in baris if b]
