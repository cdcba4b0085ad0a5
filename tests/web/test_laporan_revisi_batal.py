"""Cancelling a revision on the pages, decisions that are told, and every version as its own PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip
from kinerja.models.periode import Periode
from kinerja.operations.laporan.revisi import bekukan_revisi, biarkan, buka_revisi
from kinerja.operations.laporan.verba import laporan_versi
from kinerja.web.laporan.pdf import BATAL, siap_cetak
from tests.data_uji_laporan import PADA
from tests.data_uji_revisi import SESUDAH, sahkan, triwulan_sah, ubah_angka
from tests.kantor_uji import orang_uji
from tests.rusakkan import izinkan
from tests.web.test_laporan import teks

Masuk = Callable[[str], FlaskClient]
ALASAN = {"alasan": "Dibuka karena keliru."}


@pytest.fixture
def direvisi(aplikasi: Flask) -> int:
    """Triwulan I signed, its first figure changed since, a revision of it being written. → the period."""
    with aplikasi.app_context():
        sesi = db.session()
        milik, _, _ = triwulan_sah(sesi, aplikasi.config["DATA"])
        ubah_angka(sesi)
        baru = buka_revisi(sesi, milik, "Salah ketik.", orang_uji(sesi, "kasubag_perencanaan"), PADA)
        baru.narasi = {**baru.narasi, next(iter(baru.narasi)): "Uraian percobaan."}
        sesi.commit()
        return milik.id


def jumlah(aplikasi: Flask) -> int:
    with aplikasi.app_context():
        return db.session.execute(select(func.count()).select_from(Catatan)).scalar_one()


def selesaikan(aplikasi: Flask, periode_id: int) -> str:
    """Freeze the revision, sign and archive it. → its number."""
    with aplikasi.app_context():
        sesi = db.session()
        milik = sesi.get_one(Periode, periode_id)
        bekukan_revisi(sesi, milik, orang_uji(sesi, "kasubag_perencanaan"), SESUDAH)
        nomor = sahkan(sesi, aplikasi.config["DATA"], milik, SESUDAH).nomor
        sesi.commit()
        return nomor


def test_the_one_who_opened_it_cancels_and_the_old_report_stands(
    aplikasi: Flask, masuk: Masuk, direvisi: int
) -> None:
    klien, alamat = masuk("kasubag_perencanaan"), f"/laporan/{direvisi}/versi/2/pembatalan"
    assert "Batalkan revisi" in klien.get(f"/laporan/{direvisi}/revisi").text
    assert alamat in klien.get(f"/laporan/{direvisi}").text
    assert "Pengesahan" in teks(klien.get("/").text)
    kosong = klien.post(alamat, data={"alasan": ""})
    assert kosong.status_code == 422 and "Wajib diisi" in kosong.text
    semula = jumlah(aplikasi)
    jawab = klien.post(alamat, data=ALASAN)
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/laporan/{direvisi}")
    assert jumlah(aplikasi) == semula + 1
    halaman = teks(klien.get(f"/laporan/{direvisi}").text)
    assert "Revisi versi 2 dibatalkan. Yang berlaku tetap versi 1" in halaman
    assert "Disahkan dan diarsipkan" in halaman and "Dibatalkan Kasubag" in halaman
    assert "Batalkan revisi ini" not in halaman and "Buat revisi laporan ini" in halaman
    assert "PDF final belum diterbitkan" not in teks(klien.get("/").text)
    dibaca = teks(klien.get(f"/laporan/{direvisi}/versi/2").text)
    assert "Revisi versi 2 dibatalkan" in dibaca and "Dibuka karena keliru." in dibaca
    assert "Uraian percobaan." in dibaca and "Angka berubah sejak laporan" not in dibaca
    assert "Uraian percobaan." not in halaman
    assert klien.get(f"/laporan/{direvisi}/revisi").status_code == 409


def test_a_second_click_changes_nothing_and_never_reaches_a_newer_revision(
    aplikasi: Flask, masuk: Masuk, direvisi: int
) -> None:
    klien, alamat = masuk("kasubag_perencanaan"), f"/laporan/{direvisi}/versi/2/pembatalan"
    klien.post(alamat, data=ALASAN)
    semula = jumlah(aplikasi)
    ulang = masuk("sekretaris").post(alamat, data=ALASAN)
    assert ulang.status_code == 409 and "Revisi versi 2 sudah dibatalkan." in ulang.text
    assert klien.post(f"/laporan/{direvisi}/revisi", data={"alasan": "Sekarang benar."}).status_code == 303
    assert klien.post(alamat, data=ALASAN).status_code == 409
    assert jumlah(aplikasi) == semula + 1
    with aplikasi.app_context():
        terbuka = laporan_versi(db.session(), direvisi, 3)
        assert terbuka is not None and not terbuka.dibatalkan


def test_the_sekretaris_may_others_may_not(aplikasi: Flask, masuk: Masuk, direvisi: int) -> None:
    alamat = f"/laporan/{direvisi}/versi/2/pembatalan"
    for siapa in ("camat", "kasubag_umum", "staf_perencanaan", "kasi_pelayanan"):
        klien = masuk(siapa)
        assert klien.post(alamat, data=ALASAN).status_code == 403
        assert "Batalkan revisi" not in klien.get(f"/laporan/{direvisi}").text
    sekretaris = masuk("sekretaris")
    assert "Batalkan revisi" in sekretaris.get(f"/laporan/{direvisi}").text
    for nomor in (1, 9):
        salah = sekretaris.post(f"/laporan/{direvisi}/versi/{nomor}/pembatalan", data=ALASAN)
        assert salah.status_code == 404
    assert sekretaris.post(alamat, data=ALASAN).status_code == 303


def test_a_signed_revision_stays(aplikasi: Flask, masuk: Masuk, direvisi: int) -> None:
    selesaikan(aplikasi, direvisi)
    klien = masuk("sekretaris")
    assert "Batalkan revisi" not in klien.get(f"/laporan/{direvisi}").text
    jawab = klien.post(f"/laporan/{direvisi}/versi/2/pembatalan", data=ALASAN)
    assert jawab.status_code == 409 and "sudah ditandatangani dan diarsipkan" in jawab.text


def test_one_issued_and_cancelled_is_said_in_the_archive(
    aplikasi: Flask, masuk: Masuk, direvisi: int, tmp_path: Path
) -> None:
    klien = masuk("kasubag_perencanaan")
    with aplikasi.app_context():
        sesi = db.session()
        milik = sesi.get_one(Periode, direvisi)
        bekukan_revisi(sesi, milik, orang_uji(sesi, "kasubag_perencanaan"), SESUDAH)
        dokumen = sahkan(sesi, aplikasi.config["DATA"], milik, SESUDAH)
        izinkan(sesi, "arsip_tolak_hapus")
        for satu in sesi.execute(select(Arsip).where(Arsip.dokumen_id == dokumen.id)).scalars():
            sesi.delete(satu)  # as before the upload
        milik_dokumen, nomor = dokumen.id, dokumen.nomor
        sesi.commit()
    assert f"Nomor {nomor} tidak dipakai lagi" in teks(klien.get(f"/laporan/{direvisi}").text)
    assert "Menunggu tanda tangan" in klien.get(f"/arsip/{milik_dokumen}").text
    klien.post(f"/laporan/{direvisi}/versi/2/pembatalan", data=ALASAN)
    arsip = teks(klien.get(f"/arsip/{milik_dokumen}").text)
    assert "Revisi ini dibatalkan sebelum ditandatangani" in arsip
    assert "Menunggu tanda tangan" not in arsip
    assert "Revisi dibatalkan" in klien.get("/arsip/").text
    assert nomor not in klien.get("/arsip/?keadaan=menunggu").text
    assert "Digantikan" not in klien.get("/arsip/1").text


def test_each_version_opens_its_own_pdf(aplikasi: Flask, masuk: Masuk, direvisi: int) -> None:
    selesaikan(aplikasi, direvisi)
    klien = masuk("camat")
    klien2 = masuk("kasubag_perencanaan")
    klien2.post(f"/laporan/{direvisi}/revisi", data={"alasan": "Sekali lagi."})
    halaman = klien.get(f"/laporan/{direvisi}").text
    tabel = teks(halaman.partition('id="versi"')[2].partition("</section>")[0])
    assert tabel.count("PDF bertanda tangan") == 2 and tabel.count("Cetak dari data versi ini") == 1
    baris = [b for b in tabel.split("Versi ") if b[:1].isdigit()]
    assert "Sedang disusun" in tabel and "Berlaku" in tabel and "Digantikan oleh" in tabel
    assert len(baris) == 3 and "Berlaku" in baris[1] and "Berlaku" not in baris[2]
    lama = klien.get(f"/laporan/{direvisi}/versi/1").text
    for berkas in ("laporan.docx", "draf.pdf"):
        alamat = f"/laporan/{direvisi}/{berkas}?versi=1"
        assert (alamat in lama) is (berkas == "laporan.docx")  # its PDF is the issued file
    assert f"/tabel/laporan/{direvisi}?versi=1" in lama


def test_a_version_is_printed_from_its_own_data(aplikasi: Flask, masuk: Masuk, direvisi: int) -> None:
    klien = masuk("kasubag_perencanaan")

    def isi(kueri: str) -> str:
        jawab = klien.get(f"/laporan/{direvisi}/laporan.docx{kueri}")
        assert jawab.status_code == 200
        return "\n".join(p.text for p in docx.Document(io.BytesIO(jawab.data)).paragraphs)

    assert "Uraian percobaan." in isi("") and "Uraian percobaan." not in isi("?versi=1")
    assert {"REVISI KE-1", "Alasan revisi: Salah ketik."} <= set(isi("").split("\n"))
    assert "Realisasi, Triwulan I" in isi("") and "menjadi 1" in isi("") and "REVISI" not in isi("?versi=1")
    assert "DRAF" in isi("?versi=2") and "DRAF" not in isi("?versi=1")
    nama = klien.get(f"/laporan/{direvisi}/laporan.docx?versi=1").headers["Content-Disposition"]
    assert 'filename="Laporan Triwulan I 2026 versi 1.docx"' in nama
    for kueri in ("?versi=9", "?versi=0"):
        for berkas in ("laporan.docx", "draf.pdf", "pratinjau"):
            assert klien.get(f"/laporan/{direvisi}/{berkas}{kueri}").status_code == 404
        assert klien.get(f"/tabel/laporan/{direvisi}{kueri}").status_code == 404
    assert "Uraian percobaan." in isi("?versi=x")  # not a number: the newest
    klien.post(f"/laporan/{direvisi}/versi/2/pembatalan", data=ALASAN)
    batal = isi("?versi=2")
    assert BATAL in batal and "Uraian percobaan." in batal
    assert (
        "Uraian percobaan." not in isi("")
        and klien.get(f"/tabel/laporan/{direvisi}?versi=2").status_code == 200
    )
    with aplikasi.test_request_context():
        data, _ = siap_cetak(direvisi, draf=True, versi=2)
        assert data.status == BATAL
        lama, _ = siap_cetak(direvisi, draf=True)
        assert lama.status == "DRAF – BELUM DISAHKAN"


def test_texts_of_a_revision_are_kept_while_typed_and_gone_once_saved(
    aplikasi: Flask, masuk: Masuk, direvisi: int
) -> None:
    klien, alamat = masuk("kasubag_perencanaan"), f"/laporan/{direvisi}/revisi/narasi"
    halaman = klien.get(f"/laporan/{direvisi}/revisi").text
    assert "Revisi ke-1 · versi 2" in halaman
    kunci = halaman.partition(f'data-draf="{alamat}#')[2].partition('"')[0]
    semula = halaman.partition(f'value="{kunci}"')[2].partition('name="semula" value="')[2].partition('"')[0]
    ketik = {"draf-kunci": f"{alamat}#{kunci}", "draf-halaman": f"/laporan/{direvisi}/revisi"}
    klien.post("/draf", data={**ketik, "bagian": kunci, "teks": "Setengah jadi"})
    assert "Ada ketikan yang belum disimpan" in klien.get(f"/laporan/{direvisi}/revisi").text
    klien.post(alamat, data={"bagian": kunci, "semula": semula, "teks": "Sudah jadi"})
    assert "Ada ketikan yang belum disimpan" not in klien.get(f"/laporan/{direvisi}/revisi").text
    assert "Tidak ada draf" in klien.get("/draf").text


def test_a_decision_not_to_revise_is_told_and_settled_until_the_figures_change_again(
    aplikasi: Flask, masuk: Masuk
) -> None:
    with aplikasi.app_context():
        sesi = db.session()
        milik, _, _ = triwulan_sah(sesi, aplikasi.config["DATA"])
        ubah_angka(sesi)
        biarkan(sesi, milik, "Selisihnya kecil.", orang_uji(sesi, "kasubag_perencanaan"), SESUDAH)
        nomor = milik.id
        sesi.commit()
    for siapa in ("kasubag_perencanaan", "camat"):
        halaman = teks(masuk(siapa).get(f"/laporan/{nomor}").text)
        assert "Diputuskan tidak direvisi" in halaman and "Selisihnya kecil." in halaman
        assert "3 November 2026" in halaman
    arsip = teks(masuk("camat").get("/arsip/1").text)
    assert "Diputuskan tidak direvisi" in arsip and "untuk memutuskan revisi" not in arsip
    with aplikasi.app_context():
        ubah_angka(db.session(), nilai="2")
        db.session.commit()
    klien = masuk("kasubag_perencanaan")
    halaman = teks(klien.get(f"/laporan/{nomor}").text)
    assert "Diputuskan tidak direvisi" not in halaman
    assert "Sebelumnya diputuskan tidak direvisi" in halaman and "Selisihnya kecil." in halaman
    assert "Angka berubah sejak laporan Triwulan I" in teks(klien.get("/").text)
    assert "untuk memutuskan revisi" in teks(masuk("camat").get("/arsip/1").text)


@pytest.mark.lambat
def test_an_old_version_prints_as_pdf(aplikasi: Flask, masuk: Masuk, direvisi: int) -> None:
    jawab = masuk("camat").get(f"/laporan/{direvisi}/draf.pdf?versi=2")
    assert jawab.status_code == 200, jawab.text
    assert jawab.data.startswith(b"%PDF")
    assert 'filename="Draf Laporan Triwulan I 2026 versi 2.pdf"' in jawab.headers["Content-Disposition"]
