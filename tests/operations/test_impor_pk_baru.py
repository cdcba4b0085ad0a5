"""New lines of a draft Perjanjian Kinerja typed in Excel; an empty draft filled from the workbook alone."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kinerja.domain.jabatan import Pelaku
from kinerja.domain.kesalahan import BelumLengkap
from kinerja.domain.lembar_isian import BukuIsian, JenisBuku
from kinerja.models.impor import Impor
from kinerja.models.perjanjian_kinerja import Indikator, Program, Sasaran
from kinerja.operations.impor import verba as impor
from kinerja.operations.impor.sumber import Sumber
from kinerja.operations.perjanjian_kinerja.verba import buat_pk
from tests.data_uji_disposisi import OKTOBER
from tests.data_uji_excel import alamat_sel, lembar_excel, tersimpan
from tests.data_uji_pk import PELAYANAN, TRANTIB, bangun_pk
from tests.kantor_uji import orang_uji
from tests.operations.test_impor import unggah

SUMBER = Sumber(JenisBuku.PERJANJIAN_KINERJA, 2026)
KARTU: dict[str, Any] = {
    "sasaran": 1,
    "uraian": "Persentase nagari tertib",
    "satuan": "Persen",
    "jenis_target": "Angka",
    "target_tahun": 80,
    "target_tw1": "62,5",
    "unit_id": PELAYANAN,
    "metode": "Makin tinggi makin baik",
    "tipe": "Posisi akhir",
}
PROGRAM: dict[str, Any] = {"sasaran": 1, "nama": "Program Nagari", "pagu": 5_000_000, "unit_id": TRANTIB}


@pytest.fixture
def penulis(sesi: Session) -> Pelaku:
    return orang_uji(sesi, "kasubag_perencanaan")


def kartu(**lain: Any) -> dict[str, Any]:
    return KARTU | lain


def sel(buku: BukuIsian, lembar: str, kunci: str, isian: dict[str, Any]) -> dict[str, Any]:
    return {alamat_sel(buku, lembar, kunci, medan): isi for medan, isi in isian.items()}


def jumlah(sesi: Session) -> list[int]:
    return [sesi.execute(select(func.count(m.id))).scalar_one() for m in (Sasaran, Indikator, Program)]


def salah(hasil: Impor) -> list[tuple[str, str, str]]:
    return [(s["lembar"], s["alamat"], s["pesan"]) for s in hasil.isi["salah"]]


def kosong(sesi: Session, penulis: Pelaku) -> BukuIsian:
    buat_pk(sesi, 2026, penulis, OKTOBER)
    return impor.buku(sesi, SUMBER, penulis)


def test_an_empty_draft_is_filled_from_the_workbook_alone(sesi: Session, penulis: Pelaku) -> None:
    buku = kosong(sesi, penulis)
    ubah = {
        "Sasaran": {"C5": "Meningkatnya pelayanan", "C6": "Meningkatnya ketertiban"},
        "Indikator": sel(buku, "Indikator", "baru:indikator:1", kartu(definisi="Nagari tertib dibagi semua"))
        | sel(
            buku,
            "Indikator",
            "baru:indikator:3",
            kartu(sasaran="2", target_tahun="60–70")
            | {"jenis_target": "Rentang angka", "target_tw1": "60–70"},
        ),
        "Program": sel(buku, "Program", "baru:program:1", PROGRAM),
    }
    hasil = unggah(sesi, SUMBER, lembar_excel(buku, ubah), penulis)
    assert salah(hasil) == []
    perubahan = impor.perubahan_dari(hasil)
    assert impor.jumlah_baris_baru(perubahan) == 5 and all(p.baris_baru for p in perubahan)
    assert perubahan[2].untuk == "Indikator baru (baris 5)"
    assert jumlah(sesi) == [0, 0, 0]
    impor.terapkan(sesi, hasil.id, penulis, OKTOBER)
    assert jumlah(sesi) == [2, 2, 1]
    satu, dua = sesi.execute(select(Indikator).order_by(Indikator.id)).scalars()
    assert (satu.target_tahun, satu.target_tw1, satu.definisi) == ("80", "62.5", "Nagari tertib dibagi semua")
    assert (dua.jenis_target, dua.target_tahun) == ("rentang", "60..70")
    assert sesi.execute(select(Program.pagu)).scalar_one() == Decimal(5_000_000)
    urut = sesi.execute(select(Sasaran.urut, Sasaran.uraian).order_by(Sasaran.urut)).all()
    assert [tuple(s) for s in urut] == [(1, "Meningkatnya pelayanan"), (2, "Meningkatnya ketertiban")]


def test_the_same_workbook_twice_makes_no_second_line(sesi: Session, penulis: Pelaku) -> None:
    bangun_pk(sesi, setujui=False)
    buku = impor.buku(sesi, SUMBER, penulis)
    ubah = {
        "Indikator": sel(buku, "Indikator", "baru:indikator:1", kartu()),
        "Program": sel(buku, "Program", "baru:program:1", PROGRAM),
    }
    isi = lembar_excel(buku, ubah)
    impor.terapkan(sesi, unggah(sesi, SUMBER, isi, penulis).id, penulis, OKTOBER)
    assert jumlah(sesi) == [4, 9, 7]
    lagi = unggah(sesi, SUMBER, isi, penulis)
    assert [(s[0], s[2][:33]) for s in salah(lagi)] == [
        ("Indikator", "Indikator ini sudah ada pada sasa"),
        ("Program", "Program ini sudah ada pada sasara"),
    ]
    with pytest.raises(BelumLengkap):
        impor.terapkan(sesi, lagi.id, penulis, OKTOBER)


def test_every_missing_cell_of_a_new_row_is_named_by_its_address(sesi: Session, penulis: Pelaku) -> None:
    buku = kosong(sesi, penulis)
    ubah = {
        "Sasaran": {"C5": "Meningkatnya pelayanan"},
        "Indikator": {"D5": "Indeks", "C5": 7},
        "Program": {"D5": "Program tanpa uang", "C5": 1, "G5": "Seksi Rahasia"},
    }
    hasil = unggah(sesi, SUMBER, lembar_excel(buku, ubah), penulis)
    ada = salah(hasil)
    medan = {a: pesan for lembar, a, pesan in ada if lembar == "Indikator"}
    assert medan["C5"] == "Sasaran nomor “7” tidak ada. Nomor sasaran yang ada: 1."
    for nama in ("satuan", "jenis_target", "unit_id", "metode", "tipe"):
        assert alamat_sel(buku, "Indikator", "baru:indikator:1", nama) in medan
    assert [s for s in ada if s[0] == "Program"] == [
        ("Program", "E5", "Isi anggarannya; 0 bila memang tanpa anggaran.")
    ]
    assert jumlah(sesi) == [0, 0, 0]


def test_a_skipped_sasaran_row_and_a_double_one_are_told(sesi: Session, penulis: Pelaku) -> None:
    buku = kosong(sesi, penulis)
    hasil = unggah(sesi, SUMBER, lembar_excel(buku, {"Sasaran": {"C6": "Kedua"}}), penulis)
    assert salah(hasil)[0][:2] == ("Sasaran", "C6") and "berurutan dari atas" in salah(hasil)[0][2]
    hasil = unggah(sesi, SUMBER, lembar_excel(buku, {"Sasaran": {"C5": "Sama", "C6": " sama "}}), penulis)
    assert salah(hasil) == [("Sasaran", "C6", "Sasaran ini sudah ada pada draf.")]


@pytest.mark.parametrize("cara", ["tanpa_kunci", "kunci_sama"])
def test_a_row_beyond_the_offered_ones_or_copied_whole_is_new_too(
    sesi: Session, penulis: Pelaku, cara: str
) -> None:
    bangun_pk(sesi, setujui=False)
    buku = impor.buku(sesi, SUMBER, penulis)
    wb = openpyxl.load_workbook(io.BytesIO(lembar_excel(buku)))
    ws = wb["Program"]
    for baris, nama in ((13, "Program A"), (200, "Program B")):
        for kolom, isi in zip("CDEG", (1, nama, 1000, PELAYANAN), strict=True):
            ws[f"{kolom}{baris}"].value = isi
        ws[f"A{baris}"].value = ws["A13"].value if cara == "kunci_sama" else None
    hasil = unggah(sesi, SUMBER, tersimpan(wb), penulis)
    assert salah(hasil) == []
    impor.terapkan(sesi, hasil.id, penulis, OKTOBER)
    assert jumlah(sesi) == [4, 8, 8]


def test_a_row_taken_out_deletes_nothing(sesi: Session, penulis: Pelaku) -> None:
    bangun_pk(sesi, setujui=False)
    wb = openpyxl.load_workbook(io.BytesIO(lembar_excel(impor.buku(sesi, SUMBER, penulis))))
    wb["Indikator"].delete_rows(5, 3)
    hasil = unggah(sesi, SUMBER, tersimpan(wb), penulis)
    assert hasil.isi["perubahan"] == hasil.isi["salah"] == []
    assert jumlah(sesi) == [4, 8, 6]


@pytest.mark.parametrize(("isi", "kata"), [("=1+1", "rumus"), (True, "TRUE"), ("#REF!", "galat")])
def test_a_formula_in_a_new_row_is_told(sesi: Session, penulis: Pelaku, isi: object, kata: str) -> None:
    buku = kosong(sesi, penulis)
    ubah = {"Sasaran": {"C5": "Satu"}, "Indikator": sel(buku, "Indikator", "baru:indikator:1", kartu())}
    alamat = alamat_sel(buku, "Indikator", "baru:indikator:1", "target_tahun")
    ubah["Indikator"][alamat] = isi
    hasil = unggah(sesi, SUMBER, lembar_excel(buku, ubah), penulis)
    assert any(a == alamat and kata in pesan for _, a, pesan in salah(hasil))
    with pytest.raises(BelumLengkap):
        impor.terapkan(sesi, hasil.id, penulis, OKTOBER)


def test_what_a_new_row_alone_may_hold_stays_closed_in_an_old_one(sesi: Session, penulis: Pelaku) -> None:
    bangun_pk(sesi, setujui=False)
    buku = impor.buku(sesi, SUMBER, penulis)
    kunci = buku.lembar[1].baris[0].kunci
    ubah = {"Indikator": sel(buku, "Indikator", kunci, {"unit_id": TRANTIB, "sasaran": 3})}
    hasil = unggah(sesi, SUMBER, lembar_excel(buku, ubah), penulis)
    assert [pesan[:26] for _, _, pesan in salah(hasil)] == ["Sel ini hanya keterangan d"] * 2


def test_an_approved_version_offers_no_new_rows(sesi: Session, penulis: Pelaku) -> None:
    bangun_pk(sesi)
    buku = impor.buku(sesi, SUMBER, penulis)
    assert all(lembar.baru is None for lembar in buku.lembar)
    assert [len(lembar.baris) for lembar in buku.lembar] == [4, 8, 6]


def test_untouched_new_rows_of_an_older_workbook_ask_for_nothing(sesi: Session, penulis: Pelaku) -> None:
    buku = kosong(sesi, penulis)
    lama = lembar_excel(buku, {"Sasaran": {"C5": "Pertama"}})
    impor.terapkan(sesi, unggah(sesi, SUMBER, lama, penulis).id, penulis, OKTOBER)
    bersih = unggah(sesi, SUMBER, lembar_excel(buku), penulis)
    assert bersih.isi["salah"] == bersih.isi["perubahan"] == [] and bersih.isi["basi"]
    assert "tidak dikenal" in salah(unggah(sesi, SUMBER, lama, penulis))[0][2]


def test_the_words_to_choose_from_stand_in_the_workbook(sesi: Session, penulis: Pelaku) -> None:
    wb = openpyxl.load_workbook(io.BytesIO(lembar_excel(kosong(sesi, penulis))))
    rumus = {str(d.sqref): d.formula1 for d in wb["Indikator"].data_validations.dataValidation}
    assert rumus["F5"] == '"Angka,Rentang angka,Predikat"'
    daftar = [d.formula1 for d in wb["Program"].data_validations.dataValidation]
    assert daftar and (PELAYANAN in daftar[0] or daftar[0].startswith("Petunjuk!$C$4:$C$"))
    assert "Menghapus baris di Excel tidak menghapus apa pun" in wb["Indikator"]["B2"].value
