"""Autosave at the web: kept through one address, offered and put back by the page, gone once the form is saved."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import lxml.html
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.models import db
from kinerja.models.draf import Draf
from kinerja.web.draf_isi import pulihkan, sidik
from tests.kantor_uji import orang_uji
from tests.web.conftest import KantorPenuh

Masuk = Callable[[str], FlaskClient]
HTMX = {"HX-Request": "true"}
DASAR = re.compile(r'data-draf="([^"]+)" data-dasar="([0-9a-f]+)"')


def titip(klien: FlaskClient, kunci: str, halaman: str, **isi: str):  # type: ignore[no-untyped-def]
    return klien.post("/draf", data={"draf-kunci": kunci, "draf-halaman": halaman, **isi}, headers=HTMX)


def tersisa(app: Flask) -> list[tuple[str, object]]:
    with app.app_context():
        return [(d.kunci, d.isi.get("isian")) for d in db.session.execute(select(Draf)).scalars()]


def test_the_answer_says_when_and_passwords_are_never_kept(aplikasi: Flask, masuk: Masuk) -> None:
    jawab = titip(
        masuk("camat"),
        "/disposisi/baru",
        "/disposisi/baru",
        hal="Rapat",
        sandi="x",
        csrf_token="y",
        **{"a-lama": "z"},
    )
    assert jawab.text == "Ketikan tersimpan sementara 09.00"
    assert jawab.mimetype == "text/plain"
    assert tersisa(aplikasi) == [("/disposisi/baru", [["hal", "Rapat"]])]


def test_too_much_is_refused_in_a_sentence(aplikasi: Flask, masuk: Masuk) -> None:
    jawab = titip(masuk("camat"), "/disposisi/baru", "/disposisi/baru", hal="x" * 200_001)
    assert (jawab.status_code, tersisa(aplikasi)) == (422, [])
    assert "terlalu panjang" in jawab.text


def test_a_draft_is_offered_then_put_back_and_can_be_thrown_away(aplikasi: Flask, masuk: Masuk) -> None:
    camat = masuk("camat")
    titip(
        camat,
        "/disposisi/baru",
        "/disposisi/baru?asal=x",
        hal='Rapat "besar" <b>',
        catatan="\nBaris satu\nBaris dua",
    )
    halaman = camat.get("/disposisi/baru").text
    assert "Ada ketikan yang belum disimpan, dari 8 Oktober 2026 pukul 09.00." in halaman
    assert "Baris satu" not in halaman
    (nomor,) = re.findall(r'href="/draf/(\d+)"', halaman)
    assert "Ada ketikan" not in masuk("sekretaris").get("/disposisi/baru").text

    pindah = camat.get(f"/draf/{nomor}")
    assert pindah.status_code == 303
    assert pindah.headers["Location"] == f"/disposisi/baru?asal=x&draf={nomor}#draf-{nomor}"
    isi = camat.get(pindah.headers["Location"]).text
    assert "sudah dikembalikan" in isi
    assert "Baris satu\nBaris dua</textarea>" in isi
    assert lxml.html.fromstring(isi).xpath("//input[@name='hal']/@value") == ['Rapat "besar" <b>']

    buang = camat.post(f"/draf/{nomor}/pembuangan")
    assert buang.headers["Location"] == "/disposisi/baru?asal=x"
    assert tersisa(aplikasi) == []
    assert "Ada ketikan" not in camat.get("/disposisi/baru").text


def test_the_page_says_when_what_is_stored_changed_since(penuh: KantorPenuh, masuk: Masuk) -> None:
    kasi = masuk("kasi_pelayanan")
    alamat = penuh.alamat("/realisasi/{tw3}")
    kunci = penuh.alamat("/realisasi/{tw3}/indikator/{indikator}")
    dasar = dict(DASAR.findall(kasi.get(alamat).text))[kunci]
    titip(kasi, kunci, alamat, hambatan="Hujan.", **{"draf-dasar": dasar})
    halaman = kasi.get(alamat).text
    assert "Ada ketikan" in halaman
    assert "sudah berubah" not in halaman
    titip(kasi, kunci, alamat, hambatan="Hujan.", **{"draf-dasar": "0123456789abcdef"})
    assert "Isi yang tersimpan sudah berubah" in kasi.get(alamat).text


@pytest.mark.parametrize("kepala", [{}, HTMX])
def test_a_saved_form_leaves_no_draft_and_a_refused_one_keeps_it(
    penuh: KantorPenuh, masuk: Masuk, isian: dict[str, dict[str, list[str]]], kepala: dict[str, str]
) -> None:
    kasubag = masuk("kasubag_perencanaan")
    alamat = penuh.alamat("/laporan/{lalu2}/narasi")
    halaman = penuh.alamat("/tugas/{lalu2_4}")
    isi = isian["penyusunan.narasi"]
    kunci = f"{alamat}#{isi['bagian'][0]}"
    titip(kasubag, kunci, halaman, teks="Setengah jadi", **{"draf-lembar": "l1"})
    salah = kasubag.post(alamat, data={**isi, "teks": ["x" * 20_001]}, headers=kepala)
    assert salah.status_code == 422
    assert "Ada ketikan" not in salah.text
    assert (kunci, [["teks", "Setengah jadi"]]) in tersisa(penuh.app)

    kirim = {**isi, "draf_lembar": ["l1"], "draf_kunci": [kunci]}
    jawab = kasubag.post(alamat, data=kirim, headers=kepala)
    assert jawab.status_code in (200, 303)
    assert "Ada ketikan" not in jawab.text
    assert (kunci, None) in tersisa(penuh.app)
    terlambat = titip(kasubag, kunci, halaman, teks="Setengah jadi", **{"draf-lembar": "l1"})
    assert (terlambat.status_code, terlambat.text) == (200, "")
    assert (kunci, None) in tersisa(penuh.app)


def test_every_long_form_of_the_office_is_kept(penuh: KantorPenuh, masuk: Masuk) -> None:
    """A text area in a form of its own stands in one that autosaves; those with files only warn."""
    for siapa, alamat in (
        ("kasi_pelayanan", "/realisasi/{tw3}"),
        ("kasi_pelayanan", "/disposisi/cabang/{cabang_pelayanan}"),
        ("kasi_pelayanan", "/sosialisasi/tanggapan/{tanggapan_pelayanan}"),
        ("kasubag_perencanaan", "/tugas/{lalu2_4}"),
        ("kasubag_perencanaan", "/tugas/{sem1_6}"),
        ("sekretaris", "/tugas/{tw2_5}"),
        ("staf_perencanaan", "/tugas/{lama1_3}"),
        ("kasubag_perencanaan", "/perjanjian-kinerja/indikator/{draf_indikator}"),
        ("camat", "/disposisi/baru"),
    ):
        isi = masuk(siapa).get(penuh.alamat(alamat)).text
        formulir = [f for f in re.findall(r"<form\b.*?</form>", isi, re.S) if "<textarea" in f]
        assert formulir, alamat
        tanpa = [
            f[:200] for f in formulir if "data-draf=" not in f.partition(">")[0] and "/bukti" not in f[:200]
        ]
        assert not tanpa, alamat


def test_putting_text_back_touches_fields_only() -> None:
    isi = (
        'Awal <svg viewBox="0 0 2 2"><path d="M 0 0"/></svg><input type="hidden" name="semula" value="baru">'
        '<input type="text" name="a" value="1"><textarea name="t">\nlama</textarea>'
        '<input type="checkbox" name="c" value="1" checked><input type="checkbox" name="c" value="2">'
        '<select name="s"><option value="x" selected>X</option><option value="y">Y</option></select>'
    )
    ketikan = [
        ("semula", "tua"),
        ("a", '"2"'),
        ("t", "</textarea>\nb"),
        ("c", "2"),
        ("s", "y"),
        ("hilang", "Teks"),
    ]
    hasil, sisa = pulihkan(isi, ketikan)
    assert sisa == [("hilang", "Teks")]
    assert 'name="semula" value="baru"' in hasil
    akar = lxml.html.fragment_fromstring(hasil, create_parent="div")
    assert akar.xpath(".//input[@name='a']/@value") == ['"2"']
    assert akar.xpath("string(.//textarea)").lstrip("\n") == "</textarea>\nb"
    assert re.findall(r'value="(\d)" checked', hasil) == ["2"]
    assert re.findall(r'value="(\w)" selected', hasil) == ["y"]
    assert sidik(isi) != sidik(hasil)
    assert sidik(isi) == sidik(isi.replace("Awal", "Awalan"))


def test_the_kept_text_is_plain_json_of_names_and_text(aplikasi: Flask, masuk: Masuk) -> None:
    titip(masuk("camat"), "/disposisi/baru", "/disposisi/baru", hal="Rapat")
    with aplikasi.app_context():
        satu = db.session.execute(select(Draf)).scalar_one()
        assert satu.pegawai_id == orang_uji(db.session(), "camat").pegawai_id
        assert json.dumps(satu.isi)


def test_my_drafts_are_listed_newest_first_and_only_mine(aplikasi: Flask, masuk: Masuk) -> None:
    camat = masuk("camat")
    assert "Draf saya" not in camat.get("/").text
    assert "Tidak ada draf" in camat.get("/draf").text
    nama = {"draf-judul": "Disposisi baru – kinerja", "draf-bagian": " Isi \n disposisi "}
    titip(camat, "/disposisi/baru", "/disposisi/baru", hal="Rapat", catatan="Tolong <b>hadir</b>.", **nama)
    titip(camat, "/laporan/9/revisi/narasi#x", "/laporan/9/revisi", teks="Uraian yang hilang halamannya")
    assert "Draf saya (2)" in camat.get("/").text
    daftar = camat.get("/draf").text
    assert "Isi disposisi</h2>" in daftar and "di halaman “Disposisi baru”" in daftar
    assert "Tolong &lt;b&gt;hadir&lt;/b&gt;." in daftar and "Uraian yang hilang halamannya" in daftar
    assert "8 Oktober 2026 pukul 09.00" in daftar and "di halaman /laporan/9/revisi" in daftar
    nomor = re.findall(r'href="/draf/(\d+)"', daftar)
    assert len(nomor) == 2
    assert "Rapat" not in masuk("sekretaris").get("/draf").text
    buang = camat.post(f"/draf/{nomor[0]}/pembuangan", data={"dari": "daftar"})
    assert buang.headers["Location"] == "/draf"
    assert len(tersisa(aplikasi)) == 1


def test_names_of_a_draft_are_cut(aplikasi: Flask, masuk: Masuk) -> None:
    titip(masuk("camat"), "/disposisi/baru", "/disposisi/baru", hal="x", **{"draf-judul": "j" * 900})
    with aplikasi.app_context():
        (satu,) = db.session.execute(select(Draf)).scalars()
        assert (satu.isi["judul"], satu.isi["bagian"]) == ("j" * 200, "")
