"""The worked year of twelve indikator, from rows: equal on screen, in PDF, Word and workbook."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal

import docx
import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader

from kinerja.documents.blok import Tabel
from kinerja.domain.angka import tulis_persen
from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.web.laporan.pdf import siap_cetak
from tests import setahun_dua_belas as tangan
from tests.data_uji_laporan import periode, siapkan_draf
from tests.kantor_uji import orang_uji
from tests.web.test_laporan import MASA, _angka, teks
from tests.web.test_tabel import baris as lembar

Masuk = Callable[[str], FlaskClient]
KOLOM = tangan.tabel()["kolom"]


@pytest.fixture
def tahunan(aplikasi: Flask) -> int:
    with aplikasi.app_context():
        sesi = db.session()
        tangan.bangun(sesi)
        milik = periode(sesi, JenisPeriode.TAHUNAN, 1)
        siapkan_draf(sesi, milik, "9", orang_uji(sesi, "kasubag_perencanaan"))
        sesi.commit()
        return milik.id


def baris_setahun() -> list[tuple[str, list[str | None]]]:
    """(number, the five capaian of the annex) of each indikator, None where a reason stands."""
    posisi = [KOLOM.index(m) for m in ("tw1", "tw2", "tw3", "tw4", "tahun")]
    return [(i["nomor"], [tangan.harapan(i["capaian"][p]) for p in posisi]) for i in tangan.indikator()]


def test_on_screen(masuk: Masuk, tahunan: int) -> None:
    halaman = masuk("camat").get(f"/laporan/{tahunan}").text
    for s in tangan.tabel()["sasaran"]:
        angka = _angka(halaman, f"Target, realisasi, dan capaian sasaran {s['nomor']}")
        for i in s["indikator"]:
            for nama, capaian in zip(KOLOM, i["capaian"], strict=True):
                sel = angka[f"{i['nomor']} {i['uraian']}", MASA[nama]][2]
                harapan = tangan.harapan(capaian)
                assert sel.split()[0] == harapan if harapan else sel[0].isalpha(), (i["nomor"], nama)
            gabungan = [angka[f"{i['nomor']} {i['uraian']}", MASA[n]][1] for n in KOLOM[4:]]
            assert [g for g, h in zip(gabungan, i["gabungan"], strict=True) if h != "-"] == [
                h for h in i["gabungan"] if h != "-"
            ]
        rata = [angka[f"Capaian sasaran {s['nomor']}, rata-rata indikatornya", MASA[n]] for n in KOLOM]
        assert [r[1].split()[0] for r in rata] == [tangan.harapan(c) for c in s["capaian"]]
        assert f"Selisih {s['selisih']} Simpulan {s['efisiensi'].capitalize()}" in teks(halaman)


def _tabel_word(klien: FlaskClient, nomor: int) -> list[list[list[str]]]:
    isi = docx.Document(io.BytesIO(klien.get(f"/laporan/{nomor}/laporan.docx").data))
    return [[[c.text for c in b.cells] for b in t.rows] for t in isi.tables]


def test_in_the_word_file(masuk: Masuk, tahunan: int) -> None:
    tabel = _tabel_word(masuk("camat"), tahunan)
    setahun = [b for t in tabel for b in t if len(b) == 18 and b[0][:1].isdigit()]
    assert [(b[0], [c if "%" in c else None for c in b[5::3]]) for b in setahun] == baris_setahun()
    jumlah = [b for t in tabel for b in t if "Capaian sasaran" in b and len(b) == 7]
    assert [b[5] for b in jumlah] == [tangan.harapan(s["capaian"][6]) for s in tangan.tabel()["sasaran"]]
    efisiensi = [t[1] for t in tabel if t[0][-1] == "Simpulan"]
    assert [b[2:] for b in efisiensi] == [[s["selisih"], s["efisiensi"]] for s in tangan.tabel()["sasaran"]]
    uang = [
        b for t in tabel for b in t[1:] if t[0] == ["No", "Program", "Pagu (Rp)", "Realisasi (Rp)", "Serapan"]
    ]
    assert [b[2:] for b in uang] == [p["cetak"] for s in tangan.tabel()["sasaran"] for p in s["program"]]


def _cetak(sel: object) -> str | None:
    """A percentage of a workbook as it is shown there: two decimals, half up; None where words stand."""
    return tulis_persen(Decimal(repr(sel))) if isinstance(sel, int | float) else None


def test_in_the_workbook(masuk: Masuk, tahunan: int) -> None:
    jawab = masuk("camat").get(f"/tabel/laporan/{tahunan}")
    buku = openpyxl.load_workbook(io.BytesIO(jawab.data))
    indikator = {b["No"]: b for b in lembar(buku["Capaian indikator"])}
    for i in tangan.indikator():
        capaian = [_cetak(indikator[i["nomor"]][f"Capaian {MASA[m]}"]) for m in KOLOM]
        assert capaian == [tangan.harapan(c) for c in i["capaian"]], i["nomor"]
    for s, b in zip(tangan.tabel()["sasaran"], lembar(buku["Capaian sasaran"])[:3], strict=True):
        assert [_cetak(b[f"Capaian {MASA[m]}"]) for m in KOLOM] == [tangan.harapan(c) for c in s["capaian"]]
    uang = [b["Serapan Tahun"] for b in lembar(buku["Anggaran"])][:4]
    harapan = [p["cetak"][2] for s in tangan.tabel()["sasaran"] for p in s["program"]]
    assert [_cetak(u) or u for u in uang] == harapan
    simpulan = [b["Simpulan"] for b in lembar(buku["Efisiensi"])[:3]]
    assert simpulan == [s["efisiensi"] for s in tangan.tabel()["sasaran"]]


@pytest.mark.lambat
def test_in_the_pdf_with_the_same_tables_as_the_word_file(
    aplikasi: Flask, masuk: Masuk, tahunan: int
) -> None:
    klien = masuk("camat")
    jawab = klien.get(f"/laporan/{tahunan}/draf.pdf")
    assert jawab.status_code == 200, jawab.text
    kata = " ".join(" ".join(h.extract_text() for h in PdfReader(io.BytesIO(jawab.data)).pages).split())
    rapat = kata.replace(" ", "")
    for s in tangan.tabel()["sasaran"]:
        for i in s["indikator"]:
            if (capaian := tangan.harapan(i["capaian"][6])) is not None:
                # number, name, satuan, target, realisasi, capaian of the year stand beside each other
                target = i["target_tahun"].replace("..", "–")
                angka = f"{i['satuan']}{target}{i['gabungan'][2]}{capaian}".replace(" ", "")
                assert angka in rapat, (i["nomor"], angka)
        assert (
            f"Capaiansasaran{tangan.harapan(s['capaian'][6])}{s['predikat_tahun']}".replace(" ", "") in rapat
        )
        assert f"{s['selisih']}{s['efisiensi']}".replace(" ", "") in rapat
    assert tangan.tabel()["pagu"] in kata
    assert f"{tangan.tabel()['realisasi_anggaran']} {tangan.harapan(tangan.tabel()['serapan_tahun'])}" in kata
    with aplikasi.app_context():
        blok = [b for b in siap_cetak(tahunan, draf=True)[0].blok if isinstance(b, Tabel)]
    for satu in blok:
        for baris in satu.baris:
            for sel in baris.sel:
                assert sel.replace(" ", "").replace("\n", "") in rapat, sel
