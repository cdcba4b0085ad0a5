"""The forms of disposisi."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask_wtf.file import FileField
from wtforms import DateField, RadioField, SelectMultipleField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from kinerja.domain.disposisi import INSTRUKSI, NAMA_SIFAT, PANJANG_BARIS, PANJANG_TEKS, Sifat
from kinerja.web.disposisi.penerima import PenerimaField
from kinerja.web.formulir import WAJIB, Formulir
from kinerja.web.jam import hari_ini

TEKS_PANJANG = Length(max=PANJANG_TEKS)
TEKS_BARIS = Length(max=PANJANG_BARIS)


def belum_lewat(_form: Any, medan: Any) -> None:
    """Validator: a due date lies today or later."""
    if isinstance(medan.data, date) and medan.data < hari_ini():
        raise ValidationError("Tanggal ini sudah lewat.")


def sudah_ada(_form: Any, medan: Any) -> None:
    """Validator: a date that has come."""
    if isinstance(medan.data, date) and medan.data > hari_ini():
        raise ValidationError("Tanggal ini belum tiba.")


def pilihan_sifat(*tanpa: Sifat) -> list[SelectChoice]:
    """The choices of sifat, without some."""
    return [SelectChoice(s.value, nama) for s, nama in NAMA_SIFAT.items() if s not in tanpa]


class FormIsi(Formulir):
    """What every slip says."""

    hal = StringField("Hal", [InputRequired(WAJIB), TEKS_BARIS])
    sifat = RadioField("Sifat", [InputRequired("Pilih sifatnya.")], choices=pilihan_sifat())
    instruksi = SelectMultipleField(
        "Dengan hormat harap", [Optional()], choices=[SelectChoice(i, i) for i in INSTRUKSI]
    )
    catatan = TextAreaField("Catatan", [Optional(), TEKS_PANJANG])
    penerima = PenerimaField("Diteruskan kepada")
    tenggat = DateField("Tenggat", [Optional(), belum_lewat])

    def isi(self) -> dict[str, Any]:
        """The arguments of ``buat_disposisi`` that this form fills."""
        return {
            "hal": self.hal.data or "",
            "sifat": Sifat(self.sifat.data),
            "instruksi": self.instruksi.data or [],
            "catatan": self.catatan.data or "",
            "penerima": self.penerima.dengan_tenggat(self.tenggat.data),
        }


class FormDisposisi(FormIsi):
    """A free disposisi, often about a letter that came in."""

    surat_dari = StringField("Surat dari", [Optional(), TEKS_BARIS])
    nomor_surat = StringField("Nomor surat", [Optional(), TEKS_BARIS])
    tanggal_surat = DateField("Tanggal surat", [Optional(), sudah_ada])
    diterima = DateField("Diterima tanggal", [Optional(), sudah_ada])

    def isi(self) -> dict[str, Any]:
        return {
            **super().isi(),
            "surat_dari": self.surat_dari.data or "",
            "nomor_surat": self.nomor_surat.data or "",
            "tanggal_surat": self.tanggal_surat.data,
            "diterima": self.diterima.data,
        }


class FormPermintaan(FormIsi):
    """The request for data of step 1; never Rahasia, for the holders of the next steps follow it."""

    sifat = RadioField("Sifat", [InputRequired("Pilih sifatnya.")], choices=pilihan_sifat(Sifat.RAHASIA))


class FormBalas(Formulir):
    """The reply with which a branch ends; a file may go with it."""

    balasan = TextAreaField("Balasan", [InputRequired("Tuliskan balasannya."), TEKS_PANJANG])
    berkas = FileField("Berkas")


class FormTanpa(Formulir):
    """No follow-up needed."""

    alasan = TextAreaField("Alasan", [Optional(), TEKS_PANJANG])


class FormTeruskan(Formulir):
    """Forwarding to subordinates."""

    penerima = PenerimaField("Teruskan kepada")
    pesan = TextAreaField("Pesan", [Optional(), TEKS_PANJANG])
    tenggat = DateField("Tenggat", [Optional(), belum_lewat])
