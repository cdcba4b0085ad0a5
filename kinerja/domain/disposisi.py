"""Disposisi: its fixed words, and who may send one to whom."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Sifat(StrEnum):
    BIASA = "biasa"
    SEGERA = "segera"
    SANGAT_SEGERA = "sangat_segera"
    RAHASIA = "rahasia"


NAMA_SIFAT: dict[Sifat, str] = {
    Sifat.BIASA: "Biasa",
    Sifat.SEGERA: "Segera",
    Sifat.SANGAT_SEGERA: "Sangat Segera",
    Sifat.RAHASIA: "Rahasia",
}

# The ticks of "Dengan hormat harap" on the paper form.
INSTRUKSI = (
    "Tanggapan dan saran",
    "Proses lebih lanjut",
    "Koordinasi/konfirmasikan",
    "Siapkan data",
    "Hadiri/wakili",
    "Arsipkan",
)


class Hasil(StrEnum):
    """How a branch ended."""

    SELESAI = "selesai"
    TANPA_TINDAK_LANJUT = "tanpa_tindak_lanjut"


NAMA_HASIL: dict[Hasil, str] = {
    Hasil.SELESAI: "Selesai",
    Hasil.TANPA_TINDAK_LANJUT: "Tidak perlu tindak lanjut",
}


def bawahan(jabatan_id: int, atasan: Mapping[int, int | None]) -> frozenset[int]:
    """Every post below ``jabatan_id``; ``atasan`` maps each post to its superior. Safe against loops."""
    hasil: set[int] = set()
    lapis = {jabatan_id}
    while lapis:
        lapis = {j for j, a in atasan.items() if a in lapis and j not in hasil and j != jabatan_id}
        hasil |= lapis
    return frozenset(hasil)
