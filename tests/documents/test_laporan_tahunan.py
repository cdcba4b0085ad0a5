"""The seven analyses of Bab III.A as blocks: what is compared, and what is said where nothing can be."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kinerja.documents.blok import Blok, Judul, Keterangan, Tabel, TandaTangan
from kinerja.documents.laporan import kata
from kinerja.documents.laporan.naskah import susun
from kinerja.domain.laporan import susun_tahunan
from kinerja.domain.laporan_data import DataIndikator, DataLaporan, DataTahun
from kinerja.domain.laporan_isi import IsiLaporan
from tests.documents.contoh_laporan import fakta, pelengkap


def _dengan(data: DataLaporan, **ubah: object) -> DataLaporan:
    """The facts with the first indikator changed."""
    sasaran = data.sasaran[0]
    pertama: DataIndikator = replace(sasaran.indikator[0], **ubah)
    baru = replace(sasaran, indikator=(pertama, *sasaran.indikator[1:]))
    return replace(data, sasaran=(baru, *data.sasaran[1:]))


def _bagian(isi: IsiLaporan, judul: str) -> list[Blok]:
    """The blocks under the first heading that begins so, up to the next one."""
    blok = susun(isi, pelengkap(isi)).blok
    mulai = next(ke for ke, b in enumerate(blok) if isinstance(b, Judul) and b.teks.startswith(judul))
    sisa = blok[mulai + 1 :]
    akhir = next((ke for ke, b in enumerate(sisa) if isinstance(b, Judul)), len(sisa))
    return list(sisa[:akhir])


def _kata(blok: list[Blok]) -> str:
    return " ".join(" ".join(b.baris) for b in blok if isinstance(b, Keterangan))


def _tabel(blok: list[Blok]) -> list[Tabel]:
    return [b for b in blok if isinstance(b, Tabel)]


def test_several_years_stand_under_each_other_with_their_source() -> None:
    data = _dengan(fakta(), riwayat=(DataTahun(2022, "80", "60"), DataTahun(2023, "80", "82")))
    lalu = susun_tahunan(replace(fakta(), tahun=2024))
    banding, silam = _tabel(_bagian(susun_tahunan(data, lalu), "2. Dibandingkan tahun lalu"))
    # last year the same figures: no difference in capaian
    assert banding.baris[0].sel[-1] == "0,00 poin persen"
    assert [b.sel for b in silam.baris][:4] == [
        ("1.1", "Indeks Kepuasan Masyarakat (indeks)", "2022", "80", "60", "75,00%", "kartu indikator"),
        ("", "", "2023", "80", "82", "102,50%", "kartu indikator"),
        ("", "", "2024", "85", "85,375", "100,44%", "Laporan Kinerja 2024"),
        ("", "", "Tahun ini", "85", "85,375", "100,44%", "laporan ini"),
    ]


def test_without_earlier_figures_a_sentence_says_so() -> None:
    isi = _bagian(susun_tahunan(fakta()), "2. Dibandingkan tahun lalu")
    assert not _tabel(isi)
    assert "Angka tahun lalu tidak ada" in _kata(isi)


def test_last_year_alone_says_that_nothing_older_is_known() -> None:
    isi = _bagian(
        susun_tahunan(fakta(), susun_tahunan(replace(fakta(), tahun=2024))), "2. Dibandingkan tahun lalu"
    )
    assert len(_tabel(isi)) == 1
    assert "Angka tahun-tahun sebelum tahun lalu tidak ada" in _kata(isi)


def test_renstra_and_standard_name_the_indikator_that_have_none() -> None:
    data = _dengan(fakta(), standar_nasional="80", standar_sumber="Permenpan 14/2017", target_renstra="100")
    isi = susun_tahunan(data)
    assert "Indikator 1.2, 1.3 tidak mempunyai target Renstra pada kartunya." in _kata(
        _bagian(isi, "3. Sampai tahun ini")
    )
    standar = _bagian(isi, "4. Dibandingkan standar nasional")
    # 85,375 : 80 = 106,71875
    assert _tabel(standar)[0].baris[0].sel[3:] == ("80", "85,375", "106,72%")
    assert "Standar indikator 1.1 menurut Permenpan 14/2017." in _kata(standar)
    assert "Indikator 1.2, 1.3 tidak mempunyai standar nasional pada kartunya." in _kata(standar)


def test_a_standard_without_source_is_told_and_none_at_all_too() -> None:
    isi = susun_tahunan(_dengan(fakta(), standar_nasional="80"))
    assert "Sumber standar indikator 1.1 belum dicantumkan" in _kata(_bagian(isi, "4. Dibandingkan standar"))
    tanpa = _bagian(susun_tahunan(fakta()), "4. Dibandingkan standar")
    assert _kata(tanpa) == "Tidak ada standar nasional untuk indikator sasaran ini."


def test_efficiency_says_how_it_is_decided() -> None:
    isi = _bagian(susun_tahunan(fakta()), "6. Efisiensi")
    assert _tabel(isi)[0].baris[0].sel == ("93,48%", "87,50%", "+5,98 poin persen", "efisien")
    assert "sama dengan atau lebih tinggi daripada serapan anggaran" in _kata(isi)


def test_the_preface_is_written_like_every_section_and_signed() -> None:
    isi = susun_tahunan(fakta())
    laporan = susun(isi, pelengkap(isi, narasi={"kata-pengantar": "Puji syukur."}))
    assert [type(b) for b in laporan.pembuka][-1] is TandaTangan
    assert laporan.pembuka[0] == Judul("KATA PENGANTAR", 1)
    assert "Puji syukur." not in str(laporan.blok)
    assert susun(isi, pelengkap(isi, narasi={})).pembuka == ()


def test_a_difference_has_as_many_decimals_as_the_realisasi_beside_it() -> None:
    persen = replace(susun_tahunan(fakta()).sasaran[0].indikator[0], satuan="%")
    assert kata.selisih(Decimal("8.69652173913"), persen) == "+8,70 poin persen"
    assert kata.selisih(Decimal("-0.125"), replace(persen, satuan="hari")) == "-0,125"
    assert kata.selisih(None, persen) == "–"
