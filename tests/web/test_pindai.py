"""Handing in what came back: every branch with what the page says and which rows there are."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.documents.baca_kode import KodeHalaman
from kinerja.documents.pratinjau import PratinjauGagal
from kinerja.domain.kode_dokumen import MuatanKode
from kinerja.models import db
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.laporan import Laporan
from kinerja.models.pindaian import LembarPindaian, Pindaian
from kinerja.models.tugas import Tugas
from kinerja.operations.catatan import periksa_rantai
from kinerja.web.pindai import lihat as pindai_lihat
from tests.data_uji_arsip import pdf_uji
from tests.data_uji_berkas import png
from tests.web.conftest import KantorPenuh, Masuk

Kode = Callable[..., bytes]
PENYUSUN = "kasubag_perencanaan"


@pytest.fixture
def kode(monkeypatch: pytest.MonkeyPatch) -> Kode:
    """``kode(isi, (KODE, 1), None)``: what the reader will read on the pages of these bytes."""
    terbaca: dict[bytes, tuple[tuple[str, int] | None, ...]] = {}

    def baca(isi: bytes, _jenis: str) -> tuple[KodeHalaman, ...]:
        halaman = terbaca[isi]
        return tuple(
            KodeHalaman(ke, MuatanKode(*satu) if satu else None, 0) for ke, satu in enumerate(halaman, 1)
        )

    def pasang(isi: bytes, *halaman: tuple[str, int] | None) -> bytes:
        terbaca[isi] = halaman
        return isi

    monkeypatch.setattr("kinerja.web.pindai.lihat.baca_kode", baca)
    return pasang


def dokumen(penuh: KantorPenuh, nama: str) -> Dokumen:
    with penuh.app.app_context():
        return db.session.get_one(Dokumen, penuh.nomor[nama])


def unggah(klien: FlaskClient, *berkas: tuple[bytes, str], **lain: Any) -> Any:
    isi = [(io.BytesIO(b), nama) for b, nama in berkas]
    return klien.post("/pindai/", data={"berkas": isi, **lain})


def baru(penuh: KantorPenuh, lama: int) -> list[Pindaian]:
    """The receipts written since ``lama``."""
    with penuh.app.app_context():
        semua = db.session.execute(select(Pindaian).where(Pindaian.id > lama).order_by(Pindaian.id)).scalars()
        return list(semua)


def terakhir(penuh: KantorPenuh) -> int:
    with penuh.app.app_context():
        return db.session.execute(select(Pindaian.id).order_by(Pindaian.id.desc()).limit(1)).scalar_one()


def test_a_scan_finds_its_document_and_goes_to_the_comparison(
    penuh: KantorPenuh, masuk: Masuk, kode: Kode
) -> None:
    terbit, lama = dokumen(penuh, "dokumen_lalu3"), terakhir(penuh)
    isi = kode(pdf_uji(2, "pindaian"), (terbit.kode, 1), (terbit.kode, 2))
    jawab = unggah(masuk("kasubag_umum"), (isi, "scan0001.pdf"))
    (pindaian,) = baru(penuh, lama)
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/pindai/{pindaian.id}")
    assert (pindaian.keadaan, pindaian.dokumen_id, pindaian.cara) == ("putusan", terbit.id, "basah")
    with penuh.app.app_context():
        berkas = db.session.get_one(Berkas, pindaian.berkas_id)
        assert (penuh.app.config["DATA"] / "arsip" / berkas.sha256[:2]).is_dir()
        assert berkas.nama == "scan0001.pdf" and berkas.ukuran == len(isi)
        assert periksa_rantai(db.session()) is None


def test_photographs_of_one_document_become_one_file_in_page_order(
    penuh: KantorPenuh, masuk: Masuk, kode: Kode
) -> None:
    terbit, lama = dokumen(penuh, "dokumen_lalu3"), terakhir(penuh)
    dua, satu = kode(png(40, 50), (terbit.kode, 2)), kode(png(41, 50), (terbit.kode, 1))
    jawab = unggah(masuk(PENYUSUN), (dua, "IMG_2.png"), (satu, "IMG_1.png"))
    (pindaian,) = baru(penuh, lama)
    assert jawab.headers["Location"] == f"/pindai/{pindaian.id}"
    assert [b["halaman"] for b in pindaian.kode] == [1, 2] and pindaian.halaman == 2
    with penuh.app.app_context():
        lembar = db.session.execute(
            select(Berkas.nama, Berkas.jenis, LembarPindaian.urut)
            .join(LembarPindaian, LembarPindaian.berkas_id == Berkas.id)
            .where(LembarPindaian.pindaian_id == pindaian.id)
            .order_by(LembarPindaian.urut)
        ).all()
        assert [tuple(b) for b in lembar] == [("IMG_1.png", "image/png", 1), ("IMG_2.png", "image/png", 2)]
        assert db.session.get_one(Berkas, pindaian.berkas_id).jenis == "application/pdf"
    halaman = masuk(PENYUSUN).get(f"/pindai/{pindaian.id}").text
    assert "2 halaman dari 2 foto" in halaman and "IMG_2.png" in halaman


def test_missing_pages_are_named_and_need_a_reason(penuh: KantorPenuh, masuk: Masuk, kode: Kode) -> None:
    terbit, lama = dokumen(penuh, "dokumen_lalu3"), terakhir(penuh)
    isi = kode(pdf_uji(1, "pindaian"), (terbit.kode, 1))
    klien = masuk(PENYUSUN)
    assert unggah(klien, (isi, "scan.pdf")).status_code == 303
    (pindaian,) = baru(penuh, lama)
    halaman = klien.get(f"/pindai/{pindaian.id}").text
    assert "Dokumen terbit 2 halaman, yang kembali 1 halaman." in halaman
    assert "tolak berkas ini, lalu unggah semua halamannya sekaligus" in halaman
    assert "Halaman 2 belum ada." in halaman and "Halaman ini belum ada." in halaman
    jawab = klien.post(f"/pindai/{pindaian.id}/kesesuaian", data={"lokasi_rak": "Lemari 2"})
    assert jawab.status_code == 422
    assert "Halaman 2 belum ada. Bila memang begitu, tuliskan sebabnya" in jawab.text
    assert 'value="Lemari 2"' in jawab.text


@pytest.mark.parametrize(
    ("halaman", "kata"),
    [
        ((("{a}", 1), ("{b}", 1)), "memuat halaman dari 2 dokumen"),
        ((("ZZZZ-ZZZZ", 1), None), "Kode ZZZZ-ZZZZ bukan kode dokumen terbitan kantor ini"),
    ],
)
def test_two_documents_and_foreign_codes_are_refused_with_the_reason(
    penuh: KantorPenuh, masuk: Masuk, kode: Kode, halaman: tuple[tuple[str, int] | None, ...], kata: str
) -> None:
    nama = {"a": dokumen(penuh, "dokumen_lalu3").kode, "b": dokumen(penuh, "dokumen_tw1").kode}
    isi = kode(pdf_uji(2, "x"), *((h[0].format(**nama), h[1]) if h else None for h in halaman))
    semula = penuh.isi()
    jawab = unggah(masuk(PENYUSUN), (isi, "scan.pdf"))
    assert jawab.status_code == 422 and kata in jawab.text
    assert penuh.isi() == semula


def test_a_choice_that_the_code_contradicts_is_refused(penuh: KantorPenuh, masuk: Masuk, kode: Kode) -> None:
    lalu3, tw1 = dokumen(penuh, "dokumen_lalu3"), dokumen(penuh, "dokumen_tw1")
    isi = kode(pdf_uji(2, "x"), (tw1.kode, 1), None)
    semula = penuh.isi()
    jawab = unggah(masuk(PENYUSUN), (isi, "scan.pdf"), dokumen=str(lalu3.id))
    assert jawab.status_code == 422 and f"bukan {lalu3.judul} ({lalu3.nomor}) yang dipilih" in jawab.text
    assert f'name="dokumen" value="{lalu3.id}"' in jawab.text
    assert penuh.isi() == semula


def test_an_unreadable_code_asks_for_the_document(penuh: KantorPenuh, masuk: Masuk, kode: Kode) -> None:
    terbit, lama = dokumen(penuh, "dokumen_lalu3"), terakhir(penuh)
    klien = masuk("kasubag_umum")
    jawab = unggah(klien, (kode(pdf_uji(2, "x"), None, None), "scan.pdf"))
    (pindaian,) = baru(penuh, lama)
    assert jawab.headers["Location"] == f"/pindai/{pindaian.id}" and pindaian.keadaan == "dokumen"
    halaman = klien.get(f"/pindai/{pindaian.id}").text
    assert "Dokumen yang mana?" in halaman and terbit.nomor in halaman
    potongan = klien.get(f"/pindai/{pindaian.id}?cari=tidak+ada", headers={"HX-Request": "true"}).text
    assert "Tidak ada dokumen dengan kata itu." in potongan and "<html" not in potongan
    kosong = klien.post(f"/pindai/{pindaian.id}/dokumen", data={})
    assert kosong.status_code == 422 and "Pilih salah satu dari daftar." in kosong.text
    assert klien.post(f"/pindai/{pindaian.id}/dokumen", data={"dokumen": str(terbit.id)}).status_code == 303
    halaman = klien.get(f"/pindai/{pindaian.id}").text
    assert "Kode dokumen tidak terbaca pada satu halaman pun." in halaman
    assert "Anda tidak perlu berbuat apa-apa lagi." in halaman and "putuskan di bawah" not in halaman
    assert "Dibandingkan dan diputuskan oleh Kasubag Perencanaan atau Camat." in halaman


def test_a_document_found_by_search_can_be_chosen_whatever_the_list_shows(
    penuh: KantorPenuh, masuk: Masuk, kode: Kode, monkeypatch: pytest.MonkeyPatch
) -> None:
    arsip, lama = dokumen(penuh, "dokumen_tw1"), terakhir(penuh)
    monkeypatch.setattr("kinerja.web.pindai.putusan._PILIHAN", 1)
    klien = masuk(PENYUSUN)
    unggah(klien, (kode(pdf_uji(2, "x"), None, None), "scan.pdf"))
    (pindaian,) = baru(penuh, lama)
    alamat = f"/pindai/{pindaian.id}"
    assert arsip.nomor not in klien.get(alamat).text
    assert f"{arsip.nomor} (sudah di arsip)" in klien.get(f"{alamat}?cari={arsip.kode}").text
    for palsu, kata in (("99999", "Pilih dokumen dari daftar."), ("abc", "Pilih salah satu dari daftar.")):
        jawab = klien.post(f"{alamat}/dokumen", data={"dokumen": palsu})
        assert jawab.status_code == 422 and kata in jawab.text
    assert klien.post(f"{alamat}/dokumen", data={"dokumen": str(arsip.id)}).status_code == 303
    assert "Sesuai, ganti berkas arsip" in klien.get(alamat).text


def test_what_was_cancelled_meanwhile_can_only_be_refused(penuh: KantorPenuh, masuk: Masuk) -> None:
    alamat = penuh.alamat("/pindai/{pindaian}")
    with penuh.app.app_context():
        terbit = db.session.get_one(Dokumen, penuh.nomor["dokumen_lalu3"])
        db.session.get_one(Laporan, terbit.laporan_id).versi = -1
        db.session.commit()
    klien = masuk(PENYUSUN)
    halaman = klien.get(alamat).text
    assert "Dokumen ini sudah dibatalkan" in halaman and "Tidak sesuai, tolak" in halaman
    assert "Sesuai, arsipkan" not in halaman
    jawab = klien.post(f"{alamat}/kesesuaian", data={"lokasi_rak": "Lemari 2"})
    assert jawab.status_code == 422 and "Tolak berkas ini dengan alasannya." in jawab.text
    assert klien.post(f"{alamat}/penolakan", data={"alasan": "Batal."}).status_code == 303


def test_a_person_who_named_the_document_goes_straight_to_the_comparison(
    penuh: KantorPenuh, masuk: Masuk, kode: Kode
) -> None:
    terbit, lama = dokumen(penuh, "dokumen_lalu3"), terakhir(penuh)
    klien = masuk(PENYUSUN)
    assert f"Dokumen untuk {terbit.judul}" in klien.get(f"/pindai/?dokumen={terbit.id}").text
    assert (
        unggah(klien, (kode(pdf_uji(2, "x"), None, None), "scan.pdf"), dokumen=str(terbit.id)).status_code
        == 303
    )
    assert [(p.keadaan, p.dokumen_id) for p in baru(penuh, lama)] == [("putusan", terbit.id)]


def test_several_files_are_each_told_apart(penuh: KantorPenuh, masuk: Masuk, kode: Kode) -> None:
    terbit, lama = dokumen(penuh, "dokumen_lalu3"), terakhir(penuh)
    benar = kode(pdf_uji(2, "benar"), (terbit.kode, 1), (terbit.kode, 2))
    jawab = unggah(
        masuk(PENYUSUN),
        (benar, "benar.pdf"),
        (benar, "kembar.pdf"),
        (kode(pdf_uji(1, "asing"), ("ZZZZ-ZZZZ", 1)), "asing.pdf"),
        (b"PK\x03\x04", "lampiran.xlsx"),
        (kode(pdf_uji(1, "buram"), None), "buram.pdf"),
    )
    assert jawab.status_code == 200
    assert [(p.keadaan, p.halaman) for p in baru(penuh, lama)] == [("putusan", 2), ("dokumen", 1)]
    for kata in ("benar.pdf", "kembar.pdf", "sama dengan berkas lain dalam kiriman ini", "asing.pdf",
                 "bukan kode dokumen terbitan", "lampiran.xlsx", "buram.pdf", "Pilih dokumennya"):  # fmt: skip
        assert kata in jawab.text, kata


def test_two_photographs_of_one_page_are_refused_together(
    penuh: KantorPenuh, masuk: Masuk, kode: Kode
) -> None:
    terbit = dokumen(penuh, "dokumen_lalu3")
    foto = [(kode(png(40 + n, 50), (terbit.kode, 1)), f"{n}.png") for n in (1, 2)]
    semula = penuh.isi()
    jawab = unggah(masuk(PENYUSUN), *foto)
    assert jawab.status_code == 422 and "sama-sama halaman 1" in jawab.text
    assert penuh.isi() == semula


def test_what_somebody_else_sent_meanwhile_does_not_stop_the_other_files(
    penuh: KantorPenuh, masuk: Masuk, kode: Kode, monkeypatch: pytest.MonkeyPatch
) -> None:
    terbit, lama = dokumen(penuh, "dokumen_lalu3"), terakhir(penuh)
    sama = kode(pdf_uji(2, "sama"), (terbit.kode, 1), (terbit.kode, 2))
    unggah(masuk("kasubag_umum"), (sama, "sama.pdf"))
    monkeypatch.setattr(
        "kinerja.web.pindai.masuk.pastikan_diterima", lambda *_: None
    )  # looked before it came
    jawab = unggah(
        masuk(PENYUSUN), (sama, "lagi.pdf"), (kode(pdf_uji(2, "lain"), (terbit.kode, 1), None), "lain.pdf")
    )
    assert jawab.status_code == 200 and "Berkas yang sama sudah diterima" in jawab.text
    assert len(baru(penuh, lama)) == 2
    with penuh.app.app_context():
        nama = select(Berkas.nama).join(Pindaian, Pindaian.berkas_id == Berkas.id).where(Pindaian.id > lama)
        assert list(db.session.execute(nama.order_by(Pindaian.id)).scalars()) == ["sama.pdf", "lain.pdf"]
        assert periksa_rantai(db.session()) is None


def test_a_sending_is_larger_than_one_file_may_be(
    penuh: KantorPenuh, masuk: Masuk, kode: Kode, monkeypatch: pytest.MonkeyPatch
) -> None:
    terbit, lama = dokumen(penuh, "dokumen_lalu3"), terakhir(penuh)
    semua = [kode(pdf_uji(2, tanda), (terbit.kode, 1), (terbit.kode, 2)) for tanda in ("satu", "dua")]
    besar = kode(pdf_uji(4, "besar"), (terbit.kode, 1))
    batas = max(len(isi) for isi in semua) + 100
    monkeypatch.setitem(penuh.app.config, "MAX_CONTENT_LENGTH", batas)
    assert len(besar) > batas
    jawab = unggah(
        masuk(PENYUSUN), *((isi, f"{ke}.pdf") for ke, isi in enumerate(semua)), (besar, "besar.pdf")
    )
    assert jawab.status_code == 200 and "Berkas terlalu besar" in jawab.text
    assert [p.keadaan for p in baru(penuh, lama)] == ["putusan", "putusan"]


def test_looking_at_pictures_holds_no_write_lock(
    penuh: KantorPenuh, masuk: Masuk, kode: Kode, monkeypatch: pytest.MonkeyPatch
) -> None:
    terlihat = []

    def ambil(*lain: Any) -> Any:
        terlihat.append(db.session().in_transaction())
        return pindai_lihat.ambil(*lain)

    monkeypatch.setattr("kinerja.web.pindai.rute.ambil", ambil)
    unggah(masuk(PENYUSUN), (kode(png(40, 50), None), "foto.png"))
    assert terlihat == [False]


def test_a_photograph_with_a_foreign_code_does_not_stop_the_others(
    penuh: KantorPenuh, masuk: Masuk, kode: Kode
) -> None:
    terbit, lama = dokumen(penuh, "dokumen_lalu3"), terakhir(penuh)
    jawab = unggah(
        masuk(PENYUSUN),
        (kode(png(40, 50), (terbit.kode, 1)), "satu.png"),
        (kode(png(41, 50), ("ZZZZ-ZZZZ", 1)), "asing.png"),
    )
    assert jawab.status_code == 200 and "Kode ZZZZ-ZZZZ bukan kode" in jawab.text
    assert [p.halaman for p in baru(penuh, lama)] == [1]


def test_an_archived_document_is_superseded_only_with_a_reason(
    penuh: KantorPenuh, masuk: Masuk, kode: Kode
) -> None:
    terbit, lama = dokumen(penuh, "dokumen_tw1"), terakhir(penuh)
    klien = masuk(PENYUSUN)
    assert (
        unggah(klien, (kode(pdf_uji(2, "ulang"), (terbit.kode, 1), (terbit.kode, 2)), "u.pdf")).status_code
        == 303
    )
    (pindaian,) = baru(penuh, lama)
    halaman = klien.get(f"/pindai/{pindaian.id}").text
    assert (
        "Dokumen ini sudah punya PDF tertanda di arsip" in halaman and "Sesuai, ganti berkas arsip" in halaman
    )
    alamat = f"/pindai/{pindaian.id}/kesesuaian"
    tanpa = klien.post(alamat, data={"lokasi_rak": "Lemari 2"})
    assert tanpa.status_code == 422 and "Tuliskan mengapa berkas ini diganti." in tanpa.text
    jawab = klien.post(alamat, data={"lokasi_rak": "Lemari 2", "keterangan": "Yang lama kabur."})
    assert jawab.headers["Location"] == f"/arsip/{terbit.id}"
    with penuh.app.app_context():
        semua = db.session.execute(select(Arsip).where(Arsip.dokumen_id == terbit.id)).scalars().all()
        assert [a.diganti_alasan for a in semua] == ["Yang lama kabur.", ""]
    with penuh.app.app_context():
        sama = db.session.get_one(Berkas, semua[0].berkas_id).sha256
        isi = (penuh.app.config["DATA"] / "arsip" / sama[:2] / sama[2:4] / sama).read_bytes()
    lagi = unggah(klien, (kode(isi, (terbit.kode, 1), (terbit.kode, 2)), "lagi.pdf"))
    assert lagi.status_code == 422 and "pernah diarsipkan lalu diganti" in lagi.text


def test_sesuai_archives_and_completes_in_one_go(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk(PENYUSUN)
    alamat = penuh.alamat("/pindai/{pindaian}")
    halaman = klien.get(alamat).text
    assert "Sesuai, arsipkan dan selesaikan" in halaman and "Yang terbit" in halaman
    kosong = klien.post(f"{alamat}/kesesuaian", data={"keterangan": "Lengkap."})
    assert kosong.status_code == 422 and "Isi tempat penyimpanan lembar aslinya" in kosong.text
    assert "Lengkap." in kosong.text
    assert klien.post(f"{alamat}/kesesuaian", data={"lokasi_rak": "Lemari 2"}).status_code == 303
    with penuh.app.app_context():
        assert db.session.get_one(Tugas, penuh.nomor["lalu3_pengesahan"]).penyelesaian_id is not None
    lagi = masuk("camat").post(f"{alamat}/kesesuaian", data={"lokasi_rak": "Lemari 2"})
    assert lagi.status_code == 409 and "sudah diarsipkan oleh Kasubag Perencanaan" in lagi.text
    assert "Sudah diarsipkan" in klien.get(alamat).text
    dok = klien.get(penuh.alamat("/arsip/{dokumen_lalu3}")).text
    assert "Dibandingkan" in dok and "Tinggal diselesaikan" not in dok


def test_tidak_sesuai_asks_for_the_reason_and_shows_it(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien, alamat = masuk(PENYUSUN), penuh.alamat("/pindai/{pindaian}")
    kosong = klien.post(f"{alamat}/penolakan", data={"alasan": " "})
    assert kosong.status_code == 422 and "Tuliskan apa yang tidak sesuai." in kosong.text
    assert klien.post(f"{alamat}/penolakan", data={"alasan": "Halaman 2 tanpa cap."}).status_code == 303
    assert "Halaman 2 tanpa cap." in klien.get(alamat).text
    assert "Halaman 2 tanpa cap." in klien.get("/pindai/").text
    assert klien.post(f"{alamat}/kesesuaian", data={"lokasi_rak": "x"}).status_code == 409


def test_what_is_archived_but_not_closed_is_closed_with_one_button(penuh: KantorPenuh, masuk: Masuk) -> None:
    klien = masuk("camat")
    alamat = penuh.alamat("/pindai/dokumen/{dokumen_lalu3}/penyelesaian")
    belum = klien.post(alamat)
    assert belum.status_code == 303
    assert "belum diarsipkan" in klien.get(belum.headers["Location"]).text
    with penuh.app.app_context():
        from kinerja.operations.pindaian.verba import sesuai
        from tests.data_uji_arsip import PADA
        from tests.kantor_uji import orang_uji

        sesuai(db.session(), penuh.nomor["pindaian"], "Rak", "", orang_uji(db.session(), PENYUSUN), PADA)
        db.session.commit()
    assert "Tinggal diselesaikan" in klien.get(penuh.alamat("/arsip/{dokumen_lalu3}")).text
    assert "Selesaikan pengesahan" in klien.get(penuh.alamat("/tugas/{lalu3_pengesahan}")).text
    assert "PDF tertanda sudah diarsipkan, selesaikan" in klien.get("/").text
    assert klien.post(alamat).status_code == 303
    with penuh.app.app_context():
        assert db.session.get_one(Tugas, penuh.nomor["lalu3_pengesahan"]).penyelesaian_id is not None
    lagi = masuk(PENYUSUN).post(alamat)
    assert lagi.status_code == 409 and "Sudah diselesaikan oleh Camat" in lagi.text


def test_the_step_shows_what_came_back_and_leads_on(penuh: KantorPenuh, masuk: Masuk) -> None:
    halaman = masuk(PENYUSUN).get(penuh.alamat("/tugas/{lalu3_pengesahan}")).text
    assert penuh.alamat('href="/pindai/{pindaian}"') in halaman and "Unggah berkas lain" in halaman
    assert "Bandingkan dokumen tertanda yang kembali" in masuk("camat").get("/").text
    assert 'href="/pindai/"' in masuk("sekretaris").get("/").text  # handing in begins in the inbox, too
    assert 'href="/pindai/"' not in masuk("kasi_pmd").get("/").text
    lain = masuk("sekretaris").get(penuh.alamat("/tugas/{lalu3_pengesahan}")).text
    assert 'action="/pindai/"' not in lain


@pytest.mark.parametrize(
    ("isi", "nama", "kata"),
    [
        (b"", "kosong.pdf", "Berkas ini kosong."),
        (b"MZ\x90", "surat.pdf", "Isi berkas ini bukan PDF"),
        (b"%PDF-1.7\nrusak", "rusak.pdf", "rusak atau tidak lengkap"),
        (b"<svg/>", "gambar.svg", "tidak diterima"),
        (b"PK\x03\x04", "buku.xlsx", "rusak"),
        (png()[:60], "foto.png", "rusak atau tidak lengkap"),
    ],
)
def test_hostile_files_are_refused_in_words(
    penuh: KantorPenuh, masuk: Masuk, isi: bytes, nama: str, kata: str
) -> None:
    semula = penuh.isi()
    jawab = unggah(masuk(PENYUSUN), (isi, nama))
    assert jawab.status_code == 422 and kata in jawab.text
    assert penuh.isi() == semula


def test_no_file_too_many_files_and_a_busy_reader_are_said(
    penuh: KantorPenuh, masuk: Masuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    klien, semula = masuk(PENYUSUN), penuh.isi()
    jawab = klien.post("/pindai/", data={})
    assert jawab.status_code == 422 and "Pilih berkas PDF atau foto" in jawab.text
    jawab = unggah(klien, *((b"%PDF-", f"{n}.pdf") for n in range(41)))
    assert jawab.status_code == 422 and "paling banyak 40 berkas" in jawab.text

    def sibuk(*_: object) -> None:
        raise PratinjauGagal("Beberapa berkas lain sedang diperiksa. Coba lagi sebentar lagi.")

    monkeypatch.setattr("kinerja.web.pindai.lihat.baca_kode", sibuk)
    jawab = unggah(klien, (pdf_uji(1), "scan.pdf"))
    assert jawab.status_code == 422 and "Coba lagi sebentar lagi" in jawab.text
    assert penuh.isi() == semula


def test_the_issued_file_itself_is_refused(penuh: KantorPenuh, masuk: Masuk, kode: Kode) -> None:
    terbit = dokumen(penuh, "dokumen_lalu3")
    with penuh.app.app_context():
        sha = db.session.get_one(Berkas, terbit.berkas_id).sha256
    isi = (penuh.app.config["DATA"] / "arsip" / sha[:2] / sha[2:4] / sha).read_bytes()
    jawab = unggah(masuk(PENYUSUN), (kode(isi, (terbit.kode, 1), (terbit.kode, 2)), "terbit.pdf"))
    assert jawab.status_code == 422 and "belum ditandatangani" in jawab.text
