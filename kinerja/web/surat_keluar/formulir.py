"""The form of a letter."""

from __future__ import annotations

from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from kinerja.domain.disposisi import NAMA_SIFAT, Sifat
from kinerja.domain.surat import PANJANG_BARIS, PANJANG_DAFTAR, PANJANG_ISI, SIFAT, IsianSurat
from kinerja.models.surat import SuratKeluar
from kinerja.operations.surat_keluar_lihat import isian_surat
from kinerja.web.formulir import WAJIB, Formulir


class FormSurat(Formulir):
    """Only ``hal`` is asked for at once: a letter may be kept unfinished."""

    hal = StringField("Hal", [InputRequired(WAJIB), Length(max=PANJANG_BARIS)])
    kepada = TextAreaField("Kepada Yth.", [Optional(), Length(max=PANJANG_DAFTAR)])
    di = StringField("Di (tempat)", [Optional(), Length(max=PANJANG_BARIS)])
    klasifikasi = StringField("Kode klasifikasi", [Optional(), Length(max=30)])
    sifat = SelectField("Sifat", choices=[SelectChoice(s.value, NAMA_SIFAT[s]) for s in SIFAT])
    lampiran = StringField("Lampiran", [Optional(), Length(max=PANJANG_BARIS)])
    isi = TextAreaField("Isi surat", [Optional(), Length(max=PANJANG_ISI)])
    tembusan = TextAreaField("Tembusan", [Optional(), Length(max=PANJANG_DAFTAR)])

    @classmethod
    def dari(cls, surat: SuratKeluar) -> FormSurat:
        """The form as the letter stands."""
        isian = isian_surat(surat)
        return cls(formdata=None, prefix="surat", data={**vars(isian), "sifat": isian.sifat.value})

    def isian(self) -> IsianSurat:
        return IsianSurat(
            hal=self.hal.data or "",
            klasifikasi=self.klasifikasi.data or "",
            sifat=Sifat(self.sifat.data),
            kepada=self.kepada.data or "",
            di=self.di.data or "",
            lampiran=self.lampiran.data or "",
            isi=self.isi.data or "",
            tembusan=self.tembusan.data or "",
        )
