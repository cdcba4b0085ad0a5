"""The Word file holds what the blocks hold, word for word, with real styles, and depends on nothing else."""

from __future__ import annotations

import functools
import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from kinerja.documents.blok import Alinea, Baris, Grafik, Judul, Keterangan, Kolom, Tabel, TandaTangan
from kinerja.documents.cetak import GagalCetak
from kinerja.documents.laporan.docx import laporan_docx
from kinerja.documents.laporan.naskah import Laporan
from tests.documents import contoh_laporan as contoh
from tests.documents.contoh import CAMAT

JAHAT = "<w:b/>tebal</w:t> {{ 7*191 }} & 'kutip' \"ganda\" =1+1"
BUAT = {"triwulan": contoh.triwulan, "semester": contoh.semester, "tahunan": contoh.tahunan}


def buka(laporan: Laporan) -> Document:
    return docx.Document(io.BytesIO(laporan_docx(laporan)))


@functools.cache
def contoh_jadi(jenis: str) -> tuple[Laporan, bytes]:
    laporan = BUAT[jenis]()
    return laporan, laporan_docx(laporan)


def buka_contoh(jenis: str) -> Document:
    return docx.Document(io.BytesIO(contoh_jadi(jenis)[1]))


def isi_tabel(dokumen: Document) -> list[list[list[str]]]:
    """Every table as rows of cell texts, a merged cell once."""
    hasil = []
    for satu in dokumen.element.body.iter(qn("w:tbl")):
        baris = [[_teks(sel) for sel in tr.iter(qn("w:tc"))] for tr in satu.iter(qn("w:tr"))]
        hasil.append(baris)
    return hasil


def _teks(sel) -> str:
    return " ".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in sel.iter(qn("w:p")))


def rapi(teks: str) -> str:
    return " ".join(teks.split())


@pytest.mark.parametrize("jenis", BUAT)
def test_every_row_of_every_table_is_there_cell_by_cell(jenis: str) -> None:
    laporan = contoh_jadi(jenis)[0]
    blok = [b for b in laporan.blok if isinstance(b, Tabel | Grafik)]
    tabel = isi_tabel(buka_contoh(jenis))
    assert len(tabel) == len(blok) > 3
    for satu, baris in zip(blok, tabel, strict=True):
        if isinstance(satu, Grafik):
            assert [[b[0], b[2]] for b in baris] == [[rapi(g.label), rapi(g.teks)] for g in satu.batang]
            continue
        isi = baris[len(satu.kepala) :]
        assert isi == [[rapi(s) for s in b.sel] for b in satu.baris]


@pytest.mark.parametrize("jenis", BUAT)
def test_headings_are_real_styles_in_the_order_of_the_report(jenis: str) -> None:
    laporan = contoh_jadi(jenis)[0]
    judul = [(b.tingkat, b.teks) for b in (*laporan.pembuka, *laporan.blok) if isinstance(b, Judul)]
    ada = [
        p for p in buka_contoh(jenis).paragraphs if p.style is not None and p.style.name.startswith("Heading")
    ]
    assert [(int(p.style.name[-1]), p.text) for p in ada] == judul


def test_the_yearly_report_has_a_table_of_contents_that_word_works_out_anew() -> None:
    dokumen = buka_contoh("tahunan")
    xml = dokumen.element.xml
    assert 'TOC \\o "1-3"' in xml
    assert 'w:fldCharType="begin" w:dirty="true"' in xml or 'w:dirty="true"' in xml
    isi = [p.text for p in dokumen.paragraphs if p.style is not None and p.style.name.startswith("toc")]
    assert isi[0] == "KATA PENGANTAR"
    assert "BAB III AKUNTABILITAS KINERJA" in isi
    assert xml.count('w:fldCharType="begin"') == xml.count('w:fldCharType="end"') == 1


def test_the_semester_report_lists_its_sections_under_the_title_and_the_triwulan_has_no_list() -> None:
    isi = [p.text for p in buka_contoh("semester").paragraphs if p.style.name.startswith("toc")]
    assert isi[0] == "A. Dasar"
    assert not [p for p in buka_contoh("triwulan").paragraphs if p.style.name.startswith("toc")]


def test_pages_are_counted_and_wide_tables_lie_on_their_side() -> None:
    dokumen = buka_contoh("triwulan")
    kaki = dokumen.sections[0].footer.paragraphs[0]
    assert kaki.text.endswith("Halaman 1 dari 1")
    assert re.findall(r"(?:PAGE|NUMPAGES) ", kaki._p.xml) == ["PAGE ", "NUMPAGES "]
    assert {s.orientation for s in dokumen.sections} == {WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE}
    assert all(s.footer.is_linked_to_previous for s in list(dokumen.sections)[1:])


def test_the_head_of_a_table_repeats_and_common_heads_span_their_columns() -> None:
    dokumen = buka_contoh("semester")
    tabel = [t for t in dokumen.element.body.iter(qn("w:tbl")) if "Semester II" in "".join(t.itertext())]
    semester = next(t for t in tabel if len(list(t.iter(qn("w:gridCol")))) == 14)
    baris = list(semester.iter(qn("w:tr")))
    assert [b.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for b in baris[:3]] == [
        True,
        True,
        False,
    ]
    assert [s.get(qn("w:val")) for s in baris[0].iter(qn("w:gridSpan"))] == ["3", "3", "3"]
    lebar = sum(int(k.get(qn("w:w"))) for k in semester.iter(qn("w:gridCol")))
    halaman = dokumen.sections[1]
    assert lebar <= (halaman.page_width - halaman.left_margin - halaman.right_margin) / 635 + 20


@pytest.mark.parametrize("jenis", BUAT)
def test_the_same_data_give_the_same_bytes(jenis: str) -> None:
    laporan = BUAT[jenis]()
    pada = datetime(2026, 1, 5, 3, 0, tzinfo=UTC)
    satu = laporan_docx(laporan, pada)
    assert satu == laporan_docx(BUAT[jenis](), pada)
    with zipfile.ZipFile(io.BytesIO(satu)) as isi:
        assert {i.date_time for i in isi.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert isi.namelist()[0] == "[Content_Types].xml"
        assert not [n for n in isi.namelist() if "thumbnail" in n]
        inti = isi.read("docProps/core.xml").decode()
    assert "2026-01-05T03:00:00Z" in inti
    assert "python-docx" not in inti
    assert "id-ID" in inti


def test_its_language_is_indonesian() -> None:
    xml = buka_contoh("triwulan").styles.element.xml
    assert 'w:lang w:val="id-ID"' in xml


def test_what_people_typed_stays_text() -> None:
    isi = contoh.triwulan(narasi={"ringkasan": JAHAT, "penutup": "Satu\nDua"})
    dokumen = buka(isi)
    semua = [p.text for p in dokumen.paragraphs]
    assert JAHAT in semua
    assert semua.index("Dua") == semua.index("Satu") + 1


def test_a_sign_that_xml_refuses_is_named_with_its_place() -> None:
    with pytest.raises(GagalCetak, match=r"U\+000B.*di dekat “Kinerja baik K") as salah:
        laporan_docx(replace(contoh.triwulan(), judul=("Kinerja\x0b baik",)))
    assert "berkas Word" in salah.value.pesan
    for huruf in "\x00\x1f\ud800\ufffe":
        with pytest.raises(GagalCetak):
            laporan_docx(replace(contoh.triwulan(), nomor=f"7{huruf}"))


def test_a_draft_says_so_on_the_first_page_and_in_the_foot() -> None:
    dokumen = buka(contoh.triwulan(status="DRAF – BELUM DISAHKAN"))
    assert "DRAF – BELUM DISAHKAN" in [p.text for p in dokumen.paragraphs]
    assert "DRAF – BELUM DISAHKAN" in dokumen.sections[0].footer.paragraphs[0].text
    assert "DRAF" not in "".join(p.text for p in buka_contoh("tahunan").paragraphs)


def test_the_signature_block_is_kept_together() -> None:
    alinea = buka_contoh("triwulan").paragraphs
    nip = next(ke for ke, p in enumerate(alinea) if p.text.startswith("NIP. 1969"))
    assert [p.paragraph_format.keep_with_next for p in alinea[nip - 6 : nip + 1]] == [True] * 6 + [False]


def test_bars_are_pictures_with_their_figure_in_words() -> None:
    xml = buka_contoh("triwulan").element.xml
    keterangan = re.findall(r'descr="([^"]+)"', xml)
    assert any(k.startswith("1.1 ") and k.endswith("101,76%") for k in keterangan)
    nomor = re.findall(r'<wp:docPr id="(\d+)"', xml)
    assert len(set(nomor)) == len(nomor)


def test_an_empty_table_says_so() -> None:
    kosong = Tabel((Kolom("Satu", 50), Kolom("Dua", 50)), ())
    penuh = Tabel((Kolom("Satu", 100),), (Baris(("isi " * 300,)),))
    (pertama, kedua) = isi_tabel(buka(replace(contoh.triwulan(), blok=(kosong, penuh))))
    assert pertama[1] == ["Tidak ada data.", ""]
    assert len(kedua) == 2


def test_a_new_page_begins_with_its_heading_and_no_empty_line() -> None:
    dokumen = buka_contoh("tahunan")
    bab = next(
        p for p in dokumen.paragraphs if p.text == "BAB II PERENCANAAN KINERJA" and "Head" in p.style.name
    )
    assert bab.paragraph_format.page_break_before is True
    baru = [p.text for p in dokumen.paragraphs if p.paragraph_format.page_break_before]
    assert baru[:3] == ["KATA PENGANTAR", "DAFTAR ISI", "BAB I PENDAHULUAN"]
    assert 'w:type="page"' not in dokumen.element.xml


@pytest.mark.parametrize("jenis", BUAT)
def test_every_style_that_is_named_exists_and_every_cell_ends_with_a_paragraph(jenis: str) -> None:
    dokumen = buka_contoh(jenis)
    ada = {s.style_id for s in dokumen.styles}
    dipakai = {
        e.get(qn("w:val"))
        for nama in ("w:pStyle", "w:tblStyle", "w:rStyle")
        for e in dokumen.element.body.iter(qn(nama))
    }
    assert dipakai <= ada
    for sel in dokumen.element.body.iter(qn("w:tc")):
        assert sel[-1].tag == qn("w:p")
    for tabel in dokumen.element.body.iter(qn("w:tbl")):
        lebar = len(tabel.find(qn("w:tblGrid")))
        for baris in tabel.iter(qn("w:tr")):
            rentang = (s.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for s in baris.iter(qn("w:tc")))
            assert sum(1 if r is None else int(r.get(qn("w:val"))) for r in rentang) == lebar


def test_what_belongs_together_stays_on_one_page() -> None:
    kecil = Tabel((Kolom("No", 20), Kolom("Isi", 80)), (Baris(("1", "satu")), Baris(("2", "dua"))))
    blok = (
        Judul("Indikator 1.1", 4),
        Keterangan(("Penanggung jawab: Seksi.",)),
        Alinea("Uraian unit."),
        kecil,
        Keterangan(("Catatan tabel.",)),
        Alinea("Kalimat terakhir."),
        TandaTangan(CAMAT),
    )
    dokumen = buka(replace(contoh.triwulan(), blok=blok))
    ikat = {p.text: p.paragraph_format.keep_with_next for p in dokumen.paragraphs}
    assert ikat["Penanggung jawab: Seksi."] is True
    assert ikat["Uraian unit."] is None
    assert ikat["Kalimat terakhir."] is True
    tabel = dokumen.tables[-1]
    assert all(p.paragraph_format.keep_with_next for b in tabel.rows for s in b.cells for p in s.paragraphs)
    celah = tabel._tbl.getnext()
    assert celah.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_a_long_table_may_be_broken_but_its_head_goes_with_a_row_and_a_group_stays_whole() -> None:
    baris = tuple(
        Baris(
            (str(n // 4), f"nama {n // 4}", str(n)) if n % 4 == 0 else ("", "", str(n)), sambung=n % 4 and 2
        )
        for n in range(40)
    )
    kolom = (Kolom("No", 10), Kolom("Nama", 60), Kolom("Triwulan", 30))
    tabel = buka(replace(contoh.triwulan(), blok=(Tabel(kolom, baris, rapat=True),))).tables[-1]
    terikat = [bool(b.cells[0].paragraphs[0].paragraph_format.keep_with_next) for b in tabel.rows]
    assert terikat == [True] + [True, True, True, False] * 9 + [True] * 4
    tanpa = [[e.tag for e in b.cells[0]._tc.iter(qn("w:tcBorders")) for e in e] for b in tabel.rows[1:5]]
    assert tanpa == [
        [qn("w:bottom")],
        [qn("w:top"), qn("w:bottom")],
        [qn("w:top"), qn("w:bottom")],
        [qn("w:top")],
    ]
    assert not list(tabel.rows[2].cells[2]._tc.iter(qn("w:tcBorders")))


def test_the_cover_is_black_as_in_print() -> None:
    assert str(buka_contoh("tahunan").styles["Title"].font.color.rgb) == "000000"
