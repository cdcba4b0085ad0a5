"""A Word file as bytes that depend on its content only: no clock, no user name, no order by chance."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from kinerja.documents.cetak import GagalCetak
from kinerja.documents.huruf import sebut

_WAKTU_ZIP = (1980, 1, 1, 0, 0, 0)
_PERTAMA = "[Content_Types].xml"
_BATAS_KENDALI = 0x20
_BOLEH = frozenset("\t\n\r")


def tertulis(teks: str) -> str:
    """The text itself, when XML can hold it. Raises GagalCetak with a sentence that names the sign."""
    for tempat, huruf in enumerate(teks):
        if _terlarang(huruf):
            sekitar = "".join(h for h in teks[max(0, tempat - 25) : tempat + 25] if not _terlarang(h))
            raise GagalCetak(
                f"Ada tanda yang tidak dapat ditulis ke berkas Word: {sebut(huruf)}, di dekat "
                f"“{' '.join(sekitar.split())}”. Hapus atau ketik ulang bagian itu.",
                "huruf",
                f"U+{ord(huruf):04X}",
            )
    return teks


def _terlarang(huruf: str) -> bool:
    kode = ord(huruf)
    kendali = kode < _BATAS_KENDALI and huruf not in _BOLEH
    return kendali or 0xD800 <= kode <= 0xDFFF or kode in (0xFFFE, 0xFFFF)


def sifat(dokumen: Document, judul: str, penulis: str, bertanggal: datetime) -> None:
    """Document properties: title, office and the moment of the data; nobody's account, no clock."""
    pada = bertanggal.astimezone(UTC).replace(microsecond=0, tzinfo=None)
    inti = dokumen.core_properties
    inti.title, inti.subject, inti.author = tertulis(judul), tertulis(judul), tertulis(penulis)
    inti.last_modified_by, inti.comments, inti.keywords, inti.category = tertulis(penulis), "", "", ""
    inti.created = inti.modified = pada
    inti.language, inti.revision = "id-ID", 1


def jadikan_byte(dokumen: Document) -> bytes:
    """The finished file: parts in a fixed order, each with the same date."""
    _buang_gambar_kecil(dokumen)
    mentah = io.BytesIO()
    dokumen.save(mentah)
    hasil = io.BytesIO()
    with zipfile.ZipFile(mentah) as asal, zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED) as tujuan:
        for nama in sorted(asal.namelist(), key=lambda n: (n != _PERTAMA, n)):
            kepala = zipfile.ZipInfo(nama, _WAKTU_ZIP)
            kepala.compress_type, kepala.create_system = zipfile.ZIP_DEFLATED, 0
            tujuan.writestr(kepala, asal.read(nama))
    return hasil.getvalue()


def _buang_gambar_kecil(dokumen: Document) -> None:
    """The thumbnail of python-docx's own empty document."""
    hubungan = dokumen.part.package.rels
    for kunci in [k for k, r in hubungan.items() if r.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del hubungan[kunci]
