"""The measured page ``docs/kinerja-terukur.md``: a section a bench, each between marks of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from kinerja.bench.pdf import Hasil, mesin_ini, palang, ringkasan, tabel

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
        "the file is saved). Each in a process of its own that has printed before; engines in turn; medians.",
        "",
        *tabel(hasil),
        "",
        "Two numbers in a cell are ours and by hand.",
        "",
        *(f"* {satu}" for satu in ringkasan(hasil)),
        *(f"* {satu.nama}: {satu.nilai:{satu.angka}}, bar {satu.batas:g}: "
          f"{'met' if satu.lulus else '**not met**'}." for satu in palang(hasil)),
        "",
        f"{mesin_ini()}.",
    )  # fmt: skip
    return "\n".join(baris)


def tulis(folder: Path, nama: str, isi: str) -> Path:
    """Write or replace the section ``nama``; the others stay."""
    berkas = folder / BERKAS
    lama = berkas.read_text(encoding="utf-8") if berkas.exists() else _KEPALA
    blok = f"<!-- {nama} -->\n{isi}\n<!-- /{nama} -->\n"
    pola = re.compile(rf"<!-- {nama} -->\n.*?<!-- /{nama} -->\n", re.DOTALL)
    baru = pola.sub(lambda _: blok, lama) if pola.search(lama) else f"{lama.rstrip()}\n\n{blok}"
    berkas.write_text(baru, encoding="utf-8")
    return berkas
