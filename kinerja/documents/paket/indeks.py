"""The first page of an inspection pack: what lies in it, by part, readable from a disk without a network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.documents.paket.zip import Terisi, Tertinggal
from kinerja.documents.templat import jadikan_html
from kinerja.domain.paket import Bagian

_KB, _MB = 1000, 1_000_000


@dataclass(frozen=True)
class BarisIndeks:
    """A file as a row; ``alamat`` is its path, which needs no quoting."""

    alamat: str
    judul: str
    nomor: str
    tanggal: str
    penanda: str
    keterangan: str
    ukuran: str
    sha256: str


@dataclass(frozen=True)
class BagianIndeks:
    kunci: str
    judul: str
    kosong: str
    baris: tuple[BarisIndeks, ...]


@dataclass(frozen=True)
class KepalaPaket:
    """Of which office and year, as of which day (in words), and the head of the audit chain then."""

    kantor: str
    tahun: int
    keadaan: str
    kepala_seq: int
    kepala_hash: str


def indeks_html(kepala: KepalaPaket, ada: Sequence[Terisi], tiada: Sequence[Tertinggal]) -> bytes:
    """The page as UTF-8."""
    bagian = tuple(
        BagianIndeks(str(b), b.judul, b.kosong, tuple(_baris(t) for t in ada if t.butir.bagian is b))
        for b in Bagian
    )
    data = {
        "kepala": kepala,
        "bagian": bagian,
        "jumlah": len(ada),
        "tertinggal": [(t.butir.judul, t.butir.bagian.judul, t.alasan) for t in tiada],
    }
    return jadikan_html("pdf/paket_indeks.html", data).encode()


def _baris(t: Terisi) -> BarisIndeks:
    b = t.butir
    return BarisIndeks(
        t.jalur, b.judul, b.nomor, b.tanggal, b.penanda, b.keterangan, tulis_ukuran(t.ukuran), t.sha256
    )


def tulis_ukuran(byte: int) -> str:
    """ "820 kB", "1,4 MB"."""
    if byte < _MB:
        return f"{max(1, round(byte / _KB))} kB"
    return f"{byte / _MB:.1f} MB".replace(".", ",")
