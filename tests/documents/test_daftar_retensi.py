"""The printed list of what is due."""

from __future__ import annotations

from kinerja.documents.cetak import cetak
from kinerja.documents.daftar_retensi import TEMPLAT, BarisRetensi, DaftarRetensi
from tests.documents.contoh import KANTOR


def daftar(*baris: BarisRetensi) -> DaftarRetensi:
    return DaftarRetensi(KANTOR, "8 Oktober 2026", baris, "dicetak Sekretaris")


def baris(ke: int) -> BarisRetensi:
    return BarisRetensi(
        f"000.7.2.8/{ke}/CMT-TRS/2020",
        "Laporan Kinerja Triwulan III 2020",
        "8 Oktober 2020",
        "000.7.2.8 Laporan berkala (triwulan dan semester)",
        "2 tahun (1 aktif, 1 inaktif)",
        "1 Januari 2023",
        "Musnah",
        "Contoh dari jadwal retensi kabupaten lain",
        "Lemari 2, map LKj",
    )


def test_every_document_has_its_row_and_the_words_say_nothing_is_destroyed(baca) -> None:
    data = daftar(*(baris(ke) for ke in range(1, 41)))
    pdf = baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf)
    for ke in (1, 20, 40):
        assert f"000.7.2.8/{ke}/CMT-TRS/2020" in pdf.padat
    assert "Tidak ada dokumen yang dimusnahkan oleh kinerja" in pdf.teks
    assert "Contoh dari jadwal retensi kabupaten lain" in pdf.teks
    assert len(pdf.halaman) > 1 and min(pdf.ukuran) >= 7


def test_an_empty_list_says_so(baca) -> None:
    data = daftar()
    assert "Tidak ada dokumen yang jatuh tempo" in baca(cetak(TEMPLAT, data, penanda=data.penanda).pdf).teks
