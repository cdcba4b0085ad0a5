"""The SOP page, its PDF, and the matrix of a running period."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import lxml.html
import pytest
from flask import Flask
from flask.testing import FlaskClient
from pypdf import PdfReader
from sqlalchemy import select

from kinerja.domain.jabatan import JenisPenugasan, Peran
from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.jabatan import Jabatan
from kinerja.models.pegawai import Penugasan
from kinerja.models.periode import periode_satu
from kinerja.models.tugas import Penyelesaian, Tugas
from kinerja.sop import muat
from tests.conftest import HARI_UJI
from tests.kantor_uji import PEMERAN, TAHUN, orang_uji
from tests.lembar_tercetak import sel_tercetak
from tests.pilih_html import pilih

Masuk = Callable[[str], FlaskClient]


def periode_id(aplikasi: Flask, ke: int) -> int:
    with aplikasi.app_context():
        return db.session.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, ke)).scalar_one().id


@pytest.mark.parametrize("siapa", PEMERAN)
def test_every_post_reads_the_sheet(masuk: Masuk, siapa: str) -> None:
    assert "00.8.3.3/16 / SOP-CMT-TRS/2025" in masuk(siapa).get("/sop").text


def test_the_sheet_is_shown_as_printed_with_its_defects_beside(masuk: Masuk) -> None:
    teks = masuk("camat").get("/sop").text
    for tercetak in ("Isntansi", "NUBLATI, SE, M.Si", "NURIA NI, SE, M.Si.", "Reaksi Disposisi", "2 Menit"):
        assert tercetak in teks
    for langkah in muat().langkah_semua:
        assert langkah.kegiatan in teks
    assert teks.count("perlu dikonfirmasi kantor") >= 8  # steps 2 to 9 stand under a supposed pelaksana
    assert "Perlu dikonfirmasi kantor" in teks
    assert teks.count("<span>perlu dikonfirmasi</span>") == 8
    assert "NIP ini 17 angka" in teks and "kurang satu angka nol" in teks
    assert "bagan.css" in teks and "style=" not in teks


def test_the_sheet_comes_as_pdf(masuk: Masuk) -> None:
    jawab = masuk("staf_pelayanan").get("/sop.pdf")
    assert jawab.mimetype == "application/pdf"
    assert jawab.headers["Content-Disposition"].startswith("attachment;")
    teks = " ".join(" ".join(h.extract_text() for h in PdfReader(BytesIO(jawab.data)).pages).split())
    assert "Mengumpulkan data laporan kinerja triwulan" in teks


def kata(html: str) -> str:
    """What is read on the page, in one line."""
    return " ".join(lxml.html.fromstring(html).text_content().split())


def sel_tabel(html: str, kelas: str) -> list[str]:
    """The cells of a table, each in one line."""
    (tabel,) = pilih(lxml.html.fromstring(html), f"table.{kelas}")
    return [" ".join(sel.text_content().split()) for sel in pilih(tabel, "th, td")]


@pytest.mark.parametrize("periode", [None, 3])
def test_every_cell_of_the_office_sheet_stands_on_the_page(
    aplikasi: Flask, masuk: Masuk, periode: int | None
) -> None:
    alamat = f"/sop/{periode_id(aplikasi, periode)}" if periode else "/sop"
    html = masuk("camat").get(alamat).text
    identitas, judul, baris = sel_tercetak()
    sel = sel_tabel(html, "bagan-tabel")
    assert [j for j in judul if j not in sel] == []
    for satu in baris:
        awal = sel.index(satu.nomor)
        assert sel[awal + 1] == satu.kegiatan
        assert sel[awal + 3 : awal + 7] == [satu.kelengkapan, satu.waktu, satu.output, satu.ket]
    tertulis = kata(html)
    assert [satu for satu in identitas if satu not in tertulis] == []


@pytest.mark.lambat
@pytest.mark.parametrize("periode", [None, 3])
def test_every_cell_of_the_office_sheet_stands_in_the_pdf(
    aplikasi: Flask, masuk: Masuk, periode: int | None
) -> None:
    alamat = f"/sop/{periode_id(aplikasi, periode)}.pdf" if periode else "/sop.pdf"
    pdf = PdfReader(BytesIO(masuk("camat").get(alamat).data))
    halaman = ["".join(h.extract_text().split()) for h in pdf.pages]
    semua = "".join(halaman)
    identitas, judul, baris = sel_tercetak()
    for satu in baris:
        for sel in (satu.kegiatan, satu.kelengkapan, satu.waktu, satu.output, satu.ket):
            assert "".join(sel.split()) in semua, sel
    for sel in (*identitas, *judul, "Mulai", "Selesai"):
        assert "".join(sel.split()) in semua, sel


@pytest.mark.lambat
def test_the_evidence_of_a_period_says_when_it_was_printed_and_by_which_sheet(
    aplikasi: Flask, masuk: Masuk
) -> None:
    jawab = masuk("kasi_pmd").get(f"/sop/{periode_id(aplikasi, 3)}.pdf")
    assert jawab.headers["Content-Disposition"].startswith("attachment;")
    halaman = ["".join(h.extract_text().split()) for h in PdfReader(BytesIO(jawab.data)).pages]
    for teks in (
        "Jalannya SOP Pengumpulan Data Kinerja: Triwulan III 2026",
        "8 Oktober 2026 pukul 09.00 WIB, oleh Kasi Pemberdayaan Masyarakat Uji (Kasi Pemberdayaan Masyarakat)",
        "revisi 1, nomor 00.8.3.3/16 / SOP-CMT-TRS/2025",
        muat().digest(),
    ):
        assert "".join(teks.split()) in halaman[0], teks
    for teks in halaman:
        assert "TriwulanIII2026·dicetak8Oktober2026pukul09.00WIB" in teks
    semua = "".join(halaman)
    for teks in ("Anda di sini", "sejak 1 Okt 2026, 5 hari kerja", "Menunggu", "Sekretaris Uji"):
        assert "".join(teks.split()) in semua, teks


def test_the_cell_of_the_pelaksana_says_who_since_when_and_how_far(aplikasi: Flask, masuk: Masuk) -> None:
    html = lxml.html.fromstring(masuk("camat").get(f"/sop/{periode_id(aplikasi, 3)}").text)
    sel = [[s.text_content() for s in pilih(p, "span")] for p in pilih(html, ".bagan-di")]
    assert sel[0][:3] == [
        "Anda di sini",
        "Kasubag Umum dan Kepegawaian Uji",
        "sejak 1 Okt 2026, 5 hari kerja",
    ]
    assert sel[1] == ["Menunggu", "Kasubag Perencanaan Keuangan dan Pelaporan Uji"]
    assert [p.get("class").split()[-1] for p in pilih(html, ".bagan-di")] == [
        f"bagan-di-{n}" for n in (1, 3, 5, 3, 2)
    ]


def test_a_stand_in_is_named_as_one(aplikasi: Flask, masuk: Masuk) -> None:
    with aplikasi.app_context():
        sesi = db.session()
        umum = sesi.execute(select(Jabatan).where(Jabatan.peran == Peran.KASUBAG_UMUM)).scalar_one()
        wakil = orang_uji(sesi, "kasi_pmd")
        sesi.add(
            Penugasan(
                pegawai_id=wakil.pegawai_id,
                jabatan_id=umum.id,
                jenis=JenisPenugasan.PLH,
                mulai=HARI_UJI.date(),
                selesai=HARI_UJI.date(),
            )
        )
        sesi.commit()
    html = lxml.html.fromstring(masuk("camat").get(f"/sop/{periode_id(aplikasi, 3)}").text)
    assert "Kasi Pemberdayaan Masyarakat Uji (Plh.)" in pilih(html, ".bagan-di")[0].text_content()


def test_a_running_period_shows_where_it_is(aplikasi: Flask, masuk: Masuk) -> None:
    teks = masuk("kasi_pmd").get(f"/sop/{periode_id(aplikasi, 3)}").text
    assert "Anda di sini: pada Kasubag Umum dan Kepegawaian (Kasubag Umum dan Kepegawaian Uji)" in teks
    assert teks.count('aria-current="step"') == 1
    assert teks.count('<tr class="bagan-menunggu">') == 4  # the other steps of the triwulan


def test_a_done_step_says_who_and_when(aplikasi: Flask, masuk: Masuk) -> None:
    with aplikasi.app_context():
        periode = db.session.execute(periode_satu(TAHUN, JenisPeriode.TRIWULAN, 3)).scalar_one()
        semua = {
            t.kunci: t
            for t in db.session.execute(select(Tugas).where(Tugas.periode_id == periode.id)).scalars()
        }
        kasubag = orang_uji(db.session(), "kasubag_umum")
        selesai = Penyelesaian(
            tugas_id=semua["1"].id,
            oleh_id=kasubag.pegawai_id,
            oleh_nama=kasubag.nama,
            jabatan_id=kasubag.jabatan[0].id,
            jabatan_nama="Plt. Kasubag Umum",
            pada=HARI_UJI,
            pengerjaan_menit=95,
        )
        db.session.add(selesai)
        db.session.flush()
        semua["1"].penyelesaian_id = selesai.id
        semua["2"].dibuka_pada = HARI_UJI
        db.session.commit()
        nomor = periode.id
    teks = masuk("camat").get(f"/sop/{nomor}").text
    assert (
        "Selesai oleh Kasubag Umum dan Kepegawaian Uji (Plt. Kasubag Umum), 8 Oktober 2026 pukul 09.00; "
        "pengerjaan 1 jam 35 menit"
    ) in teks
    assert "Anda di sini: pada Kasubag Perencanaan" in teks
    assert '<tr class="bagan-selesai">' in teks


def test_a_period_to_come_waits_whole(aplikasi: Flask, masuk: Masuk) -> None:
    teks = masuk("camat").get(f"/sop/{periode_id(aplikasi, 4)}").text
    assert "Anda di sini" not in teks and teks.count('<tr class="bagan-menunggu">') == 5


def test_the_course_is_not_for_the_admin_nor_for_unknown_periods(aplikasi: Flask, masuk: Masuk) -> None:
    assert masuk("admin").get(f"/sop/{periode_id(aplikasi, 3)}").status_code == 403
    assert masuk("admin").get(f"/sop/{periode_id(aplikasi, 3)}.pdf").status_code == 403
    for alamat in ("/sop/999", "/sop/999.pdf", "/sop/lembar/999", "/sop/lembar/999.pdf"):
        assert masuk("camat").get(alamat).status_code == 404


@pytest.mark.parametrize(
    "alamat", ["/sop", "/sop.pdf", "/sop/1", "/sop/1.pdf", "/sop/lembar/1", "/sop/revisi"]
)
def test_it_is_only_read(masuk: Masuk, alamat: str) -> None:
    assert masuk("camat").post(alamat).status_code == 405
