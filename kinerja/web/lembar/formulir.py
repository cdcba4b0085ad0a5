"""The forms of sheets: the file of one to load, why one is stopped."""

from __future__ import annotations

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms import TextAreaField
from wtforms.validators import InputRequired, Length

from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.sop_berkas import MAKS_HURUF
from kinerja.operations.lembar_muat import PANJANG_ALASAN
from kinerja.web.formulir import WAJIB, Formulir

MAKS_BYTE = 4 * MAKS_HURUF  # a letter takes at most four bytes


class FormLembar(Formulir):
    berkas = FileField("Berkas lembar SOP (.toml)")

    def baca(self) -> tuple[str, str]:
        """The text of the chosen file and its cleaned name. Raises MasukanSalah."""
        kiriman = self.berkas.data
        if not isinstance(kiriman, FileStorage) or not kiriman.filename:
            raise MasukanSalah("Pilih berkasnya dahulu.", "berkas")
        if not kiriman.filename.casefold().endswith(".toml"):
            raise MasukanSalah("Lembar SOP harus berkas teks berakhiran .toml.", "berkas")
        isi = kiriman.stream.read(MAKS_BYTE + 1)
        kiriman.close()
        if len(isi) > MAKS_BYTE:
            raise MasukanSalah("Berkas ini terlalu besar untuk lembar SOP.", "berkas")
        try:
            teks = isi.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise MasukanSalah(
                "Berkas ini bukan berkas teks. Simpan sebagai teks (UTF-8).", "berkas"
            ) from None
        nama = kiriman.filename.replace("\\", "/").rpartition("/")[2]
        bersih = "".join(h for h in nama if h.isprintable()).strip()[:100]
        return teks, bersih or "lembar.toml"


class FormHenti(Formulir):
    alasan = TextAreaField(
        "Mengapa lembar ini tidak dipakai lagi", [InputRequired(WAJIB), Length(max=PANJANG_ALASAN)]
    )
