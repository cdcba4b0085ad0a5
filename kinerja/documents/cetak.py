"""Print a document: data → template → HTML → PDF bytes. Only the template runs in the web process.

A PDF that comes back was read again in the child: no letter is missing, none runs off the page, none is
smaller than 7 points, every typeface that draws a letter is embedded. Anything else is GagalCetak.
The same data gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from kinerja.documents.huruf import BERKAS, KELUARGA, karakter_tak_tercetak, sebut
from kinerja.documents.pekerja import BATAS_DETIK, Kolam, PekerjaGagal
from kinerja.documents.teks_tampak import teks_tampak
from kinerja.documents.templat import jadikan_html
from kinerja.domain.kesalahan import Kesalahan

KOLAM = Kolam()
_HURUF_DISEBUT = 5
_SEBAB = {
    "waktu": "Dokumen ini terlalu besar: pencetakan dihentikan karena belum selesai dalam {detik} detik.",
    "memori": "Dokumen ini terlalu besar: memori yang disediakan untuk mencetak tidak cukup.",
    "sibuk": "Beberapa dokumen lain sedang dicetak. Coba lagi sebentar lagi.",
    "mati": "Dokumen tidak dapat dicetak karena gangguan pada sistem. Laporkan kepada admin.",
    "sel": "Ada isi tabel yang terlalu panjang untuk satu halaman. Pendekkan isinya, atau bagi menjadi "
    "beberapa baris.",
    "hilang": "Sebagian tulisan tidak muat pada halaman, jadi dokumen tidak diterbitkan. "
    "Pendekkan isian yang sangat panjang.",
    "peringatan": "Dokumen tidak dapat dicetak dengan utuh. Laporkan kepada admin.",
}


class GagalCetak(Kesalahan):
    """No PDF was made. ``pesan`` is for the official; ``sebab`` and ``rincian`` are for the log."""

    def __init__(self, pesan: str, sebab: str, rincian: str = "") -> None:
        super().__init__(pesan)
        self.sebab = sebab
        self.rincian = rincian


@dataclass(frozen=True)
class HasilCetak:
    """A finished PDF: its bytes, its number of pages, the SHA-256 of the bytes in hex, its text layer."""

    pdf: bytes = field(repr=False)
    halaman: int
    sha256: str
    teks: str = field(default="", repr=False)


def cetak(
    nama_templat: str,
    data: object,
    *,
    penanda: Sequence[str] = (),
    bertanggal: datetime | None = None,
    batas_detik: float = BATAS_DETIK,
    kolam: Kolam = KOLAM,
) -> HasilCetak:
    """Print ``data`` (a dataclass or a dict of display values) with a template of ``templates/pdf/``.

    ``penanda`` are texts that must be found in the PDF; ``bertanggal`` is the moment written in its
    properties (of the frozen data, so that a reprint has the same bytes; without it a fixed one).

    Errors: GagalCetak.
    """
    return cetak_html(
        jadikan_html(f"pdf/{nama_templat}", data),
        penanda=penanda,
        bertanggal=bertanggal,
        batas_detik=batas_detik,
        kolam=kolam,
    )


def cetak_html(
    isi: str,
    *,
    penanda: Sequence[str] = (),
    bertanggal: datetime | None = None,
    batas_detik: float = BATAS_DETIK,
    kolam: Kolam = KOLAM,
) -> HasilCetak:
    """Print finished HTML; ``cetak`` is the way for everything that people typed."""
    _tolak_huruf_asing(teks_tampak(isi))
    pada = bertanggal or datetime(2000, 1, 1, tzinfo=UTC)
    kepala = {
        "html": isi,
        "penanda": list(penanda),
        "keluarga": KELUARGA,
        "berkas_huruf": sorted(BERKAS.values()),
        "lingkungan": {"SOURCE_DATE_EPOCH": str(int(pada.timestamp()))},
    }
    try:
        hasil, (pdf,) = kolam.jalankan("cetak", kepala, batas_detik=batas_detik)
    except PekerjaGagal as gagal:
        sebab = gagal.kepala.get("alasan", gagal.sebab)
        pesan = _SEBAB.get(sebab, _SEBAB["mati"]).format(detik=int(batas_detik))
        raise GagalCetak(pesan, sebab, gagal.rincian) from gagal
    return HasilCetak(pdf, hasil["halaman"], hashlib.sha256(pdf).hexdigest(), "\n".join(hasil["teks"]))


def _tolak_huruf_asing(teks: str) -> None:
    asing = karakter_tak_tercetak(teks)
    if not asing:
        return
    tempat = teks.index(asing[0])
    sekitar = " ".join(teks[max(0, tempat - 25) : tempat + 25].split())
    disebut = ", ".join(sebut(h) for h in asing[:_HURUF_DISEBUT])
    lainnya = f" dan {len(asing) - _HURUF_DISEBUT} lainnya" if len(asing) > _HURUF_DISEBUT else ""
    raise GagalCetak(
        f"Ada tanda yang tidak dapat dicetak: {disebut}{lainnya}, di dekat “{sekitar}”. "
        "Hapus atau ganti tanda itu.",
        "huruf",
        " ".join(f"U+{ord(h):04X}" for h in asing),
    )
