"""The page of a branch: reading, replying, forwarding, cancelling; as page and as fragment."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.domain.disposisi import Hasil, Sifat
from kinerja.domain.periode import JenisPeriode
from kinerja.models import db
from kinerja.models.disposisi import CabangDisposisi, PenyelesaianCabang
from kinerja.operations.disposisi.cabang import teruskan
from kinerja.operations.laporan.progres import lewati_unit
from kinerja.operations.tugas import buka
from tests.data_uji_disposisi import OKTOBER, bebas, cabang_untuk, jabatan_uji, minta_data, tugas_uji
from tests.data_uji_pk import bangun_pk
from tests.data_uji_realisasi import triwulan_uji
from tests.kantor_uji import orang_uji

Masuk = Callable[[str], FlaskClient]
HTMX = {"HX-Request": "true"}


def kirim(aplikasi: Flask, dari: str, *kepada: str, **isi: object) -> int:
    """A free disposisi; the id of the first recipient's branch."""
    with aplikasi.app_context():
        d = bebas(db.session(), dari, *kepada, **isi)  # type: ignore[arg-type]
        nomor = cabang_untuk(d, jabatan_uji(db.session(), kepada[0])).id
        db.session.commit()
        return nomor


@pytest.fixture
def cabang(aplikasi: Flask) -> int:
    """A branch of Kasi Pelayanan, from the Camat, who also gave one to Kasi Kesos."""
    return kirim(aplikasi, "camat", "kasi_pelayanan", "kasi_kesos")


@pytest.fixture
def staf(aplikasi: Flask) -> int:
    with aplikasi.app_context():
        return jabatan_uji(db.session(), "staf_pelayanan").id


def baris(aplikasi: Flask, cabang_id: int) -> CabangDisposisi:
    with aplikasi.app_context():
        return db.session.get_one(CabangDisposisi, cabang_id)


def penyelesaian(aplikasi: Flask) -> list[PenyelesaianCabang]:
    with aplikasi.app_context():
        return list(db.session.execute(select(PenyelesaianCabang)).scalars())


def test_only_the_holders_look_marks_it_read(aplikasi: Flask, masuk: Masuk, cabang: int) -> None:
    for siapa in ("camat", "sekretaris", "kasi_kesos"):
        assert masuk(siapa).get(f"/disposisi/cabang/{cabang}").status_code == 200
    assert baris(aplikasi, cabang).dibaca_pada is None
    assert "Belum dibaca" in masuk("camat").get(f"/disposisi/cabang/{cabang}").text
    masuk("kasi_pelayanan").get(f"/disposisi/cabang/{cabang}")
    assert baris(aplikasi, cabang).dibaca_pada is not None
    assert "Sudah dibaca, belum dibalas" in masuk("camat").get(f"/disposisi/cabang/{cabang}").text


def test_only_the_holder_gets_the_forms(masuk: Masuk, cabang: int) -> None:
    assert 'name="balas-balasan"' in masuk("kasi_pelayanan").get(f"/disposisi/cabang/{cabang}").text
    assert 'name="balas-balasan"' not in masuk("camat").get(f"/disposisi/cabang/{cabang}").text
    assert "Staf Pelayanan" in masuk("kasi_pelayanan").get(f"/disposisi/cabang/{cabang}").text


def test_a_reply_finishes_the_branch_and_leaves_the_inbox(aplikasi: Flask, masuk: Masuk, cabang: int) -> None:
    klien = masuk("kasi_pelayanan")
    jawab = klien.post(f"/disposisi/cabang/{cabang}/penyelesaian", data={"balas-balasan": "Sudah hadir."})
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/disposisi/cabang/{cabang}")
    (selesai,) = penyelesaian(aplikasi)
    assert (selesai.cabang_id, selesai.balasan, selesai.hasil) == (cabang, "Sudah hadir.", Hasil.SELESAI)
    assert "Rapat persiapan Musrenbang" not in klien.get("/").text
    assert "Sudah hadir." in masuk("camat").get(f"/disposisi/cabang/{cabang}").text
    assert "Rapat persiapan Musrenbang" in masuk("kasi_kesos").get("/").text
    assert "Rapat persiapan Musrenbang" in klien.get("/disposisi/?arah=selesai").text


def test_htmx_gets_the_fragment_anew_with_the_counter(masuk: Masuk, cabang: int) -> None:
    jawab = masuk("kasi_pelayanan").post(
        f"/disposisi/cabang/{cabang}/penyelesaian", data={"balas-balasan": "Sudah."}, headers=HTMX
    )
    assert jawab.status_code == 200
    assert "<html" not in jawab.text
    assert 'id="disposisi"' in jawab.text
    assert 'id="jumlah-tugas"' in jawab.text
    assert "Balasan terkirim" in jawab.text
    assert 'name="balas-balasan"' not in jawab.text


def test_a_file_may_go_with_the_reply(aplikasi: Flask, masuk: Masuk, cabang: int) -> None:
    from pypdf import PdfWriter

    tulis = PdfWriter()
    tulis.add_blank_page(200, 200)
    pdf = BytesIO()
    tulis.write(pdf)
    klien = masuk("kasi_pelayanan")
    data = {"balas-balasan": "Terlampir.", "balas-berkas": (BytesIO(pdf.getvalue()), "notulen rapat.pdf")}
    assert klien.post(f"/disposisi/cabang/{cabang}/penyelesaian", data=data).status_code == 303
    (selesai,) = penyelesaian(aplikasi)
    assert "notulen rapat.pdf" in masuk("camat").get(f"/disposisi/cabang/{cabang}").text
    alamat = f"/berkas/{selesai.berkas_id}"
    with masuk("camat").get(alamat) as unduhan:
        assert unduhan.data == pdf.getvalue()
    assert masuk("kasi_pmd").get(alamat).status_code == 404


def test_a_file_that_is_not_what_it_says_keeps_the_reply(aplikasi: Flask, masuk: Masuk, cabang: int) -> None:
    data = {"balas-balasan": "teks ini tetap", "balas-berkas": (BytesIO(b"MZ bukan pdf"), "a.pdf")}
    jawab = masuk("kasi_pelayanan").post(f"/disposisi/cabang/{cabang}/penyelesaian", data=data)
    assert jawab.status_code == 422
    assert "teks ini tetap" in jawab.text
    assert "Berkas:" in jawab.text
    assert not penyelesaian(aplikasi)


@pytest.mark.parametrize("balasan", ["", "   ", "x" * 20_001, "a\x1bb"])
def test_a_wrong_reply_comes_back(aplikasi: Flask, masuk: Masuk, cabang: int, balasan: str) -> None:
    for tajuk in ({}, HTMX):
        jawab = masuk("kasi_pelayanan").post(
            f"/disposisi/cabang/{cabang}/penyelesaian", data={"balas-balasan": balasan}, headers=tajuk
        )
        assert jawab.status_code == 422
        assert "perlu diperbaiki" in jawab.text
    assert not penyelesaian(aplikasi)


def test_a_long_reply_is_kept_whole(aplikasi: Flask, masuk: Masuk, cabang: int) -> None:
    panjang = "kata " * 3999 + "akhir"
    masuk("kasi_pelayanan").post(f"/disposisi/cabang/{cabang}/penyelesaian", data={"balas-balasan": panjang})
    assert penyelesaian(aplikasi)[0].balasan == panjang


def test_no_follow_up_is_recorded(aplikasi: Flask, masuk: Masuk, cabang: int) -> None:
    jawab = masuk("kasi_pelayanan").post(
        f"/disposisi/cabang/{cabang}/tanpa-tindak-lanjut", data={"tanpa-alasan": "hanya tembusan"}
    )
    assert jawab.status_code == 303
    (selesai,) = penyelesaian(aplikasi)
    assert (selesai.hasil, selesai.balasan) == (Hasil.TANPA_TINDAK_LANJUT, "hanya tembusan")


@pytest.mark.parametrize(
    ("akhir", "data"),
    [
        ("penyelesaian", {"balas-balasan": "terlambat saya"}),
        ("tanpa-tindak-lanjut", {"tanpa-alasan": "terlambat saya"}),
        ("penerusan", {"terus-pesan": "terlambat saya"}),
        ("pembatalan", {}),
    ],
)
@pytest.mark.parametrize("tajuk", [{}, HTMX])
def test_whoever_comes_second_learns_who_was_first_and_keeps_the_text(
    aplikasi: Flask, masuk: Masuk, cabang: int, akhir: str, data: dict[str, str], tajuk: dict[str, str]
) -> None:
    kasi = masuk("kasi_pelayanan")
    kasi.post(f"/disposisi/cabang/{cabang}/penyelesaian", data={"balas-balasan": "pertama"})
    klien = masuk("camat") if akhir == "pembatalan" else kasi
    jawab = klien.post(f"/disposisi/cabang/{cabang}/{akhir}", data=data, headers=tajuk)
    assert jawab.status_code == 409
    assert "Sudah diselesaikan oleh Kasi Pelayanan Umum Uji" in jawab.text
    assert all(teks in jawab.text for teks in data.values())
    assert len(penyelesaian(aplikasi)) == 1


def test_forwarding_reaches_the_staf_and_stays_with_the_kasi(
    aplikasi: Flask, masuk: Masuk, cabang: int, staf: int
) -> None:
    kasi = masuk("kasi_pelayanan")
    jawab = kasi.post(
        f"/disposisi/cabang/{cabang}/penerusan",
        data={"terus-penerima": [staf], "terus-pesan": "Siapkan daftar hadir", "terus-tenggat": "2026-10-12"},
    )
    assert jawab.status_code == 303
    with aplikasi.app_context():
        anak = db.session.execute(
            select(CabangDisposisi).where(CabangDisposisi.induk_id == cabang)
        ).scalar_one()
    assert (anak.penerima_id, anak.pesan, str(anak.tenggat)) == (staf, "Siapkan daftar hadir", "2026-10-12")
    assert "Rapat persiapan Musrenbang" in kasi.get("/").text
    halaman = masuk("staf_pelayanan").get(f"/disposisi/cabang/{anak.id}").text
    assert "Siapkan daftar hadir" in halaman
    assert 'name="balas-balasan"' in halaman
    assert 'name="terus-penerima"' not in halaman
    assert "Staf Pelayanan" in masuk("camat").get(f"/disposisi/cabang/{cabang}").text


@pytest.mark.parametrize("pilihan", [[], ["999"], ["abc"]])
def test_forwarding_to_nobody_or_anybody_comes_back(
    aplikasi: Flask, masuk: Masuk, cabang: int, pilihan: list[str]
) -> None:
    jawab = masuk("kasi_pelayanan").post(
        f"/disposisi/cabang/{cabang}/penerusan",
        data={"terus-penerima": pilihan, "terus-pesan": "pesan tetap"},
        headers=HTMX,
    )
    assert jawab.status_code == 422
    assert "pesan tetap" in jawab.text
    with aplikasi.app_context():
        assert not db.session.execute(
            select(CabangDisposisi).where(CabangDisposisi.induk_id.is_not(None))
        ).first()


def test_an_unread_branch_is_cancelled_by_the_giver(aplikasi: Flask, masuk: Masuk, cabang: int) -> None:
    camat = masuk("camat")
    assert f"/disposisi/cabang/{cabang}/pembatalan" in camat.get(f"/disposisi/cabang/{cabang}").text
    jawab = camat.post(f"/disposisi/cabang/{cabang}/pembatalan")
    assert jawab.status_code == 303
    assert baris(aplikasi, cabang).dibatalkan_pada is not None
    assert masuk("kasi_pelayanan").get(f"/disposisi/cabang/{cabang}").status_code == 404
    assert "Rapat persiapan" not in masuk("kasi_pelayanan").get("/").text
    assert "Dibatalkan" in camat.get(jawab.headers["Location"]).text


def test_a_read_branch_is_not_cancelled(aplikasi: Flask, masuk: Masuk, cabang: int) -> None:
    masuk("kasi_pelayanan").get(f"/disposisi/cabang/{cabang}")
    for tajuk in ({}, HTMX):
        jawab = masuk("camat").post(f"/disposisi/cabang/{cabang}/pembatalan", headers=tajuk)
        assert jawab.status_code == 409
        assert "Sudah dibaca pukul" in jawab.text
    assert baris(aplikasi, cabang).dibatalkan_pada is None


KATA = ("penyelesaian", "tanpa-tindak-lanjut", "penerusan", "pembatalan")


@pytest.mark.parametrize("akhir", KATA)
def test_acts_are_refused_to_others_and_by_get(
    aplikasi: Flask, masuk: Masuk, cabang: int, staf: int, akhir: str
) -> None:
    data = {"balas-balasan": "x", "terus-penerima": [staf]}
    alamat = f"/disposisi/cabang/{cabang}/{akhir}"
    assert masuk("kasi_kesos").post(alamat, data=data).status_code == 403
    assert masuk("sekretaris").post(alamat, data=data).status_code == 403
    assert masuk("kasi_pmd").post(alamat, data=data).status_code == 404
    assert masuk("admin").post(alamat, data=data).status_code == 403
    assert masuk("kasi_pelayanan").get(alamat).status_code == 405
    assert masuk("camat").post(f"/disposisi/cabang/99999/{akhir}", data=data).status_code == 404
    assert not penyelesaian(aplikasi)


def test_a_rahasia_branch_is_hidden_from_strangers(aplikasi: Flask, masuk: Masuk) -> None:
    nomor = kirim(aplikasi, "camat", "kasi_pelayanan", sifat=Sifat.RAHASIA)
    assert masuk("kasi_kesos").get(f"/disposisi/cabang/{nomor}").status_code == 404
    assert "hanya terlihat oleh pemberi" in masuk("kasi_pelayanan").get(f"/disposisi/cabang/{nomor}").text


def test_the_request_for_data_says_what_to_do(aplikasi: Flask, masuk: Masuk) -> None:
    with aplikasi.app_context():
        bangun_pk(db.session())
        d = minta_data(db.session())
        jabatan = jabatan_uji(db.session(), "kasi_pelayanan")
        induk = cabang_untuk(d, jabatan).id
        staf = jabatan_uji(db.session(), "staf_pelayanan").id
        (anak,) = teruskan(
            db.session(), induk, orang_uji(db.session(), "kasi_pelayanan"), OKTOBER, [(staf, None)]
        )
        anak_id = anak.id
        db.session.commit()
    for siapa, nomor in (("kasi_pelayanan", induk), ("staf_pelayanan", anak_id)):
        assert "Isi realisasi Triwulan III 2026" in masuk(siapa).get(f"/disposisi/cabang/{nomor}").text
    assert "Isi realisasi" not in masuk("camat").get(f"/disposisi/cabang/{induk}").text
    with aplikasi.app_context():
        buka(tugas_uji(db.session(), JenisPeriode.TRIWULAN, 3, "2"), OKTOBER)
        unit_id = orang_uji(db.session(), "kasi_pelayanan").jabatan[0].unit_id or 0
        lewati_unit(
            db.session(),
            triwulan_uji(db.session()).id,
            unit_id,
            "Dinas luar.",
            orang_uji(db.session(), "kasubag_perencanaan"),
            OKTOBER,
        )
        db.session.commit()
    terlambat = masuk("kasi_pelayanan").get(f"/disposisi/cabang/{induk}").text
    assert "tidak perlu diisi lagi" in terlambat and "karena: Dinas luar. Hubungi" in terlambat
    assert "Balas dan selesaikan" in terlambat and "Isi realisasi" not in terlambat


@pytest.mark.parametrize("nomor", ["0", "99999", "x", "1e3", "٣"])
def test_a_branch_that_is_not_there(masuk: Masuk, nomor: str) -> None:
    assert masuk("camat").get(f"/disposisi/cabang/{nomor}").status_code == 404


def test_the_giver_sees_who_read_it_and_when(aplikasi: Flask, masuk: Masuk, cabang: int) -> None:
    assert "Dibaca" not in masuk("camat").get(f"/disposisi/cabang/{cabang}").text
    masuk("kasi_pelayanan").get(f"/disposisi/cabang/{cabang}")
    assert baris(aplikasi, cabang).dibaca_oleh_nama == "Kasi Pelayanan Umum Uji"
    assert "Dibaca Kasi Pelayanan Umum Uji, " in masuk("camat").get(f"/disposisi/cabang/{cabang}").text


def test_the_giver_reminds_once_and_the_recipient_sees_it(aplikasi: Flask, masuk: Masuk, cabang: int) -> None:
    camat, alamat = masuk("camat"), f"/disposisi/cabang/{cabang}/pengingat"
    nomor_disposisi = baris(aplikasi, cabang).disposisi_id
    assert f'action="{alamat}"' in camat.get(f"/disposisi/{nomor_disposisi}").text
    jawab = camat.post(alamat)
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/disposisi/{nomor_disposisi}")
    assert baris(aplikasi, cabang).diingatkan_pada is not None
    assert f'action="{alamat}"' not in camat.get(f"/disposisi/{nomor_disposisi}").text
    for tajuk in ({}, HTMX):
        lagi = camat.post(alamat, headers=tajuk)
        assert lagi.status_code == 409 and "hari kerja berikutnya" in lagi.text
    kasi = masuk("kasi_pelayanan")
    assert "Diingatkan oleh Camat pada " in kasi.get("/").text
    assert "Diingatkan oleh Camat" in kasi.get(f"/disposisi/cabang/{cabang}").text
    assert "Diingatkan oleh" not in masuk("kasi_kesos").get("/").text
    assert kasi.post(alamat).status_code == 403
    assert masuk("kasi_pmd").post(alamat).status_code == 404
