"""The section of ``kinerja bench arsip`` on the measured page."""

from __future__ import annotations

from kinerja.bench.arsip import Hasil, palang, ringkasan, tabel
from kinerja.bench.pdf import mesin_ini

_PALANG = (
    "growth of verify above that of plain sha256, exponent",
    "verify / plain sha256, largest archive",
    "memory verify adds, MB",
    "search / LIKE, p95, largest archive",
    "archive page p95, largest / smallest archive",
    "flipped bits not named, or others named",
)


_URAIAN = (
    "Made-up archives: every document has its issued file and the signed one (random bytes, 1 to 6 kB "
    "each), its audit rows, and 120 to 420 Indonesian words for the search. *verify* is the whole "
    "`kinerja verify`: database, chain, numbers, documents against their audit rows, every file. *Plain "
    "sha256* reads the same files in the same order and nothing else; the files are small on purpose, "
    "so that our own cost shows. *Search* is what the archive's page calls (FTS5, with excerpts), 200 "
    "mixed queries: words common and rare, two together, numbers and codes whole and in part, with "
    "filters, without a hit; *LIKE* is the same questions put to the same rows without an index, in "
    "turn. *Archive page* is the whole request. Bits are flipped in the first, the last, the middle and "
    "other files, in their first, last or any byte: verify must name exactly these."
)


def bagian_arsip(hasil: Hasil) -> str:
    """The section in Markdown."""
    baris = (
        "## An archive of years",
        "",
        _URAIAN,
        "",
        *tabel(hasil),
        "",
        *(f"* {satu}" for satu in (*ringkasan(hasil), *_palang(hasil))),
        "",
        f"{mesin_ini()}.",
    )
    return "\n".join(baris)


def _palang(hasil: Hasil) -> list[str]:
    return [
        f"Bar: {nama} {p.nilai:{p.angka}}, at most {p.batas:g}: {'met' if p.lulus else '**not met**'}."
        for nama, p in zip(_PALANG, palang(hasil), strict=True)
    ]
