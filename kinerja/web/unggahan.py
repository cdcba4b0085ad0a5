"""An uploaded file: looked at, then put into the store, outside any transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO, cast

from flask import Flask, current_app, request
from werkzeug.datastructures import FileStorage
from wtforms import MultipleFileField

from kinerja.archive import gudang
from kinerja.archive.gudang import Tersimpan
from kinerja.archive.jenis_berkas import JenisBerkas, kenali
from kinerja.documents.pratinjau import periksa_pdf
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.models.basis_data import db, lepas

MAKS_BERKAS = 10  # in one go
TERIMA = ".pdf,.jpg,.jpeg,.png,.xlsx,.docx"  # for the browser's own file chooser
PETUNJUK = "PDF, foto JPG atau PNG, Excel (.xlsx), atau Word (.docx); paling besar 25 MB."

BANYAK = "pindai.unggah"  # a report photographed page by page is more than one file may be
KALI_BANYAK = 4


def pasang(app: Flask) -> None:
    """How much may be sent at once; before anything reads the form."""

    @app.before_request
    def _batas() -> None:
        if request.endpoint == BANYAK:
            request.max_content_length = KALI_BANYAK * app.config["MAX_CONTENT_LENGTH"]


@dataclass(frozen=True)
class Unggahan:
    """A file in the store, with its kind and the name as sent; ``catat_berkas`` makes the row.

    ``halaman`` is the page count of a PDF, None for other kinds.
    """

    tersimpan: Tersimpan
    jenis: JenisBerkas
    nama: str
    halaman: int | None = None


def unggahan(berkas: FileStorage, medan: str = "berkas") -> Unggahan:
    """Take in one upload. Ends the running transaction: call it before writing anything.

    Raises ``MasukanSalah`` on ``medan``.
    """
    lepas(db.session())
    nama = berkas.filename or ""
    aliran = cast(BinaryIO, berkas.stream)
    jenis = kenali(aliran, nama, medan)
    halaman = None
    if jenis is JenisBerkas.PDF:
        halaman = periksa_pdf(aliran.read(), medan=medan)
        aliran.seek(0)
    data, batas = current_app.config["DATA"], current_app.config["MAX_CONTENT_LENGTH"]
    return Unggahan(gudang.simpan(data, aliran, batas), jenis, nama, halaman)


def terpilih(medan: MultipleFileField) -> list[FileStorage]:
    """The files chosen in a field; browsers send an empty part when there is none."""
    return [satu for satu in medan.data or () if isinstance(satu, FileStorage) and satu.filename]


def unggahan_banyak(medan: MultipleFileField) -> list[Unggahan]:
    """Take in all files of a field; the first that is refused refuses all, by name."""
    pilihan = terpilih(medan)
    if not pilihan:
        raise MasukanSalah("Pilih berkasnya dahulu.", medan.short_name)
    if len(pilihan) > MAKS_BERKAS:
        raise MasukanSalah(f"Unggah paling banyak {MAKS_BERKAS} berkas sekaligus.", medan.short_name)
    hasil = []
    for satu in pilihan:
        try:
            hasil.append(unggahan(satu, medan.short_name))
        except MasukanSalah as salah:
            if len(pilihan) == 1:
                raise
            nama = " ".join((satu.filename or "").split())[:80]
            raise MasukanSalah(f"“{nama}”: {salah.pesan}", medan.short_name) from salah
    return hasil
