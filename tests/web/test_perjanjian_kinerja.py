"""The pages of the Perjanjian Kinerja: forms in place, approval, versions, PDF."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from kinerja.models import db
from kinerja.models.jabatan import Unit
from kinerja.models.perjanjian_kinerja import Indikator, PerjanjianKinerja, Program, Sasaran
from tests.data_uji_pk import PELAYANAN, bangun_pk

Masuk = Callable[[str], FlaskClient]
HALAMAN = "/perjanjian-kinerja/2026"
HX = {"HX-Request": "true"}


@pytest.fixture
def disetujui(aplikasi: Flask) -> None:
    with aplikasi.app_context():
        bangun_pk(db.session())
        db.session.commit()


@pytest.fixture
def draf(aplikasi: Flask) -> None:
    with aplikasi.app_context():
        bangun_pk(db.session(), setujui=False)
        db.session.commit()


@pytest.fixture
def diajukan(draf: None, masuk: Masuk) -> None:
    assert masuk("kasubag_perencanaan").post(f"{HALAMAN}/pengajuan").status_code == 303


def satu(aplikasi: Flask, model: type, **syarat: object):  # type: ignore[no-untyped-def]
    with aplikasi.app_context():
        return db.session.execute(select(model).filter_by(**syarat).order_by(model.id)).scalars().first()


def banyak(aplikasi: Flask, model: type) -> int:
    with aplikasi.app_context():
        return db.session.execute(select(func.count(model.id))).scalar_one()


def kartu(aplikasi: Flask, **ubah: str) -> dict[str, str]:
    unit = satu(aplikasi, Unit, nama=PELAYANAN)
    return {
        "uraian": "Indikator baru",
        "satuan": "Dokumen",
        "unit_id": str(unit.id),
        "metode": "positif",
        "tipe": "kumulatif",
        "jenis_target": "angka",
        "target_tahun": "1.234,5",
        "target_tw4": "1.234,5",
        **ubah,
    }


def test_the_index_goes_to_this_year(masuk: Masuk) -> None:
    jawab = masuk("camat").get("/perjanjian-kinerja/")
    assert (jawab.status_code, jawab.headers["Location"]) == (303, HALAMAN)


def test_without_a_pk_the_page_says_who_makes_it(masuk: Masuk) -> None:
    teks = masuk("kasi_pelayanan").get(HALAMAN).text
    assert "Perjanjian Kinerja 2026 belum dibuat" in teks
    assert "Buat draf" not in teks
    assert "Buat draf Perjanjian Kinerja 2026" in masuk("kasubag_perencanaan").get(HALAMAN).text


@pytest.mark.parametrize("tahun", [1900, 2999])
def test_a_year_out_of_range_is_not_found(masuk: Masuk, tahun: int) -> None:
    assert masuk("camat").get(f"/perjanjian-kinerja/{tahun}").status_code == 404


def test_every_post_reads_the_whole_pk(disetujui: None, masuk: Masuk) -> None:
    for siapa in ("camat", "kasi_trantib", "staf_pelayanan", "kasubag_umum"):
        teks = masuk(siapa).get(HALAMAN).text
        assert "Indeks Kepuasan Masyarakat" in teks
        assert "85,5" in teks
        assert "20–30" in teks
        assert "Rp1.250.000.000" in teks
        assert ">Ubah<" not in teks
    assert masuk("admin").get(HALAMAN).status_code == 403


def test_htmx_gets_only_the_part_that_changes(disetujui: None, masuk: Masuk) -> None:
    teks = masuk("camat").get(HALAMAN, headers=HX).text
    assert teks.lstrip().startswith('<section id="pk"')
    assert "<html" not in teks


def test_the_kasubag_makes_a_draf(aplikasi: Flask, masuk: Masuk) -> None:
    jawab = masuk("kasubag_perencanaan").post(HALAMAN)
    assert (jawab.status_code, jawab.headers["Location"]) == (303, HALAMAN)
    assert satu(aplikasi, PerjanjianKinerja).tahun == 2026
    lagi = masuk("kasubag_perencanaan").post(HALAMAN)
    assert lagi.status_code == 409
    assert banyak(aplikasi, PerjanjianKinerja) == 1


def test_next_years_draf_copies_this_year_when_asked(aplikasi: Flask, disetujui: None, masuk: Masuk) -> None:
    jawab = masuk("kasubag_perencanaan").post("/perjanjian-kinerja/2027", data={"salin": "y"})
    assert jawab.status_code == 303
    assert banyak(aplikasi, Indikator) == 16


def test_a_form_opens_in_its_place_as_page_and_as_fragment(aplikasi: Flask, draf: None, masuk: Masuk) -> None:
    indikator = satu(aplikasi, Indikator)
    alamat = f"/perjanjian-kinerja/indikator/{indikator.id}"
    kasubag = masuk("kasubag_perencanaan")
    for kepala in ({}, HX):
        teks = kasubag.get(alamat, headers=kepala).text
        assert ("<html" in teks) is (not kepala)
        assert 'value="85,5"' in teks
        assert f'action="{alamat}"' in teks
        assert "realisasi ÷ target × 100" in teks
        assert "Meningkatnya tata kelola nagari" in teks


def test_an_indikator_is_added_with_numbers_typed_the_indonesian_way(
    aplikasi: Flask, draf: None, masuk: Masuk
) -> None:
    sasaran = satu(aplikasi, Sasaran)
    alamat = f"/perjanjian-kinerja/sasaran/{sasaran.id}/indikator"
    jawab = masuk("kasubag_perencanaan").post(alamat, data=kartu(aplikasi))
    baru = satu(aplikasi, Indikator, uraian="Indikator baru")
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"{HALAMAN}#indikator-{baru.id}")
    assert (baru.target_tahun, baru.target_tw4, baru.target_tw1, baru.urut) == ("1234.5", "1234.5", "", 3)


def test_htmx_gets_the_saved_line_and_the_message(aplikasi: Flask, draf: None, masuk: Masuk) -> None:
    indikator = satu(aplikasi, Indikator)
    jawab = masuk("kasubag_perencanaan").post(
        f"/perjanjian-kinerja/indikator/{indikator.id}", data=kartu(aplikasi, urut="2"), headers=HX
    )
    assert jawab.status_code == 200
    assert "Indikator tersimpan." in jawab.text
    assert 'id="isian"' not in jawab.text
    ubah = satu(aplikasi, Indikator, id=indikator.id)
    assert (ubah.uraian, ubah.urut) == ("Indikator baru", 2)


def test_a_wrong_card_keeps_everything_typed_and_says_all_that_is_wrong(
    aplikasi: Flask, draf: None, masuk: Masuk
) -> None:
    sasaran = satu(aplikasi, Sasaran)
    isian = kartu(aplikasi, uraian="", target_tahun="12.5", target_tw1="abc", definisi="Cara <b>khusus</b>")
    jawab = masuk("kasubag_perencanaan").post(
        f"/perjanjian-kinerja/sasaran/{sasaran.id}/indikator", data=isian
    )
    assert jawab.status_code == 422
    for potongan in (
        'value="12.5"',
        'value="abc"',
        "Cara &lt;b&gt;khusus&lt;/b&gt;",
        "tulis 12,5 dengan koma",
    ):
        assert potongan in jawab.text
    assert jawab.text.count("Wajib diisi.") >= 1
    assert "Ada 3 hal yang perlu diperbaiki" in jawab.text
    assert banyak(aplikasi, Indikator) == 8


@pytest.mark.parametrize(
    ("medan", "nilai"),
    [("metode", "x"), ("unit_id", "999"), ("unit_id", "abc"), ("tipe", ""), ("urut", "99")],
)
def test_values_that_no_form_offers_are_refused_in_indonesian(
    aplikasi: Flask, draf: None, masuk: Masuk, medan: str, nilai: str
) -> None:
    indikator = satu(aplikasi, Indikator)
    jawab = masuk("kasubag_perencanaan").post(
        f"/perjanjian-kinerja/indikator/{indikator.id}", data=kartu(aplikasi, **{"urut": "1", medan: nilai})
    )
    assert jawab.status_code == 422
    assert "valid" not in jawab.text.replace("novalidate", "").replace("aria-invalid", "").lower()
    assert satu(aplikasi, Indikator, id=indikator.id).uraian == indikator.uraian


def test_sasaran_and_program_are_added_changed_and_removed(aplikasi: Flask, draf: None, masuk: Masuk) -> None:
    kasubag = masuk("kasubag_perencanaan")
    assert kasubag.get(f"{HALAMAN}/sasaran").status_code == 200
    assert kasubag.post(f"{HALAMAN}/sasaran", data={"uraian": "Sasaran kelima"}).status_code == 303
    sasaran = satu(aplikasi, Sasaran, uraian="Sasaran kelima")
    alamat = f"/perjanjian-kinerja/sasaran/{sasaran.id}"
    assert kasubag.post(alamat, data={"uraian": "Sasaran 5", "urut": "1"}).status_code == 303
    assert satu(aplikasi, Sasaran, id=sasaran.id).urut == 1
    unit = satu(aplikasi, Unit, nama=PELAYANAN)
    isian = {"nama": "Program uji", "pagu": "Rp1.500.000", "keterangan": "APBD", "unit_id": str(unit.id)}
    assert kasubag.get(f"{alamat}/program").status_code == 200
    assert kasubag.post(f"{alamat}/program", data=isian).status_code == 303
    program = satu(aplikasi, Program, nama="Program uji")
    assert program.pagu == 1_500_000
    ubah = f"/perjanjian-kinerja/program/{program.id}"
    assert 'value="Rp1.500.000"' in kasubag.get(ubah).text
    salah = kasubag.post(ubah, data={**isian, "pagu": "1,500,000"})
    assert (salah.status_code, 'value="1,500,000"' in salah.text) == (422, True)
    penuh = kasubag.post(f"{alamat}/penghapusan")
    assert penuh.status_code == 422
    assert "masih mempunyai program" in penuh.text
    assert "Ya, hapus" in kasubag.get(f"{ubah}/penghapusan").text
    assert satu(aplikasi, Program, id=program.id) is not None
    assert kasubag.post(f"{ubah}/penghapusan").status_code == 303
    assert kasubag.post(f"{alamat}/penghapusan").status_code == 303
    assert satu(aplikasi, Sasaran, id=sasaran.id) is None
    indikator = satu(aplikasi, Indikator)
    assert kasubag.post(f"/perjanjian-kinerja/indikator/{indikator.id}/penghapusan").status_code == 303
    assert satu(aplikasi, Indikator, id=indikator.id) is None


def test_the_parties_are_changed(aplikasi: Flask, draf: None, masuk: Masuk) -> None:
    kasubag = masuk("kasubag_perencanaan")
    assert 'value="Tarusan"' in kasubag.get(f"{HALAMAN}/pihak").text
    isian = {"pihak_pertama_nama": "Baru", "tempat": "Painan", "tanggal": "2026-02-03"}
    assert kasubag.post(f"{HALAMAN}/pihak", data=isian).status_code == 303
    pk = satu(aplikasi, PerjanjianKinerja)
    assert (pk.pihak_pertama_nama, pk.tempat, pk.tanggal.isoformat()) == ("Baru", "Painan", "2026-02-03")
    salah = kasubag.post(f"{HALAMAN}/pihak", data={**isian, "tanggal": "kemarin"})
    assert salah.status_code == 422
    assert "kemarin" in salah.text


TULIS = ("", "/pihak", "/sasaran", "/pengajuan", "/perubahan")


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", "kasi_pelayanan", "staf_perencanaan", "admin"])
def test_others_do_not_write(aplikasi: Flask, draf: None, masuk: Masuk, siapa: str) -> None:
    klien = masuk(siapa)
    for ekor in TULIS:
        assert klien.post(HALAMAN + ekor).status_code == 403
    indikator = satu(aplikasi, Indikator)
    assert klien.get(f"/perjanjian-kinerja/indikator/{indikator.id}").status_code == 403
    assert klien.post(f"/perjanjian-kinerja/indikator/{indikator.id}/penghapusan").status_code == 403
    if siapa not in ("camat", "sekretaris"):
        assert klien.post(f"{HALAMAN}/persetujuan").status_code == 403
        assert klien.post(f"{HALAMAN}/pengembalian").status_code == 403


@pytest.mark.parametrize("ekor", ["/pengajuan", "/persetujuan", "/pengembalian"])
def test_acts_refuse_get(draf: None, masuk: Masuk, ekor: str) -> None:
    assert masuk("kasubag_perencanaan").get(HALAMAN + ekor).status_code == 405


@pytest.mark.parametrize("jalur", ["sasaran/999", "indikator/999", "program/999", "sasaran/999/indikator"])
def test_lines_that_are_not_there_are_not_found(draf: None, masuk: Masuk, jalur: str) -> None:
    assert masuk("kasubag_perencanaan").get(f"/perjanjian-kinerja/{jalur}").status_code == 404


def test_an_incomplete_draf_is_not_submitted(aplikasi: Flask, masuk: Masuk) -> None:
    kasubag = masuk("kasubag_perencanaan")
    kasubag.post(HALAMAN)
    assert "paling sedikit satu sasaran" in kasubag.get(HALAMAN).text
    jawab = kasubag.post(f"{HALAMAN}/pengajuan")
    assert jawab.status_code == 422
    assert "Belum dapat diajukan." in jawab.text


def cap(halaman: str) -> str:
    cocok = re.search(r'name="cap" value="([^"]+)"', halaman)
    assert cocok
    return cocok[1]


def test_the_camat_reads_warnings_and_approves(aplikasi: Flask, diajukan: None, masuk: Masuk) -> None:
    camat = masuk("camat")
    assert "Setujui Perjanjian Kinerja 2026" in camat.get("/").text
    halaman = camat.get(HALAMAN).text
    assert "pagu 0" in halaman
    jawab = camat.post(f"{HALAMAN}/persetujuan", data={"cap": cap(halaman)})
    assert jawab.status_code == 303
    assert satu(aplikasi, PerjanjianKinerja).disetujui_oleh_nama == "Camat Uji"
    lagi = masuk("sekretaris").post(f"{HALAMAN}/persetujuan", data={"cap": "x"})
    assert lagi.status_code == 409
    assert "sudah disetujui oleh Camat Uji" in lagi.text


def test_an_approval_without_having_read_this_submission_is_refused(
    aplikasi: Flask, diajukan: None, masuk: Masuk
) -> None:
    for data in ({}, {"cap": "1@2020"}):
        assert masuk("camat").post(f"{HALAMAN}/persetujuan", data=data).status_code == 409
    assert satu(aplikasi, PerjanjianKinerja).disetujui_pada is None


def test_a_return_needs_a_reason_and_shows_it(aplikasi: Flask, diajukan: None, masuk: Masuk) -> None:
    sekretaris = masuk("sekretaris")
    tanda = cap(sekretaris.get(HALAMAN).text)
    assert sekretaris.post(f"{HALAMAN}/pengembalian", data={"cap": tanda}).status_code == 422
    data = {"cap": tanda, "alasan": "Target 1.1 terlalu rendah"}
    assert sekretaris.post(f"{HALAMAN}/pengembalian", data=data).status_code == 303
    kasubag = masuk("kasubag_perencanaan")
    assert "Perbaiki Perjanjian Kinerja 2026" in kasubag.get("/").text
    assert "Target 1.1 terlalu rendah" in kasubag.get(HALAMAN).text


def test_a_stale_form_keeps_its_text_when_the_pk_was_submitted_meanwhile(
    aplikasi: Flask, diajukan: None, masuk: Masuk
) -> None:
    kasubag = masuk("kasubag_perencanaan")
    indikator = satu(aplikasi, Indikator)
    jawab = kasubag.post(
        f"/perjanjian-kinerja/indikator/{indikator.id}", data=kartu(aplikasi, urut="1", uraian="Teks lama")
    )
    assert jawab.status_code == 409
    assert "menunggu persetujuan" in jawab.text
    assert "Teks lama" in jawab.text
    buka = kasubag.get(f"/perjanjian-kinerja/indikator/{indikator.id}")
    assert (buka.status_code, 'id="isian"' in buka.text) == (409, False)


def test_a_perubahan_is_drafted_while_readers_keep_the_version_in_force(
    aplikasi: Flask, disetujui: None, masuk: Masuk
) -> None:
    kasubag = masuk("kasubag_perencanaan")
    assert "Alasan perubahan" in kasubag.get(f"{HALAMAN}/perubahan").text
    assert kasubag.post(f"{HALAMAN}/perubahan", data={"alasan": " "}).status_code == 422
    assert kasubag.post(f"{HALAMAN}/perubahan", data={"alasan": "Pagu bergeser"}).status_code == 303
    assert banyak(aplikasi, Indikator) == 16
    assert "Perjanjian Kinerja Perubahan ke-1 Tahun 2026</h1>" in kasubag.get(HALAMAN).text
    assert kasubag.get(f"{HALAMAN}/perubahan").status_code == 409
    pembaca = masuk("kasi_pmd")
    assert "Perjanjian Kinerja 2026</h1>" in pembaca.get(HALAMAN).text
    assert "Pagu bergeser" in pembaca.get(f"{HALAMAN}?versi=2").text
    assert pembaca.get(f"{HALAMAN}?versi=9").status_code == 404


def test_the_pdf_is_a_download_with_every_figure(disetujui: None, masuk: Masuk) -> None:
    jawab = masuk("kasi_pmd").get(f"{HALAMAN}/pdf")
    assert (jawab.status_code, jawab.mimetype) == (200, "application/pdf")
    assert jawab.data.startswith(b"%PDF-")
    assert "attachment" in jawab.headers["Content-Disposition"]
    assert "Perjanjian Kinerja 2026.pdf" in jawab.headers["Content-Disposition"]
    assert masuk("kasi_pmd").get("/perjanjian-kinerja/2027/pdf").status_code == 404


def test_even_an_empty_draf_can_be_printed(masuk: Masuk) -> None:
    kasubag = masuk("kasubag_perencanaan")
    kasubag.post(HALAMAN)
    assert kasubag.get(f"{HALAMAN}/pdf").data.startswith(b"%PDF-")


def test_hostile_text_stays_text(aplikasi: Flask, draf: None, masuk: Masuk) -> None:
    jahat = "<script>alert(1)</script>{{ 7*191 }}"
    kasubag = masuk("kasubag_perencanaan")
    assert kasubag.post(f"{HALAMAN}/sasaran", data={"uraian": jahat}).status_code == 303
    teks = kasubag.get(HALAMAN).text
    assert "<script>alert" not in teks
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*191 }}" in teks
