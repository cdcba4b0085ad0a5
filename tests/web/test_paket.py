"""The inspection pack of the filled office: its page, its maker, and what the zip holds and holds not."""

from __future__ import annotations

import hashlib
import io
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import lxml.html
import pypdf
import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from kinerja.archive import gudang
from kinerja.documents.cetak import GagalCetak, HasilCetak
from kinerja.models import db
from kinerja.models.berkas import Berkas, Lampiran
from kinerja.models.catatan import Catatan
from kinerja.models.disposisi import Disposisi
from kinerja.models.dokumen import Arsip, Dokumen
from kinerja.models.laporan import Sosialisasi
from kinerja.models.pemeriksaan import PaketInspeksi
from kinerja.models.perjanjian_kinerja import PerjanjianKinerja
from kinerja.operations import paket as verba
from kinerja.upkeep.jangkar import baca_jangkar, periksa_jangkar
from kinerja.web.paket import cetak as paket_cetak
from kinerja.web.paket import kerja as paket_kerja
from kinerja.web.paket.susun import FOLDER, bersihkan, jalur_paket
from kinerja.web.transaksi import pembuka
from tests.data_uji_arsip import pdf_uji, simpan_uji
from tests.kantor_uji import TAHUN
from tests.web.conftest import KantorPenuh

Masuk = Callable[[str], FlaskClient]
RAHASIA = "Temuan-yang-sangat-tersembunyi"


@pytest.fixture
def data(penuh: KantorPenuh) -> Iterator[Path]:
    """The data folder; what a test puts under ``paket/`` goes with it."""
    folder: Path = penuh.app.config["DATA"]
    sebelum = set((folder / FOLDER).iterdir())
    yield folder
    for satu in set((folder / FOLDER).iterdir()) - sebelum:
        satu.unlink()


@pytest.fixture
def cepat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paper is not printed: the words of the data stand in for it."""

    def cetak(_templat: str, isi: object, **_lain: object) -> HasilCetak:
        pdf = b"%PDF-" + repr(isi).encode()
        return HasilCetak(pdf, 1, hashlib.sha256(pdf).hexdigest())

    monkeypatch.setattr(paket_cetak, "cetak", cetak)
    monkeypatch.setattr(paket_cetak, "cetak_lembar_sop", lambda _sop, **kw: cetak("", kw))


def _buat(penuh: KantorPenuh, masuk: Masuk, tahun: int = TAHUN, siapa: str = "sekretaris") -> PaketInspeksi:
    jawab = masuk(siapa).post("/paket/", data={"tahun": str(tahun)})
    assert jawab.status_code == 303
    assert paket_kerja.putaran(penuh.app)
    with penuh.app.app_context():
        return db.session.execute(select(PaketInspeksi).order_by(PaketInspeksi.id.desc())).scalars().first()  # type: ignore[return-value]


def _zip(data: Path, paket: PaketInspeksi) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(jalur_paket(data, paket.tahun, paket.id).read_bytes()))


def _rahasiakan(penuh: KantorPenuh) -> None:
    """The slip in the office that is secret gets words that must appear nowhere."""
    with penuh.app.app_context():
        satu = db.session.get_one(Disposisi, penuh.nomor["rahasia"])
        satu.hal = satu.catatan = RAHASIA
        db.session.commit()


def test_asking_makes_one_and_the_download_is_what_the_row_says(
    penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None
) -> None:
    paket = _buat(penuh, masuk)
    assert (paket.keadaan, paket.kemajuan) == (verba.SIAP, "")
    klien = masuk("camat")
    isi = klien.get("/paket/").text
    assert paket.sha256 in isi and f'href="/paket/{paket.id}/paket-inspeksi.zip"' in isi
    with klien.get(f"/paket/{paket.id}/paket-inspeksi.zip") as jawab:
        assert jawab.mimetype == "application/zip"
        assert "paket-inspeksi-2026.zip" in jawab.headers["Content-Disposition"]
        assert hashlib.sha256(jawab.data).hexdigest() == paket.sha256
        assert len(jawab.data) == paket.ukuran
    with penuh.app.app_context():
        baris = db.session.execute(
            select(Catatan).where(Catatan.objek == f"paket_inspeksi:{paket.id}").order_by(Catatan.seq)
        ).scalars()
        assert [(b.tindakan, b.pelaku_nama) for b in baris] == [
            ("minta_paket", "Sekretaris Uji"),
            ("siapkan_paket", "sistem"),
        ]


def test_every_part_holds_what_the_year_has(
    penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None
) -> None:
    with _zip(data, _buat(penuh, masuk)) as zip_:
        nama = zip_.namelist()
        with penuh.app.app_context():
            dokumen = db.session.get_one(Dokumen, penuh.nomor["dokumen_tw1"])
            arsip = db.session.get_one(Arsip, penuh.nomor["arsip"])
            sha = {db.session.get_one(Berkas, n).sha256 for n in (dokumen.berkas_id, arsip.berkas_id)}
        laporan = {hashlib.sha256(zip_.read(n)).hexdigest() for n in nama if n.startswith("1-laporan/")}
        assert sha <= laporan
        indeks = zip_.read("index.html").decode()
    for awal in (
        "2-perjanjian-kinerja/",
        "3-surat/",
        "4-disposisi/",
        "5-bukti/triwulan-1/",
        "6-sop/evaluasi-sop",
    ):
        assert any(n.startswith(awal) for n in nama), awal
    assert {
        "7-catatan/catatan-2026.csv",
        "7-catatan/catatan-2026.html",
        "7-catatan/catatan-2026.jsonl",
    } <= set(nama)
    pelaksanaan = [n.removeprefix("6-sop/pelaksanaan/") for n in nama if "/pelaksanaan/" in n]
    assert [n[:10] for n in pelaksanaan] == [
        "triwulan-1",
        "triwulan-2",
        "triwulan-3",
    ]  # the fourth did not begin
    assert dokumen.nomor in indeks and "Tanda tangan basah (dipindai)" in indeks


def test_minutes_of_meetings_and_files_beside_steps_are_in_it(
    penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None
) -> None:
    with penuh.app.app_context():
        temu = db.session.get_one(Sosialisasi, penuh.nomor["sosialisasi"])
        temu.notulen = "Angka IKM dibahas bersama."
        satu = simpan_uji(db.session(), data, pdf_uji(1, "daftar hadir"), "Surat tugas?.pdf")
        db.session.add(Lampiran(tugas_id=penuh.nomor["tw3_1"], berkas_id=satu.id))
        db.session.commit()
        sha256 = satu.sha256
    with _zip(data, _buat(penuh, masuk)) as zip_:
        risalah = zip_.read("1-laporan/sosialisasi/triwulan-ii-2026-putaran-1.pdf").decode()
        lampiran = zip_.read("6-sop/lampiran/triwulan-iii-2026-langkah-1-surat-tugas.pdf")
        indeks = zip_.read("index.html").decode()
    assert "Angka IKM dibahas bersama." in risalah and "Kasi Pelayanan" in risalah
    assert hashlib.sha256(lampiran).hexdigest() == sha256
    assert "Sosialisasi draf Triwulan II 2026, putaran 1: daftar hadir dan notulen" in indeks
    assert "dilampirkan pada" in indeks


def test_a_pk_that_was_issued_is_in_as_issued_and_not_printed_anew(
    penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None
) -> None:
    with penuh.app.app_context():
        pk = db.session.execute(
            select(PerjanjianKinerja.id).where(PerjanjianKinerja.tahun == TAHUN)
        ).scalar_one()
        dokumen = db.session.get_one(Dokumen, penuh.nomor["dokumen_lalu3"])
        dokumen.jenis, dokumen.judul, dokumen.perjanjian_kinerja_id = "perjanjian_kinerja", "PK 2026", pk
        dokumen.periode_id = dokumen.laporan_id = None
        db.session.commit()
        urut = dokumen.urut
    with _zip(data, _buat(penuh, masuk)) as zip_:
        semua = [n for n in zip_.namelist() if n.startswith("2-")]
    assert semua == [f"2-perjanjian-kinerja/{urut:03d}-pk-2026-terbitan.pdf"]


def test_the_links_of_the_index_lead_to_files_and_every_file_is_linked(
    penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None
) -> None:
    with _zip(data, _buat(penuh, masuk)) as zip_:
        halaman = lxml.html.fromstring(zip_.read("index.html"))
        tautan = [a for a in halaman.xpath("//a/@href") if not a.startswith("#")]
        assert len(tautan) == len(set(tautan))
        assert set(tautan) == set(zip_.namelist()) - {"index.html", "SHA256SUMS"}
        jangkar = halaman.xpath("//nav//a/@href")
        assert all(halaman.xpath("//*[@id=$id]", id=a[1:]) for a in jangkar)


def test_sha256sum_finds_every_file_good(
    penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None, tmp_path: Path
) -> None:
    with _zip(data, _buat(penuh, masuk)) as zip_:
        zip_.extractall(tmp_path)
    hasil = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stderr
    tercatat = {b.partition(": ")[0] for b in hasil.stdout.splitlines()}
    ada = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert tercatat == ada - {"SHA256SUMS"}
    (tmp_path / "index.html").write_text("berubah", encoding="utf-8")
    ulang = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, check=False)
    assert ulang.returncode != 0


def test_nothing_secret_is_anywhere_in_it(penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None) -> None:
    _rahasiakan(penuh)
    with penuh.app.app_context():
        berkas = (penuh.nomor["berkas_rahasia"], penuh.nomor["berkas_surat_rahasia"])
        sidik = {db.session.get_one(Berkas, n).sha256 for n in berkas}
    with _zip(data, _buat(penuh, masuk)) as zip_:
        for nama in zip_.namelist():
            isi = zip_.read(nama)
            for kata in (RAHASIA, "Perihal rahasia", "Balasan rahasia", "Pemeriksaan khusus"):
                assert kata.encode() not in isi, (nama, kata)
            assert hashlib.sha256(isi).hexdigest() not in sidik, nama
            assert RAHASIA.lower() not in nama and "khusus" not in nama
        assert (
            f'disposisi:{penuh.nomor["rahasia"]}"' not in zip_.read("7-catatan/catatan-2026.jsonl").decode()
        )


@pytest.mark.lambat
def test_really_printed_the_papers_say_what_they_should_and_nothing_secret(
    penuh: KantorPenuh, masuk: Masuk, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but the SOP sheets, which have no room for a secret and tests of their own."""
    monkeypatch.setattr(paket_cetak, "cetak_lembar_sop", lambda _sop, **_: HasilCetak(b"%PDF-sop", 1, ""))
    _rahasiakan(penuh)
    with _zip(data, _buat(penuh, masuk)) as zip_:
        teks = {}
        for nama in zip_.namelist():
            if nama.endswith(".pdf") and (nama[0] in "24" or "evaluasi" in nama):
                pembaca = pypdf.PdfReader(io.BytesIO(zip_.read(nama)))
                teks[nama] = " ".join(h.extract_text() for h in pembaca.pages)
    assert any("LEMBAR DISPOSISI" in t for n, t in teks.items() if n.startswith("4-"))
    assert any("EVALUASI PELAKSANAAN SOP" in t for t in teks.values())
    for kata in (RAHASIA[:12], "Perihal rahasia", "Balasan rahasia", "Pemeriksaan khusus"):
        assert not [n for n, t in teks.items() if kata in t]


def test_the_same_data_give_the_same_files_but_for_the_head(
    penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None
) -> None:
    isi = []
    for _ in range(2):
        with _zip(data, _buat(penuh, masuk)) as zip_:
            isi.append({n: zip_.read(n) for n in zip_.namelist()})
    berbeda = {n for n in isi[0] if isi[0][n] != isi[1][n]}
    assert list(isi[0]) == list(isi[1])
    assert berbeda <= {"index.html", "SHA256SUMS", *(n for n in isi[0] if n.startswith("7-catatan/"))}


def test_the_anchor_is_held_by_the_chain(penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None) -> None:
    paket = _buat(penuh, masuk)
    with _zip(data, paket) as zip_:
        jangkar = baca_jangkar(zip_.read("7-catatan/jangkar.txt").decode())
        assert f"nomor {paket.kepala_seq}" in zip_.read("index.html").decode()
    assert (jangkar[0].seq, jangkar[0].hash) == (paket.kepala_seq, paket.kepala_hash)
    with penuh.app.app_context():
        assert not list(periksa_jangkar(db.session(), jangkar))


def test_a_damaged_file_is_left_out_and_named(
    penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None
) -> None:
    with penuh.app.app_context():
        sha = db.session.get_one(Berkas, penuh.nomor["berkas_arsip"]).sha256
    jalur = gudang.jalur(data, sha)
    asli = jalur.read_bytes()
    jalur.chmod(0o640)
    try:
        jalur.write_bytes(pdf_uji(1, "lain"))
        paket = _buat(penuh, masuk)
    finally:
        jalur.write_bytes(asli)
    assert paket.keadaan == verba.SIAP and paket.kemajuan.startswith("1 berkas tidak dapat disertakan")
    with _zip(data, paket) as zip_:
        indeks = zip_.read("index.html").decode()
    assert "Tidak dapat disertakan" in indeks and "berkasnya hilang dari penyimpanan, atau berubah" in indeks


def test_while_officials_print_it_waits_and_tries_again(
    penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    polos, kali = paket_cetak.cetak, {"sibuk": 0}

    def sibuk(templat: str, isi: object, **lain: object) -> HasilCetak:
        kali["sibuk"] += 1
        if kali["sibuk"] in (1, 2):
            raise GagalCetak("Coba lagi.", "sibuk")
        if kali["sibuk"] == 3:
            raise GagalCetak("Terlalu panjang.", "sel")
        return polos(templat, isi, **lain)

    monkeypatch.setattr(paket_cetak, "cetak", sibuk)
    paket = _buat(penuh, masuk)
    assert paket.kemajuan.startswith("1 berkas tidak dapat disertakan")
    with _zip(data, paket) as zip_:
        assert ": Terlalu panjang.</li>" in zip_.read("index.html").decode()


def test_only_the_newest_of_a_year_stays_on_the_disk(
    penuh: KantorPenuh, masuk: Masuk, data: Path, cepat: None
) -> None:
    lama, baru = _buat(penuh, masuk), _buat(penuh, masuk)
    assert not jalur_paket(data, TAHUN, lama.id).exists()
    assert jalur_paket(data, TAHUN, baru.id).is_file()
    assert jalur_paket(data, 2025, 1).is_file()
    klien = masuk("kasubag_umum")
    assert klien.get(f"/paket/{lama.id}/paket-inspeksi.zip").status_code == 404
    assert "Sudah diganti" in klien.get("/paket/").text


def test_while_one_is_made_the_page_says_how_far_and_refuses_another(
    penuh: KantorPenuh, masuk: Masuk, data: Path
) -> None:
    klien = masuk("kasubag_perencanaan")
    assert klien.post("/paket/", data={"tahun": str(TAHUN)}).status_code == 303
    with pembuka(penuh.app)(True) as sesi:
        paket = sesi.execute(select(PaketInspeksi).where(PaketInspeksi.keadaan == verba.DIBUAT)).scalar_one()
        verba.maju(sesi, paket.id, 3, 12, "Laporan Kinerja Triwulan I 2026")
    isi = klien.get("/paket/").text
    assert '<progress value="3" max="12"' in isi and "3 dari 12 berkas" in isi
    assert 'hx-trigger="every 2s"' in isi and '<noscript><meta http-equiv="refresh"' in isi
    potongan = klien.get("/paket/", headers={"HX-Request": "true"}).text
    assert potongan.lstrip().startswith('<section id="paket"') and "<html" not in potongan
    jawab = masuk("camat").post("/paket/", data={"tahun": "2025"})
    assert jawab.status_code == 409
    assert "sedang dibuat atas permintaan Kasubag Perencanaan" in jawab.text
    assert klien.get(f"/paket/{paket.id}/paket-inspeksi.zip").status_code == 404


def test_after_a_restart_the_unfinished_one_has_failed_and_nothing_lies_about(
    penuh: KantorPenuh, masuk: Masuk, data: Path
) -> None:
    klien = masuk("sekretaris")
    klien.post("/paket/", data={"tahun": str(TAHUN)})
    (data / FOLDER / "tmp-123").write_bytes(b"PK")
    paket_kerja.bangun_ulang(penuh.app)
    assert not (data / FOLDER / "tmp-123").exists()
    assert "terputus karena server dimatikan" in klien.get("/paket/").text
    assert not paket_kerja.putaran(penuh.app)
    assert klien.post("/paket/", data={"tahun": str(TAHUN)}).status_code == 303


@pytest.mark.parametrize(
    ("salah", "kata"), [(OSError(28, "penuh"), "cakram server penuh"), (ValueError("x"), "gangguan")]
)
def test_a_failure_is_said_and_leaves_nothing(
    penuh: KantorPenuh,
    masuk: Masuk,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    salah: Exception,
    kata: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def gagal(*_: object) -> None:
        raise salah

    monkeypatch.setattr(paket_kerja, "susun", gagal)
    paket = _buat(penuh, masuk)
    assert paket.keadaan == verba.GAGAL and kata in paket.kemajuan
    assert not jalur_paket(data, TAHUN, paket.id).exists()
    assert "gagal" in caplog.text


def test_a_foreign_year_is_said_beside_the_field(penuh: KantorPenuh, masuk: Masuk) -> None:
    jawab = masuk("sekretaris").post("/paket/", data={"tahun": "1999"})
    assert jawab.status_code == 422
    assert "salah-medan" in jawab.text


def test_the_menu_shows_it_to_those_who_may(penuh: KantorPenuh, masuk: Masuk) -> None:
    assert 'href="/paket/"' in masuk("kasubag_umum").get("/struktur/").text
    assert 'href="/paket/"' not in masuk("kasi_pmd").get("/struktur/").text


def test_cleaning_touches_only_its_own_files(tmp_path: Path) -> None:
    bersihkan(tmp_path)
    folder = tmp_path / FOLDER
    folder.mkdir()
    for nama in ("catatan.txt", "paket-inspeksi-2026-1.zip", "paket-inspeksi-2025-2.zip", "tmp-1"):
        (folder / nama).write_bytes(b"x")
    bersihkan(tmp_path, 2026)
    bersihkan(tmp_path)
    assert {p.name for p in folder.iterdir()} == {"catatan.txt", "paket-inspeksi-2025-2.zip"}
