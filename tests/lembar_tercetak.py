"""The office's own paper (tests/data, letter by letter), read cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

KERTAS = Path(__file__).parent / "data" / "sop-pengumpulan-data-kinerja.txt"


@dataclass(frozen=True)
class BarisTercetak:
    """A row of the matrix without its lost symbols."""

    nomor: str
    kegiatan: str
    kelengkapan: str
    waktu: str
    output: str
    ket: str


def sel_tercetak() -> tuple[list[str], list[str], list[BarisTercetak]]:
    """The words of the identity block and the signature, the headings of the matrix, its rows."""
    teks = KERTAS.read_text(encoding="utf-8")
    atas, _, bawah = teks.partition("No\tKegiatan")
    matriks, _, tanda = f"No\tKegiatan{bawah}".partition("Koto XI Tarusan, 08")
    baris = [satu for satu in matriks.splitlines() if satu.strip()]
    judul = [sel for satu in baris[:2] for sel in satu.split("\t") if sel.strip()]
    isi = []
    for satu in baris[2:]:
        sel = satu.split("\t")
        isi.append(BarisTercetak(sel[0], sel[1], sel[7], sel[8], sel[9], sel[10] if len(sel) > 10 else ""))
    identitas = [
        kata
        for satu in (*atas.splitlines(), *f"Koto XI Tarusan, 08{tanda}".splitlines())
        for sel in satu.split("\t")
        for kata in _bagian(sel.strip())
    ]
    return identitas, judul, isi


def _bagian(sel: str) -> list[str]:
    """A cell of many items in its items: on paper each has its line; and name, post, NIP of the one cell."""
    if sel.startswith("Camat Koto XI Tarusan NUBLATI"):
        return ["Camat Koto XI Tarusan", "NUBLATI, SE, M.Si", "1969024199003 2 002"]
    for nomor in ("1. ", " 2. ", " 3. "):
        sel = sel.replace(nomor, "\n") if sel[:3] == "1. " or "\n" in sel else sel
    return [satu.strip() for satu in sel.split("\n") if satu.strip()]
