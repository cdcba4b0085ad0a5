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
from kinerja.operations.laporan.verba import laporan_kini
from tests.data_uji_laporan import PADA, bangun_tangan, periode, siapkan_draf, tabel_tangan, tulis_narasi
from tests.kantor_uji import orang_uji

Masuk = Callable[[str], FlaskClient]
Semua = dict[tuple[JenisPeriode, int], int]
PEMBACA = ["camat", "sekretaris", "kasubag_umum", "kasubag_perencanaan", "kasi_pmd", "staf_pelayanan"]


@pytest.fixture
def semua(aplikasi: Flask) -> Semua:
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
    """The words of a page, tags and bars off, spaces made one."""
    tanpa_batang = re.sub(r"<meter.*?</meter>", " ", jawab, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", tanpa_batang)).split())


def _angka(halaman: str, keterangan: str) -> dict[tuple[str, str], list[str]]:
    """The table with this caption: (head of the group up to its small print, span) → the cells after it."""
    tabel = next(t for t in re.findall(r"<table.*?</table>", halaman, re.S) if keterangan in teks(t))
    hasil, kepala = {}, ""
    for baris in re.findall(r"<tr.*?</tr>", tabel, re.S):
        if 'scope="rowgroup"' in baris:
            kepala = teks(baris.partition("<small")[0])
        elif kepala:
            sel = [teks(satu) for satu in re.findall(r"<t[hd].*?</t[hd]>", baris, re.S)]
            hasil[kepala, sel[0]] = sel[1:]
    return hasil


def _harapan(angka: str) -> str:
    return "" if angka == "-" else f"{angka}%"


MASA = {f"tw{n}": f"Triwulan {r}" for n, r in enumerate(("I", "II", "III", "IV"), 1)}
MASA |= {"sem1": "Semester I", "sem2": "Semester II", "tahun": "Tahun"}
MASA |= {"sd2": "s.d. Triwulan II", "sd3": "s.d. Triwulan III"}


def _cocok(halaman: str, kolom: list[str], utama: str) -> None:
    """Capaian, realisasi, mean, counted indikator and serapan on the page are the literals of the table."""
    tabel = tabel_tangan()
    for s in tabel["sasaran"]:
        angka = _angka(halaman, f"Target, realisasi, dan capaian sasaran {s['nomor']}")
        rata = f"Capaian sasaran {s['nomor']}, rata-rata indikatornya"
        for nama in kolom:
            posisi = tabel["kolom"].index(nama)
            for i in s["indikator"]:
                sel = angka[f"{i['nomor']} {i['uraian']}", MASA[nama]]
                harapan = _harapan(i["capaian"][posisi])
                if harapan:
                    assert (i["nomor"], nama, sel[2].split()[0]) == (i["nomor"], nama, harapan)
                else:
                    assert sel[2][0].isalpha()  # the reason, in words
                if nama.startswith("tw") and i["realisasi"][posisi] not in ("", "n/a"):
                    assert sel[1] == i["realisasi"][posisi].replace(".", ",")
                if nama in ("sem1", "sem2", "tahun"):
                    gabungan = i["gabungan"][("sem1", "sem2", "tahun").index(nama)]
                    assert gabungan == "-" or sel[1] == gabungan
            sel = angka[rata, MASA[nama]]
            assert sel[1].split()[0] == _harapan(s["capaian"][posisi])
            assert sel[0] == f"{s['terhitung'][posisi]} dari {len(s['indikator'])} indikator terhitung"
            if f"predikat_{nama}" in s:
                assert sel[1].partition(" ")[2] == (s[f"predikat_{nama}"] if nama == utama else "")
    uang = _angka(halaman, "Realisasi anggaran per program")
    for nama in kolom:
        posisi = tabel["kolom"].index(nama)
        assert (
            _harapan(tabel["sasaran"][1]["serapan"][posisi])
            in uang["3. Program Koordinasi Ketenteraman dan Ketertiban Umum", MASA[nama]][1]
        )
        assert _harapan(tabel["sasaran"][0]["serapan"][posisi]) in uang["Jumlah sasaran 1", MASA[nama]][1]


def test_every_figure_of_a_triwulan_page_equals_the_hand_worked_table(masuk: Masuk, semua: Semua) -> None:
    for ke in (2, 3):
        halaman = masuk("camat").get(f"/laporan/{semua[JenisPeriode.TRIWULAN, ke]}").text
        _cocok(halaman, [f"tw{ke}", f"sd{ke}"], f"tw{ke}")


def test_every_figure_of_a_semester_page_equals_the_hand_worked_table(masuk: Masuk, semua: Semua) -> None:
    for ke in (1, 2):
        halaman = masuk("sekretaris").get(f"/laporan/{semua[JenisPeriode.SEMESTER, ke]}").text
        _cocok(halaman, [f"tw{2 * ke - 1}", f"tw{2 * ke}", f"sem{ke}"], f"sem{ke}")


def test_every_figure_of_the_yearly_page_equals_the_hand_worked_table(masuk: Masuk, semua: Semua) -> None:
    halaman = masuk("kasi_pmd").get(f"/laporan/{semua[JenisPeriode.TAHUNAN, 1]}").text
    _cocok(halaman, ["tw1", "tw2", "tw3", "tw4", "sem1", "sem2", "tahun"], "tahun")
    kata = teks(halaman)
    for s in tabel_tangan()["sasaran"]:
        selisih = s["selisih_efisiensi"]
        tanda = "" if selisih.startswith("-") else "+"
        assert f"Selisih {tanda}{selisih} poin persen" in kata
        assert f"Simpulan {s['efisiensi'].capitalize()}" in kata
    uang = _angka(halaman, "Realisasi anggaran per program")
    assert uang["Jumlah seluruhnya", "Tahun"] == ["Rp490.500.000", "61,31%"]
    assert "Jumlah seluruhnya Pagu Rp800.000.000" in kata
    keempat = "4. Program Pemberdayaan Masyarakat Nagari"
    assert uang[keempat, "Triwulan I"] == ["Rp10.000.000", "3,33%"]
    assert uang[keempat, "Triwulan III"] == ["belum diisi", "belum diisi"]
    assert "5 isian realisasi anggaran belum ada" in kata


@pytest.mark.parametrize("siapa", PEMBACA)
def test_every_post_reads_reports(masuk: Masuk, semua: Semua, siapa: str) -> None:
    klien = masuk(siapa)
    assert "Laporan Triwulan III 2026" in klien.get("/laporan/").text
    assert klien.get(f"/laporan/{semua[JenisPeriode.TRIWULAN, 3]}").status_code == 200


def test_the_admin_reads_none(masuk: Masuk, semua: Semua) -> None:
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
    aplikasi: Flask, masuk: Masuk, semua: Semua
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


def test_the_state_of_a_report_is_said_in_words(aplikasi: Flask, masuk: Masuk, semua: Semua) -> None:
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


@pytest.mark.lambat
@pytest.mark.parametrize(
    "kunci", [(JenisPeriode.TRIWULAN, 2), (JenisPeriode.SEMESTER, 1), (JenisPeriode.TAHUNAN, 1)]
)
def test_the_draft_is_printed_marked_as_a_draft_with_the_same_figures(
    aplikasi: Flask,
    masuk: Masuk,
    semua: Semua,
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


@pytest.mark.lambat
def test_the_preview_shows_pages_as_pictures(masuk: Masuk, semua: Semua) -> None:
    alamat = f"/laporan/{semua[JenisPeriode.TRIWULAN, 2]}/pratinjau"
    potongan = masuk("camat").get(alamat, headers={"HX-Request": "true"}).text
    assert potongan.lstrip().startswith('<div id="pratinjau"')
    assert "data:image/png;base64," in potongan
    assert "<html" in masuk("camat").get(alamat).text
