"""The forms of the Perjanjian Kinerja, and the plain words that explain each choice."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from wtforms import BooleanField, DateField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional

from kinerja.domain.angka import tulis_angka, tulis_rupiah
from kinerja.domain.capaian import JenisTarget, Metode, Tipe, tulis_target
from kinerja.domain.target import SKALA_CONTOH, tulis_skala
from kinerja.models.jabatan import Unit
from kinerja.models.perjanjian_kinerja import Indikator, Program
from kinerja.operations.perjanjian_kinerja.baris import IsianProgram
from kinerja.operations.perjanjian_kinerja.indikator import IsianIndikator
from kinerja.operations.perjanjian_kinerja.persetujuan import PANJANG_ALASAN
from kinerja.operations.perjanjian_kinerja.verba import IsianPihak
from kinerja.web.formulir import WAJIB, Formulir

LAIN = "lain"
TAHUN_RIWAYAT = 5  # the span of a Renstra
_LAIN = ("urut", "skala", "unit_id", "riwayat")
TARGET = (
    "target_tahun",
    "target_tw1",
    "target_tw2",
    "target_tw3",
    "target_tw4",
    "target_renstra",
    "standar_nasional",
)

_KATA_METODE = {
    Metode.POSITIF: "untuk hasil yang ingin dinaikkan, misalnya indeks kepuasan.",
    Metode.NEGATIF_A: "untuk hasil yang ingin diturunkan, misalnya jumlah gangguan; realisasi 0 menjadi 200.",
    Metode.NEGATIF_B: "untuk hasil yang ingin diturunkan, misalnya lama pelayanan; realisasi 0 tidak dapat "
    "dihitung.",
}
_KATA_TIPE = {
    Tipe.KUMULATIF: "hasil setahun = TW I + TW II + TW III + TW IV. Untuk jumlah kegiatan atau kejadian; "
    "jangan untuk persen.",
    Tipe.POSISI_AKHIR: "hasil setahun = angka triwulan terakhir yang terisi. Untuk persen, nilai, predikat.",
    Tipe.RATA_RATA: "hasil setahun = jumlah triwulan yang terisi ÷ banyaknya. Untuk indeks yang diukur tiap "
    "triwulan.",
}
_KATA_JENIS = {
    JenisTarget.ANGKA: "misalnya 85,5 atau 1.234",
    JenisTarget.RENTANG: "misalnya 60-70",
    JenisTarget.PREDIKAT: "misalnya BB, dari skala yang dipilih di bawah",
}


def _bilangan(isi: Any) -> int | None:
    return int(isi) if isi else None


class FormBuat(Formulir):
    salin = BooleanField("Salin sasaran, indikator, dan program tahun lalu sebagai bahan awal")


class FormPihak(Formulir):
    pihak_pertama_nama = StringField("Nama pihak pertama", [Length(max=200)])
    pihak_pertama_jabatan = StringField("Jabatan pihak pertama", [Length(max=200)])
    pihak_pertama_pangkat = StringField("Pangkat pihak pertama", [Length(max=200)])
    pihak_pertama_nip = StringField("NIP pihak pertama", [Length(max=200)])
    pihak_kedua_nama = StringField("Nama pihak kedua", [Length(max=200)])
    pihak_kedua_jabatan = StringField("Jabatan pihak kedua", [Length(max=200)])
    tempat = StringField("Tempat", [Length(max=200)])
    tanggal = DateField("Tanggal", [Optional()])

    def isian(self) -> IsianPihak:
        return IsianPihak(
            **{
                satu.name: self[satu.name].data or "" for satu in fields(IsianPihak) if satu.name != "tanggal"
            },
            tanggal=self.tanggal.data,
        )


class FormBaris(Formulir):
    """A line of the PK; ``urut`` only where an existing line is changed."""

    urut = SelectField("Letak", coerce=_bilangan)

    def atur_letak(self, jumlah: int | None) -> None:
        if jumlah is None or jumlah < 2:
            del self.urut
        else:
            self.urut.choices = [SelectChoice(str(ke), f"Nomor {ke}") for ke in range(1, jumlah + 1)]

    @property
    def letak(self) -> int | None:
        return self.urut.data if "urut" in self else None


class FormSasaran(FormBaris):
    uraian = TextAreaField("Sasaran strategis", [InputRequired(WAJIB), Length(max=500)])


class FormIndikator(FormBaris):
    """What must be filled is told by the operation, together with whatever else is wrong."""

    tahun_lalu: tuple[int, ...] = ()

    uraian = TextAreaField("Indikator kinerja", [Length(max=500)])
    satuan = StringField("Satuan", [Length(max=50)])
    rumus = TextAreaField("Cara menghitung realisasinya, dengan kata-kata", [Length(max=2000)])
    frekuensi = StringField("Frekuensi pengukuran", [Length(max=200)])
    medium = StringField("Alat pengumpulan data", [Length(max=500)])
    pembilang = StringField("Pembilang: yang dihitung", [Length(max=300)])
    penyebut = StringField("Penyebut: dari seluruhnya", [Length(max=300)])
    pengali = StringField("Pengali", [Length(max=40)])
    standar_sumber = StringField("Sumber standar nasional", [Length(max=500)])
    unit_id = SelectField("Penanggung jawab", coerce=_bilangan)
    definisi = TextAreaField("Penjelasan cara mengukur", [Length(max=5000)])
    sumber = StringField("Sumber data", [Length(max=500)])
    metode = RadioField(
        "Cara menghitung capaian",
        choices=[
            SelectChoice(m.value, f"{m.label}: capaian (%) = {m.rumus}; {_KATA_METODE[m]}") for m in Metode
        ],
    )
    tipe = RadioField(
        "Cara menggabung empat triwulan",
        choices=[SelectChoice(t.value, f"{t.label}: {_KATA_TIPE[t]}") for t in Tipe],
    )
    jenis_target = RadioField(
        "Bentuk target", choices=[SelectChoice(j.value, f"{j.label}, {_KATA_JENIS[j]}") for j in JenisTarget]
    )
    pilihan_skala = SelectField(
        "Skala predikat",
        choices=[
            SelectChoice("", "Tidak memakai predikat"),
            *(
                SelectChoice(tulis_skala(skala), f"{nama}: {tulis_skala(skala)}")
                for nama, skala in SKALA_CONTOH
            ),
            SelectChoice(LAIN, "Skala lain, saya tulis di bawah ini"),
        ],
    )
    skala = StringField("Skala lain, dari yang terendah", [Length(max=1000)])
    target_tahun = StringField("Target setahun", [Length(max=100)])
    target_tw1 = StringField("Target TW I", [Length(max=100)])
    target_tw2 = StringField("Target TW II", [Length(max=100)])
    target_tw3 = StringField("Target TW III", [Length(max=100)])
    target_tw4 = StringField("Target TW IV", [Length(max=100)])
    target_renstra = StringField("Target akhir renstra", [Length(max=100)])
    standar_nasional = StringField("Standar nasional", [Length(max=100)])

    @property
    def data_riwayat(self) -> bool:
        """Whether an earlier year is filled or wrong, so that its part of the form stands open."""
        medan = [self[nama(n)] for n in self.tahun_lalu for nama in (_target, _realisasi)]
        return any(satu.data or satu.errors for satu in medan)

    def isian(self) -> IsianIndikator:
        nama = [satu.name for satu in fields(IsianIndikator) if satu.name not in _LAIN]
        pilihan = self.pilihan_skala.data or ""
        return IsianIndikator(
            **{satu: self[satu].data or "" for satu in nama},
            unit_id=self.unit_id.data,
            skala=(self.skala.data or "") if pilihan == LAIN else pilihan,
            urut=self.letak,
            riwayat=tuple(
                (tahun, self[_target(tahun)].data or "", self[_realisasi(tahun)].data or "")
                for tahun in self.tahun_lalu
            ),
        )


def form_indikator(indikator: Indikator | None, tahun: int, metode: str) -> FormIndikator:
    """The form of a card in the PK of ``tahun``, with a pair of fields for each of the years before it.

    ``metode``: the office's formula for "lower is better", proposed by the order of its choices.
    """
    tahun_lalu = tuple(range(tahun - 1, tahun - 1 - TAHUN_RIWAYAT, -1))
    medan = {_target(n): StringField(f"Target {n}", [Length(max=100)]) for n in tahun_lalu}
    medan |= {_realisasi(n): StringField(f"Realisasi {n}", [Length(max=100)]) for n in tahun_lalu}
    kelas = type("FormIndikatorBerriwayat", (FormIndikator,), {**medan, "tahun_lalu": tahun_lalu})
    form: FormIndikator = kelas(data=data_indikator(indikator))
    form.metode.choices = [
        SelectChoice(m.value, f"{m.label}: capaian (%) = {m.rumus}; {_KATA_METODE[m]}{_pilihan(m, metode)}")
        for m in sorted(Metode, key=lambda m: (m is not Metode.POSITIF, m != metode))
    ]
    return form


def _pilihan(metode: Metode, kantor: str) -> str:
    return " Pilihan kantor." if metode == kantor else ""


def _target(tahun: int) -> str:
    return f"riwayat_target_{tahun}"


def _realisasi(tahun: int) -> str:
    return f"riwayat_realisasi_{tahun}"


class FormProgram(FormBaris):
    nama = TextAreaField("Program", [InputRequired(WAJIB), Length(max=500)])
    pagu = StringField("Anggaran (pagu)", [InputRequired(WAJIB), Length(max=40)])
    keterangan = StringField("Keterangan (sumber dana)", [Length(max=500)])
    unit_id = SelectField("Pelaksana", coerce=_bilangan)

    def isian(self) -> IsianProgram:
        return IsianProgram(
            self.nama.data or "",
            self.pagu.data or "",
            self.keterangan.data or "",
            self.unit_id.data,
            self.letak,
        )


class FormKembali(Formulir):
    alasan = TextAreaField("Alasan dikembalikan", [InputRequired(WAJIB), Length(max=PANJANG_ALASAN)])


class FormPerubahan(Formulir):
    alasan = TextAreaField("Alasan perubahan", [InputRequired(WAJIB), Length(max=PANJANG_ALASAN)])


class FormHapus(Formulir):
    """Only the confirmation itself."""


class FormSetuju(Formulir):
    """Only the confirmation itself."""


def pilihan_unit(unit: list[Unit]) -> list[SelectChoice]:
    return [SelectChoice("", "Pilih unit"), *(SelectChoice(str(u.id), u.nama) for u in unit)]


def data_indikator(indikator: Indikator | None) -> dict[str, Any]:
    """What the form shows: the stored card in the words it was typed in, or a fresh card."""
    if indikator is None:
        return {
            "metode": Metode.POSITIF.value,
            "tipe": Tipe.POSISI_AKHIR.value,
            "jenis_target": JenisTarget.ANGKA.value,
            "pilihan_skala": "",
        }
    jenis = JenisTarget(indikator.jenis_target)
    skala = tulis_skala(tuple(indikator.skala or ()))
    dikenal = skala in {tulis_skala(contoh) for _, contoh in SKALA_CONTOH}
    nama = (
        *("uraian", "satuan", "unit_id", "definisi", "sumber", "metode", "tipe", "jenis_target", "urut"),
        *("rumus", "frekuensi", "medium", "pembilang", "penyebut", "standar_sumber"),
    )
    riwayat = {}
    for satu in indikator.riwayat or ():
        riwayat[_target(satu["tahun"])] = _ketik(satu.get("target"), jenis)
        riwayat[_realisasi(satu["tahun"])] = _ketik(satu.get("realisasi"), jenis)
    target = {medan: _ketik(getattr(indikator, medan), jenis) for medan in TARGET}
    return {
        **{medan: getattr(indikator, medan) for medan in nama},
        **target,
        **riwayat,
        "pengali": "" if indikator.pengali is None else tulis_angka(indikator.pengali, None),
        "pilihan_skala": skala if dikenal or not skala else LAIN,
        "skala": "" if dikenal else skala,
    }


def _ketik(teks: str | None, jenis: JenisTarget) -> str:
    return tulis_target(teks, jenis) if teks else ""


def data_program(program: Program | None) -> dict[str, Any]:
    if program is None:
        return {}
    nama = ("nama", "keterangan", "unit_id", "urut")
    return {medan: getattr(program, medan) for medan in nama} | {"pagu": tulis_rupiah(program.pagu)}
