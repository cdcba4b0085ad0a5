"""Looking at files that came back: what they are, whose pages, signed electronically or not.

Slow (children read the files), so never inside a transaction; knows neither the database nor a request.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import BinaryIO

from kinerja.archive.jenis_berkas import JenisBerkas, kenali
from kinerja.documents.baca_kode import baca_kode
from kinerja.documents.gabung_foto import gabung_foto
from kinerja.documents.pratinjau import PratinjauGagal, periksa_pdf
from kinerja.documents.tanda_tangan.periksa import periksa_ttd
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.pindaian import Lembar
from kinerja.domain.tanda_tangan import HasilTtd, Verdict

MEDAN = "berkas"
_TANDA_TTD = (b"/ByteRange", b"/Sig")  # stands in the open: no packed stream holds a signature


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
    ttd: HasilTtd | None = None  # None where it is not signed electronically


def ambil(nama: str, aliran: BinaryIO, batas: int) -> Masukan:
    """Read a file of at most ``batas`` bytes that may be a returned document. Raises MasukanSalah."""
    if aliran.seek(0, os.SEEK_END) > batas:
        mb = batas // (1024 * 1024)
        saran = "Pindai ulang dengan resolusi 150–200 dpi, atau kirim fotonya dalam ukuran lebih kecil."
        raise MasukanSalah(f"Berkas terlalu besar: paling besar {mb} MB. {saran}", MEDAN)
    aliran.seek(0)
    jenis = kenali(aliran, nama, MEDAN)
    if jenis is not JenisBerkas.PDF and not jenis.gambar:
        raise MasukanSalah(
            f"Dokumen tertanda dikirim sebagai PDF atau foto (JPG, PNG), bukan {jenis.label}.", MEDAN
        )
    return Masukan(nama, aliran.read(), jenis)


def lihat_pdf(masukan: Masukan, akar: Sequence[bytes], pada: datetime) -> Terlihat:
    """A PDF: its signatures, its pages, their codes. Raises Kesalahan for what cannot be read.

    What acts when opened is refused in a scan; in a signed file it is kept, and shown as a warning.
    """
    ttd = None
    if any(tanda in masukan.isi for tanda in _TANDA_TTD):
        hasil = periksa_ttd(masukan.isi, akar, pada=pada)
        ttd = None if hasil.verdict is Verdict.TANPA else hasil
    if ttd is not None and ttd.verdict in (Verdict.BERUBAH, Verdict.RUSAK):
        halaman = _halaman_rusak(masukan, ttd)
    else:
        halaman = periksa_pdf(masukan.isi, tolak_aktif=ttd is None, medan=MEDAN)
    return Terlihat(masukan.nama, masukan.isi, _kode(masukan, halaman if ttd else 0), ttd=ttd)


def _halaman_rusak(masukan: Masukan, ttd: HasilTtd) -> int:
    """The page count of a file that will be refused anyway: its verdict is said before a lesser fault."""
    try:
        return periksa_pdf(masukan.isi, tolak_aktif=False, medan=MEDAN)
    except MasukanSalah:
        if ttd.verdict is Verdict.RUSAK and not ttd.tanda_tangan:
            raise  # no more than a broken file
        return 1


def _kode(masukan: Masukan, bertanda: int = 0) -> tuple[Lembar | None, ...]:
    """What each page says. ``bertanda``: the page count of a signed file, which need not be drawn."""
    try:
        terbaca = baca_kode(masukan.isi, str(masukan.jenis))
    except PratinjauGagal as gagal:
        if bertanda:  # its proof is the signature, not the pictures of its pages
            return (None,) * bertanda
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
