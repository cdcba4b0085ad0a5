"""Every figure of a report that the data give otherwise is named, old and new; nothing else is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja.domain.beda_angka import Beda
from kinerja.domain.beda_laporan import beda_laporan
from kinerja.domain.capaian import Capaian, Metode, Tipe
from kinerja.domain.laporan import susun_semester, susun_tahunan, susun_triwulan
from kinerja.domain.laporan_data import DataLaporan, DataRealisasi
from kinerja.domain.laporan_isi import Banding, Patokan, TahunSilam
from kinerja.domain.predikat import SkalaPredikat, Tingkat
from kinerja.domain.target import JenisTarget


def ganti_indikator(data: DataLaporan, ke: int = 0, **ubah) -> DataLaporan:
    """The facts with one indikator of the first sasaran changed."""
    sasaran = data.sasaran[0]
    daftar = list(sasaran.indikator)
    daftar[ke] = replace(daftar[ke], **ubah)
    return replace(data, sasaran=(replace(sasaran, indikator=tuple(daftar)), *data.sasaran[1:]))


def ganti_program(data: DataLaporan, **ubah) -> DataLaporan:
    sasaran = data.sasaran[0]
    program = (replace(sasaran.program[0], **ubah), *sasaran.program[1:])
    return replace(data, sasaran=(replace(sasaran, program=program), *data.sasaran[1:]))


def isi_tw(data: DataLaporan, ke: int, nilai: str, dasar: int = 0) -> DataLaporan:
    lama = data.sasaran[0].indikator[dasar].realisasi
    return ganti_indikator(data, dasar, realisasi={**lama, ke: DataRealisasi(nilai, jumlah_bukti=1)})


def ringkas(beda: tuple[Beda, ...]) -> list[tuple[str, str, str, str]]:
    return [(b.ukuran, b.masa, b.lama, b.baru) for b in beda]


def baris_ubah(kantor, **ubah) -> tuple[Beda, ...]:
    """What differs when one line of the first indikator of the yearly report is another."""
    isi = susun_tahunan(kantor)
    sasaran = isi.sasaran[0]
    indikator = (replace(sasaran.indikator[0], **ubah), *sasaran.indikator[1:])
    return beda_laporan(isi, replace(isi, sasaran=(replace(sasaran, indikator=indikator), *isi.sasaran[1:])))


def test_the_same_data_differ_in_nothing(kantor):
    for isi in (susun_triwulan(kantor, 2), susun_semester(kantor, 1), susun_tahunan(kantor)):
        assert beda_laporan(isi, isi) == ()


def test_another_realisasi_is_named_in_every_span_it_enters(kantor):
    lama, baru = susun_semester(kantor, 1), susun_semester(isi_tw(kantor, 2, "41.5"), 1)
    indikator = kantor.sasaran[0].indikator[0]
    beda = [b for b in beda_laporan(lama, baru) if b.indikator_id == indikator.id]
    assert {b.masa for b in beda if b.ukuran == "Realisasi"} == {"Triwulan II", "Semester I"}
    assert {b.masa for b in beda if b.ukuran == "Capaian"} == {"Triwulan II", "Semester I"}
    satu = next(b for b in beda if (b.ukuran, b.masa) == ("Realisasi", "Triwulan II"))
    assert satu.baru == "41,5"
    assert satu.apa == f"Indikator {indikator.nomor} “{indikator.uraian}”"
    assert satu.kalimat == f"{satu.apa}, Realisasi, Triwulan II: {satu.lama} menjadi 41,5"
    assert any(b.apa.startswith("Sasaran 1") and b.ukuran == "Capaian" for b in beda_laporan(lama, baru))


def test_a_later_triwulan_does_not_touch_an_earlier_report(kantor):
    assert beda_laporan(susun_triwulan(kantor, 2), susun_triwulan(isi_tw(kantor, 3, "99"), 2)) == ()


def test_a_reason_in_place_of_a_figure_is_a_difference_in_words(kantor):
    kosong = ganti_indikator(kantor, realisasi={})
    beda = beda_laporan(susun_triwulan(kantor, 1), susun_triwulan(kosong, 1))
    assert any(b.ukuran == "Realisasi" and b.baru == "belum diisi" for b in beda)
    assert any(b.ukuran == "Capaian" and b.baru == "belum diisi" for b in beda)
    balik = beda_laporan(susun_triwulan(kosong, 1), susun_triwulan(kantor, 1))
    assert any(b.ukuran == "Capaian" and b.lama == "belum diisi" for b in balik)
    na = ganti_indikator(kantor, realisasi={1: DataRealisasi(None, na=True, alasan_na="rusak")})
    hasil = ringkas(beda_laporan(susun_triwulan(kosong, 1), susun_triwulan(na, 1)))
    assert ("Realisasi", "Triwulan I", "belum diisi", "n/a: rusak") in hasil
    assert ("Capaian", "Triwulan I", "belum diisi", "n/a: rusak") in hasil


@pytest.mark.parametrize(
    ("ubah", "ukuran", "baru"),
    [
        ({"uraian": "Bunyi lain"}, "Bunyi indikator", "Bunyi lain"),
        ({"nomor": "9.9"}, "Nomor", "9.9"),
        ({"satuan": "dokumen"}, "Satuan", "dokumen"),
        ({"metode": Metode.NEGATIF_A}, "Cara menghitung", Metode.NEGATIF_A.label),
        ({"tipe": Tipe.KUMULATIF}, "Tipe penghitungan", Tipe.KUMULATIF.label),
        ({"jenis_target": JenisTarget.RENTANG, "target_tahun": "1..2"}, "Jenis target", "Rentang angka"),
        ({"skala": ("C", "B")}, "Urutan predikat", "C < B"),
        ({"penanggung_jawab": "Seksi Lain"}, "Penanggung jawab", "Seksi Lain"),
        ({"target_tahun": "12345"}, "Target setahun", "12.345"),
        ({"target_triwulan": ("1", "2", "3", "4")}, "Target", "3"),
        ({"predikat": "Istimewa"}, "Predikat", "Istimewa"),
        ({"renstra": Patokan("88", Capaian(Decimal(90)))}, "Target Renstra", "88"),
        ({"standar": Patokan("77", Capaian(Decimal(90)))}, "Standar nasional", "77"),
    ],
)
def test_every_part_of_the_card_is_compared(kantor, ubah, ukuran, baru):
    if ukuran == "Jenis target":
        ubah = ubah | {"target_triwulan": (None, None, None, None), "ukuran": ()}
    assert (ukuran, baru) in [(b.ukuran, b.baru) for b in baris_ubah(kantor, **ubah)]


def test_figures_against_other_marks_and_years_are_compared(kantor):
    isi = susun_tahunan(kantor)
    sasaran = isi.sasaran[0]

    def laporan(**ubah):
        indikator = (replace(sasaran.indikator[0], **ubah), *sasaran.indikator[1:])
        return replace(isi, sasaran=(replace(sasaran, indikator=indikator), *isi.sasaran[1:]))

    def silam(target: str, capaian: str) -> TahunSilam:
        return TahunSilam(2024, target, "5", Capaian(Decimal(capaian)), "laporan")

    def banding(realisasi: str, capaian: str) -> Banding:
        return Banding(realisasi, Capaian(Decimal(capaian)), None, None)

    dua = [laporan(renstra=Patokan("88", Capaian(Decimal(n)))) for n in (90, 95)]
    assert ringkas(beda_laporan(*dua)) == [("Capaian terhadap Target Renstra", "", "90,00%", "95,00%")]
    dua = [laporan(riwayat=(silam("10", "50"),)), laporan(riwayat=(silam("20", "25"),))]
    assert ringkas(beda_laporan(*dua)) == [
        ("Tahun sebelumnya", "2024", "target 10, realisasi 5", "target 20, realisasi 5"),
        ("Capaian", "2024", "50,00%", "25,00%"),
    ]
    hilang = ringkas(beda_laporan(laporan(riwayat=(silam("10", "50"),)), laporan()))
    assert hilang == [("Tahun sebelumnya", "2024", "target 10, realisasi 5", "tidak ada")]
    assert beda_laporan(laporan(), laporan(riwayat=(silam("10", "50"),))) == ()  # frozen before it was kept
    dua = [laporan(banding=banding("5", "50")), laporan(banding=banding("6", "60"))]
    assert ringkas(beda_laporan(*dua)) == [
        ("Realisasi tahun lalu", "", "5", "6"),
        ("Capaian tahun lalu", "", "50,00%", "60,00%"),
    ]
    baru = ringkas(beda_laporan(laporan(), laporan(banding=banding("5", "50"))))
    assert baru == [("Perbandingan dengan tahun lalu", "", "tidak ada", "ada sekarang")]


def test_what_units_wrote_and_the_number_of_bukti_are_compared(kantor):
    panjang = "kata " * 60
    lama = ganti_indikator(kantor, realisasi={1: DataRealisasi("5", hambatan="banjir")})
    baru = ganti_indikator(
        kantor, realisasi={1: DataRealisasi("5", tindak_lanjut=panjang, jumlah_bukti=2, hambatan="banjir")}
    )
    hasil = ringkas(beda_laporan(susun_triwulan(lama, 1), susun_triwulan(baru, 1)))
    assert hasil[-1] == ("Jumlah bukti", "Triwulan I", "0", "2")
    assert hasil[0][:3] == ("Tindak lanjut", "Triwulan I", "tidak ada")
    assert len(hasil[0][3]) == 120 and hasil[0][3].endswith("…")


def test_an_indikator_a_program_or_a_sasaran_more_or_less_is_said(kantor):
    sasaran = kantor.sasaran[0]
    kurang = replace(
        kantor,
        sasaran=(
            replace(sasaran, indikator=sasaran.indikator[1:], program=sasaran.program[1:]),
            *kantor.sasaran[1:],
        ),
    )
    lama, baru = susun_tahunan(kantor), susun_tahunan(kurang)
    hilang = ringkas(beda_laporan(lama, baru))
    assert ("Indikator", "", "ada dalam laporan", "tidak ada") in hilang
    assert ("Program", "", "ada dalam laporan", "tidak ada") in hilang
    tambah = ringkas(beda_laporan(baru, lama))
    assert ("Indikator", "", "tidak ada", "ada sekarang") in tambah
    satu = replace(kantor, sasaran=kantor.sasaran[1:])
    assert ("Sasaran", "", "ada dalam laporan", "tidak ada") in ringkas(
        beda_laporan(lama, susun_tahunan(satu))
    )


def test_a_new_version_of_the_pk_is_known_by_words_and_identity_not_by_row(kantor):
    sasaran = tuple(replace(s, id=s.id + 1000) for s in kantor.sasaran)
    baru = replace(kantor, sasaran=sasaran, versi_pk="PK Perubahan")
    hasil = ringkas(beda_laporan(susun_tahunan(kantor), susun_tahunan(baru)))
    assert hasil == [("Versi", "", kantor.versi_pk, "PK Perubahan")]
    nomor = replace(kantor, sasaran=(replace(kantor.sasaran[0], nomor="7"), *kantor.sasaran[1:]))
    hasil = ringkas(beda_laporan(susun_tahunan(kantor), susun_tahunan(nomor)))
    assert hasil == [("Nomor", "", "1", "7")]


def test_money_is_compared_per_program_sasaran_and_office(kantor):
    lama = susun_tahunan(kantor)
    hasil = beda_laporan(
        lama,
        susun_tahunan(
            ganti_program(
                kantor, pagu=Decimal(1), nama="Program lain", keterangan="DAU", realisasi_anggaran={}
            )
        ),
    )
    per_apa = {(b.apa.split(" ")[0], b.ukuran) for b in hasil}
    assert {("Program", "Pagu"), ("Program", "Realisasi anggaran"), ("Program", "Serapan")} <= per_apa
    assert {("Sasaran", "Pagu"), ("Seluruh", "Pagu"), ("Seluruh", "Realisasi anggaran")} <= per_apa
    assert ("Program", "Nama program") in per_apa and ("Program", "Sumber dana") in per_apa
    assert any(b.baru == "belum diisi" and b.ukuran == "Realisasi anggaran" for b in hasil)
    assert any(b.baru == "Rp1" and b.ukuran == "Pagu" for b in hasil)


def test_the_settings_of_the_office_are_compared(kantor):
    skala = SkalaPredikat("Skala kita", "SK 1", (Tingkat(Decimal(50), "Baik"), Tingkat(None, "Kurang")))
    aturan = replace(kantor.aturan, batas=Decimal(100), pin_negatif_b=Decimal(120), predikat=skala)
    lama, baru = susun_tahunan(kantor), susun_tahunan(replace(kantor, aturan=aturan))
    hasil = [(b.ukuran, b.lama, b.baru) for b in beda_laporan(lama, baru) if b.apa == "Pengaturan kantor"]
    assert hasil[0] == ("Batas capaian", "tidak ada", "100,00%")
    assert hasil[1] == ("Capaian cara B untuk realisasi 0", "tidak ada", "120,00%")
    assert hasil[2][0] == "Tabel predikat" and hasil[2][2] == "Skala kita (Baik ≥ 50; Kurang)"
    koma = replace(kantor.aturan, desimal=1)
    assert [(b.lama, b.baru) for b in beda_laporan(lama, susun_tahunan(replace(kantor, aturan=koma)))] == [
        ("2", "1")
    ]
    hanya_serapan = replace(kantor.aturan, serapan_rendah=Decimal(10))
    assert beda_laporan(lama, susun_tahunan(replace(kantor, aturan=hanya_serapan))) == ()


def test_figures_equal_when_rounded_are_written_as_exact_as_it_takes(kantor):
    isi = susun_triwulan(kantor, 1)
    sasaran = isi.sasaran[0]
    ukuran = sasaran.indikator[0].ukuran[0]

    def laporan(capaian: str, realisasi: str):
        satu = replace(ukuran, capaian=Capaian(Decimal(capaian)), realisasi=realisasi, alasan=None)
        indikator = replace(sasaran.indikator[0], ukuran=(satu, *sasaran.indikator[0].ukuran[1:]))
        pertama = replace(sasaran, indikator=(indikator, *sasaran.indikator[1:]))
        return replace(isi, sasaran=(pertama, *isi.sasaran[1:]))

    beda = beda_laporan(laporan("80.001", "0.333333"), laporan("80.002", "0.333334"))
    assert ringkas(beda) == [
        ("Realisasi", "Triwulan I", "0.333333", "0.333334"),
        ("Capaian", "Triwulan I", "80,001%", "80,002%"),
    ]
