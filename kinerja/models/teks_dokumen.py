"""TeksDokumen: the words of an issued document, for the search. Made from other rows and from the issued PDF.

On SQLite an FTS5 table without content of its own follows this one by triggers, so that both change in one
transaction; ``INSERT INTO cari_dokumen(cari_dokumen) VALUES ('rebuild')`` makes it anew.
"""

from __future__ import annotations

from sqlalchemy import DDL, ForeignKey, Text, event
from sqlalchemy.orm import Mapped, mapped_column

from kinerja.models.basis_data import Model

INDEKS = "cari_dokumen"
KOLOM = ("nomor", "kode", "judul", "masa", "nama", "isi")


class TeksDokumen(Model):
    """What is searched of one document. No row: not read yet, or Rahasia."""

    __tablename__ = "teks_dokumen"

    dokumen_id: Mapped[int] = mapped_column(ForeignKey("dokumen.id"), primary_key=True)
    nomor: Mapped[str]
    kode: Mapped[str]
    judul: Mapped[str]
    masa: Mapped[str]  # period and year in words
    nama: Mapped[str]  # signer, issuer, who received the signed PDF
    isi: Mapped[str] = mapped_column(Text)  # the text layer of the issued PDF; "" when it has none


_NAMA = ", ".join(KOLOM)
_LAMA = ", ".join(f"old.{nama}" for nama in KOLOM)
_BARU = ", ".join(f"new.{nama}" for nama in KOLOM)
_TAMBAH = f"INSERT INTO {INDEKS}(rowid, {_NAMA}) VALUES (new.dokumen_id, {_BARU});"  # noqa: S608
_BUANG = f"INSERT INTO {INDEKS}({INDEKS}, rowid, {_NAMA}) VALUES ('delete', old.dokumen_id, {_LAMA});"  # noqa: S608

BUAT_INDEKS = (
    f"CREATE VIRTUAL TABLE {INDEKS} USING fts5({_NAMA}, content='teks_dokumen', content_rowid='dokumen_id', "
    "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
)
PELATUK_INDEKS = (
    f"CREATE TRIGGER teks_dokumen_tambah AFTER INSERT ON teks_dokumen BEGIN {_TAMBAH} END",
    f"CREATE TRIGGER teks_dokumen_buang AFTER DELETE ON teks_dokumen BEGIN {_BUANG} END",
    f"CREATE TRIGGER teks_dokumen_ubah AFTER UPDATE ON teks_dokumen BEGIN {_BUANG} {_TAMBAH} END",
)
for _ddl in (BUAT_INDEKS, *PELATUK_INDEKS):
    event.listen(TeksDokumen.__table__, "after_create", DDL(_ddl).execute_if(dialect="sqlite"))
