"""Reports on the screen: every figure of the hand-worked table, the list, the draft as PDF and as pictures."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.operations.laporan import laporan_kini
from tests.data_uji_laporan import PADA, bangun_tangan, periode, siapkan_draf, tabel_tangan, tulis_narasi
from tests.kantor_uji import orang_uji

Masuk = Callable[[str], FlaskClient]
PEMBACA = ["camat", "sekretaris", "kasubag_umum", "kasubag_perencanaan", "kasi_pmd", "staf_pelayanan"]


@pytest.fixture
def semua(aplikasi: Flask) -> dict[tuple[JenisPeriode, int], int]:
    """All seven drafts of the hand-worked year: (jenis, ke) → periode id."""
    hasil = {}
    with aplikasi.app_context():
        sesi = db.session()
        bangun_tangan(sesi)
        for jenis, jumlah, kunci, siapa in (
            (JenisPeriode.TRIWULAN, 4, "3", "staf_perencanaan"),
            (JenisPeriode.SEMESTER, 2, "7", "kasubag_perencanaan"),
            (JenisPeriode.TAHUNAN, 1, "9", "kasubag_perencanaan"),
        ):
            for ke in range(1, jumlah + 1):
                milik = periode(sesi, jenis, ke)
                siapkan_draf(sesi, milik, kunci, orang_uji(sesi, siapa))
                hasil[jenis, ke] = milik.id
        sesi.commit()
    return hasil


def teks(jawab: str) -> str:
    """The words of a page, tags off, spaces made one."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", jawab)).split())


def _baris(halaman: str, keterangan: str) -> list[list[str]]:
    """The rows of the table with this caption, a text per cell."""
    tabel = next(t for t in re.findall(r"<table.*?</table>", halaman, re.S) if keterangan in teks(t))
    return [
        [teks(sel) for sel in re.findall(r"<t[hd].*?</t[hd]>", baris, re.S)]
        for baris in re.findall(r"<tr.*?</tr>", tabel, re.S)
    ]


def _persen(angka: str) -> str:
    return "" if angka == "-" else f"{angka}%"


def test_every_figure_of_a_triwulan_page_equals_the_hand_worked_table(
    masuk: Masuk, semua: dict[tuple[JenisPeriode, int], int]
) -> None:
    tabel = tabel_tangan()
    for ke in (2, 3):
        halaman = masuk("camat").get(f"/laporan/{semua[JenisPeriode.TRIWULAN, ke]}").text
        kolom = [tabel["kolom"].index(k) for k in (f"tw{ke}", f"sd{ke}")]
        for s in tabel["sasaran"]:
            baris = _baris(halaman, f"Target, realisasi, dan capaian sasaran {s['nomor']}")
            for sel, i in zip(baris[2:-1], s["indikator"], strict=True):
                assert sel[0] == i["nomor"]
                for letak, posisi in zip((5, 8), kolom, strict=True):
                    harapan = _persen(i["capaian"][posisi])
                    assert (i["nomor"], harapan in sel[letak]) == (i["nomor"], True)
                    assert bool(harapan) or sel[letak][0].isalpha()  # else the reason, in words
            assert _persen(s["capaian"][kolom[0]]) in baris[-1][2]
            assert _persen(s["capaian"][kolom[1]]) in baris[-1][4]
            assert f"{s['terhitung'][kolom[0]]} dari {len(s['indikator'])}" in baris[-1][1]


def test_every_figure_of_a_semester_page_equals_the_hand_worked_table(
    masuk: Masuk, semua: dict[tuple[JenisPeriode, int], int]
) -> None:
    tabel = tabel_tangan()
    for ke in (1, 2):
        halaman = masuk("sekretaris").get(f"/laporan/{semua[JenisPeriode.SEMESTER, ke]}").text
        nama = [f"tw{2 * ke - 1}", f"tw{2 * ke}", f"sem{ke}"]
        kolom = [tabel["kolom"].index(k) for k in nama]
        for s in tabel["sasaran"]:
            baris = _baris(halaman, f"Target, realisasi, dan capaian sasaran {s['nomor']}")
            for sel, i in zip(baris[2:-1], s["indikator"], strict=True):
                assert [
                    _persen(i["capaian"][p]) in sel[n] for n, p in zip((5, 8, 11), kolom, strict=True)
                ] == [True] * 3
                gabungan = i["gabungan"][ke - 1]
                assert gabungan == "-" or sel[10] == gabungan
            if ke == 1:
                assert baris[-1][-1] == s["predikat_sem1"]


def test_every_figure_of_the_yearly_page_equals_the_hand_worked_table(
    masuk: Masuk, semua: dict[tuple[JenisPeriode, int], int]
) -> None:
    tabel = tabel_tangan()
    halaman = masuk("kasi_pmd").get(f"/laporan/{semua[JenisPeriode.TAHUNAN, 1]}").text
    kata = teks(halaman)
    uang = _baris(halaman, "Realisasi anggaran per program")
    for s in tabel["sasaran"]:
        setahun = _baris(halaman, f"Perkembangan sasaran {s['nomor']}")
        for sel, i in zip(setahun[1:-1], s["indikator"], strict=True):
            for posisi in range(7):
                assert _persen(i["capaian"][posisi]) in sel[2 + posisi], (i["nomor"], posisi)
        assert [c.removesuffix("%") for c in setahun[-1][1:]] == [
            c if c != "-" else "belum ada capaian indikator yang dapat dihitung" for c in s["capaian"][:7]
        ]
        pokok = _baris(halaman, f"Target, realisasi, dan capaian sasaran {s['nomor']}")
        assert pokok[-1][-1] == s["predikat_tahun"]
        selisih = s["selisih_efisiensi"]
        tanda = "" if selisih.startswith("-") else "+"
        assert f"Selisih {tanda}{selisih} poin persen" in kata
        assert f"Simpulan {s['efisiensi'].capitalize()}" in kata
    jumlah = uang[-1]
    assert (jumlah[2], jumlah[9]) == ("Rp800.000.000", "Rp490.500.000 61,31%")
    assert "5 isian realisasi anggaran belum ada" in kata
    assert next(sel for sel in uang if sel[0] == "4")[2:5] == [
        "Rp300.000.000",
        "Rp10.000.000 3,33%",
        "Rp5.000.000 1,67%",
    ]


@pytest.mark.parametrize("siapa", PEMBACA)
def test_every_post_reads_reports(
    masuk: Masuk, semua: dict[tuple[JenisPeriode, int], int], siapa: str
) -> None:
    klien = masuk(siapa)
    assert "Laporan Triwulan III 2026" in klien.get("/laporan/").text
    assert klien.get(f"/laporan/{semua[JenisPeriode.TRIWULAN, 3]}").status_code == 200


def test_the_admin_reads_none(masuk: Masuk, semua: dict[tuple[JenisPeriode, int], int]) -> None:
    for alamat in ("", f"{semua[JenisPeriode.TRIWULAN, 3]}", f"{semua[JenisPeriode.TRIWULAN, 3]}/draf.pdf"):
        assert masuk("admin").get(f"/laporan/{alamat}").status_code == 403


def test_a_report_that_is_not_there_says_so(aplikasi: Flask, masuk: Masuk) -> None:
    with aplikasi.app_context():
        nomor = periode(db.session(), JenisPeriode.TRIWULAN, 4).id
    assert "Laporan ini belum ada" in masuk("camat").get(f"/laporan/{nomor}").text
    assert masuk("camat").get("/laporan/999").status_code == 404
    assert masuk("camat").get(f"/laporan/{nomor}/draf.pdf").status_code == 404
    assert masuk("camat").get("/laporan/999/draf.pdf").status_code == 404


def test_the_page_shows_texts_as_text_and_what_is_missing(
    aplikasi: Flask, masuk: Masuk, semua: dict[tuple[JenisPeriode, int], int]
) -> None:
    nomor = semua[JenisPeriode.TRIWULAN, 3]
    with aplikasi.app_context():
        laporan = laporan_kini(db.session(), nomor)
        assert laporan is not None
        laporan.narasi = {"ringkasan": "Baris satu\n<script>alert(1)</script>"}
        db.session.commit()
    halaman = masuk("camat").get(f"/laporan/{nomor}").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in halaman
    assert "<script>alert" not in halaman
    assert halaman.count("Belum ditulis.") == 4


def test_the_state_of_a_report_is_said_in_words(
    aplikasi: Flask, masuk: Masuk, semua: dict[tuple[JenisPeriode, int], int]
) -> None:
    with aplikasi.app_context():
        satu = laporan_kini(db.session(), semua[JenisPeriode.TRIWULAN, 1])
        dua = laporan_kini(db.session(), semua[JenisPeriode.TRIWULAN, 2])
        assert satu is not None
        assert dua is not None
        satu.dibekukan_pada = dua.dibekukan_pada = PADA
        periode(db.session(), JenisPeriode.TRIWULAN, 1).ditutup_pada = PADA
        db.session.commit()
    kata = teks(masuk("camat").get("/laporan/").text)
    assert "Laporan Triwulan I 2026 Angka diolah 8 Oktober 2026 Disahkan dan diarsipkan" in kata
    assert "Laporan Triwulan II 2026 Angka diolah 8 Oktober 2026 Selesai disusun, menunggu" in kata
    assert "Laporan Triwulan III 2026 Angka diolah 8 Oktober 2026 Draf" in kata


@pytest.mark.parametrize(
    "kunci", [(JenisPeriode.TRIWULAN, 2), (JenisPeriode.SEMESTER, 1), (JenisPeriode.TAHUNAN, 1)]
)
def test_the_draft_is_printed_marked_as_a_draft_with_the_same_figures(
    aplikasi: Flask,
    masuk: Masuk,
    semua: dict[tuple[JenisPeriode, int], int],
    kunci: tuple[JenisPeriode, int],
) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    nomor = semua[kunci]
    with aplikasi.app_context():
        laporan = laporan_kini(db.session(), nomor)
        assert laporan is not None
        tulis_narasi(db.session(), laporan)
        db.session.commit()
    jawab = masuk("camat").get(f"/laporan/{nomor}/draf.pdf")
    assert jawab.status_code == 200
    assert jawab.headers["Content-Disposition"].startswith("attachment; filename=")
    isi = " ".join(" ".join(h.extract_text() for h in PdfReader(BytesIO(jawab.data)).pages).split())
    assert "DRAF" in isi
    kolom = {JenisPeriode.TRIWULAN: "tw2", JenisPeriode.SEMESTER: "sem1", JenisPeriode.TAHUNAN: "tahun"}[
        kunci[0]
    ]
    tabel = tabel_tangan()
    for s in tabel["sasaran"]:
        assert f"{s['capaian'][tabel['kolom'].index(kolom)]}%" in isi


def test_the_preview_shows_pages_as_pictures(
    masuk: Masuk, semua: dict[tuple[JenisPeriode, int], int]
) -> None:
    alamat = f"/laporan/{semua[JenisPeriode.TRIWULAN, 2]}/pratinjau"
    potongan = masuk("camat").get(alamat, headers={"HX-Request": "true"}).text
    assert potongan.lstrip().startswith('<div id="pratinjau"')
    assert "data:image/png;base64," in potongan
    assert "<html" in masuk("camat").get(alamat).text
