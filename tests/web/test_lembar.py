"""Pages of sheets: the list with what is missing, uploading with every fault told, looking, loading, stopping."""

from __future__ import annotations

import io

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from kinerja.sop import CONTOH, teks_sop
from kinerja.web.lembar import formulir as lembar_formulir
from tests.web.conftest import KantorPenuh, Masuk

NAMA = 'nama = "Nama SOP"'


def unggah(
    masuk: Masuk, isi: str | bytes, nama: str = "lembar.toml", siapa: str = "sekretaris"
) -> TestResponse:
    byte = isi.encode() if isinstance(isi, str) else isi
    return masuk(siapa).post("/lembar/", data={"berkas": (io.BytesIO(byte), nama)})


def lembar(nama: str = "Penyusunan Laporan Kinerja") -> str:
    return teks_sop(CONTOH).replace(NAMA, f'nama = "{nama}"')


def test_the_list_shows_what_runs_and_what_is_missing(penuh: KantorPenuh, masuk: Masuk) -> None:
    halaman = masuk("kasi_pmd").get("/lembar/").text
    for kata in ("Pengumpulan Data Kinerja", "Surat Keluar", "3 kali dijalankan, 3 sedang berjalan"):
        assert kata in halaman
    for kata in (
        "SOP Pembuatan Pelaksanaan Kegiatan",
        "SOP Penyusunan Laporan Kinerja",
        "Lembar belum dimuat",
    ):
        assert kata in halaman
    assert "Tidak dipakai lagi" in halaman and "Periksa lembar ini" not in halaman
    assert "Lembar unggahan" in masuk("kasubag_umum").get("/lembar/").text


def test_a_sheet_is_looked_at_drawn_before_it_is_loaded(penuh: KantorPenuh, masuk: Masuk) -> None:
    jawab = unggah(masuk, lembar())
    assert jawab.status_code == 303
    alamat, klien = jawab.headers["Location"], masuk("sekretaris")
    halaman = klien.get(alamat).text
    assert "bagan-gambar" in halaman and "Muat lembar" in halaman and "Bahan sudah sesuai?" in halaman
    assert "Lembar belum dimuat" in masuk("kasi_pmd").get("/lembar/").text
    muat = klien.post(f"{alamat}/pemuatan")
    assert muat.status_code == 303
    assert "Penyusunan Laporan Kinerja" in klien.get(muat.headers["Location"]).text
    lagi = klien.post(f"{alamat}/pemuatan")
    assert lagi.status_code == 409 and "sudah dimuat" in lagi.text
    staf = masuk("staf_perencanaan")
    assert "Mulai Penyusunan Laporan Kinerja" in staf.get("/jalan/").text
    daftar = staf.get("/lembar/").text
    assert "SOP Penyusunan Laporan Kinerja" not in daftar and "SOP Pembuatan Pelaksanaan" in daftar


def test_every_fault_is_told_with_langkah_and_key(penuh: KantorPenuh, masuk: Masuk) -> None:
    semula = penuh.isi()
    isi = (
        lembar()
        .replace('pelaksana = "kasubag_umum"', 'pelaksana = "lurah"')
        .replace("berikut = 2", "berikut = 9")
    )
    jawab = unggah(masuk, isi)
    assert jawab.status_code == 422
    assert "langkah 2, kunci pelaksana" in jawab.text and "&#34;lurah&#34;" in jawab.text
    assert "Berkas ini belum sah" in jawab.text
    baris = unggah(masuk, lembar().replace('jenis = "mulai"', "jenis = mulai"))
    assert baris.status_code == 422 and "baris " in baris.text
    peran = unggah(masuk, lembar().replace('kode = "kasubag_umum"', 'kode = "lurah"').replace(
        'pelaksana = "kasubag_umum"', 'pelaksana = "lurah"'))  # fmt: skip
    assert "bukan peran di kantor ini" in peran.text
    assert penuh.isi() == semula


def test_what_is_no_text_is_refused(
    penuh: KantorPenuh, masuk: Masuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lembar_formulir, "MAKS_BYTE", 1000)
    semula = penuh.isi()
    for isi, nama, kata in (
        (b"", "lembar.toml", "kunci identitas"),
        (b"\xff\xfe\x00", "lembar.toml", "bukan berkas teks"),
        (b"#" * 1001, "lembar.toml", "terlalu besar"),
        (b"x = 1", "lembar.txt", "berakhiran .toml"),
        (b"<script>alert(1)</script>", "lembar.toml", "baris 1"),
        (b"a = [" + b"[" * 100, "lembar.toml", "terlalu banyak kurung"),
    ):
        jawab = unggah(masuk, isi, nama)
        assert jawab.status_code == 422 and kata in jawab.text, (nama, kata)
    kosong = masuk("sekretaris").post("/lembar/", data={})
    assert kosong.status_code == 422 and "Pilih berkasnya dahulu" in kosong.text
    assert penuh.isi() == semula


def test_markup_in_a_sheet_is_only_text(penuh: KantorPenuh, masuk: Masuk) -> None:
    jawab = unggah(masuk, lembar("Izin <b>cuti</b>"))
    halaman = masuk("sekretaris").get(jawab.headers["Location"]).text
    assert "<b>cuti" not in halaman and "&lt;b&gt;cuti" in halaman


def test_the_sheet_to_fill_in_is_downloaded(penuh: KantorPenuh, masuk: Masuk) -> None:
    jawab = masuk("sekretaris").get("/lembar/contoh.toml")
    assert jawab.text == teks_sop(CONTOH)
    assert "attachment" in jawab.headers["Content-Disposition"]


def test_a_draft_is_dropped(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien, alamat = masuk("kasubag_umum"), penuh.alamat("/lembar/rancangan/{rancangan_unggahan}")
    assert klien.post(f"{alamat}/pembuangan").status_code == 303
    assert "sudah dibuang" in klien.get(alamat).text
    assert klien.post(f"{alamat}/pemuatan").status_code == 409


def test_a_stopped_sheet_starts_nothing_more(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien, alamat = masuk("sekretaris"), penuh.alamat("/lembar/{lembar_surat}")
    assert klien.post(f"{alamat}/penghentian", data={"alasan": ""}).status_code == 422
    assert klien.post(f"{alamat}/penghentian", data={"alasan": "Diganti."}).status_code == 303
    assert "tidak dipakai lagi" in klien.get(alamat).text
    kasi = masuk("kasi_pmd")
    assert "Mulai Surat Keluar" not in kasi.get("/jalan/").text
    jabatan = str(penuh.nomor["jabatan_kasi_pmd"])
    mulai = kasi.post(penuh.alamat("/jalan/lembar/{lembar_surat}"), data={"judul": "Uji", "jabatan": jabatan})
    assert mulai.status_code == 409
    assert klien.post(f"{alamat}/pemakaian").status_code == 303
    assert "Mulai Surat Keluar" in kasi.get("/jalan/").text
    assert klien.post(f"{alamat}/pemakaian").status_code == 409


def test_the_shipped_sheet_is_taken_only_where_it_is_not_there(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("kasubag_umum")
    jawab = klien.post("/lembar/bawaan/1")
    assert jawab.status_code == 409 and "sama dengan SOP Surat Keluar" in jawab.text
    assert klien.post("/lembar/bawaan/9").status_code == 404


def test_an_office_that_runs_already_loads_the_shipped_sheet_by_an_official(
    aplikasi: Flask, masuk: Masuk
) -> None:
    """No upgrade puts an SOP into force: it stands on the list until somebody answers for it."""
    assert "belum dimuat" in masuk("kasi_pmd").get("/lembar/").text
    sekretaris = masuk("sekretaris")
    assert "Lihat lalu muat" in sekretaris.get("/lembar/").text
    alamat = sekretaris.post("/lembar/bawaan/1").headers["Location"]
    assert "Konsep surat disetujui?" in sekretaris.get(alamat).text
    muat = sekretaris.post(f"{alamat}/pemuatan").headers["Location"]
    halaman = sekretaris.get(muat).text
    assert "Mulai Surat Keluar" not in halaman and "perlu dikonfirmasi kantor" in halaman
    assert "Mulai Surat Keluar" in masuk("kasi_pmd").get("/jalan/").text
    sop = sekretaris.get("/sop").text
    assert "SOP yang berkaitan" in sop and "Lembar belum dimuat" in sop
