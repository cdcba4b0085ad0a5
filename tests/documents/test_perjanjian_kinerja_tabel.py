from __future__ import annotations

from kinerja.documents.perjanjian_kinerja.naskah import SasaranPK
from kinerja.documents.perjanjian_kinerja.tabel import tabel_program, tabel_sasaran
from tests.documents.contoh_pk import pk


def test_a_sasaran_stands_once_and_its_other_rows_go_on_below_it() -> None:
    baris = tabel_sasaran(pk()).baris
    assert [b.sel[0] for b in baris] == ["1", "", "2", ""]
    assert [b.sambung for b in baris] == [0, 2, 0, 2]
    assert baris[3].sel == ("", "", "Gangguan ketenteraman dan ketertiban umum", "Kejadian", "12")


def test_a_sasaran_without_indikator_says_so() -> None:
    baris = tabel_sasaran(pk(sasaran=(SasaranPK("Baru", ()),))).baris
    assert [b.sel for b in baris] == [("1", "Baru", "Belum ada indikator.", "", "")]


def test_programs_end_with_their_sum() -> None:
    baris = tabel_program(pk()).baris
    assert baris[-1].jumlah
    assert baris[-1].sel == ("", "Jumlah", "2.250.000.000", "")
    assert [b.sel[0] for b in baris[:-1]] == ["1", "2"]
