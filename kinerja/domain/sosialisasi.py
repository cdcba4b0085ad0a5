"""Sosialisasi of a draft (SOP steps 5 and 8): the answers of the invited posts and the words of the form."""

from __future__ import annotations

import re
from enum import StrEnum

from kinerja.domain.jabatan import Peran
from kinerja.domain.kesalahan import MasukanSalah

PANJANG_BARIS = 500
PANJANG_NASKAH = 20_000
MAKS_KOREKSI = 20


class Jawaban(StrEnum):
    """How an invited post answered; ``TANPA_JAWABAN`` is set at closing, its reason stands in the minutes."""

    SETUJU = "setuju"
    KOREKSI = "koreksi"
    TANPA_JAWABAN = "tanpa_jawaban"


NAMA_JAWABAN: dict[str, str] = {
    Jawaban.SETUJU: "Setuju",
    Jawaban.KOREKSI: "Koreksi",
    Jawaban.TANPA_JAWABAN: "Tanpa jawaban",
}

#: Posts ticked on a new invitation ("pejabat terkait"); the Sekretaris invites, so is not one of them.
PEJABAT_TERKAIT = frozenset({Peran.CAMAT, Peran.KASUBAG_UMUM, Peran.KASUBAG_PERENCANAAN, Peran.KASI})
#: Posts that can be invited at all.
DAPAT_DIUNDANG = PEJABAT_TERKAIT | {Peran.STAF}

#: Offered beside "bagian" of a correction; anything else may be typed.
BAGIAN_CONTOH = (
    "Angka target",
    "Angka realisasi",
    "Angka capaian",
    "Realisasi anggaran",
    "Faktor pendukung",
    "Hambatan",
    "Tindak lanjut",
    "Uraian dan simpulan",
)

PUKUL_AWAL = "09.00"
TEMPAT_AWAL = "Aula Kantor Camat"
AGENDA_PERIKSA = "Pemeriksaan hasil koreksi tanpa rapat"

_PUKUL = re.compile(r"([01]?[0-9]|2[0-3])(?:[.:]([0-5][0-9]))?")


def baca_pukul(teks: str, medan: str | None = None) -> str:
    """A time of day as ``09.00``; takes ``9``, ``9.00`` and ``09:00``. Raises ``MasukanSalah``."""
    cocok = _PUKUL.fullmatch(teks.strip()) if teks.isascii() else None
    if cocok is None:
        raise MasukanSalah("Tulis pukul dengan jam dan menit, misalnya 09.00 atau 13.30.", medan)
    return f"{int(cocok[1]):02d}.{cocok[2] or '00'}"


def agenda_awal(nama_periode: str) -> str:
    """The agenda proposed on a new invitation."""
    return f"Pembahasan draf laporan kinerja {nama_periode}"


def baca_teks(teks: str, kosong: str, medan: str | None, panjang: int = PANJANG_NASKAH) -> str:
    """A text that must be there, trimmed; ``kosong`` is the sentence said when it is not."""
    isi = teks.strip()
    if not isi:
        raise MasukanSalah(kosong, medan)
    if len(isi) > panjang:
        raise MasukanSalah(f"Paling panjang {panjang} tanda; sekarang {len(isi)}.", medan)
    return isi
