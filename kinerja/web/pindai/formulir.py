"""The forms of what comes back: handing in, saying which document, deciding."""

from __future__ import annotations

from flask_wtf.file import MultipleFileField
from wtforms import HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from kinerja.models.dokumen import Dokumen
from kinerja.operations.arsip import CARA, PANJANG_RAK
from kinerja.operations.pindaian.verba import PANJANG_ALASAN
from kinerja.web.formulir import Formulir


class FormUnggah(Formulir):
    """``dokumen``: the one whose page the form stands on; ``selesai``: it stands on its closing step."""

    berkas = MultipleFileField("Dokumen yang sudah ditandatangani")
    cara = RadioField(
        "Cara penandatanganan",
        [Optional()],
        choices=[SelectChoice("", "Kenali dari berkasnya"), *(SelectChoice(k, n) for k, n in CARA.items())],
        default="",
    )
    dokumen = HiddenField()
    selesai = HiddenField()

    @classmethod
    def untuk(cls, dokumen: Dokumen | None = None, selesai: bool = False) -> FormUnggah:
        """An empty form for this document, or for any."""
        form = cls(formdata=None)
        form.dokumen.data = str(dokumen.id) if dokumen else ""
        form.selesai.data = "1" if selesai else ""
        return form

    @property
    def dokumen_id(self) -> int | None:
        teks = self.dokumen.data or ""
        return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 18 else None


class FormDokumen(Formulir):
    """Choices are set by the view."""

    dokumen = RadioField(
        "Dokumen ini adalah",
        [InputRequired("Pilih salah satu dari daftar.")],
        coerce=int,
        validate_choice=False,
    )


class FormSesuai(Formulir):
    lokasi_rak = StringField("Tempat lembar asli disimpan", [Optional(), Length(max=PANJANG_RAK)])
    keterangan = TextAreaField("Keterangan", [Optional(), Length(max=2000)])


class FormTolak(Formulir):
    alasan = TextAreaField("Apa yang tidak sesuai?", [Optional(), Length(max=PANJANG_ALASAN)])
