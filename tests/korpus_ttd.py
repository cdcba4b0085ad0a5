"""Signed files good and bad, each with the verdict it deserves (reliability.md §4.4)."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import timedelta
from functools import cache

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from kinerja.domain.tanda_tangan import Verdict
from tests.penanda_uji import SAAT, p12, penerbit, tanda_tangani

SAH, BERUBAH, ASING, RUSAK, TANPA = (
    Verdict.SAH,
    Verdict.BERUBAH,
    Verdict.TIDAK_DIPERCAYA,
    Verdict.RUSAK,
    Verdict.TANPA,
)


@cache
def polos(tanda: str = "asli") -> bytes:
    """Two plain pages."""
    keluar = io.BytesIO()
    kanvas = Canvas(keluar, invariant=True)
    kanvas.setTitle("Laporan uji")
    for halaman in (1, 2):
        kanvas.drawString(72, 720, f"Realisasi {tanda} 87,50 halaman {halaman}")
        kanvas.showPage()
    kanvas.save()
    return keluar.getvalue()


@cache
def baik() -> bytes:
    return tanda_tangani(polos())


def ubah(isi: bytes, cara: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    tulis = IncrementalPdfFileWriter(io.BytesIO(isi))
    cara(tulis)
    keluar = io.BytesIO()
    tulis.write(keluar)
    return keluar.getvalue()


def ganti_halaman(isi: bytes) -> bytes:
    """An incremental update that puts other words on page 1."""

    def cara(tulis: IncrementalPdfFileWriter) -> None:
        halaman = tulis.root["/Pages"]["/Kids"][0]
        halaman["/Contents"] = tulis.add_object(
            generic.StreamObject(stream_data=b"BT /F1 12 Tf 72 720 Td (Realisasi 99,99) Tj ET")
        )
        tulis.update_container(halaman)

    return ubah(isi, cara)


def tambah_catatan(isi: bytes) -> bytes:
    """A note of a viewer upon page 1."""

    def cara(tulis: IncrementalPdfFileWriter) -> None:
        halaman = tulis.root["/Pages"]["/Kids"][0]
        catatan = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/FreeText"),
                pdf_name("/Rect"): generic.ArrayObject(map(generic.NumberObject, (72, 700, 300, 740))),
                pdf_name("/Contents"): pdf_string("99,99"),
                pdf_name("/DA"): pdf_string("/Helv 12 Tf 0 g"),
            }
        )
        lama = halaman.get("/Annots", generic.ArrayObject())
        halaman["/Annots"] = generic.ArrayObject([*lama, tulis.add_object(catatan)])
        tulis.update_container(halaman)

    return ubah(isi, cara)


def tambah_halaman(isi: bytes) -> bytes:
    def cara(tulis: IncrementalPdfFileWriter) -> None:
        semua = tulis.root["/Pages"]
        baru = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Page"),
                pdf_name("/Parent"): tulis.root.raw_get("/Pages"),
                pdf_name("/MediaBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842))),
                pdf_name("/Resources"): generic.DictionaryObject(),
            }
        )
        semua["/Kids"].append(tulis.add_object(baru))
        semua["/Count"] = generic.NumberObject(len(semua["/Kids"]))
        tulis.update_container(semua["/Kids"])
        tulis.update_container(semua)

    return ubah(isi, cara)


def ganti_judul(isi: bytes) -> bytes:
    def cara(tulis: IncrementalPdfFileWriter) -> None:
        info = generic.DictionaryObject({pdf_name("/Title"): pdf_string("Judul lain")})
        tulis.set_info(tulis.add_object(info))

    return ubah(isi, cara)


def beri_skrip(isi: bytes) -> bytes:
    """JavaScript that runs when the file is opened."""

    def cara(tulis: IncrementalPdfFileWriter) -> None:
        tulis.root["/OpenAction"] = generic.DictionaryObject(
            {pdf_name("/S"): pdf_name("/JavaScript"), pdf_name("/JS"): pdf_string("app.alert(1)")}
        )
        tulis.update_root()

    return ubah(isi, cara)


def beri_dss(isi: bytes) -> bytes:
    """Validation data behind the signature, as signing services add it (PAdES B-LT)."""
    keluar = io.BytesIO(isi)
    DocumentSecurityStore.add_dss(keluar, None, certs=[Certificate.load(penerbit().der)])
    return keluar.getvalue()


def bayangan() -> bytes:
    """Shadow hide: a page covers its true content when signed, and the cover is taken off afterwards."""

    def tutupi(tulis: IncrementalPdfFileWriter) -> None:
        halaman = tulis.root["/Pages"]["/Kids"][0]
        lama = halaman.raw_get("/Contents")
        putih = tulis.add_object(generic.StreamObject(stream_data=b"1 g 0 0 595 842 re f"))
        halaman["/Contents"] = generic.ArrayObject([lama, putih])
        tulis.update_container(halaman)

    def buka(tulis: IncrementalPdfFileWriter) -> None:
        halaman = tulis.root["/Pages"]["/Kids"][0]
        halaman["/Contents"] = generic.ArrayObject([halaman["/Contents"].raw_get(0)])
        tulis.update_container(halaman)

    return ubah(tanda_tangani(ubah(polos(), tutupi)), buka)


def balik(isi: bytes, tempat: int) -> bytes:
    """One bit turned at a place."""
    return isi[:tempat] + bytes([isi[tempat] ^ 1]) + isi[tempat + 1 :]


def kosongkan_isi(isi: bytes) -> bytes:
    """The signature itself written over with zeros."""
    return re.sub(
        rb"/Contents <[0-9a-fA-F]+>", lambda m: b"/Contents <" + b"0" * (len(m[0]) - 12) + b">", isi
    )


def tanpa_rentang(isi: bytes) -> bytes:
    return isi.replace(b"/ByteRange", b"/ByteRang_")


def tulis_ulang(isi: bytes, *, putar: bool = False) -> bytes:
    """All objects written anew, as a signing service does that opens and saves the file."""
    tulis = copy_into_new_writer(PdfFileReader(io.BytesIO(isi), strict=False))
    keluar = io.BytesIO()
    tulis.write(keluar)
    return keluar.getvalue()


def terkunci() -> bytes:
    tulis = PdfWriter(clone_from=io.BytesIO(polos()))
    tulis.encrypt("rahasia", algorithm="RC4-128")
    keluar = io.BytesIO()
    tulis.write(keluar)
    return keluar.getvalue()


def _lain() -> bytes:
    return p12("Sekretaris Contoh", ke=2)


KORPUS: dict[str, tuple[Callable[[], bytes], Verdict]] = {
    "baik": (baik, SAH),
    "dikunci rapat": (lambda: tanda_tangani(polos(), izin=MDPPerm.NO_CHANGES), SAH),
    "dua tanda tangan": (
        lambda: tanda_tangani(baik(), _lain(), medan="Kedua", kotak=(50, 50, 200, 100)),
        SAH,
    ),
    "data pemeriksaan ditambahkan": (lambda: beri_dss(baik()), SAH),
    "skrip di dalamnya sebelum ditandatangani": (lambda: tanda_tangani(beri_skrip(polos())), SAH),
    "halaman diganti": (lambda: ganti_halaman(baik()), BERUBAH),
    "halaman diganti di antara dua tanda tangan": (
        lambda: tanda_tangani(ganti_halaman(baik()), _lain(), medan="Kedua", kotak=(50, 50, 200, 100)),
        BERUBAH,
    ),
    "catatan ditambahkan": (lambda: tambah_catatan(baik()), BERUBAH),
    "halaman ditambahkan": (lambda: tambah_halaman(baik()), BERUBAH),
    "skrip ditambahkan": (lambda: beri_skrip(baik()), BERUBAH),
    "penutup dibuka": (bayangan, BERUBAH),
    "byte di belakang": (lambda: baik() + b"x" * 100, BERUBAH),
    "baris kosong di belakang": (lambda: baik() + b"\n", BERUBAH),
    "byte di belakang data pemeriksaan": (lambda: beri_dss(baik()) + b"x", BERUBAH),
    "judul diganti": (lambda: ganti_judul(baik()), BERUBAH),
    "judul diganti di belakang data pemeriksaan": (lambda: ganti_judul(beri_dss(baik())), BERUBAH),
    "catatan ditambahkan setelah dikunci rapat": (
        lambda: tambah_catatan(tanda_tangani(polos(), izin=MDPPerm.NO_CHANGES)),
        BERUBAH,
    ),
    "satu bit di bagian yang ditandatangani": (lambda: balik(baik(), 300), BERUBAH),
    "kedaluwarsa": (lambda: tanda_tangani(polos(), p12(ke=4, sampai=SAAT - timedelta(days=3))), ASING),
    "belum berlaku": (lambda: tanda_tangani(polos(), p12(ke=4, dari=SAAT + timedelta(days=3))), ASING),
    "akar tidak dikenal": (lambda: tanda_tangani(polos(), p12(oleh=penerbit("Akar Lain", 6), ke=3)), ASING),
    "akar palsu bernama sama": (lambda: tanda_tangani(polos(), p12(oleh=penerbit(ke=7), ke=3)), ASING),
    "bukan untuk dokumen": (lambda: tanda_tangani(polos(), p12(ke=5, menyangkal=False)), ASING),
    "SHA-1": (lambda: tanda_tangani(polos(), sari="sha1"), ASING),
    "tanda tangan kedua palsu": (
        lambda: tanda_tangani(
            baik(), p12(oleh=penerbit(ke=7), ke=3), medan="Kedua", kotak=(50, 50, 200, 100)
        ),
        ASING,
    ),
    "terpotong": (lambda: baik()[:-400], RUSAK),
    "tinggal separuh": (lambda: baik()[: len(baik()) // 2], RUSAK),
    "kosong": (lambda: b"", RUSAK),
    "bukan PDF": (lambda: b"PK\x03\x04 lain", RUSAK),
    "sampah di depan": (lambda: b"<html>" + baik(), RUSAK),
    "tanda tangan dikosongkan": (lambda: kosongkan_isi(baik()), RUSAK),
    "tanpa ByteRange": (lambda: tanpa_rentang(baik()), RUSAK),
    "terkunci": (terkunci, RUSAK),
    "tanpa tanda tangan": (polos, TANPA),
}
