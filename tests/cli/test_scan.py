"""``kinerja scan``: a scanner's folder."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from PIL import Image

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
    monkeypatch.setattr(perintah, "TENANG_FOTO_DETIK", 0.0)
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
    monkeypatch.setattr("kinerja.web.pindai.lihat.baca_kode", lambda *_: terbaca)


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
    assert "dan menunggu dibandingkan." in hasil.output
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


def foto(n: int) -> bytes:
    """A photograph, different for each number."""
    return png(40 + n, 50)


def test_photographs_that_still_come_in_wait_for_the_next_turn(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baca(monkeypatch, None)
    (folder / "foto1.png").write_bytes(foto(1))
    datang = iter((None, 2, None, None))  # the second page comes while photographs are waited for

    def tidur(_: float) -> None:
        if (n := next(datang)) is not None:
            (folder / f"foto{n}.png").write_bytes(foto(n))

    monkeypatch.setattr(perintah.time, "sleep", tidur)
    hasil = jalankan("scan", str(folder), "--data", str(kantor))
    assert "Foto di folder masih bertambah" in hasil.output
    assert tanya(kantor, "SELECT count(*) FROM pindaian") == [(0,)]
    jalankan("scan", str(folder), "--data", str(kantor))
    assert tanya(kantor, "SELECT halaman FROM pindaian") == [(2,)]


def test_refused_photographs_are_tried_again_when_one_is_taken_away(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baca(monkeypatch, (KODE, 1))
    for n in (1, 2):
        (folder / f"foto{n}.png").write_bytes(foto(n))
    putaran = iter(range(8))

    def tidur(lama: float) -> None:
        ke = next(putaran, None)
        if ke is None:
            raise KeyboardInterrupt
        if ke == 4:
            (folder / "foto2.png").unlink()

    monkeypatch.setattr(perintah.time, "sleep", tidur)
    hasil = jalankan("scan", str(folder), "--tunggu", "--data", str(kantor))
    assert hasil.output.count("sama-sama halaman 1") == 2  # said once, of each of the two
    assert "foto1.png: Laporan Uji (1/2026), menunggu dibandingkan." in hasil.output
    assert sorted(p.name for p in folder.iterdir()) == ["sudah"]


def test_photographs_together_may_be_larger_than_one_file(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baca(monkeypatch, None)
    for n in range(3):
        Image.effect_noise((200, 200 + n), 60).save(folder / f"foto{n}.jpg", quality=95)
    terbesar = max(satu.stat().st_size for satu in folder.iterdir())
    monkeypatch.setenv("KINERJA_MAX_CONTENT_LENGTH", str(terbesar))
    hasil = jalankan("scan", str(folder), "--data", str(kantor))
    assert hasil.exit_code == 0, hasil.output
    ((halaman, ukuran),) = tanya(
        kantor, "SELECT p.halaman, b.ukuran FROM pindaian p JOIN berkas b ON b.id = p.berkas_id"
    )
    assert halaman == 3 and isinstance(ukuran, int) and ukuran > 2 * terbesar


def test_two_runs_at_once_lose_nothing_and_take_nothing_twice(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terbaca = tuple(KodeHalaman(n, MuatanKode(KODE, n), 0) for n in (1, 2))
    (folder / "scan.pdf").write_bytes(pdf_uji(2, "sama"))
    lain: list[str] = []

    def baca_lambat(*_: object) -> tuple[KodeHalaman, ...]:
        if not lain:  # the other run does all its work while this one looks
            lain.append("")
            lain[0] = jalankan("scan", str(folder), "--data", str(kantor)).output
        return terbaca

    monkeypatch.setattr("kinerja.web.pindai.lihat.baca_kode", baca_lambat)
    hasil = jalankan("scan", str(folder), "--data", str(kantor))
    assert "scan.pdf: Laporan Uji (1/2026), menunggu dibandingkan." in lain[0]
    assert hasil.exit_code == 0 and "dan menunggu dibandingkan." in hasil.output
    assert tanya(kantor, "SELECT count(*) FROM pindaian") == [(1,)]
    assert [p.name for p in (folder / "sudah").iterdir()] == ["scan.pdf"]


def test_a_folder_that_fails_is_said_and_tried_again(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baca(monkeypatch, (KODE, 1), (KODE, 2))
    (folder / "scan.pdf").write_bytes(pdf_uji(2, "x"))
    (folder / "sudah").write_text("bukan folder")
    hasil = jalankan("scan", str(folder), "--data", str(kantor))
    assert hasil.exit_code == 1 and "Terhenti: " in hasil.output and "Traceback" not in hasil.output
    assert (folder / "scan.pdf").exists()
    (folder / "sudah").unlink()
    hasil = jalankan("scan", str(folder), "--data", str(kantor))
    assert hasil.exit_code == 0 and (folder / "sudah" / "scan.pdf").exists()
    assert tanya(kantor, "SELECT count(*) FROM pindaian") == [(1,)]
    tidur: list[float] = []

    def lepas(lama: float) -> None:
        tidur.append(lama)
        raise KeyboardInterrupt

    def putus(*_: object) -> None:
        raise OSError(5, "Input/output error", str(folder))

    monkeypatch.setattr(perintah, "_isi", putus)
    monkeypatch.setattr(perintah.time, "sleep", lepas)
    hasil = jalankan("scan", str(folder), "--tunggu", "--data", str(kantor))
    assert "Terhenti: Input/output error" in hasil.output and tidur == [perintah.JEDA_GAGAL_DETIK]


def test_a_full_disk_leaves_every_file_where_it_is(
    kantor: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    baca(monkeypatch, (KODE, 1), (KODE, 2))
    (folder / "scan.pdf").write_bytes(pdf_uji(2, "x"))

    def penuh(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kinerja.web.pindai.masuk.gudang.simpan", penuh)
    hasil = jalankan("scan", str(folder), "--data", str(kantor))
    assert hasil.exit_code == 1 and "Terhenti: No space left on device" in hasil.output
    assert (folder / "scan.pdf").exists()
    assert tanya(kantor, "SELECT count(*) FROM pindaian") == [(0,)]


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
