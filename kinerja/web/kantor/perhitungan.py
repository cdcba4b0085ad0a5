"""The part of the office's settings that changes figures: cap, pin, rounding, predicate scale, sources."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, TypedDict

from wtforms import RadioField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length

from kinerja.domain.angka import baca_angka, tulis_angka
from kinerja.domain.capaian import Metode
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.predikat import SkalaPredikat, baca_skala_predikat
from kinerja.models.kantor import Kantor
from kinerja.operations.kantor import BERSUMBER, DIGIT
from kinerja.operations.kantor_aturan import skala_kantor
from kinerja.web.formulir import WAJIB, Formulir

TINGKAT = range(1, 8)
_PERSEN = [Length(max=20)]
_SUMBER = [Length(max=300)]


class Perhitungan(TypedDict):
    """What ``IsianKantor`` takes of this part."""

    batas_capaian: Decimal | None
    pin_negatif_b: Decimal | None
    serapan_rendah: Decimal
    desimal: int
    metode_negatif: str
    skala_predikat: SkalaPredikat
    sumber_aturan: dict[str, str]


class FormPerhitungan(Formulir):
    batas_capaian = StringField("Batas atas capaian (%)", _PERSEN)
    pin_negatif_b = StringField("Capaian cara B bila realisasinya 0 (%)", _PERSEN)
    serapan_rendah = StringField(
        "Serapan anggaran setahun yang dianggap rendah (%)", [InputRequired(WAJIB), *_PERSEN]
    )
    desimal = SelectField(
        "Angka di belakang koma pada persentase",
        coerce=int,
        choices=[SelectChoice(n, f"{n} angka" if n else "Bilangan bulat") for n in DIGIT],
    )
    metode_negatif = RadioField(
        "Cara untuk “makin rendah makin baik” yang diusulkan pada kartu baru",
        choices=[
            SelectChoice(m.value, f"{m.label}: {m.rumus}") for m in (Metode.NEGATIF_A, Metode.NEGATIF_B)
        ],
    )
    skala_nama = StringField("Nama skala predikat", [InputRequired(WAJIB), *_SUMBER])
    skala_sumber = StringField("Sumber skala predikat", [InputRequired(WAJIB), *_SUMBER])


_NAMA = (
    "batas capaian",
    "capaian cara B dengan realisasi 0",
    "serapan rendah",
    "pembulatan",
    "cara A atau B",
)
for _kunci, _nama in zip(BERSUMBER, _NAMA, strict=True):
    setattr(FormPerhitungan, f"sumber_{_kunci}", StringField(f"Sumber {_nama}", _SUMBER))
for _ke in TINGKAT:
    setattr(FormPerhitungan, f"predikat_batas_{_ke}", StringField(f"Mulai dari (%), baris {_ke}", _PERSEN))
    setattr(FormPerhitungan, f"predikat_label_{_ke}", StringField(f"Predikat, baris {_ke}", [Length(max=60)]))


def isi_perhitungan(office: Kantor) -> dict[str, Any]:
    """The fields as they are typed, from what is stored."""
    skala, sumber = skala_kantor(office), office.sumber_aturan or {}
    hasil: dict[str, Any] = {
        "batas_capaian": _ketik(office.batas_capaian),
        "pin_negatif_b": _ketik(office.pin_negatif_b),
        "serapan_rendah": _ketik(office.serapan_rendah),
        "desimal": office.desimal,
        "metode_negatif": office.metode_negatif,
        "skala_nama": skala.nama,
        "skala_sumber": skala.sumber,
        **{f"sumber_{kunci}": sumber.get(kunci, "") for kunci in BERSUMBER},
    }
    for ke, satu in enumerate(skala.tingkat, start=1):
        hasil |= {f"predikat_batas_{ke}": _ketik(satu.bawah), f"predikat_label_{ke}": satu.label}
    return hasil


def baca_perhitungan(form: FormPerhitungan) -> Perhitungan:
    """What was typed; MasukanSalah names the field."""
    return {
        "batas_capaian": _persen(form, "batas_capaian"),
        "pin_negatif_b": _persen(form, "pin_negatif_b"),
        "serapan_rendah": _persen(form, "serapan_rendah") or Decimal(0),
        "desimal": form.desimal.data,
        "metode_negatif": str(form.metode_negatif.data or ""),
        "skala_predikat": _skala(form),
        "sumber_aturan": {kunci: str(form[f"sumber_{kunci}"].data or "") for kunci in BERSUMBER},
    }


def _skala(form: FormPerhitungan) -> SkalaPredikat:
    """The table of predicates from the rows that are filled; every error beside the row it is about."""
    baris = []
    for ke in TINGKAT:
        label = str(form[f"predikat_label_{ke}"].data or "").strip()
        batas = _persen(form, f"predikat_batas_{ke}")
        if not label and batas is not None:
            raise MasukanSalah("Isi nama predikatnya, atau kosongkan barisnya.", f"predikat_label_{ke}")
        if label:
            baris.append((_ketik(batas), label))
    try:
        return baca_skala_predikat(str(form.skala_nama.data), str(form.skala_sumber.data), baris)
    except MasukanSalah as salah:
        raise MasukanSalah(salah.pesan, salah.medan or "predikat_batas_1") from None


def _persen(form: FormPerhitungan, medan: str) -> Decimal | None:
    rapi = str(form[medan].data or "").strip().removesuffix("%").strip()
    return baca_angka(rapi, medan) if rapi else None


def _ketik(nilai: Decimal | None) -> str:
    return "" if nilai is None else tulis_angka(nilai, None)
