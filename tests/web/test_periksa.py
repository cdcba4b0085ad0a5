"""The public verify page: what each case says, what it never says, and how often it may be asked."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from kinerja.archive import gudang
from kinerja.documents.pekerja import PekerjaGagal
from kinerja.domain.kode_dokumen import tulis_muatan
from kinerja.models import db
from kinerja.models.berkas import Berkas
from kinerja.models.catatan import Catatan
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.sesi import PeriksaUmum
from kinerja.operations.periksa_umum import BATAS, Cara
from kinerja.web import periksa, periksa_gambar
from kinerja.web.periksa import UMUR_DETIK
from tests.conftest import HARI_UJI
from tests.data_uji_arsip import pdf_uji
from tests.documents.test_baca_kode import lembar
from tests.web.conftest import KantorPenuh

Jam = Callable[[timedelta], None]


@pytest.fixture
def jam(monkeypatch: pytest.MonkeyPatch) -> Jam:
    def maju(selisih: timedelta) -> None:
        monkeypatch.setattr(periksa, "waktu_nyata", lambda: HARI_UJI + selisih)

    maju(timedelta())
    return maju


@pytest.fixture
def klien(penuh: KantorPenuh, jam: Jam) -> FlaskClient:
    periksa_gambar._simpanan.clear()
    return penuh.app.test_client()


def kode(penuh: KantorPenuh, nama: str = "dokumen_tw1") -> str:
    with penuh.app.app_context():
        return db.session.get_one(Dokumen, penuh.nomor[nama]).kode


def isi_berkas(penuh: KantorPenuh, berkas_id: int) -> bytes:
    with penuh.app.app_context():
        sha = db.session.get_one(Berkas, berkas_id).sha256
    with gudang.buka(penuh.app.config["DATA"], sha) as aliran:
        return aliran.read()


def ketik(klien: FlaskClient, teks: str, **lain: object):  # type: ignore[no-untyped-def]
    return klien.post("/periksa/kode", data={"kode": teks}, follow_redirects=True, **lain)


def unggah(klien: FlaskClient, isi: bytes, nama: str = "berkas.pdf", **lain: object):  # type: ignore[no-untyped-def]
    data = {"berkas": (io.BytesIO(isi), nama)}
    return klien.post("/periksa/berkas", data=data, follow_redirects=True, **lain)


def test_the_login_page_leads_there_and_the_page_asks_in_two_ways(klien: FlaskClient) -> None:
    assert 'href="/periksa/"' in klien.get("/masuk").text
    isi = klien.get("/periksa/").text
    assert "Ketik kodenya" in isi and "Unggah berkas PDF-nya" in isi
    assert "Kecamatan Koto XI Tarusan, Kabupaten Pesisir Selatan" in isi
    assert "style=" not in isi and "onclick" not in isi


def test_a_typed_code_shows_the_document_its_signer_and_its_page(
    penuh: KantorPenuh, klien: FlaskClient
) -> None:
    ada = kode(penuh)
    isi = ketik(klien, f" {ada.replace('-', '').lower()} ").text
    with penuh.app.app_context():
        dokumen = db.session.get_one(Dokumen, penuh.nomor["dokumen_tw1"])
    for kata in (
        "Kode dikenal",
        dokumen.judul,
        dokumen.nomor,
        ada,
        "8 Oktober 2026",
        "Halaman <b>1</b> dari 2",
    ):
        assert kata in isi
    assert "Yang bertanda tangan ada di arsip sejak 8 Oktober 2026. Ditandatangani di atas kertas" in isi
    assert "Halaman yang diarsipkan" in isi
    for rahasia in ("/arsip/", "/berkas/", "sha256", "Lemari", "Unduh", "Diterima oleh"):
        assert rahasia not in isi, rahasia


@pytest.mark.lambat
def test_the_pages_are_pictures_bound_to_the_answer(penuh: KantorPenuh, klien: FlaskClient) -> None:
    isi = ketik(klien, kode(penuh)).text
    alamat = re.search(r'src="(/periksa/gambar/[^"]+)/1"', isi)
    assert alamat is not None
    gambar = klien.get(f"{alamat[1]}/2")
    assert gambar.mimetype == "image/png" and gambar.data.startswith(b"\x89PNG")
    assert gambar.headers["Cache-Control"] == "no-store"
    assert gambar.headers["Content-Security-Policy"].startswith("sandbox")
    for salah in ("/0", "/3", "/99999999999"):
        assert klien.get(alamat[1] + salah).status_code == 404
    assert klien.get(f"/periksa/gambar/{kode(penuh)}/1").status_code == 404
    assert klien.get(f"{alamat[1][:-1]}x/1").status_code == 404


def test_the_pages_are_read_one_by_one_with_plain_links(penuh: KantorPenuh, klien: FlaskClient) -> None:
    isi = ketik(klien, kode(penuh)).text
    berikut = re.search(r'href="(/periksa/hasil/[^"]+halaman=2)"', isi)
    assert berikut is not None
    kedua = klien.get(berikut[1]).text
    assert "Halaman <b>2</b> dari 2" in kedua and "Berikutnya" not in kedua
    dasar = berikut[1].partition("?")[0]
    for aneh in ("0", "-1", "x", "²", "99", ""):
        assert klien.get(f"{dasar}?halaman={aneh}").status_code == 200


def test_an_answer_ends_after_an_hour(penuh: KantorPenuh, klien: FlaskClient, jam: Jam) -> None:
    alamat = klien.post("/periksa/kode", data={"kode": kode(penuh)}).headers["Location"]
    assert klien.get(alamat).status_code == 200
    jam(timedelta(seconds=UMUR_DETIK + 1))
    assert klien.get(alamat).status_code == 404


@pytest.mark.parametrize("teks", ["AAAA-AAAA", "zzzz zzzz"])
def test_an_unknown_code_is_not_known_and_no_more_is_said(
    penuh: KantorPenuh, klien: FlaskClient, teks: str
) -> None:
    jawab = ketik(klien, teks)
    assert jawab.status_code == 200
    assert "Tidak dikenal" in jawab.text
    assert "Penanda tangan" not in jawab.text and "/periksa/hasil" not in jawab.text
    assert f'value="{teks}"' in jawab.text


@pytest.mark.parametrize("teks", ["", "abc", "AAAA-AAAA-AAAA", "<script>alert(1)</script>", "\u202eAAAAAAAA"])
def test_what_is_no_code_is_said_beside_the_field(penuh: KantorPenuh, klien: FlaskClient, teks: str) -> None:
    semula = penuh.isi()
    jawab = ketik(klien, teks)
    assert jawab.status_code == 422
    assert "salah-medan" in jawab.text
    assert "<script>alert" not in jawab.text
    assert penuh.isi() == semula


def test_the_archived_file_is_the_same_to_the_letter(penuh: KantorPenuh, klien: FlaskClient) -> None:
    jawab = unggah(klien, isi_berkas(penuh, penuh.nomor["berkas_arsip"]))
    assert "Sama persis dengan yang diarsipkan" in jawab.text
    assert kode(penuh) in jawab.text


def test_the_issued_file_is_the_same_but_unsigned(penuh: KantorPenuh, klien: FlaskClient) -> None:
    with penuh.app.app_context():
        nomor = db.session.get_one(Dokumen, penuh.nomor["dokumen_lalu3"]).berkas_id
    jawab = unggah(klien, isi_berkas(penuh, nomor))
    assert "Sama persis dengan yang diterbitkan (belum bertanda tangan)" in jawab.text
    assert "Yang bertanda tangan belum ada di arsip." in jawab.text
    assert "Halaman yang diterbitkan" in jawab.text


def test_a_replaced_file_is_said_to_be_replaced(penuh: KantorPenuh, klien: FlaskClient) -> None:
    isi = isi_berkas(penuh, penuh.nomor["berkas_arsip"])
    with penuh.app.app_context():
        lama = db.session.get_one(Arsip, penuh.nomor["arsip"])
        baru = Arsip(
            dokumen_id=lama.dokumen_id,
            berkas_id=penuh.nomor["berkas_bukti"],
            halaman=1,
            cara="basah",
            diterima_pada=HARI_UJI,
            diterima_oleh_id=lama.diterima_oleh_id,
            diterima_oleh_nama="Uji",
        )
        db.session.add(baru)
        db.session.flush()
        lama.diganti_oleh_id = baru.id
        db.session.commit()
    assert "Sama persis dengan versi yang sudah diganti" in unggah(klien, isi).text


def test_a_file_that_bears_a_known_code_was_changed(
    penuh: KantorPenuh, klien: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(periksa, "_kode_pada", lambda _isi: ("AAAA-AAAA", kode(penuh)))
    jawab = unggah(klien, pdf_uji(1, "diubah"))
    assert '<p class="judul-pemberitahuan">Berubah</p>' in jawab.text
    assert kode(penuh) in jawab.text


def test_a_cancelled_document_is_told_without_its_pages(
    penuh: KantorPenuh, klien: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    with penuh.app.app_context():
        dokumen = db.session.get_one(Dokumen, penuh.nomor["dokumen_lalu3"])
        db.session.get_one(Laporan, dokumen.laporan_id).versi = -1
        db.session.commit()
        batal, berkas = dokumen.kode, dokumen.berkas_id
    for jawab in (ketik(klien, batal), unggah(klien, isi_berkas(penuh, berkas))):
        assert "Dibatalkan" in jawab.text and "tidak berlaku" in jawab.text
        assert '<img src="/periksa' not in jawab.text
    alamat = klien.post("/periksa/kode", data={"kode": batal}).headers["Location"]
    assert klien.get(alamat.replace("/hasil/", "/gambar/") + "/1").status_code == 404
    monkeypatch.setattr(periksa, "_kode_pada", lambda _isi: (batal,))
    assert "Dokumen itu sendiri sudah dibatalkan" in unggah(klien, pdf_uji(1, "diubah")).text


@pytest.mark.lambat
def test_a_foreign_pdf_is_not_known_and_nothing_of_it_is_kept(penuh: KantorPenuh, klien: FlaskClient) -> None:
    data = penuh.app.config["DATA"]
    sebelum = {p for p in data.rglob("*") if p.is_file()}
    with penuh.app.app_context():
        berkas, catatan = (
            db.session.execute(select(func.count()).select_from(m)).scalar_one() for m in (Berkas, Catatan)
        )
    for isi in (pdf_uji(1, "asing"), b"%PDF-1.7 bukan pdf"):
        jawab = unggah(klien, isi)
        assert jawab.status_code == 200
        assert "Tidak dikenal" in jawab.text
    assert {p for p in data.rglob("*") if p.is_file()} == sebelum
    with penuh.app.app_context():
        assert (berkas, catatan) == tuple(
            db.session.execute(select(func.count()).select_from(m)).scalar_one() for m in (Berkas, Catatan)
        )


@pytest.mark.lambat
def test_the_code_of_a_changed_file_is_read_from_its_qr(penuh: KantorPenuh, klien: FlaskClient) -> None:
    isi = lembar((tulis_muatan(kode(penuh), 1),))
    assert '<p class="judul-pemberitahuan">Berubah</p>' in unggah(klien, isi).text
    assert "Tidak dikenal" in unggah(klien, lembar((tulis_muatan("AAAA-AAAA", 1),))).text


@pytest.mark.parametrize(
    ("sebab", "status", "kata"),
    [
        ("sibuk", 503, "Coba lagi sebentar"),
        ("waktu", 503, "Ketik kode dokumennya"),
        ("mati", 200, "Tidak dikenal"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_in_words(
    penuh: KantorPenuh,
    klien: FlaskClient,
    monkeypatch: pytest.MonkeyPatch,
    sebab: str,
    status: int,
    kata: str,
) -> None:
    def gagal(*_: object, **__: object) -> None:
        raise PekerjaGagal(sebab)

    monkeypatch.setattr(periksa, "kode_tertulis", lambda _isi, kolam: ())
    monkeypatch.setattr(periksa_gambar.KOLAM_UMUM, "jalankan", gagal)
    jawab = unggah(klien, pdf_uji(1, "asing"))
    assert jawab.status_code == status
    assert kata in jawab.text


@pytest.mark.parametrize(
    ("isi", "nama", "kata"), [(b"", "", "Pilih berkasnya"), (b"\xff\xd8", "a.jpg", "bukan PDF")]
)
def test_what_is_no_pdf_is_said_beside_the_field(
    klien: FlaskClient, isi: bytes, nama: str, kata: str
) -> None:
    jawab = unggah(klien, isi, nama)
    assert jawab.status_code == 422
    assert kata in jawab.text


def test_too_many_questions_wait_and_say_how_long(penuh: KantorPenuh, klien: FlaskClient, jam: Jam) -> None:
    for _ in range(BATAS[Cara.KODE][0]):
        assert ketik(klien, "AAAA-AAAA").status_code == 200
    for teks in ("AAAA-AAAA", kode(penuh)):
        jawab = ketik(klien, teks)
        assert jawab.status_code == 429
        assert "Coba lagi 10 menit lagi." in jawab.text
        assert jawab.headers["Retry-After"] == "600"
    assert ketik(klien, kode(penuh), environ_overrides={"REMOTE_ADDR": "10.1.1.1"}).status_code == 200
    assert unggah(klien, isi_berkas(penuh, penuh.nomor["berkas_arsip"])).status_code == 200
    jam(timedelta(minutes=10))
    assert ketik(klien, kode(penuh)).status_code == 200


def test_uploads_have_a_bound_of_their_own(klien: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(periksa, "_kode_pada", lambda _isi: ())
    for _ in range(BATAS[Cara.BERKAS][0]):
        assert unggah(klien, b"%PDF-1").status_code == 200
    assert unggah(klien, b"%PDF-1").status_code == 429
    assert ketik(klien, "AAAA-AAAA").status_code == 200


def test_a_claimed_forwarded_address_is_not_believed(penuh: KantorPenuh, klien: FlaskClient) -> None:
    for ke in range(BATAS[Cara.KODE][0]):
        ketik(klien, "AAAA-AAAA", headers={"X-Forwarded-For": f"10.0.0.{ke}"})
    assert ketik(klien, "AAAA-AAAA", headers={"X-Forwarded-For": "10.0.0.99"}).status_code == 429
    with penuh.app.app_context():
        assert db.session.execute(select(func.count(PeriksaUmum.alamat.distinct()))).scalar_one() == 1


def test_strangers_never_take_the_officials_children(
    penuh: KantorPenuh, klien: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kinerja.documents.cetak import KOLAM

    assert periksa_gambar.KOLAM_UMUM is not KOLAM
    monkeypatch.setattr(periksa_gambar, "_antre", threading.BoundedSemaphore(1))
    periksa_gambar._antre.acquire()
    jawab = unggah(klien, pdf_uji(1, "asing"))
    assert jawab.status_code == 503
    assert "Coba lagi sebentar lagi" in jawab.text
    alamat = klien.post("/periksa/kode", data={"kode": kode(penuh)}).headers["Location"]
    gambar = klien.get(alamat.replace("/hasil/", "/gambar/") + "/1")
    assert (gambar.status_code, gambar.headers["Retry-After"]) == (503, "5")


def test_it_works_the_same_for_somebody_logged_in(
    penuh: KantorPenuh, jam: Jam, masuk: Callable[[str], FlaskClient]
) -> None:
    assert "Kode dikenal" in ketik(masuk("admin"), kode(penuh)).text
