"""The workbook that is given out: what is open, what is closed, what helps."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl

from kinerja.documents.xlsx.isian import PETUNJUK_REALISASI, tulis_isian
from kinerja.domain.lembar_isian import Baris, BukuIsian, JenisBuku, JenisKolom, Kolom, Lembar
from tests.data_uji_excel import PADA

KOLOM = (
    Kolom("Nomor"),
    Kolom("Realisasi", JenisKolom.ANGKA, "nilai", 14, "Angka yang dicapai."),
    Kolom("Hambatan", JenisKolom.TEKS, "hambatan"),
)
BARIS = (
    Baris("indikator:1", "1.1", ("1.1", Decimal("84.5"), "=1+1")),
    Baris("indikator:2", "1.2", ("1.2", "BB", ""), frozenset({"hambatan"}), (("nilai", ("B", "BB")),)),
)
BUKU = BukuIsian(
    JenisBuku.REALISASI, 2026, 7, 3, "Realisasi Triwulan III", "", (Lembar("Indikator", KOLOM, BARIS),)
)


def test_input_is_open_context_is_grey_and_locked_the_key_hidden() -> None:
    ws = openpyxl.load_workbook(io.BytesIO(tulis_isian(BUKU, "Kecamatan Uji", PADA)))["Indikator"]
    assert ws.protection.sheet and not ws.protection.password
    assert ws.column_dimensions["A"].hidden
    assert [ws.cell(5, k).protection.locked for k in range(1, 5)] == [True, True, False, False]
    assert ws["D6"].protection.locked
    assert ws["B5"].fill.fgColor.rgb == "FFEEF1F5" and ws["C5"].fill.fill_type is None
    assert (ws["C5"].value, ws["C5"].number_format) == (84.5, "General")
    assert (ws["D5"].value, ws["D5"].data_type, ws["D5"].number_format) == ("=1+1", "s", "@")
    assert ws.freeze_panes == "C5"
    (pilihan,) = [v for v in ws.data_validations.dataValidation if v.type == "list"]
    assert (pilihan.formula1, str(pilihan.sqref)) == ('"B,BB"', "C6")


def test_the_instructions_stand_behind_and_bytes_repeat() -> None:
    satu = tulis_isian(BUKU, "Kecamatan Uji", PADA, PETUNJUK_REALISASI)
    assert satu == tulis_isian(BUKU, "Kecamatan Uji", PADA, PETUNJUK_REALISASI)
    ws = openpyxl.load_workbook(io.BytesIO(satu))["Petunjuk"]
    kata = " ".join(str(sel.value) for (sel,) in ws.iter_rows(max_col=1) if sel.value)
    assert "Sel yang dikosongkan tidak mengubah apa pun" in kata and "Alasan n/a" in kata
