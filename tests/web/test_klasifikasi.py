"""The page of the schedule, what is due, moves of the paper, labels."""

from __future__ import annotations

import io
import threading

import lxml.html
import openpyxl
import pytest
from flask import Flask
from sqlalchemy import select

from kinerja.documents.cetak import KOLAM, HasilCetak
from kinerja.models import db
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.klasifikasi import Klasifikasi
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.web.arsip import rak as arsip_rak
from kinerja.web.arsip import retensi as arsip_retensi
from tests.data_uji_arsip import PADA
from tests.data_uji_daftar_arsip import dokumen_jadi, jadwal
from tests.web.conftest import KantorPenuh, Masuk

TERISI = {
    "nama": "Kearsipan",
    "aktif": "5",
    "inaktif": "6",
    "nasib": "nilai",
    "sumber": "Perbup 12 Tahun 2024",
}


def teks(html: str) -> str:
    return " ".join(str(lxml.html.fromstring(html).text_content()).split())


@pytest.fixture
def lama(aplikasi: Flask) -> int:
    """A letter of 2015 that is due, and the schedule."""
    with aplikasi.app_context():
        jadwal(db.session())
        nomor = dokumen_jadi(db.session(), 7, 2015, judul="Surat 2015").id
        db.session.commit()
        return nomor


def test_every_post_reads_the_schedule_and_two_keep_it(masuk: Masuk, lama: int) -> None:
    baca = masuk("staf_pelayanan").get("/klasifikasi/").text
    assert "Laporan berkala" in baca and "tidak pernah memusnahkan" in baca
    assert "<form" not in baca.partition("<main")[2]
    assert "Tambah klasifikasi" in masuk("kasubag_umum").get("/klasifikasi/").text
    assert "Masa simpan" in masuk("kasi_pmd").get("/klasifikasi/000.5.1").text
    assert masuk("kasi_pmd").get("/klasifikasi/1.2.3").status_code == 404


def test_a_class_is_changed_and_wrong_words_stay_beside_their_field(
    masuk: Masuk, lama: int, aplikasi: Flask
) -> None:
    klien = masuk("sekretaris")
    salah = klien.post("/klasifikasi/000.5.1", data={**TERISI, "aktif": "101", "sumber": "Sumber saya"})
    assert salah.status_code == 422
    assert "0 sampai 100" in salah.text and "Sumber saya" in salah.text
    assert klien.post("/klasifikasi/000.5.1", data=TERISI).status_code == 303
    with aplikasi.app_context():
        kelas = db.session.get(Klasifikasi, "000.5.1")
        assert kelas is not None and (kelas.aktif, kelas.inaktif, kelas.nasib) == (5, 6, "nilai")
    baru = {**TERISI, "kode": "000.5.1"}
    ada = klien.post("/klasifikasi/", data=baru)
    assert ada.status_code == 422 and "sudah ada" in ada.text
    assert klien.post("/klasifikasi/", data={**baru, "kode": "000.5.9"}).status_code == 303


def test_a_class_in_use_is_not_retired(masuk: Masuk, lama: int) -> None:
    klien = masuk("sekretaris")
    jawab = klien.post("/klasifikasi/000.7.2.8/penghentian")
    assert jawab.status_code == 422 and "masih dipakai untuk" in jawab.text
    assert klien.post("/klasifikasi/000.5.1/penghentian").status_code == 303
    assert klien.post("/klasifikasi/000.5.1/penghentian").status_code == 409
    assert "Tidak dipakai lagi" in klien.get("/klasifikasi/").text


def test_what_is_due_is_listed_with_class_and_source_and_nothing_is_lost(
    masuk: Masuk, lama: int, aplikasi: Flask
) -> None:
    klien = masuk("kasi_pmd")
    html = klien.get("/arsip/jatuh-tempo").text
    for kata in (
        "Surat 2015",
        "000.1.5 Surat keluar; disimpan 5 tahun (2 aktif, 3 inaktif)",
        "Contoh",
        "1 Januari 2021",
    ):
        assert kata in teks(html), kata
    assert "kinerja tidak pernah menghapus dokumen" in teks(html)
    assert "Surat 2015" not in klien.get("/arsip/jatuh-tempo?nasib=permanen").text
    assert "Surat 2015" in klien.get("/arsip/jatuh-tempo?nasib=x&halaman=99").text, "its last page"
    buku = openpyxl.load_workbook(io.BytesIO(klien.get("/arsip/jatuh-tempo.xlsx").data))
    isi = [str(s) for b in buku.worksheets[0].iter_rows(values_only=True) for s in b if s is not None]
    assert "Surat 2015" in isi and any("tidak pernah menghapus" in s for s in isi)
    with aplikasi.app_context():
        assert db.session.get(Dokumen, lama) is not None


def test_the_due_list_and_the_labels_are_printed(
    masuk: Masuk, lama: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    cetakan: list[tuple[str, ...]] = []

    def palsu(_templat: str, _data: object, *, penanda: tuple[str, ...], bertanggal: object) -> HasilCetak:
        cetakan.append(penanda)
        return HasilCetak(b"%PDF-", 1, "")

    monkeypatch.setattr(arsip_retensi, "cetak", palsu)
    monkeypatch.setattr(arsip_rak, "cetak", palsu)
    klien = masuk("kasi_pmd")
    assert klien.get("/arsip/jatuh-tempo.pdf").data == b"%PDF-"
    assert klien.get(f"/arsip/label.pdf?d={lama}&d={lama}&d=999&d=x").data == b"%PDF-"
    assert cetakan == [("DAFTAR ARSIP JATUH TEMPO RETENSI", "8 Oktober 2026"), ("2015-0007",)]


def test_labels_ask_for_a_choice(masuk: Masuk, lama: int) -> None:
    klien = masuk("kasi_pmd")
    assert "Surat 2015" in klien.get("/arsip/label?tahun=2015").text
    kosong = klien.get("/arsip/label.pdf")
    assert kosong.status_code == 422 and "Pilih paling sedikit satu dokumen" in kosong.text
    banyak = klien.get("/arsip/label.pdf?" + "&".join(f"d={n}" for n in range(101)))
    assert banyak.status_code == 422 and "Paling banyak 100" in banyak.text
    assert klien.get("/arsip/label.pdf?d=999999").status_code == 404


def test_with_no_printer_free_a_label_says_so(
    masuk: Masuk, lama: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KOLAM, "_tempat", threading.Semaphore(0))
    monkeypatch.setattr(KOLAM, "_tunggu_detik", 0)
    jawab = masuk("kasi_pmd").get(f"/arsip/label.pdf?d={lama}")
    assert jawab.status_code == 422 and "Coba lagi" in jawab.text


def test_the_paper_moves_and_its_places_are_shown(penuh: KantorPenuh, masuk: Masuk) -> None:
    url = penuh.alamat("/arsip/{dokumen_tw1}")
    klien = masuk("kasubag_umum")
    assert "Masa simpan" in klien.get(url).text
    kirim = {"lokasi_rak": "Gudang, boks 7", "semula": "Lemari 2"}
    assert klien.post(f"{url}/rak", data=kirim).status_code == 303
    html = teks(klien.get(url).text)
    assert "Disimpan di Gudang, boks 7" in html and "Lemari 2 → Gudang, boks 7" in html
    basi = klien.post(f"{url}/rak", data={**kirim, "lokasi_rak": "Boks 9"})
    assert basi.status_code == 409 and "baru saja diubah" in basi.text and 'value="Boks 9"' in basi.text
    kosong = klien.post(f"{url}/rak", data={"lokasi_rak": "", "semula": "Gudang, boks 7"})
    assert kosong.status_code == 422
    assert masuk("staf_pelayanan").post(f"{url}/rak", data=kirim).status_code == 403
    assert "Ubah tempatnya" not in masuk("staf_pelayanan").get(url).text
    with penuh.app.app_context():
        assert db.session.execute(select(Arsip.lokasi_rak)).scalars().first() == "Gudang, boks 7"


def test_the_versions_of_a_document_are_listed_on_its_page(masuk: Masuk, aplikasi: Flask) -> None:
    with aplikasi.app_context():
        sesi = db.session()
        for versi in (1, 2):
            pk = PerjanjianKinerja(tahun=2031, versi=versi, dibuat_pada=PADA)
            sesi.add(pk)
            sesi.flush()
            satu = dokumen_jadi(sesi, versi, judul=f"PK 2031 versi {versi}")
            satu.perjanjian_kinerja_id = pk.id
        nomor = satu.id
        sesi.commit()
    html = teks(masuk("camat").get(f"/arsip/{nomor}").text)
    assert "Versi dokumen ini PK 2031 versi 1" in html and "PK 2031 versi 2 (dokumen ini)" in html
