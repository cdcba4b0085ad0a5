"""Looking at files that came back: what they are, whose pages, signed electronically or not.

Slow (children read the files), so never inside a transaction; knows neither the database nor a request.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from kinerja.archive.jenis_berkas import JenisBerkas, kenali
from kinerja.documents.baca_kode import baca_kode
from kinerja.documents.gabung_foto import gabung_foto
from kinerja.documents.pratinjau import PratinjauGagal, periksa_pdf
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.pindaian import Lembar

MEDAN = "berkas"


@dataclass(frozen=True)
class Masukan:
    """One file as sent."""

    nama: str
    isi: bytes
    jenis: JenisBerkas


@dataclass(frozen=True)
class Terlihat:
    """What would go into the archive, and what was seen on its pages. ``foto``: what it was joined from."""

    nama: str
    isi: bytes
    bacaan: tuple[Lembar | None, ...]
    foto: tuple[Masukan, ...] = ()


def ambil(nama: str, aliran: BinaryIO) -> Masukan:
    """Read a file that may be a returned document. Raises MasukanSalah."""
    jenis = kenali(aliran, nama, MEDAN)
    if jenis is not JenisBerkas.PDF and not jenis.gambar:
        raise MasukanSalah(
            f"Dokumen tertanda dikirim sebagai PDF atau foto (JPG, PNG), bukan {jenis.label}.", MEDAN
        )
    return Masukan(nama, aliran.read(), jenis)


def lihat_pdf(masukan: Masukan) -> Terlihat:
    """A PDF: its pages and their codes. Raises MasukanSalah for what cannot be read."""
    periksa_pdf(masukan.isi, medan=MEDAN)
    return Terlihat(masukan.nama, masukan.isi, _kode(masukan))


def _kode(masukan: Masukan) -> tuple[Lembar | None, ...]:
    try:
        terbaca = baca_kode(masukan.isi, str(masukan.jenis))
    except PratinjauGagal as gagal:
        raise MasukanSalah(gagal.pesan, MEDAN) from gagal
    return tuple(Lembar(k.muatan.kode, k.muatan.halaman) if k.muatan else None for k in terbaca)


def baca_foto(masukan: Masukan) -> Lembar | None:
    """The code on a photograph. Raises MasukanSalah when it cannot be looked at."""
    return _kode(masukan)[0]


def jadikan_pdf(foto: Sequence[Masukan], bacaan: Sequence[Lembar | None]) -> Terlihat:
    """Photographs of pages as one file, in this order."""
    isi = gabung_foto([(satu.isi, str(satu.jenis)) for satu in foto])
    nama = f"{PurePath(foto[0].nama).stem or 'foto'}.pdf"
    return Terlihat(nama, isi, tuple(bacaan), tuple(foto))
