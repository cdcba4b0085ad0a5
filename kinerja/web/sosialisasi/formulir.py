"""The forms of the sosialisasi; each has a prefix, because several stand on one page."""

from __future__ import annotations

from datetime import date
from typing import Any

from flask import request
from sqlalchemy.orm import Session
from wtforms import DateField, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from kinerja.domain.sosialisasi import MAKS_KOREKSI, PANJANG_BARIS, PANJANG_NASKAH
from kinerja.models.laporan import Sosialisasi
from kinerja.models.pegawai import penugasan_berlaku
from kinerja.models.tugas import Tugas
from kinerja.operations.undangan import jabatan_diundang, undangan_awal
from kinerja.web.formulir import WAJIB, Formulir


def _centang(label: str) -> SelectMultipleField:
    """Several choices as checkboxes; the choices are put in by the builders below."""
    return SelectMultipleField(
        label,
        [Optional()],
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )


class FormUndangan(Formulir):
    tanggal = DateField("Tanggal rapat", [InputRequired("Isi tanggal rapat.")])
    pukul = StringField("Pukul", [InputRequired("Isi pukul rapat."), Length(max=20)])
    tempat = StringField("Tempat", [InputRequired("Isi tempat rapat."), Length(max=PANJANG_BARIS)])
    agenda = StringField("Agenda", [InputRequired("Isi agenda rapat."), Length(max=PANJANG_BARIS)])
    jabatan_id = _centang("Pejabat yang diundang")


class FormRapat(Formulir):
    tanggal = DateField("Rapat dilaksanakan pada", [InputRequired("Isi tanggal rapat dilaksanakan.")])
    hadir = _centang("Yang hadir")
    notulen = TextAreaField("Notulen", [Optional(), Length(max=PANJANG_NASKAH)])


class FormPeriksa(Formulir):
    uraian = TextAreaField("Apa yang diperiksa", [InputRequired(WAJIB), Length(max=PANJANG_NASKAH)])


def pemegang_jabatan(sesi: Session, hari: date) -> dict[int, str]:
    """Post id → who holds it on a day, Plt. and Plh. before the name; posts without a holder are missing."""
    hasil: dict[int, list[str]] = {}
    for p in sesi.execute(penugasan_berlaku(hari)).scalars():
        jenis = "" if p.jenis.value == "definitif" else f" ({p.jenis.value.capitalize()}.)"
        hasil.setdefault(p.jabatan_id, []).append(p.pegawai.nama + jenis)
    return {jabatan_id: ", ".join(nama) for jabatan_id, nama in hasil.items()}


def form_undangan(
    sesi: Session, tugas: Tugas, hari: date, temu: Sosialisasi | None = None, kirim: bool = False
) -> FormUndangan:
    """A new invitation, or with ``temu`` the change of a running one; ``kirim``: filled from the request."""
    awal: dict[str, Any]
    if temu is None:
        usul = undangan_awal(sesi, tugas, hari)
        awal, sudah = dict(vars(usul), jabatan_id=list(usul.jabatan_id)), set()
    else:
        awal = {"tanggal": temu.tanggal, "pukul": temu.pukul, "tempat": temu.tempat, "agenda": temu.agenda}
        sudah = {t.jabatan_id for t in temu.tanggapan}
    form = (
        FormUndangan(prefix="undangan")
        if kirim
        else FormUndangan(formdata=None, prefix="undangan", data=awal)
    )
    nama = pemegang_jabatan(sesi, hari)
    form.jabatan_id.choices = [
        SelectChoice(j.id, _berpemegang(j.nama, nama.get(j.id)))
        for j in jabatan_diundang(sesi)
        if j.id not in sudah
    ]
    if temu is not None:
        form.jabatan_id.label.text = "Undang juga"
    return form


def form_rapat(sesi: Session, temu: Sosialisasi, hari: date, kirim: bool = False) -> FormRapat:
    """Attendance and minutes of a running round."""
    awal = {
        "tanggal": min(temu.tanggal, hari),
        "hadir": [t.id for t in temu.tanggapan if t.hadir],
        "notulen": temu.notulen,
    }
    form = FormRapat(prefix="rapat") if kirim else FormRapat(formdata=None, prefix="rapat", data=awal)
    nama = pemegang_jabatan(sesi, hari)
    form.hadir.choices = [
        SelectChoice(t.id, _berpemegang(t.jabatan.nama, nama.get(t.jabatan_id))) for t in temu.tanggapan
    ]
    return form


def _berpemegang(jabatan: str, pemegang: str | None) -> str:
    return f"{jabatan} – {pemegang or 'belum ada pemegang'}"


def form_tutup(temu: Sosialisasi, kirim: bool = False) -> Formulir:
    """One line ``alasan_<tanggapan id>`` for each post that has not answered."""
    medan = {
        f"alasan_{t.id}": StringField(t.jabatan.nama, [Optional(), Length(max=PANJANG_BARIS)])
        for t in temu.tanggapan
        if t.jawaban is None
    }
    jenis = type("FormTutup", (Formulir,), medan)
    form: Formulir = jenis(prefix="tutup") if kirim else jenis(formdata=None, prefix="tutup")
    return form


def jumlah_baris() -> int:
    """How many correction lines the sent form had, one more when a line was asked for."""
    teks = request.form.get("jumlah", "")
    jumlah = int(teks) if teks.isascii() and teks.isdigit() and len(teks) <= len(str(MAKS_KOREKSI)) else 1
    return max(1, min(MAKS_KOREKSI, jumlah + ("tambah" in request.form)))


def form_koreksi(jumlah: int = 1, kirim: bool = False) -> Formulir:
    """``jumlah`` lines of ``bagian_<n>`` and ``uraian_<n>``; empty lines are left aside by the view."""
    medan: dict[str, Any] = {}
    for ke in range(jumlah):
        medan[f"bagian_{ke}"] = StringField("Bagian atau angka", [Optional(), Length(max=PANJANG_BARIS)])
        medan[f"uraian_{ke}"] = TextAreaField(
            "Apa yang perlu diperbaiki", [Optional(), Length(max=PANJANG_NASKAH)]
        )
    jenis = type("FormKoreksi", (Formulir,), medan)
    form: Formulir = jenis() if kirim else jenis(formdata=None)
    return form
