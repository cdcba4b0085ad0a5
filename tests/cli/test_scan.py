"""``kinerja scan``: a scanner's folder."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from kinerja.documents.baca_kode import KodeHalaman
from kinerja.domain.kode_dokumen import MuatanKode
from tests.cli.test_perintah import jalankan, tanya
from tests.data_uji_arsip import pdf_uji
from tests.data_uji_berkas import png

KODE = "7K2M-9QXB"
perintah = import_module("kinerja.cli.scan")  # the name in kinerja.cli is the command


@pytest.fixture
def kantor(data: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office that issued one document of two pages; the reader reads what the test says."""
    monkeypatch.setattr(perintah, "TENANG_DETIK", 0.0)
    tanya(
        data,
        "INSERT INTO dokumen (jenis, judul, klasifikasi, tahun, urut, nomor, kode, berkas_id, halaman, digest, "
        "tanggal, penanda_nama, penanda_jabatan, diterbitkan_pada, diterbitkan_oleh_nama) VALUES "
        f"('laporan_triwulan', 'Laporan Uji', '000', 2026, 1, '1/2026', '{KODE}', 1, 2, '', '2026-10-08', '', "
        "'', '2026-10-08 02:00:00', 'Uji')",
    )
    return data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pindaian"
    folder.mkdir()
    return folder


def baca(monkeypatch: pytest.MonkeyPatch, *halaman: tuple[str, int] | None) -> None:
    terbaca = tuple(KodeHalaman(ke, MuatanKode(*h) if h else None, 0) for ke, h in enumerate(halaman, 1))
    monkeypatch.setattr("kinerja.web.pindai_lihat.baca_kode", lambda *_: terbaca)


def test_a_scan_is_taken_in_and_moved_and_strangers_stay(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baca(monkeypatch, (KODE, 1), (KODE, 2))
    isi = pdf_uji(2, "pindaian")
    (folder / "scan0001.pdf").write_bytes(isi)
    (folder / "catatan.txt").write_text("jangan disentuh")
    (folder / "kosong.pdf").touch()
    (folder / "sudah").mkdir()
    (folder / "sudah" / "scan0001.pdf").write_bytes(b"yang lama")
    (folder / "tautan.pdf").symlink_to(folder / "catatan.txt")
    hasil = jalankan("scan", str(folder), "--data", str(kantor))
    assert hasil.exit_code == 0, hasil.output
    assert "scan0001.pdf: Laporan Uji (1/2026), menunggu dibandingkan." in hasil.output
    assert "1 berkas menunggu dibandingkan" in hasil.output
    assert sorted(p.name for p in folder.iterdir()) == ["catatan.txt", "kosong.pdf", "sudah", "tautan.pdf"]
    assert (folder / "sudah" / "scan0001 (2).pdf").read_bytes() == isi
    assert (folder / "sudah" / "scan0001.pdf").read_bytes() == b"yang lama"
    assert tanya(kantor, "SELECT asal, keadaan, diterima_oleh_nama, dokumen_id FROM pindaian") == [
        ("folder", "putusan", "Pemindai (folder)", 1)
    ]


def test_a_refused_file_stays_and_the_exit_code_says_so(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baca(monkeypatch, ("ZZZZ-ZZZZ", 1))
    (folder / "asing.pdf").write_bytes(pdf_uji(1))
    (folder / "palsu.png").write_bytes(b"MZ bukan gambar")
    hasil = jalankan("scan", str(folder), "--data", str(kantor))
    assert hasil.exit_code == 1
    assert "asing.pdf: tidak diterima. Kode ZZZZ-ZZZZ bukan kode dokumen" in hasil.output
    assert "palsu.png: tidak diterima." in hasil.output
    assert sorted(p.name for p in folder.iterdir()) == ["asing.pdf", "palsu.png"]
    assert tanya(kantor, "SELECT count(*) FROM pindaian") == [(0,)]


def test_a_file_that_is_here_already_is_moved_without_a_second_receipt(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baca(monkeypatch, (KODE, 1), (KODE, 2))
    for _ in range(2):
        (folder / "scan.pdf").write_bytes(pdf_uji(2, "sama"))
        hasil = jalankan("scan", str(folder), "--data", str(kantor))
        assert hasil.exit_code == 0, hasil.output
    assert "sudah diterima dan menunggu dibandingkan" in hasil.output
    assert tanya(kantor, "SELECT count(*) FROM pindaian") == [(1,)]
    assert sorted(p.name for p in (folder / "sudah").iterdir()) == ["scan (2).pdf", "scan.pdf"]


def test_photographs_are_joined_and_all_moved(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baca(monkeypatch, None)
    for n in (1, 2):
        (folder / f"foto{n}.png").write_bytes(png(40 + n, 50))
    hasil = jalankan("scan", str(folder), "--data", str(kantor))
    assert hasil.exit_code == 0 and "foto1.png, foto2.png: kode dokumennya tidak terbaca" in hasil.output
    assert tanya(kantor, "SELECT halaman, keadaan FROM pindaian") == [(2, "dokumen")]
    assert tanya(kantor, "SELECT count(*) FROM lembar_pindaian") == [(2,)]
    assert sorted(p.name for p in folder.iterdir()) == ["sudah"]


def test_a_file_still_growing_is_left_for_the_next_turn(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    berkas = folder / "scan.pdf"
    berkas.write_bytes(pdf_uji(2)[:100])
    monkeypatch.setattr(perintah.time, "sleep", lambda _: berkas.write_bytes(pdf_uji(2)[:200]))
    hasil = jalankan("scan", str(folder), "--data", str(kantor))
    assert hasil.exit_code == 0 and "scan.pdf: masih ditulis" in hasil.output
    assert berkas.exists()


def test_waiting_goes_on_until_it_is_stopped_and_does_not_nag(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baca(monkeypatch, ("ZZZZ-ZZZZ", 1))
    (folder / "asing.pdf").write_bytes(pdf_uji(1))
    putaran = iter(range(4))

    def tidur(_: float) -> None:
        if next(putaran, None) is None:
            raise KeyboardInterrupt

    monkeypatch.setattr(perintah.time, "sleep", tidur)
    hasil = jalankan("scan", str(folder), "--tunggu", "--data", str(kantor))
    assert hasil.exit_code == 0 and "Berhenti." in hasil.output
    assert hasil.output.count("asing.pdf: tidak diterima") == 1


def test_a_folder_without_an_office_is_refused(tmp_path: Path, folder: Path) -> None:
    assert "Tidak ada kantor" in jalankan("scan", str(folder), "--data", str(tmp_path / "tiada")).output
    assert jalankan("scan", str(folder / "tiada"), "--data", str(tmp_path)).exit_code == 2
