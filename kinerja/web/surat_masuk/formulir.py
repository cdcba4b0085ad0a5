"""The forms of incoming letters."""

from __future__ import annotations

from typing import Any

from flask_wtf.file import FileField
from wtforms import DateField, RadioField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional

from kinerja.domain.disposisi import Sifat
from kinerja.domain.surat_masuk import IsianSuratMasuk
from kinerja.web.disposisi.formulir import TEKS_BARIS, TEKS_PANJANG, pilihan_sifat, sudah_ada
from kinerja.web.formulir import WAJIB, Formulir

TERIMA_PINDAIAN = ".pdf,.jpg,.jpeg,.png"
PETUNJUK_PINDAIAN = "PDF, foto JPG atau PNG; paling besar 25 MB."


class FormSuratMasuk(Formulir):
    """A page of the agenda book."""

    surat_dari = StringField("Surat dari", [InputRequired(WAJIB), TEKS_BARIS])
    nomor_surat = StringField("Nomor surat", [Optional(), TEKS_BARIS])
    tanggal_surat = DateField("Tanggal surat", [Optional(), sudah_ada])
    diterima = DateField("Diterima tanggal", [InputRequired(WAJIB), sudah_ada])
    sifat = RadioField("Sifat", [InputRequired("Pilih sifatnya.")], choices=pilihan_sifat())
    hal = StringField("Hal", [InputRequired(WAJIB), TEKS_BARIS])
    isi_ringkas = TextAreaField("Ringkasan isi", [Optional(), TEKS_PANJANG])
    berkas = FileField("Pindaian surat")
    untuk_id = RadioField("Diajukan kepada", [InputRequired("Pilih jabatannya.")], coerce=int)

    def isi(self) -> IsianSuratMasuk:
        return IsianSuratMasuk(
            surat_dari=self.surat_dari.data or "",
            nomor_surat=self.nomor_surat.data or "",
            tanggal_surat=self.tanggal_surat.data,
            diterima=self.diterima.data,
            sifat=Sifat(self.sifat.data),
            hal=self.hal.data or "",
            ringkasan=self.isi_ringkas.data or "",
            untuk_id=self.untuk_id.data,
        )


class FormBatal(Formulir):
    """Striking an entry out."""

    alasan = TextAreaField("Alasan pembatalan", [InputRequired(WAJIB), TEKS_PANJANG])


class FormArsip(Formulir):
    """Taken note of, nothing more."""

    catatan = TextAreaField("Catatan", [InputRequired(WAJIB), TEKS_PANJANG])


def form_kosong(kelas: Any, awalan: str) -> Any:
    """The empty form of a page that shows several."""
    return kelas(prefix=awalan, formdata=None)
