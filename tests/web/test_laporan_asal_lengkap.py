"""Every figure of the reports of the twelve indikator, followed to its origin; figures in the office's digits."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit

import docx
import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.domain.masa import Masa
from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.kantor import Kantor
from kinerja.operations.laporan.verba import isi_laporan, laporan_kini
from tests import setahun_dua_belas as tangan
from tests.data_uji_laporan import periode, siapkan_draf
from tests.kantor_uji import orang_uji
from tests.web.test_laporan import teks

Masuk = Callable[[str], FlaskClient]
SIAPA = {"3": "staf_perencanaan", "7": "kasubag_perencanaan", "9": "kasubag_perencanaan"}


def _siapkan(jenis: JenisPeriode, ke: int, kunci: str, desimal: int = 2) -> int:
    """The draft of one report of the worked year, made with this many digits; its period."""
    sesi = db.session()
    sesi.execute(select(Kantor)).scalar_one().desimal = desimal
    tangan.bangun(sesi)
    milik = periode(sesi, jenis, ke)
    siapkan_draf(sesi, milik, kunci, orang_uji(sesi, SIAPA[kunci]))
    sesi.commit()
    return milik.id


def _tabel(halaman: str) -> Iterator[tuple[str, str]]:
    """Each data cell with a digit in it, and each line under the head of a group: (html, words)."""
    for tabel in re.findall(r"<table.*?</table>", halaman, re.S):
        for baris in re.findall(r"<tr.*?</tr>", tabel.partition("</thead>")[2], re.S):
            if 'scope="rowgroup"' in baris:
                for kecil in re.findall(r"Pagu .*?</small>|target tahun .*?·", baris, re.S):
                    yield kecil, teks(kecil)
                continue
            for mentah in re.findall(r"<td.*?</td>", baris, re.S):
                sel = re.sub(r'<span class="redup">.*?</span>', "", mentah, flags=re.S)  # a reason in words
                polos = "angka" in sel.partition(">")[0] or "%" in sel or "poin" in sel or "terhitung" in sel
                if polos and re.search(r"\d", teks(sel)) and teks(sel) != "pagu 0":  # a reason, too
                    yield sel, teks(sel)
    for nama in ("Capaian sasaran", "Serapan anggaran", "Selisih"):
        for sel in re.findall(rf"<dt>{nama}</dt>(<dd>.*?</dd>)", halaman, re.S):
            if re.search(r"\d", teks(sel)) and teks(sel) != "pagu 0":
                yield sel, teks(sel)


@pytest.mark.parametrize(
    ("jenis", "ke", "kunci"),
    [(JenisPeriode.TRIWULAN, 2, "3"), (JenisPeriode.SEMESTER, 1, "7"), (JenisPeriode.TAHUNAN, 1, "9")],
)
def test_every_figure_is_a_link_to_a_page_with_that_figure_its_person_triwulan_and_bukti(
    aplikasi: Flask, masuk: Masuk, jenis: JenisPeriode, ke: int, kunci: str
) -> None:
    with aplikasi.app_context():
        nomor = _siapkan(jenis, ke, kunci)
        orang = orang_uji(db.session(), "kasi_pelayanan").nama
    klien = masuk("camat")
    halaman = klien.get(f"/laporan/{nomor}").text
    dibaca: dict[str, tuple[str, str]] = {}
    dilihat = 0
    for sel, kata in _tabel(halaman):
        tautan = re.findall(r'<a href="([^"]+)"[^>]*>(.*?)</a>', sel, re.S)
        assert tautan, kata
        for url, isi in tautan:
            alamat = html.unescape(url).partition("#")[0]
            if alamat not in dibaca:
                jawab = klien.get(alamat)
                assert jawab.status_code == 200, alamat
                dibaca[alamat] = jawab.text, teks(jawab.text)
            mentah, asal = dibaca[alamat]
            bagian = html.unescape(url).partition("#")[2]
            assert not bagian or f'id="{bagian}"' in mentah, (url, kata)
            assert teks(isi).lower() in asal.lower(), (alamat, kata)
            masa = Masa(parse_qs(urlsplit(alamat).query)["masa"][0])
            romawi = [f"Triwulan {('I', 'II', 'III', 'IV')[n - 1]}" for n in masa.triwulan]
            if "/asal/" in alamat or "/asal-anggaran/" in alamat:
                assert all(satu in asal for satu in romawi), alamat
                assert orang in asal or "Belum diisi" in asal, alamat
            else:
                assert orang in asal and any(satu in asal for satu in romawi), alamat
            if (
                "/asal/" in alamat and "Belum diisi" not in asal and "n/a" not in asal
            ) or "sasaran" in alamat:
                assert "bukti.pdf" in asal, alamat
            dilihat += 1
        tanpa = re.sub(r"<small.*?</small>", "", re.sub(r"<a .*?</a>", "", sel, flags=re.S), flags=re.S)
        assert not re.search(r"\d+(,\d+)?%", teks(tanpa)), kata  # no figure of the cell stands outside a link
    assert dilihat > 100


@pytest.mark.parametrize("desimal", [0, 1])
def test_every_percentage_of_a_report_has_the_digits_it_was_made_with(
    aplikasi: Flask, masuk: Masuk, desimal: int
) -> None:
    with aplikasi.app_context():
        nomor = _siapkan(JenisPeriode.TAHUNAN, 1, "9", desimal)
        sesi = db.session()
        sesi.execute(select(Kantor)).scalar_one().desimal = 2  # changed afterwards
        sesi.commit()
        laporan = laporan_kini(sesi, nomor)
        assert laporan is not None
        sasaran = isi_laporan(laporan).sasaran[0]
    klien = masuk("camat")
    pola = re.compile(r"(?<![\d,])\d{1,3}" + (rf",\d{{{desimal}}}" if desimal else "") + "%")
    for alamat in ("", f"/asal/{sasaran.indikator[0].id}", f"/asal-sasaran/{sasaran.id}", "/asal-jumlah"):
        kata = teks(re.sub(r"<svg.*?</svg>", "", klien.get(f"/laporan/{nomor}{alamat}").text, flags=re.S))
        angka = re.findall(r"(?<![\d,])\d{1,3}(?:,\d+)?%", kata)
        assert angka and [satu for satu in angka if not pola.fullmatch(satu)] == [], alamat
    buku = openpyxl.load_workbook(io.BytesIO(klien.get(f"/tabel/laporan/{nomor}").data))
    format_persen = {
        s.number_format for ws in buku for b in ws.iter_rows() for s in b if "%" in s.number_format
    }
    assert format_persen == {f'#,##0.{"0" * desimal}"%"' if desimal else '#,##0"%"'}
    word = docx.Document(io.BytesIO(klien.get(f"/laporan/{nomor}/laporan.docx").data))
    sel = [c.text for t in word.tables for b in t.rows for c in b.cells]
    persen = [satu for satu in sel if re.fullmatch(r"\d+(,\d+)?%", satu)]
    assert persen and all(pola.fullmatch(satu) for satu in persen)


def test_what_is_not_in_the_report_is_not_found(aplikasi: Flask, masuk: Masuk) -> None:
    with aplikasi.app_context():
        nomor = _siapkan(JenisPeriode.SEMESTER, 1, "7")
    klien = masuk("camat")
    assert klien.get(f"/laporan/{nomor}/asal-sasaran/999").status_code == 404
    assert klien.get(f"/laporan/{nomor}/asal-jumlah/999").status_code == 404
    assert klien.get("/laporan/999/asal-jumlah").status_code == 404
    assert "Asal angka, Triwulan I" in teks(klien.get(f"/laporan/{nomor}/asal-jumlah?masa=tw1").text)
