"""Hostile and broken workbooks: each is refused in seconds, with a sentence that says what to do."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from functools import cache

import openpyxl
import pytest

from kinerja.documents.xlsx.baca import baca_lembar, tolak_bukan_xlsx
from kinerja.domain.kesalahan import MasukanSalah
from kinerja.domain.lembar_isian import Baris, BukuIsian, JenisBuku, JenisKolom, Kolom, Lembar
from tests.data_uji_excel import LAGI, bongkar, disunting, lembar_excel, tersimpan

KOLOM = (
    Kolom("Nomor"),
    Kolom("Realisasi", JenisKolom.ANGKA, "nilai"),
    Kolom("Hambatan", JenisKolom.TEKS, "hambatan"),
)
ULANG = b'<row r="9">' + b'<c r="B9"><v>1</v></c>' * 130_000 + b"</row></sheetData>"
MILIAR = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(8))
    + b"]><worksheet>&i;</worksheet>"
)


def buku() -> BukuIsian:
    baris = (Baris("indikator:1", "1.1 Indeks", ("1.1", None, "")),)
    return BukuIsian(JenisBuku.REALISASI, 2026, 7, 3, "Realisasi", "", (Lembar("Indikator", KOLOM, baris),))


@cache
def asli() -> bytes:
    return lembar_excel(buku())


def _tambah(nama: str, isi: bytes = b"x") -> Callable[[], bytes]:
    return lambda: bongkar(asli(), {nama: isi})


def _lembar(cara: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    return lambda: bongkar(asli(), {LAGI: cara})


def _sel(xml: bytes) -> Callable[[], bytes]:
    return _lembar(lambda s: s.replace(b"</sheetData>", xml + b"</sheetData>"))


def _banyak_anggota() -> bytes:
    return bongkar(asli(), {f"xl/media/{i}.bin": b"" for i in range(400)})


def _bohong() -> bytes:
    """A member that unpacks to more than its head says."""
    isi = bytearray(bongkar(asli(), {LAGI: lambda s: s + b" " * 60_000_000}))
    for tanda, geser in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        awal = -1
        while (awal := isi.find(tanda, awal + 1)) >= 0:
            if int.from_bytes(isi[awal + geser : awal + geser + 4], "little") > 50_000_000:
                isi[awal + geser : awal + geser + 4] = (5000).to_bytes(4, "little")
    return bytes(isi)


def _dua_nama() -> bytes:
    keluar = io.BytesIO(asli())
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(keluar, "a") as zip_:
        zip_.writestr(LAGI, b"<worksheet/>")
    return keluar.getvalue()


def _gabung() -> bytes:
    wb = openpyxl.load_workbook(io.BytesIO(asli()))
    wb["Indikator"].merge_cells("C5:C6")
    return tersimpan(wb)


def _lembar_lain() -> bytes:
    wb = openpyxl.Workbook()
    for _ in range(40):
        wb.create_sheet()
    return tersimpan(wb)


JAHAT: dict[str, tuple[Callable[[], bytes], str]] = {
    "bom zip": (_lembar(lambda s: s + b" " * 60_000_000), "jauh lebih besar"),
    "bom yang berbohong": (_bohong, "rusak"),
    "banyak anggota": (_banyak_anggota, "jauh lebih besar"),
    "nama dua kali": (_dua_nama, "rusak"),
    "teks bersama raksasa": (
        lambda: bongkar(
            asli(), {"xl/sharedStrings.xml": b"<sst>" + b"<si><t>a</t></si>" * 500_000 + b"</sst>"}
        ),
        "jauh lebih besar",
    ),
    "gaya terlalu banyak": (
        lambda: bongkar(
            asli(),
            {
                "xl/styles.xml": lambda s: s.replace(
                    b"</cellXfs>", b'<xf fontId="0"/>' * 60_000 + b"</cellXfs>"
                )
            },
        ),
        "jauh lebih besar",
    ),
    "baris terlalu banyak": (_sel(b'<row r="9"/>' * 320_000), "jauh lebih besar"),
    "sel terlalu banyak": (_lembar(lambda s: s.replace(b"</sheetData>", ULANG)), "jauh lebih besar"),
    "sel jauh": (
        _sel(b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'),
        "XFD1048576",
    ),
    "di luar tabel": (lambda: disunting(asli(), {"Indikator": {"H5": "catatan saya"}}), "H5"),
    "bom entitas": (_lembar(lambda _: MILIAR), "rusak"),
    "utf-16": (_lembar(lambda s: s.decode().encode("utf-16")), "rusak"),
    "makro": (_tambah("xl/vbaProject.bin"), "makro"),
    "makro lama": (_tambah("xl/macrosheets/sheet1.xml", b"<a/>"), "makro"),
    "jenis bermakro": (
        lambda: bongkar(
            asli(),
            {
                "[Content_Types].xml": lambda s: s.replace(
                    b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml"
                )
            },
        ),
        "makro",
    ),
    "tautan": (_tambah("xl/externalLinks/externalLink1.xml", b"<a/>"), "tautan"),
    "koneksi": (_tambah("xl/connections.xml", b"<a/>"), "tautan"),
    "benda": (_tambah("xl/embeddings/a.bin"), "disisipkan"),
    "sel gabungan": (_gabung, "digabung"),
    "banyak lembar": (_lembar_lain, "jauh lebih besar"),
    "bukan xml": (_lembar(lambda _: b"halo"), "rusak"),
    "putus": (lambda: asli()[:-200], "rusak"),
    "hanya awalan": (lambda: b"PK\x03\x04" + b"\0" * 500, "rusak"),
}


@pytest.mark.parametrize("nama", list(JAHAT))
def test_a_hostile_workbook_is_refused_in_seconds(nama: str) -> None:
    isi = JAHAT[nama][0]()
    mulai = time.monotonic()
    with pytest.raises(MasukanSalah) as gagal:
        baca_lembar(isi, "lembar.xlsx")
    assert time.monotonic() - mulai < 5
    assert JAHAT[nama][1] in gagal.value.pesan
    assert gagal.value.medan == "berkas"


@pytest.mark.parametrize(
    ("isi", "nama", "kata"),
    [
        (b"", "a.xlsx", "Pilih berkas"),
        (b"PK\x03\x04", "a.xlsm", "makro"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xlsx", "kata sandi"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls", "format Excel lama"),
        (b"%PDF-1.7", "a.xlsx", "bukan Excel"),
        (b"PK\x03\x04", "a.docx", "bukan Excel"),
    ],
)
def test_what_is_no_workbook_is_said_at_once(isi: bytes, nama: str, kata: str) -> None:
    with pytest.raises(MasukanSalah, match=kata):
        tolak_bukan_xlsx(isi, nama)


def test_a_workbook_of_others_has_no_sheet_of_ours() -> None:
    wb = openpyxl.Workbook()
    wb.create_sheet("Indikator")["A1"] = "=1+1"
    assert baca_lembar(tersimpan(wb), "lain.xlsx") == ()


def test_our_own_comes_back_with_its_mark_and_rows() -> None:
    isi = disunting(asli(), {"Indikator": {"C5": 84.28, "D5": "Antre"}})
    (lembar,) = baca_lembar(isi, "lembar.xlsx")
    assert lembar.tanda == "kinerja|realisasi|2026|7|3|Indikator"
    assert lembar.sidik == buku().sidik()
    assert lembar.judul == ("Nomor", "Realisasi", "Hambatan")
    (baris,) = lembar.baris
    assert (baris.nomor, baris.kunci) == (5, "indikator:1")
    assert [(s.jenis, s.isi) if s else None for s in baris.sel] == [
        ("teks", "1.1"),
        ("angka", "84.28"),
        ("teks", "Antre"),
    ]


def test_a_percent_cell_is_named_as_one() -> None:
    wb = openpyxl.load_workbook(io.BytesIO(asli()))
    wb["Indikator"]["C5"].value = 0.85
    wb["Indikator"]["C5"].number_format = "0%"
    (lembar,) = baca_lembar(tersimpan(wb), "lembar.xlsx")
    assert lembar.baris[0].sel[1] is not None and lembar.baris[0].sel[1].jenis == "persen"
