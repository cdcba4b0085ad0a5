"""The sections of a report as forms: text, what to read while writing, errors."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy.orm import Session
from wtforms import HiddenField, TextAreaField
from wtforms.validators import InputRequired, Length, Optional

from kinerja.domain.laporan_isi import IsiLaporan
from kinerja.domain.narasi import PANJANG_NARASI, Bagian, bagian_narasi
from kinerja.domain.pemeriksaan import TingkatTemuan
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.operations.laporan.koreksi import PANJANG_TINDAK_LANJUT
from kinerja.operations.laporan.narasi import sidik_teks
from kinerja.operations.laporan.narasi_bahan import Bahan, bahan_narasi
from kinerja.operations.laporan.temuan import PANJANG_PENJELASAN
from kinerja.operations.laporan.verba import isi_laporan, narasi_laporan
from kinerja.web.formulir import WAJIB, Formulir

NADA_TEMUAN = {
    TingkatTemuan.PERINGATAN: ("Harus dijelaskan", "awas"),
    TingkatTemuan.CATATAN: ("Catatan", "info"),
}


class FormNarasi(Formulir):
    bagian = HiddenField()
    semula = HiddenField()
    teks = TextAreaField("Uraian", [Optional(), Length(max=PANJANG_NARASI)])


class FormPenjelasan(Formulir):
    kunci = HiddenField()
    penjelasan = TextAreaField("Penjelasan", [InputRequired(WAJIB), Length(max=PANJANG_PENJELASAN)])


class FormTindakLanjut(Formulir):
    tindak_lanjut = TextAreaField(
        "Apa yang diperbaiki, atau mengapa tidak", [InputRequired(WAJIB), Length(max=PANJANG_TINDAK_LANJUT)]
    )


@dataclass(frozen=True)
class BagianTampil:
    """A section on the page. ``tersimpan``: the stored text, shown beside when somebody else changed it."""

    bagian: Bagian
    teks: str
    form: FormNarasi
    bahan: list[Bahan] = field(default_factory=list)
    konflik: bool = False

    @property
    def terisi(self) -> bool:
        return bool(self.teks.strip())

    @property
    def ada_salah(self) -> bool:
        """The typed text was refused."""
        return bool(self.form.errors or self.form.salah_umum)


def form_narasi(kunci: str, teks: str) -> FormNarasi:
    """The form as it opens, with the digest of the text it starts from."""
    return FormNarasi(formdata=None, data={"bagian": kunci, "semula": sidik_teks(teks), "teks": teks})


def bagian_tampil(sesi: Session, periode: Periode, laporan: Laporan) -> list[BagianTampil]:
    """All sections of the draft, in order."""
    isi, narasi = isi_laporan(laporan), narasi_laporan(laporan)
    bahan = bahan_narasi(sesi, periode, isi)
    return [
        BagianTampil(
            b, narasi.get(b.kunci, ""), form_narasi(b.kunci, narasi.get(b.kunci, "")), bahan.get(b.kunci, [])
        )
        for b in bagian_narasi(isi)
    ]


def kelompok(bagian: list[BagianTampil]) -> list[tuple[str, list[BagianTampil]]]:
    """Sections under their headings, in order of print."""
    hasil: dict[str, list[BagianTampil]] = {}
    for satu in bagian:
        hasil.setdefault(satu.bagian.kelompok, []).append(satu)
    return list(hasil.items())


def baca(isi: IsiLaporan, narasi: dict[str, str]) -> list[tuple[str, list[tuple[Bagian, str]]]]:
    """The sections for reading: heading → (section, text)."""
    hasil: dict[str, list[tuple[Bagian, str]]] = {}
    for satu in bagian_narasi(isi):
        hasil.setdefault(satu.kelompok, []).append((satu, narasi.get(satu.kunci, "")))
    return list(hasil.items())
