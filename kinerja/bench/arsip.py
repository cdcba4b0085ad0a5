"""``kinerja bench arsip``: a full check and the search of an archive, beside plain sha256 and beside LIKE.

Archives of three sizes, each in processes of their own. Compared are CPU times of the same run, as ratios:
clocks of shared machines differ.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kinerja.bench.pdf import Palang

JUMLAH = 10_000
BATAS_TUMBUH = 0.1  # exponent of the check's time, smallest to largest archive, above that of plain sha256
BATAS_SHA = 8.0  # the check / sha256 of the same (small) files
BATAS_MEMORI = 40  # MB that the check adds to the process
BATAS_CARI = 0.8  # p95 of the search / the same words by LIKE
BATAS_HALAMAN = 3.0  # p95 of the archive's page, the largest archive / the smallest
TUMPUL_MS = 1.0  # quicker than this nothing is worth comparing

Hasil = dict[int, dict[str, Any]]


def ukuran(jumlah: int) -> tuple[int, int, int]:
    """A tenth, three tenths, all."""
    return max(1, jumlah // 10), max(2, 3 * jumlah // 10), max(3, jumlah)


def ukur_semua(lapor: Callable[[str], None], jumlah: int = JUMLAH) -> Hasil:
    """Build and measure every size; ``lapor`` gets a line before each step."""
    hasil: Hasil = {}
    for n in ukuran(jumlah):
        with tempfile.TemporaryDirectory(prefix="kinerja-bench-") as folder:
            hasil[n] = {}
            for kata, kerja in LANGKAH:
                lapor(f"{n} dokumen: {kata}")
                hasil[n].update(_anak(kerja, Path(folder), n))
    return hasil


LANGKAH = (
    ("menyusun arsip buatan", "bangun"),
    ("memeriksa seluruhnya dan sha256 saja", "periksa"),
    ("mencari", "cari"),
    ("membuka halaman arsip", "halaman"),
    ("membalik satu bit di beberapa berkas", "balik"),
)


def _anak(kerja: str, folder: Path, jumlah: int) -> dict[str, Any]:
    keluar = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "kinerja.bench.anak_arsip", kerja, str(folder), str(jumlah)],
        stdout=subprocess.PIPE,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"},
    ).stdout
    jawab: dict[str, Any] = json.loads(keluar.splitlines()[-1])
    return jawab


def p95(detik: list[float]) -> float:
    """The 95th percentile."""
    urut = sorted(detik)
    return urut[max(0, math.ceil(0.95 * len(urut)) - 1)]


def tumbuh(hasil: Hasil, apa: str) -> float:
    """The exponent k of n^k between the smallest and the largest archive."""
    awal, akhir = min(hasil), max(hasil)
    return math.log(hasil[akhir][apa] / hasil[awal][apa]) / math.log(akhir / awal)


def palang(hasil: Hasil) -> list[Palang]:
    """Every bar with its value."""
    awal, akhir = hasil[min(hasil)], hasil[max(hasil)]
    luput = sum(satu["luput"] + satu["keliru"] for satu in hasil.values())
    return [
        Palang(
            "pertumbuhan waktu verify, pangkat di atas sha256 saja",
            tumbuh(hasil, "verify") - tumbuh(hasil, "sha"),
            BATAS_TUMBUH,
        ),
        Palang("verify / sha256 saja, arsip terbesar", akhir["verify"] / akhir["sha"], BATAS_SHA),
        Palang("memori tambahan verify, MB", akhir["memori"], BATAS_MEMORI, ".0f"),
        Palang(
            "pencarian / LIKE, p95, arsip terbesar",
            akhir["cari_p95"] / max(akhir["like_p95"], TUMPUL_MS),
            BATAS_CARI,
        ),
        Palang(
            "halaman arsip, p95, terbesar / terkecil",
            akhir["halaman_p95"] / max(awal["halaman_p95"], TUMPUL_MS),
            BATAS_HALAMAN,
        ),
        Palang("bit terbalik yang tidak disebut, atau keliru disebut", luput, 0, ".0f"),
    ]


def tabel(hasil: Hasil) -> list[str]:
    """The table in plain text, also valid Markdown."""
    baris = [
        "| documents | files | MB | verify, CPU s | plain sha256, CPU s | ratio | added MB "
        "| search p50, p95 CPU ms "
        "| LIKE p50, p95 CPU ms | archive page p50, p95 CPU ms | bits flipped, named |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for n, h in sorted(hasil.items()):
        baris.append(
            f"| {n} | {h['berkas']} | {h['bita'] / 1e6:.0f} | {h['verify']:.2f} | {h['sha']:.2f} "
            f"| {h['verify'] / h['sha']:.1f} | {h['memori']:.0f} | {h['cari_p50']:.1f}, {h['cari_p95']:.1f} "
            f"| {h['like_p50']:.1f}, {h['like_p95']:.1f} | {h['halaman_p50']:.0f}, {h['halaman_p95']:.0f} "
            f"| {h['dibalik']}, {h['dibalik'] - h['luput']} |"
        )
    return baris


def ringkasan(hasil: Hasil) -> list[str]:
    """Growth in a sentence each."""
    awal, akhir = min(hasil), max(hasil)
    return [
        f"Growth {awal} → {akhir} documents: verify n^{tumbuh(hasil, 'verify'):.2f}, "
        f"plain sha256 n^{tumbuh(hasil, 'sha'):.2f}, search p95 n^{tumbuh(hasil, 'cari_p95'):.2f}, "
        f"LIKE p95 n^{tumbuh(hasil, 'like_p95'):.2f}, archive page p95 n^{tumbuh(hasil, 'halaman_p95'):.2f}.",
        f"A full check of the largest took {hasil[akhir]['verify_jam']:.1f} s by the clock.",
    ]
