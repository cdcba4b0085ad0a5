"""The page of delegations, the inbox of a stand-in, and what is printed in their name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.documents.kantor import Penandatangan
from kinerja.domain.disposisi import Sifat
from kinerja.domain.jabatan import Peran
from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.catatan import Catatan
from kinerja.models.delegasi import Delegasi
from kinerja.models.kantor import kantor
from kinerja.models.pegawai import Pegawai, Penugasan
from kinerja.operations.disposisi.cabang import selesaikan
from kinerja.operations.disposisi.lihat import ambil
from kinerja.operations.disposisi.verba import buat_disposisi
from kinerja.operations.orang import pelaku_dari
from kinerja.operations.penandatangan import Penanda, penanda
from kinerja.web.disposisi.cetak import lembar_dari
from kinerja.web.laporan.pdf import penandatangan_camat
from kinerja.web.penandatangan import penandatangan_dari
from tests.data_uji_disposisi import OKTOBER, bebas, jabatan_uji, minta_data, tugas_uji
from tests.data_uji_laporan import bangun_tangan

Masuk = Callable[[str], FlaskClient]
_TRIWULAN, _BIASA = JenisPeriode.TRIWULAN, Sifat.BIASA
HARI = date(2026, 10, 8)


def isian(aplikasi: Flask, dari: str, kepada: str, **ubah: str) -> dict[str, object]:
    with aplikasi.app_context():
        orang = {p.nama_pengguna: p.id for p in db.session.execute(select(Pegawai)).scalars()}
        penugasan = db.session.execute(
            select(Penugasan.id).where(Penugasan.pegawai_id == orang[dari])
        ).scalar_one()
    return {
        "penugasan_id": penugasan,
        "penerima_id": orang[kepada],
        "mulai": "2026-10-08",
        "selesai": "2026-10-12",
        "alasan": "Dinas luar ke Painan.",
        **ubah,
    }


def beri(aplikasi: Flask, masuk: Masuk, dari: str, kepada: str, oleh: str = "") -> None:
    jawab = masuk(oleh or dari).post("/delegasi/", data=isian(aplikasi, dari, kepada))
    assert jawab.status_code == 303


def satu(aplikasi: Flask) -> Delegasi:
    with aplikasi.app_context():
        return db.session.execute(select(Delegasi)).scalar_one()


def test_the_holder_grants_and_both_see_it(aplikasi: Flask, masuk: Masuk) -> None:
    assert "Belum ada delegasi" in masuk("kasi_kesos").get("/delegasi/").text
    beri(aplikasi, masuk, "kasi_kesos", "kasi_pmd")
    assert "Yang Anda delegasikan" in masuk("kasi_kesos").get("/delegasi/").text
    diterima = masuk("kasi_pmd").get("/delegasi/").text
    assert "Anda menggantikan" in diterima and "Dinas luar ke Painan." in diterima
    assert "Cabut" not in diterima
    assert "Belum ada delegasi" in masuk("kasi_trantib").get("/delegasi/").text
    struktur = masuk("camat").get("/struktur/").text
    assert "Didelegasikan Kasi Kesejahteraan Sosial Uji kepada" in struktur


def test_the_sekretaris_sees_all_and_grants_for_others(aplikasi: Flask, masuk: Masuk) -> None:
    beri(aplikasi, masuk, "kasi_kesos", "kasi_pmd", oleh="sekretaris")
    teks = masuk("sekretaris").get("/delegasi/").text
    assert "Jabatan lain di kantor ini" in teks and "Diberikan oleh Sekretaris Uji" in teks
    jawab = masuk("kasi_trantib").post("/delegasi/", data=isian(aplikasi, "kasi_pelayanan", "kasi_pmd"))
    assert jawab.status_code == 422


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"mulai": "2026-10-01"}, "sebelum hari ini"),
        ({"selesai": "2026-10-07"}, "Hari terakhir tidak boleh sebelum hari pertama."),
        ({"selesai": ""}, "Isi hari terakhir."),
        ({"penerima_id": "0"}, "Pilih pegawai dari daftar."),
        ({"alasan": ""}, "Wajib diisi"),
    ],
)
def test_a_wrong_grant_comes_back_with_what_was_typed(
    aplikasi: Flask, masuk: Masuk, ubah: dict[str, str], kata: str
) -> None:
    data = isian(aplikasi, "kasi_kesos", "kasi_pmd", **{"alasan": "Cuti tahunan saya.", **ubah})
    jawab = masuk("kasi_kesos").post("/delegasi/", data=data)
    assert jawab.status_code == 422
    assert kata in jawab.text
    assert "alasan" in ubah or "Cuti tahunan saya." in jawab.text
    with aplikasi.app_context():
        assert not db.session.execute(select(Delegasi)).scalars().all()


def test_revoking_shows_who_and_a_second_time_says_so(aplikasi: Flask, masuk: Masuk) -> None:
    beri(aplikasi, masuk, "kasi_kesos", "kasi_pmd")
    alamat = f"/delegasi/{satu(aplikasi).id}/pencabutan"
    assert masuk("kasi_trantib").post(alamat).status_code == 404
    assert masuk("kasi_pmd").post(alamat).status_code == 403
    assert masuk("kasi_kesos").post(alamat).status_code == 303
    assert satu(aplikasi).dicabut_oleh_nama == "Kasi Kesejahteraan Sosial Uji"
    jawab = masuk("sekretaris").post(alamat)
    assert jawab.status_code == 409 and "Kasi Kesejahteraan Sosial Uji" in jawab.text


def test_the_stand_in_works_from_the_own_inbox_and_the_record_has_both_names(
    aplikasi: Flask, masuk: Masuk
) -> None:
    with aplikasi.app_context():
        bangun_tangan(db.session())
        minta_data(db.session())
        tugas_id = tugas_uji(db.session(), _TRIWULAN, 3, "1").id
        db.session.commit()
    assert masuk("kasi_kesos").post(f"/tugas/{tugas_id}/penyelesaian").status_code == 403
    beri(aplikasi, masuk, "kasubag_umum", "kasi_kesos")
    assert "Delegasi dari Kasubag Umum dan Kepegawaian Uji" in masuk("kasi_kesos").get("/").text
    assert "Delegasi dari" not in masuk("kasubag_umum").get("/").text
    assert masuk("kasi_kesos").post(f"/tugas/{tugas_id}/penyelesaian").status_code in (200, 303)
    with aplikasi.app_context():
        baris = db.session.execute(
            select(Catatan).where(Catatan.tindakan == "selesaikan", Catatan.objek == f"tugas:{tugas_id}")
        ).scalar_one()
        assert baris.pelaku_nama == "Kasi Kesejahteraan Sosial Uji"
        assert baris.jabatan_nama == (
            "a.n. Kasubag Umum dan Kepegawaian – delegasi dari Kasubag Umum dan Kepegawaian Uji"
        )


def test_a_slip_given_by_a_stand_in_is_signed_an_with_both_names_also_when_printed_later(
    aplikasi: Flask, masuk: Masuk
) -> None:
    beri(aplikasi, masuk, "kasi_pelayanan", "kasi_pmd")
    with aplikasi.app_context():
        sesi = db.session()
        pengganti = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == "kasi_pmd")).scalar_one()
        oleh = pelaku_dari(sesi, pengganti, HARI)
        d = buat_disposisi(
            sesi,
            oleh,
            OKTOBER,
            hal="Rapat",
            sifat=_BIASA,
            instruksi=[],
            catatan="",
            penerima=[(jabatan_uji(sesi, "staf_pelayanan").id, None)],
        )
        sesi.commit()
        satu_delegasi = sesi.execute(select(Delegasi)).scalar_one()
        satu_delegasi.dicabut_pada = OKTOBER
        sesi.commit()
        block = lembar_dari(ambil(sesi, d.id, _camat())).pemberi
        assert block.baris_jabatan == (
            "a.n. KASI PELAYANAN UMUM",
            "KASI PEMBERDAYAAN MASYARAKAT,",
            "(delegasi dari Kasi Pelayanan Umum Uji)",
        )
        assert block.nama == "Kasi Pemberdayaan Masyarakat Uji"


def test_the_slip_of_a_step_done_by_a_plh_keeps_the_prefix_as_it_is_written(aplikasi: Flask) -> None:
    with aplikasi.app_context():
        bangun_tangan(db.session())
        d = minta_data(db.session())
        d.pemberi_jabatan_nama = "Plh. Kasubag Umum dan Kepegawaian"
        block = lembar_dari(ambil(db.session(), d.id, _camat())).pemberi
        assert block.baris_jabatan == ("a.n. SEKRETARIS", "Plh. KASUBAG UMUM DAN KEPEGAWAIAN,")


def _camat():  # type: ignore[no-untyped-def]
    sesi = db.session()
    orang = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == "camat")).scalar_one()
    return pelaku_dari(sesi, orang, HARI)


def test_the_block_of_a_report_names_the_stand_in_and_the_camat(aplikasi: Flask, masuk: Masuk) -> None:
    beri(aplikasi, masuk, "camat", "sekretaris")
    with aplikasi.app_context():
        block = penandatangan_camat(db.session(), kantor(db.session()), HARI)
        assert block.baris_jabatan == (
            "a.n. CAMAT KOTO XI TARUSAN",
            "SEKRETARIS,",
            "(delegasi dari Camat Uji)",
        )
        assert block.nama == "Sekretaris Uji"
        sesudah = penandatangan_camat(db.session(), kantor(db.session()), date(2026, 10, 13))
        assert (sesudah.baris_jabatan, sesudah.nama) == (("CAMAT KOTO XI TARUSAN,",), "Camat Uji")
        siapa = penanda(db.session(), Peran.CAMAT, HARI)
        assert siapa is not None and "delegasi dari Camat Uji" in siapa.jabatan_lengkap


def test_an_empty_post_prints_its_name_over_an_empty_line() -> None:
    assert penandatangan_dari(None, "Camat", kecamatan="Tarusan") == Penandatangan("Camat Tarusan", "")
    plt = Penanda("A", "", "", "Camat", "Plt.")
    assert penandatangan_dari(plt, "", kecamatan="Tarusan").baris_jabatan == ("Plt. CAMAT TARUSAN,",)


def test_a_reply_of_a_stand_in_or_plh_says_so_on_the_slip(aplikasi: Flask, masuk: Masuk) -> None:
    beri(aplikasi, masuk, "kasi_pelayanan", "kasi_pmd")
    with aplikasi.app_context():
        sesi = db.session()
        d = bebas(sesi, "camat", "kasi_pelayanan", "kasi_kesos")
        pengganti = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == "kasi_pmd")).scalar_one()
        selesaikan(sesi, d.cabang[0].id, pelaku_dari(sesi, pengganti, HARI), OKTOBER, balasan="Sudah.")
        kesos = sesi.execute(select(Pegawai).where(Pegawai.nama_pengguna == "kasi_kesos")).scalar_one()
        selesai = selesaikan(sesi, d.cabang[1].id, pelaku_dari(sesi, kesos, HARI), OKTOBER, balasan="Ya.")
        selesai.jabatan_nama = "Plh. Kasi Kesejahteraan Sosial"
        sesi.flush()
        balasan = lembar_dari(ambil(sesi, d.id, _camat())).balasan
        assert [b.oleh for b in balasan] == [
            "Kasi Pemberdayaan Masyarakat Uji, delegasi dari Kasi Pelayanan Umum Uji",
            "Kasi Kesejahteraan Sosial Uji (Plh.)",
        ]


def test_who_has_the_ball_names_holder_and_stand_in(aplikasi: Flask, masuk: Masuk) -> None:
    beri(aplikasi, masuk, "kasubag_umum", "kasi_kesos")
    teks = masuk("kasi_trantib").get("/").text
    assert "Kasubag Umum dan Kepegawaian Uji, delegasi kepada Kasi Kesejahteraan Sosial Uji" in teks
