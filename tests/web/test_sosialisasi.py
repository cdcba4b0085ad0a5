"""The pages of steps 5 and 8: the Sekretaris invites and closes, the invited answer, all read the minutes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select

from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.laporan import Koreksi, Laporan, Sosialisasi, Tanggapan
from kinerja.models.tugas import Tugas
from kinerja.operations.laporan.koreksi import daftar_koreksi
from tests.data_uji_sosialisasi import (
    OKTOBER,
    selesaikan_langsung,
    siapkan_sosialisasi,
    tanggapan_uji,
    tugas_uji,
    undang_uji,
)
from tests.kantor_uji import orang_uji

Masuk = Callable[[str], FlaskClient]
HTMX = {"HX-Request": "true"}
JAHAT = "<script>alert(1)</script>{{7*191}}"


@pytest.fixture
def tugas_id(aplikasi: Flask) -> int:
    """The open step 5 of triwulan III."""
    with aplikasi.app_context():
        tugas = siapkan_sosialisasi(db.session())
        db.session.commit()
        return tugas.id


@pytest.fixture
def temu_id(aplikasi: Flask, tugas_id: int) -> int:
    """A running round for Kasi Pemerintahan and Kasi Pemberdayaan Masyarakat."""
    with aplikasi.app_context():
        temu = undang_uji(db.session(), db.session.get_one(Tugas, tugas_id))
        db.session.commit()
        return temu.id


def nomor_tanggapan(aplikasi: Flask, temu_id: int, siapa: str = "kasi_pmd") -> int:
    with aplikasi.app_context():
        return tanggapan_uji(db.session(), db.session.get_one(Sosialisasi, temu_id), siapa).id


def baris(aplikasi: Flask, jenis: type, nomor: int) -> object:
    with aplikasi.app_context():
        return db.session.get_one(jenis, nomor)


def isian_undangan(aplikasi: Flask, **ubah: object) -> dict[str, object]:
    with aplikasi.app_context():
        kasi = orang_uji(db.session(), "kasi_pmd").jabatan[0].id
    return {
        "undangan-tanggal": "2026-10-12",
        "undangan-pukul": "10.00",
        "undangan-tempat": "Aula",
        "undangan-agenda": "Pembahasan draf",
        "undangan-jabatan_id": [str(kasi)],
        **ubah,
    }


def isian_rapat(aplikasi: Flask, temu_id: int, notulen: str = "Draf dibahas.") -> dict[str, object]:
    hadir = [str(nomor_tanggapan(aplikasi, temu_id, s)) for s in ("kasi_pmd", "kasi_pemerintahan")]
    return {"rapat-tanggal": "2026-10-08", "rapat-hadir": hadir, "rapat-notulen": notulen}


# --- the step's page --------------------------------------------------------------------------------------


def test_the_page_proposes_an_invitation_ready_to_send(masuk: Masuk, tugas_id: int) -> None:
    halaman = masuk("sekretaris").get(f"/tugas/{tugas_id}").text
    assert 'value="2026-10-09"' in halaman
    assert "Aula Kantor Camat" in halaman
    assert "Pembahasan draf laporan kinerja Triwulan III 2026" in halaman
    assert "Kasi Pelayanan Umum – Kasi Pelayanan Umum Uji" in halaman
    assert halaman.count("checked") == 8


def test_others_read_the_page_without_its_forms(masuk: Masuk, tugas_id: int) -> None:
    halaman = masuk("kasi_pmd").get(f"/tugas/{tugas_id}").text
    assert "undangan-tanggal" not in halaman
    assert "/sosialisasi/tugas/" not in halaman


def test_an_invitation_reaches_the_inbox(aplikasi: Flask, masuk: Masuk, tugas_id: int) -> None:
    jawab = masuk("sekretaris").post(f"/sosialisasi/tugas/{tugas_id}/undangan", data=isian_undangan(aplikasi))
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/tugas/{tugas_id}")
    kotak = masuk("kasi_pmd").get("/").text
    assert "Tanggapi draf laporan Triwulan III 2026" in kotak
    assert "/sosialisasi/tanggapan/" in kotak
    assert "Tanggapi draf" not in masuk("kasi_kesos").get("/").text


def test_htmx_gets_the_step_anew(aplikasi: Flask, masuk: Masuk, tugas_id: int) -> None:
    jawab = masuk("sekretaris").post(
        f"/sosialisasi/tugas/{tugas_id}/undangan", data=isian_undangan(aplikasi), headers=HTMX
    )
    assert jawab.status_code == 200
    assert "<html" not in jawab.text
    assert 'id="tugas"' in jawab.text
    assert "Undangan terkirim" in jawab.text
    assert "Menunggu tanggapan: Kasi Pemberdayaan Masyarakat." in jawab.text


@pytest.mark.parametrize(
    ("ubah", "kalimat"),
    [
        ({"undangan-tanggal": "besok"}, "Isi tanggal dengan benar"),
        ({"undangan-tanggal": "2026-10-01"}, "Tanggal rapat sudah lewat"),
        ({"undangan-pukul": "sore"}, "misalnya 09.00"),
        ({"undangan-tempat": ""}, "Isi tempat rapat"),
        ({"undangan-jabatan_id": []}, "Pilih sedikitnya satu pejabat"),
        ({"undangan-jabatan_id": ["999999"]}, "Pilih dari daftar"),
        ({"undangan-jabatan_id": ["satu"]}, "Pilih dari daftar"),
        ({"undangan-agenda": "x" * 501}, "Paling banyak 500 tanda"),
        ({"undangan-agenda": "a\x00b"}, "tanda tak terlihat"),
    ],
)
def test_a_wrong_invitation_keeps_what_was_typed(
    aplikasi: Flask, masuk: Masuk, tugas_id: int, ubah: dict[str, object], kalimat: str
) -> None:
    isian = isian_undangan(aplikasi, **{"undangan-tempat": "Rumah dinas", **ubah})
    jawab = masuk("sekretaris").post(f"/sosialisasi/tugas/{tugas_id}/undangan", data=isian)
    assert jawab.status_code == 422
    assert kalimat in jawab.text
    assert "Rumah dinas" in jawab.text or "undangan-tempat" in ubah
    with aplikasi.app_context():
        assert not db.session.execute(select(Sosialisasi)).first()


def test_a_second_invitation_learns_of_the_first(
    aplikasi: Flask, masuk: Masuk, tugas_id: int, temu_id: int
) -> None:
    jawab = masuk("sekretaris").post(
        f"/sosialisasi/tugas/{tugas_id}/undangan",
        data=isian_undangan(aplikasi, **{"undangan-tempat": "Ruang rapat lain"}),
    )
    assert jawab.status_code == 409
    assert "putaran 1 sudah dikirim" in jawab.text
    assert "Ruang rapat lain" in jawab.text


def test_the_invitation_is_changed(aplikasi: Flask, masuk: Masuk, temu_id: int) -> None:
    with aplikasi.app_context():
        camat = orang_uji(db.session(), "camat").jabatan[0].id
    isian = isian_undangan(aplikasi, **{"undangan-jabatan_id": [str(camat)]})
    assert masuk("sekretaris").post(f"/sosialisasi/{temu_id}/undangan", data=isian).status_code == 303
    temu = baris(aplikasi, Sosialisasi, temu_id)
    assert isinstance(temu, Sosialisasi)
    assert (temu.pukul, temu.tempat) == ("10.00", "Aula")
    assert "Tanggapi draf" in masuk("camat").get("/").text


def test_attendance_and_minutes_are_saved_and_shown_again(
    aplikasi: Flask, masuk: Masuk, temu_id: int
) -> None:
    klien = masuk("sekretaris")
    jawab = klien.post(f"/sosialisasi/{temu_id}/notulen", data=isian_rapat(aplikasi, temu_id, JAHAT))
    assert jawab.status_code == 303
    halaman = klien.get(jawab.headers["Location"]).text
    assert "<script>alert" not in halaman
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{7*191}}" in halaman


def test_a_meeting_of_a_day_to_come_is_refused_and_the_minutes_kept(
    aplikasi: Flask, masuk: Masuk, temu_id: int
) -> None:
    isian = isian_rapat(aplikasi, temu_id, "Sudah panjang ditulis") | {"rapat-tanggal": "2026-11-01"}
    jawab = masuk("sekretaris").post(f"/sosialisasi/{temu_id}/notulen", data=isian, headers=HTMX)
    assert jawab.status_code == 422
    assert "belum tiba" in jawab.text
    assert "Sudah panjang ditulis" in jawab.text


def test_a_round_is_closed_and_the_step_completed(
    aplikasi: Flask, masuk: Masuk, temu_id: int, tugas_id: int
) -> None:
    klien = masuk("sekretaris")
    klien.post(f"/sosialisasi/{temu_id}/notulen", data=isian_rapat(aplikasi, temu_id))
    kurang = klien.post(f"/sosialisasi/{temu_id}/penutupan")
    assert kurang.status_code == 422
    assert "Belum menjawab: Kasi Pemerintahan, Kasi Pemberdayaan Masyarakat." in kurang.text
    masuk("kasi_pmd").post(f"/sosialisasi/tanggapan/{nomor_tanggapan(aplikasi, temu_id)}/persetujuan")
    diam = nomor_tanggapan(aplikasi, temu_id, "kasi_pemerintahan")
    tutup = klien.post(f"/sosialisasi/{temu_id}/penutupan", data={f"tutup-alasan_{diam}": "dinas luar"})
    assert tutup.status_code == 303
    lagi = klien.post(f"/sosialisasi/{temu_id}/penutupan")
    assert lagi.status_code == 409
    assert "sudah ditutup" in lagi.text
    selesai = klien.post(f"/tugas/{tugas_id}/penyelesaian", data={})
    assert selesai.status_code == 303
    with aplikasi.app_context():
        assert db.session.execute(select(Laporan.dibekukan_pada)).scalar_one() == OKTOBER
        assert db.session.get_one(Tugas, tugas_id).penyelesaian_id is not None


def test_minutes_typed_after_closing_come_back(aplikasi: Flask, masuk: Masuk, temu_id: int) -> None:
    with aplikasi.app_context():
        db.session.get_one(Sosialisasi, temu_id).ditutup_pada = OKTOBER
        db.session.commit()
    jawab = masuk("sekretaris").post(
        f"/sosialisasi/{temu_id}/notulen", data=isian_rapat(aplikasi, temu_id, "Terlambat disimpan")
    )
    assert jawab.status_code == 409
    assert "Terlambat disimpan" in jawab.text


def test_corrections_point_to_the_return_and_come_back_checked(
    aplikasi: Flask, masuk: Masuk, temu_id: int, tugas_id: int
) -> None:
    sekretaris = masuk("sekretaris")
    masuk("kasi_pmd").post(
        f"/sosialisasi/tanggapan/{nomor_tanggapan(aplikasi, temu_id)}/koreksi",
        data={"jumlah": "1", "bagian_0": "Angka", "uraian_0": "Seharusnya 23."},
    )
    sekretaris.post(f"/sosialisasi/{temu_id}/notulen", data=isian_rapat(aplikasi, temu_id))
    diam = nomor_tanggapan(aplikasi, temu_id, "kasi_pemerintahan")
    sekretaris.post(f"/sosialisasi/{temu_id}/penutupan", data={f"tutup-alasan_{diam}": "cuti"})
    halaman = sekretaris.get(f"/tugas/{tugas_id}").text
    assert "1 koreksi menunggu perbaikan" in halaman
    assert 'href="#kembali-ke"' in halaman
    assert "Seharusnya 23." in halaman
    sekretaris.post(
        f"/tugas/{tugas_id}/pengembalian", data={"kembali-ke": "4", "kembali-alasan": "ada koreksi"}
    )
    with aplikasi.app_context():
        tugas = db.session.get_one(Tugas, tugas_id)
        for satu in daftar_koreksi(db.session(), tugas.periode_id):
            satu.tindak_lanjut, satu.ditindaklanjuti_pada = "Diganti 23.", OKTOBER
            satu.ditindaklanjuti_oleh_nama = "Kasubag"
        selesaikan_langsung(db.session(), tugas_uji(db.session(), JenisPeriode.TRIWULAN, 3, "4"))
        tugas.dibuka_pada = OKTOBER
        db.session.commit()
    halaman = sekretaris.get(f"/tugas/{tugas_id}").text
    assert "Koreksi sudah diperiksa?" in halaman
    assert "Diganti 23." in halaman
    assert f"/sosialisasi/{temu_id}" in halaman
    kosong = sekretaris.post(f"/sosialisasi/tugas/{tugas_id}/pemeriksaan", data={"periksa-uraian": ""})
    assert kosong.status_code == 422
    beres = sekretaris.post(
        f"/sosialisasi/tugas/{tugas_id}/pemeriksaan", data={"periksa-uraian": "23 sudah benar."}
    )
    assert beres.status_code == 303
    assert sekretaris.post(f"/tugas/{tugas_id}/penyelesaian", data={}).status_code == 303


def test_step_8_is_worked_on_its_page(aplikasi: Flask, masuk: Masuk) -> None:
    with aplikasi.app_context():
        tugas = siapkan_sosialisasi(db.session(), JenisPeriode.SEMESTER, 1, "8")
        db.session.commit()
    halaman = masuk("sekretaris").get(f"/tugas/{tugas.id}").text
    assert "Pembahasan draf laporan kinerja Semester I 2026" in halaman
    assert "Sosialisasi belum ditutup." in halaman
    jawab = masuk("sekretaris").post(f"/sosialisasi/tugas/{tugas.id}/undangan", data=isian_undangan(aplikasi))
    assert jawab.status_code == 303


# --- who may ----------------------------------------------------------------------------------------------


def test_only_the_sekretaris_writes(aplikasi: Flask, masuk: Masuk, temu_id: int, tugas_id: int) -> None:
    with aplikasi.app_context():
        awal = db.session.execute(select(func.max(Catatan.seq))).scalar_one()
    for alamat in (
        f"/sosialisasi/tugas/{tugas_id}/undangan",
        f"/sosialisasi/tugas/{tugas_id}/pemeriksaan",
        f"/sosialisasi/{temu_id}/undangan",
        f"/sosialisasi/{temu_id}/notulen",
        f"/sosialisasi/{temu_id}/penutupan",
    ):
        isian = isian_undangan(aplikasi) | isian_rapat(aplikasi, temu_id)
        assert masuk("camat").post(alamat, data=isian).status_code == 403, alamat
        assert masuk("admin").post(alamat, data=isian).status_code == 404, alamat
        assert masuk("sekretaris").get(alamat).status_code == 405, alamat
    with aplikasi.app_context():
        assert db.session.execute(select(func.max(Catatan.seq))).scalar_one() == awal


@pytest.mark.parametrize(
    "alamat", ["/sosialisasi/999999", "/sosialisasi/999999/notulen.pdf", "/sosialisasi/tanggapan/999999"]
)
def test_what_is_not_there_is_not_found(masuk: Masuk, alamat: str) -> None:
    assert masuk("sekretaris").get(alamat).status_code == 404


def test_the_minutes_are_open_to_every_post_but_the_admin(masuk: Masuk, temu_id: int) -> None:
    for siapa in ("camat", "kasi_kesos", "staf_pelayanan"):
        halaman = masuk(siapa).get(f"/sosialisasi/{temu_id}")
        assert halaman.status_code == 200
        assert "Kasi Pemberdayaan Masyarakat" in halaman.text
    assert masuk("admin").get(f"/sosialisasi/{temu_id}").status_code == 404
    assert masuk("admin").get(f"/sosialisasi/{temu_id}/notulen.pdf").status_code == 404


# --- the answer -------------------------------------------------------------------------------------------


def test_the_invited_see_draft_and_two_answers(aplikasi: Flask, masuk: Masuk, temu_id: int) -> None:
    halaman = masuk("kasi_pmd").get(f"/sosialisasi/tanggapan/{nomor_tanggapan(aplikasi, temu_id)}").text
    assert "Setuju dengan draf ini" in halaman
    assert "Kirim koreksi" in halaman
    assert "Aula Kantor Camat" in halaman


def test_others_see_that_it_waits_for_somebody_else(aplikasi: Flask, masuk: Masuk, temu_id: int) -> None:
    alamat = f"/sosialisasi/tanggapan/{nomor_tanggapan(aplikasi, temu_id)}"
    halaman = masuk("kasi_kesos").get(alamat)
    assert halaman.status_code == 200
    assert "Menunggu jawaban Kasi Pemberdayaan Masyarakat" in halaman.text
    assert "Setuju dengan draf ini" not in halaman.text
    assert masuk("admin").get(alamat).status_code == 404
    for cara in ("persetujuan", "koreksi"):
        assert masuk("kasi_kesos").post(f"{alamat}/{cara}", data={"uraian_0": "x"}).status_code == 403
        assert masuk("admin").post(f"{alamat}/{cara}", data={"uraian_0": "x"}).status_code == 404
        assert masuk("kasi_pmd").get(f"{alamat}/{cara}").status_code == 405


def test_agreeing_goes_back_to_the_inbox_and_a_second_answer_is_told_who(
    aplikasi: Flask, masuk: Masuk, temu_id: int
) -> None:
    alamat = f"/sosialisasi/tanggapan/{nomor_tanggapan(aplikasi, temu_id)}"
    jawab = masuk("kasi_pmd").post(f"{alamat}/persetujuan")
    assert (jawab.status_code, jawab.headers["Location"]) == (303, "/")
    assert "Tanggapi draf" not in masuk("kasi_pmd").get("/").text
    kedua = masuk("kasi_pmd").post(f"{alamat}/persetujuan", headers=HTMX)
    assert kedua.status_code == 409
    assert "Sudah dijawab oleh Kasi Pemberdayaan Masyarakat Uji pukul 09.00" in kedua.text
    ketiga = masuk("kasi_pmd").post(
        f"{alamat}/koreksi", data={"jumlah": "1", "bagian_0": "Angka", "uraian_0": "Teks yang tidak hilang"}
    )
    assert ketiga.status_code == 409
    assert "Teks yang tidak hilang" in ketiga.text
    with aplikasi.app_context():
        assert not db.session.execute(select(Koreksi)).first()


def test_several_corrections_at_once_with_empty_lines_left_aside(
    aplikasi: Flask, masuk: Masuk, temu_id: int
) -> None:
    alamat = f"/sosialisasi/tanggapan/{nomor_tanggapan(aplikasi, temu_id)}/koreksi"
    klien = masuk("kasi_pmd")
    tambah = klien.post(
        alamat, data={"jumlah": "1", "bagian_0": "Angka", "uraian_0": JAHAT, "tambah": "1"}, headers=HTMX
    )
    assert tambah.status_code == 200
    assert 'name="jumlah" value="2"' in tambah.text
    assert 'name="uraian_1"' in tambah.text
    assert "&lt;script&gt;" in tambah.text
    jawab = klien.post(
        alamat,
        data={
            "jumlah": "3",
            "bagian_0": "Angka",
            "uraian_0": JAHAT,
            "bagian_1": " ",
            "uraian_1": "",
            "bagian_2": "Hambatan",
            "uraian_2": "Cuaca",
        },
        headers=HTMX,
    )
    assert (jawab.status_code, jawab.headers["HX-Redirect"]) == (204, "/")
    with aplikasi.app_context():
        rows = db.session.execute(select(Koreksi.bagian, Koreksi.uraian).order_by(Koreksi.id)).all()
        assert [tuple(r) for r in rows] == [("Angka", JAHAT), ("Hambatan", "Cuaca")]
    assert "<script>alert" not in klien.get(f"/sosialisasi/{temu_id}").text


@pytest.mark.parametrize(
    ("isian", "kalimat"),
    [
        ({"jumlah": "1"}, "Tulis sedikitnya satu koreksi"),
        ({"jumlah": "2", "bagian_1": "Angka", "uraian_1": ""}, "Tulis apa yang perlu diperbaiki"),
        ({"jumlah": "1", "uraian_0": "tanpa bagian"}, "Tulis bagian mana"),
        ({"jumlah": "abc", "bagian_0": "Angka", "uraian_0": "x" * 20_001}, "Paling banyak 20000 tanda"),
        ({"jumlah": "1", "bagian_0": "a\u202eb", "uraian_0": "teks"}, "tanda tak terlihat"),
    ],
)
def test_a_wrong_correction_says_which_line(
    aplikasi: Flask, masuk: Masuk, temu_id: int, isian: dict[str, str], kalimat: str
) -> None:
    nomor = nomor_tanggapan(aplikasi, temu_id)
    jawab = masuk("kasi_pmd").post(f"/sosialisasi/tanggapan/{nomor}/koreksi", data=isian)
    assert jawab.status_code == 422
    assert kalimat in jawab.text
    tanggapan = baris(aplikasi, Tanggapan, nomor)
    assert isinstance(tanggapan, Tanggapan)
    assert tanggapan.jawaban is None


def test_the_error_of_a_line_stands_beside_that_line(aplikasi: Flask, masuk: Masuk, temu_id: int) -> None:
    nomor = nomor_tanggapan(aplikasi, temu_id)
    jawab = masuk("kasi_pmd").post(
        f"/sosialisasi/tanggapan/{nomor}/koreksi", data={"jumlah": "3", "bagian_2": "Angka"}
    )
    assert 'id="uraian_2-salah"' in jawab.text
    assert 'id="uraian_0-salah"' not in jawab.text


@pytest.mark.parametrize("jumlah", ["0", "-3", "99", "٣", "1e9", "9" * 50])
def test_the_number_of_lines_stays_within_bounds(
    aplikasi: Flask, masuk: Masuk, temu_id: int, jumlah: str
) -> None:
    nomor = nomor_tanggapan(aplikasi, temu_id)
    jawab = masuk("kasi_pmd").post(
        f"/sosialisasi/tanggapan/{nomor}/koreksi", data={"jumlah": jumlah, "tambah": "1"}
    )
    assert jawab.status_code == 200
    assert jawab.text.count("<textarea") <= 20


# --- the paper --------------------------------------------------------------------------------------------


def test_invitation_attendance_and_minutes_print_as_one_file(
    aplikasi: Flask, masuk: Masuk, temu_id: int
) -> None:
    import io

    import pypdf

    klien = masuk("sekretaris")
    klien.post(f"/sosialisasi/{temu_id}/notulen", data=isian_rapat(aplikasi, temu_id, "Notulen rapat ini."))
    masuk("kasi_pmd").post(
        f"/sosialisasi/tanggapan/{nomor_tanggapan(aplikasi, temu_id)}/koreksi",
        data={"jumlah": "1", "bagian_0": "Angka", "uraian_0": "Panjang " * 400},
    )
    jawab = masuk("kasi_kesos").get(f"/sosialisasi/{temu_id}/notulen.pdf")
    assert jawab.mimetype == "application/pdf"
    assert jawab.headers["Content-Disposition"] == (
        "attachment; filename=sosialisasi-triwulan-iii-2026-putaran-1.pdf"
    )
    teks = " ".join(" ".join(h.extract_text() for h in pypdf.PdfReader(io.BytesIO(jawab.data)).pages).split())
    for kata in (
        "UNDANGAN",
        "Kamis, 8 Oktober 2026",
        "Aula Kantor Camat",
        "Kasi Pemberdayaan Masyarakat Uji",
        "Hadir",
        "Notulen rapat ini.",
        "1. Angka",
        "Belum ditindaklanjuti.",
        "SEKRETARIS,",
        "Sekretaris Uji",
    ):
        assert kata in teks, kata
