"""The upload of a filled workbook: its bytes, looked at in a child outside any transaction."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from io import BytesIO

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage

from kinerja.archive.jenis_berkas import kenali
from kinerja.documents.xlsx.baca import baca_lembar, tolak_bukan_xlsx
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.lembar_banding import LembarTerbaca
from kinerja.models.basis_data import db, lepas
from kinerja.web.formulir import Formulir


@dataclass(frozen=True)
class BukuTerbaca:
    nama: str
    sha256: str
    lembar: tuple[LembarTerbaca, ...]


class FormUnggah(Formulir):
    berkas = FileField("Lembar Excel yang sudah diisi")

    def terima(self) -> BukuTerbaca:
        """Read the file; ends the running transaction. Raises MasukanSalah on the field."""
        lepas(db.session())
        berkas = self.berkas.data
        if not isinstance(berkas, FileStorage) or not berkas.filename:
            raise MasukanSalah("Pilih berkas Excel yang sudah diisi.", "berkas")
        isi = berkas.stream.read()
        tolak_bukan_xlsx(isi, berkas.filename)
        kenali(BytesIO(isi), berkas.filename)
        return BukuTerbaca(
            berkas.filename, hashlib.sha256(isi).hexdigest(), baca_lembar(isi, berkas.filename)
        )
