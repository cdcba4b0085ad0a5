"""Disposisi: its fixed words, and who may send one to whom."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

from kinerja.domain.jabatan import KEPALA_UNIT, Peran
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.sop import Halaman

PANJANG_BARIS = 500
PANJANG_TEKS = 20_000


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
SIAPKAN_DATA = "Siapkan data"
INSTRUKSI = (
    "Tanggapan dan saran",
    "Proses lebih lanjut",
    "Koordinasi/konfirmasikan",
    SIAPKAN_DATA,
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

# To which roles the disposisi of a step goes (design.md, steps 1, 6 and 7): the heads of subbag and seksi
# are asked for data and get their share of the work; the composed draft is passed to the Sekretaris.
PENERIMA_LANGKAH: dict[Halaman, frozenset[Peran]] = {
    Halaman.KUMPULKAN: KEPALA_UNIT,
    Halaman.REKAP_SEMESTER: KEPALA_UNIT,
    Halaman.SUSUN_SEMESTER: frozenset({Peran.SEKRETARIS}),
}
_BUKAN_ADMIN = frozenset(Peran) - {Peran.ADMIN}


def bawahan(jabatan_id: int, atasan: Mapping[int, int | None]) -> frozenset[int]:
    """Every post below ``jabatan_id``; ``atasan`` maps each post to its superior. Safe against loops."""
    hasil: set[int] = set()
    lapis = {jabatan_id}
    while lapis:
        lapis = {j for j, a in atasan.items() if a in lapis and j not in hasil and j != jabatan_id}
        hasil |= lapis
    return frozenset(hasil)


def peran_penerima(halaman: Halaman | None) -> frozenset[Peran]:
    """The roles a step's disposisi may go to; a step of another sheet: any post but the admin's."""
    return PENERIMA_LANGKAH.get(halaman, _BUKAN_ADMIN) if halaman is not None else _BUKAN_ADMIN


def pemberi_bebas(
    jabatan_id: Sequence[int], penerima: Collection[int], atasan: Mapping[int, int | None]
) -> int | None:
    """The first of a person's posts that stands above every recipient; None: not down the structure."""
    return next((j for j in jabatan_id if set(penerima) <= bawahan(j, atasan)), None)


def periksa_isi(hal: str, instruksi: Sequence[str], baris: Mapping[str, str], catatan: str) -> None:
    """Refuse a slip without hal, with an unknown instruction, or with a text too long.

    ``baris`` are the other one-line fields by their form name.
    """
    if not hal.strip():
        raise MasukanSalah("Isi hal disposisi.", "hal")
    for medan, teks in {"hal": hal, **baris}.items():
        if len(teks) > PANJANG_BARIS:
            raise MasukanSalah(f"Paling panjang {PANJANG_BARIS} tanda.", medan)
    periksa_teks(catatan, "catatan")
    if not set(instruksi) <= set(INSTRUKSI):
        raise MasukanSalah("Pilih instruksi dari daftar.", "instruksi")


def periksa_teks(teks: str, medan: str) -> None:
    """Refuse a narrative that is too long for its field."""
    if len(teks) > PANJANG_TEKS:
        raise MasukanSalah(f"Paling panjang {PANJANG_TEKS} tanda.", medan)


def periksa_penerima(penerima: Sequence[int]) -> None:
    """At least one recipient, nobody twice."""
    if not penerima:
        raise MasukanSalah("Pilih paling sedikit satu penerima.", "penerima")
    if len(set(penerima)) != len(penerima):
        raise MasukanSalah("Satu jabatan dipilih dua kali.", "penerima")
