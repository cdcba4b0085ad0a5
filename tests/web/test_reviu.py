"""The page of the self-check, and its annex in the report."""

from __future__ import annotations

import io

import docx
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.laporan import ReviuMandiri
from tests.isian_formulir import SEMUA, formulir, kiriman
from tests.web.conftest import KantorPenuh, Masuk

ISIAN = next(s for s in SEMUA if s.titik == "reviu.simpan")


def test_the_form_opens_with_what_data_decide(penuh: KantorPenuh, masuk: Masuk) -> None:
    alamat = penuh.alamat(ISIAN.alamat)
    halaman = masuk("kasubag_perencanaan").get(alamat).text
    form = formulir(halaman, alamat)
    assert form is not None
    assert form.nilai["reviu-jawaban_s1"] == ["ya"]
    assert form.nilai["reviu-catatan_s1"] == [
        "Sasaran dan target laporan diambil langsung dari Perjanjian Kinerja 2025."
    ]
    assert form.nilai["reviu-jawaban_s5"] == ["belum"]
    assert "Menurut data" not in halaman  # the note says it already


def test_others_read_the_answers_and_see_no_form(penuh: KantorPenuh, masuk: Masuk) -> None:
    halaman = masuk("kasi_pmd").get(penuh.alamat(ISIAN.alamat)).text
    assert "Halaman ini untuk dibaca" in halaman
    assert "form-reviu" not in halaman
    assert halaman.count("Dari data, belum disimpan") == 23


def test_saved_answers_are_annexed_on_wish_to_pdf_and_word_alike(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("kasubag_perencanaan")
    kirim, _ = kiriman(ISIAN, penuh.nomor, klien)
    assert klien.post(penuh.alamat(ISIAN.alamat), data=kirim).status_code == 303
    with penuh.app.app_context():
        baris = {r.butir: (r.jawaban, r.catatan) for r in db.session.execute(select(ReviuMandiri)).scalars()}
    assert len(baris) == 23
    halaman = klien.get(penuh.alamat(ISIAN.alamat)).text
    assert halaman.count("Menurut data sekarang: ") == 1
    assert "Menurut data sekarang: Dokumen indikator kinerja utama tidak ada dalam sistem" in halaman
    assert baris["s5"] == ("ya", "Sesuai dokumen.")
    jawab = klien.get(penuh.alamat("/laporan/{sem2}/laporan.docx"))
    isi = docx.Document(io.BytesIO(jawab.data))
    judul = [p.text for p in isi.paragraphs if p.style is not None and p.style.name.startswith("Heading")]
    assert any(j.endswith("Reviu mandiri") for j in judul)
    tabel = [t for t in isi.tables if "Yang diperiksa" in t.rows[0].cells[1].text]
    assert [len(t.rows) - 1 for t in tabel] == [6, 7, 10]
    assert [c.text for c in tabel[2].rows[5].cells] == [
        "5",
        "Indikator kinerja utama dalam laporan sesuai dokumen indikator kinerja utama.",
        "Ya",
        "Sesuai dokumen.",
    ]


def test_a_note_too_long_comes_back_with_what_was_typed(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("kasubag_perencanaan")
    kirim, _ = kiriman(ISIAN, penuh.nomor, klien)
    kirim["reviu-catatan_f1"] = ["x" * 501]
    jawab = klien.post(penuh.alamat(ISIAN.alamat), data=kirim)
    assert jawab.status_code == 422
    assert "x" * 501 in jawab.text


def test_without_a_report_there_is_no_reviu(penuh: KantorPenuh, masuk: Masuk) -> None:
    assert masuk("camat").get(penuh.alamat("/laporan/{tw4}/reviu")).status_code == 404
