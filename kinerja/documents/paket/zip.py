"""The inspection pack as a zip: a file at a time to disk, with its index and its list of sha256.

The same items give the same bytes: fixed order, one fixed time, nothing of this machine. What is compressed
already is stored as it is, so that a newer compressor changes nothing.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from kinerja.domain.kesalahan import Kesalahan
from kinerja.domain.paket import Bagian, jalur_berkas

INDEKS = "index.html"
DAFTAR = "SHA256SUMS"
_TEKS = frozenset({"html", "csv", "txt", "jsonl"})
_HAK = 0o644 << 16
_UNIX = 3


class TakTerambil(Kesalahan):
    """One item cannot be put in; ``pesan`` says why, and the index says so."""


@dataclass(frozen=True)
class Butir:
    """One file to come. ``ambil`` gives its bytes when it is its turn; errors: Kesalahan.

    ``folder`` is a folder within the part; the words are shown on the index page.
    """

    bagian: Bagian
    nama: str
    akhiran: str
    judul: str
    ambil: Callable[[], bytes]
    nomor: str = ""
    tanggal: str = ""
    penanda: str = ""
    keterangan: str = ""
    folder: str = ""


@dataclass(frozen=True)
class Terisi:
    """An item that lies in the zip."""

    butir: Butir
    jalur: str
    sha256: str
    ukuran: int


@dataclass(frozen=True)
class Tertinggal:
    """An item that could not be put in, and why."""

    butir: Butir
    alasan: str


Indeks = Callable[[Sequence[Terisi], Sequence[Tertinggal]], bytes]


def tulis_zip(
    aliran: BinaryIO,
    butir: Sequence[Butir],
    indeks: Indeks,
    tahun: int,
    lapor: Callable[[int, str], None] = lambda _ke, _kata: None,
) -> tuple[list[Terisi], list[Tertinggal]]:
    """Write the whole pack. ``lapor(n, title)`` is told before item n (from 0) is made.

    What cannot be made is left out and named; OSError when the disk refuses.
    """
    ada: list[Terisi] = []
    tiada: list[Tertinggal] = []
    dipakai: set[str] = set()
    sidik: dict[str, str] = {}
    with zipfile.ZipFile(aliran, "w", allowZip64=True) as zip_:

        def taruh(jalur: str, isi: bytes) -> str:
            info = zipfile.ZipInfo(jalur, (tahun, 12, 31, 0, 0, 0))
            info.create_system, info.external_attr = _UNIX, _HAK
            teks = jalur.rpartition(".")[2] in _TEKS or jalur == DAFTAR
            info.compress_type = zipfile.ZIP_DEFLATED if teks else zipfile.ZIP_STORED
            zip_.writestr(info, isi)
            return hashlib.sha256(isi).hexdigest()

        for ke, satu in enumerate(butir):
            lapor(ke, satu.judul)
            try:
                isi = satu.ambil()
            except Kesalahan as salah:
                tiada.append(Tertinggal(satu, salah.pesan))
                continue
            folder = f"{satu.bagian}/{satu.folder}" if satu.folder else str(satu.bagian)
            jalur = jalur_berkas(folder, satu.nama, satu.akhiran, dipakai)
            dipakai.add(jalur)
            sidik[jalur] = taruh(jalur, isi)
            ada.append(Terisi(satu, jalur, sidik[jalur], len(isi)))
        lapor(len(butir), "Menulis halaman isi")
        sidik[INDEKS] = taruh(INDEKS, indeks(ada, tiada))
        taruh(DAFTAR, "".join(f"{sidik[j]}  {j}\n" for j in sorted(sidik)).encode("ascii"))
    return ada, tiada
