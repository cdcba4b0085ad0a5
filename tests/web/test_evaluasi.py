"""The page of the evaluasi SOP, its paper and its sheet."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.tugas import Penyelesaian, Tugas
from tests.web.conftest import KantorPenuh

Masuk = Callable[[str], FlaskClient]


def isi_waktu(penuh: KantorPenuh, langkah: int, menit: int) -> None:
    """All completions of a step of this year took so long."""
    with penuh.app.app_context():
        pilih = select(Penyelesaian).join(Tugas, Tugas.id == Penyelesaian.tugas_id)
        for p in db.session.execute(pilih.where(Tugas.langkah == langkah)).scalars():
            p.pengerjaan_menit = menit
        db.session.commit()


def test_the_two_minutes_of_step_three_stand_out(penuh: KantorPenuh, masuk: Masuk) -> None:
    isi_waktu(penuh, 3, 180)
    isi = masuk("kasubag_umum").get("/evaluasi/2026").text
    assert "norma 2 menit, median 3 jam: lembar mungkin keliru, lihat Perlu dikonfirmasi" in isi
    assert "Norma diragukan" in isi and "90 kali norma" in isi
    assert re.search(r'href="/sop/lembar/\d+#konfirmasi"', isi)
    assert "Langkah 3 (!)" in isi  # the drawing says it in letters, not by colour alone


def test_what_has_no_figure_says_why(penuh: KantorPenuh, masuk: Masuk) -> None:
    isi = masuk("staf_pelayanan").get("/evaluasi/2026").text
    assert "belum pernah dikerjakan" in isi
    assert "tidak ada norma waktu pada lembar" in isi
    assert "menurut jam dinding" in isi  # the rows of this office have no moments
    assert "Evaluasi SOP" in masuk("staf_pelayanan").get("/").text


def test_every_figure_leads_to_the_work_behind_it(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("camat")
    isi = klien.get("/evaluasi/2026").text
    alamat = set(re.findall(r'href="(/evaluasi/2026/lembar/\d+/langkah/\d+|/tugas/\d+)"', isi))
    assert alamat
    assert {a: klien.get(a).status_code for a in alamat} == dict.fromkeys(alamat, 200)
    rinci = klien.get(next(a for a in alamat if a.endswith("/lembar/1/langkah/3"))).text
    assert "Setiap kali dikerjakan" in rinci and f'href="/tugas/{penuh.nomor["tw1_3"]}"' in rinci


def test_a_year_without_work_and_a_year_out_of_reach(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("camat")
    isi = klien.get("/evaluasi/2031").text
    assert "Tahun 2031 belum dibuka" in isi and "Unduh PDF" not in isi
    assert klien.get("/evaluasi/1999").status_code == 404
    assert klien.get("/evaluasi/2031.pdf").status_code == 404
    assert klien.get("/tabel/evaluasi/2031").status_code == 404
    assert klien.get("/evaluasi/2026/lembar/999/langkah/3").status_code == 404


def test_the_admin_does_not_read_it(penuh: KantorPenuh, masuk: Masuk) -> None:
    assert masuk("admin").get("/evaluasi/2026").status_code == 403


def test_the_sheet_page_links_to_it(masuk: Masuk) -> None:
    assert 'href="/evaluasi/2026"' in masuk("camat").get("/sop").text
    assert 'href="/evaluasi/2026"' not in masuk("admin").get("/sop").text


def test_the_workbook_has_minutes_as_numbers(penuh: KantorPenuh, masuk: Masuk) -> None:
    isi_waktu(penuh, 3, 180)
    jawab = masuk("kasubag_perencanaan").get("/tabel/evaluasi/2026")
    lembar = load_workbook(io.BytesIO(jawab.data)).worksheets[0]
    baris = next(b for b in lembar.iter_rows(values_only=True) if b[0] == 3)
    assert baris[4:7] == (2, 180, 180)
    assert "lembar mungkin keliru" in str(baris[-1])


@pytest.mark.lambat
def test_the_paper_is_made(penuh: KantorPenuh, masuk: Masuk) -> None:
    jawab = masuk("camat").get("/evaluasi/2026.pdf")
    assert (jawab.status_code, jawab.mimetype) == (200, "application/pdf")
    assert jawab.data.startswith(b"%PDF")
