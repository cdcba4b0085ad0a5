"""The SOP sheet on paper: identity block, flow-chart matrix with mutu baku, signature block (A4 landscape).

Rows get the height their longest text needs, so the strip of arrows fits each row exactly and no text is
shrunk; where the matrix breaks over pages the arrows end and go on in lettered pentagons.
"""

from __future__ import annotations

import string
from dataclasses import dataclass
from datetime import datetime

from kinerja.documents.bagan_jalur import Jalur, jalur
from kinerja.documents.bagan_svg import Ukuran, data_uri, svg_cetak, svg_sambungan, tinggi_kata
from kinerja.documents.cetak import HasilCetak, cetak
from kinerja.documents.lembar_sop.bukti import BuktiPeriode, kata_baris
from kinerja.documents.lembar_sop.catatan import (
    CatatanCetak,
    perlu_dikonfirmasi,
    semua_catatan,
    semua_penegasan,
)
from kinerja.documents.lembar_sop.uraian import BarisUraian, uraian
from kinerja.documents.lipat import jumlah_baris
from kinerja.domain.sop import Identitas, Jenis, Langkah, Sop, TandaTangan

HURUF = 8.0
"""Points, the text of the matrix."""
BARIS = 10.4
"""Points from one line of text to the next: the typeface is 1.294 of its size high."""
HURUF_JUDUL = 7.5
BARIS_JUDUL = 9.8
SELA = 3.0
"""Points between a cell's text and its border."""
LEBAR = 765.0
"""Points: A4 landscape less margins of 13.5 mm."""
TINGGI_HALAMAN = 522.0
"""Points of a page, top to bottom, less a little room for borders."""
TINGGI_KODE = 26.0
"""What the foot of an issued sheet takes of it for the QR of its code."""
TINGGI_NAMA = 22.0
TINGGI_TANDA_TANGAN = 108.0
TINGGI_SAMBUNGAN = 22.0
BARIS_TERENDAH = 36.0
BARIS_RAPAT = 33.0
"""The lowest row of an issued sheet, so that the signature still stands under the matrix."""
BARIS_KEPUTUSAN = 48.0


@dataclass(frozen=True)
class KolomBagan:
    """Widths in points of the columns of the matrix; ``alur`` is that of one pelaksana."""

    no: float
    kegiatan: float
    alur: float
    kelengkapan: float
    waktu: float
    output: float
    ket: float


@dataclass(frozen=True)
class BarisCetak:
    """A row of the matrix: the langkah, its strip as an image address and the height in points."""

    langkah: Langkah
    gambar: str
    tinggi: float


@dataclass(frozen=True)
class HalamanBagan:
    """The rows of one page; the strips of pentagons are "" where the matrix does not break."""

    baris: tuple[BarisCetak, ...]
    sambungan_atas: str
    sambungan_bawah: str


@dataclass(frozen=True)
class LembarSop:
    """All that templates/pdf/lembar_sop.html prints; a dataclass of display values."""

    nama: str
    identitas: Identitas
    uraian: tuple[BarisUraian, ...]
    tanda_tangan: TandaTangan | None
    pelaksana: tuple[str, ...]
    kolom: KolomBagan
    lebar_alur: float
    tinggi_sambungan: float
    halaman: tuple[HalamanBagan, ...]
    tanda_tangan_sehalaman: bool
    perlu_dikonfirmasi: str
    catatan: tuple[CatatanCetak, ...]
    penegasan: tuple[CatatanCetak, ...]
    sebutan: str
    """What the foot of each page says of the sheet besides its name: its revision, or that it is a draft."""
    bukti: BuktiPeriode | None
    nomor: str = ""
    """Number and code of the issued document; empty for a print that is none."""
    kode: str = ""


def lembar_sop(
    sop: Sop,
    *,
    dengan_catatan: bool = True,
    revisi: int | None = None,
    rancangan: bool = False,
    bukti: BuktiPeriode | None = None,
    nomor: str = "",
    kode: str = "",
) -> LembarSop:
    """Return the sheet for printing; ``dengan_catatan`` adds a last page with the remarks beside it.

    With ``bukti`` it is evidence of one periode: how far each langkah is, under its symbol and in a table.
    """
    banyak = len(sop.pelaksana_semua)
    kolom = _kolom(banyak, 330.0 if bukti else 410.0)
    ukuran = Ukuran(lebar=min(46.0, kolom.alur * 0.66), tinggi=22, huruf=HURUF_JUDUL, tebal=0.9, panah=4.5)
    kata = kata_baris(bukti, kolom.alur)
    rendah = BARIS_RAPAT if kode else BARIS_TERENDAH
    baris = [(satu, _tinggi(satu.langkah, kolom, kata, ukuran, rendah)) for satu in jalur(sop)]
    muat = TINGGI_HALAMAN - (TINGGI_KODE if kode else 0) - TINGGI_NAMA - _tinggi_judul(sop, kolom)
    potong = _potong([tinggi for _satu, tinggi in baris], muat)
    lebar_alur = kolom.alur * banyak
    halaman = []
    for ke, (awal, akhir) in enumerate(potong):
        halaman.append(
            HalamanBagan(
                tuple(
                    BarisCetak(
                        satu.langkah,
                        data_uri(
                            svg_cetak(
                                satu,
                                banyak,
                                lebar_alur,
                                tinggi,
                                ukuran,
                                bukti.keadaan_langkah(satu.langkah.nomor) if bukti else None,
                                kata.get(satu.langkah.nomor, ()),
                            )
                        ),
                        tinggi,
                    )
                    for satu, tinggi in baris[awal:akhir]
                ),
                _sambungan(baris[awal - 1][0], ke - 1, banyak, lebar_alur, atas=True) if ke else "",
                _sambungan(baris[akhir - 1][0], ke, banyak, lebar_alur, atas=False)
                if akhir < len(baris)
                else "",
            )
        )
    awal, akhir = potong[-1]
    sisa = muat - sum(tinggi for _satu, tinggi in baris[awal:akhir])
    return LembarSop(
        nama=sop.nama,
        identitas=sop.identitas,
        uraian=uraian(sop.identitas),
        tanda_tangan=sop.tanda_tangan,
        pelaksana=tuple(satu.nama for satu in sop.pelaksana_semua),
        kolom=kolom,
        lebar_alur=lebar_alur,
        tinggi_sambungan=TINGGI_SAMBUNGAN,
        halaman=tuple(halaman),
        tanda_tangan_sehalaman=sisa >= TINGGI_TANDA_TANGAN,
        perlu_dikonfirmasi=perlu_dikonfirmasi(sop),
        catatan=semua_catatan(sop) if dengan_catatan else (),
        penegasan=semua_penegasan(sop) if dengan_catatan else (),
        sebutan="rancangan, belum disahkan" if rancangan else f"revisi {revisi}" if revisi else "",
        bukti=bukti,
        nomor=nomor,
        kode=kode,
    )


def cetak_lembar_sop(
    sop: Sop,
    *,
    dengan_catatan: bool = True,
    bertanggal: datetime | None = None,
    revisi: int | None = None,
    rancangan: bool = False,
    bukti: BuktiPeriode | None = None,
    nomor: str = "",
    kode: str = "",
) -> HasilCetak:
    """Print the sheet; GagalCetak when it cannot be printed whole."""
    data = lembar_sop(
        sop,
        dengan_catatan=dengan_catatan,
        revisi=revisi,
        rancangan=rancangan,
        bukti=bukti,
        nomor=nomor,
        kode=kode,
    )
    tanda = tuple(satu for satu in (sop.nama, nomor, kode) if satu)
    return cetak("lembar_sop.html", data, penanda=tanda, bertanggal=bertanggal)


def _kolom(banyak: int, teks: float) -> KolomBagan:
    """Share the width: 62 points a pelaksana (more where the texts need less than ``teks``)."""
    lebar = 80.0 if teks < LEBAR / 2 else 62.0 if banyak > 4 else 76.0
    alur = max(46.0, min(lebar, (LEBAR - teks) / banyak))
    sisa = LEBAR - 24.0 - alur * banyak
    return KolomBagan(
        no=24.0,
        kegiatan=sisa * 0.35,
        alur=alur,
        kelengkapan=sisa * 0.27,
        waktu=sisa * 0.12,
        output=sisa * 0.16,
        ket=sisa * 0.10,
    )


def _tinggi(
    langkah: Langkah, kolom: KolomBagan, kata: dict[int, tuple[str, ...]], ukuran: Ukuran, rendah: float
) -> float:
    """Return the height in points the longest text of a row needs, at least that of its symbol."""
    isi = (
        (langkah.kegiatan, kolom.kegiatan),
        (langkah.kelengkapan_tertulis, kolom.kelengkapan),
        (langkah.waktu_tertulis, kolom.waktu),
        (langkah.output_tertulis, kolom.output),
        (langkah.ket_tertulis, kolom.ket),
    )
    baris = max(jumlah_baris(teks, lebar - 2 * SELA - 0.5, HURUF) for teks, lebar in isi)
    terendah = BARIS_KEPUTUSAN if langkah.jenis is Jenis.KEPUTUSAN else rendah
    dalam = tinggi_kata(len(kata.get(langkah.nomor, ())), ukuran)
    return max(terendah, baris * BARIS + 2 * SELA + 6, dalam)


def _tinggi_judul(sop: Sop, kolom: KolomBagan) -> float:
    """Return the height in points of the two heading rows; the names of the columns may take many lines."""
    baris = max(
        jumlah_baris(satu.nama, kolom.alur - 5, HURUF_JUDUL, tebal=True) for satu in sop.pelaksana_semua
    )
    return (baris * BARIS_JUDUL + 8) + (BARIS + 8)


def _potong(tinggi: list[float], muat: float) -> list[tuple[int, int]]:
    """Cut the rows into pages of ``muat`` points: pairs of first row and the row after the last."""
    if sum(tinggi) <= muat:
        return [(0, len(tinggi))]
    muat -= 2 * TINGGI_SAMBUNGAN
    hasil, awal, terisi = [], 0, 0.0
    for ke, satu in enumerate(tinggi):
        if ke > awal and terisi + satu > muat:
            hasil.append((awal, ke))
            awal, terisi = ke, 0.0
        terisi += satu
    return [*hasil, (awal, len(tinggi))]


def _sambungan(sebelum: Jalur, ke: int, banyak: int, lebar: float, *, atas: bool) -> str:
    """Draw the pentagons of the ``ke``-th break, after the row ``sebelum``, lettered A, B, … within it."""
    huruf = string.ascii_uppercase[: len(sebelum.lewat_bawah)]
    tanda = tuple(f"{satu}{ke + 1}" for satu in huruf)
    gambar = svg_sambungan(
        sebelum.lewat_bawah, tanda, atas=atas, kolom=banyak, lebar=lebar, tinggi=TINGGI_SAMBUNGAN
    )
    return data_uri(gambar)
