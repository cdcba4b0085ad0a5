"""The small forms of the realisasi page; each carries a prefix, for the page repeats them."""

from __future__ import annotations

from flask_wtf.file import MultipleFileField
from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from kinerja.domain.angka import tulis_angka
from kinerja.domain.target import JenisTarget
from kinerja.operations.realisasi.isian import IsianIndikator, IsianProgram
from kinerja.operations.realisasi.verba import PANJANG_ALASAN, PANJANG_URAIAN, Ketikan, sidik
from kinerja.web.formulir import WAJIB, Formulir

_URAIAN = [Optional(), Length(max=PANJANG_URAIAN)]


class FormIsian(Formulir):
    """One indicator with a number; ``dilihat`` marks what the form was made from."""

    nilai = StringField("Realisasi", [Optional(), Length(max=100)])
    pembilang = StringField("Pembilang", [Optional(), Length(max=100)])
    penyebut = StringField("Penyebut", [Optional(), Length(max=100)])
    na = BooleanField("Datanya tidak tersedia (n/a)")
    alasan_na = StringField("Mengapa datanya tidak tersedia?", [Optional(), Length(max=PANJANG_ALASAN)])
    faktor_pendukung = TextAreaField("Faktor pendukung", _URAIAN)
    hambatan = TextAreaField("Hambatan", _URAIAN)
    tindak_lanjut = TextAreaField("Tindak lanjut", _URAIAN)
    dilihat = HiddenField()

    @property
    def ketikan(self) -> Ketikan:
        return Ketikan(
            **{nama: self[nama].data or "" for nama in ("nilai", "pembilang", "penyebut") if nama in self},
            na=bool(self.na.data),
            alasan_na=self.alasan_na.data or "",
            faktor_pendukung=self.faktor_pendukung.data or "",
            hambatan=self.hambatan.data or "",
            tindak_lanjut=self.tindak_lanjut.data or "",
        )


class FormIsianPredikat(FormIsian):
    """One indicator whose target is a label on a scale."""

    nilai = SelectField("Realisasi", [Optional()], validate_choice=False)


class FormAnggaran(Formulir):
    nilai = StringField("Realisasi anggaran triwulan ini (Rp)", [Optional(), Length(max=100)])


class FormBukti(Formulir):
    bukti = MultipleFileField("Unggah bukti")


class FormCabut(Formulir):
    alasan = StringField("Mengapa dicabut?", [InputRequired(WAJIB), Length(max=PANJANG_ALASAN)])


class FormKirim(Formulir):
    catatan = TextAreaField("Catatan unit", _URAIAN)
    tanpa_bukti = BooleanField("Tetap kirim walaupun ada yang belum berbukti")


def form_isian(i: IsianIndikator, *, dikirim: bool = False) -> FormIsian:
    """The form of an indicator: as sent, or filled with what is stored."""
    kelas = FormIsianPredikat if i.jenis is JenisTarget.PREDIKAT else FormIsian
    awalan = f"i{i.indikator.identitas}"
    r = i.realisasi
    data = {
        "nilai": i.ketikan,
        "pembilang": i.dua_angka[0],
        "penyebut": i.dua_angka[1],
        "na": bool(r and r.na),
        "alasan_na": r.alasan_na if r else "",
        "faktor_pendukung": r.faktor_pendukung if r else "",
        "hambatan": r.hambatan if r else "",
        "tindak_lanjut": r.tindak_lanjut if r else "",
        "dilihat": sidik(r),
    }
    form = kelas(prefix=awalan) if dikirim else kelas(formdata=None, prefix=awalan, data=data)
    if i.nisbah is None:
        del form.pembilang, form.penyebut
    else:
        del form.nilai
        form.pembilang.label.text = _huruf_besar(i.nisbah.pembilang)
        form.penyebut.label.text = _huruf_besar(i.nisbah.penyebut)
    if isinstance(form, FormIsianPredikat) and "nilai" in form:
        form.nilai.choices = [("", "Pilih predikat"), *((label, label) for label in i.indikator.skala or ())]
    return form


def _huruf_besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


def form_anggaran(p: IsianProgram, *, dikirim: bool = False) -> FormAnggaran:
    awalan = f"p{p.program.identitas}"
    if dikirim:
        return FormAnggaran(prefix=awalan)
    teks = "" if p.nilai is None else tulis_angka(p.nilai, None)
    return FormAnggaran(formdata=None, prefix=awalan, data={"nilai": teks})
