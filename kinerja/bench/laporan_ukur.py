"""The measured page ``docs/kinerja-terukur.md``: a section a bench, each between marks of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from kinerja.bench.pdf import DINILAI, Hasil, mesin_ini, palang, ringkasan, tabel

BERKAS = "kinerja-terukur.md"
_KEPALA = """# What kinerja costs, measured

Written by `kinerja bench … --tulis`. Clocks of shared machines differ by a factor of two from one minute
to the next; **quote the ratios**.
"""


def bagian_pdf(hasil: Hasil) -> str:
    """The section of ``kinerja bench pdf`` in Markdown."""
    baris: Sequence[str] = (
        "## A report as PDF",
        "",
        "The same report at 10, 100, 300 and 1000 indicator rows: letterhead with logo, justified text, "
        "chart, 12-column landscape table with wrapped cells and a repeated head, signature, “Halaman x dari "
        "y”, PT Sans embedded. *Ours* is the real path: template → HTML → xhtml2pdf with our table tag, then "
        "the finished PDF read back letter by letter (its share is shown). *By hand* is a ReportLab program "
        "for this one report (`kinerja/bench/pdf_tangan.py`: `Paragraph` cells, the page count written when "
        "the file is saved). Each in a process of its own that has printed before; engines in turn; the "
        "least of each.",
        "",
        *tabel(hasil),
        "",
        "Two numbers in a cell are ours and by hand.",
        "",
        *(f"* {satu}" for satu in ringkasan(hasil)),
        *(f"* {satu}" for satu in _palang(hasil)),
        "",
        f"{mesin_ini()}.",
    )
    return "\n".join(baris)


def _palang(hasil: Hasil) -> list[str]:
    """The bars in English, in the order of ``palang``."""
    nama = (*(f"ours / by hand at {n} rows" for n in DINILAI), "growth exponent", "peak memory, MB")
    return [
        f"Bar: {satu} {p.nilai:{p.angka}}, at most {p.batas:g}: {'met' if p.lulus else '**not met**'}."
        for satu, p in zip(nama, palang(hasil), strict=True)
    ]


def tulis(folder: Path, nama: str, isi: str) -> Path:
    """Write or replace the section ``nama``; the others stay."""
    berkas = folder / BERKAS
    lama = berkas.read_text(encoding="utf-8") if berkas.exists() else _KEPALA
    blok = f"<!-- {nama} -->\n{isi}\n<!-- /{nama} -->\n"
    pola = re.compile(rf"<!-- {nama} -->\n.*?<!-- /{nama} -->\n", re.DOTALL)
    baru = pola.sub(lambda _: blok, lama) if pola.search(lama) else f"{lama.rstrip()}\n\n{blok}"
    berkas.write_text(baru, encoding="utf-8")
    return berkas
