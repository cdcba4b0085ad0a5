"""Exported workbooks: real numbers, plain words, nothing that runs, the same bytes for the same data."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest

from kinerja.documents.xlsx.tabel import BukuTabel, Tabel, tulis_tabel
from kinerja.domain.lembar_isian import JenisKolom, Kolom

PADA = datetime(2026, 10, 8, 3, 0, tzinfo=UTC)
KOLOM = (
    Kolom("Uraian"),
    Kolom("Angka", JenisKolom.ANGKA),
    Kolom("Capaian", JenisKolom.PERSEN),
    Kolom("Pagu (Rp)", JenisKolom.RUPIAH),
    Kolom("Tanggal", JenisKolom.TANGGAL),
)


def buku(*baris: tuple[object, ...]) -> BukuTabel:
    tabel = Tabel("Capaian: 1/2", "Capaian", KOLOM, baris, frozenset({3}), ("Catatan.",))  # type: ignore[arg-type]
    return BukuTabel("Capaian", "Kecamatan Uji", PADA, (tabel, tabel))


def dibuka(isi: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(isi))


@pytest.mark.parametrize(
    "teks",
    [
        "=1+1",
        "+62",
        "-5",
        "@SUM(A1)",
        "\t=1",
        "=cmd|' /C calc'!A0",
        "#REF!",
        "TRUE",
        '=HYPERLINK("http://x")',
    ],
)
def test_text_is_text_whatever_it_begins_with(teks: str) -> None:
    ws = dibuka(tulis_tabel(buku((teks, teks, teks, teks, None)))).worksheets[0]
    for kolom in "ABCD":
        sel = ws[f"{kolom}5"]
        assert (sel.value, sel.data_type) == (teks, "s")
        assert sel.quotePrefix == teks.lstrip().startswith(tuple("=+-@")) or teks[0] == "\t"


def test_numbers_stay_numbers_unrounded_and_words_stay_words() -> None:
    baris = ("a", Decimal("84.28571"), Decimal("98.123456"), Decimal("1250000000"), date(2026, 10, 8))
    kata = ("b", "n/a", "belum ditargetkan", "–", None)
    ws = dibuka(tulis_tabel(buku(baris, kata))).worksheets[0]
    assert [ws.cell(5, k).value for k in range(2, 5)] == [84.28571, 98.123456, 1250000000]
    assert ws["C5"].number_format == '#,##0.00"%"'
    assert ws["E5"].is_date and ws["E5"].value.date() == date(2026, 10, 8)
    assert [ws.cell(6, k).value for k in range(2, 5)] == ["n/a", "belum ditargetkan", "–"]
    assert (ws["A7"].value, ws["D7"].value) == ("Jumlah", 1250000000)
    assert ws["A9"].value == "Catatan."


def test_the_same_data_give_the_same_bytes_with_properties_in_indonesian() -> None:
    satu = tulis_tabel(buku(("a", 1, 2, 3, None)))
    assert satu == tulis_tabel(buku(("a", 1, 2, 3, None)))
    wb = dibuka(satu)
    assert wb.properties.modified == wb.properties.created == PADA.replace(tzinfo=None)
    assert (wb.properties.creator, wb.properties.language) == ("Kecamatan Uji", "id-ID")
    assert len(set(wb.sheetnames)) == 2 and not any(c in n for n in wb.sheetnames for c in ":/")
