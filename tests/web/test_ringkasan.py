"""The Camat's page and its sheet: figures, links, who may look."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.operations.ringkasan import ringkasan
from kinerja.web.ringkasan import lembar_dari
from tests.conftest import HARI_UJI
from tests.kantor_uji import orang_uji
from tests.web.conftest import KantorPenuh

Masuk = Callable[[str], FlaskClient]


def test_the_four_figures_are_those_of_the_lists_below(penuh: KantorPenuh, masuk: Masuk) -> None:
    isi = masuk("camat").get("/ringkasan/").text
    with penuh.app.app_context():
        r = ringkasan(db.session(), orang_uji(db.session(), "camat"), HARI_UJI, HARI_UJI.date())
        angka = [r.menunggu, len(r.terlambat), len(r.tanda_tangan) + len(r.persetujuan), r.langkah_selesai]
        nama = [p.nama for p in r.penunggu]
    assert [int(n) for n in re.findall(r'<li[^>]*><a href="#[a-z-]+"><b>(\d+)', isi)] == angka
    assert all(nama_orang in isi for nama_orang in nama)
    assert isi.count('<details class="penunggu"') == len(nama)
    assert angka[1] and angka[2], "kantor uji harus punya yang terlambat dan yang menunggu tanda tangan"


def test_every_line_leads_to_the_work_itself(penuh: KantorPenuh, masuk: Masuk) -> None:
    camat = masuk("camat")
    isi = camat.get("/ringkasan/").text
    alamat = {a for a in re.findall(r'class="baris-tautan" href="([^"]+)"', isi) if a.startswith("/")}
    assert alamat
    assert {a: camat.get(a).status_code for a in alamat} == dict.fromkeys(alamat, 200)


def test_issued_documents_wait_until_the_signed_one_is_back(penuh: KantorPenuh, masuk: Masuk) -> None:
    with penuh.app.app_context():
        kembali = set(db.session.execute(select(Arsip.dokumen_id)).scalars())
        semua = db.session.execute(select(Dokumen)).scalars().all()
        menunggu = [d.nomor for d in semua if d.id not in kembali]
        sudah = [d.nomor for d in semua if d.id in kembali]
    isi = masuk("sekretaris").get("/ringkasan/").text
    assert menunggu and sudah
    assert any(nomor in isi for nomor in menunggu)
    assert not any(f"Nomor {nomor} " in isi for nomor in sudah)


@pytest.mark.parametrize("nama", ["kasubag_umum", "kasi_pelayanan", "staf_pelayanan", "admin"])
def test_others_neither_see_nor_open_it(penuh: KantorPenuh, masuk: Masuk, nama: str) -> None:
    klien = masuk(nama)
    assert klien.get("/ringkasan/").status_code == 403
    assert "Ringkasan kantor" not in klien.get("/").text


def test_the_sheet_has_the_same_figures(penuh: KantorPenuh, masuk: Masuk) -> None:
    camat = masuk("camat")
    camat.get("/ringkasan/")
    with penuh.app.test_request_context("/"), pytest.MonkeyPatch.context() as tempel:
        oleh = orang_uji(db.session(), "camat")
        tempel.setattr("kinerja.web.ringkasan.pelaku", lambda: oleh)
        r = ringkasan(db.session(), oleh, HARI_UJI, HARI_UJI.date())
        data = lembar_dari(r)
    assert [a for a, _ in data.angka][:2] == [str(r.menunggu), str(len(r.terlambat))]
    assert [t.judul for t in data.tabel] == [
        "Untuk ditandatangani atau disetujui",
        "Terlambat",
        "Menunggu siapa",
    ]
    assert len(data.perjalanan) == 7
    assert data.gambar is not None and "%" in data.gambar.uraian


@pytest.mark.lambat
def test_the_sheet_is_a_pdf_of_one_page(penuh: KantorPenuh, masuk: Masuk) -> None:
    jawab = masuk("camat").get("/ringkasan/lembar-senin.pdf")
    assert jawab.status_code == 200
    assert jawab.mimetype == "application/pdf"
    assert jawab.data.count(b"/Type /Page\n") + jawab.data.count(b"/Type /Page ") <= 1
    assert "lembar-senin-" in jawab.headers["Content-Disposition"]
