"""``kinerja bench pdf``: our report beside one written by hand for ReportLab and beside plain xhtml2pdf.

Engines take turns, each print in a process of its own that has printed before. Counted are CPU seconds of
that process; compared is the least of each, because what else a machine does can only add to it. Clocks of
shared machines differ, so the bars are ratios.
"""

from __future__ import annotations

import json
import math
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

JUMLAH = (10, 100, 300, 1000)
DINILAI = (100, 300, 1000)
BATAS_RASIO = 1.8
BATAS_TUMBUH = 1.05
BATAS_MEMORI = 150
_PUTARAN = 3
_ULANG = 2


@dataclass
class Ukuran:
    """What one engine cost at one size."""

    detik: list[float] = field(default_factory=list)
    baca: list[float] = field(default_factory=list)
    halaman: int = 0
    bita: int = 0
    memori: float = 0.0

    @property
    def cetak(self) -> float:
        """Least CPU seconds of a print."""
        return min(self.detik)

    @property
    def ulang_baca(self) -> float:
        """Least CPU seconds of reading it back; 0 for an engine that does not."""
        return min(self.baca, default=0.0)

    @property
    def penuh(self) -> float:
        """CPU seconds of a print together with reading it back."""
        return self.cetak + self.ulang_baca


Hasil = dict[tuple[str, int], Ukuran]


@dataclass(frozen=True)
class Palang:
    """A bar and whether it holds."""

    nama: str
    nilai: float
    batas: float
    angka: str = ".2f"

    @property
    def lulus(self) -> bool:
        """Is the value within the bar."""
        return self.nilai <= self.batas

    def __str__(self) -> str:
        tanda = "lulus" if self.lulus else "TIDAK LULUS"
        return f"{self.nama}: {self.nilai:{self.angka}} (batas {self.batas:g}) {tanda}"


def ukur_semua(
    lapor: Callable[[str], None],
    *,
    jumlah: tuple[int, ...] = JUMLAH,
    putaran: int = _PUTARAN,
    polos: bool = True,
) -> Hasil:
    """Measure every engine at every size; ``lapor`` gets a line of progress before each."""
    hasil: Hasil = {}
    for putar in range(1, putaran + 1):
        for n in jumlah:
            for mesin in ("kami", "tangan") if putar % 2 else ("tangan", "kami"):
                lapor(f"putaran {putar} dari {putaran}: {mesin}, {n} baris")
                _catat(hasil, mesin, n, _jalankan(mesin, n, _ULANG))
    if polos:
        lapor(f"xhtml2pdf polos, {max(jumlah)} baris (kira-kira satu menit)")
        _catat(hasil, "polos", max(jumlah), _jalankan("polos", max(jumlah), 1))
    return hasil


def _jalankan(mesin: str, jumlah: int, ulang: int) -> dict[str, Any]:
    keluar = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "kinerja.bench.anak_pdf", mesin, str(jumlah), str(ulang)],
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"},
    ).stdout
    jawab: dict[str, Any] = json.loads(keluar.splitlines()[-1])
    return jawab


def _catat(hasil: Hasil, mesin: str, jumlah: int, jawab: dict[str, Any]) -> None:
    satu = hasil.setdefault((mesin, jumlah), Ukuran())
    satu.detik.extend(jawab["detik"])
    satu.baca.extend(jawab["baca"])
    satu.halaman, satu.bita = jawab["halaman"], jawab["bita"]
    satu.memori = max(satu.memori, jawab["memori"])


def tumbuh(hasil: Hasil, mesin: str) -> float:
    """The exponent k of n^k between the smallest and the largest size that are judged."""
    awal, akhir = min(DINILAI), max(DINILAI)
    return math.log(hasil[mesin, akhir].penuh / hasil[mesin, awal].penuh) / math.log(akhir / awal)


def palang(hasil: Hasil) -> list[Palang]:
    """Every bar with its value."""
    return [
        *(
            Palang(
                f"kami / ReportLab tulisan tangan, {n} baris",
                hasil["kami", n].penuh / hasil["tangan", n].cetak,
                BATAS_RASIO,
            )
            for n in DINILAI
        ),
        Palang("pertumbuhan 100 → 1000 baris, pangkat", tumbuh(hasil, "kami"), BATAS_TUMBUH),
        Palang("memori puncak, MB", max(hasil["kami", n].memori for n in DINILAI), BATAS_MEMORI, ".0f"),
    ]


def tabel(hasil: Hasil) -> list[str]:
    """The table in plain text, also valid Markdown."""
    baris = [
        "| rows | ours, CPU s | of it reading back | by hand, CPU s | ours / by hand | without reading back "
        "| pages | KB | peak MB |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for n in sorted({n for _, n in hasil}):
        kami, tangan = hasil["kami", n], hasil["tangan", n]
        baris.append(
            f"| {n} | {kami.penuh:.2f} | {kami.ulang_baca:.2f} | {tangan.cetak:.2f} "
            f"| {kami.penuh / tangan.cetak:.2f} | {kami.cetak / tangan.cetak:.2f} "
            f"| {kami.halaman}, {tangan.halaman} "
            f"| {kami.bita / 1000:.0f}, {tangan.bita / 1000:.0f} | {kami.memori:.0f}, {tangan.memori:.0f} |"
        )
    return baris


def ringkasan(hasil: Hasil) -> list[str]:
    """Growth and plain xhtml2pdf, a sentence each."""
    baris = [
        f"Growth 100 → 1000 rows: ours n^{tumbuh(hasil, 'kami'):.2f}, "
        f"by hand n^{tumbuh(hasil, 'tangan'):.2f}."
    ]
    besar = max(DINILAI)
    if ("polos", besar) in hasil:
        polos = hasil["polos", besar]
        baris.append(
            f"Plain xhtml2pdf at {besar} rows: {polos.cetak:.1f} CPU s, "
            f"{polos.cetak / hasil['tangan', besar].cetak:.1f} × by hand, "
            f"{polos.cetak / hasil['kami', besar].penuh:.1f} × ours; {polos.halaman} pages, "
            f"peak {polos.memori:.0f} MB."
        )
    return baris


def mesin_ini() -> str:
    """Where it was measured, as far as ratios want to know."""
    paket = ", ".join(f"{nama} {version(nama)}" for nama in ("xhtml2pdf", "reportlab", "pypdfium2"))
    return f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()}; {paket}"
