"""The forms of a draft: one for each part of the sheet, and the one that ratifies it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from wtforms import (
    DateField,
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from kinerja.domain.naskah import Naskah
from kinerja.domain.sop_baca import MAKS_KET, MAKS_MENIT, MAKS_NAMA, MAKS_WAKTU
from kinerja.domain.sop_kolom import MAKS_TEKS
from kinerja.domain.sop_ubah import tanggal_data
from kinerja.operations.rancangan_sop_sahkan import PANJANG_ALASAN, PANJANG_NOMOR
from kinerja.web.formulir import WAJIB, Formulir

_TEKS = [Optional(), Length(max=MAKS_TEKS)]
_DAFTAR = [Optional(), Length(max=20_000)]
_NASKAH = [SelectChoice(satu.value, satu.label) for satu in Naskah]


class FormBagian(Formulir):
    """A part of the sheet; ``sidik`` marks the content that the form was opened with."""

    sidik = HiddenField()


class FormIdentitas(FormBagian):
    nomor = StringField("Nomor SOP", _TEKS)
    nama = StringField("Nama SOP", [InputRequired(WAJIB), Length(max=MAKS_TEKS)])
    kop = TextAreaField("Kepala lembar, satu baris tiap baris cetak", _DAFTAR)
    tanggal_pembuatan = DateField("Tanggal pembuatan", [Optional()])
    tanggal_efektif = DateField("Tanggal efektif", [Optional()])
    disahkan_oleh__jabatan = StringField("Disahkan oleh: jabatan", _TEKS)
    disahkan_oleh__nama = StringField("Disahkan oleh: nama", _TEKS)
    disahkan_oleh__nip_tertulis = StringField("Disahkan oleh: NIP", _TEKS)
    dasar_hukum = TextAreaField("Dasar hukum, satu butir tiap baris", _DAFTAR)
    kualifikasi = TextAreaField("Kualifikasi pelaksana, satu butir tiap baris", _DAFTAR)
    keterkaitan = TextAreaField("Keterkaitan, satu butir tiap baris", _DAFTAR)
    peralatan = TextAreaField("Peralatan/perlengkapan, satu butir tiap baris", _DAFTAR)
    peringatan = TextAreaField("Peringatan, satu butir tiap baris", _DAFTAR)
    pencatatan = TextAreaField("Pencatatan dan pendataan, satu butir tiap baris", _DAFTAR)


class FormTandaTangan(FormBagian):
    tempat = StringField("Tempat", _TEKS)
    tanggal = DateField("Tanggal", [Optional()])
    jabatan = StringField("Jabatan", _TEKS)
    nama = StringField("Nama", _TEKS)
    nip_tertulis = StringField("NIP", _TEKS)


class FormKolom(FormBagian):
    nama = StringField("Judul kolom", [InputRequired(WAJIB), Length(max=MAKS_NAMA)])
    staf_dari = SelectField("Staf dari", [Optional()])


class FormLangkah(FormBagian):
    kegiatan = TextAreaField("Kegiatan", [InputRequired(WAJIB), Length(max=MAKS_TEKS)])
    pelaksana = SelectField("Pelaksana", [InputRequired("Pilih salah satu dari daftar.")])
    kelengkapan_tertulis = TextAreaField("Kelengkapan, seperti pada lembar", _TEKS)
    kelengkapan = SelectMultipleField("Kelengkapan yang diperiksa aplikasi", [Optional()], choices=_NASKAH)
    waktu_tertulis = StringField("Waktu, seperti pada lembar", [Optional(), Length(max=MAKS_WAKTU)])
    waktu = IntegerField("Waktu baku dalam menit", [Optional(), NumberRange(1, MAKS_MENIT)])
    output_tertulis = TextAreaField("Output, seperti pada lembar", _TEKS)
    output = SelectMultipleField("Output yang diperiksa aplikasi", [Optional()], choices=_NASKAH)
    ket_tertulis = TextAreaField("Ket", [Optional(), Length(max=MAKS_KET)])
    berikut = SelectField("Panah ke langkah", [Optional()])
    ya = SelectField("Panah Ya ke langkah", [Optional()])
    tidak = SelectField("Panah Tidak ke langkah", [Optional()])


class FormSahkan(Formulir):
    nomor = StringField("Nomor SOP", [InputRequired(WAJIB), Length(max=PANJANG_NOMOR)])
    tanggal = DateField("Tanggal pengesahan", [InputRequired("Isi tanggal pada lembar yang disahkan.")])
    alasan = TextAreaField("Alasan revisi", [InputRequired(WAJIB), Length(max=PANJANG_ALASAN)])
    versi = HiddenField()


class FormVersi(Formulir):
    versi = HiddenField()


_TANGGAL = frozenset({"tanggal_pembuatan", "tanggal_efektif", "tanggal"})
_BARIS = frozenset(
    {"kop", "dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan"}
)
_NOMOR = frozenset({"berikut", "ya", "tidak"})
_FORM: dict[str, type[FormBagian]] = {
    "identitas": FormIdentitas,
    "tanda_tangan": FormTandaTangan,
    "pelaksana": FormKolom,
    "langkah": FormLangkah,
}


def form_bagian(data: Mapping[str, Any], bagian: str, isi: Mapping[str, Any], *, diisi: bool) -> FormBagian:
    """The form of a part: with ``diisi`` as it was sent, else as the draft has it (``isi``)."""
    nama, _, kunci = bagian.partition(".")
    kelas = _FORM[nama]
    form = kelas() if diisi else kelas(formdata=None, data={})
    if isinstance(form, FormKolom):
        lain = [satu for satu in data["pelaksana"] if str(satu["kode"]) != kunci]
        form.staf_dari.choices = [
            SelectChoice("", "bukan kolom Staf"),
            *(SelectChoice(satu["kode"], satu["nama"]) for satu in lain),
        ]
    if isinstance(form, FormLangkah):
        form.pelaksana.choices = [SelectChoice(satu["kode"], satu["nama"]) for satu in data["pelaksana"]]
        tujuan = [
            SelectChoice(str(satu["nomor"]), f"{satu['nomor']}. {satu['kegiatan']}")
            for satu in data["langkah"]
            if str(satu["nomor"]) != kunci
        ]
        for panah in _NOMOR:
            if panah in isi:
                form[panah].choices = tujuan
            else:
                del form[panah]
    if not diisi:
        for medan in form:
            if medan.name != "csrf_token":
                medan.data = _nilai(isi, medan.name)
    return form


def _nilai(isi: Mapping[str, Any], medan: str) -> Any:
    """What a field shows of the stored part."""
    tabel, ada, akhir = medan.rpartition("__")
    nilai = (isi.get(tabel, {}) if ada else isi).get(akhir)
    if medan in _TANGGAL:
        return _hari((nilai or {}).get("tanggal"))
    if medan in _BARIS:
        return "\n".join(nilai or ())
    if medan in _NOMOR:
        return str(nilai)
    return (
        nilai if nilai is not None or medan == "waktu" else [] if medan in ("kelengkapan", "output") else ""
    )


def _hari(teks: Any) -> Any:
    return date.fromisoformat(teks) if isinstance(teks, str) else teks


def isian_bagian(form: FormBagian, isi: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, as the sheet keeps it: one line where the sheet has one, lists by lines."""
    hasil: dict[str, Any] = {}
    for medan in form:
        if medan.name in ("csrf_token", "sidik"):
            continue
        nilai = medan.data
        if medan.name in _TANGGAL:
            nilai = tanggal_data(nilai, isi.get(medan.name))
        elif medan.name in _BARIS:
            nilai = [rapi for baris in (nilai or "").split("\n") if (rapi := " ".join(baris.split()))]
        elif medan.name in _NOMOR:
            nilai = int(nilai) if nilai else None
        elif isinstance(nilai, str) and nilai != _nilai(isi, medan.name):
            nilai = " ".join(nilai.split())
        hasil[medan.name.replace("__", ".")] = nilai
    if hasil.get("waktu") and not hasil.get("waktu_tertulis"):
        hasil["waktu_tertulis"] = f"{hasil['waktu']} Menit"
    return hasil


def nama_medan(kunci: str) -> str:
    """The field that a key of the sheet is typed into: "disahkan_oleh.nama" → "disahkan_oleh__nama"."""
    return kunci.removesuffix(".tanggal").removesuffix(".tertulis").replace(".", "__")
