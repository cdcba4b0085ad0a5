"""Electronically signed files coming back: what each verdict and each relation leads to."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.archive import gudang
from kinerja.documents.baca_kode import KodeHalaman
from kinerja.domain.kaitan import Kaitan
from kinerja.domain.kode_dokumen import MuatanKode
from kinerja.domain.tanda_tangan import HasilTtd, TandaTangan, Verdict
from kinerja.models import db
from kinerja.models.berkas import Berkas
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.pemeriksaan import PeriksaTtd
from kinerja.models.pindaian import Pindaian
from kinerja.models.tugas import Tugas
from kinerja.operations.catatan import periksa_rantai
from tests.data_uji_arsip import pdf_uji
from tests.penanda_uji import penerbit, tanda_tangani
from tests.web.conftest import KantorPenuh, Masuk

PENYUSUN = "kasubag_perencanaan"


def terbit(penuh: KantorPenuh) -> tuple[Dokumen, bytes]:
    """The issued report of triwulan III of last year, and its bytes."""
    with penuh.app.app_context():
        dokumen = db.session.get_one(Dokumen, penuh.nomor["dokumen_lalu3"])
        sha256 = db.session.get_one(Berkas, dokumen.berkas_id).sha256
    return dokumen, gudang.jalur(penuh.app.config["DATA"], sha256).read_bytes()


def unggah(klien: FlaskClient, isi: bytes, **lain: Any) -> Any:
    return klien.post("/pindai/", data={"berkas": (io.BytesIO(isi), "tte.pdf"), **lain})


def penerimaan(penuh: KantorPenuh) -> Pindaian:
    with penuh.app.app_context():
        return db.session.execute(select(Pindaian).order_by(Pindaian.id.desc()).limit(1)).scalar_one()


def verdict(penuh: KantorPenuh, pindaian: Pindaian) -> list[str]:
    with penuh.app.app_context():
        pilih = select(PeriksaTtd.verdict).where(PeriksaTtd.berkas_id == pindaian.berkas_id)
        return list(db.session.execute(pilih).scalars())


@pytest.fixture
def tte(monkeypatch: pytest.MonkeyPatch) -> Any:
    """``tte(verdict, kaitan)``: what the checks will find; gives a file that looks signed."""

    def pasang(
        kata: Verdict,
        kaitan: Kaitan = Kaitan.DIAWALI,
        kode: str = "",
        sama: bool = True,
        peringatan: tuple[str, ...] = (),
    ) -> bytes:
        hasil = HasilTtd(kata, (), (TandaTangan("Camat Uji", kata),), peringatan)
        lihat, lanjut = "kinerja.web.pindai.lihat", "kinerja.web.pindai.tte"
        monkeypatch.setattr(f"{lihat}.periksa_ttd", lambda *_, **__: hasil)
        muatan = [MuatanKode(kode, n) if kode else None for n in (1, 2)]
        terbaca = tuple(KodeHalaman(n, satu, 0) for n, satu in enumerate(muatan, 1))
        monkeypatch.setattr(f"{lihat}.baca_kode", lambda *_: terbaca)
        monkeypatch.setattr(f"{lanjut}.kaitan", lambda *_: kaitan)
        monkeypatch.setattr(f"{lanjut}.halaman_sama", lambda *_: sama)
        monkeypatch.setattr(f"{lihat}._TANDA_TTD", (b"%PDF-",))
        return pdf_uji(2, "bertanda")

    return pasang


def test_a_signed_issued_file_is_archived_straight_with_its_verdict(
    penuh: KantorPenuh, masuk: Masuk, tmp_path: Path
) -> None:
    dokumen, isi = terbit(penuh)
    kepercayaan = penuh.app.config["DATA"] / "trust"
    kepercayaan.mkdir()
    (kepercayaan / "uji.pem").write_bytes(penerbit().pem)
    klien = masuk(PENYUSUN)
    jawab = unggah(klien, tanda_tangani(isi), cara="basah")
    assert (jawab.status_code, jawab.headers["Location"]) == (303, f"/arsip/{dokumen.id}")
    pindaian = penerimaan(penuh)
    assert (pindaian.cara, pindaian.keadaan, pindaian.kaitan) == (
        "tte",
        "diarsipkan",
        "diawali dokumen terbit",
    )
    assert verdict(penuh, pindaian) == ["sah"]
    with penuh.app.app_context():
        arsip = db.session.execute(select(Arsip).where(Arsip.pindaian_id == pindaian.id)).scalar_one()
        assert (arsip.cara, arsip.kaitan, arsip.dibandingkan_pada) == ("tte", "diawali dokumen terbit", None)
        assert db.session.get_one(Tugas, penuh.nomor["lalu3_pengesahan"]).penyelesaian_id is None
        assert periksa_rantai(db.session()) is None
    halaman = klien.get(f"/arsip/{dokumen.id}").text
    assert "Berkas ini bertanda tangan elektronik, jadi diperiksa sebagai TTE." in halaman
    assert "sudah diarsipkan" in halaman and "Tinggal diselesaikan" in halaman


def test_at_its_step_the_same_file_closes_the_period_too(penuh: KantorPenuh, masuk: Masuk, tte: Any) -> None:
    dokumen, _ = terbit(penuh)
    klien = masuk("camat")
    assert 'name="selesai" value="1"' in klien.get(penuh.alamat("/tugas/{lalu3_pengesahan}")).text
    unggah(klien, tte(Verdict.SAH), dokumen=str(dokumen.id), selesai="1")
    with penuh.app.app_context():
        assert db.session.get_one(Tugas, penuh.nomor["lalu3_pengesahan"]).penyelesaian_id is not None


@pytest.mark.parametrize("kata", [Verdict.BERUBAH, Verdict.RUSAK])
def test_changed_and_broken_files_are_refused_on_record(
    penuh: KantorPenuh, masuk: Masuk, tte: Any, kata: Verdict
) -> None:
    dokumen, _ = terbit(penuh)
    klien = masuk(PENYUSUN)
    jawab = unggah(klien, tte(kata, kode=dokumen.kode))
    pindaian = penerimaan(penuh)
    assert jawab.headers["Location"] == f"/pindai/{pindaian.id}"
    assert pindaian.keadaan == "ditolak" and "jadi tidak diterima" in pindaian.alasan
    assert verdict(penuh, pindaian) == [str(kata)]
    halaman = klien.get(f"/pindai/{pindaian.id}").text
    assert f"Tanda tangan elektronik: {kata}" in halaman and "Ditolak dan tercatat." in halaman
    assert f'action="/pindai/{pindaian.id}/kesesuaian"' not in halaman


def test_a_changed_file_of_an_unknown_document_leaves_nothing(
    penuh: KantorPenuh, masuk: Masuk, tte: Any
) -> None:
    semula = penuh.isi()
    jawab = unggah(masuk(PENYUSUN), tte(Verdict.BERUBAH))
    assert jawab.status_code == 422 and "berubah setelah ditandatangani" in jawab.text
    assert penuh.isi() == semula


def test_a_file_that_is_not_what_was_issued_is_refused_on_record(
    penuh: KantorPenuh, masuk: Masuk, tte: Any
) -> None:
    dokumen, _ = terbit(penuh)
    unggah(masuk(PENYUSUN), tte(Verdict.SAH, Kaitan.BUKAN), dokumen=str(dokumen.id))
    pindaian = penerimaan(penuh)
    assert (pindaian.keadaan, pindaian.kaitan) == ("ditolak", "bukan dokumen terbit")
    assert pindaian.alasan.startswith(f"Isi berkas ini bukan {dokumen.judul}")


@pytest.mark.parametrize(
    ("kaitan", "sama"), [(Kaitan.DITULIS_ULANG, True), (Kaitan.DIAWALI, False)], ids=["anew", "covered"]
)
def test_a_file_written_anew_or_with_other_pages_waits_for_a_persons_eye(
    penuh: KantorPenuh, masuk: Masuk, tte: Any, kaitan: Kaitan, sama: bool
) -> None:
    dokumen, _ = terbit(penuh)
    klien = masuk(PENYUSUN)
    unggah(klien, tte(Verdict.SAH, kaitan, dokumen.kode, sama))
    pindaian = penerimaan(penuh)
    assert (pindaian.keadaan, pindaian.kaitan) == ("putusan", str(kaitan))
    halaman = klien.get(f"/pindai/{pindaian.id}").text
    assert "Yang terbit" in halaman and str(kaitan) in halaman and "Tempat lembar asli" not in halaman
    assert klien.post(f"/pindai/{pindaian.id}/kesesuaian", data={}).status_code == 303
    with penuh.app.app_context():
        arsip = db.session.execute(select(Arsip).where(Arsip.pindaian_id == pindaian.id)).scalar_one()
        assert arsip.dibandingkan_oleh_nama.startswith("Kasubag Perencanaan")


def test_an_untrusted_signer_needs_a_reason_and_the_verdict_stays(
    penuh: KantorPenuh, masuk: Masuk, tte: Any
) -> None:
    dokumen, _ = terbit(penuh)
    klien = masuk(PENYUSUN)
    unggah(klien, tte(Verdict.TIDAK_DIPERCAYA, kode=dokumen.kode))
    pindaian = penerimaan(penuh)
    alamat = f"/pindai/{pindaian.id}"
    assert "Mengapa tetap diarsipkan" in klien.get(alamat).text
    tanpa = klien.post(f"{alamat}/kesesuaian", data={})
    assert tanpa.status_code == 422 and "Bila tetap diarsipkan, tuliskan sebabnya" in tanpa.text
    boleh = klien.post(f"{alamat}/kesesuaian", data={"keterangan": "Induk BSrE belum dipasang."})
    assert boleh.status_code == 303
    assert verdict(penuh, pindaian) == ["tidak dipercaya"]


@pytest.mark.parametrize("kaitan", [Kaitan.DIAWALI, Kaitan.DITULIS_ULANG])
def test_active_content_in_a_signed_file_waits_for_a_person_with_a_red_note(
    penuh: KantorPenuh, masuk: Masuk, tte: Any, kaitan: Kaitan
) -> None:
    dokumen, _ = terbit(penuh)
    klien = masuk(PENYUSUN)
    isi = tte(Verdict.SAH, kaitan, dokumen.kode, peringatan=("Di dalamnya ada skrip.",))
    unggah(klien, isi)
    halaman = klien.get(f"/pindai/{penerimaan(penuh).id}").text
    assert "Hati-hati membuka berkas ini" in halaman and "Di dalamnya ada skrip." in halaman


def test_who_may_not_decide_hands_in_and_the_keeper_archives(
    penuh: KantorPenuh, masuk: Masuk, tte: Any
) -> None:
    dokumen, _ = terbit(penuh)
    unggah(masuk("kasubag_umum"), tte(Verdict.SAH, kode=dokumen.kode))
    pindaian = penerimaan(penuh)
    assert pindaian.keadaan == "putusan" and verdict(penuh, pindaian) == ["sah"]
    assert masuk("camat").post(f"/pindai/{pindaian.id}/kesesuaian", data={}).status_code == 303


def test_an_unknown_signed_file_is_given_its_document_only_if_it_is_that(
    penuh: KantorPenuh, masuk: Masuk, tte: Any
) -> None:
    dokumen, _ = terbit(penuh)
    klien = masuk(PENYUSUN)
    unggah(klien, tte(Verdict.SAH, Kaitan.BUKAN))
    pindaian = penerimaan(penuh)
    assert pindaian.keadaan == "dokumen"
    alamat = f"/pindai/{pindaian.id}/dokumen"
    jawab = klien.post(alamat, data={"dokumen": str(dokumen.id)})
    assert jawab.status_code == 422 and "Isi berkas ini bukan" in jawab.text
    tte(Verdict.SAH, Kaitan.DITULIS_ULANG)
    assert klien.post(alamat, data={"dokumen": str(dokumen.id)}).status_code == 303
    pindaian = penerimaan(penuh)
    assert (pindaian.keadaan, pindaian.kaitan) == ("putusan", "ditulis ulang")


def test_who_says_tte_of_a_plain_scan_is_told(
    penuh: KantorPenuh, masuk: Masuk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dokumen, _ = terbit(penuh)
    monkeypatch.setattr("kinerja.web.pindai.lihat.baca_kode", lambda *_: (KodeHalaman(1, None, 0),) * 2)
    klien = masuk(PENYUSUN)
    jawab = unggah(klien, pdf_uji(2, "pindaian"), cara="tte", dokumen=str(dokumen.id))
    assert penerimaan(penuh).cara == "basah"
    halaman = klien.get(jawab.headers["Location"]).text
    assert "Tidak ada tanda tangan elektronik di dalamnya, jadi diperlakukan sebagai hasil pindai." in halaman
