"""Steps 3, 4, 7 and 9 on the screen: as page and fragment, wrong input, other people, two at once."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.disposisi import Disposisi
from kinerja.models.jabatan import Jabatan
from kinerja.models.laporan import Koreksi, Laporan, PenjelasanTemuan, Sosialisasi, Tanggapan
from kinerja.models.realisasi import Bukti
from kinerja.operations.laporan.temuan import daftar_temuan
from kinerja.operations.laporan.verba import laporan_kini
from tests.data_uji_laporan import PADA, bangun_tangan, buka_langkah, periode, siapkan_draf, tulis_narasi
from tests.kantor_uji import orang_uji
from tests.web.test_laporan import teks

Masuk = Callable[[str], FlaskClient]
HTMX = {"HX-Request": "true"}
Tempat = tuple[int, int]  # periode id, tugas id
STAF, KASUBAG = "staf_perencanaan", "kasubag_perencanaan"


def _siapkan(aplikasi: Flask, jenis: JenisPeriode, ke: int, kunci: str, olah: str | None) -> Tempat:
    with aplikasi.app_context():
        sesi = db.session()
        bangun_tangan(sesi)
        milik = periode(sesi, jenis, ke)
        if olah:
            siapkan_draf(sesi, milik, "3" if olah == STAF else kunci, orang_uji(sesi, olah))
        tugas = buka_langkah(sesi, milik, kunci)
        sesi.commit()
        return milik.id, tugas.id


@pytest.fixture
def ketiga(aplikasi: Flask) -> Tempat:
    """Step 3 of triwulan I, open, nothing computed; one bukti withdrawn."""
    tempat = _siapkan(aplikasi, JenisPeriode.TRIWULAN, 1, "3", None)
    with aplikasi.app_context():
        bukti = db.session.execute(select(Bukti).order_by(Bukti.id).limit(1)).scalar_one()
        bukti.dicabut_pada = PADA
        db.session.commit()
    return tempat


@pytest.fixture
def keempat(aplikasi: Flask) -> Tempat:
    return _siapkan(aplikasi, JenisPeriode.TRIWULAN, 3, "4", STAF)


@pytest.fixture
def ketujuh(aplikasi: Flask) -> Tempat:
    return _siapkan(aplikasi, JenisPeriode.SEMESTER, 2, "7", None)


@pytest.fixture
def kesembilan(aplikasi: Flask) -> Tempat:
    return _siapkan(aplikasi, JenisPeriode.TAHUNAN, 1, "9", KASUBAG)


def draf(aplikasi: Flask, periode_id: int) -> Laporan | None:
    with aplikasi.app_context():
        return laporan_kini(db.session(), periode_id)


def narasi(aplikasi: Flask, periode_id: int) -> dict[str, str]:
    laporan = draf(aplikasi, periode_id)
    assert laporan is not None
    return dict(laporan.narasi)


# Step 3


def test_the_staf_computes_the_draft_and_sees_figures_and_findings(
    aplikasi: Flask, masuk: Masuk, ketiga: Tempat
) -> None:
    nomor, tugas = ketiga
    klien = masuk(STAF)
    assert "Angka belum diolah" in klien.get(f"/tugas/{tugas}").text
    jawab = klien.post(f"/laporan/{nomor}/olahan")
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/tugas/{tugas}#angka")
    halaman = klien.get(f"/tugas/{tugas}").text
    assert "Angka sudah diolah dari data sekarang." in halaman
    assert "Sesuai dengan data sekarang" in halaman
    assert "96,47%" in halaman
    assert '<meter min="0" max="100"' in halaman
    assert "belum ada bukti yang dilampirkan" in teks(halaman)
    assert f'href="/laporan-progres/{nomor}"' in halaman or "Buka sumbernya" not in halaman


def test_htmx_gets_the_step_as_fragment(masuk: Masuk, ketiga: Tempat) -> None:
    jawab = masuk(STAF).post(f"/laporan/{ketiga[0]}/olahan", headers=HTMX)
    assert jawab.status_code == 200
    assert "<html" not in jawab.text
    assert jawab.text.lstrip().startswith('<section id="tugas"')


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", KASUBAG, "kasi_pmd", "staf_pelayanan", "admin"])
def test_other_posts_do_not_compute(aplikasi: Flask, masuk: Masuk, ketiga: Tempat, siapa: str) -> None:
    assert masuk(siapa).post(f"/laporan/{ketiga[0]}/olahan").status_code == 403
    assert draf(aplikasi, ketiga[0]) is None


def test_a_changed_figure_is_told_and_computed_anew(aplikasi: Flask, masuk: Masuk, ketiga: Tempat) -> None:
    nomor, tugas = ketiga
    klien = masuk(STAF)
    klien.post(f"/laporan/{nomor}/olahan")
    with aplikasi.app_context():
        db.session.execute(select(Bukti).order_by(Bukti.id).limit(1)).scalar_one().dicabut_pada = None
        db.session.commit()
    assert "Angka berubah sejak draf diolah" in klien.get(f"/tugas/{tugas}").text
    klien.post(f"/laporan/{nomor}/olahan")
    assert "Angka berubah sejak draf diolah" not in klien.get(f"/tugas/{tugas}").text


def _kunci_temuan(aplikasi: Flask) -> list[str]:
    with aplikasi.app_context():
        milik = periode(db.session(), JenisPeriode.TRIWULAN, 1)
        return [b.temuan.kunci for b in daftar_temuan(db.session(), milik) if b.terbuka]


def test_a_finding_is_explained_on_the_page(aplikasi: Flask, masuk: Masuk, ketiga: Tempat) -> None:
    nomor, tugas = ketiga
    klien = masuk(STAF)
    klien.post(f"/laporan/{nomor}/olahan")
    for kunci in _kunci_temuan(aplikasi):
        jawab = klien.post(
            f"/laporan/{nomor}/penjelasan", data={"kunci": kunci, "penjelasan": "Sudah diperiksa."}
        )
        assert jawab.status_code == 303
    halaman = teks(klien.get(f"/tugas/{tugas}").text)
    assert "Semua temuan sudah dijelaskan" in halaman
    assert "Sudah diperiksa." in halaman


def test_an_empty_or_long_explanation_comes_back_with_its_text(
    aplikasi: Flask, masuk: Masuk, ketiga: Tempat
) -> None:
    nomor = ketiga[0]
    klien = masuk(STAF)
    klien.post(f"/laporan/{nomor}/olahan")
    kunci = _kunci_temuan(aplikasi)[0]
    jawab = klien.post(f"/laporan/{nomor}/penjelasan", data={"kunci": kunci, "penjelasan": " "}, headers=HTMX)
    assert jawab.status_code == 422
    assert "Tuliskan penjelasannya." in jawab.text or "Wajib diisi" in jawab.text
    panjang = "teks yang panjang " * 1200
    jawab = klien.post(f"/laporan/{nomor}/penjelasan", data={"kunci": kunci, "penjelasan": panjang})
    assert jawab.status_code == 422
    assert panjang.strip() in jawab.text
    jawab = klien.post(f"/laporan/{nomor}/penjelasan", data={"kunci": "karangan", "penjelasan": "x"})
    assert jawab.status_code == 404
    assert (
        masuk(KASUBAG)
        .post(f"/laporan/{nomor}/penjelasan", data={"kunci": kunci, "penjelasan": "x"})
        .status_code
        == 403
    )
    with aplikasi.app_context():
        assert db.session.execute(select(PenjelasanTemuan)).first() is None


# Step 4


def test_a_section_is_saved_and_the_page_goes_back_to_it(
    aplikasi: Flask, masuk: Masuk, keempat: Tempat
) -> None:
    nomor, tugas = keempat
    jawab = masuk(KASUBAG).post(
        f"/laporan/{nomor}/narasi", data={"bagian": "ringkasan", "teks": "Kinerja baik."}
    )
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/tugas/{tugas}#bagian-ringkasan")
    assert narasi(aplikasi, nomor) == {"ringkasan": "Kinerja baik."}
    assert "1 dari 5 bagian wajib sudah ditulis" in masuk(KASUBAG).get(f"/tugas/{tugas}").text


def test_htmx_gets_the_section_and_what_changed_elsewhere(masuk: Masuk, keempat: Tempat) -> None:
    data = {"bagian": "sasaran-2-analisis", "teks": "Patroli bertambah."}
    jawab = masuk(KASUBAG).post(f"/laporan/{keempat[0]}/narasi", data=data, headers=HTMX)
    assert jawab.status_code == 200
    assert jawab.text.lstrip().startswith('<section id="bagian-sasaran-2-analisis"')
    assert 'id="kemajuan-narasi" hx-swap-oob="innerHTML"' in jawab.text
    assert 'hx-swap-oob="innerHTML:#hasil-isi"' in jawab.text
    assert "4 dari 5 bagian wajib masih kosong" in jawab.text
    assert "-40,00%" in jawab.text  # the figures stand beside the text


def test_a_text_too_long_is_kept_and_named(aplikasi: Flask, masuk: Masuk, keempat: Tempat) -> None:
    panjang = "kata " * 4001
    for kepala in ({}, HTMX):
        jawab = masuk(KASUBAG).post(
            f"/laporan/{keempat[0]}/narasi", data={"bagian": "penutup", "teks": panjang}, headers=kepala
        )
        assert jawab.status_code == 422
        assert panjang.strip() in jawab.text
        assert 'aria-invalid="true"' in jawab.text
    assert narasi(aplikasi, keempat[0]) == {}


def test_control_characters_are_refused(aplikasi: Flask, masuk: Masuk, keempat: Tempat) -> None:
    jawab = masuk(KASUBAG).post(f"/laporan/{keempat[0]}/narasi", data={"bagian": "penutup", "teks": "a\x00b"})
    assert jawab.status_code == 422
    assert "tanda tak terlihat" in jawab.text


def test_two_writers_do_not_overwrite_each_other(aplikasi: Flask, masuk: Masuk, keempat: Tempat) -> None:
    nomor, tugas = keempat
    klien = masuk(KASUBAG)
    halaman = klien.get(f"/tugas/{tugas}").text
    bagian = re.search(
        r'name="bagian" value="penutup">\s*<input type="hidden" name="semula" value="(\w*)"', halaman
    )
    assert bagian is not None
    data = {"bagian": "penutup", "semula": bagian.group(1)}
    klien.post(f"/laporan/{nomor}/narasi", data={**data, "teks": "Teks pertama."})
    jawab = klien.post(f"/laporan/{nomor}/narasi", data={**data, "teks": "Teks kedua."}, headers=HTMX)
    assert jawab.status_code == 409
    assert "diubah orang lain" in jawab.text
    assert "Teks pertama." in jawab.text
    assert "Teks kedua." in jawab.text
    assert narasi(aplikasi, nomor) == {"penutup": "Teks pertama."}
    baru = re.search(r'name="semula" value="(\w+)"', jawab.text)
    assert baru is not None
    data["semula"] = baru.group(1)
    assert klien.post(f"/laporan/{nomor}/narasi", data={**data, "teks": "Keduanya."}).status_code == 303
    assert narasi(aplikasi, nomor) == {"penutup": "Keduanya."}


@pytest.mark.parametrize("siapa", ["camat", "sekretaris", STAF, "kasi_pmd", "kasubag_umum", "admin"])
def test_only_the_composer_writes(aplikasi: Flask, masuk: Masuk, keempat: Tempat, siapa: str) -> None:
    jawab = masuk(siapa).post(f"/laporan/{keempat[0]}/narasi", data={"bagian": "ringkasan", "teks": "x"})
    assert jawab.status_code == 403
    assert narasi(aplikasi, keempat[0]) == {}


def test_others_read_the_step_without_forms(masuk: Masuk, keempat: Tempat) -> None:
    halaman = masuk("camat").get(f"/tugas/{keempat[1]}").text
    assert "Penyebab keberhasilan atau kegagalan" in halaman
    assert "/narasi" not in halaman


def test_unknown_sections_and_reports_are_not_found(masuk: Masuk, keempat: Tempat) -> None:
    klien = masuk(KASUBAG)
    assert (
        klien.post(f"/laporan/{keempat[0]}/narasi", data={"bagian": "umum", "teks": "x"}).status_code == 404
    )
    assert klien.post("/laporan/999/narasi", data={"bagian": "ringkasan", "teks": "x"}).status_code == 404
    assert klien.post("/laporan/koreksi/999/tindak-lanjut", data={"tindak_lanjut": "x"}).status_code == 404
    assert klien.post(f"/laporan/{keempat[0]}/penyampaian").status_code == 404  # no such step in a triwulan


@pytest.mark.parametrize("ekor", ["olahan", "penjelasan", "narasi", "penyampaian"])
def test_acts_by_get_are_refused(masuk: Masuk, keempat: Tempat, ekor: str) -> None:
    assert masuk(KASUBAG).get(f"/laporan/{keempat[0]}/{ekor}").status_code == 405


def test_a_correction_is_listed_and_followed_up(aplikasi: Flask, masuk: Masuk, keempat: Tempat) -> None:
    nomor, tugas = keempat
    with aplikasi.app_context():
        sesi = db.session()
        temu = Sosialisasi(
            periode_id=nomor, putaran=1, tanggal=PADA.date(), tempat="Aula", agenda="Draf", dibuat_pada=PADA
        )
        jabatan = sesi.execute(select(Jabatan).where(Jabatan.nama == "Camat")).scalar_one()
        tanggapan = Tanggapan(jabatan_id=jabatan.id, jawaban="koreksi", sosialisasi=temu)
        sesi.add_all([temu, tanggapan])
        sesi.flush()
        koreksi = Koreksi(
            periode_id=nomor,
            tanggapan_id=tanggapan.id,
            bagian="Ringkasan",
            uraian="Sebut jumlah nagari",
            oleh_nama="Camat Uji",
            jabatan_nama="Camat",
            pada=PADA,
        )
        sesi.add(koreksi)
        sesi.commit()
        alamat = f"/laporan/koreksi/{koreksi.id}/tindak-lanjut"
    klien = masuk(KASUBAG)
    assert "Sebut jumlah nagari" in klien.get(f"/tugas/{tugas}").text
    kosong = klien.post(alamat, data={"tindak_lanjut": ""}, headers=HTMX)
    assert kosong.status_code == 422
    assert "Wajib diisi" in kosong.text
    assert masuk("sekretaris").post(alamat, data={"tindak_lanjut": "x"}).status_code == 403
    assert klien.post(alamat, data={"tindak_lanjut": "23 nagari disebut."}).status_code == 303
    assert "Semua koreksi sudah ditindaklanjuti" in klien.get(f"/tugas/{tugas}").text
    lagi = klien.post(alamat, data={"tindak_lanjut": "Lagi."})
    assert lagi.status_code == 409
    assert "sudah ditindaklanjuti oleh" in lagi.text


# Steps 7 and 9


def test_the_semester_is_computed_written_and_passed_to_the_sekretaris(
    aplikasi: Flask, masuk: Masuk, ketujuh: Tempat
) -> None:
    nomor, tugas = ketujuh
    klien = masuk(KASUBAG)
    klien.post(f"/laporan/{nomor}/olahan")
    halaman = klien.get(f"/tugas/{tugas}").text
    assert "102,65%" in halaman
    assert "Baca draf laporan tahunan" in halaman
    awal = klien.post(f"/laporan/{nomor}/penyampaian")
    assert awal.status_code == 422
    assert "bagian wajib yang kosong" in awal.text
    with aplikasi.app_context():
        laporan = laporan_kini(db.session(), nomor)
        assert laporan is not None
        tulis_narasi(db.session(), laporan)
        db.session.commit()
    assert masuk("sekretaris").post(f"/laporan/{nomor}/penyampaian").status_code == 403
    assert klien.post(f"/laporan/{nomor}/penyampaian").status_code == 303
    with aplikasi.app_context():
        assert db.session.execute(select(Disposisi.hal)).scalars().all() == [
            "Penyampaian draf laporan Semester II 2026"
        ]
    assert "Penyampaian draf laporan Semester II 2026" in masuk("sekretaris").get("/").text
    tahunan = re.search(
        r'href="(/laporan/\d+)">[^<]*<svg[^>]*>.{0,400}?Baca draf laporan tahunan', halaman, re.S
    )
    assert tahunan is not None
    assert "Bab II Perencanaan Kinerja" in masuk("camat").get(tahunan.group(1)).text


def test_the_yearly_step_shows_four_bab_and_saves_each_section(
    aplikasi: Flask, masuk: Masuk, kesembilan: Tempat
) -> None:
    nomor, tugas = kesembilan
    klien = masuk(KASUBAG)
    halaman = klien.get(f"/tugas/{tugas}").text
    for bab in ("Bab I Pendahuluan", "Bab II Perencanaan", "Bab III Akuntabilitas", "Bab IV Penutup"):
        assert bab in halaman
    assert "0 dari 8 bagian wajib sudah ditulis" in halaman
    data = {"bagian": "sasaran-1-penyebab", "teks": "Pelayanan dipindah ke nagari."}
    assert klien.post(f"/laporan/{nomor}/narasi", data=data).status_code == 303
    assert narasi(aplikasi, nomor) == {"sasaran-1-penyebab": "Pelayanan dipindah ke nagari."}


def test_groups_that_are_written_fold_away_until_a_correction_comes(
    aplikasi: Flask, masuk: Masuk, keempat: Tempat
) -> None:
    nomor, tugas = keempat
    lipat = 'class="kartu lipat kartu-lipat" open'
    klien = masuk(KASUBAG)
    assert klien.get(f"/tugas/{tugas}").text.count(lipat) == 5  # a group each with an empty required section
    with aplikasi.app_context():
        laporan = laporan_kini(db.session(), nomor)
        assert laporan is not None
        tulis_narasi(db.session(), laporan)
        db.session.commit()
    assert lipat not in klien.get(f"/tugas/{tugas}").text


def test_a_sign_that_paper_cannot_show_is_named_beside_the_saved_text(
    aplikasi: Flask, masuk: Masuk, keempat: Tempat
) -> None:
    nomor, tugas = keempat
    klien = masuk(KASUBAG)
    assert "tidak dapat dicetak" not in klien.get(f"/tugas/{tugas}").text
    isian = {"bagian": "ringkasan", "teks": "Sudah selesai 😀"}
    jawab = klien.post(f"/laporan/{nomor}/narasi", data=isian, headers=HTMX)
    assert "Tanda ini tidak dapat dicetak: “😀” (U+1F600)." in jawab.text
