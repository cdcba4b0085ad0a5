"""Angka berubah sejak laporan on the pages: told, revised, left as it is, mended; old versions readable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.laporan import Laporan
from kinerja.models.periode import Periode
from kinerja.models.perjanjian_kinerja import Indikator
from kinerja.models.realisasi import PengembalianProgres
from kinerja.operations.laporan.revisi import bekukan_revisi, buka_revisi
from kinerja.operations.laporan.verba import laporan_kini
from tests.data_uji_laporan import periode, siapkan_draf
from tests.data_uji_revisi import SESUDAH, pengesahan, sahkan, triwulan_sah, ubah_angka
from tests.kantor_uji import orang_uji
from tests.web.test_laporan import teks

Masuk = Callable[[str], FlaskClient]


@pytest.fixture
def sah(aplikasi: Flask, tmp_path: Path) -> int:
    """Triwulan I signed; its first figure changed since. → the period."""
    with aplikasi.app_context():
        sesi = db.session()
        milik, _, _ = triwulan_sah(sesi, aplikasi.config["DATA"])
        ubah_angka(sesi)
        sesi.commit()
        return milik.id


def tindakan(aplikasi: Flask) -> list[str]:
    with aplikasi.app_context():
        return list(
            db.session.execute(select(Catatan.tindakan).order_by(Catatan.seq.desc()).limit(3)).scalars()
        )


def versi(aplikasi: Flask, periode_id: int) -> list[int]:
    with aplikasi.app_context():
        pilih = select(Laporan.versi).where(Laporan.periode_id == periode_id).order_by(Laporan.versi)
        return list(db.session.execute(pilih).scalars())


def test_the_report_the_archive_and_the_inbox_say_that_figures_changed(
    aplikasi: Flask, masuk: Masuk, sah: int
) -> None:
    klien = masuk("kasubag_perencanaan")
    laporan = teks(klien.get(f"/laporan/{sah}").text)
    assert "Angka berubah sejak laporan" in laporan
    assert "Realisasi, Triwulan I" in laporan
    assert "Buat revisi laporan ini" in laporan and "Perbaiki angka triwulan yang sudah disahkan" in laporan
    assert "Angka berubah sejak laporan Triwulan I" in teks(klien.get("/").text)
    assert "Angka berubah sejak laporan" in teks(klien.get("/arsip/1").text)
    for siapa in ("camat", "kasi_pelayanan"):
        dibaca = teks(masuk(siapa).get(f"/laporan/{sah}").text)
        assert "Angka berubah sejak laporan" in dibaca
        assert "Buat revisi" not in dibaca and "Perbaiki angka" not in dibaca


def test_a_report_whose_figures_stand_says_nothing(aplikasi: Flask, masuk: Masuk) -> None:
    with aplikasi.app_context():
        milik, _, _ = triwulan_sah(db.session(), aplikasi.config["DATA"])
        nomor = milik.id
        db.session.commit()
    halaman = masuk("kasubag_perencanaan").get(f"/laporan/{nomor}").text
    assert "Angka berubah" not in halaman and "Versi laporan ini" not in halaman


def test_a_revision_is_opened_edited_and_frozen(aplikasi: Flask, masuk: Masuk, sah: int) -> None:
    klien = masuk("kasubag_perencanaan")
    kosong = klien.post(f"/laporan/{sah}/revisi", data={"alasan": ""})
    assert kosong.status_code == 422 and "Wajib diisi" in kosong.text
    jawab = klien.post(f"/laporan/{sah}/revisi", data={"alasan": "Salah ketik."})
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/laporan/{sah}/revisi")
    assert versi(aplikasi, sah) == [1, 2]
    halaman = klien.get(f"/laporan/{sah}/revisi").text
    assert "Alasan: Salah ketik." in teks(halaman) and "Sebelum revisi" in halaman
    ulang = klien.post(f"/laporan/{sah}/revisi", data={"alasan": "Sekali lagi."})
    assert ulang.status_code == 409 and "Lanjutkan revisi itu" in ulang.text

    with aplikasi.app_context():
        laporan = laporan_kini(db.session(), sah)
        assert laporan is not None
        kunci = next(iter(laporan.narasi))
    usang = klien.post(
        f"/laporan/{sah}/revisi/narasi", data={"bagian": kunci, "semula": "0" * 16, "teks": "Ketikan saya"}
    )
    assert usang.status_code == 409
    assert "Ketikan saya" in usang.text and "Teks yang tersimpan sekarang" in usang.text
    salah = klien.post(f"/laporan/{sah}/revisi/narasi", data={"bagian": kunci, "teks": "a\x00b"})
    assert salah.status_code == 422
    sekarang = klien.get(f"/laporan/{sah}/revisi").text
    semula = sekarang.partition(f'value="{kunci}"')[2].partition('name="semula" value="')[2].partition('"')[0]
    simpan = klien.post(
        f"/laporan/{sah}/revisi/narasi", data={"bagian": kunci, "semula": semula, "teks": "Uraian baru"}
    )
    assert simpan.status_code == 303
    assert klien.post(f"/laporan/{sah}/revisi/angka").status_code == 303
    beku = klien.post(f"/laporan/{sah}/revisi/pembekuan")
    assert beku.status_code == 303 and beku.headers["Location"].startswith("/tugas/")
    assert tindakan(aplikasi)[0] == "bekukan"
    assert "Terbitkan PDF final" in klien.get(beku.headers["Location"]).text
    assert klien.get(f"/laporan/{sah}/revisi").status_code == 409


def test_a_revision_that_is_not_whole_is_not_frozen(aplikasi: Flask, masuk: Masuk, sah: int) -> None:
    klien = masuk("kasubag_perencanaan")
    klien.post(f"/laporan/{sah}/revisi", data={"alasan": "x"})
    with aplikasi.app_context():
        ubah_angka(db.session(), nilai="3")
        db.session.commit()
    jawab = klien.post(f"/laporan/{sah}/revisi/pembekuan")
    assert jawab.status_code == 422 and "olah lagi" in jawab.text
    assert "Lanjutkan revisi" in klien.get(f"/laporan/{sah}").text
    with aplikasi.app_context():
        nomor = pengesahan(db.session(), db.session.get_one(Periode, sah)).id
    assert "Revisi sedang disusun" in klien.get(f"/tugas/{nomor}").text
    assert "Revisi sedang disusun (versi 2)" in klien.get("/laporan/").text


def test_the_old_version_stays_readable_and_is_marked_as_replaced(
    aplikasi: Flask, masuk: Masuk, sah: int
) -> None:
    klien = masuk("camat")
    with aplikasi.app_context():
        sesi, kasubag = db.session(), orang_uji(db.session(), "kasubag_perencanaan")
        milik = sesi.get_one(Periode, sah)
        lama = teks(klien.get(f"/laporan/{sah}").text)
        buka_revisi(sesi, milik, "Salah ketik.", kasubag, SESUDAH)
        sesi.commit()
        dibaca = teks(klien.get(f"/laporan/{sah}").text)
        assert "Sampai revisi ini disahkan, yang berlaku versi 1" in dibaca
        bekukan_revisi(sesi, milik, kasubag, SESUDAH)
        sesi.commit()
        assert "Revisi menunggu tanda tangan" in klien.get("/laporan/").text
        kedua = sahkan(sesi, aplikasi.config["DATA"], milik, SESUDAH)
        nomor = kedua.nomor
        sesi.commit()
    satu = teks(klien.get(f"/laporan/{sah}/versi/1").text)
    assert "Ini versi 1, bukan yang terbaru" in satu and f"Digantikan oleh {nomor}" in satu
    assert "Angka berubah sejak laporan" in lama and "Angka berubah sejak laporan" not in satu
    baru = teks(klien.get(f"/laporan/{sah}").text)
    assert "Revisi ke-1" in baru and "Dalam revisi ini" in baru and "Disahkan dan diarsipkan" in baru
    arsip = klien.get("/arsip/1").text
    assert f"Digantikan oleh {nomor}" in arsip and "Unduh PDF bertanda tangan" in arsip
    assert klien.get("/arsip/2").status_code == 200 and "(Revisi 1)" in klien.get("/arsip/").text
    assert klien.get(f"/laporan/{sah}/versi/9").status_code == 404


def test_leaving_the_report_as_it_is_is_recorded(aplikasi: Flask, masuk: Masuk, sah: int) -> None:
    klien = masuk("kasubag_perencanaan")
    assert klien.post(f"/laporan/{sah}/tanpa-revisi", data={"alasan": ""}).status_code == 422
    jawab = klien.post(f"/laporan/{sah}/tanpa-revisi", data={"alasan": "Selisihnya kecil."})
    assert jawab.status_code == 303
    assert tindakan(aplikasi)[0] == "tidak_direvisi"
    halaman = teks(klien.get(f"/laporan/{sah}").text)
    assert "Diputuskan tidak direvisi" in halaman and "Selisihnya kecil." in halaman
    assert "Angka berubah sejak laporan Triwulan I" not in teks(klien.get("/").text)


def test_figures_of_a_signed_triwulan_are_opened_to_their_unit(
    aplikasi: Flask, masuk: Masuk, sah: int
) -> None:
    klien = masuk("kasubag_perencanaan")
    with aplikasi.app_context():
        identitas = db.session.execute(select(Indikator.id).order_by(Indikator.id)).scalars().first()
    kosong = klien.post(f"/laporan/{sah}/perbaikan", data={"alasan": "x"})
    assert kosong.status_code == 422 and "Pilih sedikitnya satu indikator" in kosong.text
    asing = klien.post(f"/laporan/{sah}/perbaikan", data={"alasan": "x", "indikator": "999"})
    assert asing.status_code == 422
    jawab = klien.post(
        f"/laporan/{sah}/perbaikan", data={"alasan": "Salah hitung", "indikator": str(identitas)}
    )
    assert jawab.status_code == 303
    with aplikasi.app_context():
        satu = db.session.execute(select(PengembalianProgres)).scalar_one()
        assert (satu.alasan, satu.indikator_id) == ("Salah hitung", [identitas])
    kasi = masuk("kasi_pelayanan")
    assert "Perbaiki realisasi Triwulan I" in kasi.get("/").text
    assert kasi.get(f"/realisasi/{sah}").status_code == 200


def test_others_may_not_revise_and_what_is_not_there_is_not_found(
    aplikasi: Flask, masuk: Masuk, sah: int
) -> None:
    for siapa in ("camat", "sekretaris", "staf_perencanaan"):
        klien = masuk(siapa)
        for jalur in (
            "revisi",
            "tanpa-revisi",
            "perbaikan",
            "revisi/angka",
            "revisi/narasi",
            "revisi/pembekuan",
        ):
            assert klien.post(f"/laporan/{sah}/{jalur}", data={"alasan": "x"}).status_code == 403
        assert klien.get(f"/laporan/{sah}/revisi").status_code == 403
    with aplikasi.app_context():
        lain = periode(db.session(), JenisPeriode.TRIWULAN, 2).id
    klien = masuk("kasubag_perencanaan")
    assert klien.post(f"/laporan/{lain}/perbaikan", data={"alasan": "x"}).status_code == 404
    assert klien.post(f"/laporan/{lain}/revisi", data={"alasan": "x"}).status_code == 422
    assert klien.post(f"/laporan/{sah}/revisi/angka").status_code == 409


def test_a_semester_says_which_triwulan_report_has_other_figures(
    aplikasi: Flask, masuk: Masuk, sah: int
) -> None:
    with aplikasi.app_context():
        sesi = db.session()
        semester = periode(sesi, JenisPeriode.SEMESTER, 1)
        siapkan_draf(sesi, semester, "7", orang_uji(sesi, "kasubag_perencanaan"))
        nomor = semester.id
        sesi.commit()
    halaman = teks(masuk("camat").get(f"/laporan/{nomor}").text)
    assert "Laporan triwulan memuat angka lain" in halaman
    assert "memakai data sesudah perbaikan" in halaman
