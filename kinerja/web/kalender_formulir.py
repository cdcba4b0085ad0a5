"""The forms of the working calendar: a day off, and the hours of the week."""

from __future__ import annotations

from wtforms import DateField, StringField
from wtforms.validators import InputRequired, Length

from kinerja.domain.jam_kerja import (
    HARI_KERJA,
    NAMA_HARI,
    JamKerja,
    Rentang,
    baca_pukul,
    susun_hari,
    urai_hari,
)
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.operations.hari_libur import PANJANG_NAMA
from kinerja.web.formulir import WAJIB, Formulir

BAGIAN = (
    ("masuk", "Masuk"),
    ("rehat", "Istirahat mulai"),
    ("kembali", "Istirahat selesai"),
    ("pulang", "Pulang"),
)


class FormLibur(Formulir):
    tanggal = DateField("Tanggal", [InputRequired(WAJIB)])
    nama = StringField("Nama libur", [InputRequired(WAJIB), Length(max=PANJANG_NAMA)])


class FormJam(Formulir):
    """Four texts for each weekday; made by ``form_jam``."""


def nama_medan(bagian: str, hari: int) -> str:
    return f"{bagian}_{hari}"


def form_jam(jam: JamKerja | None = None) -> FormJam:
    """The form, filled from ``jam`` where it is given, else from the request."""
    medan = {
        nama_medan(kunci, hari): StringField(f"{label} {NAMA_HARI[hari]}", [Length(max=5)])
        for hari in range(HARI_KERJA)
        for kunci, label in BAGIAN
    }
    kelas = type("FormJamSepekan", (FormJam,), medan)
    isi = {
        nama_medan(kunci, hari): teks
        for hari, rentang in enumerate(jam or ())
        for (kunci, _), teks in zip(BAGIAN, urai_hari(rentang), strict=True)
    }
    hasil: FormJam = kelas() if jam is None else kelas(formdata=None, data=isi)
    return hasil


def baca_jam(form: FormJam) -> JamKerja | None:
    """What was typed; None where something cannot be taken, which then stands beside its field."""
    hasil: list[tuple[Rentang, ...]] = []
    benar = True
    for hari in range(HARI_KERJA):
        try:
            hasil.append(_baca_hari(form, hari))
        except MasukanSalah as salah:
            form.salahkan(salah)
            benar = False
    return tuple(hasil) if benar else None


def _baca_hari(form: FormJam, hari: int) -> tuple[Rentang, ...]:
    medan = [nama_medan(kunci, hari) for kunci, _ in BAGIAN]
    pukul = [baca_pukul(str(form[nama].data or ""), nama) for nama in medan]
    try:
        return susun_hari(pukul)
    except MasukanSalah as salah:
        raise MasukanSalah(salah.pesan, medan[int(salah.medan or 0)]) from salah
