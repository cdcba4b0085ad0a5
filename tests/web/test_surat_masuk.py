"""Incoming letters on screen: writing down, deciding, the list, the agenda book."""

from __future__ import annotations

import io
import re
from typing import Any

import openpyxl
import pytest
from flask import Flask
from sqlalchemy import select

from kinerja.domain.disposisi import Sifat
from kinerja.models import db
from kinerja.models.berkas import Berkas
from kinerja.models.disposisi import Disposisi
from kinerja.models.kantor import kantor
from kinerja.models.surat import SuratMasuk
from tests.data_uji_berkas import docx, jpeg, pdf
from tests.data_uji_disposisi import OKTOBER, jabatan_uji
from tests.data_uji_surat_masuk import surat_uji
from tests.web.conftest import Masuk

HTMX = {"HX-Request": "true"}
HARI = OKTOBER.date()


@pytest.fixture(autouse=True)
def oktober(aplikasi: Flask) -> None:
    with aplikasi.app_context():
        kantor(db.session()).tanggal_contoh = HARI
        db.session.commit()


def nomor(aplikasi: Flask, siapa: str) -> int:
    with aplikasi.app_context():
        return jabatan_uji(db.session(), siapa).id


def isian(aplikasi: Flask, **ubah: Any) -> dict[str, Any]:
    isi: dict[str, Any] = {
        "surat_dari": "Dinas Pendidikan",
        "nomor_surat": "005/77/Disdik",
        "tanggal_surat": "2026-10-05",
        "diterima": "2026-10-07",
        "hal": "Undangan rapat",
        "sifat": "segera",
        "isi_ringkas": "Rapat di Painan.",
        "untuk_id": nomor(aplikasi, "camat"),
    }
    return {**isi, **ubah}


def surat(aplikasi: Flask, **ubah: Any) -> int:
    with aplikasi.app_context():
        baru = surat_uji(db.session(), **ubah).id
        db.session.commit()
        return baru


def semua(aplikasi: Flask) -> list[SuratMasuk]:
    with aplikasi.app_context():
        return list(db.session.execute(select(SuratMasuk).order_by(SuratMasuk.id)).scalars())


def test_the_kasubag_umum_writes_a_letter_down_with_its_scan(aplikasi: Flask, masuk: Masuk) -> None:
    umum = masuk("kasubag_umum")
    assert "Catat surat masuk" in umum.get("/surat-masuk/").text
    halaman = umum.get("/surat-masuk/baru").text
    assert 'value="2026-10-07"' not in halaman and f'value="{HARI}"' in halaman  # received: today
    jawab = umum.post("/surat-masuk/baru", data=isian(aplikasi, berkas=(io.BytesIO(pdf(2)), "pindai.pdf")))
    (satu,) = semua(aplikasi)
    assert jawab.headers["Location"] == f"/surat-masuk/{satu.id}"
    assert (satu.nomor_agenda, satu.tahun, satu.hal, satu.sifat) == (1, 2026, "Undangan rapat", Sifat.SEGERA)
    assert satu.ringkasan == "Rapat di Painan."
    teks = umum.get(f"/surat-masuk/{satu.id}").text
    assert "nomor agenda 1/2026" in teks and "Menunggu putusan Camat" in teks
    assert f"/berkas/{satu.berkas_id}/halaman/1" in teks
    assert masuk("camat").get(f"/berkas/{satu.berkas_id}/halaman/1").mimetype == "image/png"
    kotak = masuk("camat").get("/").text
    assert "Undangan rapat" in kotak and "Surat masuk menunggu disposisi" in kotak


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"surat_dari": ""}, "Wajib diisi"),
        ({"hal": " "}, "Isi halnya"),
        ({"diterima": "2026-10-09"}, "belum tiba"),
        ({"tanggal_surat": "2026-10-08"}, "sesudah tanggal diterima"),
        ({"untuk_id": "999"}, "Diajukan kepada: "),
    ],
)
def test_wrong_input_keeps_what_was_typed(
    aplikasi: Flask, masuk: Masuk, ubah: dict[str, Any], pesan: str
) -> None:
    for tajuk in ({}, HTMX):
        jawab = masuk("kasubag_umum").post("/surat-masuk/baru", data=isian(aplikasi, **ubah), headers=tajuk)
        assert jawab.status_code == 422
        assert "005/77/Disdik" in jawab.text and "Rapat di Painan." in jawab.text
        assert pesan.lower() in jawab.text.lower()
    assert semua(aplikasi) == []


def test_the_scan_is_a_pdf_or_a_picture(aplikasi: Flask, masuk: Masuk) -> None:
    umum = masuk("kasubag_umum")
    jawab = umum.post("/surat-masuk/baru", data=isian(aplikasi, berkas=(io.BytesIO(docx()), "surat.docx")))
    assert jawab.status_code == 422 and "harus PDF, JPG, atau PNG" in jawab.text
    with aplikasi.app_context():
        assert db.session.execute(select(Berkas)).first() is None
    umum.post("/surat-masuk/baru", data=isian(aplikasi, berkas=(io.BytesIO(jpeg()), "foto.jpg")))
    assert [s.berkas_id is not None for s in semua(aplikasi)] == [True]


def test_others_read_the_book_but_do_not_write(aplikasi: Flask, masuk: Masuk) -> None:
    satu = surat(aplikasi)
    for siapa in ("staf_pelayanan", "kasi_pmd", "camat"):
        klien = masuk(siapa)
        assert "Undangan rapat wajib belajar" in klien.get("/surat-masuk/").text
        assert "Catat surat masuk" not in klien.get("/surat-masuk/").text
        assert klien.post("/surat-masuk/baru", data=isian(aplikasi)).status_code == 403
        assert klien.post(f"/surat-masuk/{satu}/pembatalan", data={"batal-alasan": "x"}).status_code == 403
    assert masuk("admin").get("/surat-masuk/").status_code == 403
    assert len(semua(aplikasi)) == 1


def test_the_camat_dispositions_it_and_the_letter_shows_the_tree(aplikasi: Flask, masuk: Masuk) -> None:
    satu, camat = surat(aplikasi), masuk("camat")
    assert "menunggu putusan Anda" in camat.get(f"/surat-masuk/{satu}").text
    formulir = camat.get(f"/surat-masuk/{satu}/disposisi").text
    assert 'value="Undangan rapat wajib belajar"' in formulir and "005/77/Disdik" in formulir
    assert "Kasi Pelayanan Umum" in formulir
    data = {
        "hal": "Hadiri rapat",
        "sifat": "segera",
        "instruksi": "Hadiri/wakili",
        "penerima": [nomor(aplikasi, "kasi_pelayanan"), nomor(aplikasi, "kasi_pmd")],
        "tenggat": "2026-10-15",
        f"penerima-tenggat-{nomor(aplikasi, 'kasi_pmd')}": "2026-10-12",
    }
    kosong = camat.post(f"/surat-masuk/{satu}/disposisi", data={**data, "penerima": []})
    assert kosong.status_code == 422 and "Hadiri rapat" in kosong.text
    jawab = camat.post(f"/surat-masuk/{satu}/disposisi", data=data)
    with aplikasi.app_context():
        d = db.session.execute(select(Disposisi)).scalar_one()
        assert (d.surat_masuk_id, d.nomor_surat, d.hal) == (satu, "005/77/Disdik", "Hadiri rapat")
        disposisi_id = d.id
    assert jawab.headers["Location"] == f"/disposisi/{disposisi_id}"
    slip = camat.get(f"/disposisi/{disposisi_id}").text
    assert f'href="/surat-masuk/{satu}"' in slip and "Tentang surat masuk" in slip
    surat_teks = camat.get(f"/surat-masuk/{satu}").text
    for kata in ("Sudah didisposisikan", "Kasi Pelayanan Umum", "Tenggat 12 Oktober 2026", "Belum dibaca"):
        assert kata in surat_teks, kata
    assert "Ingatkan" not in surat_teks
    assert "menunggu disposisi" not in camat.get("/").text
    assert "Sudah didisposisikan" in camat.get("/surat-masuk/?keadaan=selesai").text
    luar = masuk("kasi_trantib").get(f"/surat-masuk/{satu}").text
    assert "Sudah didisposisikan" in luar and "Perjalanan disposisi" not in luar


def test_the_camat_only_takes_note(aplikasi: Flask, masuk: Masuk) -> None:
    satu, camat = surat(aplikasi), masuk("camat")
    kosong = camat.post(f"/surat-masuk/{satu}/pengarsipan", data={"arsip-catatan": " "}, headers=HTMX)
    assert kosong.status_code == 422 and "<html" not in kosong.text
    assert (
        camat.post(f"/surat-masuk/{satu}/pengarsipan", data={"arsip-catatan": "Maklum."}).status_code == 303
    )
    assert "Maklum." in masuk("kasubag_umum").get(f"/surat-masuk/{satu}").text
    lagi = camat.post(f"/surat-masuk/{satu}/pengarsipan", data={"arsip-catatan": "Teks kedua."})
    assert lagi.status_code == 409
    assert "sudah didisposisikan atau diarsipkan" in lagi.text and "Teks kedua." in lagi.text
    assert masuk("sekretaris").post(
        f"/surat-masuk/{satu}/pengarsipan", data={"arsip-catatan": "x"}
    ).status_code == 403  # fmt: skip


def test_a_wrong_entry_is_struck_out_with_its_reason(aplikasi: Flask, masuk: Masuk) -> None:
    satu, umum = surat(aplikasi), masuk("kasubag_umum")
    alamat = f"/surat-masuk/{satu}/pembatalan"
    assert umum.post(alamat, data={"batal-alasan": ""}).status_code == 422
    assert umum.post(alamat, data={"batal-alasan": "Tercatat dua kali."}).status_code == 303
    teks = umum.get(f"/surat-masuk/{satu}").text
    assert "Catatan ini dibatalkan" in teks and "Tercatat dua kali." in teks
    assert "Undangan rapat" not in masuk("camat").get("/").text
    assert umum.post(alamat, data={"batal-alasan": "Lagi."}).status_code == 409
    assert "Catatan ini dibatalkan" in masuk("camat").get(f"/surat-masuk/{satu}/disposisi").text
    umum.post("/surat-masuk/baru", data=isian(aplikasi))
    assert [s.nomor_agenda for s in semua(aplikasi)] == [1, 2]


def test_a_rahasia_letter_is_not_there_for_others(aplikasi: Flask, masuk: Masuk) -> None:
    satu = surat(aplikasi, sifat=Sifat.RAHASIA, hal="Pemeriksaan khusus")
    klien = masuk("kasi_pmd")
    for alamat in ("", "?cari=Pemeriksaan", "?keadaan=menunggu"):
        assert "Pemeriksaan khusus" not in klien.get(f"/surat-masuk/{alamat}").text
    for cara, alamat in (
        ("GET", ""),
        ("GET", "/disposisi"),
        ("POST", "/disposisi"),
        ("POST", "/pengarsipan"),
    ):
        assert klien.open(f"/surat-masuk/{satu}{alamat}", method=cara).status_code == 404, alamat
    assert "Pemeriksaan" in masuk("kasubag_umum").get("/surat-masuk/?cari=pemeriksaan").text
    formulir = masuk("camat").get(f"/surat-masuk/{satu}/disposisi").text
    assert re.findall(r'name="sifat"[^>]*value="(\w+)"', formulir) == ["rahasia"]


def test_the_list_pages_on_and_finds(aplikasi: Flask, masuk: Masuk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.operations.surat_masuk_lihat.PER_HALAMAN", 2)
    for ke in range(3):
        surat(aplikasi, hal=f"Surat ke-{ke}")
    klien = masuk("kasi_pmd")
    awal = klien.get("/surat-masuk/").text
    assert "Surat ke-2" in awal and "Surat ke-0" not in awal
    (sebelum,) = re.findall(r"sebelum=(\d+)", awal)
    assert "Surat ke-0" in klien.get(f"/surat-masuk/?sebelum={sebelum}").text
    hasil = klien.get("/surat-masuk/?cari=ke-1", headers=HTMX)
    assert "<html" not in hasil.text and "Surat ke-1" in hasil.text and "Surat ke-2" not in hasil.text
    assert "Tidak ada yang cocok" in klien.get("/surat-masuk/?cari=zzz").text
    for aneh in ("sebelum=x", "keadaan=apa", "cari=%25_%5C"):
        assert klien.get(f"/surat-masuk/?{aneh}").status_code == 200


def test_the_agenda_book_of_a_month_is_a_workbook(aplikasi: Flask, masuk: Masuk) -> None:
    surat(aplikasi)
    surat(aplikasi, sifat=Sifat.RAHASIA, hal="Pemeriksaan khusus")
    klien = masuk("kasi_pmd")
    buku = openpyxl.load_workbook(io.BytesIO(klien.get("/tabel/surat-masuk?bulan=2026-10").data))
    isi = [b for b in buku.active.iter_rows(values_only=True) if b[0] == "1/2026"]  # type: ignore[union-attr]
    assert isi[0][2:4] == ("Dinas Pendidikan Kabupaten", "005/77/Disdik")
    assert isi[0][7:] == ("Camat", "menunggu disposisi")
    teks = str([b for b in buku.active.iter_rows(values_only=True)])  # type: ignore[union-attr]
    assert "Pemeriksaan" not in teks
    assert klien.get("/tabel/surat-masuk?bulan=salah").status_code == 200


@pytest.mark.lambat
def test_the_agenda_book_prints(aplikasi: Flask, masuk: Masuk) -> None:
    from pypdf import PdfReader

    surat(aplikasi)
    jawab = masuk("kasubag_umum").get("/surat-masuk/agenda.pdf?bulan=2026-10")
    assert "agenda-surat-masuk-2026-10.pdf" in jawab.headers["Content-Disposition"]
    teks = " ".join(PdfReader(io.BytesIO(jawab.data)).pages[0].extract_text().split())
    for kata in (
        "BUKU AGENDA SURAT MASUK",
        "Oktober 2026",
        "1/2026",
        "Dinas Pendidikan",
        "menunggu disposisi",
    ):
        assert kata in teks, kata
