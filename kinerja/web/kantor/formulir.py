"""The form of the office's settings; its due dates are the steps of the running sheet."""

from __future__ import annotations

from dataclasses import fields

from wtforms import BooleanField, IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange

from kinerja.domain.jabatan import NAMA_PERAN, Peran
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.nomor import periksa_pola, tulis_nomor
from kinerja.models.kantor import Kantor
from kinerja.operations.kantor import (
    ATAS_NAMA,
    TENGGAT_TERLAMA,
    ZONA,
    BarisTenggat,
    IsianKantor,
    Tenggat,
    medan_tenggat,
)
from kinerja.web.formulir import WAJIB
from kinerja.web.kantor.perhitungan import FormPerhitungan, baca_perhitungan, isi_perhitungan

BAGIAN_KOP = ("kabupaten", "kecamatan", "alamat", "telepon", "laman", "pos_el", "kode_pos")
_PANJANG = Length(max=200)


class FormKantor(FormPerhitungan):
    kabupaten = StringField("Kabupaten", [InputRequired(WAJIB), _PANJANG])
    kecamatan = StringField("Kecamatan", [InputRequired(WAJIB), _PANJANG])
    alamat = StringField("Alamat kantor", [_PANJANG])
    kode_pos = StringField("Kode pos", [Length(max=10)])
    telepon = StringField("Telepon", [Length(max=60)])
    laman = StringField("Laman (situs web)", [_PANJANG])
    pos_el = StringField("Pos-el (surel)", [_PANJANG])
    ibu_kota = StringField("Tempat tanda tangan", [InputRequired(WAJIB), _PANJANG])
    jabatan_atasan = StringField("Jabatan atasan Camat", [_PANJANG])
    nama_atasan = StringField("Nama atasan Camat", [_PANJANG])
    zona = SelectField(
        "Zona waktu", coerce=int, choices=[SelectChoice(jam, f"{n} (UTC+{jam})") for jam, n in ZONA.items()]
    )
    pola_nomor = StringField("Pola nomor dokumen", [InputRequired(WAJIB), _PANJANG])
    kode_unit = StringField("Kode unit dalam nomor", [Length(max=40)])
    atas_nama = SelectField(
        "Disposisi langkah SOP dicetak atas nama (a.n.)",
        choices=[SelectChoice(p, NAMA_PERAN[Peran(p)]) for p in ATAS_NAMA],
    )
    tenggat_ditetapkan = BooleanField("Tenggat di atas sudah ditetapkan kantor, bukan lagi contoh")


def form_kantor(baris: tuple[BarisTenggat, ...], office: Kantor | None = None) -> FormKantor:
    """The form with a field per due date; filled from ``office`` where it is given, else from the request."""
    medan = {
        medan_tenggat(b.daur, b.kunci): IntegerField(
            b.nama,
            [InputRequired("Isi jumlah hari kerja."), NumberRange(0, TENGGAT_TERLAMA)],
        )
        for b in baris
    }
    kelas = type("FormKantorLengkap", (FormKantor,), medan)
    form: FormKantor = kelas() if office is None else kelas(formdata=None, data=_isi(office, baris))
    return form


def _isi(office: Kantor, baris: tuple[BarisTenggat, ...]) -> dict[str, object]:
    return {
        **{medan.name: getattr(office, medan.name) for medan in fields(IsianKantor)},
        **isi_perhitungan(office),
        "tenggat_ditetapkan": office.tenggat is not None,
        **{medan_tenggat(b.daur, b.kunci): b.hari for b in baris},
    }


def isian(form: FormKantor, baris: tuple[BarisTenggat, ...]) -> IsianKantor:
    """What was typed, read; MasukanSalah names the field."""

    def teks(nama: str) -> str:
        return str(form[nama].data or "")

    return IsianKantor(
        kabupaten=teks("kabupaten"),
        kecamatan=teks("kecamatan"),
        ibu_kota=teks("ibu_kota"),
        alamat=teks("alamat"),
        telepon=teks("telepon"),
        laman=teks("laman"),
        pos_el=teks("pos_el"),
        kode_pos=teks("kode_pos"),
        jabatan_atasan=teks("jabatan_atasan"),
        nama_atasan=teks("nama_atasan"),
        zona=form.zona.data,
        kode_unit=teks("kode_unit"),
        pola_nomor=teks("pola_nomor"),
        atas_nama=teks("atas_nama"),
        **baca_perhitungan(form),
        tenggat=_tenggat(form, baris),
    )


def _tenggat(form: FormKantor, baris: tuple[BarisTenggat, ...]) -> Tenggat | None:
    """None as long as these are the examples and nobody said that the office set them."""
    hasil: Tenggat = {}
    for b in baris:
        hasil.setdefault(b.daur, {})[b.kunci] = form[medan_tenggat(b.daur, b.kunci)].data
    contoh = all(hasil[b.daur][b.kunci] == b.contoh for b in baris)
    return None if contoh and not form.tenggat_ditetapkan.data else hasil


def contoh_nomor(pola: str, kode_unit: str, tahun: int) -> str:
    """The number a first quarterly report would get, or why there is none."""
    try:
        return tulis_nomor(periksa_pola(pola), "000.7.2.8", 1, kode_unit.strip(), tahun)
    except MasukanSalah as salah:
        return salah.pesan
